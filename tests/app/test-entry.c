/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "keyboard.h"

#include <signal.h>
#include <sys/resource.h>

#include "pages/stn-episode-card.h"
#include "pages/stn-night-editor.h"
#include "pages/stn-sleep-form.h"
#include "pages/stn-today-answer.h"
#include "widgets/stn-chip-group.h"
#include "widgets/stn-duration-entry.h"
#include "widgets/stn-leg-picture.h"
#include "chart/stn-leg-shape.h"
#include "widgets/stn-note-entry.h"
#include "widgets/stn-value-entry.h"

#define NARROWEST 360
#define DPI_100 (96 * 1024)
#define DPI_200 (2 * DPI_100)

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
open_entry (AppFixture *fixture)
{
  gtk_widget_activate_action (wait_for (fixture, STN_TYPE_TODAY_ANSWER, NULL), "today.cramps",
                              NULL);
  app_fixture_settle (fixture);
  wait_for (fixture, STN_TYPE_EPISODE_CARD, "Cramp 1");
}

static void
save (AppFixture *fixture)
{
  gtk_widget_activate_action (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), "entry.save", NULL);
  app_fixture_settle (fixture);
}

static StnNight *
stored (AppFixture *fixture)
{
  return stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);
}

/* The chips that answer @question in the card that is open. */
static GtkWidget *
group_of (AppFixture *fixture, const char *question)
{
  GtkWidget *label = wait_for (fixture, GTK_TYPE_LABEL, question);

  return gtk_widget_get_next_sibling (label);
}

/* As a click on the chip does. */
static void
press (AppFixture *fixture, const char *question, const char *chip)
{
  GtkWidget *button = app_fixture_find (group_of (fixture, question), GTK_TYPE_TOGGLE_BUTTON, chip);

  g_assert_nonnull (button);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button),
                                !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
}

static gboolean
is_pressed (AppFixture *fixture, const char *question, const char *chip)
{
  GtkWidget *button = app_fixture_find (group_of (fixture, question), GTK_TYPE_TOGGLE_BUTTON, chip);

  return button != NULL && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button));
}

static void
test_nothing_is_chosen (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *card;

  open_entry (fixture);
  card = see (fixture, STN_TYPE_EPISODE_CARD, NULL);
  {
    g_autoptr (StnEpisode) episode = stn_episode_card_get_episode (STN_EPISODE_CARD (card));

    g_assert_true (stn_episode_is_unknown (episode));
  }
  press (fixture, "Which leg?", "Right");
  g_assert_true (is_pressed (fixture, "Which leg?", "Right"));
  press (fixture, "Which leg?", "Right");
  {
    g_autoptr (StnEpisode) episode = stn_episode_card_get_episode (STN_EPISODE_CARD (card));

    g_assert_true (stn_episode_is_unknown (episode));
  }
}

/* The leg picture */

static GtkWidget *
place (AppFixture *fixture, const char *name)
{
  GtkWidget *button =
    app_fixture_find (see (fixture, STN_TYPE_LEG_PICTURE, NULL), GTK_TYPE_TOGGLE_BUTTON, name);

  g_assert_nonnull (button);
  return button;
}

static void
click_place (AppFixture *fixture, const char *name)
{
  GtkToggleButton *button = GTK_TOGGLE_BUTTON (place (fixture, name));

  gtk_toggle_button_set_active (button, !gtk_toggle_button_get_active (button));
}

static void
test_legs_and_chips (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  click_place (fixture, "Right calf");
  g_assert_true (is_pressed (fixture, "Which leg?", "Right"));
  g_assert_true (is_pressed (fixture, "Where?", "Calf"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (place (fixture, "Right calf")),
                                    GTK_ACCESSIBLE_STATE_PRESSED, GTK_ACCESSIBLE_TRISTATE_TRUE);
  click_place (fixture, "Left calf");
  g_assert_true (is_pressed (fixture, "Which leg?", "Both"));
  click_place (fixture, "Right calf");
  g_assert_true (is_pressed (fixture, "Which leg?", "Left"));
  click_place (fixture, "Left shin");
  g_assert_true (is_pressed (fixture, "Where?", "Other"));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (place (fixture, "Left knee"))));
  click_place (fixture, "Left knee");
  g_assert_false (is_pressed (fixture, "Where?", "Other"));
  g_assert_false (is_pressed (fixture, "Which leg?", "Left"));
  press (fixture, "Which leg?", "Both");
  press (fixture, "Where?", "Toes");
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (place (fixture, "Right toes"))));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (place (fixture, "Left toes"))));
}

