/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

/** A small diary for tests: every night of @n_nights from 1 January 2024 is logged until a test changes it. */
#define BUILDER_MAX_FACTORS 200

typedef struct {
  guint n_nights;
  StnDate *dates;
  int *cramps;
  guint n_factors;
  StnAnalysisFactor factors[BUILDER_MAX_FACTORS];
  double *values[BUILDER_MAX_FACTORS];
  StnEntered *entered[BUILDER_MAX_FACTORS];
  guint64 state;
} DiaryBuilder;

/** diary_builder_new: @seed: of diary_builder_draw(). Without cramps. */
DiaryBuilder *diary_builder_new (guint n_nights, guint64 seed);
void diary_builder_free (DiaryBuilder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (DiaryBuilder, diary_builder_free)

/** diary_builder_draw: a number from 0 to 1, the same on every machine (SplitMix64, Steele et al. 2014). */
double diary_builder_draw (DiaryBuilder *self);

/** diary_builder_draw_cramps: cramps on a share of the nights. */
void diary_builder_draw_cramps (DiaryBuilder *self, double share);

/** diary_builder_add: a factor, nothing recorded; @name is borrowed. Returns its values to fill in. */
double *diary_builder_add (DiaryBuilder *self, const char *name, StnFactorKind kind);

/** diary_builder_add_drawn: a factor that has nothing to do with cramps; binary: yes on a quarter of the days. */
double *diary_builder_add_drawn (DiaryBuilder *self, const char *name, StnFactorKind kind);

/** diary_builder_run: (transfer full); a failure fails the test. */
StnAnalysis *diary_builder_run (DiaryBuilder *self);
StnAnalysisInput diary_builder_input (DiaryBuilder *self);
