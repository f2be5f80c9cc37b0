/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-rivals.h"
#include "analysis/stn-dot.h"
#include "analysis/stn-score.h"

#include <math.h>

#define CORRELATED 0.30
#define RIVAL_PRECISION 0.05
#define STILL_NEEDED 0.10

static double
sum_of (const double *values, guint n)
{
  double sum = 0;

  for (guint i = 0; i < n; i++)
    sum += values[i];
  return sum;
}

/* Pearson's correlation of two coded columns; what is not recorded stands at the mean. */
static double
correlate (const double *a, const double *b, guint n)
{
  double mean_a = sum_of (a, n) / n, mean_b = sum_of (b, n) / n;
  double both = stn_dot (a, b, n) - n * mean_a * mean_b;
  double own_a = stn_dot (a, a, n) - n * mean_a * mean_a;
  double own_b = stn_dot (b, b, n) - n * mean_b * mean_b;

  return own_a > 0 && own_b > 0 ? both / sqrt (own_a * own_b) : 0;
}

GArray *
stn_rivals_find (const StnSelection *selection,
                 const StnCalendar *calendar,
                 const StnCandidate *candidates,
                 guint chosen)
{
  GArray *rivals = g_array_new (FALSE, FALSE, sizeof (guint));
  const StnCandidate *suspect = &candidates[chosen];

  for (guint j = 0; j < selection->n_candidates; j++) {
    const StnTerm rival = {candidates[j].values, STN_PENALTY_NORMAL, RIVAL_PRECISION};

    if (j == chosen ||
        fabs (correlate (suspect->values, candidates[j].values, calendar->n_nights)) < CORRELATED)
      continue;
    g_autoptr (StnFit) fit = stn_selection_fit_without (selection, calendar, chosen, j, &rival);
    double z = stn_score_z (fit, suspect->values);
    if (stn_score_directed (z, suspect->expected) > STILL_NEEDED)
      g_array_append_val (rivals, j);
  }
  return rivals;
}
