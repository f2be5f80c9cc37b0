/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-reminder-autostart.h"

#include "stn-config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define PORTAL_NAME "org.freedesktop.portal.Desktop"
#define PORTAL_PATH "/org/freedesktop/portal/desktop"
#define PORTAL_BACKGROUND "org.freedesktop.portal.Background"
#define PORTAL_REQUEST "org.freedesktop.portal.Request"

const char *
stn_autostart_to_token (StnAutostart autostart)
{
  static const char *const tokens[] = {"off", "on", "refused", "failed"};

  g_return_val_if_fail (autostart < G_N_ELEMENTS (tokens), NULL);
  return tokens[autostart];
}

gboolean
stn_autostart_is_confined (void)
{
  /* The variable is libnotify's own: what is shown and what is started go the same way. */
  return g_file_test ("/.flatpak-info", G_FILE_TEST_EXISTS) ||
         g_getenv ("NOTIFY_FORCE_PORTAL") != NULL;
}

/* The file (Desktop Application Autostart Specification) */

static char *
file_path (void)
{
  return g_build_filename (g_get_user_config_dir (), "autostart", STN_REMINDER_NAME ".desktop",
                           NULL);
}

/* As the Desktop Entry Specification quotes an argument of Exec. */
static char *
quote (const char *program)
{
  GString *quoted = g_string_new ("\"");

  for (; *program != '\0'; program++) {
    if (strchr ("\"`$\\", *program) != NULL)
      g_string_append (quoted, *program == '\\' ? "\\\\\\" : "\\\\");
    else if (*program == '%')
      g_string_append_c (quoted, '%');
    g_string_append_c (quoted, *program);
  }
  g_string_append_c (quoted, '"');
  return g_string_free (quoted, FALSE);
}

static gboolean
was_switched_off (const char *path)
{
  g_autoptr (GKeyFile) file = g_key_file_new ();

  if (!g_key_file_load_from_file (file, path, G_KEY_FILE_NONE, NULL))
    return FALSE;
  return g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "Hidden", NULL) ||
         (g_key_file_has_key (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled", NULL) &&
          !g_key_file_get_boolean (file, G_KEY_FILE_DESKTOP_GROUP, "X-GNOME-Autostart-enabled",
                                   NULL));
}

static StnAutostart
write_file (const char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *exec = quote (program != NULL ? program : STN_REMINDER_PROGRAM);
  g_autofree char *before = NULL;
  g_autofree char *text = g_strdup_printf ("[Desktop Entry]\n"
                                           "Type=Application\n"
                                           "Name=%s\n"
                                           "Comment=%s\n"
                                           "Icon=" STN_APP_ID "\n"
                                           "Exec=%s\n"
                                           "NoDisplay=true\n",
                                           _ ("Stillnight Reminders"),
                                           _ ("Shows your evening and morning reminders"), exec);

  if (g_file_get_contents (path, &before, NULL, NULL) && strcmp (before, text) == 0)
    return STN_AUTOSTART_ON;
  g_mkdir_with_parents (folder, 0700);
  return g_file_set_contents_full (path, text, -1, G_FILE_SET_CONTENTS_CONSISTENT, 0600, NULL)
           ? STN_AUTOSTART_ON
           : STN_AUTOSTART_FAILED;
}

static StnAutostart
set_file (gboolean is_on)
{
  g_autofree char *path = file_path ();

  if (was_switched_off (path))
    return is_on ? STN_AUTOSTART_REFUSED : STN_AUTOSTART_OFF;
  if (is_on)
    return write_file (path);
  return g_unlink (path) == 0 || errno == ENOENT ? STN_AUTOSTART_OFF : STN_AUTOSTART_FAILED;
}

gboolean
stn_autostart_is_there (void)
{
  g_autofree char *path = file_path ();

  return stn_autostart_is_confined () ||
         (g_file_test (path, G_FILE_TEST_EXISTS) && !was_switched_off (path));
}

/* The portal */

typedef struct {
  GDBusConnection *bus;
  gboolean is_on;
  StnAutostartAnswered callback;
  gpointer data;
  guint subscription;
} Request;

static void
request_end (Request *request, StnAutostart autostart)
{
  if (request->subscription != 0)
    g_dbus_connection_signal_unsubscribe (request->bus, request->subscription);
  request->callback (autostart, request->data);
  g_object_unref (request->bus);
  g_free (request);
}

static void
response_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GVariant) results = NULL;
  gboolean autostart = FALSE;
  guint32 response;

  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  g_variant_lookup (results, "autostart", "b", &autostart);
  if (!request->is_on)
    request_end (request, STN_AUTOSTART_OFF);
  else
    request_end (request, response == 0 && autostart ? STN_AUTOSTART_ON : STN_AUTOSTART_REFUSED);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Request *request = user_data;
  g_autoptr (GVariant) reply =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, NULL);

  if (reply == NULL)
    request_end (request, request->is_on ? STN_AUTOSTART_FAILED : STN_AUTOSTART_OFF);
}

/* The path of the answer is known before the question, so that no answer is missed (portal documentation, "Request"). */
static char *
request_path (GDBusConnection *bus, const char *token)
{
  g_autofree char *sender = g_strdup (g_dbus_connection_get_unique_name (bus) + 1);

  g_strdelimit (sender, ".", '_');
  return g_strdup_printf (PORTAL_PATH "/request/%s/%s", sender, token);
}

static void
ask_portal (GDBusConnection *bus, gboolean is_on, StnAutostartAnswered callback, gpointer data)
{
  static guint n_requests;
  g_autofree char *token = g_strdup_printf ("stillnight%u", ++n_requests);
  g_autofree char *path = request_path (bus, token);
  const char *const command[] = {"stillnight-reminder", NULL};
  Request *request = g_new0 (Request, 1);
  GVariantBuilder options;

  *request = (Request){g_object_ref (bus), is_on, callback, data, 0};
  request->subscription =
    g_dbus_connection_signal_subscribe (bus, NULL, PORTAL_REQUEST, "Response", path, NULL,
                                        G_DBUS_SIGNAL_FLAGS_NONE, response_cb, request, NULL);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token", g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (_ ("To remind you in the evening and the morning")));
  g_variant_builder_add (&options, "{sv}", "autostart", g_variant_new_boolean (is_on));
  g_variant_builder_add (&options, "{sv}", "commandline", g_variant_new_strv (command, -1));
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH, PORTAL_BACKGROUND, "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), G_VARIANT_TYPE ("(o)"),
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb, request);
}

void
stn_autostart_arrange (GDBusConnection *bus,
                       gboolean is_on,
                       StnAutostartAnswered callback,
                       gpointer data)
{
  g_return_if_fail (G_IS_DBUS_CONNECTION (bus) && callback != NULL);

  if (stn_autostart_is_confined ())
    ask_portal (bus, is_on, callback, data);
  else
    callback (set_file (is_on), data);
}
