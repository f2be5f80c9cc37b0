/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* When to see a doctor, in the window: at once wherever the person is, by keyboard and as a screen reader has it. */
#include "keyboard.h"

#include "diary/stn-diary-flags.h"
#include "pages/stn-episode-card.h"
#include "pages/stn-flag-card.h"
#include "pages/stn-night-editor.h"
#include "pages/stn-routine-card.h"
#include "widgets/stn-chip-group.h"

#include <string.h>

static GtkWidget *
find (AppFixture *fixture, GType type, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), type, name);
}

static void
click (AppFixture *fixture, const char *name)
{
  GtkWidget *button = find (fixture, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static gboolean
is_card_focused (gpointer data)
{
  return STN_IS_FLAG_CARD (gtk_root_get_focus (GTK_ROOT (((AppFixture *) data)->window)));
}

static gboolean
is_card_gone (gpointer data)
{
  return find (data, STN_TYPE_FLAG_CARD, NULL) == NULL;
}

#define SIGN "Suddenly short of breath"

static gboolean
is_sign_seen (gpointer data)
{
  return find (data, STN_TYPE_CHIP_GROUP, SIGN) != NULL;
}

static gboolean
is_routine_seen (gpointer data)
{
  return find (data, STN_TYPE_ROUTINE_CARD, NULL) != NULL;
}

static gboolean
is_question_seen (gpointer data)
{
  return find (data, GTK_TYPE_BUTTON, "No, it did not") != NULL;
}

static void
log_cramp (AppFixture *fixture, StnDate night, int severity, int minutes, StnAnswer eased)
{
  g_autoptr (StnEpisode) worst = stn_episode_new ();

  worst->severity = STN_KNOWN_INT (severity);
  worst->duration_s = STN_KNOWN_INT (minutes * 60);
  worst->eased = eased;
  g_assert_true (stn_diary_log_cramps (fixture->other, night, 1, worst, NULL, NULL));
}

/* Tier and action in name and description, and the role of an alert. */
static void
assert_speaks (GtkWidget *card, const char *tier, const char *action)
{
  g_autofree char *label =
    gtk_test_accessible_check_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, tier);
  g_autofree char *description = gtk_test_accessible_check_property (
    GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");

  g_assert_cmpint (gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (card)), ==,
                   GTK_ACCESSIBLE_ROLE_ALERT);
  g_assert_null (label);
  g_assert_nonnull (strstr (description, action));
}

static guint
count_shown (AppFixture *fixture)
{
  g_autoptr (StnFlags) flags = stn_diary_find_flags (fixture->other, NULL, NULL);
  guint n = 0;

  for (guint i = 0; i < flags->flags->len; i++)
    n += !((StnFlag *) g_ptr_array_index (flags->flags, i))->put_away;
  return n;
}

/* Another program logs it while Today is open: it is there, has the focus, and goes with its answer. */
static void
test_today (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  log_cramp (fixture, LAST_NIGHT, 9, 12, STN_ANSWER_NO);
  app_fixture_wait (is_card_focused, fixture);
  card = find (fixture, STN_TYPE_FLAG_CARD, NULL);
  assert_speaks (card, "Right away", "Phone a doctor or your urgent-care line now.");
  keyboard_press (fixture, "Tab Return");
  app_fixture_wait (is_card_gone, fixture);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
}

/* The emergency path: Doctor, a door, whose first question has the focus, Yes; the card takes the focus without
 * "Done". */
static void
test_check_up (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *door;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "doctor");
  app_fixture_settle (fixture);
  door = find (fixture, GTK_TYPE_BUTTON, "Breath, chest, faint");
  g_assert_nonnull (door);
  g_assert_true (gtk_widget_grab_focus (door));
  keyboard_press (fixture, "Return");
  app_fixture_wait (is_sign_seen, fixture);
  app_fixture_settle (fixture);
  keyboard_press (fixture, "space");
  app_fixture_wait (is_card_focused, fixture);
  assert_speaks (find (fixture, STN_TYPE_FLAG_CARD, NULL), "Emergency",
                 "Phone your local emergency number now.");
  g_assert_cmpuint (count_shown (fixture), ==, 1);
}

/* Nothing is denied on the page that only names the doors; behind one, "None of these" keeps "no" for what was to be seen
 * there, and only for that. */
