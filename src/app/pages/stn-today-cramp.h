/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"
#include "present/stn-today-picture.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_CRAMP (stn_today_cramp_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayCramp, stn_today_cramp, STN, TODAY_CRAMP, AdwBin)

/**
 * StnTodayCramp: asks how long a cramp lasted whose clock ended by itself; "I don't know" is an answer. Hidden when there is
 * none. Property "client".
 */

/** stn_today_cramp_show: what is being typed stays. */
void stn_today_cramp_show (StnTodayCramp *self, const StnTodayPicture *picture);

G_END_DECLS
