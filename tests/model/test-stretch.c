/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-stretch-run.h"

#include <stdlib.h>

/* The calf stretch of the trial (clinical 6.1), then one both legs do in a rhythm: 10, 6 x 10, 5, 60 s; 9 steps. */
static StnStretchPlan *
plan_new (void)
{
  const StnStretchDose calf = {"calf", 10, 10, 3, TRUE, 0, 0};
  const StnStretchDose lean = {"lean", 5, 60, 1, FALSE, 3, 3};
  StnStretchPlan *plan = stn_stretch_plan_new ("mine");

  stn_stretch_plan_add (plan, &calf);
  stn_stretch_plan_add (plan, &lean);
  return plan;
}

static void
test_steps (void)
{
  static const StnStretchSide sides[] = {STN_STRETCH_BOTH,  STN_STRETCH_LEFT,  STN_STRETCH_RIGHT,
                                         STN_STRETCH_LEFT,  STN_STRETCH_RIGHT, STN_STRETCH_LEFT,
                                         STN_STRETCH_RIGHT, STN_STRETCH_BOTH,  STN_STRETCH_BOTH};
  static const int repetitions[] = {0, 1, 1, 2, 2, 3, 3, 0, 1};
  static const int seconds[] = {10, 10, 10, 10, 10, 10, 10, 5, 60};
  g_autoptr (StnStretchPlan) plan = plan_new ();

  g_assert_cmpuint (plan->steps->len, ==, G_N_ELEMENTS (sides));
  for (guint i = 0; i < plan->steps->len; i++) {
    const StnStretchStep *step = stn_stretch_plan_get (plan, i);

    g_assert_cmpint (step->side, ==, sides[i]);
    g_assert_cmpint (step->repetition, ==, repetitions[i]);
    g_assert_cmpint (step->seconds, ==, seconds[i]);
    g_assert_cmpint (step->is_hold, ==, repetitions[i] > 0);
    g_assert_cmpstr (step->exercise, ==, i < 7 ? "calf" : "lean");
  }
  g_assert_cmpint (stn_stretch_plan_get_seconds (plan, 0), ==, 135);
  g_assert_cmpint (stn_stretch_plan_get_seconds (plan, 8), ==, 60);
  g_assert_cmpuint (stn_stretch_plan_count_holds (plan, G_MAXUINT), ==, 7);
  g_assert_cmpuint (stn_stretch_plan_count_holds (plan, 3), ==, 2);
}

/*
 * What the person and the clock do, and how it stands then. In @does: "g" go on, "p" pause, "s" skip, "b" back, "r" repeat,
 * "+N" N seconds looked at every @tick_ms, "~N" N seconds in which nobody looks, "-N" a clock that goes back N seconds.
 */
typedef struct {
  const char *name;
  const char *does;
  int tick_ms;
  StnStretchState state;
  guint index;
  int left_s;
  int all_left_s;
  guint done;
  int taken_s;
} Case;

