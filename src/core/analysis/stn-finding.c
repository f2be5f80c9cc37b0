/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-finding.h"

void
stn_finding_free (StnFinding *self)
{
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

void
stn_finding_set_difference (StnFinding *self)
{
  if (!self->estimate.known || self->nights_without == 0)
    return;
  double without = (double) self->cramps_without / self->nights_without;

  self->diff_known = TRUE;
  self->diff_per_100 = difference_per_100 (without, self->estimate.odds_ratio);
  self->diff_low = difference_per_100 (without, self->estimate.ci_low);
  self->diff_high = difference_per_100 (without, self->estimate.ci_high);
}

void
stn_finding_withhold (StnFinding *self)
{
  if (self->tier == STN_TIER_NONE)
    return;
  self->tier = STN_TIER_NONE;
  if (self->verdict != STN_VERDICT_UNLIKELY)
    self->verdict = STN_VERDICT_UNCLEAR;
  g_strfreev (self->entangled_with);
  self->entangled_with = g_new0 (char *, 1);
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
