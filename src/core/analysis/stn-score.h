/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-fit.h"
#include "model/stn-cut.h"

G_BEGIN_DECLS

/** Share of the error that is spent on the expected direction. */
#define STN_SCORE_EXPECTED_SHARE 0.85

/**
 * stn_score_information: what the nights say of the coefficient of @values beside a fitted model, 0 when the model leaves
 * nothing of the column.
 */
double stn_score_information (const StnFit *fit, const double *values);

/** stn_score_z: score statistic U / sqrt V of adding @values to a fitted model; 0 when the model leaves nothing of it. */
double stn_score_z (const StnFit *fit, const double *values);

/** stn_score_two_sided: p value of @z without a direction. */
double stn_score_two_sided (double z);

/**
 * stn_score_directed: p value of @z of which .85 of the error is spent on the expected direction and .15 on the other, at
 * most 1 (analysis, section 5 "Score tests"); two-sided without an expected direction.
 */
double stn_score_directed (double z, StnDirection expected);

/** stn_score_directed_most: the smallest of these p values of several statistics, @low and @high the extreme ones of them. */
double stn_score_directed_most (double low, double high, StnDirection expected);

G_END_DECLS
