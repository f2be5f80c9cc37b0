/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-judgement.h"
#include "analysis/stn-effect.h"
#include "analysis/stn-finding.h"
#include "analysis/stn-power.h"
#include "analysis/stn-rivals.h"
#include "analysis/stn-score.h"
#include "analysis/stn-subject.h"

#include <math.h>
#include <string.h>

#define PLAIN_LEVEL 0.95

/* "A strong link is unlikely": this whole interval lies within these odds ratios (analysis, section 1.4). */
#define UNLIKELY_LEVEL 0.98
#define STRONG_ODDS_RATIO 2.5

/* Chance up to which a factor that was not chosen is worth watching. */
#define POSSIBLE_CHANCE 0.25

/* Everything about the factors that can be tested; the arrays go by the same index. */
typedef struct {
  const StnCalendar *calendar;
  const StnWatch *watch;
  gboolean only_verdicts;
  GPtrArray *tested; /* of StnSubject, borrowed */
  StnCandidate *candidates;
  StnSelection *selection;
  StnEffect *effects;
} Court;

static void
court_clear (Court *self)
{
  g_ptr_array_unref (self->tested);
  g_free (self->candidates);
  g_clear_pointer (&self->selection, stn_selection_free);
  g_free (self->effects);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Court, court_clear)

static StnFinding *
get_finding (const Court *self, guint j)
{
  return ((StnSubject *) self->tested->pdata[j])->finding;
}

static GPtrArray *
list_tested (GPtrArray *subjects)
{
  GPtrArray *tested = g_ptr_array_new ();

  for (guint j = 0; j < subjects->len; j++) {
    StnSubject *subject = subjects->pdata[j];

    if (subject->column != NULL)
      g_ptr_array_add (tested, subject);
  }
  return tested;
}

static StnCandidate *
list_candidates (GPtrArray *tested)
{
  StnCandidate *candidates = g_new (StnCandidate, tested->len);
  double sum = 0;

  for (guint j = 0; j < tested->len; j++)
    sum += ((StnSubject *) tested->pdata[j])->factor->weight;
  for (guint j = 0; j < tested->len; j++) {
    const StnSubject *subject = tested->pdata[j];

    candidates[j] = (StnCandidate){subject->column->values, subject->factor->expected,
                                   subject->factor->weight / (sum / tested->len)};
  }
  return candidates;
}

static void
set_chance (Court *self, guint j)
{
  StnFinding *finding = get_finding (self, j);

  finding->chance_count = self->selection->counts[j];
  finding->chance_slides = self->selection->n_slides;
}

/* Effect of a factor beside nuisance and all chosen, and the test of it given the other chosen. */
static void
estimate (Court *self, guint j)
{
  const StnCandidate *candidate = &self->candidates[j];
  const StnSelection *selection = self->selection;
  gboolean is_chosen = stn_selection_has (selection, j);
  const StnTerm term = stn_factor_term (candidate->values);
  g_autoptr (StnFit) with =
    stn_selection_fit_without (selection, self->calendar, j, G_MAXUINT, &term);
  g_autoptr (StnFit) without =
    is_chosen ? stn_selection_fit_without (selection, self->calendar, j, G_MAXUINT, NULL) : NULL;
  double z = stn_score_z (is_chosen ? without : selection->fit, candidate->values);

  self->effects[j] = stn_effect_of_last (with);
  StnFinding *finding = get_finding (self, j);
  finding->estimate =
    stn_effect_to_estimate (self->effects[j], PLAIN_LEVEL, stn_score_two_sided (z));
}

/* A verdict asks whether the effect of a factor that was not chosen is small, and in which direction that of a chosen one goes,
 * which the selection knows. */
static void
estimate_for_verdict (Court *self, guint j)
{
  const StnSelection *selection = self->selection;
  const StnTerm term = stn_factor_term (self->candidates[j].values);

  for (guint k = 0; k < selection->n_chosen; k++)
    if (selection->chosen[k] == j) {
      guint n_nuisance = selection->fit->n_terms - selection->n_chosen;

      self->effects[j].log_odds = selection->fit->coefs[n_nuisance + k];
      return;
    }
  g_autoptr (StnFit) with =
    stn_selection_fit_without (selection, self->calendar, j, G_MAXUINT, &term);
  self->effects[j] = stn_effect_of_last (with);
}

