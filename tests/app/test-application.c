/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>

#include "pages/stn-cramp-screen.h"
#include "stn-application.h"
#include "stn-welcome-window.h"
#include "store/stn-setting-table.h"

/* The program itself, on a sample diary, in a home without a diary. */
typedef struct {
  char *folder;
  char *sample;
  StnApplication *app;
} Fixture;

static GtkWindow *
find_window (Fixture *fixture, GType type)
{
  for (GList *l = gtk_application_get_windows (GTK_APPLICATION (fixture->app)); l; l = l->next)
    if (g_type_is_a (G_OBJECT_TYPE (l->data), type))
      return l->data;
  return NULL;
}

static void
set_up (Fixture *fixture)
{
  g_autoptr (StnClock) clock = stn_clock_new ();
  g_autoptr (StnDiary) diary = NULL;
  StnStore *store;

  fixture->folder = g_dir_make_tmp ("stillnight-application-XXXXXX", NULL);
  fixture->sample = g_build_filename (fixture->folder, "sample.db", NULL);
  g_setenv ("XDG_DATA_HOME", fixture->folder, TRUE);
  diary = stn_diary_open (fixture->sample, STN_STORE_CREATE, clock, NULL);
  store = stn_diary_get_store (diary);
  g_assert_true (stn_store_begin (store, "set-setting", "person", NULL));
  g_assert_true (stn_setting_table_put (store, "sample-seed", "7", NULL));
  g_assert_true (stn_store_commit (store, NULL, NULL));
}

static gboolean
is_sample_shown (gpointer data)
{
  GtkWindow *window = find_window (data, STN_TYPE_WINDOW);

  return window != NULL && app_fixture_find (GTK_WIDGET (window), GTK_TYPE_BUTTON, "Leave") != NULL;
}

static gboolean
is_cramp_shown (gpointer data)
{
  GtkWindow *screen = find_window (data, STN_TYPE_CRAMP_SCREEN);

  return screen != NULL && gtk_widget_get_mapped (GTK_WIDGET (screen));
}

static gboolean
is_welcomed (gpointer data)
{
  return find_window (data, STN_TYPE_WELCOME_WINDOW) != NULL;
}

/* All that showed the sample goes with it, also the clock of a cramp, which would count on into a closed diary. */
static gboolean
leave_cb (gpointer data)
{
  Fixture *fixture = data;
  gboolean has_recent_files;

  app_fixture_wait (is_sample_shown, fixture);
  g_object_get (gtk_settings_get_default (), "gtk-recent-files-enabled", &has_recent_files, NULL);
  g_assert_false (has_recent_files);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->app), "cramp-now", NULL);
  app_fixture_wait (is_cramp_shown, fixture);
  gtk_widget_activate_action (GTK_WIDGET (find_window (fixture, STN_TYPE_WINDOW)),
                              "win.preferences", NULL);
  g_action_group_activate_action (G_ACTION_GROUP (fixture->app), "leave-sample", NULL);
  app_fixture_wait (is_welcomed, fixture);
  g_assert_null (find_window (fixture, STN_TYPE_CRAMP_SCREEN));
  g_assert_null (find_window (fixture, STN_TYPE_WINDOW));
  g_assert_cmpuint (g_list_length (gtk_application_get_windows (GTK_APPLICATION (fixture->app))),
                    ==, 1);
  g_assert_true (g_file_test (fixture->sample, G_FILE_TEST_EXISTS));
  gtk_window_destroy (find_window (fixture, STN_TYPE_WELCOME_WINDOW));
  return G_SOURCE_REMOVE;
}

static void
test_leave_sample (void)
{
  Fixture fixture = {NULL};
  char program[] = "stillnight", option[] = "--diary";
  char *arguments[] = {program, option, NULL, NULL};

  set_up (&fixture);
  arguments[2] = fixture.sample;
  fixture.app = stn_application_new ();
  g_idle_add (leave_cb, &fixture);
  g_assert_cmpint (g_application_run (G_APPLICATION (fixture.app), 3, arguments), ==, 0);
  g_object_unref (fixture.app);
  g_unlink (fixture.sample);
  g_rmdir (fixture.folder);
  g_free (fixture.sample);
  g_free (fixture.folder);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/application/leave-sample", test_leave_sample);
  return g_test_run ();
}
