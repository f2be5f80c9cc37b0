/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-loops.h"

#ifdef STN_HAS_WIDE_LOOPS
extern const StnLoops stn_loops_wide;
#endif

const StnLoops *
stn_loops_get_wide (void)
{
#ifdef STN_HAS_WIDE_LOOPS
  if (__builtin_cpu_supports ("avx2"))
    return &stn_loops_wide;
#endif
  return NULL;
}

static const StnLoops *
get_best (void)
{
  const StnLoops *wide = stn_loops_get_wide ();

  return wide != NULL ? wide : &stn_loops_plain;
}

void
stn_loops_forward (double *re, double *im, guint size, const double *turns)
{
  get_best ()->forward (re, im, size, turns);
}

void
stn_loops_backward (double *re, double *im, guint size, const double *turns)
{
  get_best ()->backward (re, im, size, turns);
}

void
stn_loops_multiply (double *re,
                    double *im,
                    const double *resting_re,
                    const double *resting_im,
                    const double *sliding,
                    const double *last,
                    guint size)
{
  get_best ()->multiply (re, im, resting_re, resting_im, sliding, last, size);
}

void
stn_loops_fold (double *sums, const double *re, const double *im, guint size, guint n_days)
{
  get_best ()->fold (sums, re, im, size, n_days);
}

void
stn_loops_add_squares (double *taken, const double *sums, const double *lanes, guint n)
{
  get_best ()->add_squares (taken, sums, lanes, n);
}

void
stn_loops_dots (const double *a, const double *const *b, guint n, double *ret_sums)
{
  get_best ()->dots (a, b, n, ret_sums);
}
