/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-forgetting.h"

#include "store/stn-backup-folder.h"
#include "store/stn-store-private.h"

/* secure_delete of the connection writes the zeros. */
#define FORGET                                                                                     \
  "BEGIN IMMEDIATE;"                                                                               \
  "UPDATE diary SET forgotten = coalesce ("                                                        \
  "(SELECT rev FROM change_group ORDER BY number DESC LIMIT 1), forgotten);"                       \
  "DELETE FROM change;"                                                                            \
  "DELETE FROM change_group;"                                                                      \
  "DELETE FROM draft;"                                                                             \
  "DELETE FROM shown;"                                                                             \
  "COMMIT"

gboolean
stn_store_forget (StnStore *self, GError **error)
{
  g_return_val_if_fail (stn_store_get_group (self) == NULL, FALSE);
  StnConnection *connection;

  if (stn_store_is_read_only (self)) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY,
                 "cannot write diary '%s': it may not be written", stn_store_get_path (self));
    return FALSE;
  }
  connection = stn_store_get_connection (self, error);
  if (connection == NULL)
    return FALSE;
  if (!stn_connection_execute (connection, FORGET, "write", error)) {
    stn_store_reconnect (self); /* closing rolls back */
    return FALSE;
  }
  return stn_backup_folder_empty (stn_store_get_path (self), error);
}
