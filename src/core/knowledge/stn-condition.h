/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

typedef struct _StnCondition StnCondition;
typedef struct _StnConditionGroup StnConditionGroup;

/**
 * StnCondition: an illness or state that a person may have, and what is known of it and night cramps (clinical 4b).
 * Strings are English, through gettext() for the screen.
 * @id: what the diary stores ("kidney-disease"). @also: NULL-terminated other names, not translated; may be empty.
 * @is: (nullable) what it is a form of: dialysis is kidney failure is kidney disease.
 */
struct _StnCondition {
  const char *id;
  const char *name;
  const char *const *also;
  const char *evidence;
  StnEvidence on;
  const StnCondition *is;
  const StnConditionGroup *group;
};

/** StnConditionGroup: conditions under one heading. @conditions: NULL-terminated. */
struct _StnConditionGroup {
  const char *id;
  const char *name;
  const StnCondition *const *conditions;
};

/** stn_knowledge_get_condition: (nullable) by its id. */
const StnCondition *stn_knowledge_get_condition (const StnKnowledge *self, const char *id);

/** stn_condition_is: whether @id is that of the condition, or of one that it is a form of. */
gboolean stn_condition_is (const StnCondition *self, const char *id);

/** Lists: (transfer none) NULL-terminated, in the order of the file. */
const StnConditionGroup *const *stn_knowledge_list_condition_groups (const StnKnowledge *self);
const StnCondition *const *stn_knowledge_list_conditions (const StnKnowledge *self);

G_END_DECLS
