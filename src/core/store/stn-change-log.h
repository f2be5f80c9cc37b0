/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-stamp.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * StnChangeGroup: what one undo takes back.
 * @label: token given to stn_store_begin(). @when: of the commit. @rows: rows changed.
 * @nights: (element-type StnDate) the nights it touched, by key, each once.
 * @name, @slug: (nullable) of the one thing that it touched beside nights and settings, such as a factor; NULL when it has
 * none, or when there were several.
 */
typedef struct {
  gint64 number;
  char *label;
  StnStamp when;
  guint rows;
  GArray *nights;
  char *name;
  char *slug;
} StnChangeGroup;

void stn_change_group_free (StnChangeGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnChangeGroup, stn_change_group_free)

/**
 * stn_change_log_undo: takes back the last group, by any program, that is not taken back yet, as a group of
 * its own; again = one further back. Not inside a write group.
 * @expected: 0, or the number that the group must have (the toast's Undo): else CHANGED.
 * @ret_group: (transfer full) (out) what was taken back.
 *
 * Errors: NOTHING, CHANGED, READ_ONLY, IO, FULL.
 */
gboolean
stn_change_log_undo (StnStore *self, gint64 expected, StnChangeGroup **ret_group, GError **error);

/**
 * stn_change_log_peek_undo: (transfer full) what stn_change_log_undo() would take back now, without doing it; its rows are not counted.
 *
 * Errors: NOTHING, IO.
 */
StnChangeGroup *stn_change_log_peek_undo (StnStore *self, GError **error);

/** stn_change_log_has_any: whether there is something to undo, and something to redo, without reading what. */
gboolean stn_change_log_has_any (StnStore *self,
                                 gboolean *ret_can_undo,
                                 gboolean *ret_can_redo,
                                 GError **error);

/** stn_change_log_redo: puts back what the last undo took, as long as nothing else was written since. */
gboolean stn_change_log_redo (StnStore *self, StnChangeGroup **ret_group, GError **error);

/** stn_change_log_list_times: (transfer full) (element-type GDateTime) when the person wrote last, at most 500, by the clocks of then; the newest first. */
GPtrArray *stn_change_log_list_times (StnStore *self, GError **error);

/** stn_change_log_last_seq: number of the newest change row, 0 when there is none; -1 on error. */
gint64 stn_change_log_last_seq (StnStore *self, GError **error);

/**
 * stn_change_log_nights_since: (transfer full) (element-type StnDate) the nights that changes after @seq touched.
 * @ret_seq: newest seq. @ret_all: TRUE when something was changed that concerns every night (factors, settings).
 */
GArray *stn_change_log_nights_since (
  StnStore *self, gint64 seq, gint64 *ret_seq, gboolean *ret_all, GError **error);

G_END_DECLS
