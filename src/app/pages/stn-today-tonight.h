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
 * StnTodayTonight: the list before bed on Today. The digits answer its rows while no text field has the focus.
 *
 * Properties: "client".
 */
void stn_today_tonight_show (StnTodayTonight *self, const StnTodayPicture *picture);

/** stn_today_tonight_flush: sends off what was answered a moment ago, before the window closes. */
void stn_today_tonight_flush (StnTodayTonight *self);

G_END_DECLS
