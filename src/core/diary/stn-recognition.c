/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-recognition.h"

/* Who types one name means that medicine, not a tablet of it and another one. */
static gboolean
is_as_good (StnNameMatch match, StnNameMatch best)
{
  return match.kind == best.kind && match.slips == best.slips && (match.whole || !best.whole);
}

const StnMedicineClass *
stn_recognise_medicine (const char *name, GArray **ret_matches)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_autoptr (GArray) matches = stn_medicine_match (stn_knowledge_get (), name, 0);
  const StnMedicineClass *found = NULL;
  gboolean is_one = TRUE;
  guint n = 0;

  for (; n < matches->len; n++) {
    const StnMedicineMatch *match = &g_array_index (matches, StnMedicineMatch, n);

    if (!is_as_good (match->match, g_array_index (matches, StnMedicineMatch, 0).match))
      break;
    is_one &= found == NULL || found == match->medicine_class;
    found = match->medicine_class;
  }
  g_array_set_size (matches, n);
  if (ret_matches != NULL)
    *ret_matches = g_steal_pointer (&matches);
  return is_one ? found : NULL;
}

const StnCondition *
stn_recognise_condition (const char *name, GArray **ret_matches)
{
  g_return_val_if_fail (name != NULL, NULL);
  g_autoptr (GArray) matches = stn_condition_match (stn_knowledge_get (), name, 0);
  const StnCondition *found = NULL;
  guint n = 0;

  for (; n < matches->len; n++) {
    const StnConditionMatch *match = &g_array_index (matches, StnConditionMatch, n);

    if (!is_as_good (match->match, g_array_index (matches, StnConditionMatch, 0).match))
      break;
    found = match->condition;
  }
  g_array_set_size (matches, n);
  if (ret_matches != NULL)
    *ret_matches = g_steal_pointer (&matches);
  return n == 1 ? found : NULL;
}