/* What is under a point of the drawing of the legs. */
static GtkWidget *
under (GtkWidget *legs, double x, double y)
{
  double left = (gtk_widget_get_width (legs) - STN_LEGS_WIDTH) / 2;

  return gtk_widget_pick (legs, left + x, y, GTK_PICK_DEFAULT);
}

/* The left leg stays on the left, and a click up to 6 px beside a place means it. */
static void
test_legs_are_hit (AppFixture *fixture, gconstpointer data)
{
  GtkTextDirection direction = (GtkTextDirection) GPOINTER_TO_INT (data);
  GtkWidget *legs;

  gtk_widget_set_default_direction (direction);
  open_entry (fixture);
  legs = see (fixture, STN_TYPE_LEG_PICTURE, NULL);
  gtk_test_widget_wait_for_draw (legs);
  for (int leg = 0; leg < 2; leg++) {
    double x;
    double y;

    stn_leg_shape_center (leg == 1, STN_LEG_CALF, &x, &y);
    g_assert_true (under (legs, x, y) == place (fixture, leg == 1 ? "Right calf" : "Left calf"));
    stn_leg_shape_center (leg == 1, STN_LEG_TOES, &x, &y);
    g_assert_true (under (legs, x, y) == place (fixture, leg == 1 ? "Right toes" : "Left toes"));
  }
  /* The back of the left calf is at 90 px, where the edge of the picture is 178 high. */
  g_assert_true (under (legs, 93, 178) == place (fixture, "Left calf"));
  g_assert_false (GTK_IS_TOGGLE_BUTTON (under (legs, 104, 178)));
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_legs_by_keys (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *legs;

  open_entry (fixture);
  legs = see (fixture, STN_TYPE_LEG_PICTURE, NULL);
  g_assert_true (gtk_widget_grab_focus (legs));
  g_assert_true (gtk_widget_has_focus (place (fixture, "Left calf")));
  g_assert_true (gtk_widget_child_focus (legs, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_has_focus (place (fixture, "Right calf")));
  g_assert_true (gtk_widget_child_focus (legs, GTK_DIR_DOWN));
  g_assert_true (gtk_widget_has_focus (place (fixture, "Right foot")));
  g_assert_true (gtk_widget_child_focus (legs, GTK_DIR_RIGHT));
  g_assert_true (gtk_widget_has_focus (place (fixture, "Right toes")));
  g_assert_false (gtk_widget_child_focus (legs, GTK_DIR_RIGHT));
  for (int i = 0; i < 3; i++)
    g_assert_true (gtk_widget_child_focus (legs, GTK_DIR_UP));
  g_assert_true (gtk_widget_has_focus (place (fixture, "Right back thigh")));
  /* One stop for Tab. */
  g_assert_false (gtk_widget_child_focus (legs, GTK_DIR_TAB_FORWARD));
}

/* Relief */

static void
test_relief (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  const StnEpisode *episode;

  open_entry (fixture);
  g_assert_null (
    app_fixture_find (group_of (fixture, "What ended it?"), GTK_TYPE_TOGGLE_BUTTON, "Stretched"));
  press (fixture, "What did you try?", "Walked");
  press (fixture, "What did you try?", "Stretched");
  press (fixture, "What ended it?", "Stretched");
  g_assert_true (is_pressed (fixture, "Did stretching ease it?", "Yes"));
  press (fixture, "What ended it?", "Walked");
  g_assert_false (is_pressed (fixture, "Did stretching ease it?", "Yes"));
  /* What was answered is not filled in again. */
  press (fixture, "Did stretching ease it?", "No");
  press (fixture, "What ended it?", "Stretched");
  g_assert_true (is_pressed (fixture, "Did stretching ease it?", "No"));
  /* What was not tried cannot have ended it. */
  press (fixture, "What did you try?", "Stretched");
  g_assert_false (is_pressed (fixture, "What ended it?", "It just stopped"));
  press (fixture, "What ended it?", "It just stopped");
  save (fixture);
  night = stored (fixture);
  episode = g_ptr_array_index (night->episodes, 0);
  g_assert_cmpstr (episode->relief[0], ==, "walk");
  g_assert_null (episode->relief[1]);
  g_assert_cmpstr (episode->ended_by, ==, "nothing");
  g_assert_cmpint (episode->eased, ==, STN_ANSWER_NO);
}

static void
test_own_relief (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *own;
  g_autoptr (StnNight) night = NULL;
  const StnEpisode *episode;

  open_entry (fixture);
  g_assert_null (see (fixture, GTK_TYPE_ENTRY, "Something else that you tried"));
  press (fixture, "What did you try?", "Other…");
  own = see (fixture, GTK_TYPE_ENTRY, "Something else that you tried");
  gtk_editable_set_text (GTK_EDITABLE (own), "a, b");
  g_signal_emit_by_name (own, "activate");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL,
                         "A name has at most 80 letters, in one line and without a comma."));
  gtk_editable_set_text (GTK_EDITABLE (own), "  pickle juice ");
  g_signal_emit_by_name (own, "activate");
  press (fixture, "What ended it?", "pickle juice");
  save (fixture);
  night = stored (fixture);
  episode = g_ptr_array_index (night->episodes, 0);
  g_assert_cmpstr (episode->relief[0], ==, "pickle juice");
  g_assert_cmpstr (episode->ended_by, ==, "pickle juice");
}

