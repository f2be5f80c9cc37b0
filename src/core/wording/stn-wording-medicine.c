/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-medicine.h"

#include "wording/stn-wording-evidence.h"
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

/* Medicines */

char *
stn_wording_medicine_usage (const StnMedicine *medicine, StnDate today)
{
  const char *dose = stn_medicine_get_dose_on (medicine, today);
  const char *schedule = medicine->schedule;

  if (schedule == NULL && medicine->as_needed)
    schedule = _ ("when needed");
  if (dose == NULL)
    return schedule == NULL ? NULL : stn_wording_capital (g_strdup (schedule));
  if (schedule == NULL)
    return g_strdup (dose);
  /* Translators: 1: dose of a medicine, "2.5 mg", 2: when it is taken, "one in the morning" */
  return g_strdup_printf (C_ ("medicine", "%1$s, %2$s"), dose, schedule);
}

static char *
dose_status (const StnMedicineChange *change, const char *date)
{
  switch (change->direction) {
  case STN_DOSE_CHANGE_RAISED:
    /* Translators: a date */
    return g_strdup_printf (_ ("Dose raised %s"), date);
  case STN_DOSE_CHANGE_LOWERED:
    /* Translators: a date */
    return g_strdup_printf (_ ("Dose lowered %s"), date);
  case STN_DOSE_CHANGE_UNKNOWN:
    break;
  }
  /* Translators: a date */
  return g_strdup_printf (_ ("Dose changed %s"), date);
}

char *
stn_wording_medicine_status (const StnMedicine *medicine, StnDate today)
{
  const StnMedicineChange *change = stn_medicine_get_last_change (medicine);
  g_autofree char *date = NULL;

  g_return_val_if_fail (change != NULL, NULL);
  if (!stn_date_is_set (change->date))
    return g_strdup (_ ("Since when is not known"));
  date = stn_wording_date_brief (change->date, today);
  switch (change->event) {
  case STN_MEDICINE_START:
    /* Translators: a date; a medicine is taken since then */
    return g_strdup_printf (_ ("Since %s"), date);
  case STN_MEDICINE_STOP:
    /* Translators: a date; a medicine is not taken since then */
    return g_strdup_printf (_ ("Stopped %s"), date);
  case STN_MEDICINE_DOSE:
    return dose_status (change, date);
  }
  g_return_val_if_reached (NULL);
}

static char *
dose_change (const StnMedicineChange *change)
{
  if (change->dose == NULL)
    return g_strdup (change->direction == STN_DOSE_CHANGE_RAISED    ? _ ("Dose raised")
                     : change->direction == STN_DOSE_CHANGE_LOWERED ? _ ("Dose lowered")
                                                                    : _ ("Dose changed"));
  switch (change->direction) {
  case STN_DOSE_CHANGE_RAISED:
    /* Translators: a dose, "5 mg" */
    return g_strdup_printf (_ ("Dose raised to %s"), change->dose);
  case STN_DOSE_CHANGE_LOWERED:
    /* Translators: a dose, "5 mg" */
    return g_strdup_printf (_ ("Dose lowered to %s"), change->dose);
  case STN_DOSE_CHANGE_UNKNOWN:
    break;
  }
  /* Translators: a dose, "5 mg" */
  return g_strdup_printf (_ ("Dose changed to %s"), change->dose);
}

char *
stn_wording_medicine_change (const StnMedicineChange *change)
{
  switch (change->event) {
  case STN_MEDICINE_START:
    if (change->dose == NULL)
      return g_strdup (C_ ("medicine", "Started"));
    /* Translators: a medicine was started; a dose, "5 mg" */
    return g_strdup_printf (C_ ("medicine", "Started, %s"), change->dose);
  case STN_MEDICINE_STOP:
    return g_strdup (C_ ("medicine", "Stopped"));
  case STN_MEDICINE_DOSE:
    return dose_change (change);
  }
  g_return_val_if_reached (NULL);
}

