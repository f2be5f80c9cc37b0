/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "base/stn-date.h"
#include "base/stn-optional.h"
#include "model/stn-cut.h"
#include "model/stn-medicine.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/** Error domain of the room analysis; a cancelled run gives G_IO_ERROR_CANCELLED. */
#define STN_ANALYSIS_ERROR (stn_analysis_error_quark ())
GQuark stn_analysis_error_quark (void);

typedef enum {
  STN_ANALYSIS_ERROR_BAD_INPUT, /* lengths or dates that contradict each other */
} StnAnalysisError;

/**
 * StnAnalysisFactor: one column of the input.
 * @name: unique; findings are sorted by it in byte order.
 * @values: one per logged night, NaN = not recorded that day.
 * @entered: one per logged night, or NULL = all unknown.
 * @weight: prior weight of the tests: 1, 2 (expected direction known) or 5 (suspect).
 * @suspect_since: night from which it was suspected, or STN_NO_DATE.
 * @cut: from the catalogue; side NONE: binary at 1, else above the median.
 */
typedef struct {
  const char *name;
  StnFactorKind kind;
  StnDirection expected;
  double weight;
  StnDate suspect_since;
  StnCut cut;
  const double *values;
  const StnEntered *entered;
} StnAnalysisFactor;

typedef struct {
  const char *name;
  StnMedicineEvent change;
  StnDate date;
} StnAnalysisMedicine;

/** One cramp in which @name was tried; @minutes until it had gone. */
typedef struct {
  const char *name;
  double minutes;
} StnAnalysisRelief;

/**
 * StnAnalysisInput: a diary as the analysis sees it; borrowed, not kept.
 * @dates: the logged nights (nights with an outcome), ascending, each once.
 * @cramps: one per logged night, number of cramps, >= 0.
 */
typedef struct {
  guint n_nights;
  const StnDate *dates;
  const int *cramps;
  guint n_factors;
  const StnAnalysisFactor *factors;
  guint n_medicines;
  const StnAnalysisMedicine *medicines;
  guint n_reliefs;
  const StnAnalysisRelief *reliefs;
} StnAnalysisInput;

typedef enum {
  STN_VERDICT_NOT_ENOUGH_DATA,
  STN_VERDICT_NO_CONTRAST,
  STN_VERDICT_UNCLEAR,
  STN_VERDICT_UNLIKELY,
  STN_VERDICT_TRIGGER,
  STN_VERDICT_PROTECTOR,
} StnVerdict;

typedef enum {
  STN_TIER_NONE,
  STN_TIER_POSSIBLE,
  STN_TIER_LIKELY,
  STN_TIER_CONFIRMED,
} StnTier;

/**
 * StnEstimate: an odds ratio with its interval; @known FALSE = there is no answer (never 0 or NaN).
 */
typedef struct {
  gboolean known;
  double odds_ratio;
  double ci_low;
  double ci_high;
  double ci_level; /* .95, or the FCR width */
  double p_value;
} StnEstimate;

/** StnPublication: what the weekly refreshes published of a factor; see stn-publication.h. */
typedef struct _StnPublication StnPublication;

/**
 * StnFinding: what the analysis says of one factor. Estimate, chance and difference are of the raw value going up by
 * @unit; @unit_known FALSE when the column has no contrast.
 * @chance_slides: 0 = no luck check was made.
 * @has_counts: FALSE when there is no cut (all values equal, or none) for a factor that is not binary.
 * @diff_per_100: nights with cramps in 100 more, from the rate without (contract "Analysis"); known with the estimate.
 * @nights_needed, @nights_for_power: -known FALSE when they do not apply.
 * @late_values: values entered after the night that count here because there were fewer than 20 others; else 0.
 * @entangled_with: (array zero-terminated=1) names.
 * @publication: (nullable) NULL where there are no refreshes: the analysis itself sees only tonight.
 */
typedef struct {
  char *name;
  StnFactorKind kind;
  gboolean unit_known;
  double unit;
  StnEstimate estimate;
  guint chance_count;
  guint chance_slides;
  StnVerdict verdict;
  StnTier tier;
  char **entangled_with;
  gboolean has_counts;
  StnCut cut;
  guint nights_with;
  guint cramps_with;
  guint nights_without;
  guint cramps_without;
  guint nights_recorded;
  guint late_values;
  gboolean diff_known;
  double diff_per_100;
  double diff_low;
  double diff_high;
  StnOptInt nights_needed;
  StnOptInt nights_for_power;
  StnPublication *publication;
} StnFinding;

