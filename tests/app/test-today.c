/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyboard.h"

#include "diary/stn-cramp.h"
#include "pages/stn-episode-card.h"
#include "pages/stn-factor-list.h"
#include "pages/stn-night-editor.h"
#include "pages/stn-sleep-form.h"
#include "pages/stn-today-answer.h"
#include "widgets/stn-chip-group.h"
#include "pages/stn-today-page.h"
#include "widgets/stn-duration-entry.h"
#include "widgets/stn-factor-row.h"
#include "widgets/stn-night-strip.h"

/* What the person sees; NULL when there is no such thing on the screen. */
static GtkWidget *
see (AppFixture *fixture, GType type, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), type, name);
}

typedef struct {
  AppFixture *fixture;
  GType type;
  const char *name;
} Sight;

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;

  return see (sight->fixture, sight->type, sight->name) != NULL;
}

static GtkWidget *
wait_for (AppFixture *fixture, GType type, const char *name)
{
  Sight sight = {fixture, type, name};

  app_fixture_wait (is_seen, &sight);
  return see (fixture, type, name);
}

static void
press (AppFixture *fixture, const char *name)
{
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, name), "clicked");
}

static StnNight *
stored (AppFixture *fixture)
{
  return stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);
}

static StnNightState
stored_state (AppFixture *fixture)
{
  g_autoptr (StnNight) night = stored (fixture);

  return stn_night_get_state (night);
}

static void
act (AppFixture *fixture, const char *action)
{
  GtkWidget *answer = wait_for (fixture, STN_TYPE_TODAY_ANSWER, NULL);

  g_assert_true (gtk_widget_activate_action (answer, action, NULL));
  app_fixture_settle (fixture);
}

/* The row of the list of the day before last night. */
static GtkWidget *
wait_for_row (AppFixture *fixture, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-evening", "s", "2026-11-21");
  return wait_for (fixture, STN_TYPE_FACTOR_ROW, name);
}

static GtkWidget *
open_entry (AppFixture *fixture)
{
  act (fixture, "today.cramps");
  return wait_for (fixture, STN_TYPE_EPISODE_CARD, "Cramp 1");
}

static void
choose (AppFixture *fixture, const char *question, guint chip)
{
  GtkWidget *label = see (fixture, GTK_TYPE_LABEL, question);
  GtkWidget *group = gtk_widget_get_next_sibling (label);

  g_assert_true (STN_IS_CHIP_GROUP (group));
  stn_chip_group_set_selected (STN_CHIP_GROUP (group), chip);
  g_signal_emit_by_name (group, "changed");
}

static void
show_page (AppFixture *fixture, const char *name)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", name);
  app_fixture_settle (fixture);
}

static void
set_time (AppFixture *fixture, int hour, int minute)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, hour, minute, 0);

  stn_clock_set (fixture->clock, now);
}

/* A question that was asked anew goes when it was answered elsewhere, or the person goes elsewhere. */
static void
test_old_question (AppFixture *fixture, gconstpointer data)
{
  const char *question = "How was last night?";

  act (fixture, "today.no-cramps");
  act (fixture, "today.change");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, question));
  show_page (fixture, "diary");
  show_page (fixture, "today");
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
  g_assert_null (see (fixture, GTK_TYPE_LABEL, question));
  act (fixture, "today.change");
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, NULL, NULL, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "Cramps last night");
  g_assert_null (see (fixture, GTK_TYPE_LABEL, question));
}

/* The clock of a cramp ended by itself: how long it was is asked in the morning, and "I don't know" is an answer. */
static void
test_length_of_cramp (AppFixture *fixture, gconstpointer data)
{
  const char *question = "How long did the cramp last?";
  g_autoptr (StnNight) night = NULL;
  StnEpisode *episode;

  set_time (fixture, 2, 31);
  g_assert_true (stn_cramp_begin (fixture->other, NULL, NULL));
  set_time (fixture, 7, 10);
  show_page (fixture, "diary");
  show_page (fixture, "today");
  wait_for (fixture, GTK_TYPE_LABEL, question);
  press (fixture, "Save the Length");
  g_assert_nonnull (
    see (fixture, GTK_TYPE_LABEL, "Write about how many minutes, or choose “I don’t know”."));
  press (fixture, "I don’t know");
  app_fixture_settle (fixture);
  g_assert_null (see (fixture, GTK_TYPE_LABEL, question));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, question);
  stn_duration_entry_set_seconds (STN_DURATION_ENTRY (see (fixture, STN_TYPE_DURATION_ENTRY, NULL)),
                                  STN_KNOWN_INT (240));
  press (fixture, "Save the Length");
  wait_for (fixture, GTK_TYPE_LABEL, "Saved: a cramp of 4 min");
  app_fixture_settle (fixture);
  night = stored (fixture);
  episode = g_ptr_array_index (night->episodes, 0);
  g_assert_true (stn_opt_int_equal (episode->duration_s, STN_KNOWN_INT (240)));
  g_assert_null (see (fixture, GTK_TYPE_LABEL, question));
}

