/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-builder.h"
#include "known.h"

#include <math.h>
#include <string.h>

static const char *const names[] = {"f00", "f01", "f02", "f03", "f04", "f05",
                                    "f06", "f07", "f08", "f09", "f10", "f11"};

/* Twelve factors, of which f03 (binary) raises the odds of cramps by @odds_ratio. */
static DiaryBuilder *
build (guint n_nights, guint64 seed, double odds_ratio)
{
  DiaryBuilder *diary = diary_builder_new (n_nights, seed);

  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    diary_builder_add_drawn (diary, names[j], j % 2 ? STN_FACTOR_BINARY : STN_FACTOR_CONTINUOUS);
  for (guint i = 0; i < n_nights; i++) {
    double odds = .2 * (diary->values[3][i] > 0 ? odds_ratio : 1);

    diary->cramps[i] = diary_builder_draw (diary) < odds / (1 + odds);
  }
  return diary;
}

static const StnFinding *
get (const StnAnalysis *analysis, const char *name)
{
  return stn_analysis_get_finding (analysis, name);
}

static void
test_strong_trigger (void)
{
  g_autoptr (DiaryBuilder) diary = build (365, 40, 6);
  g_autoptr (StnAnalysis) analysis = diary_builder_run (diary);
  const StnFinding *finding = get (analysis, "f03");

  g_assert_cmpint (finding->verdict, ==, STN_VERDICT_TRIGGER);
  g_assert_cmpint (finding->tier, ==, STN_TIER_CONFIRMED);
  g_assert_cmpuint (finding->chance_slides, ==, 2 * 365 - 14);
  g_assert_cmpfloat (finding->estimate.ci_low, <, 6);
  g_assert_cmpfloat (finding->estimate.ci_high, >, 6);
  assert_close (finding->estimate.ci_level, 1 - .05 / 12, 1e-12);
}

static void
test_protector (void)
{
  g_autoptr (DiaryBuilder) diary = build (365, 41, 6);

  for (guint i = 0; i < 365; i++)
    diary->values[3][i] = 1 - diary->values[3][i];
  g_autoptr (StnAnalysis) analysis = diary_builder_run (diary);
  const StnFinding *finding = get (analysis, "f03");
  g_assert_cmpint (finding->verdict, ==, STN_VERDICT_PROTECTOR);
  g_assert_cmpfloat (finding->estimate.ci_high, <, 1);
}

/* (vi) of analysis section 6: neither copy is flagged, the one that was chosen lists the other. */
static void
test_written_twice (void)
{
  g_autoptr (DiaryBuilder) diary = build (365, 42, 6);
  double *copy = diary_builder_add (diary, "f03-again", STN_FACTOR_BINARY);

  memcpy (copy, diary->values[3], 365 * sizeof *copy);
  g_autoptr (StnAnalysis) analysis = diary_builder_run (diary);
  const StnFinding *first = get (analysis, "f03"), *second = get (analysis, "f03-again");
  g_assert_cmpint (first->verdict, ==, STN_VERDICT_UNCLEAR);
  g_assert_cmpint (first->tier, ==, STN_TIER_POSSIBLE);
  g_assert_cmpstr (first->entangled_with[0], ==, "f03-again");
  g_assert_cmpint (second->verdict, !=, STN_VERDICT_TRIGGER);
  assert_close (first->estimate.ci_level, .95, 1e-12);
}

static void
assert_same (const StnFinding *a, const StnFinding *b)
{
  g_assert_cmpint (a->verdict, ==, b->verdict);
  g_assert_cmpint (a->tier, ==, b->tier);
  g_assert_cmpuint (a->chance_count, ==, b->chance_count);
  g_assert_cmpuint (a->chance_slides, ==, b->chance_slides);
  g_assert_cmpfloat (a->estimate.odds_ratio, ==, b->estimate.odds_ratio);
  g_assert_cmpfloat (a->estimate.p_value, ==, b->estimate.p_value);
}