char *
stn_wording_known_date (StnDate date, StnDate today)
{
  return stn_date_is_set (date) ? stn_wording_date_brief (date, today)
                                : g_strdup (C_ ("date", "Not known"));
}

const char *
stn_wording_medicine_class_name (const char *class_id)
{
  const StnMedicineClass *medicine_class =
    class_id == NULL ? NULL : stn_knowledge_get_medicine_class (stn_knowledge_get (), class_id);

  return medicine_class == NULL ? _ ("Class not known") : gettext (medicine_class->name);
}

static int
by_newest_change (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (stn_medicine_get_last_change (*(const StnMedicine *const *) b)->date,
                           stn_medicine_get_last_change (*(const StnMedicine *const *) a)->date);
}

/* What was changed within the last year is news. */
#define NEWS_DAYS 365

static char *
news_of (const StnMedicineChange *change, const char *name, const char *date)
{
  if (change->event == STN_MEDICINE_START)
    /* Translators: 1: the name of a medicine, 2: a date */
    return g_strdup_printf (_ ("%1$s (since %2$s)"), name, date);
  switch (change->direction) {
  case STN_DOSE_CHANGE_RAISED:
    /* Translators: 1: the name of a medicine, 2: a date */
    return g_strdup_printf (_ ("%1$s (dose raised %2$s)"), name, date);
  case STN_DOSE_CHANGE_LOWERED:
    /* Translators: 1: the name of a medicine, 2: a date */
    return g_strdup_printf (_ ("%1$s (dose lowered %2$s)"), name, date);
  case STN_DOSE_CHANGE_UNKNOWN:
    break;
  }
  /* Translators: 1: the name of a medicine, 2: a date */
  return g_strdup_printf (_ ("%1$s (dose changed %2$s)"), name, date);
}

static char *
in_line (const StnMedicine *medicine, StnDate today)
{
  const StnMedicineChange *change = stn_medicine_get_last_change (medicine);
  g_autofree char *date = NULL;

  if (medicine->as_needed)
    /* Translators: the name of a medicine */
    return g_strdup_printf (_ ("%s when needed"), medicine->name);
  if (!stn_date_is_set (change->date) || stn_date_days_between (change->date, today) > NEWS_DAYS)
    return g_strdup (medicine->name);
  date = stn_wording_date_brief (change->date, today);
  return news_of (change, medicine->name, date);
}

static char *
add_to_line (char *line, char *part)
{
  char *longer;

  if (line == NULL)
    return part;
  /* Translators: parts the things in a list */
  longer = g_strconcat (line, C_ ("list", ", "), part, NULL);
  g_free (line);
  g_free (part);
  return longer;
}

char *
stn_wording_medicines_line (const GPtrArray *medicines, StnDate today)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  char *line = NULL;

  for (guint i = 0; i < medicines->len; i++)
    if (stn_medicine_is_in_use_on (g_ptr_array_index (medicines, i), today))
      g_ptr_array_add (sorted, g_ptr_array_index (medicines, i));
  g_ptr_array_sort (sorted, by_newest_change);
  for (guint i = 0; i < sorted->len; i++)
    line = add_to_line (line, in_line (g_ptr_array_index (sorted, i), today));
  return line;
}

/* Conditions */

const char *
stn_wording_condition_name (const StnPersonCondition *condition)
{
  const StnCondition *known =
    condition->condition_id == NULL
      ? NULL
      : stn_knowledge_get_condition (stn_knowledge_get (), condition->condition_id);

  if (known != NULL)
    return gettext (known->name);
  return condition->own_words != NULL ? condition->own_words : condition->condition_id;
}

char *
stn_wording_condition_dates (const StnPersonCondition *condition, StnDate today)
{
  g_autofree char *since = stn_wording_known_date (condition->since, today);
  g_autofree char *until = stn_wording_known_date (condition->until, today);

  if (!stn_date_is_set (condition->since) && !stn_date_is_set (condition->until))
    return g_strdup (_ ("Since when is not known"));
  if (!stn_date_is_set (condition->until))
    return g_strdup_printf (_ ("Since %s"), since);
  if (!stn_date_is_set (condition->since))
    /* Translators: a date; a condition was there until then */
    return g_strdup_printf (_ ("Until %s"), until);
  /* Translators: two dates; a condition was there from 1 to 2 */
  return g_strdup_printf (C_ ("condition", "%1$s to %2$s"), since, until);
}

