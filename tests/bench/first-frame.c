/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gtk/gtk.h>
#include <time.h>
#include <unistd.h>

/* Loaded into any GTK 4 program (LD_PRELOAD), ours or another's: the same yardstick for all, and none of it in the program.
 * After the first frame that was painted, and after the first in which a widget of the class $FIRST_FRAME_OF is mapped, prints
 * "painted TIME CPU" to the file descriptor $FIRST_FRAME_FD: the monotonic clock and the CPU time of all threads so far, in
 * microseconds. Then ends the program, unless $FIRST_FRAME_STAYS is set. */

static int fd;
static const char *class_name; /* NULL: any frame */
static gboolean had_first;

static gboolean
is_shown (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  if (g_str_equal (G_OBJECT_TYPE_NAME (widget), class_name))
    return TRUE;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (is_shown (child))
      return TRUE;
  return FALSE;
}

static gboolean
any_window_shows (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *l = windows; l != NULL; l = l->next)
    if (is_shown (l->data))
      return TRUE;
  return FALSE;
}

static gint64
microseconds (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static gboolean
painted_cb (GSignalInvocationHint *hint, guint n, const GValue *values, gpointer data)
{
  const gint64 now = microseconds (CLOCK_MONOTONIC);
  const gint64 cpu = microseconds (CLOCK_PROCESS_CPUTIME_ID);
  const gboolean is_last = class_name == NULL || any_window_shows ();

  if (!had_first || is_last)
    dprintf (fd, "painted %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", now, cpu);
  had_first = TRUE;
  if (!is_last)
    return TRUE;
  if (g_getenv ("FIRST_FRAME_STAYS") == NULL)
    _exit (0);
  close (fd);
  return FALSE;
}

__attribute__ ((constructor)) static void
watch (void)
{
  const char *number = g_getenv ("FIRST_FRAME_FD");

  if (number == NULL)
    return;
  fd = (int) g_ascii_strtoll (number, NULL, 10);
  class_name = g_getenv ("FIRST_FRAME_OF");
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0, painted_cb,
                              NULL, NULL);
}
