/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-builder.h"
#include "known.h"

#include <math.h>

static double
rate_of (double logit)
{
  return 1 / (1 + exp (-logit));
}

/* Logit from -@half to +@half around -1 over the diary, and a yearly wave. */
static StnAnalysis *
run_with (guint n_nights, double half, double wave, guint64 seed)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (n_nights, seed);

  for (guint i = 0; i < n_nights; i++) {
    double logit = -1 + half * (2 * (i + .5) / n_nights - 1) + wave * sin (2 * G_PI * i / 365.25);

    diary->cramps[i] = diary_builder_draw (diary) < rate_of (logit);
  }
  return diary_builder_run (diary);
}

static void
test_trend (void)
{
  g_autoptr (StnAnalysis) rising = run_with (365, 1, 0, 60);
  g_autoptr (StnAnalysis) falling = run_with (365, -1, 0, 61);
  g_autoptr (StnAnalysis) flat = run_with (365, 0, 0, 62);

  g_assert_cmpfloat (rising->trend.ci_low, >, 1);
  g_assert_cmpfloat (rising->trend.ci_low, <, exp (2));
  g_assert_cmpfloat (rising->trend.ci_high, >, exp (2));
  g_assert_cmpfloat (falling->trend.ci_high, <, 1);
  g_assert_cmpfloat (flat->trend.ci_low, <, 1);
  g_assert_cmpfloat (flat->trend.ci_high, >, 1);
}

static void
test_floors (void)
{
  g_autoptr (StnAnalysis) short_diary = run_with (55, 1, 0, 63);
  g_autoptr (StnAnalysis) enough = run_with (56, 1, 0, 63);
  g_autoptr (StnAnalysis) three_years = run_with (1095, 0, 1, 64);

  g_assert_false (short_diary->trend.known);
  g_assert_true (enough->trend.known);
  g_assert_false (three_years->season.known);
}

static void
test_season (void)
{
  g_autoptr (StnAnalysis) wave = run_with (1461, 0, 1, 65);
  g_autoptr (StnAnalysis) flat = run_with (1461, 0, 0, 66);

  g_assert_true (wave->season.known);
  g_assert_cmpfloat (wave->season.p_value, <, 1e-4);
  g_assert_cmpfloat (wave->season.ci_low, <, exp (2));
  g_assert_cmpfloat (wave->season.ci_high, >, exp (2));
  g_assert_cmpfloat (flat->season.p_value, >, .01);
  g_assert_cmpfloat (flat->season.ci_low, >=, 1);
}

static void
test_reliefs (void)
{
  static const double minutes[] = {3, 1, 8, 2, 5, 4};
  StnAnalysisRelief reliefs[3 * G_N_ELEMENTS (minutes) - 1];
  StnAnalysisInput input = {.reliefs = reliefs};

  for (guint i = 0; i < G_N_ELEMENTS (minutes); i++) {
    reliefs[input.n_reliefs++] = (StnAnalysisRelief){"walking", minutes[i] + 1};
    reliefs[input.n_reliefs++] = (StnAnalysisRelief){"stretching", minutes[i]};
    if (i > 0)
      reliefs[input.n_reliefs++] = (StnAnalysisRelief){"heat", 1};
  }
  g_autoptr (StnAnalysis) analysis = stn_analysis_run (&input, NULL, NULL, NULL, NULL);
  const StnReliefFinding *first = analysis->reliefs->pdata[0], *last = analysis->reliefs->pdata[2];
  g_assert_cmpstr (first->name, ==, "stretching");
  g_assert_cmpuint (first->episodes, ==, 6);
  /* With six, P (all on one side of the median) = 2 / 64: the interval is from the smallest to the largest. */
  assert_close (first->median_min, 3.5, 1e-15);
  assert_close (first->ci_low, 1, 1e-15);
  assert_close (first->ci_high, 8, 1e-15);
  g_assert_cmpstr (last->name, ==, "heat");
  g_assert_cmpuint (last->episodes, ==, 5);
  g_assert_false (last->known);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/course/trend", test_trend);
  g_test_add_func ("/analysis/course/floors", test_floors);
  g_test_add_func ("/analysis/course/season", test_season);
  g_test_add_func ("/analysis/reliefs/medians-in-order", test_reliefs);
  return g_test_run ();
}
