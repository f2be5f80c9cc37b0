/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "analysis/stn-fit.h"

G_BEGIN_DECLS

/** Prior log-F(m,m) on the log odds ratio of a factor: m = 3 is nearly unbiased (analysis, table "Penalty"). */
#define STN_FACTOR_LOG_F 3

/** stn_factor_term: the term of a factor with the coded @values. */
StnTerm stn_factor_term (const double *values);

/** StnEffect: a log odds ratio and its standard error. */
typedef struct {
  double log_odds;
  double sd;
} StnEffect;

/** stn_effect_of_last: of the last term of @fit. */
StnEffect stn_effect_of_last (const StnFit *fit);

/** stn_effect_to_estimate: odds ratio with Wald's interval at @level. @p_value: of the test that belongs to it. */
StnEstimate stn_effect_to_estimate (StnEffect effect, double level, double p_value);

G_END_DECLS
