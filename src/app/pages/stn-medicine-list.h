/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_MEDICINE_LIST (stn_medicine_list_get_type ())
G_DECLARE_FINAL_TYPE (StnMedicineList, stn_medicine_list, STN, MEDICINE_LIST, StnRecordsView)

/** StnMedicineList: all medicines, and the way to add one; asks for one by doctor.show-medicine. */

G_END_DECLS
