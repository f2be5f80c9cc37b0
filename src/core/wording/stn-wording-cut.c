/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-cut.h"
#include "wording/stn-wording-parts.h"

#include <glib/gi18n.h>

static gboolean
is_same_cut (StnCut a, StnCut b)
{
  return a.side == b.side && a.value == b.value;
}

gboolean
stn_wording_knows_cut (const StnFinding *finding, const StnFactor *factor)
{
  const StnTrigger *trigger = stn_wording_trigger_of (factor);

  return trigger != NULL && finding->has_counts &&
         (is_same_cut (finding->cut, trigger->exposed_when) ||
          is_same_cut (finding->cut, trigger->exposed_when_male));
}

/* A person's own name is quoted: it can be any words, and no grammar bends it. */
static char *
quoted_name (const StnFactor *factor)
{
  g_autofree char *name = stn_wording_factor_name (factor);

  /* Translators: the name of a factor in quotation marks */
  return g_strdup_printf (C_ ("name of a factor", "“%s”"), name);
}

char *
stn_wording_exposed (const StnFinding *finding, const StnFactor *factor)
{
  g_autofree char *name = quoted_name (factor);

  if (stn_wording_knows_cut (finding, factor))
    return g_strdup (gettext (stn_wording_trigger_of (factor)->exposed));
  if (factor->kind == STN_FACTOR_BINARY)
    return g_steal_pointer (&name);
  if (finding->cut.side == STN_CUT_BELOW || finding->cut.side == STN_CUT_AT_OR_BELOW)
    /* Translators: the name of a factor in quotation marks; fits "More cramps go with less of “Screen time”" */
    return g_strdup_printf (_ ("less of %s"), name);
  /* Translators: the name of a factor in quotation marks; fits "More cramps go with more of “Screen time”" */
  return g_strdup_printf (_ ("more of %s"), name);
}

/* "more than 40 min" */
static char *
range_of (StnCut cut, const StnFactor *factor)
{
  g_autofree char *value = stn_wording_factor_value (factor, cut.value);

  switch (cut.side) {
  case STN_CUT_AT_OR_ABOVE:
    /* Translators: a value with its unit, "8 h or more" */
    return g_strdup_printf (_ ("%s or more"), value);
  case STN_CUT_ABOVE:
    return cut.value == 0 ? g_strdup (_ ("any amount"))
                          : g_strdup_printf (_ ("more than %s"), value);
  case STN_CUT_AT_OR_BELOW:
    return g_strdup_printf (_ ("%s or less"), value);
  case STN_CUT_BELOW:
    return g_strdup_printf (_ ("less than %s"), value);
  case STN_CUT_NONE:
    break;
  }
  g_return_val_if_reached (NULL);
}

char *
stn_wording_nights (const StnFinding *finding, const StnFactor *factor)
{
  g_autofree char *name = quoted_name (factor);
  g_autofree char *range = NULL;

  if (stn_wording_knows_cut (finding, factor))
    return g_strdup (gettext (stn_wording_trigger_of (factor)->nights));
  if (factor->kind == STN_FACTOR_BINARY)
    /* Translators: name of a factor in quotation marks; fits "Cramps on 5 of 9 nights with “Late meal”" */
    return g_strdup_printf (_ ("with %s"), name);
  range = range_of (finding->cut, factor);
  /* Translators: 1: name of a factor in quotation marks, 2: "more than 40 min";
   * fits "Cramps on 5 of 9 nights with “Screen time”: more than 40 min" */
  return g_strdup_printf (_ ("with %1$s: %2$s"), name, range);
}

char *
stn_wording_otherwise (const StnFinding *finding, const StnFactor *factor)
{
  const StnTrigger *trigger = stn_wording_trigger_of (factor);

  if (!stn_wording_knows_cut (finding, factor) || trigger->otherwise == NULL)
    /* Translators: the nights of the other side of a comparison */
    return g_strdup (_ ("Otherwise"));
  /* Translators: the nights of the other side: "Otherwise: enough to drink" */
  return g_strdup_printf (_ ("Otherwise: %s"), gettext (trigger->otherwise));
}

char *
stn_wording_cut (const StnFinding *finding, const StnFactor *factor)
{
  g_autofree char *exposed = NULL;
  g_autofree char *range = NULL;

  if (!finding->has_counts || factor->kind == STN_FACTOR_BINARY)
    return NULL;
  range = range_of (finding->cut, factor);
  if (!stn_wording_knows_cut (finding, factor))
    /* Translators: "more than 40 min" */
    return g_strdup_printf (_ ("The days are parted at the middle of your own values: %s."), range);
  exposed = stn_wording_exposed (finding, factor);
  /* Translators: 1: "little to drink", 2: "less than 1,500 ml (6 glasses)" */
  return g_strdup_printf (_ ("Here “%1$s” means %2$s."), exposed, range);
}
