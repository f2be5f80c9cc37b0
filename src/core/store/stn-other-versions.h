/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/** StnVersionField: a column of the schema in which two versions differ: what each says, NULL = nothing. */
typedef struct {
  char *name;
  char *kept;
  char *other;
} StnVersionField;

/**
 * StnOtherVersion: when diaries were joined, two computers had written the same record apart from each other: what the one says that is
 * not in the diary, and could be in its place. It is read from the change log, see stn_row_note_other().
 * @group: that joined them. @table, @uid: of the record.
 * @night: it belongs to, else STN_NO_DATE. @name, @slug: (nullable) what it is called, as far as either version says.
 * @kept, @other: what each says where they differ, words of the schema: "severity 3, side left"; "" = nothing; NULL = it is deleted.
 * @fields: (element-type StnVersionField) the same by column.
 * @is_kept: the diary still says what the joining left there, and nobody has decided on it since.
 * @kept_row, @other_row: each whole, as the log has it.
 */
typedef struct {
  gint64 group;
  char *table;
  char *uid;
  StnDate night;
  char *name;
  char *slug;
  char *kept;
  char *other;
  GPtrArray *fields;
  gboolean is_kept;
  char *kept_row;
  char *other_row;
} StnOtherVersion;

void stn_other_version_free (StnOtherVersion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnOtherVersion, stn_other_version_free)

/**
 * stn_other_versions_list: (transfer full) (element-type StnOtherVersion) those of the group @group, always in the same order; also of one
 * that is still open. A version that says nothing more than the one that was kept is none of them.
 * @group: 0: of the last joining that was not undone and has any.
 *
 * Errors: of %STN_STORE_ERROR.
 */
GPtrArray *stn_other_versions_list (StnStore *self, gint64 group, GError **error);

/**
 * stn_other_version_keep: in a write group: what is in the diary stays, as a decision that other computers are told of and that can be
 * undone.
 *
 * Errors: CHANGED when the record was written since; of %STN_STORE_ERROR.
 */
gboolean stn_other_version_keep (StnStore *self, const StnOtherVersion *version, GError **error);

/**
 * stn_other_version_put: in a write group: the other version takes the place of the kept one, as a new change.
 *
 * Errors: CHANGED when the record was written since; DAMAGED when it cannot be true beside the others; of %STN_STORE_ERROR.
 */
gboolean stn_other_version_put (StnStore *self, const StnOtherVersion *version, GError **error);

G_END_DECLS
