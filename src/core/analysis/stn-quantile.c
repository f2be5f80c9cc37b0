/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-quantile.h"

#include <math.h>
#include <stdlib.h>

static int
compare_reals (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

void
stn_sort_reals (double *values, guint n)
{
  if (n > 1)
    qsort (values, n, sizeof *values, compare_reals);
}

double
stn_quantile (const double *sorted, guint n, double share)
{
  g_return_val_if_fail (n > 0 && share >= 0 && share <= 1, 0);
  double place = (n - 1) * share;
  guint below = (guint) floor (place);

  if (below + 1 >= n)
    return sorted[n - 1];
  double part = place - below, low = sorted[below], high = sorted[below + 1];
  double step = high - low;
  /* The step between two numbers near the ends of the range is too large for a double. */
  return isfinite (step) ? low + part * step : low * (1 - part) + high * part;
}
