/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyboard.h"

#include "pages/stn-catch-up-row.h"
#include "pages/stn-catch-up.h"

#define N_GAPS 10

static GtkWidget *
see (AppFixture *fixture, GType type, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), type, name);
}

static StnNightState
state_of (AppFixture *fixture, int days_ago, gboolean *ret_forgotten)
{
  g_autoptr (StnNight) night =
    stn_diary_get_night (fixture->other, stn_date_add_days (LAST_NIGHT, -days_ago), NULL);

  *ret_forgotten = night->forgotten;
  return stn_night_get_state (night);
}

static void
assert_state (AppFixture *fixture, int days_ago, StnNightState state, gboolean forgotten)
{
  gboolean is_forgotten;

  g_assert_cmpint (state_of (fixture, days_ago, &is_forgotten), ==, state);
  g_assert_cmpint (is_forgotten, ==, forgotten);
}

/* Ten nights between a recorded one and last night. */
static void
open_list (AppFixture *fixture)
{
  g_assert_true (stn_diary_log_no_cramps (fixture->other,
                                          stn_date_add_days (LAST_NIGHT, -1 - N_GAPS), NULL, NULL));
  app_fixture_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.catch-up", NULL);
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, STN_TYPE_CATCH_UP_ROW, "Friday 20 November"));
}

static void
test_ten_nights (AppFixture *fixture, gconstpointer data)
{
  guint n;

  open_list (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "0 of 10 answered · kept as you go"));
  n = keyboard_press (fixture, "n c d n n n n n n n");
  assert_state (fixture, 1, STN_NIGHT_NO_CRAMPS, FALSE);
  assert_state (fixture, 2, STN_NIGHT_CRAMPS, FALSE);
  assert_state (fixture, 3, STN_NIGHT_NOT_RECORDED, TRUE);
  for (int i = 4; i <= N_GAPS; i++)
    assert_state (fixture, i, STN_NIGHT_NO_CRAMPS, FALSE);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "10 of 10 answered · kept as you go"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 see (fixture, GTK_TYPE_BUTTON, "Done"));
  n += keyboard_press (fixture, "Return");
  g_assert_null (see (fixture, STN_TYPE_CATCH_UP, NULL));
  g_assert_cmpuint (n, <=, 12);
  g_test_message ("%u keys", n);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.catch-up", NULL);
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Every night is recorded."));
}

static void
test_details_stay_unknown (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  open_list (fixture);
  keyboard_press (fixture, "c");
  night = stn_diary_get_night (fixture->other, stn_date_add_days (LAST_NIGHT, -1), NULL);
  g_assert_cmpuint (night->episodes->len, ==, 1);
  g_assert_true (stn_episode_is_unknown (g_ptr_array_index (night->episodes, 0)));
}

static void
test_arrows (AppFixture *fixture, gconstpointer data)
{
  open_list (fixture);
  keyboard_press (fixture, "Down Down n");
  assert_state (fixture, 1, STN_NIGHT_NOT_RECORDED, FALSE);
  assert_state (fixture, 3, STN_NIGHT_NO_CRAMPS, FALSE);
  keyboard_press (fixture, "n");
  assert_state (fixture, 4, STN_NIGHT_NO_CRAMPS, FALSE);
}

/* Undo of one row, and of the last change by the window; an answered night keeps its place. */
static void
test_undo (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row;

  open_list (fixture);
  keyboard_press (fixture, "d c");
  row = see (fixture, STN_TYPE_CATCH_UP_ROW, "Friday 20 November");
  g_assert_cmpint (gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)), ==, 0);
  g_assert_cmpint (stn_catch_up_row_get_state (STN_CATCH_UP_ROW (row)), ==, STN_CATCH_UP_FORGOTTEN);
  gtk_widget_activate_action (row, "night.answer", "i", STN_CATCH_UP_OPEN);
  app_fixture_settle (fixture);
  assert_state (fixture, 1, STN_NIGHT_NOT_RECORDED, FALSE);
  assert_state (fixture, 2, STN_NIGHT_CRAMPS, FALSE);
  keyboard_press (fixture, "n");
  assert_state (fixture, 1, STN_NIGHT_NO_CRAMPS, FALSE);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_fixture_settle (fixture);
  assert_state (fixture, 1, STN_NIGHT_NOT_RECORDED, FALSE);
  g_assert_cmpint (stn_catch_up_row_get_state (STN_CATCH_UP_ROW (row)), ==, STN_CATCH_UP_OPEN);
}

/* From Today, where it says how many there are. */
static void
test_today_offers_it (AppFixture *fixture, gconstpointer data)
{
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Catch Up: 10 Nights"));
  open_list (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "today");
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Catch Up: 10 Nights"));
}

/* Beside a strip that is full they are said to be older; the legend tells what the strip draws. */
static void
test_older_than_the_strip (AppFixture *fixture, gconstpointer data)
{
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Before your diary"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Not recorded"));
  g_assert_true (
    stn_diary_log_no_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -16), NULL, NULL));
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Catch Up: 15 Nights"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Not recorded"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Before your diary"));
  for (int i = 0; i < 14; i++)
    g_assert_true (
      stn_diary_log_no_cramps (fixture->other, stn_date_add_days (LAST_NIGHT, -i), NULL, NULL));
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Catch Up: 2 Older Nights"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "14 nights recorded, no cramps"));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Not recorded"));
}

/* Where no page asks about last night it is in the list, too. */
static void
test_from_the_diary (AppFixture *fixture, gconstpointer data)
{
  open_list (fixture);
  g_assert_null (see (fixture, STN_TYPE_CATCH_UP_ROW, "Saturday 21 November"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "diary");
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.catch-up", NULL);
  app_fixture_settle (fixture);
  g_assert_nonnull (see (fixture, STN_TYPE_CATCH_UP_ROW, "Saturday 21 November"));
  keyboard_press (fixture, "n");
  assert_state (fixture, 0, STN_NIGHT_NO_CRAMPS, FALSE);
}

/* Where there is little room the letters of the keys give way to the words of the answers, also when the window changes. */
static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row, *letter;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "today");
  open_list (fixture);
  row = see (fixture, STN_TYPE_CATCH_UP_ROW, "Friday 20 November");
  letter = GTK_WIDGET (gtk_widget_get_template_child (row, STN_TYPE_CATCH_UP_ROW, "key_no_cramps"));
  gtk_widget_remove_css_class (GTK_WIDGET (fixture->window), "narrow");
  g_assert_true (gtk_widget_get_visible (letter));
  gtk_widget_add_css_class (GTK_WIDGET (fixture->window), "narrow");
  g_assert_false (gtk_widget_get_visible (letter));
}

static void
add (const char *name, void (*test) (AppFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/catch-up/", name, NULL);

  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("ten-nights", test_ten_nights);
  add ("details-stay-unknown", test_details_stay_unknown);
  add ("arrows", test_arrows);
  add ("undo", test_undo);
  add ("today-offers-it", test_today_offers_it);
  add ("older-than-the-strip", test_older_than_the_strip);
  add ("from-the-diary", test_from_the_diary);
  add ("narrow", test_narrow);
  return g_test_run ();
}
