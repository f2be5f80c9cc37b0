/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-night.h"

G_BEGIN_DECLS

#define STN_TYPE_EVENING_ROW (stn_evening_row_get_type ())
G_DECLARE_FINAL_TYPE (StnEveningRow, stn_evening_row, STN, EVENING_ROW, AdwBin)

/**
 * StnEveningRow: one line that says whether the list before bed of a night was filled in, and leads to it
 * (win.show-evening): what the day was like is asked in the evening, not in the morning.
 */
void stn_evening_row_show (StnEveningRow *self, const StnNight *night, StnDate today);

G_END_DECLS
