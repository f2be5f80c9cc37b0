/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-person.h"

#include <string.h>

#include "base/stn-text-line.h"
#include "model/stn-model-error.h"
#include "model/stn-person-condition.h"
#include "model/stn-word-list.h"

#define NUMBER_MAX_CHARACTERS 20
#define NUMBER_MIN_DIGITS 2

static const char *const sex_tokens[] = {NULL, "female", "male", "other"};
static const char *const hemisphere_tokens[] = {NULL, "north", "south"};

DEFINE_WORDS (StnSex, stn_sex, sex_tokens, "sex")
DEFINE_WORDS (StnHemisphere, stn_hemisphere, hemisphere_tokens, "hemisphere")

StnPerson *
stn_person_new (void)
{
  return g_new0 (StnPerson, 1);
}

StnPerson *
stn_person_copy (const StnPerson *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnPerson *copy = g_memdup2 (self, sizeof *self);

  copy->emergency_number = g_strdup (self->emergency_number);
  return copy;
}

void
stn_person_free (StnPerson *self)
{
  if (self == NULL)
    return;
  g_free (self->emergency_number);
  g_free (self);
}

static gboolean
is_number_to_call (const char *text)
{
  int digits = 0;

  if (strlen (text) > NUMBER_MAX_CHARACTERS || strspn (text, "0123456789 +-()*#") != strlen (text))
    return FALSE;
  for (const char *c = text; *c != '\0'; c++)
    digits += g_ascii_isdigit (*c);
  return digits >= NUMBER_MIN_DIGITS;
}

gboolean
stn_person_validate (const StnPerson *self, StnDate today, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (today), FALSE);
  int year;

  stn_date_split (today, &year, NULL, NULL);
  if (self->birth_year.known &&
      (self->birth_year.value > year || self->birth_year.value < year - STN_AGE_MAX)) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
                 "birth year %d is not from %d to %d", self->birth_year.value, year - STN_AGE_MAX,
                 year);
    return FALSE;
  }
  if (self->emergency_number != NULL && !is_number_to_call (self->emergency_number)) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
                 "'%s' is not a number to call: at least %d digits, at most %d characters",
                 stn_excerpt (self->emergency_number), NUMBER_MIN_DIGITS, NUMBER_MAX_CHARACTERS);
    return FALSE;
  }
  return TRUE;
}

StnAnswer
stn_person_is_under_age (const StnPerson *self, int years, StnDate date)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (date), STN_ANSWER_UNKNOWN);
  int year;

  stn_date_split (date, &year, NULL, NULL);
  if (!self->birth_year.known || year - self->birth_year.value == years)
    return STN_ANSWER_UNKNOWN;
  return year - self->birth_year.value < years ? STN_ANSWER_YES : STN_ANSWER_NO;
}

StnAnswer
stn_person_is_pregnant_on (const StnPerson *self, const GPtrArray *conditions, StnDate date)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (date), STN_ANSWER_UNKNOWN);

  if (stn_person_conditions_find_on (conditions, STN_CONDITION_PREGNANCY, date) != NULL)
    return STN_ANSWER_YES;
  if (self->sex == STN_SEX_MALE || (stn_date_is_set (self->not_pregnant_on) &&
                                    stn_date_compare (self->not_pregnant_on, date) <= 0))
    return STN_ANSWER_NO;
  return STN_ANSWER_UNKNOWN;
}
