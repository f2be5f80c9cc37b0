/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-desktop.h"

#include "stn-config.h"

#define NOTIFICATIONS "org.freedesktop.Notifications"
#define NOTIFICATIONS_PATH "/org/freedesktop/Notifications"
#define PORTAL "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_NOTIFICATION "org.freedesktop.portal.Notification"
#define PORTAL_BACKGROUND "org.freedesktop.portal.Background"
#define LONGEST_S 60

static const char interfaces[] =
  "<node>"
  "<interface name='" NOTIFICATIONS "'>"
  "<method name='GetCapabilities'><arg type='as' direction='out'/></method>"
  "<method name='GetServerInformation'><arg type='s' direction='out'/><arg type='s' "
  "direction='out'/>"
  "<arg type='s' direction='out'/><arg type='s' direction='out'/></method>"
  "<method name='Notify'><arg type='s' direction='in'/><arg type='u' direction='in'/><arg type='s' "
  "direction='in'/>"
  "<arg type='s' direction='in'/><arg type='s' direction='in'/><arg type='as' direction='in'/>"
  "<arg type='a{sv}' direction='in'/><arg type='i' direction='in'/><arg type='u' "
  "direction='out'/></method>"
  "<method name='CloseNotification'><arg type='u' direction='in'/></method>"
  "<signal name='ActionInvoked'><arg type='u'/><arg type='s'/></signal>"
  "<signal name='NotificationClosed'><arg type='u'/><arg type='u'/></signal>"
  "</interface>"
  "<interface name='org.freedesktop.Application'>"
  "<method name='ActivateAction'><arg type='s' direction='in'/><arg type='av' direction='in'/>"
  "<arg type='a{sv}' direction='in'/></method>"
  "</interface>"
  "<interface name='" PORTAL_NOTIFICATION "'>"
  "<method name='AddNotification'><arg type='s' direction='in'/><arg type='a{sv}' "
  "direction='in'/></method>"
  "<method name='RemoveNotification'><arg type='s' direction='in'/></method>"
  "<property name='version' type='u' access='read'/>"
  "</interface>"
  "<interface name='" PORTAL_BACKGROUND "'>"
  "<method name='RequestBackground'><arg type='s' direction='in'/><arg type='a{sv}' "
  "direction='in'/>"
  "<arg type='o' direction='out'/></method>"
  "</interface>"
  "</node>";

static void
fake_note_free (gpointer data)
{
  FakeNote *note = data;

  g_free (note->title);
  g_free (note->body);
  g_strfreev (note->actions);
  g_free (note);
}

static FakeNote *
find_note (FakeDesktop *self, guint id)
{
  for (guint i = self->notes->len; i > 0; i--) {
    FakeNote *note = g_ptr_array_index (self->notes, i - 1);

    if (note->id == id)
      return note;
  }
  return NULL;
}

static void
emit (FakeDesktop *self, const char *signal, GVariant *arguments)
{
  g_dbus_connection_emit_signal (self->connection, NULL, NOTIFICATIONS_PATH, NOTIFICATIONS, signal,
                                 arguments, NULL);
}

static void
close_note (FakeDesktop *self, guint id, guint reason)
{
  FakeNote *note = find_note (self, id);

  if (note == NULL || !note->is_open)
    return;
  note->is_open = FALSE;
  emit (self, "NotificationClosed", g_variant_new ("(uu)", id, reason));
}

static guint
add_note (FakeDesktop *self, GVariant *arguments)
{
  FakeNote *note = g_new0 (FakeNote, 1);
  FakeNote *before;

  g_variant_get (arguments, "(&su&sss^as@a{sv}i)", NULL, &note->replaces, NULL, &note->title,
                 &note->body, &note->actions, NULL, &note->timeout);
  before = find_note (self, note->replaces);
  if (before != NULL && before->is_open)
    before->is_open = FALSE;
  else
    note->replaces = 0;
  note->id = note->replaces != 0 ? note->replaces : self->notes->len + 1;
  note->is_open = TRUE;
  g_ptr_array_add (self->notes, note);
  return note->id;
}

static void
method_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *call,
           gpointer data)
{
  FakeDesktop *self = data;
  const char *const caps[] = {"actions", "body", "body-markup", "persistence", NULL};
  guint id;

  if (g_str_equal (method, "GetCapabilities"))
    g_dbus_method_invocation_return_value (call, g_variant_new ("(^as)", caps));
  else if (g_str_equal (method, "GetServerInformation"))
    g_dbus_method_invocation_return_value (call,
                                           g_variant_new ("(ssss)", "fake", "test", "1", "1.2"));
  else if (g_str_equal (method, "Notify"))
    g_dbus_method_invocation_return_value (call, g_variant_new ("(u)", add_note (self, arguments)));
  else {
    g_variant_get (arguments, "(u)", &id);
    close_note (self, id, 3);
    g_dbus_method_invocation_return_value (call, NULL);
  }
}

