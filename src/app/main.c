/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>
#include <locale.h>
#include <malloc.h>

#include "base/stn-core-dump.h"
#include "stn-application.h"
#include "stn-config.h"
#include "stn-drawing.h"

/* One for the window, one for all other threads: what a thread freed then serves the next one, too. */
#define HEAPS 2

/* Larger pieces, such as the analysis of a long diary takes, are mapped by themselves and given back when they are freed, instead of
 * staying with the heap of the thread that had them. */
#define LARGE_BYTES (256 * 1024)

/* So much at the end of a heap may wait for the next one. */
#define SPARE_BYTES (4 * 1024 * 1024)

int
main (int argc, char *argv[])
{
  g_autoptr (StnApplication) app = NULL;

  stn_core_dump_switch_off ();
  mallopt (M_ARENA_MAX, HEAPS);
  mallopt (M_MMAP_THRESHOLD, LARGE_BYTES);
  mallopt (M_TRIM_THRESHOLD, SPARE_BYTES);
  stn_drawing_choose ();
  setlocale (LC_ALL, "");
  bindtextdomain (STN_GETTEXT_DOMAIN, STN_LOCALEDIR);
  bind_textdomain_codeset (STN_GETTEXT_DOMAIN, "UTF-8");
  textdomain (STN_GETTEXT_DOMAIN);

  g_set_application_name (_ ("Stillnight"));
  app = stn_application_new ();
  return g_application_run (G_APPLICATION (app), argc, argv);
}
