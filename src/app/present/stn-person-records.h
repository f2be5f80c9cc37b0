/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-visits.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_PERSON_RECORDS (stn_person_records_get_type ())
G_DECLARE_FINAL_TYPE (StnPersonRecords, stn_person_records, STN, PERSON_RECORDS, GObject)

/**
 * StnPersonRecords: medicines, conditions, the person, visits and questions as the diary has them, read again whenever they
 * may have changed.
 *
 * Signal "updated" (): they were read. Signal "written" (char *text, gint64 group): something was saved: words for a toast,
 * and the number for its Undo.
 */
StnPersonRecords *stn_person_records_new (StnDiaryClient *client);

/** Lists and the person: (transfer none), NULL until they were read. */
GPtrArray *stn_person_records_get_medicines (StnPersonRecords *self);
GPtrArray *stn_person_records_get_conditions (StnPersonRecords *self);
GPtrArray *stn_person_records_get_visits (StnPersonRecords *self);
GPtrArray *stn_person_records_get_questions (StnPersonRecords *self);
const StnPerson *stn_person_records_get_person (StnPersonRecords *self);

/** stn_person_records_find_medicine: (nullable) by its uid. */
const StnMedicine *stn_person_records_find_medicine (StnPersonRecords *self, const char *uid);

/** stn_person_records_get_today: the civil date by the diary's clock. */
StnDate stn_person_records_get_today (StnPersonRecords *self);

/** stn_person_records_get_night: the night whose day it was when they were read, by the diary's day change. */
StnDate stn_person_records_get_night (StnPersonRecords *self);

/** StnRecordWrite: writes to the diary, on its thread. */
typedef gboolean (*StnRecordWrite) (StnDiary *diary,
                                    gpointer data,
                                    gint64 *ret_group,
                                    GError **error);

/** StnRecordWritten: @failure: NULL: it is saved; else why not, for the screen. */
typedef void (*StnRecordWritten) (GObject *owner, const char *failure);

/**
 * stn_person_records_write: does @write on the diary's thread, then emits "written" with @said and calls @written.
 * @data: (transfer full). @said: what was done, in words. @owner: kept until then. @written: (nullable).
 */
void stn_person_records_write (StnPersonRecords *self,
                               StnRecordWrite write,
                               gpointer data,
                               GDestroyNotify data_free,
                               const char *said,
                               GObject *owner,
                               StnRecordWritten written);

G_END_DECLS