static const Case cases[] = {
  {"new", "", 250, STN_STRETCH_PAUSED, 0, 10, 135, 0, 0},
  {"not-begun", "+30", 250, STN_STRETCH_PAUSED, 0, 10, 135, 0, 0},
  {"first-second", "g+1", 250, STN_STRETCH_RUNNING, 0, 9, 134, 0, 1},
  {"to-the-left", "g+10", 250, STN_STRETCH_RUNNING, 1, 10, 125, 0, 10},
  {"left-is-done", "g+20", 250, STN_STRETCH_RUNNING, 2, 10, 115, 1, 20},
  {"whole", "g+135", 250, STN_STRETCH_FINISHED, 8, 0, 0, 7, 135},
  {"over-is-over", "g+200", 250, STN_STRETCH_FINISHED, 8, 0, 0, 7, 135},
  {"no-drift", "g+100", 37, STN_STRETCH_RUNNING, 8, 35, 35, 6, 100},
  {"slow-looks", "g+100", 2900, STN_STRETCH_RUNNING, 8, 35, 35, 6, 100},
  {"pause-keeps", "g+13p+500", 250, STN_STRETCH_PAUSED, 1, 7, 122, 0, 13},
  {"goes-on-from-there", "g+13p+500g+2", 250, STN_STRETCH_RUNNING, 1, 5, 120, 0, 15},
  {"pause-twice", "g+13pp+5", 250, STN_STRETCH_PAUSED, 1, 7, 122, 0, 13},
  {"on-twice", "g+5g+5", 250, STN_STRETCH_RUNNING, 1, 10, 125, 0, 10},
  {"skip-is-not-done", "g+12s", 250, STN_STRETCH_RUNNING, 2, 10, 115, 0, 12},
  {"skip-paused", "s", 250, STN_STRETCH_PAUSED, 1, 10, 125, 0, 0},
  {"skip-all", "gsssssssss", 250, STN_STRETCH_FINISHED, 8, 0, 0, 0, 0},
  {"back-to-the-step-before", "g+25b", 250, STN_STRETCH_RUNNING, 1, 10, 125, 0, 25},
  {"back-at-the-first", "g+3b", 250, STN_STRETCH_RUNNING, 0, 10, 135, 0, 3},
  {"repeat", "g+25r", 250, STN_STRETCH_RUNNING, 2, 10, 115, 1, 25},
  {"repeat-after-the-end", "g+135r", 250, STN_STRETCH_PAUSED, 8, 60, 60, 6, 135},
  {"back-after-the-end", "g+135b", 250, STN_STRETCH_PAUSED, 8, 60, 60, 6, 135},
  {"skip-after-the-end", "g+135s", 250, STN_STRETCH_FINISHED, 8, 0, 0, 7, 135},
  {"slept", "g+13~3600", 250, STN_STRETCH_PAUSED, 1, 7, 122, 0, 13},
  {"slept-and-on", "g+13~3600g+2", 250, STN_STRETCH_RUNNING, 1, 5, 120, 0, 15},
  {"slept-then-skipped", "g+13~3600s", 250, STN_STRETCH_PAUSED, 2, 10, 115, 0, 13},
  {"clock-back", "g+13-60+5", 250, STN_STRETCH_PAUSED, 1, 7, 122, 0, 13},
  {"late-but-awake", "g+9~3+1", 250, STN_STRETCH_RUNNING, 1, 7, 122, 0, 13},
};

typedef struct {
  StnStretchRun *session;
  gint64 now_us;
} Run;

static void
watch (Run *run, int seconds, int tick_ms)
{
  gint64 end = run->now_us + (gint64) seconds * G_USEC_PER_SEC;

  while (run->now_us < end) {
    run->now_us = MIN (run->now_us + tick_ms * 1000, end);
    stn_stretch_run_look (run->session, run->now_us);
  }
}

static void
act (Run *run, const char **does, int tick_ms)
{
  char what = *(*does)++;
  char *rest = NULL;
  int seconds = what == '+' || what == '~' || what == '-' ? (int) strtol (*does, &rest, 10) : 0;

  if (rest != NULL)
    *does = rest;
  switch (what) {
  case 'g':
    stn_stretch_run_go_on (run->session, run->now_us);
    break;
  case 'p':
    stn_stretch_run_pause (run->session, run->now_us);
    break;
  case 's':
    stn_stretch_run_skip (run->session, run->now_us);
    break;
  case 'b':
    stn_stretch_run_back (run->session, run->now_us);
    break;
  case 'r':
    stn_stretch_run_repeat (run->session, run->now_us);
    break;
  case '+':
    watch (run, seconds, tick_ms);
    break;
  case '~':
  case '-':
    run->now_us += (gint64) (what == '~' ? seconds : -seconds) * G_USEC_PER_SEC;
    stn_stretch_run_look (run->session, run->now_us);
    break;
  default:
    g_assert_not_reached ();
  }
}

