/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-cramp.h"

#define NIGHT "2026-11-21"

static void
begin (DiaryFixture *fixture, const char *now)
{
  g_autoptr (GError) error = NULL;

  diary_fixture_set_now (fixture, now);
  g_assert_true (stn_cramp_begin (fixture->diary, NULL, &error));
  g_assert_no_error (error);
}

static StnCramp
get (StnDiary *diary, gboolean is_there)
{
  g_autoptr (GError) error = NULL;
  StnCramp cramp = {0};
  gboolean is_found;

  g_assert_true (stn_cramp_get (diary, &cramp, &is_found, &error));
  g_assert_no_error (error);
  g_assert_cmpint (is_found, ==, is_there);
  return cramp;
}

static const StnEpisode *
last_episode (const StnNight *night)
{
  return g_ptr_array_index (night->episodes, night->episodes->len - 1);
}

static void
test_stored_at_once (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnDiary) other = NULL;
  g_autoptr (StnNight) night = NULL;
  StnCramp cramp;

  begin (fixture, "2026-11-22T02:31:10");
  other = diary_fixture_open_again (fixture);
  night = load (other, NIGHT);
  g_assert_cmpuint (night->episodes->len, ==, 1);
  g_assert_true (stn_opt_int_equal (last_episode (night)->start_min, STN_KNOWN_INT (151)));
  g_assert_cmpint (last_episode (night)->ongoing, ==, STN_ANSWER_YES);
  g_assert_false (last_episode (night)->duration_s.known);
  g_assert_cmpint (last_episode (night)->eased, ==, STN_ANSWER_UNKNOWN);
  diary_fixture_set_now (fixture, "2026-11-22T02:34:52");
  cramp = get (other, TRUE);
  g_assert_true (cramp.is_running);
  g_assert_cmpint (cramp.elapsed_s, ==, 222);
  g_assert_cmpint (cramp.start_min, ==, 151);
}

