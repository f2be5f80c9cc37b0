/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-blocks.h"
#include "analysis/stn-tails.h"

#include <math.h>

#define BLOCK_DAYS 14
#define MIN_BLOCK_NIGHTS 7
#define LEVEL 0.95

/* What is believed of the dispersion beforehand: 1.2, worth 6 blocks. */
#define PRIOR_BLOCKS 6
#define PRIOR_DISPERSION 1.2

static int
block_of (int day)
{
  return day >= 0 ? day / BLOCK_DAYS : -((BLOCK_DAYS - 1 - day) / BLOCK_DAYS);
}

/* Sum of squared Pearson residuals of the blocks with enough logged nights; their number. */
static double
sum_blocks (const StnFit *fit, const int *days, guint *ret_n)
{
  double sum = 0;
  guint n = 0;

  for (guint i = 0; i < fit->n_nights;) {
    double residual = 0, variance = 0;
    guint first = i;

    for (; i < fit->n_nights && block_of (days[i]) == block_of (days[first]); i++) {
      residual += fit->residuals[i];
      variance += fit->weights[i];
    }
    if (i - first < MIN_BLOCK_NIGHTS || !(variance > 0))
      continue;
    sum += residual * residual / variance;
    n++;
  }
  *ret_n = n;
  return sum;
}

StnEstimate
stn_blocks_estimate (const StnFit *fit, const int *days)
{
  guint n_blocks, last = fit->n_terms - 1;
  double sum = sum_blocks (fit, days, &n_blocks);
  double freedom = PRIOR_BLOCKS + (double) n_blocks - fit->n_terms + 1;
  double dispersion = MAX (1, (PRIOR_BLOCKS * PRIOR_DISPERSION + sum) / freedom);
  double log_odds = fit->coefs[last], sd = sqrt (dispersion) * stn_fit_get_sd (fit, last);
  double half = stn_student_quantile (0.5 + LEVEL / 2, freedom) * sd;

  return (StnEstimate){TRUE,
                       exp (log_odds),
                       exp (log_odds - half),
                       exp (log_odds + half),
                       LEVEL,
                       2 * stn_student_upper (fabs (log_odds) / sd, freedom)};
}
