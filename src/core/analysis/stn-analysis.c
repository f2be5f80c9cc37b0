/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-analysis.h"
#include "analysis/stn-analysis-check.h"
#include "analysis/stn-column.h"
#include "analysis/stn-counts.h"
#include "analysis/stn-effect.h"
#include "analysis/stn-nuisance.h"
#include "analysis/stn-proportion.h"
#include "analysis/stn-score.h"

#include <math.h>
#include <string.h>

#define PLAIN_LEVEL 0.95

typedef struct {
  GCancellable *cancellable;
  StnAnalysisProgressCb progress_cb;
  gpointer user_data;
} Watch;

/* Between two steps: FALSE when the run was cancelled. */
static gboolean
pass (const Watch *watch, double fraction, GError **error)
{
  if (g_cancellable_set_error_if_cancelled (watch->cancellable, error))
    return FALSE;
  if (watch->progress_cb != NULL)
    watch->progress_cb (fraction, watch->user_data);
  return TRUE;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const StnAnalysisFactor *const *left = a, *const *right = b;

  return strcmp ((*left)->name, (*right)->name);
}

static GPtrArray *
sort_factors (const StnAnalysisInput *input)
{
  GPtrArray *sorted = g_ptr_array_sized_new (input->n_factors);

  for (guint j = 0; j < input->n_factors; j++)
    g_ptr_array_add (sorted, (gpointer) &input->factors[j]);
  g_ptr_array_sort (sorted, compare_names);
  return sorted;
}

static StnFinding *
finding_new (const StnAnalysisFactor *factor, const StnRecord *record, const StnCounts *counts)
{
  StnFinding *self = g_new0 (StnFinding, 1);

  self->name = g_strdup (factor->name);
  self->kind = factor->kind;
  self->entangled_with = g_new0 (char *, 1);
  self->has_counts = counts->known;
  self->cut = counts->cut;
  self->nights_with = counts->nights_with;
  self->cramps_with = counts->cramps_with;
  self->nights_without = counts->nights_without;
  self->cramps_without = counts->cramps_without;
  self->nights_recorded = record->n_recorded;
  self->late_values = record->n_late;
  return self;
}

static void
finding_free (gpointer data)
{
  StnFinding *self = data;

  g_free (self->name);
  g_strfreev (self->entangled_with);
  g_free (self);
}

/* More cramp nights in 100 than on the nights without, at an odds ratio (contract, "Analysis"). */
static double
difference_per_100 (double without, double odds_ratio)
{
  double with = odds_ratio * without / (1 - without + odds_ratio * without);

  return 100 * (with - without);
}

static void
set_difference (StnFinding *self)
{
  if (self->nights_without == 0)
    return;
  double without = (double) self->cramps_without / self->nights_without;

  self->diff_known = TRUE;
  self->diff_per_100 = difference_per_100 (without, self->estimate.odds_ratio);
  self->diff_low = difference_per_100 (without, self->estimate.ci_low);
  self->diff_high = difference_per_100 (without, self->estimate.ci_high);
}

gboolean
stn_finding_get_difference (const StnFinding *self, StnDifference *ret_difference)
{
  gboolean below = self->cut.side == STN_CUT_BELOW || self->cut.side == STN_CUT_AT_OR_BELOW;
  StnEstimate up = self->estimate;

  if (!self->diff_known)
    return FALSE;
  if (!self->has_counts || !below) {
    *ret_difference = (StnDifference){self->diff_low, self->diff_per_100, self->diff_high};
    return TRUE;
  }
  double without = (double) self->cramps_without / self->nights_without;

  ret_difference->low = difference_per_100 (without, 1 / up.ci_high);
  ret_difference->value = difference_per_100 (without, 1 / up.odds_ratio);
  ret_difference->high = difference_per_100 (without, 1 / up.ci_low);
  return TRUE;
}

/* The effect of one factor beside the nuisance terms, and the score test of adding it to them. */
static StnEstimate
estimate_alone (const StnCalendar *calendar,
                const StnNuisance *nuisance,
                const StnFit *base,
                const StnColumn *column)
{
  guint n_terms = nuisance->n_terms + 1;
  g_autofree StnTerm *terms = g_new (StnTerm, n_terms);

  memcpy (terms, nuisance->terms, nuisance->n_terms * sizeof *terms);
  terms[nuisance->n_terms] = stn_factor_term (column->values);
  g_autoptr (StnFit) fit = stn_fit_new (calendar->outcomes, calendar->n_nights, terms, n_terms,
                                        base->coefs, base->n_terms);
  double z = stn_score_z (base, column->values);

  return stn_effect_to_estimate (stn_effect_of_last (fit), PLAIN_LEVEL, stn_score_two_sided (z));
}

