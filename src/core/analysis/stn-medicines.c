/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-medicines.h"
#include "analysis/stn-blocks.h"
#include "analysis/stn-effect.h"
#include "analysis/stn-false-discovery.h"
#include "analysis/stn-tails.h"

#include <math.h>

#define WINDOW_DAYS 182
#define MIN_NIGHTS 28
#define MIN_CRAMPS 5
#define ALPHA 0.05

/* A slope that stands out even this little goes into the main fit. */
#define SLOPE_P 0.4

/* The logged nights around a change, as columns. @days: from the change, negative before it. */
typedef struct {
  guint n;
  guint n_after;
  guint n_cramps;
  guint n_cramps_after;
  int *days;
  double *outcomes;
  double *level;
  double *weekend;
  double *slope;
  double *phase;
} Window;

static void
window_clear (Window *self)
{
  g_free (self->days);
  g_free (self->outcomes);
  g_free (self->level);
  g_free (self->weekend);
  g_free (self->slope);
  g_free (self->phase);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Window, window_clear)

/* Up to 182 nights on each side, but not beyond another change of any medicine. */
static void
find_ends (const StnAnalysisInput *input, StnDate date, int *ret_first, int *ret_end)
{
  int first = -WINDOW_DAYS, end = WINDOW_DAYS;

  for (guint i = 0; i < input->n_medicines; i++) {
    int day = stn_date_days_between (date, input->medicines[i].date);

    if (day < 0)
      first = MAX (first, day);
    else if (day > 0)
      end = MIN (end, day);
  }
  *ret_first = first;
  *ret_end = end;
}

static void
add_night (Window *self, int day, StnDate date, gboolean has_cramps)
{
  guint i = self->n++;

  self->days[i] = day;
  self->outcomes[i] = has_cramps;
  self->level[i] = 1;
  self->weekend[i] = (stn_date_weekday (date) >= 6 ? 1 : 0) - 2.0 / 7;
  self->slope[i] = (double) day / WINDOW_DAYS;
  self->phase[i] = day >= 0;
  self->n_after += day >= 0;
  self->n_cramps += has_cramps;
  self->n_cramps_after += has_cramps && day >= 0;
}

static Window
window_new (const StnAnalysisInput *input, StnDate date)
{
  guint n = input->n_nights;
  Window self = {.days = g_new (int, n),
                 .outcomes = g_new (double, n),
                 .level = g_new (double, n),
                 .weekend = g_new (double, n),
                 .slope = g_new (double, n),
                 .phase = g_new (double, n)};
  int first, end;

  find_ends (input, date, &first, &end);
  for (guint i = 0; i < n; i++) {
    int day = stn_date_days_between (date, input->dates[i]);

    if (day >= first && day < end)
      add_night (&self, day, input->dates[i], input->cramps[i] > 0);
  }
  for (guint i = 0; i < self.n; i++)
    self.phase[i] -= (double) self.n_after / self.n;
  return self;
}

static gboolean
has_floors (const Window *self)
{
  return self->n_after >= MIN_NIGHTS && self->n - self->n_after >= MIN_NIGHTS &&
         self->n_cramps >= MIN_CRAMPS;
}

/* Whether cramps were on their way up or down anyway: the slope beside the phase, hardly penalised. */
static gboolean
has_slope (const Window *self)
{
  const StnTerm terms[] = {{self->level, STN_PENALTY_NORMAL, 1e-4},
                           {self->phase, STN_PENALTY_NORMAL, 0.1},
                           {self->slope, STN_PENALTY_NORMAL, 0.01}};
  g_autoptr (StnFit) fit =
    stn_fit_new (self->outcomes, self->n, terms, G_N_ELEMENTS (terms), NULL, 0);
  StnEffect effect = stn_effect_of_last (fit);

  return 2 * stn_normal_upper (fabs (effect.log_odds) / effect.sd) < SLOPE_P;
}

static StnEstimate
compare (const Window *self, gboolean with_slope)
{
  StnTerm terms[4] = {{self->level, STN_PENALTY_NORMAL, 1e-4},
                      {self->weekend, STN_PENALTY_NORMAL, 1}};
  guint n_terms = 2;

  if (with_slope)
    terms[n_terms++] = (StnTerm){self->slope, STN_PENALTY_NORMAL, 1};
  terms[n_terms++] = stn_factor_term (self->phase);
  g_autoptr (StnFit) fit = stn_fit_new (self->outcomes, self->n, terms, n_terms, NULL, 0);
  return stn_blocks_estimate (fit, self->days);
}

static StnMedicineFinding *
find_one (const StnAnalysisInput *input, const StnAnalysisMedicine *medicine)
{
  g_auto (Window) window = window_new (input, medicine->date);
  StnMedicineFinding *finding = g_new0 (StnMedicineFinding, 1);

  finding->name = g_strdup (medicine->name);
  finding->change = medicine->change;
  finding->date = medicine->date;
  finding->nights_before = window.n - window.n_after;
  finding->cramps_before = window.n_cramps - window.n_cramps_after;
  finding->nights_after = window.n_after;
  finding->cramps_after = window.n_cramps_after;
  finding->verdict = STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA;
  if (has_floors (&window)) {
    finding->trend_adjusted = has_slope (&window);
    finding->estimate = compare (&window, finding->trend_adjusted);
  }
  return finding;
}

/* Several changes are several questions: the verdict looks at their p values adjusted for that. */
static void
judge (GPtrArray *findings)
{
  g_autofree double *p = g_new (double, MAX (findings->len, 1));
  guint n = 0;

  for (guint i = 0; i < findings->len; i++) {
    const StnMedicineFinding *finding = findings->pdata[i];

    if (finding->estimate.known)
      p[n++] = finding->estimate.p_value;
  }
  stn_false_discovery_adjust (p, n);
  n = 0;
  for (guint i = 0; i < findings->len; i++) {
    StnMedicineFinding *finding = findings->pdata[i];

    if (!finding->estimate.known)
      continue;
    if (p[n++] > ALPHA)
      finding->verdict = STN_MEDICINE_VERDICT_UNCLEAR;
    else
      finding->verdict =
        finding->estimate.odds_ratio > 1 ? STN_MEDICINE_VERDICT_WORSE : STN_MEDICINE_VERDICT_BETTER;
  }
}

static void
medicine_finding_free (gpointer data)
{
  StnMedicineFinding *self = data;

  g_free (self->name);
  g_free (self);
}

GPtrArray *
stn_medicines_find (const StnAnalysisInput *input)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (medicine_finding_free);

  for (guint i = 0; i < input->n_medicines; i++)
    g_ptr_array_add (findings, find_one (input, &input->medicines[i]));
  judge (findings);
  return findings;
}
