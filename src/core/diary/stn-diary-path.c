/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary.h"
#include "stn-config.h"

G_DEFINE_QUARK (stn-diary-error-quark, stn_diary_error)

char *
stn_diary_default_path (void)
{
  const char *folder = g_get_user_data_dir ();

  /* The XDG Base Directory Specification: a relative path is invalid and to be ignored. GLib takes it as it is, and
   * every folder that the program is started in would have a diary of its own. */
  if (g_path_is_absolute (folder))
    return g_build_filename (folder, STN_DATA_FOLDER, "diary.db", NULL);
  return g_build_filename (g_get_home_dir (), ".local", "share", STN_DATA_FOLDER, "diary.db", NULL);
}
