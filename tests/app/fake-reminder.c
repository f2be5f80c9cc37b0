/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-reminder.h"

#include "stn-config.h"

struct _FakeReminder {
  GDBusConnection *bus;
  char *notifications;
  char *autostart;
};

static const char introspection[] = "<node><interface name='" STN_REMINDER_NAME "'>"
                                    "<property name='Autostart' type='s' access='read'/>"
                                    "<property name='Notifications' type='s' access='read'/>"
                                    "</interface></node>";

static GVariant *
property_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *property,
             GError **error,
             gpointer user_data)
{
  const FakeReminder *self = user_data;

  return g_variant_new_string (g_str_equal (property, "Autostart") ? self->autostart
                                                                   : self->notifications);
}

FakeReminder *
fake_reminder_new (const char *notifications, const char *autostart)
{
  static const GDBusInterfaceVTable vtable = {NULL, property_cb, NULL, {NULL}};
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  FakeReminder *self = g_new0 (FakeReminder, 1);
  g_autoptr (GVariant) reply = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);

  g_assert_no_error (error);
  self->notifications = g_strdup (notifications);
  self->autostart = g_strdup (autostart);
  self->bus = g_dbus_connection_new_for_address_sync (
    address,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_dbus_connection_register_object (
                      self->bus, STN_REMINDER_PATH, node->interfaces[0], &vtable, self, NULL, NULL),
                    !=, 0);
  reply = g_dbus_connection_call_sync (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                                       "org.freedesktop.DBus", "RequestName",
                                       g_variant_new ("(su)", STN_REMINDER_NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  return self;
}

void
fake_reminder_set_autostart (FakeReminder *self, const char *autostart)
{
  GVariantBuilder changed;

  g_free (self->autostart);
  self->autostart = g_strdup (autostart);
  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&changed, "{sv}", "Autostart", g_variant_new_string (autostart));
  g_dbus_connection_emit_signal (
    self->bus, NULL, STN_REMINDER_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
    g_variant_new ("(sa{sv}as)", STN_REMINDER_NAME, &changed, NULL), NULL);
}

void
fake_reminder_free (FakeReminder *self)
{
  g_dbus_connection_close_sync (self->bus, NULL, NULL);
  g_object_unref (self->bus);
  g_free (self->notifications);
  g_free (self->autostart);
  g_free (self);
}
