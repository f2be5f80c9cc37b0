/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-power.h"
#include "analysis/stn-cholesky.h"
#include "analysis/stn-dot.h"
#include "analysis/stn-score.h"
#include "analysis/stn-tails.h"

#include <math.h>

#define STRONG_ODDS_RATIO 2.5
#define POWER 0.80

/* Chance that luck may have of reaching the first factor chosen. */
#define CHANCE 0.08

/* A factor may also be chosen second or later, where the limit is softer, which takes fewer nights: this share of them on average
 * over the scenarios "single" of tests/bench. */
#define LATER_STEPS 0.87

/* Newton steps for the level; each doubles the digits. */
#define LEVEL_STEPS 6

/* Without an effect the smallest of m independent weighted p values is at most p in 1 - (1 - p)^m of the diaries. */
static double
find_limit (const StnCandidate *candidate, guint n_candidates)
{
  double p = candidate->weight * -expm1 (log1p (-CHANCE) / n_candidates);
  double share = candidate->expected == STN_DIRECTION_NONE ? 0.5 : STN_SCORE_EXPECTED_SHARE;

  return -stn_normal_quantile (MIN (0.5, share * p));
}

/* What the model leaves of a column: z - X H^-1 X'Wz. */
static double *
residual_column (const StnFit *fit, const double *values)
{
  guint n = fit->n_nights, p = fit->n_terms;
  double *left = g_memdup2 (values, n * sizeof *values);
  g_autofree double *weighted = g_new (double, n);
  g_autofree double *coefs = g_new (double, p);

  for (guint i = 0; i < n; i++)
    weighted[i] = fit->weights[i] * values[i];
  for (guint k = 0; k < p; k++)
    coefs[k] = stn_dot (weighted, fit->terms[k].values, n);
  stn_cholesky_solve (fit->root, p, coefs);
  for (guint k = 0; k < p; k++)
    for (guint i = 0; i < n; i++)
      left[i] -= coefs[k] * fit->terms[k].values[i];
  return left;
}

/* Expected score and its variance, per diary. */
typedef struct {
  double mean;
  double variance;
} Moments;

/* Under an effect @slope of @column, the level moved until the cramps are as frequent as they were. @chances: of the model. */
static Moments
tilt (const double *chances, const double *column, guint n, double slope)
{
  Moments moments = {0, 0};
  double level = 0, excess = 0, weight = 0;

  for (guint step = 0; step <= LEVEL_STEPS; step++) {
    moments = (Moments){0, 0};
    excess = weight = 0;
    for (guint i = 0; i < n; i++) {
      double odds = chances[i] / (1 - chances[i]) * exp (slope * column[i] + level);
      double chance = odds / (1 + odds);

      excess += chance - chances[i];
      weight += chance * (1 - chance);
      moments.mean += column[i] * (chance - chances[i]);
      moments.variance += column[i] * column[i] * chance * (1 - chance);
    }
    level -= excess / weight;
  }
  return moments;
}

/* Under the effect the score has the mean n m and the variance n v1, without it n v0: it passes the limit z in 80 % of diaries
 * when n m = z sqrt (n v0) + z80 sqrt (n v1). Sample size for a score test: Self & Mauritsen 1988, Biometrics 44, 79. */
StnOptInt
stn_power_get_nights (const StnFit *fit,
                      const double *outcomes,
                      const StnCandidate *candidate,
                      guint n_candidates)
{
  guint n = fit->n_nights;
  double without = stn_score_information (fit, candidate->values);

  if (!(without > 0))
    return STN_UNKNOWN_INT;
  g_autofree double *column = residual_column (fit, candidate->values);
  g_autofree double *chances = g_new (double, n);
  for (guint i = 0; i < n; i++)
    chances[i] = outcomes[i] - fit->residuals[i];
  double slope =
    candidate->expected == STN_DIRECTION_DOWN ? -log (STRONG_ODDS_RATIO) : log (STRONG_ODDS_RATIO);
  Moments with = tilt (chances, column, n, slope);
  double limit = find_limit (candidate, n_candidates);
  double need = limit * sqrt (without) + stn_normal_quantile (POWER) * sqrt (with.variance);
  double nights = ceil (LATER_STEPS * n * (need / with.mean) * (need / with.mean));
  return nights < G_MAXINT ? STN_KNOWN_INT ((int) nights) : STN_UNKNOWN_INT;
}
