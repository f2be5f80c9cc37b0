/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-model-error.h"
#include "model/stn-night.h"

static StnNight *
night_of_21_november (void)
{
  return stn_night_new (stn_date_new (2026, 11, 21));
}

static void
add_episode (StnNight *night, StnOptInt severity, StnOptInt start_min)
{
  StnEpisode *episode = stn_episode_new ();

  episode->severity = severity;
  episode->start_min = start_min;
  g_ptr_array_add (night->episodes, episode);
}

static void
test_state_is_derived (void)
{
  g_autoptr (StnNight) night = night_of_21_november ();

  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NOT_RECORDED);
  g_assert_true (stn_night_is_empty (night));
  night->no_cramps = TRUE;
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NO_CRAMPS);
  g_assert_false (stn_night_has_conflict (night));
  add_episode (night, STN_UNKNOWN_INT, STN_UNKNOWN_INT);
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_CRAMPS);
  g_assert_true (stn_night_has_conflict (night));
}

static void
test_factors_alone_are_not_an_outcome (void)
{
  g_autoptr (StnNight) night = night_of_21_november ();

  stn_night_take_value (night, stn_factor_value_new ("fluids", 0, STN_ENTERED_EVENING));
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NOT_RECORDED);
  g_assert_false (stn_night_is_empty (night));
}

static void
test_values_are_sorted_and_unique (void)
{
  static const char *const slugs[] = {"sitting", "alcohol", "stretch",
                                      "alcohol", "fluids",  "stretch-2"};
  g_autoptr (StnNight) night = night_of_21_november ();

  for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
    stn_night_take_value (night, stn_factor_value_new (slugs[i], i, STN_ENTERED_EVENING));
  g_assert_cmpuint (night->values->len, ==, 5);
  for (guint i = 1; i < night->values->len; i++) {
    StnFactorValue *before = g_ptr_array_index (night->values, i - 1);
    StnFactorValue *after = g_ptr_array_index (night->values, i);

    g_assert_cmpstr (before->slug, <, after->slug);
  }
  g_assert_cmpfloat (stn_night_get_value (night, "alcohol")->value, ==, 3);
  g_assert_true (stn_night_remove_value (night, "alcohol"));
  g_assert_false (stn_night_remove_value (night, "alcohol"));
  g_assert_null (stn_night_get_value (night, "alcohol"));
}

static void
test_a_new_value_keeps_the_identity (void)
{
  g_autoptr (StnNight) night = night_of_21_november ();

  stn_night_take_value (night, stn_factor_value_new ("fluids", 800, STN_ENTERED_EVENING));
  stn_night_get_value (night, "fluids")->id = g_new0 (StnIdentity, 1);
  stn_night_get_value (night, "fluids")->id->rev = g_strdup ("rev-1");
  stn_night_take_value (night, stn_factor_value_new ("fluids", 900, STN_ENTERED_EVENING));
  g_assert_cmpstr (stn_night_get_value (night, "fluids")->id->rev, ==, "rev-1");
  g_assert_cmpfloat (stn_night_get_value (night, "fluids")->value, ==, 900);
}

static void
test_worst_is_the_greatest_known_severity (void)
{
  g_autoptr (StnNight) night = night_of_21_november ();

  g_assert_null (stn_night_get_worst (night));
  add_episode (night, STN_UNKNOWN_INT, STN_UNKNOWN_INT);
  g_assert_true (stn_night_get_worst (night) == g_ptr_array_index (night->episodes, 0));
  add_episode (night, STN_KNOWN_INT (0), STN_UNKNOWN_INT);
  g_assert_true (stn_night_get_worst (night) == g_ptr_array_index (night->episodes, 1));
  add_episode (night, STN_KNOWN_INT (6), STN_UNKNOWN_INT);
  add_episode (night, STN_KNOWN_INT (6), STN_UNKNOWN_INT);
  g_assert_true (stn_night_get_worst (night) == g_ptr_array_index (night->episodes, 2));
}

