/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-course.h"
#include "analysis/stn-blocks.h"
#include "analysis/stn-effect.h"
#include "analysis/stn-record.h"
#include "analysis/stn-tails.h"

#include <math.h>

#define MIN_HALF_NIGHTS 28
#define LEVEL 0.95

static gboolean
has_outcomes (const StnCalendar *calendar)
{
  return calendar->n_cramps >= STN_MIN_CRAMPS &&
         calendar->n_nights - calendar->n_cramps >= STN_MIN_QUIET;
}

static gboolean
has_halves (const StnCalendar *calendar)
{
  guint n_first = 0;

  for (guint i = 0; i < calendar->n_nights; i++)
    n_first += 2 * calendar->days[i] < calendar->n_days;
  return n_first >= MIN_HALF_NIGHTS && calendar->n_nights - n_first >= MIN_HALF_NIGHTS;
}

StnEstimate
stn_course_find_trend (const StnCalendar *calendar)
{
  guint n = calendar->n_nights;

  if (!has_outcomes (calendar) || !has_halves (calendar))
    return (StnEstimate){FALSE};

  g_autoptr (StnNuisance) nuisance = stn_nuisance_new (calendar);
  g_autofree double *line = g_new (double, n);
  g_autofree int *days = g_new (int, n);
  for (guint i = 0; i < n; i++) {
    days[i] = (int) calendar->days[i];
    line[i] = (calendar->days[i] + 0.5) / calendar->n_days - 0.5;
  }
  const StnTerm terms[] = {nuisance->terms[STN_NUISANCE_LEVEL],
                           nuisance->terms[STN_NUISANCE_WEEKEND], stn_factor_term (line)};
  g_autoptr (StnFit) fit =
    stn_fit_new (calendar->outcomes, n, terms, G_N_ELEMENTS (terms), NULL, 0);
  return stn_blocks_estimate (fit, days);
}

/* The wave s sin + c cos has the amplitude a = sqrt (s^2 + c^2), and height and bottom are 2 a apart; the standard error of a
 * by the delta method, var a = (s^2 Vss + 2 s c Vsc + c^2 Vcc) / a^2; Wald's statistic (s, c) V^-1 (s, c)' is chi-squared
 * with 2 degrees of freedom, whose upper tail is exp (-x / 2). */
static StnEstimate
measure_wave (double s, double c, double vss, double vsc, double vcc)
{
  double a = hypot (s, c), determinant = vss * vcc - vsc * vsc;
  double wald = (s * s * vcc - 2 * s * c * vsc + c * c * vss) / determinant;
  double sd = a > 0 ? sqrt (s * s * vss + 2 * s * c * vsc + c * c * vcc) / a : sqrt (vss);
  double half = stn_normal_quantile (0.5 + LEVEL / 2) * sd;

  return (StnEstimate){TRUE,  exp (2 * a),    exp (2 * MAX (0, a - half)), exp (2 * (a + half)),
                       LEVEL, exp (-wald / 2)};
}

StnEstimate
stn_course_find_season (const StnCalendar *calendar)
{
  if (!has_outcomes (calendar) || calendar->n_days < STN_SEASON_FROM_DAYS)
    return (StnEstimate){FALSE};

  g_autoptr (StnNuisance) nuisance = stn_nuisance_new (calendar);
  g_autoptr (StnFit) fit = stn_fit_new (calendar->outcomes, calendar->n_nights, nuisance->terms,
                                        nuisance->n_terms, NULL, 0);
  guint sine = nuisance->n_terms - 2, cosine = nuisance->n_terms - 1;

  return measure_wave (
    fit->coefs[sine], fit->coefs[cosine], stn_fit_get_covariance (fit, sine, sine),
    stn_fit_get_covariance (fit, sine, cosine), stn_fit_get_covariance (fit, cosine, cosine));
}