typedef enum {
  STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA,
  STN_MEDICINE_VERDICT_UNCLEAR,
  STN_MEDICINE_VERDICT_WORSE,
  STN_MEDICINE_VERDICT_BETTER,
} StnMedicineVerdict;

/**
 * StnMedicineFinding: before and after one change of a medicine: the nights with an outcome up to 182 days to each side, not
 * beyond another change. @trend_adjusted: cramps were on their way up or down anyway, which was taken into account.
 */
typedef struct {
  char *name;
  StnMedicineEvent change;
  StnDate date;
  guint nights_before;
  guint cramps_before;
  guint nights_after;
  guint cramps_after;
  StnEstimate estimate;
  gboolean trend_adjusted;
  StnMedicineVerdict verdict;
} StnMedicineFinding;

/**
 * StnReliefFinding: how long the @episodes lasted in which it was tried: median and its 95 % interval. @known FALSE: fewer than
 * six, too few for an interval.
 */
typedef struct {
  char *name;
  guint episodes;
  gboolean known;
  double median_min;
  double ci_low;
  double ci_high;
} StnReliefFinding;

/**
 * StnAnalysis: the whole result; the same input gives the same bytes.
 * @frequency_known: FALSE without a logged night. Cramp nights per week with Wilson's 95 % interval.
 * @findings: (element-type StnFinding) by name. @medicines: (element-type StnMedicineFinding) as given.
 * @reliefs: (element-type StnReliefFinding) by median, unknown last.
 */
typedef struct {
  guint nights;
  guint cramp_nights;
  gboolean frequency_known;
  double per_week;
  double per_week_low;
  double per_week_high;
  StnEstimate trend;
  StnEstimate season;
  GPtrArray *findings;
  GPtrArray *medicines;
  GPtrArray *reliefs;
} StnAnalysis;

/** Called in the analysing thread. @fraction: 0 to 1, never falling. */
typedef void (*StnAnalysisProgressCb) (double fraction, gpointer user_data);

/**
 * stn_analysis_run: pure and deterministic; no clock, files, random numbers.
 * @cancellable: (nullable) looked at between steps; @progress_cb: (nullable).
 *
 * Errors: BAD_INPUT; G_IO_ERROR_CANCELLED. Returns: (transfer full).
 */
StnAnalysis *stn_analysis_run (const StnAnalysisInput *input,
                               GCancellable *cancellable,
                               StnAnalysisProgressCb progress_cb,
                               gpointer user_data,
                               GError **error);

/**
 * stn_analysis_run_verdicts: the same verdicts, tiers, chances and entangled names, and no more than these: no estimates, no
 * trend, no outlook. For those who ask at every week of a diary; takes about a quarter less.
 *
 * Errors: of stn_analysis_run(). Returns: (transfer full).
 */
StnAnalysis *stn_analysis_run_verdicts (const StnAnalysisInput *input,
                                        GCancellable *cancellable,
                                        GError **error);

void stn_analysis_free (StnAnalysis *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnAnalysis, stn_analysis_free)

/** StnDifference: cramp nights in 100 more, with the likely range. */
typedef struct {
  double low;
  double value;
  double high;
} StnDifference;

/**
 * stn_finding_get_difference: the finding's difference seen from the exposed side of its cut, as sentences and pictures tell
 * it: of "little to drink" it is that of the value going down by @unit. FALSE when it is not known.
 */
gboolean stn_finding_get_difference (const StnFinding *self, StnDifference *ret_difference);

/**
 * stn_analysis_show_published: makes of tonight's verdicts and tiers what a person is shown: what is published. Chosen tonight
 * and not yet published is "unclear" without a tier. That there are too few nights, or no contrast, is no opinion and
 * shown as it is tonight, unless a tier is published. Numbers stay tonight's.
 */
void stn_analysis_show_published (StnAnalysis *self);

/** stn_analysis_get_finding: (transfer none) (nullable). */
const StnFinding *stn_analysis_get_finding (const StnAnalysis *self, const char *name);

/** Tokens of the JSON ("not_enough_data", "likely", "worse", "start", ...); static strings. Parsers: UNKNOWN_WORD. */
gboolean stn_verdict_parse (const char *token, StnVerdict *ret, GError **error);
gboolean stn_tier_parse (const char *token, StnTier *ret, GError **error);
const char *stn_verdict_to_token (StnVerdict verdict);
const char *stn_tier_to_token (StnTier tier);
const char *stn_medicine_verdict_to_token (StnMedicineVerdict verdict);

G_END_DECLS
