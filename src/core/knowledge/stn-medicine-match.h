/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-condition.h"
#include "knowledge/stn-medicine-class.h"
#include "knowledge/stn-name-match.h"

G_BEGIN_DECLS

/**
 * StnMedicineMatch: a medicine, or a class as a whole, that what was typed may mean.
 * @medicine: NULL when the class itself was found by its name. @name: to show and to store, in the person's language.
 * @other_name: the other name that matched ("frusemide"), or NULL. Nothing is owned.
 */
typedef struct {
  const StnMedicineClass *medicine_class;
  const StnMedicineName *medicine;
  const char *name;
  const char *other_name;
  StnNameMatch match;
} StnMedicineMatch;

/** StnConditionMatch: the same for a condition. */
typedef struct {
  const StnCondition *condition;
  const char *name;
  const char *other_name;
  StnNameMatch match;
} StnConditionMatch;

/**
 * stn_medicine_match, stn_condition_match: what a name that is being typed may mean, best first, each medicine once.
 * English names, names in the person's language and other names count alike. Misspellings are looked at only when
 * nothing is spelled so, and short words must begin a name. The same answer every time.
 * @typed: any text. @max: at most so many; 0 = all.
 *
 * Returns: (transfer full) (element-type StnMedicineMatch, StnConditionMatch): may be empty.
 */
GArray *stn_medicine_match (const StnKnowledge *knowledge, const char *typed, guint max);
GArray *stn_condition_match (const StnKnowledge *knowledge, const char *typed, guint max);

G_END_DECLS
