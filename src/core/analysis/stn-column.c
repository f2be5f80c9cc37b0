/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-column.h"
#include "analysis/stn-quantile.h"

#include <math.h>

#define WINSOR_SHARE 0.025

/* Winsorised and divided by the largest magnitude, so that squares of values such as 1e308 stay finite. */
static double
clamp_and_shrink (double value, double low, double high, double scale)
{
  return CLAMP (value, low, high) / scale;
}

StnColumn *
stn_column_new (StnFactorKind kind, const StnRecord *record, guint n_nights)
{
  g_return_val_if_fail (record->n_recorded > 0, NULL);
  gboolean binary = kind == STN_FACTOR_BINARY;
  guint n = record->n_recorded;
  double low = stn_quantile (record->sorted, n, binary ? 0 : WINSOR_SHARE);
  double high = stn_quantile (record->sorted, n, binary ? 1 : 1 - WINSOR_SHARE);
  double scale = binary ? 1 : MAX (fabs (low), fabs (high));

  if (low >= high)
    return NULL;

  double sum = 0, squares = 0;
  for (guint i = 0; i < n; i++)
    sum += clamp_and_shrink (record->sorted[i], low, high, scale);
  double mean = sum / n;
  for (guint i = 0; i < n; i++) {
    double rest = clamp_and_shrink (record->sorted[i], low, high, scale) - mean;
    squares += rest * rest;
  }
  /* Two standard deviations, so that a unit of any factor is comparable with a yes/no of a balanced binary one:
   * Gelman 2008, Statistics in Medicine 27, 2865. */
  double width = binary ? 1 : 2 * sqrt (squares / n);
  if (!(width > 0))
    return NULL;

  StnColumn *self = g_new0 (StnColumn, 1);
  self->unit = width * scale;
  self->unit_known = isfinite (self->unit);
  self->values = g_new0 (double, n_nights);
  for (guint i = 0; i < n_nights; i++)
    if (!isnan (record->values[i]))
      self->values[i] = (clamp_and_shrink (record->values[i], low, high, scale) - mean) / width;
  return self;
}

void
stn_column_free (StnColumn *self)
{
  g_free (self->values);
  g_free (self);
}
