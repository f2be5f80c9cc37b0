/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-condition.h"
#include "knowledge/stn-medicine-class.h"
#include "model/stn-medicine.h"
#include "model/stn-person-condition.h"
#include "model/stn-person.h"
#include "model/stn-visit.h"

G_BEGIN_DECLS

/** Medicines, conditions and visits in words. Texts are translated; (transfer full) unless const. */

/** "2.5 mg, one in the morning", "When needed"; NULL when neither is known. */
char *stn_wording_medicine_usage (const StnMedicine *medicine, StnDate today);

/** The newest step: "Since 3 May", "Dose raised 26 October", "Stopped 3 June"; "Since when is not known". */
char *stn_wording_medicine_status (const StnMedicine *medicine, StnDate today);

/** One step of the history, without its date: "Started, 2.5 mg", "Dose raised to 5 mg", "Stopped". */
char *stn_wording_medicine_change (const StnMedicineChange *change);

/** Its date, "3 May 2024", "Not known". */
char *stn_wording_known_date (StnDate date, StnDate today);

/** "Thiazide water tablets", "Class not known". @class_id: (nullable). */
const char *stn_wording_medicine_class_name (const char *class_id);

/** All that are in use, the newest change first: "Indapamide (dose raised 26 October), atorvastatin"; NULL for none. */
char *stn_wording_medicines_line (const GPtrArray *medicines, StnDate today);

/** "High blood pressure", or the person's own words. */
const char *stn_wording_condition_name (const StnPersonCondition *condition);

/** "Since 3 May 2019", "Until 1 May", "3 May 2019 to 1 May", "Since when is not known". */
char *stn_wording_condition_dates (const StnPersonCondition *condition, StnDate today);

/** All that hold on @today: "High blood pressure, type 2 diabetes"; NULL for none. */
char *stn_wording_conditions_line (const GPtrArray *conditions, StnDate today);

/**
 * StnKnownText: what is known of a class of medicines or a condition. @grade: "Seen in several studies". @ask: what to ask
 * whom, NULL of a condition.
 */
typedef struct {
  const char *name;
  const char *grade;
  const char *evidence;
  char *sources;
  const char *ask;
} StnKnownText;

StnKnownText *stn_wording_known_of_class (const StnMedicineClass *medicine_class);
StnKnownText *stn_wording_known_of_condition (const StnCondition *condition);
void stn_known_text_free (StnKnownText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnKnownText, stn_known_text_free)

/** What stands below everything that is said of medicines. */
const char *stn_wording_medicine_caution (void);

/** "Female", "Northern half of the earth" as on a button; "" when unknown. */
const char *stn_wording_sex (StnSex sex);
const char *stn_wording_hemisphere (StnHemisphere hemisphere);

/** "12 May, Dr Haugen". */
char *stn_wording_visit_title (const StnVisit *visit, StnDate today);

/** "Said: stretch at bedtime. Changed: nothing"; NULL when nothing was noted. */
char *stn_wording_visit_line (const StnVisit *visit);

G_END_DECLS
