/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-diary-flags.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-stretch.h"
#include "store/stn-verify.h"

#define TONIGHT "2026-11-21"

static const char *const calf[] = {"calf", "hamstring", NULL};

static gint64
finish_now (DiaryFixture *self, const char *routine, const char *const *exercises, int seconds)
{
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);
  g_autoptr (StnSession) session = stn_session_new (night_of (TONIGHT), routine);
  g_autoptr (GError) error = NULL;
  gint64 group = 0;

  session->started = stn_stamp_of (now);
  session->seconds = seconds;
  session->steps = 12;
  stn_diary_finish_stretch (self->diary, session, exercises, &group, &error);
  g_assert_no_error (error);
  g_assert_nonnull (session->id.uid);
  return group;
}

static guint
count_sessions (StnDiary *diary)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = stn_diary_list_sessions (diary, &error);

  g_assert_no_error (error);
  return sessions->len;
}

static void
assert_value (StnDiary *diary, const char *key, const char *slug, double value, StnEntered entered)
{
  g_autoptr (StnNight) night = load (diary, key);
  const StnFactorValue *stored = stn_night_get_value (night, slug);

  g_assert_nonnull (stored);
  g_assert_cmpfloat (stored->value, ==, value);
  g_assert_cmpint (stored->entered, ==, entered);
}

/* contract: the stretch belongs to the night of the key rule, and counts as entered in the evening until the night has begun
 * to be told. */
static void
test_marks_tonight (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) sessions = NULL;
  const StnSession *session;

  diary_fixture_set_now (self, "2026-11-22T00:30:00");
  finish_now (self, "standing", calf, 143);
  assert_value (self->diary, TONIGHT, "stretch", 1, STN_ENTERED_EVENING);
  sessions = stn_diary_list_sessions (self->diary, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (sessions->len, ==, 1);
  session = g_ptr_array_index (sessions, 0);
  g_assert_cmpint (stn_date_compare (session->night, night_of (TONIGHT)), ==, 0);
  g_assert_cmpstr (session->routine, ==, "standing");
  g_assert_cmpint (session->seconds, ==, 143);
  g_assert_cmpint (session->steps, ==, 12);
}

static void
test_entered_after_a_cramp (DiaryFixture *self, gconstpointer data)
{
  diary_fixture_set_now (self, "2026-11-22T03:00:00");
  log_cramps (self->diary, TONIGHT, 1);
  finish_now (self, "standing", calf, 140);
  assert_value (self->diary, TONIGHT, "stretch", 1, STN_ENTERED_AFTER);
}

