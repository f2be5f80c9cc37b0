/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_MEDICINE_FORM (stn_medicine_form_get_type ())
G_DECLARE_FINAL_TYPE (StnMedicineForm, stn_medicine_form, STN, MEDICINE_FORM, StnRecordsView)

/** StnMedicineForm: a new medicine, or the name, class and schedule of one that is there. */

/**
 * stn_medicine_form_begin: @uid: (nullable) the medicine to change; NULL: a new one, with what was typed of it when the form
 * was last left without saving.
 */
void stn_medicine_form_begin (StnMedicineForm *self, const char *uid);

G_END_DECLS
