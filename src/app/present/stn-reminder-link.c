/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-reminder-link.h"

#include "stn-config.h"

struct _StnReminderLink {
  GObject parent_instance;

  GDBusConnection *bus; /* NULL: there is none, or not yet */
  GCancellable *cancellable;
  guint watch;
  guint signal;
  gboolean is_waking;
  StnReminderStatus status;
};

G_DEFINE_FINAL_TYPE (StnReminderLink, stn_reminder_link, G_TYPE_OBJECT)

enum { CHANGED, N_SIGNALS };
static guint signals[N_SIGNALS];

static void
set_status (StnReminderLink *self, StnReminderStatus status)
{
  if (self->status == status)
    return;
  self->status = status;
  g_signal_emit (self, signals[CHANGED], 0);
}

static StnReminderStatus
judge (GVariant *properties)
{
  const char *autostart = "", *notifications = "";

  g_variant_lookup (properties, "Autostart", "&s", &autostart);
  g_variant_lookup (properties, "Notifications", "&s", &notifications);
  if (*notifications == '\0')
    return STN_REMINDER_STATUS_NOWHERE;
  return g_str_equal (autostart, "on") ? STN_REMINDER_STATUS_RUNS
                                       : STN_REMINDER_STATUS_THIS_SESSION;
}

static void
told_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  g_autoptr (GVariant) properties = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the link is gone */
  if (reply == NULL) {
    set_status (STN_REMINDER_LINK (user_data), STN_REMINDER_STATUS_STOPPED);
    return;
  }
  g_variant_get (reply, "(@a{sv})", &properties);
  set_status (STN_REMINDER_LINK (user_data), judge (properties));
}

static void
ask (StnReminderLink *self)
{
  g_dbus_connection_call (self->bus, STN_REMINDER_NAME, STN_REMINDER_PATH,
                          "org.freedesktop.DBus.Properties", "GetAll",
                          g_variant_new ("(s)", STN_REMINDER_NAME), G_VARIANT_TYPE ("(a{sv})"),
                          G_DBUS_CALL_FLAGS_NO_AUTO_START, -1, self->cancellable, told_cb, self);
}

static void
appeared_cb (GDBusConnection *bus, const char *name, const char *owner, gpointer user_data)
{
  ask (user_data);
}

static void
vanished_cb (GDBusConnection *bus, const char *name, gpointer user_data)
{
  set_status (user_data, STN_REMINDER_STATUS_STOPPED);
}

static void
properties_cb (GDBusConnection *bus,
               const char *sender,
               const char *path,
               const char *interface,
               const char *signal,
               GVariant *parameters,
               gpointer user_data)
{
  ask (user_data);
}

static void
start (StnReminderLink *self)
{
  /* Who is not there after it is told of by the watch. */
  g_dbus_connection_call (self->bus, "org.freedesktop.DBus", "/org/freedesktop/DBus",
                          "org.freedesktop.DBus", "StartServiceByName",
                          g_variant_new ("(su)", STN_REMINDER_NAME, 0), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL, NULL);
}

static void
bus_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDBusConnection) bus = g_bus_get_finish (result, &error);
  StnReminderLink *self = user_data;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return; /* the link is gone */
  if (bus == NULL) {
    set_status (self, STN_REMINDER_STATUS_STOPPED);
    return;
  }
  self->bus = g_steal_pointer (&bus);
  self->watch =
    g_bus_watch_name_on_connection (self->bus, STN_REMINDER_NAME, G_BUS_NAME_WATCHER_FLAGS_NONE,
                                    appeared_cb, vanished_cb, self, NULL);
  self->signal = g_dbus_connection_signal_subscribe (
    self->bus, STN_REMINDER_NAME, "org.freedesktop.DBus.Properties", "PropertiesChanged",
    STN_REMINDER_PATH, NULL, G_DBUS_SIGNAL_FLAGS_NONE, properties_cb, self, NULL);
  if (self->is_waking)
    start (self);
}

static void
stn_reminder_link_dispose (GObject *object)
{
  StnReminderLink *self = STN_REMINDER_LINK (object);

  g_cancellable_cancel (self->cancellable);
  if (self->watch != 0)
    g_bus_unwatch_name (self->watch);
  self->watch = 0;
  if (self->signal != 0)
    g_dbus_connection_signal_unsubscribe (self->bus, self->signal);
  self->signal = 0;
  g_clear_object (&self->bus);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (stn_reminder_link_parent_class)->dispose (object);
}

static void
stn_reminder_link_class_init (StnReminderLinkClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = stn_reminder_link_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
stn_reminder_link_init (StnReminderLink *self)
{
  self->cancellable = g_cancellable_new ();
}

StnReminderLink *
stn_reminder_link_new (void)
{
  StnReminderLink *self = g_object_new (STN_TYPE_REMINDER_LINK, NULL);

  g_bus_get (G_BUS_TYPE_SESSION, self->cancellable, bus_cb, self);
  return self;
}

StnReminderStatus
stn_reminder_link_get_status (StnReminderLink *self)
{
  g_return_val_if_fail (STN_IS_REMINDER_LINK (self), STN_REMINDER_STATUS_UNKNOWN);
  return self->status;
}

void
stn_reminder_link_wake (StnReminderLink *self)
{
  g_return_if_fail (STN_IS_REMINDER_LINK (self));

  self->is_waking = TRUE;
  if (self->bus != NULL)
    start (self);
}
