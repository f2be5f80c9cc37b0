/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-complete.h"
#include "stn-cli-progress.h"
#include "stn-cli-stop.h"
#include "stn-cli-verbs.h"
#include "base/stn-core-dump.h"
#include "stn-config.h"
#include "wording/stn-wording-guide.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>

enum {
  EXIT_DONE = 0,
  EXIT_DATA = 1,
  EXIT_USAGE = 2,
  EXIT_SIGNAL = 128, /* and its number */
};

static void
set_language (void)
{
  setlocale (LC_ALL, "");
  /* Numbers that scripts read look the same everywhere. */
  setlocale (LC_NUMERIC, "C");
  bindtextdomain (STN_GETTEXT_DOMAIN, STN_LOCALEDIR);
  bind_textdomain_codeset (STN_GETTEXT_DOMAIN, "UTF-8");
  textdomain (STN_GETTEXT_DOMAIN);
}

/* One message is one line, whatever a file name or a text in it contains. */
static void
complain (const char *message)
{
  g_autofree char *line = g_utf8_make_valid (message, -1);

  for (char *p = line; *p != '\0'; p++)
    if ((guchar) *p < ' ' || *p == 0x7f)
      *p = ' ';
  fprintf (stderr, "stillnight-cli: %s\n", line);
}

/* The diary works without what the program knows of cramps. */
static void
complain_of_damage (void)
{
  g_autofree char *damaged = stn_wording_damaged (stn_knowledge_get_problem ());

  if (damaged != NULL)
    complain (damaged);
}

static int
report (const GError *error)
{
  complain (error->message);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return EXIT_SIGNAL + stn_cli_progress_get_signal ();
  return g_error_matches (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE) ? EXIT_USAGE : EXIT_DATA;
}

static gboolean
run (const char *const *words, GError **error)
{
  g_autoptr (StnCli) cli = NULL;

  /* Asked by the shell, at each press of Tab. */
  if (words[0] != NULL && g_str_equal (words[0], "--complete")) {
    g_autofree char *offers = stn_cli_complete (words + 1, stn_cli_verbs);

    return stn_cli_print (offers, strlen (offers), error);
  }
  cli = stn_cli_parse (words, stn_cli_verbs, error);
  if (cli == NULL)
    return FALSE;
  if (cli->help) {
    g_autofree char *help = stn_cli_help (cli, stn_cli_verbs);

    return stn_cli_print (help, strlen (help), error);
  }
  if (cli->version)
    return stn_cli_print ("stillnight-cli " STN_VERSION "\n",
                          strlen ("stillnight-cli " STN_VERSION "\n"), error);
  complain_of_damage ();
  if (!cli->verb->run (cli, error)) {
    stn_cli_name_way_out (cli, error);
    return FALSE;
  }
  if (!stn_cli_flush (cli, error))
    return FALSE;
  if (cli->notice != NULL)
    complain (cli->notice);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  stn_core_dump_switch_off ();
  /* A write beyond the user's limit fails like one on a full disk, with a sentence, instead of ending the program. */
  signal (SIGXFSZ, SIG_IGN);
  stn_cli_stop_prepare ();
  set_language ();
  if (run ((const char *const *) argv + (argc > 0 ? 1 : 0), &error))
    return EXIT_DONE;
  return report (error);
}
