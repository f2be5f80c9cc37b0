/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-score.h"
#include "analysis/stn-cholesky.h"
#include "analysis/stn-dot.h"
#include "analysis/stn-tails.h"

#include <math.h>

/* What is left of a column after the model, as a share of it, below which it is a copy of the model's columns. */
#define LEFT_AT_LEAST 1e-12

/* V = z'Wz - z'WX H^-1 X'Wz, H the penalised information. */
double
stn_score_information (const StnFit *fit, const double *values)
{
  guint n = fit->n_nights, p = fit->n_terms;
  g_autofree double *weighted = g_new (double, MAX (n, 1));
  g_autofree double *shared = g_new (double, p);

  for (guint i = 0; i < n; i++)
    weighted[i] = fit->weights[i] * values[i];
  for (guint k = 0; k < p; k++)
    shared[k] = stn_dot (weighted, fit->terms[k].values, n);
  stn_cholesky_solve_lower (fit->root, p, shared);

  double whole = stn_dot (weighted, values, n);
  double left = whole - stn_dot (shared, shared, p);
  return left > LEFT_AT_LEAST * whole ? left : 0;
}

/* U / sqrt V with U = z'(y - mu): Rao's score test. */
double
stn_score_z (const StnFit *fit, const double *values)
{
  double left = stn_score_information (fit, values);

  return left > 0 ? stn_dot (fit->residuals, values, fit->n_nights) / sqrt (left) : 0;
}

double
stn_score_two_sided (double z)
{
  return MIN (1, 2 * stn_normal_upper (fabs (z)));
}

double
stn_score_directed_most (double low, double high, StnDirection expected)
{
  double up = STN_SCORE_EXPECTED_SHARE, down = 1 - STN_SCORE_EXPECTED_SHARE;

  switch (expected) {
  case STN_DIRECTION_NONE:
    return stn_score_two_sided (MAX (high, -low));
  case STN_DIRECTION_UP:
    return MIN (1, MIN (stn_normal_upper (high) / up, stn_normal_upper (-low) / down));
  case STN_DIRECTION_DOWN:
    return MIN (1, MIN (stn_normal_upper (-low) / up, stn_normal_upper (high) / down));
  }
  g_return_val_if_reached (1);
}

double
stn_score_directed (double z, StnDirection expected)
{
  return stn_score_directed_most (z, z, expected);
}
