/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-optional.h"
#include "model/stn-identity.h"

G_BEGIN_DECLS

/** What can happen to a medicine; tokens "start", "stop", "dose". */
typedef enum {
  STN_MEDICINE_START = 1, /* taken from this day on */
  STN_MEDICINE_STOP,      /* not taken from this day on */
  STN_MEDICINE_DOSE,      /* another dose from this day on */
} StnMedicineEvent;

/** Which way a dose went; tokens NULL, "raised", "lowered". */
typedef enum {
  STN_DOSE_CHANGE_UNKNOWN,
  STN_DOSE_CHANGE_RAISED,
  STN_DOSE_CHANGE_LOWERED,
} StnDoseChange;

const char *stn_medicine_event_to_token (StnMedicineEvent event);
const char *stn_dose_change_to_token (StnDoseChange change);
/** Errors: %STN_MODEL_ERROR_UNKNOWN_WORD. */
gboolean stn_medicine_event_parse (const char *token, StnMedicineEvent *ret_event, GError **error);
gboolean stn_dose_change_parse (const char *token, StnDoseChange *ret_change, GError **error);

/**
 * StnMedicineChange: one step in the history of a medicine.
 * @date: STN_NO_DATE only for a first start: since when is not known.
 * @dose: from then on, in the person's words ("2.5 mg"); NULL: not known; always NULL of a stop.
 * @direction: of a dose change; unknown of start and stop.
 */
typedef struct {
  StnIdentity id;
  StnMedicineEvent event;
  StnDate date;
  char *dose;
  StnDoseChange direction;
} StnMedicineChange;

StnMedicineChange *stn_medicine_change_new (StnMedicineEvent event, StnDate date, const char *dose);
void stn_medicine_change_free (StnMedicineChange *self);

/** StnMedicineIntake: how often an as-needed medicine was taken on the day before a night; 0 = not at all. */
typedef struct {
  StnIdentity id;
  StnDate night;
  int count;
} StnMedicineIntake;

/** Most intakes a day that can be entered. */
#define STN_INTAKES_MAX 50

/**
 * StnMedicine: a medicine that the person takes or took.
 * @name: as the person says it.
 * @class_id: of the class in data/knowledge ("thiazides"); NULL: not known.
 * @as_needed: taken when it is needed; else as scheduled, every day between start and stop.
 * @schedule: in the person's words ("one in the morning"); NULL: not said.
 * @changes: (element-type StnMedicineChange) by date, at least one; the first is a start.
 * @intakes: (element-type StnMedicineIntake) by night; only as needed. No intake of a night: not recorded.
 */
typedef struct {
  StnIdentity id;
  char *name;
  char *class_id;
  gboolean as_needed;
  char *schedule;
  GPtrArray *changes;
  GPtrArray *intakes;
} StnMedicine;

StnMedicine *stn_medicine_new (const char *name);
StnMedicine *stn_medicine_copy (const StnMedicine *self);
void stn_medicine_free (StnMedicine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnMedicine, stn_medicine_free)

/**
 * stn_medicine_validate: name, dose and schedule are one line each; the history begins with a start, its dates go up, nothing
 * is stopped or changed that is not taken, nothing started that is; intakes are of as-needed medicines, once a night.
 *
 * Errors: BAD_NAME, BAD_HISTORY, OUT_OF_RANGE of %STN_MODEL_ERROR.
 */
gboolean stn_medicine_validate (const StnMedicine *self, GError **error);

/**
 * stn_medicine_add_change: puts @change (taken) at its place in the history. The direction of a dose change that was not
 * said is read from the doses where both are a number in the same unit.
 *
 * Errors: as stn_medicine_validate(); nothing is changed then.
 */
gboolean stn_medicine_add_change (StnMedicine *self, StnMedicineChange *change, GError **error);

/** stn_medicine_set_intake: how often it was taken on the day before @night; unknown forgets it. */
void stn_medicine_set_intake (StnMedicine *self, StnDate night, StnOptInt count);

/** stn_medicine_get_intake: unknown when it was not recorded. */
StnOptInt stn_medicine_get_intake (const StnMedicine *self, StnDate night);

/**
 * stn_medicine_is_in_use_on: whether @date lies between a start and a stop. A start whose date is not known was before
 * any date.
 */
gboolean stn_medicine_is_in_use_on (const StnMedicine *self, StnDate date);

/**
 * stn_medicine_is_taken_on: whether it was taken on @date. As scheduled: yes whenever in use. As needed: by what was
 * recorded of that day; unknown when in use and nothing was recorded.
 */
StnAnswer stn_medicine_is_taken_on (const StnMedicine *self, StnDate date);

/** stn_medicine_get_change_on: (transfer none) (nullable) the last change at or before @date. */
const StnMedicineChange *stn_medicine_get_change_on (const StnMedicine *self, StnDate date);

/** stn_medicine_get_first_change: (transfer none) the oldest; NULL only of a medicine that is not valid, as damage can leave one. */
StnMedicineChange *stn_medicine_get_first_change (const StnMedicine *self);

/** stn_medicine_get_last_change: (transfer none) the newest; NULL only of a medicine that is not valid. */
const StnMedicineChange *stn_medicine_get_last_change (const StnMedicine *self);

/** stn_medicine_get_dose_on: (transfer none) (nullable) the dose on @date; NULL when not in use or not known. */
const char *stn_medicine_get_dose_on (const StnMedicine *self, StnDate date);

/**
 * stn_medicine_is_new_on: whether it was started or its dose raised on @date or at most @days - 1 days before (clinical 3
 * T12: 84 days), and is still in use. Unknown when it is in use since a date that is not known, or the newest dose change
 * within that time may have been a raise.
 */
StnAnswer stn_medicine_is_new_on (const StnMedicine *self, StnDate date, int days);

/**
 * stn_dose_compare: which way it went from @before to @after, texts such as "1.5 mg" and "2.5 mg"; unknown unless both
 * begin with a number and go on with the same words. NULL is a dose that is not known.
 */
StnDoseChange stn_dose_compare (const char *before, const char *after);

G_END_DECLS
