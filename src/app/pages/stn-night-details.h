/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"
#include "present/stn-night-item.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_DETAILS (stn_night_details_get_type ())
G_DECLARE_FINAL_TYPE (StnNightDetails, stn_night_details, STN, NIGHT_DETAILS, AdwBin)

/** StnNightDetails: one night to read: cramps, sleep, the day before with when it was entered, note. */

/** stn_night_details_set_client: where the factors' names come from. */
void stn_night_details_set_client (StnNightDetails *self, StnDiaryClient *client);

/** stn_night_details_set_item: (nullable) the night to show and to follow. */
void stn_night_details_set_item (StnNightDetails *self, StnNightItem *item);

G_END_DECLS