static void
test_copy_is_deep (void)
{
  g_autoptr (StnNight) night = night_of_21_november ();

  night->note = g_strdup ("warm");
  add_episode (night, STN_KNOWN_INT (6), STN_UNKNOWN_INT);
  stn_night_take_value (night, stn_factor_value_new ("fluids", 800, STN_ENTERED_USUAL));
  g_autoptr (StnNight) copy = stn_night_copy (night);
  stn_night_get_value (night, "fluids")->value = 1;
  ((StnEpisode *) g_ptr_array_index (night->episodes, 0))->severity.value = 1;
  night->note[0] = 'W';
  g_assert_cmpfloat (stn_night_get_value (copy, "fluids")->value, ==, 800);
  g_assert_cmpint (stn_night_get_worst (copy)->severity.value, ==, 6);
  g_assert_cmpstr (copy->note, ==, "warm");
}

static void
test_errors_name_the_night (void)
{
  g_autoptr (StnNight) night = night_of_21_november ();
  g_autoptr (GError) error = NULL;

  add_episode (night, STN_KNOWN_INT (11), STN_UNKNOWN_INT);
  g_assert_false (stn_night_validate (night, &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE);
  g_assert_cmpstr (error->message, ==, "night 2026-11-21: severity 11 is not from 0 to 10");
}

/* contract.md "Entered"; the night is that of 21 November. */
static void
test_entered (void)
{
  static const struct {
    const char *now;
    gboolean no_cramps;
    int final_wake_min;    /* -1: unknown */
    int episode_start_min; /* -1: no episode with a start */
    gboolean as_usual;
    StnEntered entered;
  } rows[] = {
    {"2026-11-21T21:50:00", FALSE, -1, -1, FALSE, STN_ENTERED_EVENING},
    {"2026-11-21T21:50:00", FALSE, -1, -1, TRUE, STN_ENTERED_USUAL},
    {"2026-11-21T09:00:00", FALSE, -1, -1, FALSE, STN_ENTERED_EVENING},
    {"2026-11-22T04:59:00", FALSE, -1, -1, FALSE, STN_ENTERED_EVENING},
    {"2026-11-22T05:00:00", FALSE, -1, -1, FALSE, STN_ENTERED_AFTER},
    {"2026-11-22T05:00:00", FALSE, -1, -1, TRUE, STN_ENTERED_AFTER},
    {"2026-11-22T05:30:00", FALSE, 6 * 60, -1, FALSE, STN_ENTERED_EVENING},
    {"2026-11-22T04:00:00", FALSE, 3 * 60 + 30, -1, FALSE, STN_ENTERED_AFTER},
    {"2026-11-21T22:00:00", TRUE, -1, -1, FALSE, STN_ENTERED_AFTER},
    {"2026-11-21T22:00:00", FALSE, -1, 23 * 60, FALSE,
     STN_ENTERED_AFTER}, /* a cramp is an outcome */
    {"2026-11-25T22:00:00", FALSE, -1, -1, FALSE, STN_ENTERED_AFTER},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnNight) night = night_of_21_november ();
    g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
    g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 (rows[i].now, utc);

    night->no_cramps = rows[i].no_cramps;
    if (rows[i].final_wake_min >= 0)
      night->sleep.final_wake_min = STN_KNOWN_INT (rows[i].final_wake_min);
    if (rows[i].episode_start_min >= 0)
      add_episode (night, STN_UNKNOWN_INT, STN_KNOWN_INT (rows[i].episode_start_min));
    g_assert_cmpint (stn_night_entered_at (night, now, rows[i].as_usual), ==, rows[i].entered);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/night/state-is-derived", test_state_is_derived);
  g_test_add_func ("/model/night/factors-alone-are-not-an-outcome",
                   test_factors_alone_are_not_an_outcome);
  g_test_add_func ("/model/night/values-are-sorted-and-unique", test_values_are_sorted_and_unique);
  g_test_add_func ("/model/night/a-new-value-keeps-the-identity",
                   test_a_new_value_keeps_the_identity);
  g_test_add_func ("/model/night/worst-is-the-greatest-known-severity",
                   test_worst_is_the_greatest_known_severity);
  g_test_add_func ("/model/night/copy-is-deep", test_copy_is_deep);
  g_test_add_func ("/model/night/errors-name-the-night", test_errors_name_the_night);
  g_test_add_func ("/model/night/entered", test_entered);
  return g_test_run ();
}
