/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-target.h"

#include <glib/gstdio.h>

static gboolean
is_same_file (const char *path, const char *other)
{
  GStatBuf a, b;

  return g_stat (path, &a) == 0 && g_stat (other, &b) == 0 && a.st_dev == b.st_dev &&
         a.st_ino == b.st_ino;
}

gboolean
stn_cli_check_target (const StnCli *self, const char *path, GError **error)
{
  const char *reason = NULL;

  if (is_same_file (path, self->diary_path))
    reason = "is the diary itself";
  else if (g_file_test (path, G_FILE_TEST_EXISTS) && !stn_cli_has (self, "replace"))
    reason = "exists already; --replace writes over it";
  if (reason != NULL)
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "%s: %s", path, reason);
  return reason == NULL;
}
