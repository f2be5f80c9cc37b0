/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"
#include "present/stn-today-picture.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_TONIGHT (stn_today_tonight_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayTonight, stn_today_tonight, STN, TODAY_TONIGHT, AdwBin)

/**
 * StnTodayTonight: tonight on Today: the bedtime list and how the day was. From the morning to the change of day there is
 * no list yet, and it says when it opens.
 *
 * Properties: "client".
 */
void stn_today_tonight_show (StnTodayTonight *self, const StnTodayPicture *picture);

G_END_DECLS
