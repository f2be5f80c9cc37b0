/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-optional.h"

G_BEGIN_DECLS

/** Tokens "female", "male", "other"; NULL for unknown. */
typedef enum {
  STN_SEX_UNKNOWN,
  STN_SEX_FEMALE,
  STN_SEX_MALE,
  STN_SEX_OTHER,
} StnSex;

/** Half of the earth, for the seasons; tokens "north", "south"; NULL for unknown. */
typedef enum {
  STN_HEMISPHERE_UNKNOWN,
  STN_HEMISPHERE_NORTH,
  STN_HEMISPHERE_SOUTH,
} StnHemisphere;

const char *stn_sex_to_token (StnSex sex);
const char *stn_hemisphere_to_token (StnHemisphere hemisphere);
/** Errors: %STN_MODEL_ERROR_UNKNOWN_WORD. */
gboolean stn_sex_parse (const char *token, StnSex *ret_sex, GError **error);
gboolean stn_hemisphere_parse (const char *token, StnHemisphere *ret_hemisphere, GError **error);

/**
 * StnPerson: what is asked of the person once; all of it may be unknown. Conditions are records of their own, a pregnancy
 * among them (StnPersonCondition).
 * @not_pregnant_on: the newest day on which the person said that she is not pregnant; STN_NO_DATE: never said.
 * @emergency_number: to call in an emergency, as it is dialled; NULL: not set, say "your local emergency number".
 */
typedef struct {
  StnOptInt birth_year;
  StnSex sex;
  StnHemisphere hemisphere;
  StnDate not_pregnant_on;
  char *emergency_number;
} StnPerson;

StnPerson *stn_person_new (void);
StnPerson *stn_person_copy (const StnPerson *self);
void stn_person_free (StnPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnPerson, stn_person_free)

/** Oldest person a diary is made for, in years. */
#define STN_AGE_MAX 120

/**
 * stn_person_validate: a birth year that is not after @today's and not more than %STN_AGE_MAX before, a number of 2 to 20
 * digits, spaces and "+-()*#", at least two digits.
 *
 * Errors: OUT_OF_RANGE, BAD_NAME of %STN_MODEL_ERROR.
 */
gboolean stn_person_validate (const StnPerson *self, StnDate today, GError **error);

/** stn_person_is_under_age: whether the person is younger than @years on @date, by the birth year: unknown in the year
 * in which that is only decided by the birthday, and when the birth year is unknown. */
StnAnswer stn_person_is_under_age (const StnPerson *self, int years, StnDate date);

/**
 * stn_person_is_pregnant_on: @conditions: (element-type StnPersonCondition). Yes when one of them says so; no for men and
 * from the day on which it was denied; else unknown.
 */
StnAnswer
stn_person_is_pregnant_on (const StnPerson *self, const GPtrArray *conditions, StnDate date);

G_END_DECLS