/* What another program wrote and the form cannot say is not changed by looking at it. */
static void
test_opening_changes_nothing (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnEpisode) theirs = stn_episode_new ();
  g_autoptr (StnNight) before = NULL;
  g_autoptr (StnNight) after = NULL;
  GtkWidget *editor;

  theirs->relief = g_strsplit ("walk stretch,vinegar", " ", -1);
  theirs->ended_by = g_strdup ("rest");
  theirs->soreness_h = STN_KNOWN_REAL (2.5);
  theirs->duration_s = STN_KNOWN_INT (200);
  theirs->ongoing = STN_ANSWER_YES;
  theirs->note = g_strdup ("  one\n two ");
  g_assert_true (stn_diary_log_cramps (fixture->other, LAST_NIGHT, 1, theirs, NULL, NULL));
  wait_for (fixture, GTK_TYPE_LABEL, "Cramps last night");
  before = stored (fixture);
  gtk_widget_activate_action (see (fixture, STN_TYPE_TODAY_ANSWER, NULL), "today.change", NULL);
  app_fixture_settle (fixture);
  editor = wait_for (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  wait_for (fixture, STN_TYPE_EPISODE_CARD, NULL);
  g_assert_false (stn_night_editor_is_dirty (STN_NIGHT_EDITOR (editor)));
  press (fixture, "Did it wake you?", "Yes");
  save (fixture);
  after = stored (fixture);
  {
    StnEpisode *was = g_ptr_array_index (before->episodes, 0);
    const StnEpisode *is = g_ptr_array_index (after->episodes, 0);

    was->woke = STN_ANSWER_YES;
    g_assert_true (stn_opt_real_equal (was->soreness_h, is->soreness_h));
    g_assert_true (stn_opt_int_equal (was->duration_s, is->duration_s));
    g_assert_cmpstr (is->relief[0], ==, "walk");
    g_assert_cmpstr (is->relief[1], ==, "stretch,vinegar");
    g_assert_cmpstr (is->ended_by, ==, "rest");
    g_assert_cmpint (is->ongoing, ==, STN_ANSWER_YES);
    g_assert_cmpint (is->woke, ==, STN_ANSWER_YES);
  }
}

/* Several cramps */

static void
test_several_cramps (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *editor;
  GtkWidget *first;

  open_entry (fixture);
  editor = see (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  click_place (fixture, "Right calf");
  press (fixture, "How long?", "3 minutes");
  press (fixture, "How bad?", "6");
  g_signal_emit_by_name (
    gtk_widget_get_ancestor (see (fixture, GTK_TYPE_LABEL, "Add another cramp"), GTK_TYPE_BUTTON),
    "clicked");
  wait_for (fixture, STN_TYPE_EPISODE_CARD, "Cramp 2");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Right calf, 3 min, 6 of 10"));
  first = see (fixture, STN_TYPE_EPISODE_CARD, "Cramp 1");
  g_assert_false (stn_episode_card_is_open (STN_EPISODE_CARD (first)));
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, "Remove cramp 1"), "clicked");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Removed: Right calf, 3 min, 6 of 10"));
  g_assert_true (gtk_widget_has_focus (see (fixture, GTK_TYPE_BUTTON, "Undo")));
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Remove cramp 2"));
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, "Undo"), "clicked");
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Remove cramp 2"));
  gtk_widget_activate_action (editor, "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Saved: 2 cramps last night");
}

