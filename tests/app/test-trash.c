/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "pages/stn-trash-window.h"

static StnDate
night_of (int days)
{
  return stn_date_add_days (LAST_NIGHT, -days);
}

static void
log_and_delete (AppFixture *fixture, int days)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  g_autoptr (GError) error = NULL;
  StnDate key = night_of (days);

  g_array_append_val (keys, key);
  stn_diary_log_cramps (fixture->other, key, 2, NULL, NULL, &error);
  g_assert_no_error (error);
  stn_diary_delete_nights (fixture->other, keys, NULL, &error);
  g_assert_no_error (error);
}

static GtkWidget *
open_trash (AppFixture *fixture)
{
  g_autoptr (GList) windows = NULL;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.trash", NULL);
  app_fixture_settle (fixture);
  windows = gtk_window_list_toplevels ();
  for (GList *link = windows; link != NULL; link = link->next)
    if (STN_IS_TRASH_WINDOW (link->data))
      return link->data;
  g_assert_not_reached ();
}

typedef struct {
  GtkWidget *root;
  GType type;
  const char *name;
  gboolean is_there;
} Sight;

static gboolean
is_so (gpointer data)
{
  const Sight *sight = data;

  return (app_fixture_find (sight->root, sight->type, sight->name) != NULL) == sight->is_there;
}

static GtkWidget *
wait_for (GtkWidget *root, GType type, const char *name)
{
  Sight sight = {root, type, name, TRUE};

  app_fixture_wait (is_so, &sight);
  return app_fixture_find (root, type, name);
}

static StnNightState
stored_state (AppFixture *fixture, int days)
{
  g_autoptr (StnNight) night = stn_diary_get_night (fixture->other, night_of (days), NULL);

  return stn_night_get_state (night);
}

static void
test_empty (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *trash = open_trash (fixture);

  wait_for (trash, GTK_TYPE_LABEL, "The trash is empty");
  gtk_window_destroy (GTK_WINDOW (trash));
}

static void
test_restore (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *trash;
  Sight gone;

  log_and_delete (fixture, 9);
  log_and_delete (fixture, 8);
  trash = open_trash (fixture);
  wait_for (trash, GTK_TYPE_LABEL, "2 cramps · deleted 22 November, 07:10");
  wait_for (trash, GTK_TYPE_LABEL, "Night of Friday 13 to Saturday 14 November");
  g_signal_emit_by_name (
    wait_for (trash, GTK_TYPE_BUTTON, "Restore: Night of Thursday 12 to Friday 13 November"),
    "clicked");
  gone = (Sight){trash, GTK_TYPE_LABEL, "Night of Thursday 12 to Friday 13 November", FALSE};
  app_fixture_wait (is_so, &gone);
  g_assert_cmpint (stored_state (fixture, 9), ==, STN_NIGHT_CRAMPS);
  g_assert_cmpint (stored_state (fixture, 8), ==, STN_NIGHT_NOT_RECORDED);
  /* It is a change like every other. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (trash, GTK_TYPE_LABEL, "Night of Thursday 12 to Friday 13 November");
  g_assert_cmpint (stored_state (fixture, 9), ==, STN_NIGHT_NOT_RECORDED);
  gtk_window_destroy (GTK_WINDOW (trash));
}

/* Another program writes the night again while the trash is open: that stays, and the person is told. */
static void
test_written_again (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  GtkWidget *trash;
  GtkWidget *restore;

  log_and_delete (fixture, 9);
  trash = open_trash (fixture);
  restore =
    wait_for (trash, GTK_TYPE_BUTTON, "Restore: Night of Thursday 12 to Friday 13 November");
  stn_diary_log_no_cramps (fixture->other, night_of (9), NULL, &error);
  g_assert_no_error (error);
  g_signal_emit_by_name (restore, "clicked");
  wait_for (trash, GTK_TYPE_LABEL,
            "Not brought back: this was written again since it was deleted.");
  g_assert_cmpint (stored_state (fixture, 9), ==, STN_NIGHT_NO_CRAMPS);
  gtk_window_destroy (GTK_WINDOW (trash));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/trash/empty", AppFixture, NULL, app_fixture_set_up, test_empty,
              app_fixture_tear_down);
  g_test_add ("/app/trash/restore", AppFixture, NULL, app_fixture_set_up, test_restore,
              app_fixture_tear_down);
  g_test_add ("/app/trash/written-again", AppFixture, NULL, app_fixture_set_up, test_written_again,
              app_fixture_tear_down);
  return g_test_run ();
}
