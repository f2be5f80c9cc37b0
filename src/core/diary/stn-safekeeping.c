/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-safekeeping.h"

#include "diary/stn-diary-factors.h"
#include "store/stn-forgetting.h"

gboolean
stn_diary_restore (StnDiary *self,
                   const char *from,
                   gboolean dry_run,
                   StnRestoreReport *ret_report,
                   gint64 *ret_group,
                   GError **error)
{
  g_return_val_if_fail (self != NULL && from != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);
  StnRestoreReport foretold;
  StnSnapshot before = {0};
  gboolean done;

  if (!stn_store_restore (store, from, TRUE, &foretold, ret_group, error))
    return FALSE;
  if (ret_report != NULL)
    *ret_report = foretold;
  if (dry_run || stn_restore_report_is_empty (&foretold))
    return TRUE;
  done = stn_store_snapshot (store, "restore", &before, error) &&
         stn_store_restore (store, from, FALSE, ret_report, ret_group, error);
  stn_store_end_snapshot (store, &before, done);
  return done;
}

gboolean
stn_diary_recover (
  const char *from, const char *to, StnClock *clock, StnSalvageReport *ret_report, GError **error)
{
  g_autoptr (GPtrArray) catalogue = stn_factor_list_of_catalogue ();

  return stn_salvage (from, to, clock, catalogue, ret_report, error);
}

gboolean
stn_diary_forget (StnDiary *self,
                  const char *const *mounts,
                  StnSecondCopyState *ret_copy,
                  GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);
  StnSecondCopyState copy;

  if (!stn_store_forget (store, error) ||
      !stn_store_keep_backup (store, STN_BACKUP_NOW, NULL, error) ||
      !stn_diary_keep_second_copy (self, mounts, TRUE, &copy, error))
    return FALSE;
  if (ret_copy != NULL)
    *ret_copy = copy;
  return TRUE;
}
