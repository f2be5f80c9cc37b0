/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "model/stn-person-condition.h"
#include "model/stn-person.h"

G_BEGIN_DECLS

/** stn_diary_get_person: (transfer full) all unknown when nothing was said; NULL on error. */
StnPerson *stn_diary_get_person (StnDiary *self, GError **error);

/** StnPersonEdit: changes @person, as the file has it, in place; FALSE with @error set: nothing is saved. */
typedef gboolean (*StnPersonEdit) (StnPerson *person, gpointer data, GError **error);

/**
 * StnPregnancyAnswer: whether the person is pregnant today. Yes begins a pregnancy, unless there is one already; no ends the
 * one of today and is kept as an answer; unknown forgets that answer.
 * @due: the day it is due, or STN_NO_DATE; only with yes. Of one that goes on already the date is corrected.
 */
typedef struct {
  StnAnswer answer;
  StnDate due;
} StnPregnancyAnswer;

/**
 * stn_diary_edit_person: loads, lets @edit change and saves what differs, in one write group.
 * @edit: (nullable). @pregnancy: (nullable): not asked.
 *
 * Errors: those of @edit; BAD_VALUE (due is not within a pregnancy's time from today); of the model and the store.
 */
gboolean stn_diary_edit_person (StnDiary *self,
                                StnPersonEdit edit,
                                gpointer data,
                                const StnPregnancyAnswer *pregnancy,
                                gint64 *ret_group,
                                GError **error);

/** stn_diary_list_conditions: (transfer full) (element-type StnPersonCondition) past ones too; NULL on error. */
GPtrArray *stn_diary_list_conditions (StnDiary *self, GError **error);

/**
 * stn_diary_put_condition: a new one gets its uid, one that has it is changed.
 *
 * Errors: BAD_VALUE when the same is there already at that time; FUTURE; of the model and the store.
 */
gboolean stn_diary_put_condition (StnDiary *self,
                                  StnPersonCondition *condition,
                                  gint64 *ret_group,
                                  GError **error);

/** stn_diary_delete_condition: undo brings it back. Errors: NO_SUCH_RECORD; of the store. */
gboolean
stn_diary_delete_condition (StnDiary *self, const char *uid, gint64 *ret_group, GError **error);

G_END_DECLS
