/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-cholesky.h"

#include <math.h>

/* Golub & Van Loan, Matrix Computations, 4.2 (row by row). */
gboolean
stn_cholesky_factor (double *a, guint n)
{
  for (guint i = 0; i < n; i++) {
    double *row = a + (gsize) i * n;

    for (guint j = 0; j <= i; j++) {
      const double *other = a + (gsize) j * n;
      double sum = row[j];

      for (guint k = 0; k < j; k++)
        sum -= row[k] * other[k];
      if (j < i)
        row[j] = sum / other[j];
      else if (sum > 0 && isfinite (sum))
        row[j] = sqrt (sum);
      else
        return FALSE;
    }
  }
  return TRUE;
}

void
stn_cholesky_solve_lower (const double *l, guint n, double *b)
{
  for (guint i = 0; i < n; i++) {
    const double *row = l + (gsize) i * n;
    double sum = b[i];

    for (guint k = 0; k < i; k++)
      sum -= row[k] * b[k];
    b[i] = sum / row[i];
  }
}

void
stn_cholesky_solve (const double *l, guint n, double *b)
{
  stn_cholesky_solve_lower (l, n, b);
  for (guint i = n; i-- > 0;) {
    double sum = b[i];

    for (guint k = i + 1; k < n; k++)
      sum -= l[(gsize) k * n + i] * b[k];
    b[i] = sum / l[(gsize) i * n + i];
  }
}
