/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary.h"
#include "diary/stn-night-log.h"

#define UNKNOWN -1

typedef struct {
  const char *name;
  int stored[4]; /* severities, UNKNOWN, closed by 99 */
  guint count;
  int severity; /* of the details given */
  int result[5];
} Row;

static const Row rows[] = {
  {"first", {99}, 1, 6, {6, 99}},
  {"others unknown", {99}, 3, 6, {6, UNKNOWN, UNKNOWN, 99}},
  {"nothing said", {99}, 2, UNKNOWN, {UNKNOWN, UNKNOWN, 99}},
  {"said again", {6, UNKNOWN, 99}, 2, 6, {6, UNKNOWN, 99}},
  {"corrected", {6, UNKNOWN, 99}, 2, 4, {4, UNKNOWN, 99}},
  {"a worse one added", {4, 99}, 2, 8, {4, 8, 99}},
  {"a milder one said", {8, 99}, 2, 8, {8, UNKNOWN, 99}},
  {"the stored one described", {UNKNOWN, 99}, 1, 5, {5, 99}},
  {"more, nothing said", {7, 99}, 3, UNKNOWN, {7, UNKNOWN, UNKNOWN, 99}},
};

static StnEpisode *
episode_of (int severity)
{
  StnEpisode *episode = stn_episode_new ();

  if (severity != UNKNOWN)
    episode->severity = STN_KNOWN_INT (severity);
  return episode;
}

static void
test_count_and_worst (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 11, 21));
    g_autoptr (StnEpisode) worst = episode_of (rows[i].severity);
    g_autoptr (GError) error = NULL;

    for (guint j = 0; rows[i].stored[j] != 99; j++)
      g_ptr_array_add (night->episodes, episode_of (rows[i].stored[j]));
    g_test_message ("%s", rows[i].name);
    g_assert_true (stn_night_log_cramps (night, rows[i].count, worst, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (night->episodes->len, ==, rows[i].count);
    for (guint j = 0; rows[i].result[j] != 99; j++) {
      const StnEpisode *episode = g_ptr_array_index (night->episodes, j);

      g_assert_cmpint (episode->severity.known ? episode->severity.value : UNKNOWN, ==,
                       rows[i].result[j]);
    }
  }
}

static void
test_fewer_contradicts (void)
{
  g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 11, 21));
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_night_log_cramps (night, 2, NULL, NULL));
  g_assert_false (stn_night_log_cramps (night, 1, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS);
  g_assert_cmpuint (night->episodes->len, ==, 2);
}

static void
test_answers_replace (void)
{
  g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 11, 21));
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_night_log_no_cramps (night, NULL));
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NO_CRAMPS);
  g_assert_true (stn_night_log_cramps (night, 1, NULL, NULL));
  g_assert_false (night->no_cramps);
  g_assert_false (stn_night_log_no_cramps (night, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS);
}

static void
test_eased_ends (void)
{
  g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 11, 21));
  g_autoptr (StnEpisode) first = stn_episode_new ();
  g_autoptr (StnEpisode) second = stn_episode_new ();
  const StnEpisode *stored;

  first->ongoing = STN_ANSWER_YES;
  g_assert_true (stn_night_log_cramps (night, 1, first, NULL));
  second->severity = STN_KNOWN_INT (5);
  g_assert_true (stn_night_log_cramps (night, 1, second, NULL));
  stored = g_ptr_array_index (night->episodes, 0);
  g_assert_cmpint (stored->ongoing, ==, STN_ANSWER_YES);
  second->eased = STN_ANSWER_YES;
  g_assert_true (stn_night_log_cramps (night, 1, second, NULL));
  g_assert_cmpint (stored->ongoing, ==, STN_ANSWER_NO);
}

static void
test_unknown_keeps (void)
{
  g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 11, 21));
  g_autoptr (StnEpisode) first = stn_episode_new ();
  g_autoptr (StnEpisode) second = stn_episode_new ();
  const char *const tried[] = {"stretch", NULL};
  const StnEpisode *stored;

  first->site = STN_SITE_CALF;
  first->eased = STN_ANSWER_NO;
  first->relief = g_strdupv ((char **) tried);
  second->eased = STN_ANSWER_YES;
  second->ended_by = g_strdup ("stretch");
  g_assert_true (stn_night_log_cramps (night, 1, first, NULL));
  g_assert_true (stn_night_log_cramps (night, 1, second, NULL));
  stored = g_ptr_array_index (night->episodes, 0);
  g_assert_cmpint (stored->site, ==, STN_SITE_CALF);
  g_assert_cmpint (stored->eased, ==, STN_ANSWER_YES);
  g_assert_cmpstr (stored->relief[0], ==, "stretch");
  g_assert_cmpstr (stored->ended_by, ==, "stretch");
}

static void
test_sleep_fills (void)
{
  StnSleep sleep = {.quality = STN_KNOWN_INT (2), .awakenings = STN_KNOWN_INT (0)};
  const StnSleep said = {.quality = STN_KNOWN_INT (4), .final_wake_min = STN_KNOWN_INT (390)};

  stn_sleep_fill (&sleep, &said);
  g_assert_cmpint (sleep.quality.value, ==, 4);
  g_assert_cmpint (sleep.final_wake_min.value, ==, 390);
  g_assert_true (sleep.awakenings.known);
  g_assert_false (sleep.rested.known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/night-log/count-and-worst", test_count_and_worst);
  g_test_add_func ("/diary/night-log/fewer-contradicts", test_fewer_contradicts);
  g_test_add_func ("/diary/night-log/answers-replace", test_answers_replace);
  g_test_add_func ("/diary/night-log/eased-ends", test_eased_ends);
  g_test_add_func ("/diary/night-log/unknown-keeps-what-is-stored", test_unknown_keeps);
  g_test_add_func ("/diary/night-log/sleep-fills", test_sleep_fills);
  return g_test_run ();
}
