/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * Nights with their episodes and factor values. Reading uses one short read transaction per call; writing
 * needs an open write group. What is "deleted" stays as a tombstone and is not read.
 */

/** stn_night_table_load: (transfer full) the night @key; an empty StnNight when nothing is stored. NULL on error. */
StnNight *stn_night_table_load (StnStore *self, StnDate key, GError **error);

/**
 * stn_night_table_load_range: (transfer full) (element-type StnNight) all nights with anything stored, by key.
 * @from, @to: inclusive; STN_NO_DATE = open end.
 */
GPtrArray *stn_night_table_load_range (StnStore *self, StnDate from, StnDate to, GError **error);

/**
 * stn_night_table_load_readable: like stn_night_table_load_range(), for a diary of which a part is damaged: a night of which
 * anything cannot be read is left out whole, for half of it would be taken for all.
 * @ret_unreadable: (transfer full) (element-type StnDate) the keys of those; empty unless the file is damaged. A row that
 * says no date at all counts as STN_NO_DATE.
 *
 * Errors: of %STN_STORE_ERROR but DAMAGED.
 */
GPtrArray *stn_night_table_load_readable (
  StnStore *self, StnDate from, StnDate to, GArray **ret_unreadable, GError **error);

/**
 * stn_night_table_survey: like stn_night_table_load_readable() of all nights, for those that look and never write: the factor
 * values have no identity (uid, rev and source NULL, times unset). Of a long diary that is half of the memory.
 */
GPtrArray *stn_night_table_survey (StnStore *self, GArray **ret_unreadable, GError **error);

/**
 * stn_night_table_list_settled: (transfer full) (element-type StnDate) keys of the nights up to @to that nobody need be asked
 * about: with an outcome (a cramp or "no cramps") or not remembered; by key. Reads no more of them. NULL on error.
 */
GArray *stn_night_table_list_settled (StnStore *self, StnDate to, GError **error);

/** stn_night_table_get_first: key of the first night with anything stored, STN_NO_DATE when there is none. */
gboolean stn_night_table_get_first (StnStore *self, StnDate *ret_key, GError **error);

/** stn_night_table_get_last: key of the last one, in the same way. */
gboolean stn_night_table_get_last (StnStore *self, StnDate *ret_key, GError **error);

/**
 * stn_night_table_save: writes what differs between @before and @after, row by row; rows that do not differ are
 * not touched. Deletes rows that @after lacks.
 * @before: the night as it was loaded (its revisions tell whether someone changed a differing row meanwhile).
 * @after: same key. Only the uids of episodes count: one that @before has is changed, one without is new. All factors of its
 * values must be known to the diary.
 *
 * Errors: CHANGED when a row to be written has another revision in the file and says something else; IO, FULL.
 */
gboolean stn_night_table_save (StnStore *self,
                               const StnNight *before,
                               const StnNight *after,
                               GError **error);

G_END_DECLS
