/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-backup.h"

#include "store/stn-backup-copy.h"
#include "store/stn-diary-file.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

gboolean
stn_store_back_up (StnStore *self, const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);

  if (connection == NULL)
    return FALSE;
  if (stn_diary_file_is_same (path, stn_store_get_path (self))) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS,
                 "cannot back up diary '%s' to '%s': that is the diary itself",
                 stn_store_get_path (self), path);
    return FALSE;
  }
  return stn_backup_copy (connection, path, STN_DIARY_FILE_REPLACE, error);
}

gboolean
stn_store_adopt (const char *from, const char *path, StnClock *clock, GError **error)
{
  g_return_val_if_fail (from != NULL && path != NULL && clock != NULL, FALSE);
  g_autoptr (StnStore) store = NULL;
  StnConnection *connection;

  if (!stn_store_verify (from, clock, NULL, error) || !stn_diary_file_make_folder (path, error))
    return FALSE;
  store = stn_store_open (from, STN_STORE_READ_ONLY, clock, error);
  connection = store != NULL ? stn_store_get_connection (store, error) : NULL;
  return connection != NULL && stn_backup_copy (connection, path, STN_DIARY_FILE_KEEP, error);
}