/* One group: undo takes back the session and what it said, and leaves what was there. */
static void
test_undo (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnChangeGroup) undone = NULL;
  g_autoptr (StnChangeGroup) redone = NULL;
  g_autoptr (StnNight) night = NULL;
  gint64 group;

  diary_fixture_set_now (self, "2026-11-21T22:00:00");
  group = finish_now (self, "standing", calf, 140);
  g_assert_true (stn_diary_undo (self->diary, group, &undone, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_sessions (self->diary), ==, 0);
  night = load (self->diary, TONIGHT);
  g_assert_null (stn_night_get_value (night, "stretch"));
  g_assert_true (stn_diary_redo (self->diary, &redone, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_sessions (self->diary), ==, 1);
  assert_value (self->diary, TONIGHT, "stretch", 1, STN_ENTERED_EVENING);
}

/* Breathing is no stretch and a ride is none; minutes add up. */
static void
test_other_routines (DiaryFixture *self, gconstpointer data)
{
  const char *const ride[] = {"easy-moves", NULL}, *const breath[] = {"breath", NULL};
  g_autoptr (StnNight) night = NULL;

  diary_fixture_set_now (self, "2026-11-21T22:00:00");
  finish_now (self, "bike-or-walk", ride, 190);
  assert_value (self->diary, TONIGHT, "evening-exercise", 3, STN_ENTERED_EVENING);
  finish_now (self, "bike-or-walk", ride, 20);
  assert_value (self->diary, TONIGHT, "evening-exercise", 4, STN_ENTERED_EVENING);
  finish_now (self, "calm-breath", breath, 190);
  assert_value (self->diary, TONIGHT, "relaxation.breathing", 1, STN_ENTERED_EVENING);
  assert_value (self->diary, TONIGHT, "relaxation", 1, STN_ENTERED_EVENING);
  night = load (self->diary, TONIGHT);
  g_assert_null (stn_night_get_value (night, "stretch"));
}

static void
say_stretched (StnDiary *diary, const char *key, double value)
{
  g_autoptr (StnNight) night = load (diary, key);

  stn_night_take_value (night, stn_factor_value_new ("stretch", value, STN_ENTERED_UNKNOWN));
  save (diary, night);
}

static void
assert_count (StnDiary *diary, guint done, guint evenings, StnAnswer tonight)
{
  g_autoptr (GError) error = NULL;
  StnStretchCount count;

  g_assert_true (stn_diary_count_stretches (diary, &count, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count.done, ==, done);
  g_assert_cmpuint (count.evenings, ==, evenings);
  g_assert_cmpint (count.tonight, ==, tonight);
}

/* Six weeks, from the first stretch in them on; an evening not recorded is one without, and tonight counts when it is told. */
static void
test_six_weeks (DiaryFixture *self, gconstpointer data)
{
  diary_fixture_set_now (self, "2026-11-21T22:00:00");
  assert_count (self->diary, 0, 0, STN_ANSWER_UNKNOWN);
  say_stretched (self->diary, "2026-11-12", 1);
  say_stretched (self->diary, "2026-11-13", 0);
  assert_count (self->diary, 1, 9, STN_ANSWER_UNKNOWN);
  finish_now (self, "standing", calf, 140);
  assert_count (self->diary, 2, 10, STN_ANSWER_YES);
  say_stretched (self->diary, "2026-10-11", 1); /* the first of 42 */
  assert_count (self->diary, 3, 42, STN_ANSWER_YES);
  say_stretched (self->diary, "2026-10-10", 1);
  assert_count (self->diary, 3, 42, STN_ANSWER_YES);
  say_stretched (self->diary, TONIGHT, 0);
  assert_count (self->diary, 2, 42, STN_ANSWER_NO);
}

static GPtrArray *
choices_of (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *choices = stn_diary_list_stretches (self->diary, &error);

  g_assert_no_error (error);
  return choices;
}

static const char *
gate_of (DiaryFixture *self, const char *routine)
{
  g_autoptr (GPtrArray) choices = choices_of (self);
  const StnStretchChoice *choice = stn_stretch_choices_find (choices, routine);

  return choice->gate != NULL ? choice->gate->id : NULL;
}

static void
assert_usual (DiaryFixture *self, const char *last, const char *usual)
{
  g_autoptr (GPtrArray) choices = choices_of (self);

  g_assert_cmpstr (stn_stretch_choices_get_usual (choices, last)->id, ==, usual);
}

static GPtrArray *
questions_of (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;
  GPtrArray *questions = stn_diary_list_stretch_questions (self->diary, &error);

  g_assert_no_error (error);
  return questions;
}

static void
answer (DiaryFixture *self, const char *yes)
{
  const char *const ids[] = {yes, NULL};
  g_autoptr (GPtrArray) questions = questions_of (self);
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_answer_stretch_questions (self->diary, questions, ids, NULL, &error));
  g_assert_no_error (error);
}

static void
test_nobody_said_anything (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) questions = questions_of (self);

  g_assert_cmpuint (questions->len, ==, 8);
  assert_usual (self, NULL, "standing");
  assert_usual (self, "seated", "seated");
  assert_usual (self, "gone", "standing");
  g_assert_null (gate_of (self, "standing"));
}

static void
test_all_no (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) signs = NULL;
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  answer (self, NULL);
  questions = questions_of (self);
  g_assert_cmpuint (questions->len, ==, 0);
  signs = stn_diary_list_signs (self->diary, STN_NO_DATE, STN_NO_DATE, &error);
  g_assert_cmpuint (signs->len, ==, 4);
  for (guint i = 0; i < signs->len; i++)
    g_assert_cmpint (((StnSign *) g_ptr_array_index (signs, i))->answer, ==, STN_ANSWER_NO);
  conditions = stn_diary_list_conditions (self->diary, &error);
  g_assert_cmpuint (conditions->len, ==, 0);
  g_assert_null (gate_of (self, "standing"));
}

/* A leg that may have a clot in it is not stretched: only breathing is left, until the sign is answered no. */
static void
test_swollen_leg (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) no = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_sign_free);
  g_autoptr (GError) error = NULL;

  answer (self, "one-leg-swollen");
  g_assert_cmpstr (gate_of (self, "standing"), ==, "swollen-leg");
  g_assert_cmpstr (gate_of (self, "seated"), ==, "swollen-leg");
  g_assert_null (gate_of (self, "calm-breath"));
  assert_usual (self, "standing", "calm-breath");
  diary_fixture_set_now (self, "2026-11-24T22:00:00");
  g_assert_cmpstr (gate_of (self, "standing"), ==, "swollen-leg");
  g_ptr_array_add (no,
                   stn_sign_new (stn_date_new (2026, 11, 24), "one-leg-swollen", STN_ANSWER_NO));
  g_assert_true (
    stn_diary_put_signs (self->diary, no, stn_date_new (2026, 11, 24), NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_null (gate_of (self, "standing"));
}

static void
test_thin_bones (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) choices = NULL;

  answer (self, "osteoporosis");
  choices = choices_of (self);
  g_assert_cmpstr (gate_of (self, "standing"), ==, "ask-before");
  g_assert_false (stn_stretch_choices_find (choices, "standing")->gate->closes);
  assert_usual (self, NULL, "seated");
  assert_usual (self, "standing", "standing");
}

static void
test_known_is_not_asked (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnPersonCondition) condition = stn_person_condition_new ("osteoporosis", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) questions = NULL;

  stn_diary_put_condition (self->diary, condition, NULL, &error);
  g_assert_no_error (error);
  questions = questions_of (self);
  g_assert_cmpuint (questions->len, ==, 7);
}

