/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "card/stn-known-trigger.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * What is known of the medicines, conditions and the pregnancy that are there on one day, as stn_diary_list_known_triggers()
 * counts them. @nights: (element-type StnNight) the nights whose days are counted. Appended to @known (element-type
 * StnKnownTrigger); a condition only when a day of the same slug (dialysis) is not there already.
 */

/**
 * stn_known_medicines_add: those taken on @today whose class has studies or guides behind it, and of new ones (clinical 3, T12:
 * started or raised within 84 days) that they are new. What is taken against cramps is left out.
 * @medicines: (element-type StnMedicine).
 */
void stn_known_medicines_add (GPtrArray *known,
                              const GPtrArray *medicines,
                              const GPtrArray *nights,
                              StnDate today);

/** stn_known_conditions_add: those of data/knowledge. @conditions: (element-type StnPersonCondition). */
void stn_known_conditions_add (GPtrArray *known,
                               const GPtrArray *conditions,
                               const GPtrArray *nights,
                               StnDate today);

G_END_DECLS
