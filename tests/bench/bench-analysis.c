/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* Simulated diaries of known truth against what the analysis says of them.
 *
 *   bench-analysis [DIARIES [SEED [SCENARIO]]]   one line per scenario, nights and number of factors
 */
#include "tally.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

static void
print_share (Share share)
{
  double p = share_of (share);

  if (share.tries == 0)
    printf ("| - ");
  else
    printf ("| %.3f (%.3f) ", p, sqrt (p * (1 - p) / share.tries));
}

static double
median_of (GArray *values)
{
  guint n = values->len;

  return n > 0 ? g_array_index (values, double, n / 2) : 0;
}

static int
compare_reals (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

static void
print_cell (const Scenario *scenario, guint n_days, guint n_factors, const Tally *tally)
{
  printf ("| %s %u, %u ", scenario->name, n_days, n_factors);
  print_share (tally->any_likely);
  print_share (tally->any_confirmed);
  print_share (tally->any_uncorrected);
  print_share (tally->power);
  printf ("| %.3f ", tally->discoveries / tally->n_diaries);
  print_share (tally->chance_05);
  print_share (tally->chance_10);
  print_share (tally->cover_all);
  print_share (tally->cover_true);
  print_share (tally->cover_flagged);
  print_share (tally->missed);
  print_share (tally->medicine);
  print_share (tally->copies);
  g_array_sort (tally->nights_for_power, compare_reals);
  printf ("| %.0f |\n", median_of (tally->nights_for_power));
  fflush (stdout);
}

int
main (int argc, char **argv)
{
  static const guint lengths[] = {60, 90, 180, 365};
  guint n_diaries = argc > 1 ? (guint) atoi (argv[1]) : 300;
  guint64 seed = argc > 2 ? g_ascii_strtoull (argv[2], NULL, 10) : 1;
  const char *only = argc > 3 ? argv[3] : NULL;
  guint n_factors = argc > 4 ? (guint) atoi (argv[4]) : 12;

  printf ("%u diaries a cell, seeds from %" G_GUINT64_FORMAT "; share (standard error)\n\n",
          n_diaries, seed);
  printf (
    "| cell | false likely | false confirmed | control p < .05 | power | FDR | chance <= .05 | "
    "<= .10 | coverage | true | flagged | missed 2.5 | medicine | copies | nights for power |\n"
    "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n");
  for (guint i = 0; i < n_scenarios; i++)
    for (guint l = 0; l < G_N_ELEMENTS (lengths); l++) {
      if (only != NULL && !g_str_equal (only, scenarios[i].name))
        continue;
      g_autoptr (Tally) tally = tally_run (&scenarios[i], lengths[l], n_factors, n_diaries, seed);

      print_cell (&scenarios[i], lengths[l], n_factors, tally);
    }
  return 0;
}