static gboolean
estimate_all (Court *self, GError **error)
{
  for (guint j = 0; j < self->tested->len; j++) {
    set_chance (self, j);
    if (self->only_verdicts)
      estimate_for_verdict (self, j);
    else
      estimate (self, j);
    if (!stn_watch_pass (self->watch, 0.7 + 0.25 * (j + 1) / self->tested->len, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
is_entangled (const StnFinding *finding)
{
  return finding->entangled_with[0] != NULL;
}

static void
find_entangled (Court *self, guint j)
{
  g_autoptr (GArray) rivals =
    stn_rivals_find (self->selection, self->calendar, self->candidates, j);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  StnFinding *finding = get_finding (self, j);

  for (guint i = 0; i < rivals->len; i++) {
    const StnSubject *rival = self->tested->pdata[g_array_index (rivals, guint, i)];

    g_strv_builder_add (names, rival->factor->name);
  }
  g_strfreev (finding->entangled_with);
  finding->entangled_with = g_strv_builder_end (names);
}

static gboolean
is_unlikely (StnEffect effect)
{
  StnEstimate wide = stn_effect_to_estimate (effect, UNLIKELY_LEVEL, 1);

  return wide.ci_low > 1 / STRONG_ODDS_RATIO && wide.ci_high < STRONG_ODDS_RATIO;
}

static void
judge_not_chosen (StnFinding *finding, StnEffect effect)
{
  double chance = (double) finding->chance_count / finding->chance_slides;

  finding->verdict = is_unlikely (effect) ? STN_VERDICT_UNLIKELY : STN_VERDICT_UNCLEAR;
  finding->tier = chance <= POSSIBLE_CHANCE ? STN_TIER_POSSIBLE : STN_TIER_NONE;
}

/* @level: the interval of what was picked out for being large must be wider than usual, or it would miss the truth too often:
 * 1 - .05 R / m for R flagged of m tested (false coverage rate: Benjamini & Yekutieli 2005, JASA 100, 71). */
static void
set_level (StnFinding *finding, StnEffect effect, double level)
{
  if (!is_entangled (finding))
    finding->estimate = stn_effect_to_estimate (effect, level, finding->estimate.p_value);
}

static void
judge_chosen (StnFinding *finding, StnEffect effect, gboolean is_confirmed)
{
  if (is_entangled (finding)) {
    finding->verdict = STN_VERDICT_UNCLEAR;
    finding->tier = STN_TIER_POSSIBLE;
    return;
  }
  finding->verdict = effect.log_odds > 0 ? STN_VERDICT_TRIGGER : STN_VERDICT_PROTECTOR;
  finding->tier = is_confirmed ? STN_TIER_CONFIRMED : STN_TIER_LIKELY;
}

/* How long it takes to see a strong link, where it cannot be told yet. */
static void
set_outlook (Court *self, guint j)
{
  StnFinding *finding = get_finding (self, j);

  if (finding->verdict == STN_VERDICT_UNCLEAR)
    finding->nights_for_power = stn_power_get_nights (
      self->selection->fit, self->calendar->outcomes, &self->candidates[j], self->tested->len);
}

static void
judge_all (Court *self)
{
  const StnSelection *selection = self->selection;
  guint n_flagged = 0;

  for (guint k = 0; k < selection->n_chosen; k++) {
    find_entangled (self, selection->chosen[k]);
    n_flagged += !is_entangled (get_finding (self, selection->chosen[k]));
  }
  double level = 1 - (1 - PLAIN_LEVEL) * n_flagged / self->tested->len;
  for (guint k = 0; k < selection->n_chosen; k++) {
    guint j = selection->chosen[k];

    judge_chosen (get_finding (self, j), self->effects[j], k < selection->n_confirmed);
    if (!self->only_verdicts)
      set_level (get_finding (self, j), self->effects[j], level);
  }
  for (guint j = 0; j < self->tested->len; j++)
    if (!stn_selection_has (selection, j)) {
      judge_not_chosen (get_finding (self, j), self->effects[j]);
      if (!self->only_verdicts)
        set_outlook (self, j);
    }
}

gboolean
stn_judge (GPtrArray *subjects,
           const StnCalendar *calendar,
           gboolean only_verdicts,
           const StnWatch *watch,
           GError **error)
{
  g_auto (Court) court = {.calendar = calendar,
                          .watch = watch,
                          .only_verdicts = only_verdicts,
                          .tested = list_tested (subjects)};

  if (court.tested->len == 0)
    return TRUE;
  g_autoptr (StnNuisance) nuisance = stn_nuisance_new (calendar);
  court.candidates = list_candidates (court.tested);
  court.effects = g_new0 (StnEffect, court.tested->len);
  court.selection =
    stn_selection_new (calendar, nuisance, court.candidates, court.tested->len, watch, error);
  if (court.selection == NULL || !estimate_all (&court, error))
    return FALSE;
  judge_all (&court);
  for (guint j = 0; !only_verdicts && j < court.tested->len; j++)
    stn_finding_set_difference (get_finding (&court, j));
  return TRUE;
}
