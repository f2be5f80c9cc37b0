/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"
#include "present/stn-night-item.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_PAGE (stn_night_page_get_type ())
G_DECLARE_FINAL_TYPE (StnNightPage, stn_night_page, STN, NIGHT_PAGE, AdwBin)

/** StnNightPage: one night to read: cramps, sleep, the day before with when it was entered, note. */

/** stn_night_page_set_client: where the factors' names come from. */
void stn_night_page_set_client (StnNightPage *self, StnDiaryClient *client);

/** stn_night_page_set_item: (nullable) the night to show and to follow. */
void stn_night_page_set_item (StnNightPage *self, StnNightItem *item);

G_END_DECLS
