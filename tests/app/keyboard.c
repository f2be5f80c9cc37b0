/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyboard.h"

#include <gio/gunixsocketaddress.h>
#include <string.h>

/* Opcodes of the X protocol. */
enum { WARP_POINTER = 41, GET_INPUT_FOCUS = 43, QUERY_EXTENSION = 98, GET_KEYBOARD_MAPPING = 101 };
enum { XTEST_FAKE_INPUT = 2, KEY_PRESS = 2, KEY_RELEASE = 3 };

/* A connection to the X server, for the life of the process. */
typedef struct {
  GSocketConnection *connection;
  guint32 root;
  guint8 first_code;
  guint8 last_code;
  guint8 xtest;
  guint per_code; /* keysyms a key code */
  guint32 *symbols;
} Server;

static void
send_bytes (Server *self, gconstpointer bytes, gsize size)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (self->connection));

  g_assert_true (g_output_stream_write_all (out, bytes, size, NULL, NULL, NULL));
}

static void
receive (Server *self, gpointer bytes, gsize size)
{
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (self->connection));
  gsize n;

  g_assert_true (g_input_stream_read_all (in, bytes, size, &n, NULL, NULL));
  g_assert_cmpuint (n, ==, size);
}

static guint16
number16 (const guint8 *bytes)
{
  return (guint16) (bytes[0] | bytes[1] << 8);
}

static guint32
number32 (const guint8 *bytes)
{
  return number16 (bytes) | (guint32) number16 (bytes + 2) << 16;
}

static void
set_up (Server *self)
{
  const guint8 hello[12] = {'l', 0, 11};
  guint8 head[8];
  g_autofree guint8 *body = NULL;
  gsize size;

  send_bytes (self, hello, sizeof hello);
  receive (self, head, sizeof head);
  g_assert_cmpuint (head[0], ==, 1);
  size = (gsize) number16 (head + 6) * 4;
  body = g_malloc (size);
  receive (self, body, size);
  self->first_code = body[26];
  self->last_code = body[27];
  self->root = number32 (body + 32 + (number16 (body + 16) + 3) / 4 * 4 + 8 * body[21]);
}

/* Also waits until all requests before it are done. */
static void
ask (Server *self, gconstpointer request, gsize size, guint8 reply[32])
{
  send_bytes (self, request, size);
  /* The server also tells of events. */
  do
    receive (self, reply, 32);
  while (reply[0] > 1);
  g_assert_cmpuint (reply[0], ==, 1);
}

static void
learn_keys (Server *self)
{
  const guint8 n = (guint8) (self->last_code - self->first_code + 1);
  const guint8 request[8] = {GET_KEYBOARD_MAPPING, 0, 2, 0, self->first_code, n};
  const guint8 extension[16] = {QUERY_EXTENSION, 0, 4, 0, 5, 0, 0, 0, 'X', 'T', 'E', 'S', 'T'};
  guint8 reply[32];

  ask (self, request, sizeof request, reply);
  self->per_code = reply[1];
  self->symbols = g_new (guint32, (gsize) n * self->per_code);
  receive (self, self->symbols, (gsize) n * self->per_code * 4);
  ask (self, extension, sizeof extension, reply);
  g_assert_cmpuint (reply[8], ==, 1);
  self->xtest = reply[9];
}

static Server *
get_server (void)
{
  static Server server;
  g_autofree char *path = NULL;
  g_autoptr (GSocketAddress) address = NULL;
  g_autoptr (GSocketClient) client = NULL;

  if (server.connection != NULL)
    return &server;
  path = g_strconcat ("/tmp/.X11-unix/X", g_getenv ("DISPLAY") + 1, NULL);
  address = g_unix_socket_address_new (path);
  client = g_socket_client_new ();
  server.connection = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (address), NULL, NULL);
  g_assert_nonnull (server.connection);
  set_up (&server);
  learn_keys (&server);
  return &server;
}

static guint8
code_of (const Server *self, guint keyval)
{
  for (guint code = self->first_code; code <= self->last_code; code++)
    if (self->symbols[(code - self->first_code) * self->per_code] == keyval)
      return (guint8) code;
  g_error ("no key for %s", gdk_keyval_name (keyval));
}

static void
fake (Server *self, guint8 type, guint8 code)
{
  guint8 request[36] = {self->xtest, XTEST_FAKE_INPUT, 9, 0, type, code};

  send_bytes (self, request, sizeof request);
}

/* Without a window manager the keys go to the window under the pointer: the margin, where it changes nothing. */
static void
point_at_window (Server *self)
{
  guint8 request[24] = {WARP_POINTER, 0, 6, 0};
  const guint8 done[4] = {GET_INPUT_FOCUS, 0, 1, 0};
  guint8 reply[32];

  memcpy (request + 8, &self->root, 4);
  request[20] = 3;
  request[22] = 200;
  send_bytes (self, request, sizeof request);
  ask (self, done, sizeof done, reply);
}

static void
released_cb (GtkEventControllerKey *keys,
             guint keyval,
             guint keycode,
             GdkModifierType modifiers,
             gpointer user_data)
{
  *(guint *) user_data -= 1;
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
}

/* The names of @chord are held down one after the other and let go the other way round. */
static guint
press (AppFixture *fixture, GtkWidget *window, const char *chord)
{
  Server *server = get_server ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_auto (GStrv) names = g_strsplit (chord, "+", -1);
  const guint n = g_strv_length (names);
  guint held = n;

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-released", G_CALLBACK (released_cb), &held);
  gtk_widget_add_controller (window, keys);
  for (guint i = 0; i < n; i++)
    fake (server, KEY_PRESS, code_of (server, gdk_keyval_from_name (names[i])));
  for (guint i = n; i > 0; i--)
    fake (server, KEY_RELEASE, code_of (server, gdk_keyval_from_name (names[i - 1])));
  app_fixture_wait (is_zero, &held);
  gtk_widget_remove_controller (window, keys);
  app_fixture_settle (fixture);
  return n;
}

guint
keyboard_press_in (AppFixture *fixture, GtkWidget *window, const char *keys)
{
  g_auto (GStrv) chords = g_strsplit (keys, " ", -1);
  guint n = 0;

  point_at_window (get_server ());
  for (guint i = 0; chords[i] != NULL; i++)
    n += press (fixture, window, chords[i]);
  return n;
}

guint
keyboard_press (AppFixture *fixture, const char *keys)
{
  return keyboard_press_in (fixture, GTK_WIDGET (fixture->window), keys);
}
