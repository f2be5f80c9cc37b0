/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "tally.h"

#include <math.h>
#include <string.h>

#define ONE_AT_A_TIME 0.05

Tally *
tally_new (void)
{
  Tally *self = g_new0 (Tally, 1);

  self->nights_for_power = g_array_new (FALSE, FALSE, sizeof (double));
  return self;
}

void
tally_free (Tally *self)
{
  g_array_unref (self->nights_for_power);
  g_free (self);
}

double
share_of (Share share)
{
  return share.tries > 0 ? (double) share.hits / share.tries : 0;
}

static void
count (Share *share, gboolean hit)
{
  share->hits += hit;
  share->tries++;
}

static gboolean
is_flagged (const StnFinding *finding)
{
  return finding->verdict == STN_VERDICT_TRIGGER || finding->verdict == STN_VERDICT_PROTECTOR;
}

static gboolean
points_right (const StnFinding *finding, double truth)
{
  return (finding->verdict == STN_VERDICT_TRIGGER) == (truth > 0);
}

static void
add_coverage (Tally *self, const StnFinding *finding, double truth)
{
  if (!finding->estimate.known || !finding->unit_known)
    return;
  double odds_ratio = exp (truth * finding->unit);
  gboolean covers =
    finding->estimate.ci_low <= odds_ratio && odds_ratio <= finding->estimate.ci_high;

  count (&self->cover_all, covers);
  if (truth != 0)
    count (&self->cover_true, covers);
  if (is_flagged (finding))
    count (&self->cover_flagged, covers);
  if (fabs (truth * finding->unit) >= log (2.5) - 1e-9)
    count (&self->missed, finding->verdict == STN_VERDICT_UNLIKELY);
}

/* What one diary says, summed over its factors. */
typedef struct {
  guint n_flags;
  guint n_false_flags;
  gboolean false_confirmed;
  gboolean uncorrected;
  double least_chance;
} Sum;

static void
add_finding (Tally *self, const StnFinding *finding, double truth, Sum *sum)
{
  gboolean flagged = is_flagged (finding);

  add_coverage (self, finding, truth);
  sum->n_flags += flagged;
  if (finding->chance_slides > 0)
    sum->least_chance =
      MIN (sum->least_chance, (double) finding->chance_count / finding->chance_slides);
  if (truth == 0) {
    sum->n_false_flags += flagged;
    sum->false_confirmed |= flagged && finding->tier == STN_TIER_CONFIRMED;
    sum->uncorrected |= finding->estimate.known && finding->estimate.p_value < ONE_AT_A_TIME;
    return;
  }
  count (&self->power, flagged && points_right (finding, truth));
  if (finding->nights_for_power.known) {
    double nights = finding->nights_for_power.value;

    g_array_append_val (self->nights_for_power, nights);
  }
}

void
tally_add (Tally *self, const Person *person, const StnAnalysis *analysis)
{
  Sum sum = {.least_chance = 1};
  const StnFinding *copy = stn_analysis_get_finding (analysis, "exertion_again");
  const StnMedicineFinding *medicine = analysis->medicines->pdata[0];

  for (guint j = 0; j < person->input.n_factors; j++)
    add_finding (self, stn_analysis_get_finding (analysis, person->factors[j].name),
                 person->truths[j], &sum);
  self->n_diaries++;
  count (&self->any_likely, sum.n_false_flags > 0);
  count (&self->any_confirmed, sum.false_confirmed);
  count (&self->any_uncorrected, sum.uncorrected);
  count (&self->chance_05, sum.least_chance <= .05);
  count (&self->chance_10, sum.least_chance <= .10);
  self->discoveries += sum.n_flags > 0 ? (double) sum.n_false_flags / sum.n_flags : 0;
  if (medicine->verdict != STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA)
    count (&self->medicine, medicine->verdict != STN_MEDICINE_VERDICT_UNCLEAR);
  if (copy != NULL)
    count (&self->copies,
           is_flagged (copy) || is_flagged (stn_analysis_get_finding (analysis, "exertion")));
}

Tally *
tally_run (const Scenario *scenario, guint n_days, guint n_factors, guint n_diaries, guint64 seed)
{
  Tally *self = tally_new ();

  for (guint i = 0; i < n_diaries; i++) {
    g_autoptr (Person) person = person_new (scenario, n_days, n_factors, seed + i);
    g_autoptr (GError) error = NULL;
    g_autoptr (StnAnalysis) analysis = stn_analysis_run (&person->input, NULL, NULL, NULL, &error);

    g_assert_no_error (error);
    tally_add (self, person, analysis);
  }
  return self;
}