/* A diary that can only be read says so at once and again; what was typed stays on screen. */
static void
test_read_only (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *answer;

  app_fixture_open_read_only (fixture);
  answer = wait_for (fixture, STN_TYPE_TODAY_ANSWER, NULL);
  g_assert_true (gtk_widget_activate_action (answer, "today.no-cramps", NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "Not saved: this diary can only be read.");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "How was last night?"));
  open_entry (fixture);
  choose (fixture, "How bad?", 4);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Not saved: this diary can only be read.");
  g_assert_nonnull (see (fixture, STN_TYPE_EPISODE_CARD, "Cramp 1"));
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NOT_RECORDED);
}

static void
test_asks (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *no_cramps = see (fixture, GTK_TYPE_BUTTON, "No cramps");

  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "How was last night?"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Night of Saturday 21 to Sunday 22 November"));
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Cramps"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == no_cramps);
}

static void
test_no_cramps (AppFixture *fixture, gconstpointer data)
{
  act (fixture, "today.no-cramps");
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NO_CRAMPS);
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
  g_assert_nonnull (wait_for (fixture, GTK_TYPE_LABEL, "Saved: no cramps last night"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 see (fixture, GTK_TYPE_BUTTON, "Change"));
}

/* What is still open is offered and no more: once it was told how the night was slept, it is not asked again. */
static void
test_another_minute (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *form;
  g_autoptr (StnNight) night = NULL;

  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "How did you sleep?"));
  act (fixture, "today.no-cramps");
  wait_for (fixture, GTK_TYPE_LABEL, "Yesterday's evening list is empty");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, "How did you sleep?"), "clicked");
  form = wait_for (fixture, STN_TYPE_SLEEP_FORM, NULL);
  g_assert_true (
    gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), form));
  choose (fixture, "How well did you sleep?", 3);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Yesterday's evening list is empty");
  app_fixture_settle (fixture);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "How did you sleep?"));
  night = stored (fixture);
  g_assert_true (stn_opt_int_equal (night->sleep.quality, STN_KNOWN_INT (4)));
  g_assert_true (night->no_cramps);
}

/* Last night was answered otherwise, and what was begun of it is still there. */
static void
test_draft_beside_an_answer (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  choose (fixture, "How bad?", 8);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.close", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Goes on where you were");
  act (fixture, "today.no-cramps");
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, "Go On"), "clicked");
  wait_for (fixture, GTK_TYPE_LABEL, "In the diary");
  /* No cramps and cramps cannot both be. */
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Keep Both"));
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, "Keep What Is Here"), "clicked");
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Saved: 1 cramp last night");
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_CRAMPS);
  app_fixture_settle (fixture);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Go On"));
}

static void
test_undo (AppFixture *fixture, gconstpointer data)
{
  act (fixture, "today.no-cramps");
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "How was last night?");
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NOT_RECORDED);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.redo", NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NO_CRAMPS);
}

static void
test_cramps (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  const StnEpisode *episode;

  open_entry (fixture);
  choose (fixture, "Which leg?", 1);
  choose (fixture, "Where?", 0);
  choose (fixture, "How long?", 2);
  choose (fixture, "How bad?", 6);
  choose (fixture, "Did it wake you?", 0);
  choose (fixture, "Did stretching ease it?", 1);
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NOT_RECORDED);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Saved: 1 cramp last night");
  night = stored (fixture);
  g_assert_cmpuint (night->episodes->len, ==, 1);
  episode = g_ptr_array_index (night->episodes, 0);
  g_assert_cmpint (episode->side, ==, STN_SIDE_RIGHT);
  g_assert_cmpint (episode->site, ==, STN_SITE_CALF);
  g_assert_true (stn_opt_int_equal (episode->duration_s, STN_KNOWN_INT (180)));
  g_assert_true (stn_opt_int_equal (episode->severity, STN_KNOWN_INT (6)));
  g_assert_cmpint (episode->woke, ==, STN_ANSWER_YES);
  g_assert_cmpint (episode->eased, ==, STN_ANSWER_NO);
  wait_for (fixture, GTK_TYPE_LABEL, "Cramps last night");
}

