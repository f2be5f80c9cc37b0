/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-progress.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* One command line does one thing. */
static volatile sig_atomic_t is_interrupted;
static struct sigaction before;
static int percent_shown;
static int columns_shown;

static void
interrupt (int signal_number)
{
  is_interrupted = 1;
}

static void
show (const char *text)
{
  const int columns = (int) g_utf8_strlen (text, -1);

  fprintf (stderr, "\r%s%*s", text, MAX (columns_shown - columns, 0), "");
  fflush (stderr);
  columns_shown = columns;
}

static gboolean
tell (double done, gpointer data)
{
  const int percent = (int) (done * 100);

  if (!is_interrupted && percent != percent_shown && isatty (STDERR_FILENO)) {
    g_autofree char *text = g_strdup_printf (_ ("%d %% done; Ctrl+C stops it"), percent);

    show (text);
    percent_shown = percent;
  }
  return !is_interrupted;
}

const StnProgress *
stn_cli_progress_begin (void)
{
  static const StnProgress progress = {tell, NULL};
  const struct sigaction action = {.sa_handler = interrupt, .sa_flags = SA_RESTART};

  is_interrupted = 0;
  percent_shown = -1;
  columns_shown = 0;
  sigaction (SIGINT, &action, &before);
  return &progress;
}

void
stn_cli_progress_end (void)
{
  sigaction (SIGINT, &before, NULL);
  if (columns_shown == 0)
    return;
  show ("");
  fputc ('\r', stderr);
}
