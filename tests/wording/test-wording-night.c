/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <locale.h>

static StnNight *
new_night (void)
{
  return stn_night_new (stn_date_new (2026, 11, 20));
}

static StnEpisode *
add_cramp (StnNight *night, StnSide side, StnSite site, int severity, int duration_s)
{
  StnEpisode *episode = stn_episode_new ();

  episode->side = side;
  episode->site = site;
  episode->severity = severity >= 0 ? STN_KNOWN_INT (severity) : STN_UNKNOWN_INT;
  episode->duration_s = duration_s >= 0 ? STN_KNOWN_INT (duration_s) : STN_UNKNOWN_INT;
  g_ptr_array_add (night->episodes, episode);
  return episode;
}

static void
test_states (void)
{
  g_assert_cmpstr (stn_wording_state (STN_NIGHT_CRAMPS), ==, "Cramps");
  g_assert_cmpstr (stn_wording_state (STN_NIGHT_NO_CRAMPS), ==, "No cramps");
  g_assert_cmpstr (stn_wording_state (STN_NIGHT_NOT_RECORDED), ==, "Not recorded");
}

static void
test_line_of_quiet_nights (void)
{
  g_autoptr (StnNight) night = new_night ();

  assert_words (stn_wording_night_line (night), "Not recorded");
  night->no_cramps = TRUE;
  assert_words (stn_wording_night_line (night), "No cramps");
  /* 23:00 tried, 20 min to fall asleep, 30 min awake, up at 06:30: clinical 11.2, first row. */
  night->sleep.tried_min = STN_KNOWN_INT (23 * 60);
  night->sleep.asleep_min = STN_KNOWN_INT (20);
  night->sleep.awake_min = STN_KNOWN_INT (30);
  night->sleep.final_wake_min = STN_KNOWN_INT (6 * 60 + 30);
  assert_words (stn_wording_night_line (night), "No cramps · slept 6 h 40");
}

static void
test_sleep (void)
{
  g_autoptr (StnNight) night = new_night ();

  g_assert_null (stn_wording_sleep (night));
  night->sleep.into_bed_min = STN_KNOWN_INT (22 * 60 + 40);
  night->sleep.out_of_bed_min = STN_KNOWN_INT (6 * 60 + 50);
  assert_words (stn_wording_sleep (night), "8 h 10 min in bed");
  night->sleep.tried_min = STN_KNOWN_INT (23 * 60);
  night->sleep.asleep_min = STN_KNOWN_INT (20);
  night->sleep.awake_min = STN_KNOWN_INT (30);
  night->sleep.final_wake_min = STN_KNOWN_INT (6 * 60 + 30);
  assert_words (stn_wording_sleep (night),
                "Slept 6 h 40 min of 8 h 10 min in bed (82 %) · middle of the sleep 02:55 · stayed "
                "in bed 20 min after waking");
  night->sleep.out_of_bed_min = STN_UNKNOWN_INT;
  assert_words (stn_wording_sleep (night), "Slept 6 h 40 min · middle of the sleep 02:55");
  night->sleep.awake_min = STN_KNOWN_INT (430);
  night->sleep.out_of_bed_min = night->sleep.final_wake_min;
  assert_words (stn_wording_sleep (night), "Slept 0 min of 7 h 50 min in bed (0 %) · middle of the "
                                           "sleep 02:55");
}

static void
test_line_tells_the_worst (void)
{
  g_autoptr (StnNight) night = new_night ();

  add_cramp (night, STN_SIDE_UNKNOWN, STN_SITE_UNKNOWN, -1, -1);
  assert_words (stn_wording_night_line (night), "1 cramp");
  add_cramp (night, STN_SIDE_RIGHT, STN_SITE_CALF, 4, 120);
  assert_words (stn_wording_night_line (night), "2 cramps · right calf · 4 of 10 · 2 min");
  night->no_cramps = TRUE;
  assert_words (stn_wording_night_line (night),
                "2 cramps · right calf · 4 of 10 · 2 min · “no cramps” was entered, too");
}

static void
test_labels (void)
{
  g_autoptr (StnNight) night = new_night ();

  assert_words (stn_wording_night_label (night, words_today ()),
                "Friday 20 November: not recorded");
  night->no_cramps = TRUE;
  assert_words (stn_wording_night_label (night, words_today ()), "Friday 20 November: no cramps");
  add_cramp (night, STN_SIDE_LEFT, STN_SITE_FOOT, 3, -1);
  assert_words (stn_wording_night_label (night, words_today ()), "Friday 20 November: 1 cramp");
  add_cramp (night, STN_SIDE_LEFT, STN_SITE_FOOT, 3, -1);
  assert_words (stn_wording_night_label (night, words_today ()), "Friday 20 November: 2 cramps");
}

static void
test_episode (void)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  assert_words (stn_wording_episode_title (episode), "Cramp");
  assert_words (stn_wording_episode_details (episode), "");
  episode->start_min = STN_KNOWN_INT (150);
  assert_words (stn_wording_episode_title (episode), "Cramp, 02:30");
  episode->side = STN_SIDE_RIGHT;
  assert_words (stn_wording_episode_title (episode), "Right leg, 02:30");
  episode->site = STN_SITE_CALF;
  assert_words (stn_wording_episode_title (episode), "Right calf, 02:30");
  episode->duration_s = STN_KNOWN_INT (180);
  episode->woke = STN_ANSWER_YES;
  episode->eased = STN_ANSWER_YES;
  assert_words (stn_wording_episode_details (episode), "3 minutes · woke me · eased by stretching");
  episode->duration_s = STN_KNOWN_INT (60);
  episode->eased = STN_ANSWER_UNKNOWN;
  episode->ended_by = g_strdup ("nothing");
  assert_words (stn_wording_episode_details (episode), "1 minute · woke me · stopped by itself");
}

