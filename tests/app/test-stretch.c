/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "keyboard.h"

#include "diary/stn-diary-flags.h"
#include "diary/stn-diary-stretch.h"
#include "pages/stn-stretch-guide.h"
#include "pages/stn-stretch-questions.h"
#include "pages/stn-stretch-row.h"
#include "widgets/stn-figure.h"

#include <math.h>

#define TONIGHT stn_date_new (2026, 11, 22)

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

static GtkWidget *
focus (AppFixture *fixture)
{
  return gtk_window_get_focus (GTK_WINDOW (fixture->window));
}

static void
press (AppFixture *fixture, const char *button)
{
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, button), "clicked");
}

/* The evening of Sunday 22 November. */
static void
open_stretch (AppFixture *fixture)
{
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 21, 50, 0);

  stn_clock_set (fixture->clock, now);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.stretch", NULL);
}

static StnStretchGuide *
guide_of (AppFixture *fixture)
{
  return STN_STRETCH_GUIDE (wait_for (fixture, STN_TYPE_STRETCH_GUIDE, NULL));
}

/* Time goes by while somebody looks. */
static void
pass (AppFixture *fixture, int seconds)
{
  StnStretchGuide *guide = guide_of (fixture);

  for (int i = 0; i < seconds; i++) {
    g_autoptr (GDateTime) now = stn_clock_now (fixture->clock);
    g_autoptr (GDateTime) then = g_date_time_add_seconds (now, 1);

    stn_clock_set (fixture->clock, then);
    stn_stretch_guide_look (guide);
  }
}

/* Nothing of what is asked is so; then the usual routine. */
static void
begin_first (AppFixture *fixture)
{
  open_stretch (fixture);
  wait_for (fixture, STN_TYPE_STRETCH_QUESTIONS, NULL);
  g_assert_true (focus (fixture) == see (fixture, GTK_TYPE_BUTTON, "None of these"));
  keyboard_press (fixture, "Return");
  wait_for (fixture, STN_TYPE_STRETCH_ROW, NULL);
  keyboard_press (fixture, "Return");
  guide_of (fixture);
}

static guint
count_sessions (AppFixture *fixture)
{
  g_autoptr (GPtrArray) sessions = stn_diary_list_sessions (fixture->other, NULL);

  return sessions->len;
}

static const StnFactorValue *
stretched (AppFixture *fixture)
{
  static StnNight *night;

  g_clear_pointer (&night, stn_night_free);
  night = stn_diary_get_night (fixture->other, TONIGHT, NULL);
  return stn_night_get_value (night, "stretch");
}

/* From the first question to tonight's mark, with Enter alone, and Undo takes both back. */
static void
test_whole (AppFixture *fixture, gconstpointer data)
{
  begin_first (fixture);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Calf stretch · get ready"));
  g_assert_true (focus (fixture) == see (fixture, GTK_TYPE_BUTTON, "Pause"));
  pass (fixture, 10);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Left leg back"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "1 of 12 · about 2 min 10 s left"));
  pass (fixture, 13);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Right leg back"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "7"));
  g_assert_cmpuint (count_sessions (fixture), ==, 0);
  pass (fixture, 117);
  wait_for (fixture, GTK_TYPE_BUTTON, "Good Night");
  app_fixture_settle (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 1);
  g_assert_nonnull (stretched (fixture));
  g_assert_cmpint (stretched (fixture)->entered, ==, STN_ENTERED_EVENING);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  app_fixture_settle (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 0);
  g_assert_null (stretched (fixture));
}

static void
test_second_begins_at_once (AppFixture *fixture, gconstpointer data)
{
  begin_first (fixture);
  pass (fixture, 140);
  wait_for (fixture, GTK_TYPE_BUTTON, "Good Night");
  app_fixture_settle (fixture);
  keyboard_press (fixture, "Return");
  g_assert_null (see (fixture, STN_TYPE_STRETCH_GUIDE, NULL));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.stretch", NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "Calf stretch · get ready");
}

/* Right, left and up; space pauses where the focus is from the start. */
static void
test_keys (AppFixture *fixture, gconstpointer data)
{
  begin_first (fixture);
  keyboard_press (fixture, "Right Right Right");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Calf stretch · hold 2 of 3"));
  keyboard_press (fixture, "Left");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Right leg back"));
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Calf stretch · hold 1 of 3"));
  pass (fixture, 4);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "6"));
  keyboard_press (fixture, "Up");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "10"));
  keyboard_press (fixture, "space");
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Go On"));
  pass (fixture, 5);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "10"));
  keyboard_press (fixture, "space");
  pass (fixture, 5);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "5"));
}