static void
window_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *call,
           gpointer data)
{
  FakeDesktop *self = data;
  g_autoptr (GVariantIter) parameters = NULL;
  g_autoptr (GVariant) parameter = NULL;
  const char *action;

  g_variant_get (arguments, "(&sav@a{sv})", &action, &parameters, NULL);
  if (g_variant_iter_next (parameters, "v", &parameter))
    g_ptr_array_add (self->opened,
                     g_strdup_printf ("%s %s", action, g_variant_get_string (parameter, NULL)));
  else
    g_ptr_array_add (self->opened, g_strdup (action));
  g_dbus_method_invocation_return_value (call, NULL);
}

/* The portal's notifications become those of the desktop; their names are kept as titles of actions are. */
static void
add_portal_note (FakeDesktop *self, GVariant *arguments)
{
  g_autoptr (GVariant) content = NULL;
  g_autoptr (GVariant) buttons = NULL;
  g_autoptr (GPtrArray) actions = g_ptr_array_new ();
  g_autofree const char **hints = NULL;
  FakeNote *note = g_new0 (FakeNote, 1);

  g_variant_get (arguments, "(&s@a{sv})", NULL, &content);
  g_variant_lookup (content, "title", "s", &note->title);
  g_variant_lookup (content, "body", "s", &note->body);
  if (g_variant_lookup (content, "display-hint", "^a&s", &hints))
    note->is_hidden = g_strv_contains (hints, "hide-content-on-lock-screen");
  buttons = g_variant_lookup_value (content, "buttons", G_VARIANT_TYPE ("aa{sv}"));
  for (gsize i = 0; buttons != NULL && i < g_variant_n_children (buttons); i++) {
    g_autoptr (GVariant) button = g_variant_get_child_value (buttons, i);
    char *action = NULL, *label = NULL;

    g_variant_lookup (button, "action", "s", &action);
    g_variant_lookup (button, "label", "s", &label);
    g_ptr_array_add (actions, action);
    g_ptr_array_add (actions, label);
  }
  g_ptr_array_add (actions, NULL);
  note->actions = (char **) g_ptr_array_free (g_steal_pointer (&actions), FALSE);
  note->id = self->notes->len + 1;
  note->is_open = TRUE;
  g_ptr_array_add (self->notes, note);
}

static void
answer_background (FakeDesktop *self, GVariant *arguments, GDBusMethodInvocation *call)
{
  g_autoptr (GVariant) options = NULL;
  g_autofree char *sender = g_strdup (g_dbus_method_invocation_get_sender (call) + 1);
  g_autofree char *path = NULL;
  gboolean autostart = FALSE;
  const char *token = "";
  GVariantBuilder results;

  g_variant_get (arguments, "(&s@a{sv})", NULL, &options);
  g_variant_lookup (options, "autostart", "b", &autostart);
  g_variant_lookup (options, "handle_token", "&s", &token);
  g_ptr_array_add (self->asked, g_strdup (autostart ? "autostart on" : "autostart off"));
  g_strdelimit (sender, ".", '_');
  path = g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
  g_dbus_method_invocation_return_value (call, g_variant_new ("(o)", path));
  g_variant_builder_init (&results, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&results, "{sv}", "autostart",
                         g_variant_new_boolean (autostart && self->portal_says_yes));
  g_dbus_connection_emit_signal (
    self->connection, NULL, path, "org.freedesktop.portal.Request", "Response",
    g_variant_new ("(ua{sv})", self->portal_says_yes ? 0 : 1, &results), NULL);
}

static void
portal_cb (GDBusConnection *bus,
           const char *sender,
           const char *path,
           const char *interface,
           const char *method,
           GVariant *arguments,
           GDBusMethodInvocation *call,
           gpointer data)
{
  FakeDesktop *self = data;

  if (g_str_equal (method, "RequestBackground")) {
    answer_background (self, arguments, call);
    return;
  }
  if (g_str_equal (method, "AddNotification"))
    add_portal_note (self, arguments);
  else {
    FakeNote *note = fake_desktop_last (self);

    if (note != NULL)
      note->is_open = FALSE;
  }
  g_dbus_method_invocation_return_value (call, NULL);
}

static GVariant *
portal_version_cb (GDBusConnection *bus,
                   const char *sender,
                   const char *path,
                   const char *interface,
                   const char *property,
                   GError **error,
                   gpointer data)
{
  const FakeDesktop *self = data;

  return g_variant_new_uint32 (self->portal_version);
}

