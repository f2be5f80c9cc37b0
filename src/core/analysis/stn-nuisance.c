/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-nuisance.h"

#include <math.h>

#define NIGHTS_PER_WAVE 30
#define MAX_WAVES 36
#define DECAY 0.85
#define YEAR_DAYS 365.25

static double *
add_term (StnNuisance *self, guint n_nights, double precision)
{
  double *column = self->columns + (gsize) self->n_terms * n_nights;

  self->terms[self->n_terms++] = (StnTerm){column, STN_PENALTY_NORMAL, precision};
  return column;
}

static void
add_level (StnNuisance *self, const StnCalendar *calendar)
{
  double *column = add_term (self, calendar->n_nights, 1e-4);

  for (guint i = 0; i < calendar->n_nights; i++)
    column[i] = 1;
}

static void
add_weekend (StnNuisance *self, const StnCalendar *calendar)
{
  double *column = add_term (self, calendar->n_nights, 1);

  for (guint i = 0; i < calendar->n_nights; i++) {
    StnDate date = stn_date_add_days (calendar->first, (int) calendar->days[i]);

    column[i] = (stn_date_weekday (date) >= 6 ? 1 : 0) - 2.0 / 7;
  }
}

/* Cosines of the calendar, the slow ones nearly free: a smooth trend. */
static void
add_waves (StnNuisance *self, const StnCalendar *calendar, guint n_waves)
{
  for (guint k = 1; k <= n_waves; k++) {
    double *column = add_term (self, calendar->n_nights, (k / 1.5) * (k / 1.5));

    for (guint i = 0; i < calendar->n_nights; i++)
      column[i] = cos (G_PI * k * (calendar->days[i] + 0.5) / calendar->n_days);
  }
}

/* Yesterday's outcome, and a rate that forgets 15 % a calendar night: cramps come in clusters. */
static void
add_clusters (StnNuisance *self, const StnCalendar *calendar)
{
  double *yesterday = add_term (self, calendar->n_nights, 0.25);
  double *recent = add_term (self, calendar->n_nights, 0.25);
  double mean = (double) calendar->n_cramps / calendar->n_nights;
  double hits = 0, nights = 0;

  for (guint i = 0; i < calendar->n_nights; i++) {
    guint gap = i > 0 ? calendar->days[i] - calendar->days[i - 1] : 0;

    if (i > 0) {
      double faded = pow (DECAY, gap);

      hits = (hits + calendar->outcomes[i - 1]) * faded;
      nights = (nights + 1) * faded;
    }
    yesterday[i] = gap == 1 ? calendar->outcomes[i - 1] - mean : 0;
    recent[i] = 4 * ((2 * mean + hits) / (2 + nights) - mean);
  }
}

static void
add_season (StnNuisance *self, const StnCalendar *calendar)
{
  double *sine = add_term (self, calendar->n_nights, 0.25);
  double *cosine = add_term (self, calendar->n_nights, 0.25);

  for (guint i = 0; i < calendar->n_nights; i++) {
    StnDate date = stn_date_add_days (calendar->first, (int) calendar->days[i]);
    int year;

    stn_date_split (date, &year, NULL, NULL);
    double angle = 2 * G_PI * stn_date_days_between (stn_date_new (year, 1, 1), date) / YEAR_DAYS;
    sine[i] = sin (angle);
    cosine[i] = cos (angle);
  }
}

StnNuisance *
stn_nuisance_new (const StnCalendar *calendar)
{
  g_return_val_if_fail (calendar->n_nights > 0, NULL);
  StnNuisance *self = g_new0 (StnNuisance, 1);
  guint n_waves = CLAMP (calendar->n_days / NIGHTS_PER_WAVE, 1, MAX_WAVES);
  gboolean has_season = calendar->n_days >= STN_SEASON_FROM_DAYS;
  guint n_terms = 4 + n_waves + (has_season ? 2 : 0);

  self->terms = g_new0 (StnTerm, n_terms);
  self->columns = g_new0 (double, (gsize) n_terms * calendar->n_nights);
  add_level (self, calendar);
  add_weekend (self, calendar);
  add_waves (self, calendar, n_waves);
  add_clusters (self, calendar);
  if (has_season)
    add_season (self, calendar);
  return self;
}

void
stn_nuisance_free (StnNuisance *self)
{
  g_free (self->terms);
  g_free (self->columns);
  g_free (self);
}