static void
test_end (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  g_autoptr (GError) error = NULL;
  int duration_s;

  begin (fixture, "2026-11-22T02:31:10");
  g_assert_false (stn_cramp_begin (fixture->diary, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_RUNNING);
  g_clear_error (&error);
  diary_fixture_set_now (fixture, "2026-11-22T02:34:52");
  g_assert_true (stn_cramp_end (fixture->diary, &duration_s, NULL, NULL));
  g_assert_cmpint (duration_s, ==, 222);
  night = load (fixture->diary, NIGHT);
  g_assert_true (stn_opt_int_equal (last_episode (night)->duration_s, STN_KNOWN_INT (222)));
  g_assert_cmpint (last_episode (night)->ongoing, ==, STN_ANSWER_NO);
  g_assert_false (stn_cramp_end (fixture->diary, NULL, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOT_RUNNING);
  get (fixture->diary, FALSE);
}

/* Told in the morning, or that it is not known; taken back it is asked again. */
static void
test_tell_length (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) unknown = NULL;
  g_autoptr (StnNight) known = NULL;
  g_autoptr (GError) error = NULL;

  begin (fixture, "2026-11-22T02:31:10");
  diary_fixture_set_now (fixture, "2026-11-22T02:50:00");
  g_assert_false (stn_cramp_tell_length (fixture->diary, STN_KNOWN_INT (60), NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOT_RUNNING);
  diary_fixture_set_now (fixture, "2026-11-22T07:00:00");
  g_assert_true (stn_cramp_tell_length (fixture->diary, STN_UNKNOWN_INT, NULL, NULL));
  get (fixture->diary, FALSE);
  unknown = load (fixture->diary, NIGHT);
  g_assert_false (last_episode (unknown)->duration_s.known);
  g_assert_cmpint (last_episode (unknown)->ongoing, ==, STN_ANSWER_UNKNOWN);
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  g_assert_false (get (fixture->diary, TRUE).is_running);
  g_assert_true (stn_cramp_tell_length (fixture->diary, STN_KNOWN_INT (300), NULL, NULL));
  known = load (fixture->diary, NIGHT);
  g_assert_true (stn_opt_int_equal (last_episode (known)->duration_s, STN_KNOWN_INT (300)));
  g_assert_cmpint (last_episode (known)->ongoing, ==, STN_ANSWER_NO);
  get (fixture->diary, FALSE);
}

/* Undo of the end brings the clock back as it was; undo of the beginning takes all of it away. */
static void
test_undo (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  begin (fixture, "2026-11-22T02:31:10");
  diary_fixture_set_now (fixture, "2026-11-22T02:34:52");
  g_assert_true (stn_cramp_end (fixture->diary, NULL, NULL, NULL));
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  g_assert_true (get (fixture->diary, TRUE).is_running);
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  get (fixture->diary, FALSE);
  night = load (fixture->diary, NIGHT);
  g_assert_true (stn_night_is_empty (night));
  begin (fixture, "2026-11-22T02:36:00");
  g_assert_cmpint (get (fixture->diary, TRUE).elapsed_s, ==, 0);
}

/* Nothing is written when it ends by itself, and nothing is invented. */
static void
test_ends_by_itself (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) before = NULL;
  g_autoptr (StnNight) after = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;

  begin (fixture, "2026-11-22T02:31:10");
  diary_fixture_set_now (fixture, "2026-11-22T03:01:09");
  before = load (fixture->diary, NIGHT);
  g_assert_cmpint (last_episode (before)->ongoing, ==, STN_ANSWER_YES);
  g_assert_true (get (fixture->diary, TRUE).is_running);
  diary_fixture_set_now (fixture, "2026-11-22T03:01:10");
  g_assert_false (get (fixture->diary, TRUE).is_running);
  after = load (fixture->diary, NIGHT);
  list = stn_diary_list_nights (fixture->diary, STN_NO_DATE, STN_NO_DATE, NULL);
  g_assert_cmpint (last_episode (after)->ongoing, ==, STN_ANSWER_UNKNOWN);
  g_assert_cmpint (last_episode (g_ptr_array_index (list, 0))->ongoing, ==, STN_ANSWER_UNKNOWN);
  g_assert_false (last_episode (after)->duration_s.known);
  g_assert_false (stn_cramp_end (fixture->diary, NULL, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOT_RUNNING);
  begin (fixture, "2026-11-22T03:40:00");
  g_clear_pointer (&after, stn_night_free);
  after = load (fixture->diary, NIGHT);
  g_assert_cmpuint (after->episodes->len, ==, 2);
  g_assert_cmpint (((StnEpisode *) g_ptr_array_index (after->episodes, 0))->ongoing, ==,
                   STN_ANSWER_UNKNOWN);
}

/* An answer is input: the 30 minutes begin anew; "no" keeps what the person then knew. */
static void
test_easing (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  g_autoptr (StnNight) later = NULL;

  begin (fixture, "2026-11-22T02:31:10");
  diary_fixture_set_now (fixture, "2026-11-22T02:43:10");
  g_assert_true (stn_cramp_say_easing (fixture->diary, FALSE, NULL));
  night = load (fixture->diary, NIGHT);
  g_assert_cmpint (last_episode (night)->eased, ==, STN_ANSWER_NO);
  g_assert_cmpint (last_episode (night)->ongoing, ==, STN_ANSWER_YES);
  g_assert_true (stn_opt_int_equal (last_episode (night)->duration_s, STN_KNOWN_INT (720)));
  diary_fixture_set_now (fixture, "2026-11-22T03:05:00");
  g_assert_true (get (fixture->diary, TRUE).is_running);
  g_assert_cmpint (get (fixture->diary, TRUE).quiet_s, ==, 1310);
  diary_fixture_set_now (fixture, "2026-11-22T08:00:00");
  g_assert_false (get (fixture->diary, TRUE).is_running);
  later = load (fixture->diary, NIGHT);
  g_assert_cmpint (last_episode (later)->ongoing, ==, STN_ANSWER_YES);
  g_assert_true (stn_opt_int_equal (last_episode (later)->duration_s, STN_KNOWN_INT (720)));
}

static void
test_easing_after_all (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;

  begin (fixture, "2026-11-22T02:31:10");
  diary_fixture_set_now (fixture, "2026-11-22T02:43:10");
  g_assert_true (stn_cramp_say_easing (fixture->diary, FALSE, NULL));
  g_assert_true (stn_cramp_say_easing (fixture->diary, TRUE, NULL));
  night = load (fixture->diary, NIGHT);
  g_assert_cmpint (last_episode (night)->eased, ==, STN_ANSWER_YES);
  g_assert_false (last_episode (night)->duration_s.known);
}

static void
test_another (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  const StnEpisode *first;

  g_assert_false (stn_cramp_another (fixture->diary, NULL, NULL));
  begin (fixture, "2026-11-22T02:31:10");
  diary_fixture_set_now (fixture, "2026-11-22T02:40:00");
  g_assert_true (stn_cramp_another (fixture->diary, NULL, NULL));
  night = load (fixture->diary, NIGHT);
  g_assert_cmpuint (night->episodes->len, ==, 2);
  first = g_ptr_array_index (night->episodes, 0);
  g_assert_false (first->duration_s.known);
  g_assert_cmpint (first->ongoing, ==, STN_ANSWER_UNKNOWN);
  g_assert_cmpint (get (fixture->diary, TRUE).elapsed_s, ==, 0);
}

/* The key rule of factors, and a "no cramps" that was too early. */
static void
test_night_and_answer (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  g_autoptr (StnNight) next = NULL;

  diary_fixture_set_now (fixture, "2026-11-22T05:00:00");
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of (NIGHT), NULL, NULL));
  begin (fixture, "2026-11-22T11:59:00");
  night = load (fixture->diary, NIGHT);
  g_assert_false (night->no_cramps);
  g_assert_cmpuint (night->episodes->len, ==, 1);
  diary_fixture_set_now (fixture, "2026-11-22T12:00:00");
  g_assert_true (stn_cramp_end (fixture->diary, NULL, NULL, NULL));
  begin (fixture, "2026-11-22T12:00:00");
  next = load (fixture->diary, "2026-11-22");
  g_assert_cmpuint (next->episodes->len, ==, 1);
}

