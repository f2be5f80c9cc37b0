/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>
#include <libintl.h>

/*
 * Loaded before a program (LD_PRELOAD) this makes GTK believe that its translation is one of a language that is written from
 * right to left, so that pictures of that can be taken where no such language is installed.
 */
const char *
g_dgettext (const char *domain, const char *text)
{
  return g_str_equal (text, "default:LTR") ? "default:RTL" : dgettext (domain, text);
}
