/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "widgets/stn-file-dialog.h"

typedef struct {
  GtkWindow *window;
  guint answers;
  GFile *file; /* the last answer */
} Fixture;

static const StnFileQuestion question = {
  .action = GTK_FILE_CHOOSER_ACTION_SAVE, .title = "Save", .accept = "Save", .name = "nights.csv"};

/* When the dialog goes, as far as the program asked for it (--wrap, see meson.build). */
static struct {
  guint seconds;
  gpointer dialog;
  GDestroyNotify let_go;
} keeping;

guint __wrap_g_timeout_add_seconds_full (
  int priority, guint seconds, GSourceFunc function, gpointer data, GDestroyNotify notify);

guint
__wrap_g_timeout_add_seconds_full (
  int priority, guint seconds, GSourceFunc function, gpointer data, GDestroyNotify notify)
{
  g_assert_null (keeping.dialog);
  keeping.seconds = seconds;
  keeping.dialog = data;
  keeping.let_go = notify;
  return 0;
}

static void
answered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *fixture = user_data;

  fixture->answers++;
  g_clear_object (&fixture->file);
  fixture->file = stn_file_dialog_finish (result);
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Nothing else is open here but the window and the dialogs; those that were answered are hidden. */
static GtkDialog *
find_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER (link->data) && gtk_widget_get_visible (link->data))
      return link->data;
  return NULL;
}

static void
ask (Fixture *fixture)
{
  stn_file_dialog_ask (GTK_WIDGET (fixture->window), &question, answered_cb, fixture);
  settle ();
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_present (fixture->window);
  ask (fixture);
  g_assert_nonnull (find_dialog ());
  g_assert_cmpuint (fixture->answers, ==, 0);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->window != NULL)
    gtk_window_destroy (fixture->window);
  settle ();
  if (keeping.dialog != NULL)
    g_clear_pointer (&keeping.dialog, keeping.let_go);
  g_clear_object (&fixture->file);
  settle ();
}

static void
assert_answered (Fixture *fixture, const char *name)
{
  g_autofree char *chosen = NULL;

  settle ();
  chosen = fixture->file != NULL ? g_file_get_basename (fixture->file) : NULL;
  g_assert_cmpuint (fixture->answers, ==, 1);
  g_assert_cmpstr (chosen, ==, name);
  g_assert_null (find_dialog ());
}

static gboolean
knows_folder (gpointer data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (data));

  return file != NULL;
}

static gboolean
has_file (gpointer data)
{
  return ((Fixture *) data)->file != NULL;
}

/* GTK looks first whether a file would be written over. */
static void
accept (Fixture *fixture)
{
  GtkDialog *dialog = find_dialog ();

  app_fixture_wait (knows_folder, dialog);
  gtk_dialog_response (dialog, GTK_RESPONSE_ACCEPT);
  app_fixture_wait (has_file, fixture);
}

static void
test_accept (Fixture *fixture, gconstpointer data)
{
  accept (fixture);
  assert_answered (fixture, "nights.csv");
}

static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  gtk_dialog_response (find_dialog (), GTK_RESPONSE_CANCEL);
  assert_answered (fixture, NULL);
  g_clear_pointer (&keeping.dialog, keeping.let_go);
  ask (fixture);
  g_assert_nonnull (find_dialog ());
}

static void
test_window_closed (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  assert_answered (fixture, NULL);
}

/* A button that was pressed twice. */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  GtkDialog *first = find_dialog ();

  ask (fixture);
  g_assert_cmpuint (fixture->answers, ==, 1);
  g_assert_null (fixture->file);
  g_assert_true (find_dialog () == first);
  accept (fixture);
  g_assert_cmpuint (fixture->answers, ==, 2);
}

/* It may still read folders when it is answered and when its window is closed. */
static void
test_is_kept (Fixture *fixture, gconstpointer data)
{
  gpointer kept = find_dialog ();

  g_object_add_weak_pointer (G_OBJECT (kept), &kept);
  gtk_dialog_response (kept, GTK_RESPONSE_CANCEL);
  assert_answered (fixture, NULL);
  g_assert_nonnull (kept);
  gtk_window_destroy (g_steal_pointer (&fixture->window));
  settle ();
  g_assert_nonnull (kept);
  g_assert_cmpuint (keeping.seconds, >=, 30);
  g_clear_pointer (&keeping.dialog, keeping.let_go);
  settle ();
  g_assert_null (kept);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define ADD(name, test) g_test_add ("/file-dialog/" name, Fixture, NULL, set_up, test, tear_down)
  ADD ("accept", test_accept);
  ADD ("cancel", test_cancel);
  ADD ("window-closed", test_window_closed);
  ADD ("twice", test_twice);
  ADD ("is-kept", test_is_kept);
#undef ADD

  return g_test_run ();
}
