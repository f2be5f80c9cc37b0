/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-desktop.h"

#include "stn-config.h"
#include "stn-reminder-autostart.h"

#define BUS_NAME "org.freedesktop.DBus"
#define BUS_PATH "/org/freedesktop/DBus"
#define ANSWER_MS 5000

const char *
stn_desktop_get_notification_name (void)
{
  return stn_autostart_is_confined () ? "org.freedesktop.portal.Desktop"
                                      : "org.freedesktop.Notifications";
}

static GVariant *
ask_bus (GDBusConnection *bus, const char *method, GVariant *arguments, const char *type)
{
  return g_dbus_connection_call_sync (bus, BUS_NAME, BUS_PATH, BUS_NAME, method, arguments,
                                      G_VARIANT_TYPE (type), G_DBUS_CALL_FLAGS_NONE, ANSWER_MS,
                                      NULL, NULL);
}

gboolean
stn_desktop_shows_notifications (GDBusConnection *bus)
{
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus), FALSE);
  const char *name = stn_desktop_get_notification_name ();
  g_autoptr (GVariant) owned = ask_bus (bus, "NameHasOwner", g_variant_new ("(s)", name), "(b)");
  g_autoptr (GVariant) activatable = NULL;
  g_autofree const char **names = NULL;
  gboolean has_owner = FALSE;

  if (owned != NULL)
    g_variant_get (owned, "(b)", &has_owner);
  if (has_owner)
    return TRUE;
  activatable = ask_bus (bus, "ListActivatableNames", NULL, "(as)");
  if (activatable == NULL)
    return FALSE;
  g_variant_get (activatable, "(^a&s)", &names);
  return g_strv_contains (names, name);
}

void
stn_desktop_open_window (GDBusConnection *bus,
                         const char *action,
                         GVariant *parameter,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (bus) && action != NULL);
  g_autofree char *path = g_strconcat ("/", STN_APP_ID, NULL);
  GVariantBuilder parameters;

  g_strdelimit (path, ".", '/');
  g_variant_builder_init (&parameters, G_VARIANT_TYPE ("av"));
  if (parameter != NULL)
    g_variant_builder_add (&parameters, "v", parameter);
  g_dbus_connection_call (bus, STN_APP_ID, path, "org.freedesktop.Application", "ActivateAction",
                          g_variant_new ("(sava{sv})", action, &parameters, NULL), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, callback, data);
}

gboolean
stn_desktop_open_window_finish (GDBusConnection *bus, GAsyncResult *result, GError **error)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_finish (bus, result, error);

  return reply != NULL;
}