/* Pressing "Cramps" and nothing else means: it happened. */
static void
test_cramps_without_details (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  open_entry (fixture);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  app_fixture_settle (fixture);
  night = stored (fixture);
  g_assert_cmpuint (night->episodes->len, ==, 1);
  g_assert_true (stn_episode_is_unknown (g_ptr_array_index (night->episodes, 0)));
}

static void
test_back_keeps_what_was_typed (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  choose (fixture, "How bad?", 8);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.close", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "How was last night?");
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NOT_RECORDED);
  open_entry (fixture);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  app_fixture_settle (fixture);
  {
    g_autoptr (StnNight) night = stored (fixture);
    const StnEpisode *episode = g_ptr_array_index (night->episodes, 0);

    g_assert_true (stn_opt_int_equal (episode->severity, STN_KNOWN_INT (8)));
  }
}

/* "Cramps" and then back, without an answer: it was a slip. */
static void
test_back_without_an_answer (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.close", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "How was last night?");
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Goes on where you were"));
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_fixture_settle (fixture);
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NOT_RECORDED);
}

/* What was typed and not saved is there again in the next window, which says since when. */
static void
test_closing_keeps_what_was_typed (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  choose (fixture, "How bad?", 8);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_fixture_settle (fixture);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture->window)));
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NOT_RECORDED);
  app_fixture_open_again (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "Goes on where you were");
  open_entry (fixture);
  wait_for (fixture, GTK_TYPE_LABEL,
            "Not saved yet: you began this on Sunday 22 November at 07:10.");
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Saved: 1 cramp last night");
  {
    g_autoptr (StnNight) night = stored (fixture);

    g_assert_cmpuint (night->episodes->len, ==, 1);
    g_assert_cmpint (stn_night_get_worst (night)->severity.value, ==, 8);
  }
}

/* Thrown away, it is gone for good. */
static void
test_draft_discarded (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  choose (fixture, "How bad?", 8);
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_fixture_settle (fixture);
  app_fixture_open_again (fixture);
  open_entry (fixture);
  wait_for (fixture, GTK_TYPE_BUTTON, "Discard");
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.discard", NULL);
  app_fixture_settle (fixture);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Discard"));
  g_assert_null (see (fixture, STN_TYPE_EPISODE_CARD, NULL));
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.close", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "A few questions");
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_NOT_RECORDED);
}

static void
test_other_program_is_followed (AppFixture *fixture, gconstpointer data)
{
  g_assert_true (stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
}

static void
log_elsewhere (AppFixture *fixture, int severity)
{
  g_autoptr (StnEpisode) theirs = stn_episode_new ();

  theirs->severity = STN_KNOWN_INT (severity);
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, theirs, NULL, NULL));
}

/* What another program writes while the entry is open is shown beside what is typed; nothing of either is lost. */
static void
test_other_program_beside_the_entry (AppFixture *fixture, gconstpointer data)
{
  const char *choice = data;
  g_autoptr (StnNight) night = NULL;

  open_entry (fixture);
  choose (fixture, "How bad?", 9);
  log_elsewhere (fixture, 3);
  wait_for (fixture, GTK_TYPE_LABEL, "In the diary");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Cramp · 9 of 10"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Cramp · 3 of 10"));
  /* Not before it was chosen. */
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  app_fixture_settle (fixture);
  night = stored (fixture);
  g_assert_cmpuint (night->episodes->len, ==, 1);
  g_clear_pointer (&night, stn_night_free);
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, choice), "clicked");
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  app_fixture_settle (fixture);
  night = stored (fixture);
  g_assert_cmpuint (night->episodes->len, ==, g_str_equal (choice, "Keep Both") ? 2 : 1);
  g_assert_cmpint (stn_night_get_worst (night)->severity.value, ==,
                   g_str_equal (choice, "Take What Is in the Diary") ? 3 : 9);
}

