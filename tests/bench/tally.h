/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "person.h"

/** Share: hits of tries. */
typedef struct {
  guint hits;
  guint tries;
} Share;

/**
 * Tally: what the analysis said of many diaries of one cell against the truth planted in them.
 * @any_likely, @any_confirmed: diaries in which a factor without effect was likely or confirmed.
 * @any_uncorrected: the control method: a factor without effect with p < .05 on its own.
 * @power: true factors flagged in the right direction. @discoveries: sum over diaries of the false share of the flags.
 * @chance_05, @chance_10: diaries whose smallest chance is at most that.
 * @cover_all, @cover_true, @cover_flagged: intervals that hold the truth; flagged ones at their own width.
 * @missed: factors with an odds ratio of 2.5 or more listed as unlikely.
 * @medicine: diaries in which the medicine was called better or worse. @copies: a column written twice that was flagged.
 * @nights_for_power: (element-type double) of the true factors that were unclear.
 */
typedef struct {
  guint n_diaries;
  Share any_likely;
  Share any_confirmed;
  Share any_uncorrected;
  Share power;
  double discoveries;
  Share chance_05;
  Share chance_10;
  Share cover_all;
  Share cover_true;
  Share cover_flagged;
  Share missed;
  Share medicine;
  Share copies;
  GArray *nights_for_power;
} Tally;

Tally *tally_new (void);
void tally_free (Tally *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Tally, tally_free)

/** tally_add: one diary. */
void tally_add (Tally *self, const Person *person, const StnAnalysis *analysis);

/** tally_run: @n_diaries of a scenario, seeds from @seed on. (transfer full) */
Tally *
tally_run (const Scenario *scenario, guint n_days, guint n_factors, guint n_diaries, guint64 seed);

/** share_of: 0 without a try. */
double share_of (Share share);