static StnRoutine *
mine_new (void)
{
  StnRoutine *routine = stn_routine_new ("Mine, \"after\" bath");

  stn_routine_add (routine, "hamstring", 20, 2);
  stn_routine_add (routine, "breath", 30, 1);
  return routine;
}

static void
test_own_routine (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnRoutine) mine = mine_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  g_autoptr (StnChangeGroup) undone = NULL;
  const StnStretchChoice *choice;
  StnStoreReport report = {0};
  gint64 group;

  g_assert_true (stn_diary_put_routine (self->diary, mine, &group, &error));
  g_assert_no_error (error);
  choices = choices_of (self);
  choice = stn_stretch_choices_find (choices, mine->id.uid);
  g_assert_cmpstr (choice->own->name, ==, "Mine, \"after\" bath");
  g_assert_cmpuint (choice->own->steps->len, ==, 2);
  /* 10 + 2 x 2 x 20, 10 + 30 */
  g_assert_cmpint (stn_stretch_plan_get_seconds (choice->plan, 0), ==, 130);
  stn_routine_move (mine, 1, 0);
  g_assert_true (stn_diary_put_routine (self->diary, mine, &group, &error));
  g_clear_pointer (&choices, g_ptr_array_unref);
  choices = choices_of (self);
  choice = stn_stretch_choices_find (choices, mine->id.uid);
  g_assert_cmpstr (stn_stretch_plan_get (choice->plan, 0)->exercise, ==, "breath");
  g_assert_true (stn_store_verify (self->path, self->clock, &report, &error));
  g_assert_no_error (error);

  g_assert_true (stn_diary_delete_routine (self->diary, mine->id.uid, &group, &error));
  g_clear_pointer (&choices, g_ptr_array_unref);
  choices = choices_of (self);
  g_assert_null (stn_stretch_choices_find (choices, mine->id.uid));
  g_assert_true (stn_diary_undo (self->diary, group, &undone, &error));
  g_clear_pointer (&choices, g_ptr_array_unref);
  choices = choices_of (self);
  g_assert_nonnull (stn_stretch_choices_find (choices, mine->id.uid));
}

static void
assert_refused (DiaryFixture *self, StnRoutine *routine, const char *message)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (stn_diary_put_routine (self->diary, routine, NULL, &error));
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_refused_routines (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnRoutine) first = mine_new ();
  g_autoptr (StnRoutine) second = mine_new ();
  g_autoptr (StnRoutine) empty = stn_routine_new ("Empty");
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_put_routine (self->diary, first, NULL, &error));
  assert_refused (self, second, "there is a routine 'Mine, \"after\" bath' already");
  assert_refused (self, empty, "the steps of a routine are 1 to 20, not 0");
  stn_routine_add (empty, "calf", 2, 3);
  assert_refused (self, empty, "the seconds of a step are 3 to 120, not 2");
  stn_routine_remove (empty, 0);
  stn_routine_add (empty, "calf", 10, 11);
  assert_refused (self, empty, "the repetitions of a step are 1 to 10, not 11");
  stn_routine_remove (empty, 0);
  stn_routine_add (empty, "headstand", 10, 1);
  assert_refused (self, empty, "there is no exercise 'headstand'");
  g_assert_false (stn_diary_delete_routine (self->diary, "gone", NULL, &error));
  g_assert_cmpstr (error->message, ==, "the diary has no routine 'gone'");
}

/* What a newer program knows and this one does not is left out of the steps and stays in the diary. */
static void
test_unknown_exercise (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnRoutine) mine = mine_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) choices = NULL;
  const StnStretchChoice *choice;

  g_assert_true (stn_diary_put_routine (self->diary, mine, NULL, &error));
  stn_routine_add (mine, "to-come", 10, 1);
  g_assert_true (stn_diary_put_routine (self->diary, mine, NULL, &error));
  choices = choices_of (self);
  choice = stn_stretch_choices_find (choices, mine->id.uid);
  g_assert_cmpuint (choice->plan->exercises->len, ==, 2);
  g_assert_cmpuint (choice->own->steps->len, ==, 3);
}

static void
add (const char *path, void (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/diary/stretch/marks-tonight", test_marks_tonight);
  add ("/diary/stretch/entered-after-a-cramp", test_entered_after_a_cramp);
  add ("/diary/stretch/undo", test_undo);
  add ("/diary/stretch/other-routines", test_other_routines);
  add ("/diary/stretch/six-weeks", test_six_weeks);
  add ("/diary/stretch/nobody-said-anything", test_nobody_said_anything);
  add ("/diary/stretch/all-no", test_all_no);
  add ("/diary/stretch/swollen-leg", test_swollen_leg);
  add ("/diary/stretch/thin-bones", test_thin_bones);
  add ("/diary/stretch/known-is-not-asked", test_known_is_not_asked);
  add ("/diary/routine/own", test_own_routine);
  add ("/diary/routine/refused", test_refused_routines);
  add ("/diary/routine/unknown-exercise", test_unknown_exercise);
  return g_test_run ();
}
