/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary.h"
#include "stn-config.h"

#include <pwd.h>
#include <unistd.h>

G_DEFINE_QUARK (stn - diary - error - quark, stn_diary_error)

/* An empty or relative HOME is as good as none: the system's own list of people knows better. */
static const char *
home_folder (void)
{
  const char *home = g_get_home_dir ();
  const struct passwd *person = g_path_is_absolute (home) ? NULL : getpwuid (getuid ());

  if (g_path_is_absolute (home))
    return home;
  return person != NULL && g_path_is_absolute (person->pw_dir) ? person->pw_dir : "/";
}

char *
stn_diary_default_path (void)
{
  const char *folder = g_get_user_data_dir ();

  /* The XDG Base Directory Specification: a relative path is invalid and to be ignored. GLib takes it as it is, and
   * every folder that the program is started in would have a diary of its own. */
  if (g_path_is_absolute (folder))
    return g_build_filename (folder, STN_DATA_FOLDER, "diary.db", NULL);
  return g_build_filename (home_folder (), ".local", "share", STN_DATA_FOLDER, "diary.db", NULL);
}
