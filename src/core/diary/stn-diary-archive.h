/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "diary/stn-progress.h"
#include "store/stn-archive.h"
#include "store/stn-other-versions.h"

G_BEGIN_DECLS

/**
 * stn_diary_export_json: (transfer full) everything that the person wrote, without loss: see stn-archive.h and stn-json-rows.h. Two
 * diaries with the same rows give the same bytes, in every locale.
 *
 * Errors: of the store.
 */
GString *stn_diary_export_json (StnDiary *self, GError **error);

/**
 * StnJoinReport: what joining diaries did or would do. @rows: see StnArchiveCounts.
 * @conflicts: (element-type StnDate) nights of the joined diary on which a cramp stands beside the answer "no cramps": both are kept, and
 * the diary shows them.
 * @others: (element-type StnOtherVersion) records that were written on both sides, with what was not kept.
 * @group: of the change log, 0 when nothing was changed.
 */
typedef struct {
  StnArchiveCounts rows;
  GArray *conflicts;
  GPtrArray *others;
  gint64 group;
} StnJoinReport;

void stn_join_report_free (StnJoinReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnJoinReport, stn_join_report_free)

/**
 * stn_diary_join: (transfer full) takes what is new in @paths, each a JSON export or a diary file, all in one write group: all of it or
 * nothing, undone at once. Joining in any order, or twice, gives the same diary. A diary that has nights is backed up before.
 * @paths: NULL-terminated. @label: "import" or "merge". @dry_run: nothing is stored. @progress: (nullable).
 *
 * Errors: of %STN_EXCHANGE_ERROR and %STN_STORE_ERROR, those of a file with its name and line; of stn_progress_tell().
 */
StnJoinReport *stn_diary_join (StnDiary *self,
                               const char *const *paths,
                               const char *label,
                               gboolean dry_run,
                               const StnProgress *progress,
                               GError **error);

/**
 * stn_diary_use_other: takes the other version of a record, as a change of its own (label "use-other-version").
 * @ret_group: (nullable) its number. Errors: of stn_other_version_put().
 */
gboolean stn_diary_use_other (StnDiary *self,
                              const StnOtherVersion *version,
                              gint64 *ret_group,
                              GError **error);

/**
 * stn_diary_keep_version: decides for the version that is in the diary, as a change of its own (label "keep-version").
 * @ret_group: (nullable) its number. Errors: of stn_other_version_keep().
 */
gboolean stn_diary_keep_version (StnDiary *self,
                                 const StnOtherVersion *version,
                                 gint64 *ret_group,
                                 GError **error);

/** stn_diary_join_is_diary: whether the file at @path is a diary file, not an export. */
gboolean stn_diary_join_is_diary (const char *path);

G_END_DECLS