static void
test_all_removed (AppFixture *fixture, gconstpointer data)
{
  open_entry (fixture);
  press (fixture, "How bad?", "6");
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, "Remove cramp 1"), "clicked");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Last night"));
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, "Undo"), "clicked");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Cramps last night"));
  save (fixture);
  {
    g_autoptr (StnNight) night = stored (fixture);

    g_assert_cmpint (stn_night_get_worst (night)->severity.value, ==, 6);
  }
}

/* Bad input: refused where it stands, with a reason, and nothing is stored */

static char *
make_text (const char *kind)
{
  return g_str_equal (kind, "megabyte") ? g_strnfill (1024 * 1024, 'a') : g_strdup (kind);
}

static const char *const bad_texts[] = {
  "megabyte", "😀", "\u202e12", "5,5", "abc", "25:61", "-1", "99999999999999999999", "1e3", "12 34",
};

/* As a person pastes it over what is there. */
static void
paste (GtkWidget *field, const char *text)
{
  int position = 0;

  gtk_editable_delete_text (GTK_EDITABLE (field), 0, -1);
  gtk_editable_insert_text (GTK_EDITABLE (field), text, -1, &position);
}

static GtkWidget *
field_of (GtkWidget *entry)
{
  return app_fixture_find (entry, GTK_TYPE_TEXT, NULL);
}

static gboolean
has_reason (GtkWidget *entry)
{
  for (GtkWidget *child = gtk_widget_get_first_child (entry); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if ((GTK_IS_LABEL (child) && gtk_widget_has_css_class (child, "error") &&
         gtk_widget_get_mapped (child)) ||
        has_reason (child))
      return TRUE;
  return FALSE;
}

/* What is in the way of saving keeps the entry open; of a megabyte not a letter is taken, and it says so at once. */
static void
refuse_all (AppFixture *fixture, GtkWidget *entry, GtkWidget *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_texts); i++) {
    gboolean is_megabyte = g_str_equal (bad_texts[i], "megabyte");
    g_autofree char *text = make_text (bad_texts[i]);
    g_autoptr (StnNight) night = NULL;

    paste (field, text);
    if (is_megabyte)
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (field)), ==, "");
    else
      save (fixture);
    if (!has_reason (entry))
      g_test_message ("%s: no reason for “%s”", G_OBJECT_TYPE_NAME (entry), bad_texts[i]);
    g_assert_true (has_reason (entry));
    g_assert_true (gtk_widget_get_mapped (entry));
    night = stored (fixture);
    g_assert_true (stn_night_is_empty (night));
  }
  paste (field, "");
}

static void
expand (AppFixture *fixture, const char *title)
{
  GtkWidget *label = wait_for (fixture, GTK_TYPE_LABEL, title);

  adw_expander_row_set_expanded (
    ADW_EXPANDER_ROW (gtk_widget_get_ancestor (label, ADW_TYPE_EXPANDER_ROW)), TRUE);
}

static void
open_all (AppFixture *fixture)
{
  open_entry (fixture);
  for (int i = 0; i < 2; i++) {
    expand (fixture, i == 0 ? "Sleep" : "Note");
  }
  gtk_expander_set_expanded (GTK_EXPANDER (see (fixture, GTK_TYPE_EXPANDER, NULL)), TRUE);
  press (fixture, "Sore afterwards?", "Longer");
  press (fixture, "How long?", "Longer, in minutes and seconds");
  app_fixture_settle (fixture);
}

