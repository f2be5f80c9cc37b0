/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyboard.h"

#include "pages/stn-diary-page.h"
#include "pages/stn-night-details.h"
#include "widgets/stn-month-grid.h"
#include "widgets/stn-night-line.h"

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
log_cramps (AppFixture *fixture, int days, guint count)
{
  g_autoptr (GError) error = NULL;

  stn_diary_log_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -days), count, NULL, NULL,
                        &error);
  g_assert_no_error (error);
}

static void
open_page (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "diary");
  app_fixture_settle (fixture);
}

static void
click (GtkWidget *button)
{
  g_signal_emit_by_name (button, "clicked");
}

static StnNightState
stored_state (AppFixture *fixture, int days)
{
  g_autoptr (StnNight) night =
    stn_diary_get_night (fixture->other, stn_date_add_days (LAST_NIGHT, -days), NULL);

  return stn_night_get_state (night);
}

static gboolean
is_marked (GtkWidget *day)
{
  return (gtk_widget_get_state_flags (day) & GTK_STATE_FLAG_SELECTED) != 0;
}

static GtkWidget *
get_list (AppFixture *fixture)
{
  return wait_for (fixture, GTK_TYPE_LIST_VIEW, NULL);
}

static void
test_calendar_and_list_are_one (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *day;

  log_cramps (fixture, 2, 2);
  log_cramps (fixture, 40, 1);
  open_page (fixture);
  /* The newest is chosen in both. */
  wait_for (fixture, GTK_TYPE_LABEL, "Sat 21 to Sun 22 November");
  g_assert_true (
    is_marked (wait_for (fixture, GTK_TYPE_BUTTON, "Saturday 21 November: not recorded")));
  day = wait_for (fixture, GTK_TYPE_BUTTON, "Thursday 19 November: 2 cramps");
  click (day);
  wait_for (fixture, GTK_TYPE_LABEL, "Thu 19 to Fri 20 November");
  g_assert_true (is_marked (day));
  /* The other way round: the list brings the calendar to the month. */
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture))), 40,
                                   TRUE);
  app_fixture_settle (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "Mon 12 to Tue 13 October");
  g_assert_true (is_marked (wait_for (fixture, GTK_TYPE_BUTTON, "Monday 12 October: 1 cramp")));
}

/* Beyond last night there is nothing to choose. */
static void
test_days_to_come (AppFixture *fixture, gconstpointer data)
{
  log_cramps (fixture, 2, 2);
  open_page (fixture);
  g_assert_true (gtk_widget_get_sensitive (
    wait_for (fixture, GTK_TYPE_BUTTON, "Saturday 21 November: not recorded")));
  g_assert_false (gtk_widget_get_sensitive (wait_for (fixture, GTK_TYPE_BUTTON, "22")));
  g_assert_false (gtk_widget_get_sensitive (wait_for (fixture, GTK_TYPE_BUTTON, "Next Month")));
  click (wait_for (fixture, GTK_TYPE_BUTTON, "Previous Month"));
  app_fixture_settle (fixture);
  wait_for (fixture, GTK_TYPE_BUTTON, "Saturday 31 October: not recorded");
  g_assert_true (gtk_widget_get_sensitive (wait_for (fixture, GTK_TYPE_BUTTON, "Next Month")));
}

/* (nullable) the toggle below @root whose label says @text. */
static GtkWidget *
find_toggle (GtkWidget *root, const char *text)
{
  GtkWidget *found = NULL;

  if (GTK_IS_TOGGLE_BUTTON (root) && gtk_widget_get_mapped (root) &&
      app_fixture_find (root, GTK_TYPE_LABEL, text) != NULL)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_toggle (child, text);
  return found;
}

/* What the filter hides is shown again when it is chosen in the calendar. */
static void
test_choosing_what_is_filtered (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *cramps;

  log_cramps (fixture, 2, 2);
  log_cramps (fixture, 5, 2);
  open_page (fixture);
  cramps = find_toggle (GTK_WIDGET (fixture->window), "Cramps");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (cramps), TRUE);
  app_fixture_settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture))))),
                    ==, 2);
  click (wait_for (fixture, GTK_TYPE_BUTTON, "Friday 20 November: not recorded"));
  app_fixture_settle (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "Fri 20 to Sat 21 November");
  g_assert_false (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (cramps)));
}

