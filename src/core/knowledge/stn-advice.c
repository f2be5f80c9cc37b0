/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-advice.h"
#include "knowledge/stn-condition.h"
#include "knowledge/stn-medicine-class.h"

static gboolean
has_condition (const StnGate *gate, const StnKnowledge *knowledge, const char *id)
{
  const StnCondition *condition = stn_knowledge_get_condition (knowledge, id);

  for (guint i = 0; condition != NULL && gate->conditions[i] != NULL; i++)
    if (stn_condition_is (condition, gate->conditions[i]))
      return TRUE;
  return FALSE;
}

static gboolean
has_medicine (const StnGate *gate, const StnKnowledge *knowledge, const char *id)
{
  const StnMedicineClass *medicine_class = stn_knowledge_get_medicine_class (knowledge, id);

  for (guint i = 0; medicine_class != NULL && gate->medicines[i] != NULL; i++)
    if (stn_medicine_class_is (medicine_class, gate->medicines[i]))
      return TRUE;
  return FALSE;
}

static gboolean
holds (const StnGate *gate, const StnKnowledge *knowledge, const StnAbout *about)
{
  const char *const *conditions = about->conditions, *const *classes = about->medicine_classes;

  if (gate->pregnant && about->pregnant == STN_ANSWER_YES)
    return TRUE;
  for (guint i = 0; conditions != NULL && conditions[i] != NULL; i++)
    if (has_condition (gate, knowledge, conditions[i]))
      return TRUE;
  for (guint i = 0; classes != NULL && classes[i] != NULL; i++)
    if (has_medicine (gate, knowledge, classes[i]))
      return TRUE;
  return FALSE;
}

const StnGate *
stn_advice_find_gate (const StnAdvice *self, const StnKnowledge *knowledge, const StnAbout *about)
{
  g_return_val_if_fail (self != NULL && knowledge != NULL, NULL);
  for (guint i = 0; about != NULL && self->gates != NULL && self->gates[i] != NULL; i++)
    if (holds (self->gates[i], knowledge, about))
      return self->gates[i];
  return NULL;
}

const char *
stn_advice_get_text (const StnAdvice *self, const StnKnowledge *knowledge, const StnAbout *about)
{
  const StnGate *gate = stn_advice_find_gate (self, knowledge, about);

  return gate != NULL ? gate->instead : self->text;
}