static void
list_widgets (GtkWidget *root, GType type, GPtrArray *found)
{
  if (gtk_widget_get_mapped (root) && g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    list_widgets (child, type, found);
}

static void
test_bad_input (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  GtkWidget *duration;

  open_all (fixture);
  list_widgets (GTK_WIDGET (fixture->window), STN_TYPE_VALUE_ENTRY, entries);
  /* Soreness, start of the cramp and seven of sleep. */
  g_assert_cmpuint (entries->len, ==, 9);
  for (guint i = 0; i < entries->len; i++)
    refuse_all (fixture, entries->pdata[i], field_of (entries->pdata[i]));
  duration = see (fixture, STN_TYPE_DURATION_ENTRY, NULL);
  refuse_all (fixture, duration, field_of (duration));
}

static void
test_bad_note (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *megabyte = make_text ("megabyte");
  g_autoptr (GPtrArray) notes = g_ptr_array_new ();

  open_all (fixture);
  list_widgets (GTK_WIDGET (fixture->window), STN_TYPE_NOTE_ENTRY, notes);
  g_assert_cmpuint (notes->len, ==, 2);
  for (guint i = 0; i < notes->len; i++) {
    GtkWidget *view = app_fixture_find (notes->pdata[i], GTK_TYPE_TEXT_VIEW, NULL);
    GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
    g_autofree char *text = NULL;

    gtk_text_buffer_insert_at_cursor (buffer, "😀 \u202eabc", -1);
    gtk_text_buffer_insert_at_cursor (buffer, megabyte, -1);
    g_assert_true (has_reason (notes->pdata[i]));
    text = stn_note_entry_get_text (notes->pdata[i]);
    g_assert_cmpstr (text, ==, "😀 \u202eabc");
  }
}

/* Times that contradict each other are refused beside them; put right, they are saved. */
static void
test_times_that_contradict (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  const char *const times[] = {"23:00", "23:10", "15", "2", "20", "06:30", "06:50"};
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();

  open_entry (fixture);
  expand (fixture, "Sleep");
  app_fixture_settle (fixture);
  list_widgets (see (fixture, STN_TYPE_SLEEP_FORM, NULL), STN_TYPE_VALUE_ENTRY, entries);
  g_assert_cmpuint (entries->len, ==, G_N_ELEMENTS (times));
  for (guint i = 0; i < entries->len; i++)
    paste (field_of (entries->pdata[i]), times[i]);
  paste (field_of (entries->pdata[4]), "900");
  save (fixture);
  g_assert_nonnull (see (fixture, STN_TYPE_SLEEP_FORM, NULL));
  night = stored (fixture);
  g_assert_true (stn_night_is_empty (night));
  g_clear_pointer (&night, stn_night_free);
  paste (field_of (entries->pdata[4]), times[4]);
  save (fixture);
  night = stored (fixture);
  g_assert_true (stn_opt_int_equal (night->sleep.into_bed_min, STN_KNOWN_INT (23 * 60)));
  g_assert_true (stn_opt_int_equal (night->sleep.awake_min, STN_KNOWN_INT (20)));
  g_assert_true (stn_opt_int_equal (night->sleep.out_of_bed_min, STN_KNOWN_INT (6 * 60 + 50)));
}

/* The disk is full: what was typed stays on the screen, and the window too; then there is room again. */
static void
test_full_disk (AppFixture *fixture, gconstpointer data)
{
  struct rlimit before;
  struct rlimit full;
  GtkWidget *editor;
  GtkWidget *window = GTK_WIDGET (fixture->window);

  open_entry (fixture);
  editor = see (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  press (fixture, "How bad?", "7");
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  full = (struct rlimit){.rlim_cur = 1, .rlim_max = before.rlim_max};
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &full), ==, 0);
  gtk_widget_activate_action (editor, "entry.save", NULL);
  wait_for (fixture, GTK_TYPE_BUTTON, "Try Again");
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Keep a Copy…"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Not saved: the disk is full."));
  g_assert_true (is_pressed (fixture, "How bad?", "7"));
  gtk_window_close (GTK_WINDOW (window));
  app_fixture_settle (fixture);
  g_assert_true (gtk_widget_get_mapped (window));
  g_assert_true (is_pressed (fixture, "How bad?", "7"));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_signal_emit_by_name (see (fixture, GTK_TYPE_BUTTON, "Try Again"), "clicked");
  wait_for (fixture, GTK_TYPE_LABEL, "Saved: 1 cramp last night");
  {
    g_autoptr (StnNight) night = stored (fixture);

    g_assert_cmpuint (night->episodes->len, ==, 1);
  }
}

/* Names and focus */

