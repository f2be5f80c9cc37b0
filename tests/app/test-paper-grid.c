/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "keyboard.h"

#include "pages/stn-paper-window.h"
#include "present/stn-paper-row.h"

#include <string.h>

/* The first night that is shown, of 14 up to last night, and the one after it. */
#define FIRST stn_date_new (2026, 11, 8)
#define SECOND stn_date_new (2026, 11, 9)
#define FIRST_CRAMPS "Night of Sunday 8 to Monday 9 November: Cramps"
#define FIRST_PAIN "Night of Sunday 8 to Monday 9 November: Pain 0-10"
#define SECOND_CRAMPS "Night of Monday 9 to Tuesday 10 November: Cramps"

static GtkWidget *
find_paper (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (STN_IS_PAPER_WINDOW (link->data))
      return link->data;
  return NULL;
}

static GtkWidget *
find_cell (const char *name)
{
  return app_fixture_find (find_paper (), GTK_TYPE_ENTRY, name);
}

static GtkWidget *
find_save (void)
{
  return app_fixture_find (find_paper (), GTK_TYPE_BUTTON, "Save");
}

static gboolean
has_focus (gpointer name)
{
  GtkWidget *cell = find_paper () == NULL ? NULL : find_cell (name);
  GtkWidget *focus = cell == NULL ? NULL : gtk_window_get_focus (GTK_WINDOW (find_paper ()));

  return focus != NULL && gtk_widget_is_ancestor (focus, cell);
}

static gboolean
is_said (gpointer words)
{
  return app_fixture_find (find_paper (), GTK_TYPE_LABEL, words) != NULL;
}

static gboolean
is_gone (gpointer data)
{
  return find_paper () == NULL;
}

static void
open_paper (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.type-in", NULL);
  app_fixture_wait (has_focus, (gpointer) FIRST_CRAMPS);
}

static void
close_paper (AppFixture *fixture)
{
  gtk_window_close (GTK_WINDOW (find_paper ()));
  app_fixture_wait (is_gone, NULL);
  app_fixture_settle (fixture);
}

static void
type (const char *cell, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (find_cell (cell)), text);
}

static void
save (AppFixture *fixture)
{
  g_signal_emit_by_name (find_save (), "clicked");
  app_fixture_wait (is_gone, NULL);
  app_fixture_settle (fixture);
}

static StnNight *
get_night (AppFixture *fixture, StnDate key)
{
  return stn_diary_get_night (fixture->other, key, NULL);
}

/* Two nights by keys alone: told before they are saved, one step takes them back. */
static void
test_by_keyboard (AppFixture *fixture, gconstpointer data)
{
  open_paper (fixture);
  g_assert_false (gtk_widget_get_sensitive (find_save ()));
  keyboard_press_in (fixture, find_paper (), "2 Tab 6 Right 3 Tab l Return");
  g_assert_true (has_focus ((gpointer) SECOND_CRAMPS));
  keyboard_press_in (fixture, find_paper (), "0 Up");
  g_assert_true (has_focus ((gpointer) FIRST_CRAMPS));
  app_fixture_wait (is_said, (gpointer) "Nothing is stored yet: 2 new nights");
  save (fixture);
  {
    g_autoptr (StnNight) first = get_night (fixture, FIRST);
    g_autoptr (StnNight) second = get_night (fixture, SECOND);
    const StnEpisode *worst = stn_night_get_worst (first);

    g_assert_cmpuint (first->episodes->len, ==, 2);
    g_assert_cmpint (worst->severity.value, ==, 6);
    g_assert_cmpint (worst->duration_s.value, ==, 180);
    g_assert_cmpint (worst->side, ==, STN_SIDE_LEFT);
    g_assert_cmpuint (first->values->len, ==, 0);
    g_assert_cmpint (stn_night_get_state (second), ==, STN_NIGHT_NO_CRAMPS);
  }
  g_assert_true (stn_diary_undo (fixture->other, 0, NULL, NULL));
  {
    g_autoptr (StnNight) first = get_night (fixture, FIRST);

    g_assert_true (stn_night_is_empty (first));
  }
}

/* The diary's own value is shown, and stays; what is not known is filled in. */
static void
test_own_value_wins (AppFixture *fixture, gconstpointer data)
{
  StnEpisode episode = {.severity = STN_KNOWN_INT (3)};

  g_assert_true (stn_diary_log_cramps (fixture->other, FIRST, 1, &episode, NULL, NULL));
  app_fixture_settle (fixture);
  open_paper (fixture);
  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (find_cell (FIRST_PAIN))), ==, "3");
  type (FIRST_CRAMPS, "1");
  type (FIRST_PAIN, "8");
  type ("Night of Sunday 8 to Monday 9 November: Glasses", "6");
  app_fixture_wait (is_said,
                    (gpointer) "Nothing is stored yet: 1 night filled in · 1 value differs "
                               "and was kept");
  save (fixture);
  {
    g_autoptr (StnNight) first = get_night (fixture, FIRST);

    g_assert_cmpint (stn_night_get_worst (first)->severity.value, ==, 3);
    g_assert_cmpfloat (stn_night_get_value (first, "fluids")->value, ==, 1500);
  }
}

