/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-stretch-routine.h"

#include "knowledge/stn-condition.h"
#include "knowledge/stn-knowledge-catalogue.h"

gboolean
stn_stretch_gate_is_for (const StnStretchGate *self, const StnStretchPlan *plan)
{
  g_return_val_if_fail (self != NULL && plan != NULL, FALSE);

  for (guint i = 0; i < plan->exercises->len; i++)
    if (g_strv_contains (self->exercises, g_ptr_array_index (plan->exercises, i)))
      return TRUE;
  return FALSE;
}

static gboolean
has_condition (const StnStretchGate *self, const StnKnowledge *knowledge, const char *id)
{
  const StnCondition *condition = stn_knowledge_get_condition (knowledge, id);

  for (guint i = 0; condition != NULL && self->conditions[i] != NULL; i++)
    if (stn_condition_is (condition, self->conditions[i]))
      return TRUE;
  return FALSE;
}

gboolean
stn_stretch_gate_holds (const StnStretchGate *self,
                        const StnKnowledge *knowledge,
                        const StnAbout *about,
                        const char *const *signs)
{
  g_return_val_if_fail (self != NULL && knowledge != NULL && about != NULL, FALSE);

  if (self->pregnant && about->pregnant == STN_ANSWER_YES)
    return TRUE;
  for (guint i = 0; about->conditions != NULL && about->conditions[i] != NULL; i++)
    if (has_condition (self, knowledge, about->conditions[i]))
      return TRUE;
  for (guint i = 0; signs != NULL && signs[i] != NULL; i++)
    if (g_strv_contains (self->signs, signs[i]))
      return TRUE;
  return FALSE;
}

StnStretchPlan *
stn_stretch_routine_get_plan (const StnStretchRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnStretchPlan *plan = stn_stretch_plan_new (self->id);

  for (guint i = 0; self->exercises[i] != NULL; i++)
    stn_stretch_plan_add (plan, &self->exercises[i]->dose);
  return plan;
}

int
stn_stretch_routine_get_seconds (const StnStretchRoutine *self)
{
  g_return_val_if_fail (self != NULL, 0);
  g_autoptr (StnStretchPlan) plan = stn_stretch_routine_get_plan (self);

  return stn_stretch_plan_get_seconds (plan, 0);
}

const StnStretchExercise *
stn_knowledge_get_stretch_exercise (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  const StnStretchExercise *const *exercises = stn_knowledge_list_stretch_exercises (self);

  for (guint i = 0; exercises[i] != NULL; i++)
    if (g_str_equal (exercises[i]->id, id))
      return exercises[i];
  return NULL;
}

const StnStretchRoutine *
stn_knowledge_get_stretch_routine (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  const StnStretchRoutine *const *routines = stn_knowledge_list_stretch_routines (self);

  for (guint i = 0; routines[i] != NULL; i++)
    if (g_str_equal (routines[i]->id, id))
      return routines[i];
  return NULL;
}

const StnStretchRoutine *const *
stn_knowledge_list_stretch_routines (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnStretchRoutine *const *) self->stretch_routines->pdata;
}

const StnStretchNote *const *
stn_knowledge_list_stretch_notes (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnStretchNote *const *) self->stretch_notes->pdata;
}

const StnStretchExercise *const *
stn_knowledge_list_stretch_exercises (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnStretchExercise *const *) self->stretch_exercises->pdata;
}

const StnStretchGate *const *
stn_knowledge_list_stretch_gates (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnStretchGate *const *) self->stretch_gates->pdata;
}