static gboolean
all_have_places (gpointer data)
{
  const GPtrArray *widgets = data;

  for (guint i = 0; i < widgets->len; i++)
    if (gtk_widget_get_height (widgets->pdata[i]) == 0)
      return FALSE;
  return TRUE;
}

/* Tab comes by everything once, in the order of the screen, and back to where it began. */
static void
test_no_trap (AppFixture *fixture, gconstpointer data)
{
  GtkDirectionType direction = (GtkDirectionType) GPOINTER_TO_INT (data);
  GtkWindow *window = GTK_WINDOW (fixture->window);
  g_autoptr (GHashTable) stops = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  GtkWidget *first;

  open_all (fixture);
  /* The order of Tab is the order of the places. */
  list_widgets (see (fixture, STN_TYPE_NIGHT_EDITOR, NULL), STN_TYPE_CHIP_GROUP, groups);
  app_fixture_wait (all_have_places, groups);
  first = gtk_window_get_focus (window);
  do {
    GtkWidget *focus;

    if (!gtk_widget_child_focus (GTK_WIDGET (window), direction))
      gtk_widget_child_focus (GTK_WIDGET (window), direction);
    focus = gtk_window_get_focus (window);
    g_assert_nonnull (focus);
    if (!g_hash_table_add (stops, focus))
      break;
  } while (gtk_window_get_focus (window) != first);
  for (guint i = 0; i < groups->len; i++) {
    gboolean is_visited = FALSE;

    for (GtkWidget *chip = gtk_widget_get_first_child (groups->pdata[i]); chip != NULL;
         chip = gtk_widget_get_next_sibling (chip))
      is_visited |= g_hash_table_contains (stops, chip);
    if (!is_visited)
      g_test_message ("not reached: group %u", i);
    g_assert_true (is_visited);
  }
  g_assert_true (g_hash_table_contains (stops, see (fixture, GTK_TYPE_BUTTON, "Save Night")));
  g_assert_true (g_hash_table_contains (stops, see (fixture, GTK_TYPE_BUTTON, "Back")));
}

/* Names the innermost widgets that are too wide. */
static void
report_wide (GtkWidget *widget, int room)
{
  gboolean has_wide_child = FALSE;
  int width;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
    if (!gtk_widget_get_mapped (child) || width <= room)
      continue;
    has_wide_child = TRUE;
    report_wide (child, room);
  }
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (!has_wide_child)
    g_test_message ("%s in %s, first %s: %d px", G_OBJECT_TYPE_NAME (widget),
                    G_OBJECT_TYPE_NAME (gtk_widget_get_parent (widget)),
                    G_OBJECT_TYPE_NAME (gtk_widget_get_first_child (widget)), width);
}

static void
test_narrow (AppFixture *fixture, gconstpointer data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  GtkWidget *editor;
  int width;

  g_object_set (settings, "gtk-xft-dpi", GPOINTER_TO_INT (data), NULL);
  open_all (fixture);
  press (fixture, "What did you try?", "Other…");
  editor = see (fixture, STN_TYPE_NIGHT_EDITOR, NULL);
  gtk_test_widget_wait_for_draw (editor);
  gtk_widget_measure (editor, GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL, NULL);
  if (width > NARROWEST)
    report_wide (editor, NARROWEST - 60);
  g_object_set (settings, "gtk-xft-dpi", DPI_100, NULL);
  g_assert_cmpint (width, <=, NARROWEST);
}

/* Keys, through the X server */

/* One key from opening the window. */
static void
test_morning_without_cramps (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  g_assert_cmpuint (keyboard_press (fixture, "n"), ==, 1);
  wait_for (fixture, GTK_TYPE_LABEL, "No cramps last night");
  night = stored (fixture);
  g_assert_true (night->no_cramps);
  g_assert_true (gtk_widget_has_focus (see (fixture, GTK_TYPE_BUTTON, "Change")));
  keyboard_press (fixture, "Control_L+z");
  wait_for (fixture, GTK_TYPE_LABEL, "How was last night?");
}

