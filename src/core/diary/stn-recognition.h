/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-medicine-match.h"

G_BEGIN_DECLS

/**
 * stn_recognise_medicine: the class that a medicine of this name belongs to; NULL when nothing fits, or several classes fit
 * equally well.
 * @ret_matches: (nullable) (transfer full) (element-type StnMedicineMatch) all that fit best, to choose from: empty when
 * nothing does.
 */
const StnMedicineClass *stn_recognise_medicine (const char *name, GArray **ret_matches);

/** stn_recognise_condition: the same for a condition; @ret_matches: (element-type StnConditionMatch). */
const StnCondition *stn_recognise_condition (const char *name, GArray **ret_matches);

G_END_DECLS
