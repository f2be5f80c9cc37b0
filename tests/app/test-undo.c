/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "pages/stn-diary-page.h"
#include "pages/stn-episode-card.h"
#include "pages/stn-night-editor.h"
#include "store/stn-forgetting.h"

#define KEY "2026-11-19"
#define TITLE "Thu 19 to Fri 20 November"

typedef struct {
  GtkWidget *root;
  GType type;
  const char *name;
} Sight;

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;

  return app_fixture_find (sight->root, sight->type, sight->name) != NULL;
}

static GtkWidget *
wait_for (AppFixture *fixture, GType type, const char *name)
{
  Sight sight = {GTK_WIDGET (fixture->window), type, name};

  app_fixture_wait (is_seen, &sight);
  return app_fixture_find (sight.root, type, name);
}

static void
act (AppFixture *fixture, GType type, const char *action)
{
  g_assert_true (gtk_widget_activate_action (wait_for (fixture, type, NULL), action, NULL));
  app_fixture_settle (fixture);
}

static void
show_night (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "diary");
  wait_for (fixture, GTK_TYPE_LABEL, "Thursday 19 November");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-night", "s", KEY);
  app_fixture_settle (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, TITLE);
}

/* "1 cramp, 7 of 10"; what another program reads from the file. */
static char *
describe (AppFixture *fixture)
{
  g_autoptr (StnNight) night =
    stn_diary_get_night (fixture->other, stn_date_add_days (LAST_NIGHT, -2), NULL);
  const StnEpisode *episode;

  if (stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED)
    return g_strdup ("not recorded");
  g_assert_cmpuint (night->episodes->len, ==, 1);
  episode = g_ptr_array_index (night->episodes, 0);
  if (!episode->severity.known)
    return g_strdup ("1 cramp");
  return g_strdup_printf ("1 cramp, %d of 10", episode->severity.value);
}

/* @shown: what the page Diary says of the night. */
static void
assert_night (AppFixture *fixture, const char *stored, const char *shown)
{
  g_autofree char *is = describe (fixture);

  g_assert_cmpstr (is, ==, stored);
  wait_for (fixture, GTK_TYPE_LABEL, TITLE);
  wait_for (fixture, GTK_TYPE_LABEL, shown);
}

static void
edit (AppFixture *fixture)
{
  GtkWidget *group;

  act (fixture, STN_TYPE_DIARY_PAGE, "diary.edit");
  wait_for (fixture, STN_TYPE_EPISODE_CARD, "Cramp 1");
  group = gtk_widget_get_next_sibling (wait_for (fixture, GTK_TYPE_LABEL, "How bad?"));
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (app_fixture_find (group, GTK_TYPE_TOGGLE_BUTTON, "7")), TRUE);
  act (fixture, STN_TYPE_NIGHT_EDITOR, "entry.save");
}

/* What can be taken back outlives the window and the connection to the diary. */
static void
restart (AppFixture *fixture)
{
  app_fixture_open_again (fixture);
  show_night (fixture);
}

static void
test_edit_delete_undo_restart_redo (AppFixture *fixture, gconstpointer data)
{
  g_assert_true (
    stn_diary_log_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -2), 1, NULL, NULL, NULL));
  /* An older night keeps the deleted one in the list. */
  g_assert_true (
    stn_diary_log_no_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -5), NULL, NULL));
  app_fixture_settle (fixture);
  show_night (fixture);
  assert_night (fixture, "1 cramp", "1 cramp");
  edit (fixture);
  assert_night (fixture, "1 cramp, 7 of 10", "1 cramp · 7 of 10");
  act (fixture, STN_TYPE_DIARY_PAGE, "diary.delete");
  assert_night (fixture, "not recorded", "Not recorded");
  act (fixture, STN_TYPE_DIARY_PAGE, "win.undo");
  assert_night (fixture, "1 cramp, 7 of 10", "1 cramp · 7 of 10");
  restart (fixture);
  assert_night (fixture, "1 cramp, 7 of 10", "1 cramp · 7 of 10");
  act (fixture, STN_TYPE_DIARY_PAGE, "win.redo");
  assert_night (fixture, "not recorded", "Not recorded");
  /* All the way back, and to the end again. */
  restart (fixture);
  act (fixture, STN_TYPE_DIARY_PAGE, "win.undo");
  assert_night (fixture, "1 cramp, 7 of 10", "1 cramp · 7 of 10");
  act (fixture, STN_TYPE_DIARY_PAGE, "win.undo");
  assert_night (fixture, "1 cramp", "1 cramp");
  restart (fixture);
  act (fixture, STN_TYPE_DIARY_PAGE, "win.redo");
  assert_night (fixture, "1 cramp, 7 of 10", "1 cramp · 7 of 10");
  act (fixture, STN_TYPE_DIARY_PAGE, "win.redo");
  assert_night (fixture, "not recorded", "Not recorded");
}

static gboolean
is_toast_gone (gpointer window)
{
  return app_fixture_find (window, GTK_TYPE_BUTTON, "Redo") == NULL;
}

