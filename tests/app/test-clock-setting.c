/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-clock-setting.h"
#include "wording/stn-wording.h"

/* 12 or 24 hours as was chosen for all programs, else as in the locale, which is C here; test-locale.c has others. */

#define SCHEMA "org.gnome.desktop.interface"
#define KEY "clock-format"
#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_SETTINGS "org.freedesktop.portal.Settings"

static void
assert_half_past_ten (const char *expected)
{
  g_autofree char *text = stn_wording_time (22 * 60 + 30);

  g_assert_cmpstr (text, ==, expected);
}

static void
count_cb (gpointer user_data)
{
  ++*(guint *) user_data;
}

static void
test_chosen (void)
{
  guint n_changes = 0;
  g_autoptr (GSettings) desktop = g_settings_new (SCHEMA);
  g_autoptr (StnClockSetting) setting = NULL;

  setting = stn_clock_setting_new (NULL, count_cb, &n_changes);
  assert_half_past_ten ("22:30");
  g_settings_set_string (desktop, KEY, "12h");
  assert_half_past_ten ("10:30 PM");
  g_assert_cmpuint (n_changes, ==, 1);
  g_settings_reset (desktop, KEY);
  assert_half_past_ten ("22:30");
  g_assert_cmpuint (n_changes, ==, 2);
}

/* The portal, which answers in a thread of its own as another process would. */
typedef struct {
  const char *answer; /* NULL: it knows no such setting */
  GDBusConnection *connection;
  GMainLoop *loop;
  GThread *thread;
} Portal;

static GDBusConnection *
connect_to_bus (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = g_dbus_address_get_for_bus_sync (G_BUS_TYPE_SESSION, NULL, &error);
  GDBusConnection *bus;

  g_assert_no_error (error);
  bus = g_dbus_connection_new_for_address_sync (address,
                                                G_DBUS_CONNECTION_FLAGS_AUTHENTICATION_CLIENT |
                                                  G_DBUS_CONNECTION_FLAGS_MESSAGE_BUS_CONNECTION,
                                                NULL, NULL, &error);
  g_assert_no_error (error);
  return bus;
}

static void
read_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *arguments,
         GDBusMethodInvocation *invocation,
         gpointer user_data)
{
  const Portal *portal = user_data;
  const char *schema, *key;

  g_variant_get (arguments, "(&s&s)", &schema, &key);
  g_assert_cmpstr (schema, ==, SCHEMA);
  g_assert_cmpstr (key, ==, KEY);
  if (portal->answer == NULL)
    g_dbus_method_invocation_return_dbus_error (invocation, "org.freedesktop.portal.Error.NotFound",
                                                "none");
  else
    g_dbus_method_invocation_return_value (
      invocation,
      g_variant_new ("(v)", g_variant_new_variant (g_variant_new_string (portal->answer))));
}

static gpointer
serve (gpointer user_data)
{
  static const char *const xml =
    "<node><interface name='" PORTAL_SETTINGS "'><method name='Read'><arg type='s' direction='in'/>"
    "<arg type='s' direction='in'/><arg type='v' direction='out'/></method></interface></node>";
  static const GDBusInterfaceVTable table = {read_cb, NULL, NULL, {NULL}};
  Portal *portal = user_data;
  GMainContext *context = g_main_loop_get_context (portal->loop);
  g_autoptr (GDBusNodeInfo) info = g_dbus_node_info_new_for_xml (xml, NULL);
  g_autoptr (GVariant) owned = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (context);
  portal->connection = connect_to_bus ();
  g_dbus_connection_register_object (portal->connection, PORTAL_PATH, info->interfaces[0], &table,
                                     portal, NULL, &error);
  g_assert_no_error (error);
  owned = g_dbus_connection_call_sync (portal->connection, "org.freedesktop.DBus",
                                       "/org/freedesktop/DBus", "org.freedesktop.DBus",
                                       "RequestName", g_variant_new ("(su)", PORTAL_NAME, 0), NULL,
                                       G_DBUS_CALL_FLAGS_NONE, -1, NULL, &error);
  g_assert_no_error (error);
  g_main_loop_run (portal->loop);
  g_dbus_connection_close_sync (portal->connection, NULL, NULL);
  g_clear_object (&portal->connection);
  g_main_context_pop_thread_default (context);
  return NULL;
}

static gboolean
is_running_cb (gpointer user_data)
{
  g_atomic_int_set ((gint *) user_data, TRUE);
  return G_SOURCE_REMOVE;
}

static void
portal_start (Portal *portal, const char *answer)
{
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GSource) source = g_idle_source_new ();
  gint is_running = FALSE;

  *portal = (Portal){.answer = answer, .loop = g_main_loop_new (context, FALSE)};
  g_source_set_callback (source, is_running_cb, &is_running, NULL);
  g_source_attach (source, context);
  portal->thread = g_thread_new ("portal", serve, portal);
  while (!g_atomic_int_get (&is_running))
    g_thread_yield ();
}

static void
portal_stop (Portal *portal)
{
  g_main_loop_quit (portal->loop);
  g_thread_join (portal->thread);
  g_main_loop_unref (portal->loop);
}

static void
check_portal (const char *answer, const char *expected)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (StnClockSetting) setting = NULL;
  Portal portal;
  guint n_changes = 0;

  stn_wording_choose_hours (STN_HOURS_OF_LOCALE);
  g_test_dbus_up (bus);
  connection = connect_to_bus ();
  portal_start (&portal, answer);
  setting = stn_clock_setting_new (connection, count_cb, &n_changes);
  assert_half_past_ten (expected);
  portal_stop (&portal);
  g_clear_pointer (&setting, stn_clock_setting_free);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_clear_object (&connection);
  g_test_dbus_down (bus);
}

static void
test_portal (void)
{
  check_portal ("12h", "10:30 PM");
  check_portal ("24h", "22:30");
  check_portal (NULL, "22:30");
  check_portal ("7", "22:30");
}

static void
test_portal_changes (void)
{
  g_autoptr (GTestDBus) bus = g_test_dbus_new (G_TEST_DBUS_NONE);
  g_autoptr (GDBusConnection) connection = NULL;
  g_autoptr (StnClockSetting) setting = NULL;
  Portal portal;
  guint n_changes = 0;

  g_test_dbus_up (bus);
  connection = connect_to_bus ();
  portal_start (&portal, "24h");
  setting = stn_clock_setting_new (connection, count_cb, &n_changes);
  assert_half_past_ten ("22:30");
  g_dbus_connection_emit_signal (
    portal.connection, NULL, PORTAL_PATH, PORTAL_SETTINGS, "SettingChanged",
    g_variant_new ("(ssv)", SCHEMA, KEY, g_variant_new_string ("12h")), NULL);
  while (!stn_wording_has_12_hours ())
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n_changes, ==, 1);
  portal_stop (&portal);
  g_clear_pointer (&setting, stn_clock_setting_free);
  g_dbus_connection_close_sync (connection, NULL, NULL);
  g_clear_object (&connection);
  g_test_dbus_down (bus);
  stn_wording_choose_hours (STN_HOURS_OF_LOCALE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/clock-setting/as-chosen", test_chosen);
  g_test_add_func ("/app/clock-setting/portal", test_portal);
  g_test_add_func ("/app/clock-setting/portal-changes", test_portal_changes);
  return g_test_run ();
}
