/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

StnDiary *
stn_cli_open_diary (StnCli *self, StnStoreMode mode, GError **error)
{
  gboolean must_exist = mode == STN_STORE_READ_ONLY || mode == STN_STORE_EXISTING;

  if (must_exist && g_access (self->diary_path, F_OK) != 0 && errno == ENOENT) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "there is no diary at %s yet",
                 self->diary_path);
    return NULL;
  }
  return stn_diary_open (self->diary_path, mode, self->clock, error);
}
