/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-finding.h"
#include "analysis/stn-publication.h"

void
stn_finding_free (StnFinding *self)
{
  g_free (self->name);
  g_strfreev (self->entangled_with);
  stn_publication_free (self->publication);
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

static void
show (StnFinding *self, StnVerdict verdict, StnTier tier, char **entangled_with)
{
  self->verdict = verdict;
  self->tier = tier;
  g_strfreev (self->entangled_with);
  self->entangled_with = entangled_with != NULL ? g_strdupv (entangled_with) : g_new0 (char *, 1);
}

void
stn_finding_show_published (StnFinding *self)
{
  const StnPublished *last =
    self->publication != NULL ? stn_publication_get_last (self->publication) : NULL;
  gboolean has_no_opinion =
    self->verdict == STN_VERDICT_NOT_ENOUGH_DATA || self->verdict == STN_VERDICT_NO_CONTRAST;

  if (last != NULL && last->tier != STN_TIER_NONE)
    show (self, last->verdict, last->tier, self->publication->entangled_with);
  else if (last != NULL && last->verdict == STN_VERDICT_UNLIKELY && !has_no_opinion)
    show (self, STN_VERDICT_UNLIKELY, STN_TIER_NONE, NULL);
  else if (!has_no_opinion)
    show (self, STN_VERDICT_UNCLEAR, STN_TIER_NONE, NULL);
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