/* Where several cells of a night are wrong, that is explained which has the focus. */
static void
test_problem_of_the_focus (AppFixture *fixture, gconstpointer data)
{
  open_paper (fixture);
  type (FIRST_CRAMPS, "777");
  type (FIRST_PAIN, "77");
  g_assert_false (is_said ((gpointer) "Pain 0-10: A whole number from 0 to 10"));
  keyboard_press_in (fixture, find_paper (), "Tab");
  g_assert_true (has_focus ((gpointer) FIRST_PAIN));
  app_fixture_wait (is_said, (gpointer) "Pain 0-10: A whole number from 0 to 10");
  close_paper (fixture);
}

/* A cell that cannot be read says so, and nothing is saved until it can. */
static void
test_problem (AppFixture *fixture, gconstpointer data)
{
  open_paper (fixture);
  type (FIRST_PAIN, "11");
  g_assert_true (is_said ((gpointer) "Pain 0-10: A whole number from 0 to 10"));
  app_fixture_settle (fixture);
  g_assert_false (gtk_widget_get_sensitive (find_save ()));
  type (FIRST_PAIN, "10");
  type (FIRST_CRAMPS, "0");
  g_assert_true (
    is_said ((gpointer) "Pain 0-10: This row tells of a cramp, but also says that there was none"));
  type (FIRST_CRAMPS, "");
  app_fixture_wait (is_said, (gpointer) "Nothing is stored yet: 1 new night");
  close_paper (fixture);
}

/* What was typed is there again when the window was closed, until it is thrown away. */
static void
test_kept (AppFixture *fixture, gconstpointer data)
{
  open_paper (fixture);
  type (FIRST_CRAMPS, "3");
  close_paper (fixture);
  app_fixture_open_again (fixture);
  open_paper (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_cell (FIRST_CRAMPS))), ==, "3");
  g_signal_emit_by_name (app_fixture_find (find_paper (), GTK_TYPE_BUTTON, "Throw Away…"),
                         "clicked");
  app_fixture_answer ("clear");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_cell (FIRST_CRAMPS))), ==, "");
  close_paper (fixture);
  open_paper (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (find_cell (FIRST_CRAMPS))), ==, "");
  close_paper (fixture);
}

/* Pages of 14 nights; what was typed on one of them is saved with the others. */
static void
test_other_nights (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  open_paper (fixture);
  type (FIRST_CRAMPS, "x");
  g_assert_false (
    gtk_widget_get_sensitive (app_fixture_find (find_paper (), GTK_TYPE_BUTTON, "Later Nights")));
  g_signal_emit_by_name (app_fixture_find (find_paper (), GTK_TYPE_BUTTON, "Earlier Nights"),
                         "clicked");
  app_fixture_settle (fixture);
  type ("Night of Sunday 25 to Monday 26 October: Cramps", "-");
  app_fixture_wait (is_said, (gpointer) "Nothing is stored yet: 2 new nights");
  save (fixture);
  night = get_night (fixture, stn_date_new (2026, 10, 25));
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NO_CRAMPS);
}

static void
assert_cell (StnPaperColumn column, const char *text, gboolean is_good)
{
  g_autoptr (StnFactor) fluids = stn_factor_new ("fluids", STN_FACTOR_CONTINUOUS);
  StnPaperRow row = {0};
  g_autofree char *problem = NULL;

  fluids->unit = g_strdup ("ml");
  fluids->built_in = TRUE;
  row.cells[column] = (char *) text;
  problem = stn_paper_row_get_problem (&row, column, fluids);
  if ((problem == NULL) != is_good)
    g_error ("column %d, “%s”: %s", (int) column, text, problem == NULL ? "taken" : problem);
}

/* Digits and marks as people write them. */
static void
test_marks (void)
{
  static const struct {
    StnPaperColumn column;
    const char *good;
    const char *bad;
  } cells[] = {
    {STN_PAPER_CRAMPS, "0 1 12 50 x xx ||| ✓ - +", "51 -1 1.5 many x1"},
    {STN_PAPER_PAIN, "0 10", "11 -1 7.5 bad"},
    {STN_PAPER_MINUTES, "0 1.5 2,5 1440", "-1 1441 1:30 long"},
    {STN_PAPER_LEG, "l R Left both B", "x lr 1"},
    {STN_PAPER_STRETCHED, "x ✓ y yes 1 0 - no N", "2 xx maybe"},
    {STN_PAPER_GLASSES, "0 6 4.5 4,5", "-1 much"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++) {
    g_auto (GStrv) good = g_strsplit (cells[i].good, " ", -1);
    g_auto (GStrv) bad = g_strsplit (cells[i].bad, " ", -1);

    for (guint j = 0; good[j] != NULL; j++)
      assert_cell (cells[i].column, good[j], TRUE);
    for (guint j = 0; bad[j] != NULL; j++)
      assert_cell (cells[i].column, bad[j], FALSE);
    assert_cell (cells[i].column, " ", TRUE);
  }
}

#define TEST(name, function)                                                                       \
  g_test_add ("/app/paper-grid/" name, AppFixture, NULL, app_fixture_set_up, function,             \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/paper-grid/marks", test_marks);
  TEST ("by-keyboard", test_by_keyboard);
  TEST ("own-value-wins", test_own_value_wins);
  TEST ("problem", test_problem);
  TEST ("problem-of-the-focus", test_problem_of_the_focus);
  TEST ("kept", test_kept);
  TEST ("other-nights", test_other_nights);
  return g_test_run ();
}