/* Right calf, 3 minutes, 6 of 10, stretched and walked, the stretching ended it, woke me, not sore: without a mouse. */
static void
test_morning_with_a_cramp (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  const StnEpisode *episode;
  guint n = keyboard_press (fixture, "c Right space Tab space Tab 3 Tab 6 Tab space Right space");

  n += keyboard_press (fixture, "Tab space Tab Tab space Tab space Control_L+Return");
  wait_for (fixture, GTK_TYPE_LABEL, "Saved: 1 cramp last night");
  g_test_message ("%u keys", n);
  g_assert_cmpuint (n, <=, 25);
  night = stored (fixture);
  g_assert_cmpuint (night->episodes->len, ==, 1);
  episode = g_ptr_array_index (night->episodes, 0);
  g_assert_cmpint (episode->side, ==, STN_SIDE_RIGHT);
  g_assert_cmpint (episode->site, ==, STN_SITE_CALF);
  g_assert_true (stn_opt_int_equal (episode->duration_s, STN_KNOWN_INT (180)));
  g_assert_true (stn_opt_int_equal (episode->severity, STN_KNOWN_INT (6)));
  g_assert_cmpstr (episode->relief[0], ==, "stretch");
  g_assert_cmpstr (episode->relief[1], ==, "walk");
  g_assert_cmpstr (episode->ended_by, ==, "stretch");
  g_assert_cmpint (episode->eased, ==, STN_ANSWER_YES);
  g_assert_cmpint (episode->woke, ==, STN_ANSWER_YES);
  g_assert_true (stn_opt_real_equal (episode->soreness_h, STN_KNOWN_REAL (0)));
  g_assert_true (gtk_widget_has_focus (see (fixture, GTK_TYPE_BUTTON, "Change")));
}

/* Escape and Alt+Left go back to where the entry was opened; what was typed stays. In a field N is a letter. */
static void
test_keys_back (AppFixture *fixture, gconstpointer data)
{
  keyboard_press (fixture, "c");
  press (fixture, "How bad?", "4");
  expand (fixture, "Note");
  gtk_widget_grab_focus (see (fixture, GTK_TYPE_TEXT_VIEW, NULL));
  keyboard_press (fixture, "n c n");
  {
    g_autofree char *text =
      stn_note_entry_get_text (STN_NOTE_ENTRY (see (fixture, STN_TYPE_NOTE_ENTRY, NULL)));

    g_assert_cmpstr (text, ==, "ncn");
  }
  keyboard_press (fixture, "Escape");
  wait_for (fixture, GTK_TYPE_LABEL, "Goes on where you were");
  keyboard_press (fixture, "c");
  g_assert_true (is_pressed (fixture, "How bad?", "4"));
  keyboard_press (fixture, "Alt_L+Left");
  wait_for (fixture, GTK_TYPE_LABEL, "How was last night?");
  {
    g_autoptr (StnNight) night = stored (fixture);

    g_assert_true (stn_night_is_empty (night));
  }
}

#define ADD(path, data, function)                                                                  \
  g_test_add ("/app/entry/" path, AppFixture, GINT_TO_POINTER (data), app_fixture_set_up,          \
              function, app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("nothing-is-chosen", 0, test_nothing_is_chosen);
  ADD ("legs/two-views-of-one-value", 0, test_legs_and_chips);
  ADD ("legs/hit", GTK_TEXT_DIR_LTR, test_legs_are_hit);
  ADD ("legs/hit-right-to-left", GTK_TEXT_DIR_RTL, test_legs_are_hit);
  ADD ("legs/keys", 0, test_legs_by_keys);
  ADD ("relief", 0, test_relief);
  ADD ("relief/own", 0, test_own_relief);
  ADD ("opening-changes-nothing", 0, test_opening_changes_nothing);
  ADD ("several-cramps", 0, test_several_cramps);
  ADD ("all-removed", 0, test_all_removed);
  ADD ("bad-input", 0, test_bad_input);
  ADD ("bad-note", 0, test_bad_note);
  ADD ("times-that-contradict", 0, test_times_that_contradict);
  ADD ("full-disk", 0, test_full_disk);
  ADD ("no-trap/forward", GTK_DIR_TAB_FORWARD, test_no_trap);
  ADD ("no-trap/backward", GTK_DIR_TAB_BACKWARD, test_no_trap);
  ADD ("keys/morning-without-cramps", 0, test_morning_without_cramps);
  ADD ("keys/morning-with-a-cramp", 0, test_morning_with_a_cramp);
  ADD ("keys/back", 0, test_keys_back);
  ADD ("narrow", DPI_100, test_narrow);
  ADD ("narrow-with-200-percent-text", DPI_200, test_narrow);
  return g_test_run ();
}
