/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-effect.h"
#include "analysis/stn-tails.h"

#include <math.h>

StnTerm
stn_factor_term (const double *values)
{
  return (StnTerm){values, STN_PENALTY_LOG_F, STN_FACTOR_LOG_F};
}

StnEffect
stn_effect_of_last (const StnFit *fit)
{
  guint last = fit->n_terms - 1;

  return (StnEffect){fit->coefs[last], stn_fit_get_sd (fit, last)};
}

/* Wald is enough with this penalty: a profile interval differs by a hundredth in coverage (analysis, section 8). */
StnEstimate
stn_effect_to_estimate (StnEffect effect, double level, double p_value)
{
  double half = stn_normal_quantile (0.5 + level / 2) * effect.sd;

  return (StnEstimate){TRUE,
                       exp (effect.log_odds),
                       exp (effect.log_odds - half),
                       exp (effect.log_odds + half),
                       level,
                       p_value};
}
