/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_DIARY_CALENDAR (stn_diary_calendar_get_type ())
G_DECLARE_FINAL_TYPE (StnDiaryCalendar, stn_diary_calendar, STN, DIARY_CALENDAR, AdwBin)

/**
 * StnDiaryCalendar: a month of the diary, with the way to every other; what is chosen in it is up to the page. It reads the
 * nights of one month at a time, so that a diary of 50 years is as quick as a new one.
 *
 * Signals: "night-activated" (const char *key): the person chose that night.
 */

/** stn_diary_calendar_set_client: to be called once. */
void stn_diary_calendar_set_client (StnDiaryCalendar *self, StnDiaryClient *client);

/** stn_diary_calendar_refresh: reads the month again, for example when a new day may have begun. */
void stn_diary_calendar_refresh (StnDiaryCalendar *self);

/**
 * stn_diary_calendar_set_selected: marks @keys (element-type StnDate) as chosen; when it is one, its month is shown.
 */
void stn_diary_calendar_set_selected (StnDiaryCalendar *self, GArray *keys);

/** stn_diary_calendar_choose_month: opens the choice of year and month. */
void stn_diary_calendar_choose_month (StnDiaryCalendar *self);

G_END_DECLS
