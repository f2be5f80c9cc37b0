/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-lock-screen.h"

#include "stn-reminder-autostart.h"

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_NOTIFICATION "org.freedesktop.portal.Notification"
#define FIRST_WITH_HINTS 2
#define ANSWER_MS 5000

static guint32
get_version (GDBusConnection *bus)
{
  g_autoptr (GVariant) answer = g_dbus_connection_call_sync (
    bus, PORTAL_NAME, PORTAL_PATH, "org.freedesktop.DBus.Properties", "Get",
    g_variant_new ("(ss)", PORTAL_NOTIFICATION, "version"), G_VARIANT_TYPE ("(v)"),
    G_DBUS_CALL_FLAGS_NONE, ANSWER_MS, NULL, NULL);
  g_autoptr (GVariant) value = NULL;

  if (answer == NULL)
    return 0;
  g_variant_get (answer, "(v)", &value);
  return g_variant_is_of_type (value, G_VARIANT_TYPE_UINT32) ? g_variant_get_uint32 (value) : 0;
}

static gboolean
is_notification (GDBusMessage *message)
{
  return g_dbus_message_get_message_type (message) == G_DBUS_MESSAGE_TYPE_METHOD_CALL &&
         g_strcmp0 (g_dbus_message_get_interface (message), PORTAL_NOTIFICATION) == 0 &&
         g_strcmp0 (g_dbus_message_get_member (message), "AddNotification") == 0 &&
         g_variant_is_of_type (g_dbus_message_get_body (message), G_VARIANT_TYPE ("(sa{sv})"));
}

/* Runs in the thread of the bus; a message that is under way is not changed but replaced. */
static GDBusMessage *
filter_cb (GDBusConnection *bus, GDBusMessage *message, gboolean is_incoming, gpointer data)
{
  static const char *const hints[] = {"hide-content-on-lock-screen", NULL};
  g_autoptr (GVariant) content = NULL;
  g_auto (GVariantDict) dict = {0};
  GDBusMessage *copy;
  const char *id;

  if (is_incoming || !is_notification (message))
    return message;
  copy = g_dbus_message_copy (message, NULL);
  g_object_unref (message);
  g_variant_get (g_dbus_message_get_body (copy), "(&s@a{sv})", &id, &content);
  g_variant_dict_init (&dict, content);
  g_variant_dict_insert (&dict, "display-hint", "^as", hints);
  g_dbus_message_set_body (copy, g_variant_new ("(s@a{sv})", id, g_variant_dict_end (&dict)));
  return copy;
}

void
stn_lock_screen_hide_words (GDBusConnection *bus)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (bus));

  if (stn_autostart_is_confined () && get_version (bus) >= FIRST_WITH_HINTS)
    g_dbus_connection_add_filter (bus, filter_cb, NULL, NULL);
}
