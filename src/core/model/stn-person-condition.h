/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-optional.h"
#include "model/stn-identity.h"

G_BEGIN_DECLS

/** Id of pregnancy among the conditions of data/knowledge. */
#define STN_CONDITION_PREGNANCY "pregnancy"

/**
 * StnPersonCondition: a condition that the person has or had. Exactly one of @condition_id and @own_words is set.
 * @condition_id: of the condition in data/knowledge. @own_words: one line.
 * @since: first day; STN_NO_DATE: since when is not known. Of a pregnancy: the first day of the last period, from which
 * weeks are counted.
 * @until: first day without it; STN_NO_DATE: it goes on.
 */
typedef struct {
  StnIdentity id;
  char *condition_id;
  char *own_words;
  StnDate since;
  StnDate until;
} StnPersonCondition;

/** stn_person_condition_new: one of @condition_id and @own_words is NULL. */
StnPersonCondition *stn_person_condition_new (const char *condition_id, const char *own_words);
StnPersonCondition *stn_person_condition_copy (const StnPersonCondition *self);
void stn_person_condition_free (StnPersonCondition *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnPersonCondition, stn_person_condition_free)

/** stn_person_condition_validate: Errors: BAD_NAME, BAD_HISTORY (it ends before it begins) of %STN_MODEL_ERROR. */
gboolean stn_person_condition_validate (const StnPersonCondition *self, GError **error);

/** stn_person_condition_is_same: whether two say the same but for the dates; own words in any case of letters. */
gboolean stn_person_condition_is_same (const StnPersonCondition *a, const StnPersonCondition *b);

/** stn_person_condition_overlaps: whether there is a day on which both hold. */
gboolean stn_person_condition_overlaps (const StnPersonCondition *a, const StnPersonCondition *b);

/** stn_person_condition_holds_on: whether the person had it on @date. One since an unknown date was there before any date. */
gboolean stn_person_condition_holds_on (const StnPersonCondition *self, StnDate date);

/** stn_person_conditions_find_on: (nullable) @conditions: (element-type StnPersonCondition): the one of that id on @date. */
const StnPersonCondition *
stn_person_conditions_find_on (const GPtrArray *conditions, const char *condition_id, StnDate date);

/** Days of a pregnancy as weeks are counted, to the day it is due. */
#define STN_PREGNANCY_DAYS 280

/** stn_person_conditions_get_pregnancy_week: whole weeks on @date; unknown when not pregnant or since when is not known. */
StnOptInt stn_person_conditions_get_pregnancy_week (const GPtrArray *conditions, StnDate date);

G_END_DECLS
