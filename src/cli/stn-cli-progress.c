/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-progress.h"

#include <glib/gi18n.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

/* One command line does one thing. */
static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
static volatile sig_atomic_t interrupted_by;
static struct sigaction before[G_N_ELEMENTS (signals)];
static int percent_shown;
static int columns_shown;

static void
interrupt (int signal_number)
{
  interrupted_by = signal_number;
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

  if (interrupted_by == 0 && percent != percent_shown && isatty (STDERR_FILENO)) {
    g_autofree char *text = g_strdup_printf (_ ("%d %% done; Ctrl+C stops it"), percent);

    show (text);
    percent_shown = percent;
  }
  return interrupted_by == 0;
}

const StnProgress *
stn_cli_progress_begin (void)
{
  static const StnProgress progress = {tell, NULL};
  const struct sigaction action = {.sa_handler = interrupt, .sa_flags = SA_RESTART};

  interrupted_by = 0;
  percent_shown = -1;
  columns_shown = 0;
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++) {
    sigaction (signals[i], &action, &before[i]);
    if (before[i].sa_handler == SIG_IGN)
      sigaction (signals[i], &before[i], NULL);
  }
  return &progress;
}

void
stn_cli_progress_end (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaction (signals[i], &before[i], NULL);
  if (columns_shown == 0)
    return;
  show ("");
  fputc ('\r', stderr);
}

int
stn_cli_progress_get_signal (void)
{
  return interrupted_by;
}
