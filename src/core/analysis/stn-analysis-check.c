/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-analysis-check.h"

#include <math.h>

static gboolean
refuse (GError **error, const char *what, const char *name, const char *why)
{
  g_set_error (error, STN_ANALYSIS_ERROR, STN_ANALYSIS_ERROR_BAD_INPUT, "%s '%s' %s", what, name,
               why);
  return FALSE;
}

static gboolean
check_nights (const StnAnalysisInput *input, GError **error)
{
  char text[STN_DATE_TEXT_SIZE];

  for (guint i = 0; i < input->n_nights; i++) {
    const char *date = stn_date_to_text (input->dates[i], text);

    if (!stn_date_is_set (input->dates[i]))
      return refuse (error, "night", "", "has no date");
    if (i > 0 && stn_date_compare (input->dates[i - 1], input->dates[i]) >= 0)
      return refuse (error, "night", date, "does not come after the one before it");
    if (input->cramps[i] < 0)
      return refuse (error, "night", date, "has a negative number of cramps");
  }
  return TRUE;
}

static gboolean
check_factor (const StnAnalysisFactor *factor, guint n_nights, GError **error)
{
  if (!(factor->weight > 0) || isinf (factor->weight))
    return refuse (error, "factor", factor->name, "has a weight that is not positive");
  for (guint i = 0; i < n_nights; i++) {
    if (isinf (factor->values[i]))
      return refuse (error, "factor", factor->name, "has an infinite value");
    if (factor->kind == STN_FACTOR_BINARY && !isnan (factor->values[i]) && factor->values[i] != 0 &&
        factor->values[i] != 1)
      return refuse (error, "factor", factor->name, "has a value that is neither yes nor no");
  }
  return TRUE;
}

gboolean
stn_analysis_check (const StnAnalysisInput *input, GError **error)
{
  g_autoptr (GHashTable) names = g_hash_table_new (g_str_hash, g_str_equal);

  if (!check_nights (input, error))
    return FALSE;
  for (guint j = 0; j < input->n_factors; j++) {
    if (!g_hash_table_add (names, (gpointer) input->factors[j].name))
      return refuse (error, "factor", input->factors[j].name, "is there twice");
    if (!check_factor (&input->factors[j], input->n_nights, error))
      return FALSE;
  }
  for (guint i = 0; i < input->n_medicines; i++)
    if (!stn_date_is_set (input->medicines[i].date))
      return refuse (error, "medicine", input->medicines[i].name, "has a change without a date");
  for (guint i = 0; i < input->n_reliefs; i++)
    if (!isfinite (input->reliefs[i].minutes) || input->reliefs[i].minutes < 0)
      return refuse (error, "relief", input->reliefs[i].name, "has a time that cannot be");
  return TRUE;
}
