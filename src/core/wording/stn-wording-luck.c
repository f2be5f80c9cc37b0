/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-luck.h"

#include <glib/gi18n.h>
#include <math.h>

/* Above this many in 100 luck alone does it easily (analysis 1.12). */
#define EASILY_PER_100 25

static guint
count_checked (const StnAnalysis *analysis)
{
  guint n = 0;

  for (guint i = 0; i < analysis->findings->len; i++)
    n += ((const StnFinding *) g_ptr_array_index (analysis->findings, i))->chance_slides > 0;
  return n;
}

static char *
figure (double per_100)
{
  if (per_100 < 1)
    return g_strdup (_ ("Luck check: less than 1 in 100."));
  /* Translators: a number from 1 to 100 */
  return g_strdup_printf (_ ("Luck check: %d in 100."), (int) lround (per_100));
}

/* The diary itself is one of the slides that the figure counts, but none of the "ways" (contract). */
static char *
ways (const StnFinding *finding, guint n_factors, const char *exposed)
{
  guint n_ways = finding->chance_slides - 1, n_hits = finding->chance_count - 1;

  if (n_factors <= 1)
    return g_strdup_printf (
      /* Translators: 1: how many ways, 2: in how many of them, 3: "hard effort" */
      ngettext ("To see what luck alone does, your notes were shifted against your nights in %1$u "
                "way. In %2$u of them, %3$s looked as closely tied to cramps as in your diary.",
                "To see what luck alone does, your notes were shifted against your nights in %1$u "
                "ways. In %2$u of them, %3$s looked as closely tied to cramps as in your diary.",
                n_ways),
      n_ways, n_hits, exposed);
  return g_strdup_printf (
    /* Translators: 1: how many ways, 2: in how many of them, 3: number of factors, at least 2, 4: "hard effort" */
    ngettext ("To see what luck alone does, your notes were shifted against your nights in %1$u "
              "way. In %2$u of them, one or more of your %3$u factors looked as closely tied to "
              "cramps as %4$s in your diary.",
              "To see what luck alone does, your notes were shifted against your nights in %1$u "
              "ways. In %2$u of them, one or more of your %3$u factors looked as closely tied to "
              "cramps as %4$s in your diary.",
              n_ways),
    n_ways, n_hits, n_factors, exposed);
}

static char *
limits (const StnFinding *finding, const StnAnalysis *analysis, double per_100)
{
  if (per_100 > EASILY_PER_100)
    return g_strdup (_ ("Luck alone does this easily."));
  if (finding->chance_count > 1)
    return NULL;
  return g_strdup_printf (
    /* Translators: 1: number of nights, 2: how many ways there are to shift them */
    ngettext ("%1$u night cannot show less than 1 in %2$u.",
              "%1$u nights cannot show less than 1 in %2$u.", analysis->nights),
    analysis->nights, finding->chance_slides);
}

char *
stn_wording_luck (const StnFinding *finding, const StnAnalysis *analysis, const char *exposed)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *last = NULL;
  double per_100;

  if (finding->chance_slides == 0)
    return NULL;
  per_100 = 100.0 * finding->chance_count / finding->chance_slides;
  first = figure (per_100);
  second = ways (finding, count_checked (analysis), exposed);
  third = limits (finding, analysis, per_100);
  last = g_strdup (_ ("This is not the chance that the factor has no part in it. It cannot tell "
                      "when a bad night changes how a day is remembered."));
  return third != NULL ? g_strjoin (" ", first, second, third, last, NULL)
                       : g_strjoin (" ", first, second, last, NULL);
}
