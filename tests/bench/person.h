/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "scenario.h"

/**
 * Person: one simulated diary and its truth.
 * @truths: per factor of the input the true log odds ratio of its raw value going up by 1; 0 = nothing to do with cramps.
 */
typedef struct {
  StnAnalysisInput input;
  double *truths;
  StnDate *dates;
  int *cramps;
  StnAnalysisFactor *factors;
  StnAnalysisMedicine medicine;
} Person;

/** person_new: @n_days calendar nights; @n_factors 12 or 25 as catalogues go, the medicine among them. */
Person *person_new (const Scenario *scenario, guint n_days, guint n_factors, guint64 seed);
void person_free (Person *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Person, person_free)