/* What was skipped was not done; nobody is asked, and one press says otherwise. */
static void
test_skipped (AppFixture *fixture, gconstpointer data)
{
  begin_first (fixture);
  for (guint i = 0; i < 14; i++)
    gtk_widget_activate_action (GTK_WIDGET (guide_of (fixture)), "guide.skip", NULL);
  wait_for (fixture, GTK_TYPE_BUTTON, "Mark as Done");
  app_fixture_settle (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 0);
  g_assert_null (stretched (fixture));
  press (fixture, "Mark as Done");
  app_fixture_settle (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 1);
  g_assert_nonnull (stretched (fixture));
}

/* Left, it waits; the bar brings it back where it was; ended, it is gone. */
static void
test_waits (AppFixture *fixture, gconstpointer data)
{
  begin_first (fixture);
  pass (fixture, 14);
  keyboard_press (fixture, "Escape");
  g_assert_null (see (fixture, STN_TYPE_STRETCH_GUIDE, NULL));
  g_assert_nonnull (
    see (fixture, GTK_TYPE_LABEL, "The stretch is paused: 1 of 12 · about 2 min 10 s left"));
  press (fixture, "Go On");
  wait_for (fixture, GTK_TYPE_LABEL, "Left leg back");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "6"));
  pass (fixture, 2);
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "4"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "diary");
  press (fixture, "End the stretch");
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "End the stretch"));
  app_fixture_settle (fixture);
  g_assert_cmpuint (count_sessions (fixture), ==, 0);
}

static void
test_seated (AppFixture *fixture, gconstpointer data)
{
  begin_first (fixture);
  press (fixture, "Seated Version");
  wait_for (fixture, GTK_TYPE_LABEL, "Calf and thigh, seated · get ready");
  press (fixture, "Standing Version");
  wait_for (fixture, GTK_TYPE_LABEL, "Calf stretch · get ready");
}

/* A tick closes what it rules out, and the diary has it as a sign. */
static void
test_swollen (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) signs = NULL;

  open_stretch (fixture);
  wait_for (fixture, STN_TYPE_STRETCH_QUESTIONS, NULL);
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (see (fixture, GTK_TYPE_CHECK_BUTTON, "One leg is swollen")), TRUE);
  press (fixture, "None of the others");
  wait_for (fixture, STN_TYPE_STRETCH_ROW, NULL);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Start: Standing"));
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Start: Seated"));
  g_assert_nonnull (see (fixture, GTK_TYPE_BUTTON, "Start: Calming breath"));
  signs = stn_diary_list_signs (fixture->other, STN_NO_DATE, STN_NO_DATE, NULL);
  g_assert_cmpuint (signs->len, ==, 4);
}

