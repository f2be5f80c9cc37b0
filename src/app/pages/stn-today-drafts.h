/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-today-picture.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_DRAFTS (stn_today_drafts_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayDrafts, stn_today_drafts, STN, TODAY_DRAFTS, AdwBin)

/**
 * StnTodayDrafts: the nights of which an entry was begun and not saved, each with a button that goes on with it. Hidden
 * when there is none, and for last night while that is asked for anyway.
 */
void stn_today_drafts_show (StnTodayDrafts *self, const StnTodayPicture *picture);

G_END_DECLS