/* Five nights are deleted in one group, an hour before the window is opened again. */
static void
delete_five (AppFixture *fixture)
{
  g_autoptr (GDateTime) later = g_date_time_new_utc (2026, 11, 22, 8, 10, 0);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));

  for (int i = 0; i < 5; i++) {
    StnDate key = stn_date_add_days (LAST_NIGHT, -2 - i);

    g_assert_true (stn_diary_log_cramps (fixture->other, key, 1, NULL, NULL, NULL));
    g_array_append_val (keys, key);
  }
  g_assert_true (stn_diary_delete_nights (fixture->other, keys, NULL, NULL));
  app_fixture_settle (fixture);
  stn_clock_set (fixture->clock, later);
}

static void
assert_stored (AppFixture *fixture, const char *stored)
{
  g_autofree char *is = NULL;

  app_fixture_settle (fixture);
  is = describe (fixture);
  g_assert_cmpstr (is, ==, stored);
}

/* What was written before the window was opened, and is much, is not taken back unasked; and what was taken back can be redone
 * where it is said. */
static void
test_large_undo_is_asked (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *window;
  GtkWidget *question;

  delete_five (fixture);
  app_fixture_open_again (fixture);
  window = GTK_WIDGET (fixture->window);
  gtk_widget_activate_action (window, "win.undo", NULL);
  question = app_fixture_question ();
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (question)), ==,
                   "Undo a change to 5 nights?");
  g_assert_nonnull (
    strstr (adw_message_dialog_get_body (ADW_MESSAGE_DIALOG (question)), "deletion of 5 nights"));
  g_assert_cmpstr (adw_message_dialog_get_default_response (ADW_MESSAGE_DIALOG (question)), ==,
                   "cancel");
  app_fixture_answer ("cancel");
  assert_stored (fixture, "not recorded");
  gtk_widget_activate_action (window, "win.undo", NULL);
  app_fixture_answer ("undo");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, "Redo"), "clicked");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, "Undo"), "clicked");
  wait_for (fixture, GTK_TYPE_BUTTON, "Redo");
  assert_stored (fixture, "1 cramp");
  /* Another page has nothing to do with it. */
  gtk_widget_activate_action (window, "win.show-page", "s", "diary");
  app_fixture_wait (is_toast_gone, window);
}

/* What was done since the window was opened is taken back at once. */
static void
test_own_undo_is_not_asked (AppFixture *fixture, gconstpointer data)
{
  delete_five (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (fixture, GTK_TYPE_BUTTON, "Redo");
  assert_stored (fixture, "1 cramp");
}

/* The item of the main menu that says @label. */
static GtkWidget *
find_item (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (g_str_equal (G_OBJECT_TYPE_NAME (root), "GtkModelButton")) {
    g_autofree char *text = NULL;

    g_object_get (root, "text", &text, NULL);
    if (g_strcmp0 (text, label) == 0)
      return root;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_item (child, label);
  return found;
}

static void
assert_menu (AppFixture *fixture, gboolean can_undo, gboolean can_redo)
{
  GtkWidget *undo, *redo;

  app_fixture_settle (fixture);
  undo = find_item (GTK_WIDGET (fixture->window), "Undo Last Change");
  redo = find_item (GTK_WIDGET (fixture->window), "Redo");
  g_assert_cmpint (gtk_widget_get_sensitive (undo), ==, can_undo);
  g_assert_cmpint (gtk_widget_get_sensitive (redo), ==, can_redo);
}

/* The menu offers what can be done, whoever wrote it. */
static void
test_menu_offers_what_there_is (AppFixture *fixture, gconstpointer data)
{
  assert_menu (fixture, FALSE, FALSE);
  g_assert_true (stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, NULL));
  assert_menu (fixture, TRUE, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  assert_menu (fixture, FALSE, TRUE);
  app_fixture_open_again (fixture);
  assert_menu (fixture, FALSE, TRUE);
  g_assert_true (stn_diary_redo (fixture->other, NULL, NULL));
  assert_menu (fixture, TRUE, FALSE);
  g_assert_true (stn_store_forget (stn_diary_get_store (fixture->other), NULL));
  assert_menu (fixture, FALSE, FALSE);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/undo/edit-delete-undo-restart-redo", AppFixture, NULL, app_fixture_set_up,
              test_edit_delete_undo_restart_redo, app_fixture_tear_down);
  g_test_add ("/app/undo/large-of-before-is-asked", AppFixture, NULL, app_fixture_set_up,
              test_large_undo_is_asked, app_fixture_tear_down);
  g_test_add ("/app/undo/large-of-now-is-not-asked", AppFixture, NULL, app_fixture_set_up,
              test_own_undo_is_not_asked, app_fixture_tear_down);
  g_test_add ("/app/undo/menu-offers-what-there-is", AppFixture, NULL, app_fixture_set_up,
              test_menu_offers_what_there_is, app_fixture_tear_down);
  return g_test_run ();
}