/* Made, begun, deleted, and back by Undo. */
static void
test_own_routine (AppFixture *fixture, gconstpointer data)
{
  open_stretch (fixture);
  wait_for (fixture, STN_TYPE_STRETCH_QUESTIONS, NULL);
  keyboard_press (fixture, "Return");
  wait_for (fixture, STN_TYPE_STRETCH_ROW, NULL);
  gtk_widget_activate_action (see (fixture, STN_TYPE_STRETCH_ROW, NULL), "stretch.add", NULL);
  keyboard_press (fixture, "m i n e");
  press (fixture, "Save Routine");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL, "Add at least one step."));
  press (fixture, "Add: Back of the thigh");
  press (fixture, "Add: Slow breathing");
  press (fixture, "Move up: Slow breathing");
  gtk_spin_button_set_value (
    GTK_SPIN_BUTTON (see (fixture, GTK_TYPE_SPIN_BUTTON, "Seconds: Back of the thigh")), 15);
  press (fixture, "Save Routine");
  wait_for (fixture, GTK_TYPE_BUTTON, "Start: mine");
  g_assert_nonnull (see (fixture, GTK_TYPE_LABEL,
                         "Slow breathing · 3 × 60 s\nBack of the thigh · 3 × 15 s each side"));
  press (fixture, "Delete: mine");
  app_fixture_settle (fixture);
  g_assert_null (see (fixture, GTK_TYPE_BUTTON, "Start: mine"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  press (fixture, "Start: mine");
  wait_for (fixture, GTK_TYPE_LABEL, "Slow breathing · get ready");
}

static double
apart (StnPoint a, StnPoint b)
{
  return hypot (a.x - b.x, a.y - b.y);
}

/* Every exercise of data/knowledge has a figure whose bones keep their length through the whole movement. */
static void
test_figures (void)
{
  const StnStretchExercise *const *all =
    stn_knowledge_list_stretch_exercises (stn_knowledge_get ());

  for (guint i = 0; all[i] != NULL; i++) {
    const StnFigure *figure = stn_figure_get (all[i]->id);
    guint cues = 0;

    if (figure == NULL)
      g_error ("%s has no figure", all[i]->id);
    for (const StnFigureCue *cue = stn_figure_list_cues (figure); cue->word != NULL; cue++)
      cues++;
    g_assert_cmpuint (cues, >=, 1);
    g_assert_cmpuint (cues, <=, 2);
    for (int step = 0; step <= 10; step++) {
      StnFigureJoints joints;

      stn_figure_place (figure, step / 10.0, &joints);
      for (int depth = STN_FIGURE_NEAR; depth <= STN_FIGURE_FAR; depth++) {
        g_assert_cmpfloat_with_epsilon (apart (joints.hip, joints.knee[depth]), 22, .35);
        g_assert_cmpfloat_with_epsilon (apart (joints.knee[depth], joints.ankle[depth]), 22, .35);
        g_assert_cmpfloat_with_epsilon (apart (joints.shoulder, joints.elbow[depth]), 12.5, .35);
        g_assert_cmpfloat_with_epsilon (apart (joints.elbow[depth], joints.hand[depth]), 12.5, .35);
        g_assert_cmpfloat (joints.ankle[depth].y, <, 95);
      }
      g_assert_cmpfloat_with_epsilon (apart (joints.shoulder, joints.hip), 26, 1.7);
    }
  }
}

/* The poses, kept as they were looked at: the heel stays on the floor, the hip moves towards the wall. */
static void
test_poses (void)
{
  static const struct {
    const char *exercise;
    double reach;
    StnPoint hip, ankle, knee;
  } poses[] = {
    {"calf", 0, {47.6, 52.2}, {27, 91}, {38.4, 72.2}},
    {"calf", 1, {50.7, 54}, {27, 91}, {39.8, 73.1}},
    {"hamstring", 1, {33, 49.5}, {72, 69.5}, {53.4, 57.8}},
    {"seated-leg", 1, {30, 66}, {68, 87.4}, {50.4, 74.2}},
    {"easy-moves", 0, {40.5, 48.5}, {47, 79}, {58.9, 60.5}},
  };

  for (guint i = 0; i < G_N_ELEMENTS (poses); i++) {
    StnFigureJoints joints;

    stn_figure_place (stn_figure_get (poses[i].exercise), poses[i].reach, &joints);
    g_test_message ("%s %.0f: hip %.1f %.1f ankle %.1f %.1f knee %.1f %.1f", poses[i].exercise,
                    poses[i].reach, joints.hip.x, joints.hip.y, joints.ankle[0].x,
                    joints.ankle[0].y, joints.knee[0].x, joints.knee[0].y);
    g_assert_cmpfloat (apart (joints.hip, poses[i].hip), <, .1);
    g_assert_cmpfloat (apart (joints.ankle[0], poses[i].ankle), <, .1);
    g_assert_cmpfloat (apart (joints.knee[0], poses[i].knee), <, .5);
  }
}

static void
add (const char *path, void (*test) (AppFixture *, gconstpointer))
{
  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add_func ("/app/stretch/figures", test_figures);
  g_test_add_func ("/app/stretch/poses", test_poses);
  add ("/app/stretch/whole", test_whole);
  add ("/app/stretch/second-begins-at-once", test_second_begins_at_once);
  add ("/app/stretch/keys", test_keys);
  add ("/app/stretch/skipped", test_skipped);
  add ("/app/stretch/waits", test_waits);
  add ("/app/stretch/seated", test_seated);
  add ("/app/stretch/swollen", test_swollen);
  add ("/app/stretch/own-routine", test_own_routine);
  return g_test_run ();
}
