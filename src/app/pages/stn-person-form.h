/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pages/stn-records-view.h"

G_BEGIN_DECLS

#define STN_TYPE_PERSON_FORM (stn_person_form_get_type ())
G_DECLARE_FINAL_TYPE (StnPersonForm, stn_person_form, STN, PERSON_FORM, StnRecordsView)

/** StnPersonForm: birth year, sex, pregnancy, half of the earth and the number to call in an emergency. */

G_END_DECLS
