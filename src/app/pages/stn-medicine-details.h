/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_MEDICINE_DETAILS (stn_medicine_details_get_type ())
G_DECLARE_FINAL_TYPE (
  StnMedicineDetails, stn_medicine_details, STN, MEDICINE_DETAILS, StnRecordsView)

/** StnMedicineDetails: one medicine: its history, what is known of its class, and what changed. */

/** stn_medicine_details_show: @uid: of the medicine. */
void stn_medicine_details_show (StnMedicineDetails *self, const char *uid);

G_END_DECLS
