/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-stop.h"

#include "base/stn-unfinished.h"

#include <limits.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

#define JOURNAL "-journal"
#define STOPPED "stillnight-cli: it was stopped; what it was making is removed\n"

static void
remove_journal_of (const char *path)
{
  char journal[PATH_MAX + sizeof JOURNAL];
  const gsize length = strlen (path);

  if (length >= PATH_MAX)
    return;
  memcpy (journal, path, length);
  memcpy (journal + length, JOURNAL, sizeof JOURNAL);
  unlink (journal);
}

/* Only what is allowed in a signal handler. A file goes before the journal that would make it whole, and before its folder. */
static void
stop (int signal_number)
{
  const char *paths[STN_UNFINISHED_MAX];
  const guint n = stn_unfinished_take (paths);

  for (guint i = 0; i < n; i++) {
    unlink (paths[i]);
    remove_journal_of (paths[i]);
  }
  for (guint i = 0; i < n; i++)
    rmdir (paths[i]);
  (void) !write (STDERR_FILENO, STOPPED, strlen (STOPPED));
  raise (signal_number); /* with the system's own handling, once this returns */
}

void
stn_cli_stop_prepare (void)
{
  static const int signals[] = {SIGINT, SIGTERM, SIGHUP};
  struct sigaction action = {.sa_handler = stop, .sa_flags = (int) SA_RESETHAND};
  struct sigaction before;

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    sigaddset (&action.sa_mask, signals[i]);
  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    if (sigaction (signals[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN)
      sigaction (signals[i], &action, NULL);
}
