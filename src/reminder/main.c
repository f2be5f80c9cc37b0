/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-process.h"
#include "stn-reminder-lock-screen.h"

#include "base/stn-core-dump.h"
#include "diary/stn-diary.h"
#include "stn-config.h"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <libnotify/notify.h>
#include <locale.h>

static gboolean
terminated_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static gboolean
run (GError **error)
{
  g_autoptr (StnClock) clock = stn_clock_new ();
  g_autofree char *path = stn_diary_default_path ();
  g_autoptr (StnReminderDiary) diary = stn_reminder_diary_new (clock, error);
  g_autoptr (GDBusConnection) bus =
    diary != NULL ? g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, error) : NULL;
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (StnReminderProcess) process = NULL;

  if (bus == NULL)
    return FALSE;
  g_dbus_connection_set_exit_on_close (bus, TRUE);
  stn_lock_screen_hide_words (bus);
  process = stn_reminder_process_new (path, diary, bus, loop, error);
  if (process == NULL)
    return FALSE;
  g_unix_signal_add (SIGTERM, terminated_cb, loop);
  g_unix_signal_add (SIGINT, terminated_cb, loop);
  g_unix_signal_add (SIGHUP, terminated_cb, loop);
  g_main_loop_run (loop);
  return TRUE;
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;

  stn_core_dump_switch_off ();
  setlocale (LC_ALL, "");
  bindtextdomain (STN_GETTEXT_DOMAIN, STN_LOCALEDIR);
  bind_textdomain_codeset (STN_GETTEXT_DOMAIN, "UTF-8");
  textdomain (STN_GETTEXT_DOMAIN);
  if (argc > 1) {
    if (g_strcmp0 (argv[1], "--version") == 0) {
      g_print ("stillnight-reminder %s\n", STN_VERSION);
      return 0;
    }
    g_printerr ("stillnight-reminder: it takes no arguments; reminders are set in Stillnight\n");
    return 2;
  }
  notify_init ("Stillnight");
  if (!run (&error)) {
    g_printerr ("stillnight-reminder: %s\n", error->message);
    notify_uninit ();
    return 1;
  }
  notify_uninit ();
  return 0;
}
