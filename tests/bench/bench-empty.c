/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include <gio/gio.h>
#include <libnotify/notify.h>

/* What any process costs that waits on the bus with GLib and libnotify; the measure for stillnight-reminder. */
int
main (void)
{
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (bus == NULL || !notify_init ("empty"))
    return 1;
  g_main_loop_run (loop);
  return 0;
}
