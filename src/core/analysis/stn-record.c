/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-record.h"
#include "analysis/stn-quantile.h"

#include <math.h>

static gboolean
is_late (const StnAnalysisFactor *factor, guint night)
{
  return factor->entered != NULL && factor->entered[night] == STN_ENTERED_AFTER;
}

static gboolean
needs_late (const StnAnalysisFactor *factor, guint n_nights)
{
  guint n_others = 0;

  for (guint i = 0; i < n_nights; i++)
    n_others += !isnan (factor->values[i]) && !is_late (factor, i);
  return n_others < STN_MIN_RECORDED;
}

StnRecord *
stn_record_new (const StnAnalysisFactor *factor, const StnCalendar *calendar)
{
  StnRecord *self = g_new0 (StnRecord, 1);
  gboolean takes_late = needs_late (factor, calendar->n_nights);

  self->values = g_new (double, calendar->n_nights);
  self->sorted = g_new (double, calendar->n_nights);
  for (guint i = 0; i < calendar->n_nights; i++) {
    double value = factor->values[i];
    gboolean counts = !isnan (value) && (takes_late || !is_late (factor, i));

    self->values[i] = counts ? value : NAN;
    if (!counts)
      continue;
    self->sorted[self->n_recorded++] = value;
    self->n_cramps += calendar->outcomes[i] > 0;
    self->n_late += is_late (factor, i);
  }
  stn_sort_reals (self->sorted, self->n_recorded);
  return self;
}

void
stn_record_free (StnRecord *self)
{
  g_free (self->values);
  g_free (self->sorted);
  g_free (self);
}

gboolean
stn_record_has_floors (const StnRecord *self)
{
  return self->n_recorded >= STN_MIN_RECORDED && self->n_cramps >= STN_MIN_CRAMPS &&
         self->n_recorded - self->n_cramps >= STN_MIN_QUIET;
}

gboolean
stn_record_has_contrast (const StnRecord *self)
{
  guint n = self->n_recorded, first = 0;

  while (first < n && self->sorted[first] == self->sorted[0])
    first++;
  if (first == n)
    return FALSE;
  if (self->sorted[first] != self->sorted[n - 1])
    return TRUE;
  return first >= STN_MIN_SIDE && n - first >= STN_MIN_SIDE;
}

/* Nights until @have becomes @want at @rate a night; FALSE when that never happens. */
static gboolean
wait_for (guint want, guint have, double rate, double *nights)
{
  if (have >= want)
    return TRUE;
  if (!(rate > 0))
    return FALSE;
  /* 1e-9: ten nights at a rate of one in ten are ten nights, whatever the last bit of .1 says. */
  *nights = MAX (*nights, ceil ((want - have) / rate - 1e-9));
  return TRUE;
}

StnOptInt
stn_record_get_nights_needed (const StnRecord *self, const StnCalendar *calendar)
{
  if (calendar->n_nights == 0)
    return STN_UNKNOWN_INT;
  double recorded = (double) self->n_recorded / calendar->n_nights;
  double cramps = (double) calendar->n_cramps / calendar->n_nights;
  double nights = 0;

  if (!wait_for (STN_MIN_RECORDED, self->n_recorded, recorded, &nights) ||
      !wait_for (STN_MIN_CRAMPS, self->n_cramps, recorded * cramps, &nights) ||
      !wait_for (STN_MIN_QUIET, self->n_recorded - self->n_cramps, recorded * (1 - cramps),
                 &nights))
    return STN_UNKNOWN_INT;
  return nights <= G_MAXINT ? STN_KNOWN_INT ((int) nights) : STN_UNKNOWN_INT;
}
