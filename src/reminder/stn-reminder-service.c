/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-service.h"

#include "stn-config.h"
#include "stn-reminder-desktop.h"
#include "stn-reminder-notice.h"

#include <glib/gi18n.h>
#include <libnotify/notify.h>

struct _StnReminderService {
  GDBusConnection *bus;
  const StnReminderServiceCallbacks *callbacks;
  gpointer data;
  StnAutostart autostart;
  StnReminderNotice *test; /* (nullable) */
  guint object;
  guint name;
  guint notifications; /* watches who shows notifications */
};

static const char introspection[] = "<node><interface name='" STN_REMINDER_NAME "'>"
                                    "<method name='Test'><arg type='s' direction='out'/></method>"
                                    "<property name='Autostart' type='s' access='read'/>"
                                    "<property name='Notifications' type='s' access='read'/>"
                                    "</interface></node>";

/* (transfer full): "" when nobody shows notifications. */
static char *
get_notifications (StnReminderService *self)
{
  char *name = NULL;

  if (stn_desktop_shows_notifications (self->bus) &&
      !notify_get_server_info (&name, NULL, NULL, NULL))
    name = NULL;
  return name != NULL ? name : g_strdup ("");
}

void
stn_reminder_service_set_autostart (StnReminderService *self, StnAutostart autostart)
{
  g_return_if_fail (self != NULL);
  GVariantBuilder changed;

  self->autostart = autostart;
  g_variant_builder_init (&changed, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&changed, "{sv}", "Autostart",
                         g_variant_new_string (stn_autostart_to_token (autostart)));
  g_dbus_connection_emit_signal (
    self->bus, NULL, STN_REMINDER_PATH, "org.freedesktop.DBus.Properties", "PropertiesChanged",
    g_variant_new ("(sa{sv}as)", STN_REMINDER_NAME, &changed, NULL), NULL);
}

static void
test_closed_cb (StnReminderNotice *notice, gpointer data)
{
}

static void
test_pressed_cb (StnReminderNotice *notice, StnReminderButton button, gpointer data)
{
}

static void
show_test (StnReminderService *self, GDBusMethodInvocation *invocation)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = get_notifications (self);

  g_clear_pointer (&self->test, stn_reminder_notice_free);
  if (*name == '\0') {
    g_dbus_method_invocation_return_error (invocation, G_DBUS_ERROR, G_DBUS_ERROR_SERVICE_UNKNOWN,
                                           "nothing on this desktop shows notifications");
    return;
  }
  self->test = stn_reminder_notice_new ((StnReminderFace){STN_NO_DATE}, 0);
  stn_reminder_notice_set_callbacks (self->test, test_pressed_cb, test_closed_cb, self);
  if (stn_reminder_notice_show (self->test, _ ("This is a test"), _ ("So a reminder will come."), 0,
                                STN_REMINDER_NEUTRAL, FALSE, &error))
    g_dbus_method_invocation_return_value (invocation, g_variant_new ("(s)", name));
  else
    g_dbus_method_invocation_return_gerror (invocation, error);
}

static void
method_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *parameters,
           GDBusMethodInvocation *invocation,
           gpointer user_data)
{
  show_test (user_data, invocation);
}

static GVariant *
property_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *property,
             GError **error,
             gpointer user_data)
{
  StnReminderService *self = user_data;

  if (g_str_equal (property, "Autostart"))
    return g_variant_new_string (stn_autostart_to_token (
      self->autostart == STN_AUTOSTART_ON && !stn_autostart_is_there () ? STN_AUTOSTART_REFUSED
                                                                        : self->autostart));
  return g_variant_new_take_string (get_notifications (self));
}

static const GDBusInterfaceVTable vtable = {method_cb, property_cb, NULL, {NULL}};

static void
name_owned_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  StnReminderService *self = user_data;

  self->callbacks->owned (self->data);
}

static void
name_lost_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  StnReminderService *self = user_data;

  self->callbacks->lost (self->data);
}

static void
somebody_shows_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  StnReminderService *self = user_data;

  self->callbacks->shows (self->data);
}

StnReminderService *
stn_reminder_service_new (GDBusConnection *bus,
                          const StnReminderServiceCallbacks *callbacks,
                          gpointer data)
{
  g_return_val_if_fail (G_IS_DBUS_CONNECTION (bus) && callbacks != NULL, NULL);
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (introspection, NULL);
  StnReminderService *self = g_new0 (StnReminderService, 1);

  self->bus = g_object_ref (bus);
  self->callbacks = callbacks;
  self->data = data;
  self->object = g_dbus_connection_register_object (bus, STN_REMINDER_PATH, node->interfaces[0],
                                                    &vtable, self, NULL, NULL);
  self->name =
    g_bus_own_name_on_connection (bus, STN_REMINDER_NAME, G_BUS_NAME_OWNER_FLAGS_DO_NOT_QUEUE,
                                  name_owned_cb, name_lost_cb, self, NULL);
  self->notifications = g_bus_watch_name_on_connection (bus, stn_desktop_get_notification_name (),
                                                        G_BUS_NAME_WATCHER_FLAGS_NONE,
                                                        somebody_shows_cb, NULL, self, NULL);
  return self;
}

void
stn_reminder_service_free (StnReminderService *self)
{
  if (self == NULL)
    return;
  g_bus_unwatch_name (self->notifications);
  g_bus_unown_name (self->name);
  if (self->object != 0)
    g_dbus_connection_unregister_object (self->bus, self->object);
  g_clear_pointer (&self->test, stn_reminder_notice_free);
  g_object_unref (self->bus);
  g_free (self);
}
