/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-night-draft.h"

#include "present/stn-night-merge.h"

#define KEY stn_date_new (2026, 11, 21)

static StnEpisode *
make_full_episode (void)
{
  StnEpisode *episode = stn_episode_new ();

  episode->id.uid = g_strdup ("0b9c");
  episode->start_min = STN_KNOWN_INT (150);
  episode->duration_s = STN_KNOWN_INT (200);
  episode->severity = STN_KNOWN_INT (0);
  episode->distress = STN_KNOWN_INT (10);
  episode->side = STN_SIDE_BOTH;
  episode->site = STN_SITE_OTHER;
  episode->by_day = STN_ANSWER_NO;
  episode->arms_or_hands = STN_ANSWER_YES;
  episode->woke = STN_ANSWER_YES;
  episode->eased = STN_ANSWER_NO;
  episode->ongoing = STN_ANSWER_NO;
  episode->soreness_h = STN_KNOWN_REAL (2.5);
  episode->relief = g_strsplit ("walk|pickle 'juice'", "|", -1);
  episode->ended_by = g_strdup ("nothing");
  episode->note = g_strdup ("two\nlines, “quotes”, 'quotes', \\ and 😀");
  return episode;
}

static void
fill_sleep (StnSleep *sleep)
{
  sleep->into_bed_min = STN_KNOWN_INT (22 * 60);
  sleep->tried_min = STN_KNOWN_INT (22 * 60 + 30);
  sleep->asleep_min = STN_KNOWN_INT (0);
  sleep->awakenings = STN_KNOWN_INT (3);
  sleep->awake_min = STN_KNOWN_INT (40);
  sleep->final_wake_min = STN_KNOWN_INT (6 * 60);
  sleep->out_of_bed_min = STN_KNOWN_INT (6 * 60 + 10);
  sleep->quality = STN_KNOWN_INT (5);
  sleep->rested = STN_KNOWN_INT (1);
  sleep->tired = STN_KNOWN_INT (0);
}

/* Every field, and its absence, comes back as it was. */
static void
test_round_trip (void)
{
  g_autoptr (StnNight) base = stn_night_new (KEY);
  g_autoptr (StnNight) mine = stn_night_new (KEY);
  g_autoptr (GDateTime) began = g_date_time_new_from_iso8601 ("2026-11-22T07:10:00+01:00", NULL);
  g_autoptr (StnNightDraft) draft = NULL;
  g_autoptr (StnNightDraft) back = NULL;
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;

  base->no_cramps = TRUE;
  g_ptr_array_add (mine->episodes, make_full_episode ());
  g_ptr_array_add (mine->episodes, stn_episode_new ());
  fill_sleep (&mine->sleep);
  mine->note = g_strdup ("%s {'a': <1>}");
  draft = stn_night_draft_new (base, mine, began);
  text = stn_night_draft_write (draft);
  back = stn_night_draft_read (text, KEY, &error);
  g_assert_no_error (error);
  g_assert_false (stn_night_merge_differs (back->base, base));
  g_assert_true (back->base->no_cramps);
  g_assert_cmpuint (back->mine->episodes->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const StnEpisode *was = g_ptr_array_index (mine->episodes, i);
    const StnEpisode *is = g_ptr_array_index (back->mine->episodes, i);

    g_assert_true (stn_episode_equal (was, is));
    g_assert_cmpstr (was->id.uid, ==, is->id.uid);
  }
  g_assert_true (stn_sleep_equal (&back->mine->sleep, &mine->sleep));
  g_assert_cmpstr (back->mine->note, ==, mine->note);
  g_assert_true (g_date_time_equal (back->began, began));
}

static void
test_damaged (void)
{
  const char *const texts[] = {
    "",
    "{}",
    "('2026-11-22T07:10:00Z', {}, {'x': <1>}",
    "('yesterday', {}, {})",
    "('2026-11-22T07:10:00Z', {})",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (stn_night_draft_read (texts[i], KEY, &error));
    g_assert_nonnull (error);
  }
}

/* What a newer version may add, or a field of another type, is passed over. */
static void
test_unknown_fields (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNightDraft) draft = stn_night_draft_read (
    "('2026-11-22T07:10:00Z', {}, {'no-cramps': <'yes'>, 'moon': <'full'>, 'note': <'n'>})", KEY,
    &error);

  g_assert_no_error (error);
  g_assert_false (draft->mine->no_cramps);
  g_assert_cmpstr (draft->mine->note, ==, "n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/night-draft/round-trip", test_round_trip);
  g_test_add_func ("/app/night-draft/damaged", test_damaged);
  g_test_add_func ("/app/night-draft/unknown-fields", test_unknown_fields);
  return g_test_run ();
}
