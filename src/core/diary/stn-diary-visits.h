/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "model/stn-visit.h"

G_BEGIN_DECLS

/** stn_diary_list_visits: (transfer full) (element-type StnVisit) the newest first; NULL on error. */
GPtrArray *stn_diary_list_visits (StnDiary *self, GError **error);

/** stn_diary_list_questions: (transfer full) (element-type StnQuestion) in the order of entry, those asked too. */
GPtrArray *stn_diary_list_questions (StnDiary *self, GError **error);

/**
 * stn_diary_put_visit: a new visit gets its uid, one that has it is changed.
 * @questions: (element-type StnQuestion) (nullable): added or changed with it, in one write group.
 *
 * Errors: FUTURE; of the model and the store.
 */
gboolean stn_diary_put_visit (
  StnDiary *self, StnVisit *visit, GPtrArray *questions, gint64 *ret_group, GError **error);

/** stn_diary_delete_visit: undo brings it back. Errors: NO_SUCH_RECORD; of the store. */
gboolean
stn_diary_delete_visit (StnDiary *self, const char *uid, gint64 *ret_group, GError **error);

/**
 * stn_diary_put_question: a new question gets its uid, one that has it is changed.
 *
 * Errors: BAD_VALUE when the same is still to be asked already; FUTURE; of the model and the store.
 */
gboolean
stn_diary_put_question (StnDiary *self, StnQuestion *question, gint64 *ret_group, GError **error);

/** stn_diary_delete_question: undo brings it back. Errors: NO_SUCH_RECORD; of the store. */
gboolean
stn_diary_delete_question (StnDiary *self, const char *uid, gint64 *ret_group, GError **error);

G_END_DECLS
