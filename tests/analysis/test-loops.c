/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fft.h"
#include "analysis/stn-loops.h"
#include "diary-builder.h"
#include "known.h"

#include <string.h>

/* Odd, so that there is a rest. */
#define N_DAYS 115
#define SIZE 256
#define N_VALUES (STN_N_LANES * SIZE)

static double *
draw_values (DiaryBuilder *draw)
{
  double *values = g_new (double, N_VALUES);

  for (guint i = 0; i < N_VALUES; i++)
    values[i] = diary_builder_draw (draw) - .5;
  return values;
}

/* All that @loops make of the same numbers, one after the other. */
static double *
run_all (const StnLoops *loops)
{
  static const double lanes[STN_N_LANES] = {1, 1, 0, 1};
  g_autoptr (DiaryBuilder) draw = diary_builder_new (1, 31);
  g_autoptr (StnFft) fft = stn_fft_new (SIZE);
  g_autofree double *re = draw_values (draw), *im = draw_values (draw), *by = draw_values (draw);
  g_autofree double *sums = g_new0 (double, 2 * N_VALUES);
  double *all = g_new0 (double, 6 * N_VALUES), *end = all;

  loops->forward (re, im, SIZE, fft->turns);
  end = (double *) mempcpy (end, re, N_VALUES * sizeof *re);
  loops->multiply (re, im, re, im, by, by + SIZE, SIZE);
  loops->backward (re, im, SIZE, fft->turns);
  end = (double *) mempcpy (end, im, N_VALUES * sizeof *im);
  loops->fold (sums, re, im, SIZE, N_DAYS);
  loops->add_squares (end, sums, lanes, 2 * N_DAYS);
  end += 2 * STN_N_LANES * N_DAYS;
  for (guint n = N_DAYS; n < N_DAYS + STN_N_LANES; n++, end += 4)
    loops->dots (re, (const double *const[]){im, by, sums, re}, n, end);
  return all;
}

/* The same bytes on every processor. */
static void
test_wide (void)
{
  const StnLoops *wide = stn_loops_get_wide ();
  g_autofree double *plain = run_all (&stn_loops_plain);
  g_autofree double *best = run_all (wide != NULL ? wide : &stn_loops_plain);

  if (wide == NULL)
    g_test_message ("this processor has no AVX2");
  g_assert_cmpmem (best, 6 * N_VALUES * sizeof *best, plain, 6 * N_VALUES * sizeof *plain);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loops/wide", test_wide);
  return g_test_run ();
}