static void
test_none_of_these (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) signs = NULL;
  const StnDoor *const *doors = stn_knowledge_list_doors (stn_knowledge_get ());
  const StnDoor *door = NULL;
  GtkWidget *row;
  guint first = 0;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "doctor");
  app_fixture_settle (fixture);
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "None of these"));
  click (fixture, "Breath, chest, faint");
  app_fixture_wait (is_sign_seen, fixture);
  app_fixture_settle (fixture);
  click (fixture, "None of these");
  app_fixture_settle (fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "None of the others"));
  signs = stn_diary_list_signs (fixture->other, STN_NO_DATE, STN_NO_DATE, NULL);
  for (guint i = 0; doors[i] != NULL && door == NULL; i++)
    for (guint j = 0; doors[i]->signs[j] != NULL; j++)
      if (g_str_equal (doors[i]->signs[j]->asked, SIGN))
        door = doors[i];
  g_assert_nonnull (door);
  for (guint j = 0; door->signs[j] != NULL; j++)
    first += door->signs[j]->behind == NULL && door->signs[j]->asked_of == 0;
  g_assert_cmpuint (signs->len, ==, first);
  for (guint i = 0; i < signs->len; i++) {
    const StnSign *sign = g_ptr_array_index (signs, i);

    g_assert_cmpint (sign->answer, ==, STN_ANSWER_NO);
    g_assert_true (stn_knowledge_get_sign (stn_knowledge_get (), sign->sign)->door == door);
  }
  row = gtk_widget_get_ancestor (find (fixture, STN_TYPE_CHIP_GROUP, SIGN), ADW_TYPE_EXPANDER_ROW);
  g_assert_nonnull (row);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), FALSE);
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "None of the others"));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "None of these"));
  click (fixture, "Done");
  app_fixture_settle (fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL,
                          "No sign in this diary matches the list today. That is not an "
                          "all-clear."));
}

/* One question before anything is said; its answer says it. */
static void
test_question (AppFixture *fixture, gconstpointer data)
{
  log_cramp (fixture, LAST_NIGHT, 5, 15, STN_ANSWER_UNKNOWN);
  app_fixture_wait (is_question_seen, fixture);
  g_assert_null (find (fixture, STN_TYPE_FLAG_CARD, NULL));
  click (fixture, "No, it did not");
  app_fixture_wait (is_card_focused, fixture);
}

/* All routine reasons on one card, which is silent after "Booked"; the page is marked until then. */
static void
test_routine (AppFixture *fixture, gconstpointer data)
{
  for (int days_ago = 2; days_ago < 18; days_ago += 4)
    log_cramp (fixture, stn_date_add_days (LAST_NIGHT, -days_ago), 8, 3, STN_ANSWER_YES);
  app_fixture_wait (is_routine_seen, fixture);
  click (fixture, "Booked");
  app_fixture_settle (fixture);
  app_fixture_settle (fixture);
  g_assert_null (find (fixture, STN_TYPE_ROUTINE_CARD, NULL));
  g_assert_cmpuint (count_shown (fixture), ==, 0);
}

static gboolean
is_banner_focused (gpointer data)
{
  GtkWidget *button = find (data, GTK_TYPE_BUTTON, "What to Do");

  return button != NULL && gtk_widget_has_focus (button);
}

static gboolean
is_today_focused (gpointer data)
{
  return find (data, STN_TYPE_FLAG_CARD, NULL) != NULL &&
         find (data, GTK_TYPE_BUTTON, "What to Do") == NULL;
}

static gboolean
is_dealt_with (gpointer data)
{
  return count_shown (data) == 0;
}

/* Wherever the person is: a line above the other pages leads to Today, and stays until the flag is answered. */
static void
test_elsewhere (AppFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "trends");
  app_fixture_settle (fixture);
  log_cramp (fixture, LAST_NIGHT, 9, 12, STN_ANSWER_NO);
  app_fixture_wait (is_banner_focused, fixture);
  g_assert_nonnull (
    find (fixture, GTK_TYPE_LABEL, "Right away: A long cramp that stretching does not ease"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "findings");
  app_fixture_settle (fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "What to Do"));
  click (fixture, "What to Do");
  app_fixture_wait (is_today_focused, fixture);
  click (fixture, "I have phoned");
  app_fixture_wait (is_dealt_with, fixture);
  app_fixture_settle (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "trends");
  app_fixture_settle (fixture);
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "What to Do"));
}

