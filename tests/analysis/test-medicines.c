/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-false-discovery.h"
#include "diary-builder.h"
#include "known.h"

#include <math.h>

/* Benjamini & Hochberg 1995, table 1; R 4.2.2: p.adjust (..., "BH"). */
static void
test_false_discovery (void)
{
  double p[] = {.0344, .0001, .0019, .0095, .0201, .0278, .0298, .0004,
                .0459, .3240, .4262, .5719, .6528, .7590, 1};
  static const double answers[] = {.0645,       .0015,       .0095,       .035625,     .0603,
                                   .0638571429, .0638571429, .0030,       .0765,       .486,
                                   .5811818182, .714875,     .7532307692, .8132142857, 1};

  stn_false_discovery_adjust (p, G_N_ELEMENTS (p));
  for (guint i = 0; i < G_N_ELEMENTS (p); i++)
    assert_close (p[i], answers[i], 1e-9);
}

/* Rate @before until night @change, @after from then on. */
static StnAnalysis *
run_with (guint n_nights, guint change, double before, double after, guint64 seed, guint n_changes)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (n_nights, seed);
  StnAnalysisMedicine medicines[2] = {
    {"water tablet", STN_MEDICINE_START, diary->dates[change]},
    {"water tablet", STN_MEDICINE_STOP, stn_date_add_days (diary->dates[change], 20)},
  };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < n_nights; i++)
    diary->cramps[i] = diary_builder_draw (diary) < (i < change ? before : after);
  StnAnalysisInput input = diary_builder_input (diary);
  input.n_medicines = n_changes;
  input.medicines = medicines;
  StnAnalysis *analysis = stn_analysis_run (&input, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return analysis;
}

static void
test_worse_and_better (void)
{
  g_autoptr (StnAnalysis) worse = run_with (364, 182, .1, .5, 50, 1);
  g_autoptr (StnAnalysis) better = run_with (364, 182, .5, .1, 51, 1);
  const StnMedicineFinding *up = worse->medicines->pdata[0], *down = better->medicines->pdata[0];

  g_assert_cmpint (up->verdict, ==, STN_MEDICINE_VERDICT_WORSE);
  g_assert_cmpfloat (up->estimate.ci_low, >, 1);
  g_assert_cmpint (down->verdict, ==, STN_MEDICINE_VERDICT_BETTER);
  g_assert_cmpfloat (down->estimate.ci_high, <, 1);
  g_assert_cmpint (up->change, ==, STN_MEDICINE_START);
}

static void
test_floors (void)
{
  g_autoptr (StnAnalysis) short_side = run_with (200, 27, .3, .3, 52, 1);
  g_autoptr (StnAnalysis) enough = run_with (200, 28, .3, .3, 52, 1);
  const StnMedicineFinding *few = short_side->medicines->pdata[0],
                           *many = enough->medicines->pdata[0];

  g_assert_cmpint (few->verdict, ==, STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA);
  g_assert_false (few->estimate.known);
  g_assert_true (many->estimate.known);
}

/* A stop 20 nights after the start leaves both too few nights. */
static void
test_window_ends_at_the_next_change (void)
{
  g_autoptr (StnAnalysis) analysis = run_with (364, 182, .1, .5, 53, 2);

  g_assert_cmpuint (analysis->medicines->len, ==, 2);
  for (guint i = 0; i < 2; i++) {
    const StnMedicineFinding *finding = analysis->medicines->pdata[i];

    g_assert_cmpint (finding->verdict, ==, STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA);
  }
}

static void
test_change_outside_the_diary (void)
{
  g_autoptr (DiaryBuilder) diary = diary_builder_new (100, 54);
  const StnAnalysisMedicine medicine = {"old", STN_MEDICINE_START, stn_date_new (1990, 1, 1)};

  diary_builder_draw_cramps (diary, .3);
  StnAnalysisInput input = diary_builder_input (diary);
  input.n_medicines = 1;
  input.medicines = &medicine;
  g_autoptr (StnAnalysis) analysis = stn_analysis_run (&input, NULL, NULL, NULL, NULL);
  const StnMedicineFinding *finding = analysis->medicines->pdata[0];
  g_assert_cmpint (finding->verdict, ==, STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/false-discovery/benjamini-hochberg-1995", test_false_discovery);
  g_test_add_func ("/analysis/medicines/worse-and-better", test_worse_and_better);
  g_test_add_func ("/analysis/medicines/floors", test_floors);
  g_test_add_func ("/analysis/medicines/window-ends-at-the-next-change",
                   test_window_ends_at_the_next_change);
  g_test_add_func ("/analysis/medicines/change-outside-the-diary", test_change_outside_the_diary);
  return g_test_run ();
}