static void
test_case (gconstpointer data)
{
  const Case *self = data;
  g_autoptr (StnStretchPlan) plan = plan_new ();
  g_autoptr (StnStretchRun) session = stn_stretch_run_new (plan);
  Run run = {session, 1234567};

  for (const char *does = self->does; *does != '\0';)
    act (&run, &does, self->tick_ms);
  g_assert_cmpint (stn_stretch_run_get_state (session), ==, self->state);
  g_assert_cmpuint (stn_stretch_run_get_index (session), ==, self->index);
  g_assert_cmpint (stn_stretch_run_get_left_s (session), ==, self->left_s);
  g_assert_cmpint (stn_stretch_run_get_all_left_s (session), ==, self->all_left_s);
  g_assert_cmpuint (stn_stretch_run_count_done (session), ==, self->done);
  g_assert_cmpint (stn_stretch_run_get_taken_s (session), ==, self->taken_s);
}

/* Only what was held counts: half of an exercise's holds, to their end. */
static void
test_did (void)
{
  const struct {
    const char *does;
    gboolean calf, lean;
  } did[] = {
    {"g+135", TRUE, TRUE},
    {"gsssssssss", FALSE, FALSE},
    {"g+10+10+10+10ssssss", TRUE, FALSE}, /* 3 of 6 */
    {"g+10+10+10sssssss", FALSE, FALSE},  /* 2 of 6 */
    {"sssssssgs", FALSE, FALSE},
    {"sssssssg+65", FALSE, TRUE},
    {"g+135r", TRUE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (did); i++) {
    g_autoptr (StnStretchPlan) plan = plan_new ();
    g_autoptr (StnStretchRun) session = stn_stretch_run_new (plan);
    Run run = {session, 0};

    for (const char *does = did[i].does; *does != '\0';)
      act (&run, &does, 250);
    g_assert_cmpint (stn_stretch_run_did (session, "calf"), ==, did[i].calf);
    g_assert_cmpint (stn_stretch_run_did (session, "lean"), ==, did[i].lean);
    g_assert_false (stn_stretch_run_did (session, "other"));
  }
}

/* Who draws is told when there is another step or state, and only then. */
static void
test_tells (void)
{
  g_autoptr (StnStretchPlan) plan = plan_new ();
  g_autoptr (StnStretchRun) session = stn_stretch_run_new (plan);
  guint told = 0;

  stn_stretch_run_go_on (session, 0);
  for (gint64 ms = 100; ms <= 140000; ms += 100)
    told += stn_stretch_run_look (session, ms * 1000) ? 1 : 0;
  g_assert_cmpuint (told, ==, plan->steps->len);
}

static void
test_reach (void)
{
  const StnStretchStep hold = {.exercise = "calf", .is_hold = TRUE, .seconds = 10};
  const StnStretchStep ready = {.exercise = "calf", .seconds = 10};
  const StnStretchStep rhythm = {
    .exercise = "lean", .is_hold = TRUE, .seconds = 60, .in_s = 4, .out_s = 6};

  g_assert_cmpfloat (stn_stretch_step_get_reach (&hold, 0), ==, 0);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&hold, 1), ==, .5);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&hold, 2), ==, 1);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&hold, 9), ==, 1);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&ready, 2), ==, 1);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&ready, 4), ==, 0);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&rhythm, 2), ==, .5);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&rhythm, 4), ==, 1);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&rhythm, 7), ==, .5);
  g_assert_cmpfloat (stn_stretch_step_get_reach (&rhythm, 12), ==, .5);
  g_assert_true (stn_stretch_step_is_going_in (&rhythm, 3.9));
  g_assert_false (stn_stretch_step_is_going_in (&rhythm, 4.1));
  g_assert_true (stn_stretch_step_is_going_in (&rhythm, 10.1));
  g_assert_false (stn_stretch_step_is_going_in (&hold, 1));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/stretch-plan/steps", test_steps);
  g_test_add_func ("/model/stretch-plan/reach", test_reach);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *path = g_strdup_printf ("/model/stretch-run/%s", cases[i].name);

    g_test_add_data_func (path, &cases[i], test_case);
  }
  g_test_add_func ("/model/stretch-run/did", test_did);
  g_test_add_func ("/model/stretch-run/tells", test_tells);
  return g_test_run ();
}
