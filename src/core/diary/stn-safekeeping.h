/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "diary/stn-second-copy.h"
#include "store/stn-automatic-backup.h"
#include "store/stn-restore.h"
#include "store/stn-salvage.h"

G_BEGIN_DECLS

/**
 * stn_diary_restore: see stn_store_restore(); a backup of what is there is made first, and undo is the way back.
 *
 * Errors: those of both; nothing was changed.
 */
gboolean stn_diary_restore (StnDiary *self,
                            const char *from,
                            gboolean dry_run,
                            StnRestoreReport *ret_report,
                            gint64 *ret_group,
                            GError **error);

/** stn_diary_recover: see stn_salvage(); a factor that is itself lost is the one of the catalogue. */
gboolean stn_diary_recover (
  const char *from, const char *to, StnClock *clock, StnSalvageReport *ret_report, GError **error);

/**
 * stn_diary_forget: "Forget now": see stn_store_forget(); then one backup of what the diary says now is made, and the second
 * copy, where it can be reached, is brought to that. One that is away is as soon as it is back.
 * @ret_copy: (nullable) what became of the second copy.
 *
 * Errors: those of stn_store_forget(); of the backup or the copy: the diary itself was forgotten then.
 */
gboolean stn_diary_forget (StnDiary *self,
                           const char *const *mounts,
                           StnSecondCopyState *ret_copy,
                           GError **error);

G_END_DECLS
