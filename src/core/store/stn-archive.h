/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * The archive of a diary: every row that the person owns, deleted ones too, each a JSON object of
 *
 *   "table", "uid", "rev", "updated", "created": where it belongs and its identity (see the schema),
 *   its columns that are known, by their names in the schema; "source"; "deleted": 1 of a deleted row.
 *
 * The order is the same in every diary that has the same rows: by table, then by uid, cramps in the order of their entry.
 */

/** StnArchiveRow: @object: one row as JSON on one line; FALSE with @error set breaks off. */
typedef gboolean (*StnArchiveRow) (const char *object, gpointer data, GError **error);

/** stn_archive_foreach: all rows, as they are at one moment. Errors: of @each; of %STN_STORE_ERROR. */
gboolean stn_archive_foreach (StnStore *self, StnArchiveRow each, gpointer data, GError **error);

/** stn_archive_observe: before a write group in which @object is taken: the group becomes later than it. Errors: DAMAGED. */
gboolean stn_archive_observe (StnStore *self, const char *object, GError **error);

/** StnArchiveCounts: rows that the diary did not have; those of which the newer one was taken; those that stay as they are. */
typedef struct {
  guint fresh;
  guint newer;
  guint kept;
} StnArchiveCounts;

/**
 * StnArchiveTaker: takes the rows of one other diary, or of an export, in a write group: each with its own identity.
 *
 * Of two versions of a row (of the same uid; of factors: of the same slug) the one with the greater revision stays, of equal revisions
 * the one that says more, and a factor keeps the smaller uid: so the order in which diaries are joined does not matter. What loses is not
 * lost: where the two were written apart, the other version is kept in the change log (stn_row_note_other(), stn-other-versions.h). What
 * stays follows from the two rows alone, never from what a log tells of them: an export has none, and of three diaries each knows
 * another part. So the answer "no cramps" of one computer stands beside the cramps of another when it is the newer, and is the other
 * version of its night when it is not.
 */
typedef struct _StnArchiveTaker StnArchiveTaker;

/**
 * stn_archive_taker_new:
 * @from: (nullable) NULL: an export, which does not tell what came before. Both live longer.
 * @last_night: a row of a later night that the diary does not have is refused; %STN_NO_DATE: any night is taken.
 *
 * (transfer full)
 */
StnArchiveTaker *stn_archive_taker_new (StnStore *store, StnStore *from, StnDate last_night);
void stn_archive_taker_free (StnArchiveTaker *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnArchiveTaker, stn_archive_taker_free)

/** stn_archive_take: Errors: DAMAGED (it is no row); of %STN_STORE_ERROR; the caller rolls back. */
gboolean stn_archive_take (StnArchiveTaker *self,
                           const char *object,
                           StnArchiveCounts *counts,
                           GError **error);

/** stn_archive_check: whether all records, also those that were just taken, can be true together. Errors: DAMAGED, and says what cannot. */
gboolean stn_archive_check (StnStore *self, GError **error);

G_END_DECLS
