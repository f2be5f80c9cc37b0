/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-nuisance.h"

G_BEGIN_DECLS

/**
 * stn_course_find_trend: odds of cramps at the end of the diary against its beginning, along a straight line on the logit,
 * with the interval of stn_blocks_estimate(). Unknown with fewer than 28 logged nights in either half of the diary's
 * calendar, or fewer than 5 cramp or 5 quiet nights.
 */
StnEstimate stn_course_find_trend (const StnCalendar *calendar);

/**
 * stn_course_find_season: odds of cramps at the height of the yearly wave against its bottom, never below 1; Wald's p value
 * of there being a wave at all. Unknown with fewer than %STN_SEASON_FROM_DAYS calendar nights, or fewer than 5 cramp or 5
 * quiet nights.
 */
StnEstimate stn_course_find_season (const StnCalendar *calendar);

G_END_DECLS
