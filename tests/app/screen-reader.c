/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "screen-reader.h"

#include <string.h>

#define ACCESSIBLE "org.a11y.atspi.Accessible"
#define PROPERTIES "org.freedesktop.DBus.Properties"

struct _ScreenReader {
  GDBusConnection *bus;
  guint subscription;
  char *sender;
  char *focus; /* path of what has it; NULL: not heard of any */
};

/* What is told of a state, by its number in the AT-SPI protocol. */
static const struct {
  guint bit;
  const char *name;
} states[] = {
  {4, "checked"},   {10, "expanded"}, {20, "pressed"},
  {23, "selected"}, {33, "required"}, {36, "invalid"},
};
#define STATE_SENSITIVE 24
/* A group is not farther above what is in it. */
#define LEVELS_MAX 6

/* Calls. The answer comes from this process, whose main loop has to go on. */

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

/* (nullable) */
static GVariant *
ask (ScreenReader *self, const char *interface, const char *method, GVariant *arguments)
{
  g_autoptr (GAsyncResult) result = NULL;

  g_dbus_connection_call (self->bus, self->sender, self->focus, interface, method, arguments, NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, answered_cb, &result);
  app_fixture_wait (is_there, &result);
  return g_dbus_connection_call_finish (self->bus, result, NULL);
}

/* (nullable) */
static GVariant *
get_property (ScreenReader *self, const char *interface, const char *name)
{
  g_autoptr (GVariant) answer =
    ask (self, PROPERTIES, "Get", g_variant_new ("(ss)", interface, name));
  GVariant *value = NULL;

  if (answer != NULL)
    g_variant_get (answer, "(v)", &value);
  return value;
}

/* The focus */

static void
state_changed_cb (GDBusConnection *bus,
                  const char *sender,
                  const char *path,
                  const char *interface,
                  const char *signal,
                  GVariant *parameters,
                  gpointer data)
{
  ScreenReader *self = data;
  gint32 is_set;

  g_variant_get_child (parameters, 1, "i", &is_set);
  if (!is_set)
    return;
  g_free (self->sender);
  self->sender = g_strdup (sender);
  g_free (self->focus);
  self->focus = g_strdup (path);
}

ScreenReader *
screen_reader_start (void)
{
  ScreenReader *self = g_new0 (ScreenReader, 1);
  g_autoptr (GDBusConnection) session = g_bus_get_sync (G_BUS_TYPE_SESSION, NULL, NULL);
  g_autoptr (GVariant) address =
    g_dbus_connection_call_sync (session, "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus",
                                 "GetAddress", NULL, NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_autoptr (GVariant) registered = NULL;
  const char *name;

  g_assert_nonnull (address);
  g_variant_get (address, "(&s)", &name);
  self->bus = g_dbus_connection_new_for_address_sync (
    name,
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, NULL);
  g_assert_nonnull (self->bus);
  /* Newer GTK says nothing that nobody asked for. */
  registered = g_dbus_connection_call_sync (
    self->bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/registry", "org.a11y.atspi.Registry",
    "RegisterEvent", g_variant_new ("(sass)", "object:state-changed:focused", NULL, ""), NULL,
    G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);
  g_assert_nonnull (registered);
  self->subscription = g_dbus_connection_signal_subscribe (
    self->bus, NULL, "org.a11y.atspi.Event.Object", "StateChanged", NULL, "focused",
    G_DBUS_SIGNAL_FLAGS_NONE, state_changed_cb, self, NULL);
  return self;
}

void
screen_reader_stop (ScreenReader *self)
{
  g_dbus_connection_signal_unsubscribe (self->bus, self->subscription);
  g_object_unref (self->bus);
  g_free (self->sender);
  g_free (self->focus);
  g_free (self);
}

void
screen_reader_forget (ScreenReader *self)
{
  g_clear_pointer (&self->focus, g_free);
}

/* Words */

static void
add_states (ScreenReader *self, GString *told)
{
  g_autoptr (GVariant) answer = ask (self, ACCESSIBLE, "GetState", NULL);
  g_autoptr (GVariant) words = NULL;
  guint64 set = 0;

  g_assert_nonnull (answer);
  words = g_variant_get_child_value (answer, 0);
  for (gsize i = 0; i < g_variant_n_children (words); i++) {
    guint32 word;

    g_variant_get_child (words, i, "u", &word);
    set |= (guint64) word << (32 * i);
  }
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if ((set >> states[i].bit & 1) != 0)
      g_string_append_printf (told, ", %s", states[i].name);
  if ((set >> STATE_SENSITIVE & 1) == 0)
    g_string_append (told, ", cannot be used");
}

static char *
get_name (ScreenReader *self)
{
  g_autoptr (GVariant) name = get_property (self, ACCESSIBLE, "Name");

  g_assert_nonnull (name);
  return g_variant_dup_string (name, NULL);
}

static char *
get_role (ScreenReader *self)
{
  g_autoptr (GVariant) role = ask (self, ACCESSIBLE, "GetRoleName", NULL);
  char *name;

  g_assert_nonnull (role);
  g_variant_get (role, "(s)", &name);
  return name;
}

/* The nearest group around it that has a name: a screen reader says it on the way in. */
static void
add_group (ScreenReader *self, GString *told)
{
  for (guint level = 0; level < LEVELS_MAX; level++) {
    g_autoptr (GVariant) parent = get_property (self, ACCESSIBLE, "Parent");
    g_autofree char *role = NULL;

    g_assert_nonnull (parent);
    g_free (self->focus);
    g_variant_get (parent, "(so)", NULL, &self->focus);
    role = get_role (self);
    if (strstr (role, "group") != NULL || strstr (role, "panel") != NULL) {
      g_autofree char *name = get_name (self);

      /* What has no name of its own is called by its class. */
      if (*name != '\0' && !g_str_has_prefix (name, "Gtk")) {
        g_string_append_printf (told, " (%s)", name);
        return;
      }
    }
  }
}

char *
screen_reader_tell (ScreenReader *self)
{
  GString *told = g_string_new (NULL);
  g_autofree char *name = NULL;
  g_autofree char *role = NULL;
  g_autoptr (GVariant) value = NULL;

  app_fixture_wait (is_there, &self->focus);
  /* What was said before an answer comes before it: a focus that goes on at once, into a field, was heard of after this. */
  g_free (get_role (self));
  name = get_name (self);
  role = get_role (self);
  g_string_append_printf (told, "%s, %s", name, role);
  add_states (self, told);
  value = get_property (self, "org.a11y.atspi.Value", "CurrentValue");
  if (value != NULL)
    g_string_append_printf (told, ", %g", g_variant_get_double (value));
  add_group (self, told);
  return g_string_free (told, FALSE);
}