static void export(FakeDesktop *self,
                   const char *path,
                   const char *interface,
                   GDBusInterfaceMethodCallFunc cb)
{
  g_autoptr (GDBusNodeInfo) node = g_dbus_node_info_new_for_xml (interfaces, NULL);
  GDBusInterfaceVTable *vtable = g_new0 (GDBusInterfaceVTable, 1);

  vtable->method_call = cb;
  vtable->get_property = portal_version_cb;
  g_object_set_data_full (G_OBJECT (self->connection), interface, vtable, g_free);
  self->objects[self->n_objects++] = g_dbus_connection_register_object (
    self->connection, path, g_dbus_node_info_lookup_interface (node, interface), vtable, self, NULL,
    NULL);
}

static void
own (FakeDesktop *self, const char *name)
{
  g_autoptr (GVariant) reply = g_dbus_connection_call_sync (
    self->connection, "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
    "RequestName", g_variant_new ("(su)", name, 0), NULL, G_DBUS_CALL_FLAGS_NONE, -1, NULL, NULL);

  g_assert_nonnull (reply);
}

void
fake_desktop_add (FakeDesktop *self, FakeParts parts)
{
  g_autofree char *window = g_strconcat ("/", STN_APP_ID, NULL);

  if ((parts & FAKE_DAEMON) != 0) {
    export(self, NOTIFICATIONS_PATH, NOTIFICATIONS, method_cb);
    own (self, NOTIFICATIONS);
  }
  if ((parts & FAKE_WINDOW) != 0) {
    export(self, g_strdelimit (window, ".", '/'), "org.freedesktop.Application", window_cb);
    own (self, STN_APP_ID);
  }
  if ((parts & FAKE_PORTAL) != 0) {
    export(self, PORTAL_PATH, PORTAL_NOTIFICATION, portal_cb);
    export(self, PORTAL_PATH, PORTAL_BACKGROUND, portal_cb);
    own (self, PORTAL);
  }
}

FakeDesktop *
fake_desktop_new (FakeParts parts)
{
  FakeDesktop *self = g_new0 (FakeDesktop, 1);
  g_autoptr (GError) error = NULL;

  self->notes = g_ptr_array_new_with_free_func (fake_note_free);
  self->opened = g_ptr_array_new_with_free_func (g_free);
  self->asked = g_ptr_array_new_with_free_func (g_free);
  self->portal_says_yes = TRUE;
  self->portal_version = 1;
  self->bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_test_dbus_up (self->bus);
  self->connection = g_dbus_connection_new_for_address_sync (
    g_test_dbus_get_bus_address (self->bus),
    G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT | G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
    NULL, NULL, &error);
  g_assert_no_error (error);
  fake_desktop_add (self, parts);
  return self;
}

void
fake_desktop_free (FakeDesktop *self)
{
  for (guint i = 0; i < self->n_objects; i++)
    g_dbus_connection_unregister_object (self->connection, self->objects[i]);
  g_dbus_connection_close_sync (self->connection, NULL, NULL);
  g_object_unref (self->connection);
  g_test_dbus_stop (self->bus);
  g_object_unref (self->bus);
  g_ptr_array_unref (self->notes);
  g_ptr_array_unref (self->opened);
  g_ptr_array_unref (self->asked);
  g_free (self);
}

FakeNote *
fake_desktop_last (FakeDesktop *self)
{
  for (guint i = self->notes->len; i > 0; i--) {
    FakeNote *note = g_ptr_array_index (self->notes, i - 1);

    if (note->is_open)
      return note;
  }
  return NULL;
}

guint
fake_desktop_count_open (FakeDesktop *self)
{
  guint n = 0;

  for (guint i = 0; i < self->notes->len; i++)
    n += ((FakeNote *) g_ptr_array_index (self->notes, i))->is_open ? 1 : 0;
  return n;
}

gboolean
fake_note_has (const FakeNote *note, const char *action)
{
  for (guint i = 0; note->actions[i] != NULL; i += 2)
    if (g_str_equal (note->actions[i], action))
      return TRUE;
  return FALSE;
}

void
fake_desktop_press (FakeDesktop *self, FakeNote *note, const char *action)
{
  guint id = note->id;

  if (!note->is_open || !fake_note_has (note, action))
    g_error ("there is no button '%s' on '%s'", action, note->title);
  emit (self, "ActionInvoked", g_variant_new ("(us)", id, action));
  close_note (self, id, 2);
}

void
fake_desktop_dismiss (FakeDesktop *self, FakeNote *note)
{
  close_note (self, note->id, 2);
}

static gboolean
too_long_cb (gpointer what)
{
  g_error ("waited %d s in vain until %s", LONGEST_S, (const char *) what);
  return G_SOURCE_REMOVE;
}

static gboolean
tick_cb (gpointer data)
{
  return G_SOURCE_CONTINUE;
}

void
fake_desktop_wait (FakeCondition is_so, gpointer data, const char *what)
{
  guint source = g_timeout_add_seconds (LONGEST_S, too_long_cb, (gpointer) what);
  /* What is waited for may be a file, which wakes nobody up. */
  guint tick = g_timeout_add (20, tick_cb, NULL);

  while (!is_so (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (tick);
  g_source_remove (source);
}
