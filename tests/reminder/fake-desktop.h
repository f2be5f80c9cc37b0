/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** FakeNote: one notification that was sent. @is_open: neither closed by its sender nor dismissed. */
typedef struct {
  guint id;
  guint replaces; /* 0: none */
  char *title;
  char *body;
  char **actions; /* id, label, id, label ... */
  int timeout;
  gboolean is_open;
  gboolean is_hidden; /* its words, on a locked screen */
} FakeNote;

/**
 * FakeDesktop: a session bus of its own, with a scripted notification daemon, portal and window on it, as far as they are
 * switched on; it does what the test says and remembers what it was asked.
 */
typedef struct {
  GTestDBus *bus;
  GDBusConnection *connection;
  GPtrArray *notes;  /* of FakeNote, in the order of their coming */
  GPtrArray *opened; /* of char *: "stretch", "show-page evening" */
  GPtrArray *asked;  /* of char *: what the portal was asked: "autostart on" */
  gboolean portal_says_yes;
  guint32 portal_version;
  guint objects[8];
  guint n_objects;
} FakeDesktop;

typedef enum {
  FAKE_DAEMON = 1,
  FAKE_PORTAL = 2,
  FAKE_WINDOW = 4,
} FakeParts;

FakeDesktop *fake_desktop_new (FakeParts parts);
void fake_desktop_free (FakeDesktop *self);

/** fake_desktop_add: more of it, later. */
void fake_desktop_add (FakeDesktop *self, FakeParts parts);

/** fake_desktop_last: (nullable) the newest notification that is open. */
FakeNote *fake_desktop_last (FakeDesktop *self);
guint fake_desktop_count_open (FakeDesktop *self);

gboolean fake_note_has (const FakeNote *note, const char *action);

/** fake_desktop_press: somebody presses the button; it must be there. As many desktops do, the notification is closed then. */
void fake_desktop_press (FakeDesktop *self, FakeNote *note, const char *action);

/** fake_desktop_dismiss: somebody wipes it away. */
void fake_desktop_dismiss (FakeDesktop *self, FakeNote *note);

/** fake_desktop_wait: runs the main loop until @is_so; the test fails when that takes too long. */
typedef gboolean (*FakeCondition) (gpointer data);
void fake_desktop_wait (FakeCondition is_so, gpointer data, const char *what);

G_END_DECLS
