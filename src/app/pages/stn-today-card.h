/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_CARD (stn_today_card_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayCard, stn_today_card, STN, TODAY_CARD, AdwBin)

/**
 * StnTodayCard: the one card of the page Today (product 3): what the diary has to say this morning; not there when that is
 * nothing. What it showed is remembered in the diary. From 30 recorded nights on it waits for the analysis, which runs beside.
 *
 * Properties: "client".
 */

/**
 * stn_today_card_refresh: shows what the diary has to say on @today; reads all of it again only when it @has_changed or the
 * day is another, since that takes the longer the older the diary is.
 */
void stn_today_card_refresh (StnTodayCard *self, StnDate today, gboolean has_changed);

/** stn_today_card_leave: nobody sees the page until the next stn_today_card_refresh(): nothing is computed for it. */
void stn_today_card_leave (StnTodayCard *self);

G_END_DECLS
