/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"
#include "present/stn-evening-picture.h"

G_BEGIN_DECLS

#define STN_TYPE_BEDTIME_LIST (stn_bedtime_list_get_type ())
G_DECLARE_FINAL_TYPE (StnBedtimeList, stn_bedtime_list, STN, BEDTIME_LIST, AdwBin)

/**
 * StnBedtimeList: what is done before bed, each row both the act and the datum: the stretch, something to drink, loose
 * covers; on Today also how the day was, with the keys E and O.
 *
 * Properties: "client"; "has-day": with the row about the day.
 */
void stn_bedtime_list_show (StnBedtimeList *self, const StnEveningPicture *picture);

G_END_DECLS
