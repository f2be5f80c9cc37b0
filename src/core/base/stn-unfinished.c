/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-unfinished.h"

#include <string.h>

/* A handler takes a name by putting NULL in its place at one moment: whoever does that owns the text. */
static char *names[STN_UNFINISHED_MAX];
static GMutex lock;

void
stn_unfinished_hold (sigset_t *ret_before)
{
  sigset_t set;

  sigemptyset (&set);
  sigaddset (&set, SIGINT);
  sigaddset (&set, SIGTERM);
  sigaddset (&set, SIGHUP);
  pthread_sigmask (SIG_BLOCK, &set, ret_before);
}

void
stn_unfinished_release (const sigset_t *before)
{
  pthread_sigmask (SIG_SETMASK, before, NULL);
}

void
stn_unfinished_add (const char *path)
{
  g_return_if_fail (path != NULL);
  char *name = g_strdup (path);

  g_mutex_lock (&lock);
  for (guint i = 0; name != NULL && i < STN_UNFINISHED_MAX; i++)
    if (g_atomic_pointer_compare_and_exchange (&names[i], NULL, name))
      name = NULL;
  g_mutex_unlock (&lock);
  g_free (name);
}

void
stn_unfinished_forget (const char *path)
{
  g_return_if_fail (path != NULL);

  g_mutex_lock (&lock);
  for (guint i = 0; i < STN_UNFINISHED_MAX; i++) {
    char *name = g_atomic_pointer_get (&names[i]);

    if (name != NULL && strcmp (name, path) == 0 &&
        g_atomic_pointer_compare_and_exchange (&names[i], name, NULL))
      g_free (name);
  }
  g_mutex_unlock (&lock);
}

guint
stn_unfinished_take (const char *ret_paths[STN_UNFINISHED_MAX])
{
  guint n = 0;

  for (guint i = 0; i < STN_UNFINISHED_MAX; i++) {
    char *name = g_atomic_pointer_get (&names[i]);

    if (name != NULL && g_atomic_pointer_compare_and_exchange (&names[i], name, NULL))
      ret_paths[n++] = name;
  }
  return n;
}
