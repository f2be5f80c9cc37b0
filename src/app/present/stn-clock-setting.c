/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-clock-setting.h"

#include "wording/stn-wording.h"

#define SCHEMA "org.gnome.desktop.interface"
#define KEY "clock-format"
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"
#define PORTAL_PATIENCE_MS 1000

struct _StnClockSetting {
  GSettings *settings; /* NULL in a sandbox, and where the desktop has no such setting */
  GDBusConnection *portal;
  guint subscription;
  void (*changed) (gpointer user_data);
  gpointer user_data;
};

/* (nullable) @value: what the setting says. */
static void
take (GVariant *value)
{
  const char *word = value != NULL && g_variant_is_of_type (value, G_VARIANT_TYPE_STRING)
                       ? g_variant_get_string (value, NULL)
                       : "";

  stn_wording_choose_hours (g_str_equal (word, "12h")   ? STN_HOURS_12
                            : g_str_equal (word, "24h") ? STN_HOURS_24
                                                        : STN_HOURS_OF_LOCALE);
}

/* The desktop's own default is nobody's choice. */
static void
read_settings (StnClockSetting *self)
{
  g_autoptr (GVariant) value = g_settings_get_user_value (self->settings, KEY);

  take (value);
}

static void
setting_changed_cb (StnClockSetting *self)
{
  read_settings (self);
  self->changed (self->user_data);
}

static void
follow_settings (StnClockSetting *self)
{
  GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
  g_autoptr (GSettingsSchema) schema =
    source != NULL ? g_settings_schema_source_lookup (source, SCHEMA, TRUE) : NULL;

  if (schema == NULL || !g_settings_schema_has_key (schema, KEY))
    return;
  self->settings = g_settings_new_full (schema, NULL, NULL);
  g_signal_connect_swapped (self->settings, "changed::" KEY, G_CALLBACK (setting_changed_cb), self);
  read_settings (self);
}

static void
portal_changed_cb (GDBusConnection *portal,
                   const char *sender,
                   const char *path,
                   const char *interface,
                   const char *signal,
                   GVariant *arguments,
                   gpointer user_data)
{
  StnClockSetting *self = user_data;
  const char *schema, *key;
  g_autoptr (GVariant) value = NULL;

  if (!g_variant_is_of_type (arguments, G_VARIANT_TYPE ("(ssv)")))
    return;
  g_variant_get (arguments, "(&s&sv)", &schema, &key, &value);
  if (!g_str_equal (schema, SCHEMA) || !g_str_equal (key, KEY))
    return;
  take (value);
  self->changed (self->user_data);
}

static void
follow_portal (StnClockSetting *self)
{
  g_autoptr (GVariant) answer = NULL;
  g_autoptr (GVariant) value = NULL;

  self->subscription = g_dbus_connection_signal_subscribe (
    self->portal, PORTAL_NAME, PORTAL_SETTINGS, "SettingChanged", PORTAL_PATH, SCHEMA,
    G_DBUS_SIGNAL_FLAGS_NONE, portal_changed_cb, self, NULL);
  answer =
    g_dbus_connection_call_sync (self->portal, PORTAL_NAME, PORTAL_PATH, PORTAL_SETTINGS, "Read",
                                 g_variant_new ("(ss)", SCHEMA, KEY), G_VARIANT_TYPE ("(v)"),
                                 G_DBUS_CALL_FLAGS_NONE, PORTAL_PATIENCE_MS, NULL, NULL);
  if (answer == NULL)
    return;
  /* The answer of Read() is wrapped twice. */
  g_variant_get (answer, "(v)", &value);
  if (g_variant_is_of_type (value, G_VARIANT_TYPE_VARIANT)) {
    g_autoptr (GVariant) outer = g_steal_pointer (&value);

    value = g_variant_get_variant (outer);
  }
  take (value);
}

StnClockSetting *
stn_clock_setting_new (GDBusConnection *portal,
                       void (*changed) (gpointer user_data),
                       gpointer user_data)
{
  StnClockSetting *self;

  g_return_val_if_fail (changed != NULL, NULL);

  self = g_new0 (StnClockSetting, 1);
  self->changed = changed;
  self->user_data = user_data;
  if (portal != NULL) {
    self->portal = g_object_ref (portal);
    follow_portal (self);
  } else {
    follow_settings (self);
  }
  return self;
}

void
stn_clock_setting_free (StnClockSetting *self)
{
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (self->portal, self->subscription);
  g_clear_object (&self->settings);
  g_clear_object (&self->portal);
  g_free (self);
}
