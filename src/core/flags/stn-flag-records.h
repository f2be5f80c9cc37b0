/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-flag-note.h"
#include "model/stn-night.h"
#include "model/stn-sign.h"

G_BEGIN_DECLS

/**
 * StnFlagMedicine: what the rules ask of one medicine.
 * @name: the person's own. @classes: NULL-terminated ids of the knowledge, of its class and of what that belongs to.
 * @start: first day, or STN_NO_DATE when it is not known. @stop: first day without, or STN_NO_DATE while it is taken.
 * @raises: (element-type StnDate) days on which it was begun or its dose raised, ascending.
 * @is_linked: studies link its class with cramps (grade A or B).
 */
typedef struct {
  char *name;
  char **classes;
  StnDate start;
  StnDate stop;
  GArray *raises;
  gboolean is_linked;
} StnFlagMedicine;

StnFlagMedicine *stn_flag_medicine_new (const char *name);
void stn_flag_medicine_free (StnFlagMedicine *self);

/**
 * StnFlagRecords: everything that the rules look at, as plain values; what is not in it is not known. Drafts are in it
 * like saved nights. What was imported (see StnIdentity) raises nothing and is passed over.
 * @nights: (element-type StnNight) by key, ascending, each once. @signs: (element-type StnSign) any order.
 * @medicines: (element-type StnFlagMedicine). @conditions: NULL-terminated ids of what the person has now.
 * @pregnant_until: first day after the newest pregnancy that is over, unset without one.
 * @pregnant, @birth_year, @emergency_number (nullable): of the person. @visits: (element-type StnDate) of visits, also booked ones.
 * @notes: (element-type StnFlagNote).
 * @day_change_min: minutes after midnight, see stn_night_key_at().
 */
typedef struct {
  GPtrArray *nights;
  GPtrArray *signs;
  GPtrArray *medicines;
  char **conditions;
  StnAnswer pregnant;
  StnDate pregnant_until;
  StnOptInt birth_year;
  char *emergency_number;
  GArray *visits;
  GPtrArray *notes;
  int day_change_min;
} StnFlagRecords;

/** stn_flag_records_new: nothing is known. */
StnFlagRecords *stn_flag_records_new (void);
void stn_flag_records_free (StnFlagRecords *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFlagRecords, stn_flag_records_free)

G_END_DECLS