char *
stn_wording_conditions_line (const GPtrArray *conditions, StnDate today)
{
  char *line = NULL;

  for (guint i = 0; i < conditions->len; i++)
    if (stn_person_condition_holds_on (g_ptr_array_index (conditions, i), today))
      line = add_to_line (
        line, g_strdup (stn_wording_condition_name (g_ptr_array_index (conditions, i))));
  return line;
}

/* What is known */

static StnKnownText *
known_text (const char *name, const char *evidence, const StnEvidence *on)
{
  StnKnownText *self = g_new0 (StnKnownText, 1);

  self->name = gettext (name);
  self->grade = stn_wording_grade (on->grade);
  self->evidence = gettext (evidence);
  self->sources = stn_wording_sources (on->sources);
  return self;
}

StnKnownText *
stn_wording_known_of_class (const StnMedicineClass *medicine_class)
{
  g_return_val_if_fail (medicine_class != NULL, NULL);
  StnKnownText *self =
    known_text (medicine_class->name, medicine_class->evidence, &medicine_class->on);

  self->ask = gettext (medicine_class->ask);
  return self;
}

StnKnownText *
stn_wording_known_of_condition (const StnCondition *condition)
{
  g_return_val_if_fail (condition != NULL, NULL);
  return known_text (condition->name, condition->evidence, &condition->on);
}

void
stn_known_text_free (StnKnownText *self)
{
  if (self == NULL)
    return;
  g_free (self->sources);
  g_free (self);
}

const char *
stn_wording_medicine_caution (void)
{
  /* clinical 5.3: always. */
  return _ ("Never stop or change a prescribed medicine on your own.");
}

/* The person */

const char *
stn_wording_sex (StnSex sex)
{
  switch (sex) {
  case STN_SEX_UNKNOWN:
    return "";
  case STN_SEX_FEMALE:
    return C_ ("sex", "Female");
  case STN_SEX_MALE:
    return C_ ("sex", "Male");
  case STN_SEX_OTHER:
    return C_ ("sex", "Other");
  }
  g_return_val_if_reached ("");
}

const char *
stn_wording_hemisphere (StnHemisphere hemisphere)
{
  switch (hemisphere) {
  case STN_HEMISPHERE_UNKNOWN:
    return "";
  case STN_HEMISPHERE_NORTH:
    return _ ("North of the equator");
  case STN_HEMISPHERE_SOUTH:
    return _ ("South of the equator");
  }
  g_return_val_if_reached ("");
}

/* Visits */

char *
stn_wording_visit_title (const StnVisit *visit, StnDate today)
{
  g_autofree char *date = stn_wording_date_brief (visit->date, today);

  if (visit->whom == NULL)
    return g_steal_pointer (&date);
  /* Translators: a visit: 1: its date, 2: whom the person saw */
  return g_strdup_printf (C_ ("visit", "%1$s, %2$s"), date, visit->whom);
}

/* A line of a list has no line breaks. */
static char *
on_one_line (const char *text)
{
  return g_strdelimit (g_strdup (text), "\n\r\t", ' ');
}

char *
stn_wording_visit_line (const StnVisit *visit)
{
  g_autofree char *said = visit->said == NULL ? NULL : on_one_line (visit->said);
  g_autofree char *changed = visit->changed == NULL ? NULL : on_one_line (visit->changed);
  char *line = NULL;

  if (said != NULL)
    /* Translators: what a doctor said */
    line = g_strdup_printf (_ ("Said: %s"), said);
  if (changed != NULL)
    /* Translators: what was changed at a visit, in a medicine for example */
    line = stn_wording_join (line, g_strdup_printf (_ ("Changed: %s"), changed));
  return line;
}