/* The chip @name, as a click on it does. */
static void
press_chip (AppFixture *fixture, const char *name)
{
  GtkWidget *chip = find (fixture, GTK_TYPE_TOGGLE_BUTTON, name);

  g_assert_nonnull (chip);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (chip), TRUE);
}

static gboolean
is_card_seen (gpointer data)
{
  return find (data, STN_TYPE_FLAG_CARD, NULL) != NULL;
}

static GtkWidget *
get_focus (AppFixture *fixture)
{
  return gtk_root_get_focus (GTK_ROOT (fixture->window));
}

static void
assert_nothing_stored (AppFixture *fixture)
{
  g_autoptr (StnNight) night = stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);

  g_assert_cmpuint (night->episodes->len, ==, 0);
  g_assert_cmpuint (count_shown (fixture), ==, 0);
}

static gboolean
is_entry_open (gpointer data)
{
  return find (data, STN_TYPE_EPISODE_CARD, NULL) != NULL;
}

static void
begin_cramp (AppFixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "today");
  app_fixture_settle (fixture);
  keyboard_press (fixture, "c");
  app_fixture_wait (is_entry_open, fixture);
  press_chip (fixture, "Longer, in minutes and seconds");
}

/* While a cramp is typed: asked and said at once, beside the entry, and the focus stays where the person types. Nothing is
 * kept before the night is; then it stands on Today. */
static void
test_typing (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *typed;

  begin_cramp (fixture);
  typed = get_focus (fixture);
  g_assert_true (GTK_IS_TEXT (typed));
  keyboard_press (fixture, "1 5");
  app_fixture_wait (is_question_seen, fixture);
  g_assert_true (get_focus (fixture) == typed);
  g_assert_null (find (fixture, STN_TYPE_FLAG_CARD, NULL));
  click (fixture, "No, it did not");
  app_fixture_wait (is_card_seen, fixture);
  g_assert_true (get_focus (fixture) == typed);
  gtk_test_widget_wait_for_draw (typed);
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "No, it did not"));
  g_assert_null (find (fixture, GTK_TYPE_BUTTON, "I have phoned"));
  assert_speaks (find (fixture, STN_TYPE_FLAG_CARD, NULL), "Right away", "Phone a doctor");
  assert_nothing_stored (fixture);
  keyboard_press (fixture, "Control_L+Return");
  app_fixture_wait (is_card_focused, fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_BUTTON, "I have phoned"));
  g_assert_cmpuint (count_shown (fixture), ==, 1);
}

/* As narrow as a phone, with text twice as large. */
static void
test_typing_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *editor;
  int width, dpi;

  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 192 * 1024, NULL);
  begin_cramp (fixture);
  keyboard_press (fixture, "1 5");
  app_fixture_wait (is_question_seen, fixture);
  click (fixture, "No, it did not");
  app_fixture_wait (is_card_seen, fixture);
  editor = find (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  gtk_test_widget_wait_for_draw (editor);
  gtk_widget_measure (editor, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_cmpint (width, <=, 360);
}

/* S1.42: severe cramping that continues. How long so far is asked with "Still going". */
static void
test_still_going (AppFixture *fixture, gconstpointer data)
{
  begin_cramp (fixture);
  keyboard_press (fixture, "1 0");
  app_fixture_settle (fixture);
  press_chip (fixture, "Still going");
  app_fixture_wait (is_card_seen, fixture);
  g_assert_nonnull (find (fixture, GTK_TYPE_LABEL, "How long so far?"));
  assert_nothing_stored (fixture);
  press_chip (fixture, "3 minutes");
  app_fixture_wait (is_card_gone, fixture);
}

#define ADD(path, test)                                                                            \
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down)

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("/app/flags/today", test_today);
  ADD ("/app/flags/check-up", test_check_up);
  ADD ("/app/flags/none-of-these", test_none_of_these);
  ADD ("/app/flags/question", test_question);
  ADD ("/app/flags/routine", test_routine);
  ADD ("/app/flags/elsewhere", test_elsewhere);
  ADD ("/app/flags/typing", test_typing);
  ADD ("/app/flags/typing-narrow", test_typing_narrow);
  ADD ("/app/flags/still-going", test_still_going);
  return g_test_run ();
}
