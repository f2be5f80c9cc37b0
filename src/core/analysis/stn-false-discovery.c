/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-false-discovery.h"
#include "analysis/stn-quantile.h"

/* The adjusted value of p is the smallest of n q / (number of values up to q) over all q >= p. */
void
stn_false_discovery_adjust (double *p, guint n)
{
  g_autofree double *sorted = g_memdup2 (p, n * sizeof *p);
  g_autofree double *adjusted = g_new (double, MAX (n, 1));
  double least = 1;

  stn_sort_reals (sorted, n);
  for (guint rank = n; rank-- > 0;) {
    least = MIN (least, n * sorted[rank] / (rank + 1));
    adjusted[rank] = least;
  }
  for (guint i = 0; i < n; i++) {
    guint rank = n - 1;

    while (rank > 0 && sorted[rank] > p[i])
      rank--;
    p[i] = adjusted[rank];
  }
}