static void
test_empty_columns_change_nothing (void)
{
  g_autoptr (DiaryBuilder) diary = build (180, 43, 4);
  g_autoptr (StnAnalysis) before = diary_builder_run (diary);
  double *constant = diary_builder_add (diary, "a-constant", STN_FACTOR_COUNT);

  diary_builder_add (diary, "a-never", STN_FACTOR_CONTINUOUS);
  for (guint i = 0; i < 180; i++)
    constant[i] = 2;
  g_autoptr (StnAnalysis) after = diary_builder_run (diary);
  for (guint j = 0; j < G_N_ELEMENTS (names); j++)
    assert_same (get (before, names[j]), get (after, names[j]));
}

static void
test_chance_has_a_floor (void)
{
  for (guint n = 30; n <= 120; n += 30) {
    g_autoptr (DiaryBuilder) diary = build (n, 44 + n, 9);
    g_autoptr (StnAnalysis) analysis = diary_builder_run (diary);

    for (guint j = 0; j < analysis->findings->len; j++) {
      const StnFinding *finding = analysis->findings->pdata[j];

      if (!finding->estimate.known)
        continue;
      g_assert_cmpuint (finding->chance_slides, ==, 2 * n - 14);
      g_assert_cmpuint (finding->chance_count, >=, 1);
      g_assert_cmpuint (finding->chance_count, <=, finding->chance_slides);
    }
  }
}

/* Diaries in which nothing matters: chances of the strongest must be spread evenly. 200 diaries; at most .08 of them, give or
 * take 3 standard errors, may have a chance of at most .08. */
static void
test_chance_is_uniform (void)
{
  guint n_diaries = 200, n_flagged = 0, n_low_half = 0;

  g_test_message ("seeds 1000 to %u", 1000 + n_diaries - 1);
  for (guint d = 0; d < n_diaries; d++) {
    g_autoptr (DiaryBuilder) diary = build (60, 1000 + d, 1);
    g_autoptr (StnAnalysis) analysis = diary_builder_run (diary);
    double least = 1;

    for (guint j = 0; j < analysis->findings->len; j++) {
      const StnFinding *finding = analysis->findings->pdata[j];

      if (finding->estimate.known)
        least = MIN (least, (double) finding->chance_count / finding->chance_slides);
    }
    n_flagged += least <= .08;
    n_low_half += least <= .5;
  }
  g_assert_cmpuint (n_flagged, <=, 28);
  g_assert_cmpuint (n_low_half, >=, 75);
  g_assert_cmpuint (n_low_half, <=, 125);
}

static void
test_withheld (void)
{
  g_autoptr (DiaryBuilder) diary = build (365, 40, 6);
  g_autoptr (StnAnalysis) analysis = diary_builder_run (diary);

  stn_analysis_show_published (analysis);
  for (guint j = 0; j < analysis->findings->len; j++) {
    const StnFinding *finding = analysis->findings->pdata[j];

    g_assert_cmpint (finding->tier, ==, STN_TIER_NONE);
    g_assert_true (finding->verdict == STN_VERDICT_UNCLEAR ||
                   finding->verdict == STN_VERDICT_UNLIKELY);
    g_assert_null (finding->entangled_with[0]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/judgement/strong-trigger", test_strong_trigger);
  g_test_add_func ("/analysis/judgement/protector", test_protector);
  g_test_add_func ("/analysis/judgement/column-written-twice", test_written_twice);
  g_test_add_func ("/analysis/judgement/empty-columns-change-nothing",
                   test_empty_columns_change_nothing);
  g_test_add_func ("/analysis/judgement/chance-has-a-floor", test_chance_has_a_floor);
  g_test_add_func ("/analysis/judgement/chance-is-uniform", test_chance_is_uniform);
  g_test_add_func ("/analysis/judgement/withheld-until-published", test_withheld);
  return g_test_run ();
}