/* By the floors alone; what is possible to say beyond them is the business of the selection. */
static void
judge (StnFinding *self,
       const StnRecord *record,
       const StnCalendar *calendar,
       const StnNuisance *nuisance,
       const StnFit *base)
{
  if (!stn_record_has_floors (record)) {
    self->verdict = STN_VERDICT_NOT_ENOUGH_DATA;
    self->nights_needed = stn_record_get_nights_needed (record, calendar);
    return;
  }
  g_autoptr (StnColumn) column = stn_record_has_contrast (record)
                                   ? stn_column_new (self->kind, record, calendar->n_nights)
                                   : NULL;
  if (column == NULL) {
    self->verdict = STN_VERDICT_NO_CONTRAST;
    return;
  }
  self->verdict = STN_VERDICT_UNCLEAR;
  self->unit_known = column->unit_known;
  self->unit = column->unit;
  self->estimate = estimate_alone (calendar, nuisance, base, column);
  set_difference (self);
}

static gboolean
find_factors (StnAnalysis *self,
              const StnAnalysisInput *input,
              const StnCalendar *calendar,
              const Watch *watch,
              GError **error)
{
  g_autoptr (GPtrArray) factors = sort_factors (input);
  g_autoptr (StnNuisance) nuisance = NULL;
  g_autoptr (StnFit) base = NULL;

  if (calendar->n_nights > 0) {
    nuisance = stn_nuisance_new (calendar);
    base = stn_fit_new (calendar->outcomes, calendar->n_nights, nuisance->terms, nuisance->n_terms,
                        NULL, 0);
  }
  for (guint j = 0; j < factors->len; j++) {
    const StnAnalysisFactor *factor = factors->pdata[j];
    g_autoptr (StnRecord) record = stn_record_new (factor, calendar);
    StnCounts counts = stn_counts_of (factor, record, calendar);
    StnFinding *finding = finding_new (factor, record, &counts);

    g_ptr_array_add (self->findings, finding);
    judge (finding, record, calendar, nuisance, base);
    if (!pass (watch, (j + 1.0) / factors->len, error))
      return FALSE;
  }
  return TRUE;
}

static void
set_frequency (StnAnalysis *self)
{
  StnProportion rate = stn_proportion_of (self->cramp_nights, self->nights);

  self->frequency_known = rate.known;
  self->per_week = 7 * rate.share;
  self->per_week_low = 7 * rate.low;
  self->per_week_high = 7 * rate.high;
}

static void
medicine_finding_free (gpointer data)
{
  StnMedicineFinding *self = data;

  g_free (self->name);
  g_free (self);
}

static void
relief_finding_free (gpointer data)
{
  StnReliefFinding *self = data;

  g_free (self->name);
  g_free (self);
}

StnAnalysis *
stn_analysis_run (const StnAnalysisInput *input,
                  GCancellable *cancellable,
                  StnAnalysisProgressCb progress_cb,
                  gpointer user_data,
                  GError **error)
{
  g_return_val_if_fail (input != NULL, NULL);
  const Watch watch = {cancellable, progress_cb, user_data};

  if (!stn_analysis_check (input, error) || !pass (&watch, 0, error))
    return NULL;

  g_autoptr (StnCalendar) calendar = stn_calendar_new (input);
  g_autoptr (StnAnalysis) self = g_new0 (StnAnalysis, 1);
  self->nights = calendar->n_nights;
  self->cramp_nights = calendar->n_cramps;
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->medicines = g_ptr_array_new_with_free_func (medicine_finding_free);
  self->reliefs = g_ptr_array_new_with_free_func (relief_finding_free);
  set_frequency (self);
  if (!find_factors (self, input, calendar, &watch, error) || !pass (&watch, 1, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
stn_analysis_free (StnAnalysis *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->medicines);
  g_ptr_array_unref (self->reliefs);
  g_free (self);
}

const StnFinding *
stn_analysis_get_finding (const StnAnalysis *self, const char *name)
{
  for (guint j = 0; j < self->findings->len; j++) {
    const StnFinding *finding = self->findings->pdata[j];

    if (g_str_equal (finding->name, name))
      return finding;
  }
  return NULL;
}