/* Several at once are one step of undo. */
static void
test_several (AppFixture *fixture, gconstpointer data)
{
  GtkSelectionModel *selection;
  GtkWidget *page;

  for (int days = 0; days < 4; days++)
    log_cramps (fixture, days, 1);
  open_page (fixture);
  page = wait_for (fixture, STN_TYPE_DIARY_PAGE, NULL);
  selection = gtk_list_view_get_model (GTK_LIST_VIEW (get_list (fixture)));
  gtk_selection_model_select_range (selection, 1, 3, TRUE);
  wait_for (fixture, GTK_TYPE_LABEL, "3 nights are selected");
  g_assert_true (is_marked (wait_for (fixture, GTK_TYPE_BUTTON, "Thursday 19 November: 1 cramp")));
  g_assert_true (gtk_widget_activate_action (page, "diary.delete", NULL));
  app_fixture_settle (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "Deleted: 3 nights");
  for (int days = 0; days < 4; days++)
    g_assert_cmpint (stored_state (fixture, days), ==,
                     days == 0 ? STN_NIGHT_CRAMPS : STN_NIGHT_NOT_RECORDED);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_fixture_settle (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "Undone: deletion of 3 nights");
  for (int days = 0; days < 4; days++)
    g_assert_cmpint (stored_state (fixture, days), ==, STN_NIGHT_CRAMPS);
}

static gboolean
edit_cb (StnNight *night, gpointer data, GError **error)
{
  StnEpisode *episode = stn_episode_new ();

  episode->start_min = STN_KNOWN_INT (150);
  g_ptr_array_add (night->episodes, episode);
  stn_night_take_value (night, stn_factor_value_new ("fluids", 1000, STN_ENTERED_EVENING));
  stn_night_take_value (night, stn_factor_value_new ("alcohol", 0, STN_ENTERED_USUAL));
  return TRUE;
}

static void
test_night (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  stn_diary_edit_night (fixture->other, LAST_NIGHT, "edit-night", edit_cb, NULL, NULL, &error);
  g_assert_no_error (error);
  open_page (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "1 cramp · logged Sunday, 07:10");
  wait_for (fixture, STN_TYPE_NIGHT_LINE, NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Entered after the night, Sunday, 07:10");
}

/* The search is a key away also while the focus is in the header. What it does not find is not shown beside it. */
static void
test_search_by_key (AppFixture *fixture, gconstpointer data)
{
  log_cramps (fixture, 2, 1);
  open_page (fixture);
  wait_for (fixture, GTK_TYPE_BUTTON, "Edit");
  gtk_widget_grab_focus (wait_for (fixture, GTK_TYPE_BUTTON, "Cramp Now"));
  keyboard_press (fixture, "Control_L+f z z z");
  wait_for (fixture, GTK_TYPE_LABEL, "No night fits");
  g_assert_null (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Edit"));
  keyboard_press (fixture, "Escape");
  wait_for (fixture, GTK_TYPE_BUTTON, "Edit");
}

static void
assert_conflict (AppFixture *fixture, gboolean has_conflict)
{
  g_autoptr (StnNight) night = stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);

  g_assert_cmpint (stn_night_has_conflict (night), ==, has_conflict);
}

/* Either answer is one step of undo. */
static void
test_which_is_right (AppFixture *fixture, gconstpointer data)
{
  const struct {
    const char *button;
    StnNightState state;
  } answers[] = {{"The Cramps", STN_NIGHT_CRAMPS}, {"No Cramps", STN_NIGHT_NO_CRAMPS}};

  log_cramps (fixture, 0, 2);
  app_fixture_join_no_cramps (fixture);
  open_page (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++) {
    GtkWidget *button = wait_for (fixture, GTK_TYPE_BUTTON, answers[i].button);

    gtk_widget_grab_focus (button);
    click (button);
    app_fixture_settle (fixture);
    g_assert_cmpint (stored_state (fixture, 0), ==, answers[i].state);
    assert_conflict (fixture, FALSE);
    g_assert_null (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "The Cramps"));
    g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                   wait_for (fixture, GTK_TYPE_BUTTON, "Edit"));
    gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
    app_fixture_settle (fixture);
    g_assert_cmpint (stored_state (fixture, 0), ==, STN_NIGHT_CRAMPS);
    assert_conflict (fixture, TRUE);
  }
}

#define ADD(path, test)                                                                            \
  g_test_add ("/app/diary-page/" path, AppFixture, NULL, app_fixture_set_up, test,                 \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("calendar-and-list-are-one", test_calendar_and_list_are_one);
  ADD ("days-to-come", test_days_to_come);
  ADD ("choosing-what-is-filtered", test_choosing_what_is_filtered);
  ADD ("several", test_several);
  ADD ("search-by-key", test_search_by_key);
  ADD ("night", test_night);
  ADD ("which-is-right", test_which_is_right);
  return g_test_run ();
}
