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
  StnDiary *diary;

  if (must_exist && g_access (self->diary_path, F_OK) != 0 && errno == ENOENT) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "there is no diary at %s yet",
                 self->diary_path);
    return NULL;
  }
  diary = stn_diary_open (self->diary_path, mode, self->clock, error);
  if (diary != NULL && self->notice == NULL && stn_store_is_newer (stn_diary_get_store (diary)))
    self->notice = g_strdup_printf ("read only: diary '%s' was written by a newer version of "
                                    "Stillnight",
                                    self->diary_path);
  return diary;
}

char *
stn_cli_make_empty_diary (StnCli *self, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("stillnight-XXXXXX", error);
  g_autofree char *path = NULL;
  g_autoptr (StnDiary) diary = NULL;

  if (folder == NULL)
    return NULL;
  path = g_build_filename (folder, "diary.db", NULL);
  diary = stn_diary_open (path, STN_STORE_CREATE_NEW, self->clock, error);
  if (diary != NULL)
    return g_steal_pointer (&path);
  g_rmdir (folder);
  return NULL;
}

void
stn_cli_remove_empty_diary (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  g_free (path);
}

gboolean
stn_cli_try_first (StnCli *self, gboolean (*run) (StnCli *, GError **), GError **error)
{
  char *path = self->diary_path;
  char *trial;
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  /* Where there is no room for a trial, an entry is worth more than what a refused one may leave. */
  trial = stn_cli_make_empty_diary (self, NULL);
  if (trial == NULL)
    return TRUE;
  self->diary_path = trial;
  done = run (self, error);
  self->diary_path = path;
  stn_cli_remove_empty_diary (trial);
  g_string_truncate (self->out, 0);
  return done;
}
