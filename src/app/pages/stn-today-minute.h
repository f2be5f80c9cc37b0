/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-today-picture.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_MINUTE (stn_today_minute_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayMinute, stn_today_minute, STN, TODAY_MINUTE, AdwBin)

/**
 * StnTodayMinute: what is still open of last night once it is answered, for whoever has another minute: how it was slept,
 * and yesterday's evening list if that is empty. Hidden when nothing is open.
 */
void stn_today_minute_show (StnTodayMinute *self, const StnTodayPicture *picture);

G_END_DECLS