static void
test_factor (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row = wait_for_row (fixture, "Bedtime stretch");
  g_autoptr (StnNight) night = NULL;
  const StnFactorValue *value;

  stn_factor_row_answer (STN_FACTOR_ROW (row));
  app_fixture_settle (fixture);
  night = stored (fixture);
  value = stn_night_get_value (night, "stretch");
  g_assert_nonnull (value);
  g_assert_cmpfloat (value->value, ==, 1);
  g_assert_cmpint (value->entered, ==, STN_ENTERED_AFTER);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Kept as you go · entered after the night"));
}

static void
test_factor_in_glasses (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row = wait_for_row (fixture, "Drinks");
  GtkWidget *number = app_fixture_find (row, GTK_TYPE_SPIN_BUTTON, NULL);
  g_autoptr (StnNight) night = NULL;

  g_assert_false (stn_factor_row_get_value (STN_FACTOR_ROW (row)).known);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (number), 6);
  stn_factor_list_flush (STN_FACTOR_LIST (gtk_widget_get_ancestor (row, STN_TYPE_FACTOR_LIST)));
  app_fixture_settle (fixture);
  night = stored (fixture);
  g_assert_cmpfloat (stn_night_get_value (night, "fluids")->value, ==, 1500);
}

/* A number that was typed and not taken by Enter yet: it survives what others write, and the closing of the window. */
static void
test_number_being_typed (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row = wait_for_row (fixture, "Drinks");
  GtkWidget *number = app_fixture_find (row, GTK_TYPE_SPIN_BUTTON, NULL);
  g_autoptr (StnNight) night = NULL;

  gtk_widget_grab_focus (number);
  gtk_editable_set_text (GTK_EDITABLE (number), "6");
  g_assert_true (stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, NULL));
  app_fixture_settle (fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "6");
  gtk_window_close (GTK_WINDOW (fixture->window));
  app_fixture_settle (fixture);
  night = stored (fixture);
  g_assert_cmpfloat (stn_night_get_value (night, "fluids")->value, ==, 1500);
}

/* A number that cannot be: what was answered stays, and the row says what it takes. */
static void
test_number_out_of_range (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row = wait_for_row (fixture, "Hard effort");
  GtkWidget *number = app_fixture_find (row, GTK_TYPE_SPIN_BUTTON, NULL);

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (number), 4);
  gtk_editable_set_text (GTK_EDITABLE (number), "50");
  gtk_spin_button_update (GTK_SPIN_BUTTON (number));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (number)), ==, "50");
  g_assert_cmpfloat (stn_factor_row_get_value (STN_FACTOR_ROW (row)).value, ==, 4);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "A whole number from 0 to 10"));
  gtk_editable_set_text (GTK_EDITABLE (number), "5");
  gtk_spin_button_update (GTK_SPIN_BUTTON (number));
  g_assert_cmpfloat (stn_factor_row_get_value (STN_FACTOR_ROW (row)).value, ==, 5);
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "A whole number from 0 to 10"));
}

/* After Enter the digits choose rows again. */
static void
test_enter_leaves_number (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *row = wait_for_row (fixture, "Drinks");
  GtkWidget *number = app_fixture_find (row, GTK_TYPE_SPIN_BUTTON, NULL);

  stn_factor_row_answer (STN_FACTOR_ROW (row));
  gtk_editable_set_text (GTK_EDITABLE (number), "6");
  g_signal_emit_by_name (gtk_editable_get_delegate (GTK_EDITABLE (number)), "activate");
  g_assert_cmpfloat (stn_factor_row_get_value (STN_FACTOR_ROW (row)).value, ==, 6);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == row);
}

static void
test_names (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *strip = see (fixture, STN_TYPE_NIGHT_STRIP, NULL);
  GtkWidget *row;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (see (fixture, GTK_TYPE_BUTTON, "No cramps")),
                                   GTK_ACCESSIBLE_ROLE_BUTTON);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_ROLE_GROUP);
  g_assert_nonnull (
    app_fixture_find (strip, GTK_TYPE_BUTTON, "Saturday 21 November: not recorded"));
  row = wait_for_row (fixture, "Drinks");
  gtk_test_accessible_assert_role (
    GTK_ACCESSIBLE (app_fixture_find (row, GTK_TYPE_SPIN_BUTTON, NULL)),
    GTK_ACCESSIBLE_ROLE_SPIN_BUTTON);
  gtk_widget_activate_action (row, "evening.done", NULL);
  open_entry (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Remove cramp 1"));
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Back"));
}

