/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-today-picture.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_STRIP (stn_today_strip_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayStrip, stn_today_strip, STN, TODAY_STRIP, AdwBin)

/** StnTodayStrip: the card on Today with the last 14 nights: a sentence with the counts, a glyph a night, the legend. */
void stn_today_strip_show (StnTodayStrip *self, const StnTodayPicture *picture);

G_END_DECLS
