/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

/* Bounds: the promised share and three standard errors of so many diaries. The control method, one test at a time without
 * correction, must break the bound on false findings, or the bound would show nothing. */
#define SEED 7000001

static void
check_null (const char *scenario)
{
  g_autoptr (Tally) tally = tally_run (scenario_get (scenario), 90, 12, 300, SEED);

  g_test_message ("%s: false %.3f, confirmed %.3f, control %.3f, seeds from %d", scenario,
                  share_of (tally->any_likely), share_of (tally->any_confirmed),
                  share_of (tally->any_uncorrected), SEED);
  g_assert_cmpfloat (share_of (tally->any_likely), <=, .09 + 3 * .0165);
  g_assert_cmpfloat (share_of (tally->any_confirmed), <=, .02 + 3 * .0081);
  g_assert_cmpfloat (share_of (tally->any_uncorrected), >, .09 + 3 * .0165);
  g_assert_cmpfloat (share_of (tally->cover_all), >=, .95);
}

static void
test_null (void)
{
  check_null ("null");
  check_null ("trend_null");
  check_null ("autocorr_null");
  check_null ("gaps_null");
}

static void
test_one_weekday (void)
{
  g_autoptr (Tally) tally = tally_run (scenario_get ("weekday_null"), 365, 12, 100, SEED);

  g_assert_cmpfloat (share_of (tally->any_likely), <=, .09 + 3 * .0286);
}

static void
test_strong (void)
{
  g_autoptr (Tally) tally = tally_run (scenario_get ("strong"), 180, 12, 200, SEED);

  g_test_message ("strong: power %.3f, false share %.3f", share_of (tally->power),
                  tally->discoveries / tally->n_diaries);
  g_assert_cmpfloat (share_of (tally->power), >=, .78 - 3 * .0293);
  g_assert_cmpfloat (tally->discoveries / tally->n_diaries, <=, .09 + 3 * .02);
  g_assert_cmpfloat (share_of (tally->cover_true), >=, .94 - 3 * .0168);
  g_assert_cmpfloat (share_of (tally->missed), <=, .03);
}

static void
test_written_twice (void)
{
  g_autoptr (Tally) tally = tally_run (scenario_get ("written_twice"), 180, 12, 60, SEED);

  g_assert_cmpuint (tally->copies.tries, ==, 60);
  g_assert_cmpuint (tally->copies.hits, ==, 0);
}

static void
test_medicine (void)
{
  g_autoptr (Tally) null = tally_run (scenario_get ("null"), 365, 12, 100, SEED);
  g_autoptr (Tally) doubled = tally_run (scenario_get ("med_double"), 365, 12, 100, SEED);

  g_assert_cmpfloat (share_of (null->medicine), <=, .04 + 3 * .0196);
  g_assert_cmpfloat (share_of (doubled->medicine), >=, .68 - 3 * .0466);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/bench/analysis/nothing-matters", test_null);
  g_test_add_func ("/bench/analysis/one-weekday", test_one_weekday);
  g_test_add_func ("/bench/analysis/strong-trigger", test_strong);
  g_test_add_func ("/bench/analysis/column-written-twice", test_written_twice);
  g_test_add_func ("/bench/analysis/medicine", test_medicine);
  return g_test_run ();
}