/* The diary can be read but not written: nothing is lost, and the page says so. */
static void
test_save_fails (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  choose (fixture, "How bad?", 5);
  stn_diary_client_close (fixture->client);
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_BUTTON, "Try Again");
  g_assert_nonnull (see (fixture, STN_TYPE_EPISODE_CARD, "Cramp 1"));
  g_assert_true (
    stn_night_editor_is_dirty (STN_NIGHT_EDITOR (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL))));
}

/* A key that answers says what is there when it was answered already, and writes nothing. */
static void
test_key_after_the_answer (AppFixture *fixture, gconstpointer data)
{
  act (fixture, "today.no-cramps");
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
  keyboard_press (fixture, "n");
  wait_for (fixture, GTK_TYPE_LABEL,
            "Already saved: no cramps last night. Choose “Change” to change it.");
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, NULL, NULL, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "Cramps last night");
  keyboard_press (fixture, "n");
  wait_for (fixture, GTK_TYPE_LABEL,
            "Already saved: cramps last night. Choose “Change” to change it.");
  g_assert_cmpint (stored_state (fixture), ==, STN_NIGHT_CRAMPS);
}

/* The other answer is a press away, and the focus stays on the page. */
static void
test_which_is_right (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 2, NULL, NULL, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "Cramps last night");
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Which is right?"));
  app_fixture_join_no_cramps (fixture);
  wait_for (fixture, GTK_TYPE_LABEL, "Which is right?");
  gtk_widget_grab_focus (wait_for (fixture, GTK_TYPE_BUTTON, "No Cramps"));
  press (fixture, "No Cramps");
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
  g_assert_null (see (fixture, GTK_TYPE_LABEL, "Which is right?"));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                 see (fixture, GTK_TYPE_BUTTON, "Change"));
  night = stored (fixture);
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NO_CRAMPS);
}

int
main (int argc, char *argv[])
{
  static const struct {
    const char *path;
    void (*test) (AppFixture *fixture, gconstpointer data);
  } tests[] = {
    {"/app/today/asks", test_asks},
    {"/app/today/old-question", test_old_question},
    {"/app/today/length-of-cramp", test_length_of_cramp},
    {"/app/today/read-only", test_read_only},
    {"/app/today/no-cramps-is-saved-at-once", test_no_cramps},
    {"/app/today/key-after-the-answer", test_key_after_the_answer},
    {"/app/today/which-is-right", test_which_is_right},
    {"/app/today/another-minute", test_another_minute},
    {"/app/today/draft-beside-an-answer", test_draft_beside_an_answer},
    {"/app/today/undo-and-redo", test_undo},
    {"/app/today/cramps", test_cramps},
    {"/app/today/cramps-without-details", test_cramps_without_details},
    {"/app/today/back-keeps-what-was-typed", test_back_keeps_what_was_typed},
    {"/app/today/back-without-an-answer", test_back_without_an_answer},
    {"/app/today/closing-keeps-what-was-typed", test_closing_keeps_what_was_typed},
    {"/app/today/draft-discarded", test_draft_discarded},
    {"/app/today/other-program-is-followed", test_other_program_is_followed},
    {"/app/today/factor-is-saved-as-answered", test_factor},
    {"/app/today/factor-in-glasses", test_factor_in_glasses},
    {"/app/today/number-being-typed", test_number_being_typed},
    {"/app/today/number-out-of-range", test_number_out_of_range},
    {"/app/today/enter-leaves-number", test_enter_leaves_number},
    {"/app/today/names", test_names},
    {"/app/today/save-fails", test_save_fails},
  };

  static const struct {
    const char *path;
    const char *button;
  } choices[] = {
    {"/app/today/changed-elsewhere/keep-both", "Keep Both"},
    {"/app/today/changed-elsewhere/keep-mine", "Keep What Is Here"},
    {"/app/today/changed-elsewhere/take-theirs", "Take What Is in the Diary"},
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, AppFixture, NULL, app_fixture_set_up, tests[i].test,
                app_fixture_tear_down);
  for (guint i = 0; i < G_N_ELEMENTS (choices); i++)
    g_test_add (choices[i].path, AppFixture, choices[i].button, app_fixture_set_up,
                test_other_program_beside_the_entry, app_fixture_tear_down);
  return g_test_run ();
}