static void
test_episode_rarer_details (void)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  episode->duration_s = STN_KNOWN_INT (30);
  episode->by_day = STN_ANSWER_YES;
  episode->woke = STN_ANSWER_NO;
  episode->eased = STN_ANSWER_NO;
  episode->soreness_h = STN_KNOWN_REAL (12);
  episode->arms_or_hands = STN_ANSWER_YES;
  episode->distress = STN_KNOWN_INT (7);
  assert_words (stn_wording_episode_details (episode),
                "30 seconds · by day · did not wake me · not eased by stretching · sore for 12 h · "
                "arms or hands, too · distress 7 of 10");
  episode->soreness_h = STN_KNOWN_REAL (0);
  episode->ended_by = g_strdup ("walk");
  episode->distress = episode->duration_s = STN_UNKNOWN_INT;
  assert_words (stn_wording_episode_details (episode),
                "by day · did not wake me · not eased by stretching · ended by walking · "
                "not sore afterwards · arms or hands, too");
  episode->ongoing = STN_ANSWER_YES;
  assert_words (stn_wording_episode_details (episode),
                "by day · did not wake me · not eased by stretching · still going · "
                "not sore afterwards · arms or hands, too");
}

static void
test_episode_tried (void)
{
  g_autoptr (StnEpisode) episode = stn_episode_new ();

  g_assert_null (stn_wording_episode_tried (episode));
  episode->relief = g_strsplit ("stretch,cherry juice", ",", -1);
  assert_words (stn_wording_episode_tried (episode), "Stretched · cherry juice");
  g_strfreev (episode->relief);
  episode->relief = g_new0 (char *, 1);
  assert_words (stn_wording_episode_tried (episode), "Tried nothing");
}

static void
test_every_place (void)
{
  g_assert_null (stn_wording_place (STN_SIDE_UNKNOWN, STN_SITE_UNKNOWN));
  assert_words (stn_wording_place (STN_SIDE_BOTH, STN_SITE_CALF), "both calves");
  assert_words (stn_wording_place (STN_SIDE_LEFT, STN_SITE_TOES), "toes of the left foot");
  for (int side = STN_SIDE_UNKNOWN; side <= STN_SIDE_BOTH; side++)
    for (int site = STN_SITE_CALF; site <= STN_SITE_OTHER; site++) {
      g_autofree char *place = stn_wording_place ((StnSide) side, (StnSite) site);

      g_assert_true (place != NULL && *place != '\0');
    }
}

static void
test_durations (void)
{
  assert_words (stn_wording_duration (0), "0 s");
  assert_words (stn_wording_duration (59), "59 s");
  assert_words (stn_wording_duration (60), "1 min");
  assert_words (stn_wording_duration (90), "1 min 30 s");
  assert_words (stn_wording_duration (7200), "2 h");
  assert_words (stn_wording_duration (3900), "1 h 5 min");
  assert_words (stn_wording_duration (86400), "24 h");
}

/* What is added before a night is over does not come after it, even if a cramp came first. */
static void
test_kept (void)
{
  StnDate last = stn_date_new (2026, 11, 21);
  g_autoptr (StnNight) over = stn_night_new (last);
  g_autoptr (StnNight) coming = stn_night_new (stn_date_add_days (last, 1));

  g_ptr_array_add (over->episodes, stn_episode_new ());
  g_assert_cmpstr (stn_wording_kept (coming, TRUE, last), ==,
                   "Kept as you go · entered in the evening");
  g_assert_cmpstr (stn_wording_day_before (coming, TRUE, last), ==, "Before bed");
  g_ptr_array_add (coming->episodes, stn_episode_new ());
  g_assert_cmpstr (stn_wording_kept (coming, FALSE, last), ==,
                   "Kept as you go · entered after a cramp");
  g_assert_cmpstr (stn_wording_day_before (coming, FALSE, last), ==, "Before bed");
  g_assert_cmpstr (stn_wording_kept (over, FALSE, last), ==,
                   "Kept as you go · entered after the night");
  g_assert_cmpstr (stn_wording_day_before (over, FALSE, last), ==, "The day before that night");
}

static void
test_rate (void)
{
  assert_words (stn_wording_rate (0, 0), "No nights recorded");
  assert_words (stn_wording_rate (0, 1), "1 night recorded, no cramps");
  assert_words (stn_wording_rate (0, 3), "3 nights recorded, no cramps");
  assert_words (stn_wording_rate (1, 1), "Cramps on 1 of the 1 night recorded");
  assert_words (stn_wording_rate (5, 11), "Cramps on 5 of the 11 nights recorded");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/night/states", test_states);
  g_test_add_func ("/wording/night/line-of-quiet-nights", test_line_of_quiet_nights);
  g_test_add_func ("/wording/night/line-tells-the-worst", test_line_tells_the_worst);
  g_test_add_func ("/wording/night/sleep", test_sleep);
  g_test_add_func ("/wording/night/labels", test_labels);
  g_test_add_func ("/wording/episode/title-and-details", test_episode);
  g_test_add_func ("/wording/episode/rarer-details", test_episode_rarer_details);
  g_test_add_func ("/wording/episode/tried", test_episode_tried);
  g_test_add_func ("/wording/episode/every-place", test_every_place);
  g_test_add_func ("/wording/night/durations", test_durations);
  g_test_add_func ("/wording/night/kept", test_kept);
  g_test_add_func ("/wording/night/rate", test_rate);
  return g_test_run ();
}
