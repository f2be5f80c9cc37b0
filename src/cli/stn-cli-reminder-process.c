/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-reminder-process.h"

#include "stn-config.h"

#include <gio/gio.h>
#include <glib/gi18n.h>

#define TIMEOUT_MS 10000

char *
stn_cli_reminder_process_wake (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &error);
  g_autoptr (GVariant) reply = NULL;

  if (bus != NULL)
    reply = g_dbus_connection_call_sync (bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                         "org.freedesktop.DBus", "StartServiceByName",
                                         g_variant_new ("(su)", STN_REMINDER_NAME, 0), NULL,
                                         G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, &error);
  if (reply != NULL)
    return NULL;
  return g_strdup (_ ("Saved. Reminders come once the background program runs: it begins with the "
                      "next login on a desktop."));
}

gboolean
stn_cli_reminder_process_test (GString *out, GError **error)
{
  g_autoptr (GError) reason = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, &reason);
  g_autoptr (GVariant) reply = NULL;
  const char *who;

  if (bus != NULL)
    reply = g_dbus_connection_call_sync (bus, STN_REMINDER_NAME, STN_REMINDER_PATH,
                                         STN_REMINDER_NAME, "Test", NULL, G_VARIANT_TYPE ("(s)"),
                                         G_DBUS_CALL_FLAGS_NONE, TIMEOUT_MS, NULL, &reason);
  if (reply == NULL) {
    g_dbus_error_strip_remote_error (reason);
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "no reminder could be shown: %s",
                 reason->message);
    return FALSE;
  }
  g_variant_get (reply, "(&s)", &who);
  /* Translators: the name of what shows notifications, for example "gnome-shell" */
  g_string_append_printf (out, _ ("Shown by %s\n"), who);
  return TRUE;
}
