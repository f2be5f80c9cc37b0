/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-sayings.h"

#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "knowledge/stn-advice.h"

/* The advice's own words, or those of the gate that holds for this person; a gate that says nothing leaves nothing to say. */
static void
add_saying (GArray *sayings, const StnAdvice *advice, StnSayingKind kind, const StnAbout *about)
{
  const StnGate *gate = stn_advice_find_gate (advice, stn_knowledge_get (), about);
  StnSaying saying = {
    .kind = kind,
    .text = gate != NULL ? gate->instead : advice->text,
    .factor = gate == NULL ? advice->factors[0] : NULL,
    .is_gated = gate != NULL,
  };
  g_autofree char *id = NULL;
  guint number = 0;

  if (saying.text == NULL)
    return;
  while (gate != NULL && advice->gates[number] != gate)
    number++;
  /* Other words are another thing that was not said yet. */
  id = gate != NULL ? g_strdup_printf ("advice.%s.%u", advice->id, number + 1)
                    : g_strdup_printf ("advice.%s", advice->id);
  saying.id = g_intern_string (id);
  g_array_append_val (sayings, saying);
}

static GArray *
list_sayings (const StnAbout *about)
{
  GArray *sayings = g_array_new (FALSE, FALSE, sizeof (StnSaying));
  const StnKnowledge *knowledge = stn_knowledge_get ();

  for (const StnAdvice *const *advice = stn_knowledge_list_selfcare (knowledge); *advice != NULL;
       advice++)
    add_saying (sayings, *advice, (*advice)->tonight ? STN_SAYING_TONIGHT : STN_SAYING_BY_DAY,
                about);
  for (const StnAdvice *const *advice = stn_knowledge_list_reliefs (knowledge); *advice != NULL;
       advice++)
    add_saying (sayings, *advice, STN_SAYING_RELIEF, about);
  return sayings;
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

GArray *
stn_diary_list_sayings (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (StnPerson) person = stn_diary_get_person (self, error);
  g_autoptr (GPtrArray) medicines = person == NULL ? NULL : stn_diary_list_medicines (self, error);
  g_autoptr (GPtrArray) conditions =
    medicines == NULL ? NULL : stn_diary_list_conditions (self, error);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  StnDate today = stn_date_of (now);
  g_autoptr (GPtrArray) class_ids = NULL;
  g_autoptr (GPtrArray) condition_ids = NULL;
  StnAbout about;

  if (conditions == NULL)
    return NULL;
  class_ids = list_classes (medicines, today);
  condition_ids = list_conditions (conditions, today);
  about = (StnAbout){
    .conditions = (const char *const *) condition_ids->pdata,
    .medicine_classes = (const char *const *) class_ids->pdata,
    .pregnant = stn_person_is_pregnant_on (person, conditions, today),
  };
  return list_sayings (&about);
}
