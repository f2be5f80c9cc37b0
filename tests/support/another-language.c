/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <dlfcn.h>
#include <glib.h>
#include <libintl.h>

/*
 * Loaded before a program (LD_PRELOAD), so that pictures can be taken of languages that are not installed. STN_LOCALEDIR: where
 * the program's translations are. STN_RIGHT_TO_LEFT: GTK believes that its own translation is one of a language that is written
 * from right to left.
 */
char *
bindtextdomain (const char *domain, const char *folder)
{
  char *(*next) (const char *, const char *) = dlsym (RTLD_NEXT, "bindtextdomain");
  const char *other = g_getenv ("STN_LOCALEDIR");

  return next (domain, other != NULL && g_strcmp0 (domain, "stillnight") == 0 ? other : folder);
}

const char *
g_dgettext (const char *domain, const char *text)
{
  const gboolean turns =
    g_getenv ("STN_RIGHT_TO_LEFT") != NULL && g_str_equal (text, "default:LTR");

  return turns ? "default:RTL" : dgettext (domain, text);
}
