/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-difference.h"
#include "wording/stn-wording-parts.h"

#include <glib/gi18n.h>
#include <math.h>

/* Points of a scale are whole: of so many and more a part of one is within what is likely. */
#define WHOLE_POINTS 3

/* "per 4.1 h more": the step behind the odds ratio, as finely as it means anything, towards the exposed side. NULL for
 * yes and no. */
static char *
step_of (const StnFinding *finding, const StnFactor *factor)
{
  gboolean down = finding->has_counts &&
                  (finding->cut.side == STN_CUT_BELOW || finding->cut.side == STN_CUT_AT_OR_BELOW);
  double step = finding->unit >= 10 ? round (finding->unit) : round (10 * finding->unit) / 10;
  g_autofree char *amount = NULL;

  if (factor->kind == STN_FACTOR_BINARY || !finding->unit_known)
    return NULL;
  if (factor->kind == STN_FACTOR_SCALE) {
    if (step >= WHOLE_POINTS)
      step = round (step);
    amount = stn_wording_number (step);
    if (down)
      /* Translators: a number of points on a scale; fits "12 more cramp nights in 100 per 3 points less" */
      return g_strdup_printf (
        ngettext ("per %s point less", "per %s points less", stn_wording_plural (step)), amount);
    /* Translators: a number of points on a scale; fits "12 more cramp nights in 100 per 3 points more" */
    return g_strdup_printf (
      ngettext ("per %s point more", "per %s points more", stn_wording_plural (step)), amount);
  }
  if (stn_unit_is_clock (factor->unit)) {
    amount = stn_wording_amount (step, "min");
    if (down)
      /* Translators: a number of minutes or hours; fits "12 more cramp nights in 100 per 30 min earlier" */
      return g_strdup_printf (_ ("per %s earlier"), amount);
    /* Translators: a number of minutes or hours; fits "12 more cramp nights in 100 per 30 min later" */
    return g_strdup_printf (_ ("per %s later"), amount);
  }
  amount = stn_wording_amount (step, factor->unit);
  if (down)
    /* Translators: a number with its unit; fits "12 more cramp nights in 100 per 400 ml less" */
    return g_strdup_printf (_ ("per %s less"), amount);
  /* Translators: a number with its unit; fits "12 more cramp nights in 100 per 4 h more" */
  return g_strdup_printf (_ ("per %s more"), amount);
}

static char *
change (int nights)
{
  guint n = (guint) ABS (nights);

  if (nights == 0)
    return g_strdup (_ ("About as many cramp nights in 100"));
  if (nights > 0)
    return g_strdup_printf (
      ngettext ("%u more cramp night in 100", "%u more cramp nights in 100", n), n);
  return g_strdup_printf (
    ngettext ("%u fewer cramp night in 100", "%u fewer cramp nights in 100", n), n);
}

static char *
likely (int low, int high)
{
  if (low >= 0)
    /* Translators: numbers of cramp nights in 100 */
    return g_strdup_printf (_ ("likely between %1$d and %2$d more"), low, high);
  if (high <= 0)
    /* Translators: numbers of cramp nights in 100 */
    return g_strdup_printf (_ ("likely between %1$d and %2$d fewer"), -high, -low);
  /* Translators: numbers of cramp nights in 100 */
  return g_strdup_printf (_ ("likely between %1$d fewer and %2$d more"), -low, high);
}

char *
stn_wording_difference (const StnFinding *finding, const StnFactor *factor)
{
  g_autofree char *step = NULL;
  g_autofree char *nights = NULL;
  g_autofree char *range = NULL;
  StnDifference difference;

  if (!stn_finding_get_difference (finding, &difference))
    return NULL;
  step = step_of (finding, factor);
  nights = change ((int) lround (difference.value));
  range = likely ((int) lround (difference.low), (int) lround (difference.high));
  if (step == NULL)
    /* Translators: 1: "23 more cramp nights in 100", 2: "likely between 9 and 37 more" */
    return g_strdup_printf (C_ ("difference", "%1$s, %2$s"), nights, range);
  /* Translators: 1: "12 more cramp nights in 100", 2: "per 4 h more", 3: "likely between 3 and 21 more" */
  return g_strdup_printf (C_ ("difference", "%1$s %2$s, %3$s"), nights, step, range);
}
