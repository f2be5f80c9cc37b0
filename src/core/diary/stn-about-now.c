/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-about-now.h"

#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"

void
stn_about_now_free (StnAboutNow *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->medicines, g_ptr_array_unref);
  g_clear_pointer (&self->condition_ids, g_ptr_array_unref);
  g_clear_pointer (&self->class_ids, g_ptr_array_unref);
  g_free (self);
}

static GPtrArray *
list_classes (const GPtrArray *medicines, StnDate today)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);

    if (medicine->class_id != NULL && stn_medicine_is_in_use_on (medicine, today))
      g_ptr_array_add (ids, medicine->class_id);
  }
  g_ptr_array_add (ids, NULL);
  return ids;
}

static GPtrArray *
list_conditions (const GPtrArray *conditions, StnDate today)
{
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < conditions->len; i++) {
    const StnPersonCondition *condition = g_ptr_array_index (conditions, i);

    if (condition->condition_id != NULL && stn_person_condition_holds_on (condition, today))
      g_ptr_array_add (ids, condition->condition_id);
  }
  g_ptr_array_add (ids, NULL);
  return ids;
}

StnAboutNow *
stn_diary_read_about (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (StnAboutNow) now = g_new0 (StnAboutNow, 1);
  g_autoptr (StnPerson) person = stn_diary_get_person (self, error);
  g_autoptr (GDateTime) time = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  StnDate today = stn_date_of (time);

  now->medicines = person == NULL ? NULL : stn_diary_list_medicines (self, error);
  now->conditions = now->medicines == NULL ? NULL : stn_diary_list_conditions (self, error);
  if (now->conditions == NULL)
    return NULL;
  now->class_ids = list_classes (now->medicines, today);
  now->condition_ids = list_conditions (now->conditions, today);
  now->about = (StnAbout){
    .conditions = (const char *const *) now->condition_ids->pdata,
    .medicine_classes = (const char *const *) now->class_ids->pdata,
    .pregnant = stn_person_is_pregnant_on (person, now->conditions, today),
  };
  return g_steal_pointer (&now);
}

const char *
stn_about_now_find_care (const StnAboutNow *self, const char *slug)
{
  g_return_val_if_fail (self != NULL && slug != NULL, NULL);
  const StnKnowledge *knowledge = stn_knowledge_get ();

  for (const StnAdvice *const *advice = stn_knowledge_list_selfcare (knowledge); *advice != NULL;
       advice++) {
    const StnGate *gate = g_strv_contains ((*advice)->factors, slug)
                            ? stn_advice_find_gate (*advice, knowledge, &self->about)
                            : NULL;

    if (gate != NULL && gate->instead != NULL)
      return gate->instead;
  }
  return NULL;
}
