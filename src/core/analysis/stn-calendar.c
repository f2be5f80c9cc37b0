/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-calendar.h"

StnCalendar *
stn_calendar_new (const StnAnalysisInput *input)
{
  StnCalendar *self = g_new0 (StnCalendar, 1);

  self->n_nights = input->n_nights;
  self->days = g_new (guint, input->n_nights);
  self->outcomes = g_new (double, input->n_nights);
  if (input->n_nights > 0)
    self->first = input->dates[0];
  for (guint i = 0; i < input->n_nights; i++) {
    self->days[i] = (guint) stn_date_days_between (self->first, input->dates[i]);
    self->outcomes[i] = input->cramps[i] > 0 ? 1 : 0;
    self->n_cramps += input->cramps[i] > 0;
    self->n_days = self->days[i] + 1;
  }
  return self;
}

void
stn_calendar_free (StnCalendar *self)
{
  g_free (self->days);
  g_free (self->outcomes);
  g_free (self);
}