static void
test_gone_at_once (DiaryFixture *fixture, gconstpointer data)
{
  int duration_s;

  begin (fixture, "2026-11-22T02:31:10");
  g_assert_true (stn_cramp_end (fixture->diary, &duration_s, NULL, NULL));
  g_assert_cmpint (duration_s, ==, 1);
}

/* The clock on the wall goes back an hour: a cramp lasts as long as it lasts. */
static void
test_change_of_clocks (DiaryFixture *fixture, gconstpointer data)
{
  int duration_s;

  begin (fixture, "2026-10-25T02:58:00+02:00");
  diary_fixture_set_now (fixture, "2026-10-25T02:03:00+01:00");
  g_assert_true (stn_cramp_end (fixture->diary, &duration_s, NULL, NULL));
  g_assert_cmpint (duration_s, ==, 300);
  begin (fixture, "2026-10-25T03:00:00+01:00");
  diary_fixture_set_now (fixture, "2026-10-25T02:50:00+01:00");
  g_assert_cmpint (get (fixture->diary, TRUE).elapsed_s, ==, 0);
}

/* Whoever deletes the night deletes what the clock counts. */
static void
test_deleted (DiaryFixture *fixture, gconstpointer data)
{
  StnDate key = night_of (NIGHT);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));

  begin (fixture, "2026-11-22T02:31:10");
  g_array_append_val (keys, key);
  g_assert_true (stn_diary_delete_nights (fixture->diary, keys, NULL, NULL));
  get (fixture->diary, FALSE);
  begin (fixture, "2026-11-22T02:32:10");
  g_assert_true (get (fixture->diary, TRUE).is_running);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/cramp/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("stored-at-once", test_stored_at_once);
  add ("end", test_end);
  add ("tell-length", test_tell_length);
  add ("undo", test_undo);
  add ("ends-by-itself", test_ends_by_itself);
  add ("easing", test_easing);
  add ("easing-after-all", test_easing_after_all);
  add ("another", test_another);
  add ("night-and-answer", test_night_and_answer);
  add ("gone-at-once", test_gone_at_once);
  add ("change-of-clocks", test_change_of_clocks);
  add ("deleted", test_deleted);
  return g_test_run ();
}
