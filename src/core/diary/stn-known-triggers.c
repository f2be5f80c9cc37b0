/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-known-triggers.h"

#include "diary/stn-about-now.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-known-records.h"

#define SHORT_SLEEP_MIN 360 /* clinical 3.1, T20 */

typedef struct {
  GPtrArray *nights;  /* of StnNight */
  GPtrArray *factors; /* of StnFactor */
  const StnTrigger *const *catalogue;
  gboolean is_male;
} Matching;

/* What was entered of a factor; unknown where it means something else than the catalogue's (an import's unit). */
static StnOptReal
value_of (const Matching *self, const StnNight *night, const char *slug)
{
  const StnFactorValue *value = stn_night_get_value (night, slug);
  const StnFactor *factor = value != NULL ? stn_factor_list_find (self->factors, slug) : NULL;

  if (factor == NULL || stn_factor_get_trigger (factor) == NULL)
    return STN_UNKNOWN_REAL;
  return STN_KNOWN_REAL (value->value);
}

/*
 * How many ticks of a list are yes, as far as the cut needs it: two foods are two foods whatever is not known of the others.
 * "None of them" is an answer to the list itself.
 */
static StnOptReal
ticks_of (const Matching *self, const StnNight *night, const StnTrigger *list, double enough)
{
  StnOptReal all = value_of (self, night, list->slug);
  guint yes = 0, unknown = 0;

  if (all.known && all.value == 0)
    return all;
  for (const StnTrigger *const *tick = self->catalogue; *tick != NULL; tick++) {
    StnOptReal value = STN_UNKNOWN_REAL;

    if (g_strcmp0 ((*tick)->list, list->slug) != 0)
      continue;
    value = value_of (self, night, (*tick)->slug);
    yes += value.known && value.value != 0;
    unknown += !value.known;
  }
  if (all.known && yes == 0)
    yes = 1;
  return yes >= enough || unknown == 0 ? STN_KNOWN_REAL (yes) : STN_UNKNOWN_REAL;
}

static gboolean
is_list (const Matching *self, const StnTrigger *trigger)
{
  for (const StnTrigger *const *tick = self->catalogue; *tick != NULL; tick++)
    if (g_strcmp0 ((*tick)->list, trigger->slug) == 0)
      return TRUE;
  return FALSE;
}

/* T20: minutes slept in the night before. */
static StnOptReal
slept_before (const Matching *self, guint i)
{
  const StnNight *night = g_ptr_array_index (self->nights, i);
  const StnNight *before = i > 0 ? g_ptr_array_index (self->nights, i - 1) : NULL;
  StnOptInt slept = STN_UNKNOWN_INT;

  if (before != NULL && stn_date_days_between (before->key, night->key) == 1)
    slept = stn_night_measure_sleep (before).tst_min;
  return slept.known ? STN_KNOWN_REAL (slept.value) : STN_UNKNOWN_REAL;
}

static StnOptReal
entered_of (const Matching *self, const StnTrigger *trigger, StnCut cut, guint i)
{
  const StnNight *night = g_ptr_array_index (self->nights, i);
  gboolean counts_none = cut.side == STN_CUT_BELOW && trigger->kind == STN_FACTOR_BINARY;

  if (g_str_equal (trigger->slug, "short-sleep"))
    return slept_before (self, i);
  if (counts_none && is_list (self, trigger))
    return ticks_of (self, night, trigger, cut.value);
  return value_of (self, night, trigger->slug);
}

static StnCut
cut_of (const Matching *self, const StnTrigger *trigger)
{
  if (g_str_equal (trigger->slug, "short-sleep"))
    return (StnCut){STN_CUT_BELOW, SHORT_SLEEP_MIN};
  return stn_trigger_present_when (trigger, self->is_male);
}

static double
portion_of (const Matching *self, const StnTrigger *trigger)
{
  const StnFactor *factor = stn_factor_list_find (self->factors, trigger->slug);

  return factor != NULL ? factor->portion : 0;
}

/* (nullable) NULL when it was never there. */
static StnKnownTrigger *
match (const Matching *self, const StnTrigger *trigger)
{
  StnKnownTrigger known = {
    .kind = STN_KNOWN_DAY,
    .slug = trigger->slug,
    .trigger = trigger,
    .present_when = cut_of (self, trigger),
    .portion = portion_of (self, trigger),
    .grade = trigger->grade,
    .evidence = trigger->evidence,
    .sources = trigger->sources,
  };

  if (known.present_when.side == STN_CUT_NONE)
    return NULL;
  for (guint i = 0; i < self->nights->len; i++) {
    StnOptReal value = entered_of (self, trigger, known.present_when, i);

    if (!value.known)
      continue;
    known.days_recorded++;
    if (!stn_cut_holds (known.present_when, value.value))
      continue;
    known.days_present++;
    known.latest = value;
  }
  return known.days_present > 0 ? stn_known_trigger_copy (&known) : NULL;
}

/* Where a gate holds, what it says stands beside the trigger. */
static void
add_days (GPtrArray *known, const Matching *matching, const StnAboutNow *now)
{
  for (const StnTrigger *const *trigger = matching->catalogue; *trigger != NULL; trigger++) {
    StnKnownTrigger *matched = match (matching, *trigger);

    if (matched == NULL)
      continue;
    matched->ask = stn_about_now_find_care (now, matched->slug);
    g_ptr_array_add (known, matched);
  }
}

GPtrArray *
stn_diary_match_known_triggers (StnDiary *self, GPtrArray *nights, GError **error)
{
  g_return_val_if_fail (self != NULL && nights != NULL, NULL);
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  g_autoptr (StnPerson) person = factors == NULL ? NULL : stn_diary_get_person (self, error);
  g_autoptr (StnAboutNow) now = person == NULL ? NULL : stn_diary_read_about (self, error);
  g_autoptr (GDateTime) time = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  Matching matching = {nights, factors, stn_knowledge_list_triggers (stn_knowledge_get ()),
                       person != NULL && person->sex == STN_SEX_MALE};
  GPtrArray *known;

  if (now == NULL)
    return NULL;
  known = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_known_trigger_free);
  add_days (known, &matching, now);
  stn_known_medicines_add (known, now->medicines, nights, stn_date_of (time));
  stn_known_conditions_add (known, now->conditions, nights, stn_date_of (time));
  return known;
}

GPtrArray *
stn_diary_list_known_triggers (StnDiary *self, GError **error)
{
  g_autoptr (GPtrArray) nights = stn_diary_survey_nights (self, error);

  return nights != NULL ? stn_diary_match_known_triggers (self, nights, error) : NULL;
}
