/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-forgetting.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

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

/* PATH.schema-VERSION.bak, made before a migration. */
static gboolean
is_own_backup (const char *name, const char *diary)
{
  gsize n = strlen (diary);

  return g_str_has_prefix (name, diary) && g_str_has_prefix (name + n, ".schema-") &&
         g_str_has_suffix (name, ".bak");
}

static gboolean
remove_backups (StnStore *self, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (stn_store_get_path (self));
  g_autofree char *diary = g_path_get_basename (stn_store_get_path (self));
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (!is_own_backup (name, diary) || g_unlink (path) == 0)
      continue;
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN, "cannot remove backup '%s': %s",
                 path, g_strerror (errno));
    return FALSE;
  }
  return TRUE;
}

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
  return remove_backups (self, error);
}
