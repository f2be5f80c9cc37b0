/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-known-records.h"

#include "knowledge/stn-condition.h"
#include "knowledge/stn-medicine-class.h"
#include "model/stn-medicine.h"
#include "model/stn-person-condition.h"

#define NEW_DAYS 84 /* clinical 3.1, T12 */

static void
count (StnKnownTrigger *known, StnAnswer is_there)
{
  known->days_recorded += is_there != STN_ANSWER_UNKNOWN;
  known->days_present += is_there == STN_ANSWER_YES;
}

/* Without a trigger when the catalogue is damaged. */
static StnKnownTrigger
known_of_trigger (const char *slug)
{
  const StnTrigger *trigger = stn_knowledge_get_trigger (stn_knowledge_get (), slug);

  if (trigger == NULL)
    return (StnKnownTrigger){.kind = STN_KNOWN_DAY};
  return (StnKnownTrigger){
    .kind = STN_KNOWN_DAY,
    .slug = trigger->slug,
    .trigger = trigger,
    .present_when = trigger->exposed_when,
    .grade = trigger->grade,
    .evidence = trigger->evidence,
    .sources = trigger->sources,
  };
}

static void
add_medicine (GPtrArray *known, const StnMedicine *medicine, const GPtrArray *nights)
{
  const StnMedicineClass *of =
    medicine->class_id != NULL
      ? stn_knowledge_get_medicine_class (stn_knowledge_get (), medicine->class_id)
      : NULL;
  StnKnownTrigger entry = {.kind = STN_KNOWN_MEDICINE, .name = medicine->name};

  if (of == NULL || of->treatment || of->on.grade == STN_GRADE_N)
    return;
  entry.slug = of->id;
  entry.grade = of->on.grade;
  entry.evidence = of->evidence;
  entry.ask = of->ask;
  entry.sources = of->on.sources;
  for (guint i = 0; i < nights->len; i++)
    count (&entry,
           stn_medicine_is_taken_on (medicine, ((StnNight *) g_ptr_array_index (nights, i))->key));
  g_ptr_array_add (known, stn_known_trigger_copy (&entry));
}

/* Whether any of them was new on that day. */
static StnAnswer
is_any_new (const GPtrArray *medicines, StnDate date)
{
  StnAnswer any = STN_ANSWER_NO;

  for (guint i = 0; i < medicines->len; i++) {
    StnAnswer is_new = stn_medicine_is_new_on (g_ptr_array_index (medicines, i), date, NEW_DAYS);

    if (is_new == STN_ANSWER_YES)
      return STN_ANSWER_YES;
    if (is_new == STN_ANSWER_UNKNOWN)
      any = STN_ANSWER_UNKNOWN;
  }
  return any;
}

static void
add_new_medicine (GPtrArray *known,
                  const GPtrArray *medicines,
                  const GPtrArray *nights,
                  StnDate today)
{
  StnKnownTrigger entry = known_of_trigger ("medicine-change");

  if (entry.trigger == NULL || is_any_new (medicines, today) != STN_ANSWER_YES)
    return;
  for (guint i = 0; i < nights->len; i++)
    count (&entry, is_any_new (medicines, ((StnNight *) g_ptr_array_index (nights, i))->key));
  g_ptr_array_add (known, stn_known_trigger_copy (&entry));
}

void
stn_known_medicines_add (GPtrArray *known,
                         const GPtrArray *medicines,
                         const GPtrArray *nights,
                         StnDate today)
{
  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);

    if (stn_medicine_is_in_use_on (medicine, today))
      add_medicine (known, medicine, nights);
  }
  add_new_medicine (known, medicines, nights, today);
}

/* T23: from the 13th week on; how far it is may not be known. */
static void
add_pregnancy (GPtrArray *known,
               const GPtrArray *conditions,
               const GPtrArray *nights,
               StnDate today)
{
  StnKnownTrigger entry = known_of_trigger ("pregnancy");
  StnOptInt week = stn_person_conditions_get_pregnancy_week (conditions, today);

  if (entry.trigger == NULL || (week.known && !stn_cut_holds (entry.present_when, week.value)))
    return;
  for (guint i = 0; i < nights->len; i++) {
    StnDate key = ((StnNight *) g_ptr_array_index (nights, i))->key;
    StnOptInt then = stn_person_conditions_get_pregnancy_week (conditions, key);

    if (then.known)
      count (&entry,
             stn_cut_holds (entry.present_when, then.value) ? STN_ANSWER_YES : STN_ANSWER_NO);
  }
  if (week.known)
    entry.latest = STN_KNOWN_REAL (week.value);
  g_ptr_array_add (known, stn_known_trigger_copy (&entry));
}

static gboolean
has_slug (const GPtrArray *known, const char *slug)
{
  for (guint i = 0; i < known->len; i++)
    if (g_str_equal (((StnKnownTrigger *) g_ptr_array_index (known, i))->slug, slug))
      return TRUE;
  return FALSE;
}

static void
add_condition (GPtrArray *known,
               const StnCondition *condition,
               const StnPersonCondition *of,
               const GPtrArray *nights)
{
  StnKnownTrigger entry = {
    .kind = STN_KNOWN_CONDITION,
    .slug = condition->id,
    .name = (char *) condition->name,
    .grade = condition->on.grade,
    .evidence = condition->evidence,
    .sources = condition->on.sources,
  };

  for (guint i = 0; i < nights->len; i++) {
    StnDate key = ((StnNight *) g_ptr_array_index (nights, i))->key;

    count (&entry, stn_person_condition_holds_on (of, key) ? STN_ANSWER_YES : STN_ANSWER_NO);
  }
  g_ptr_array_add (known, stn_known_trigger_copy (&entry));
}

void
stn_known_conditions_add (GPtrArray *known,
                          const GPtrArray *conditions,
                          const GPtrArray *nights,
                          StnDate today)
{
  for (guint i = 0; i < conditions->len; i++) {
    const StnPersonCondition *of = g_ptr_array_index (conditions, i);
    const StnCondition *condition;

    if (of->condition_id == NULL || !stn_person_condition_holds_on (of, today))
      continue;
    if (g_str_equal (of->condition_id, STN_CONDITION_PREGNANCY)) {
      add_pregnancy (known, conditions, nights, today);
      continue;
    }
    condition = stn_knowledge_get_condition (stn_knowledge_get (), of->condition_id);
    if (condition != NULL && condition->on.grade != STN_GRADE_N && !has_slug (known, condition->id))
      add_condition (known, condition, of, nights);
  }
}
