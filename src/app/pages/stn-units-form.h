/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STN_TYPE_UNITS_FORM (stn_units_form_get_type ())
G_DECLARE_FINAL_TYPE (StnUnitsForm, stn_units_form, STN, UNITS_FORM, AdwBin)

/**
 * StnUnitsForm: how much a glass and a drink are. An empty field = as the program counts where nobody said otherwise.
 *
 * Signal "change" (const StnPreference *): the person wants that.
 */

/** stn_units_form_show: a field that is being typed in stays. */
void stn_units_form_show (StnUnitsForm *self, double glass_ml, double drink_g);

G_END_DECLS
