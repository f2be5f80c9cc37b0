/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

/** Minutes after midnight at which a new day begins for factors, unless the diary says otherwise. */
#define STN_DAY_CHANGE_DEFAULT_MIN (12 * 60)
#define STN_DAY_CHANGE_FIRST_MIN (6 * 60)
#define STN_DAY_CHANGE_LAST_MIN (18 * 60)

/**
 * stn_night_key_at: the night that a moment belongs to (product rule "night"): the local date if the
 * local time is at or after the day change, else the date before, by calendar arithmetic. Decided once,
 * at entry; a later change of the setting never rewrites keys.
 * @day_change_min: minutes after midnight, 06:00 to 18:00.
 */
StnDate stn_night_key_at (GDateTime *local, int day_change_min);

/** stn_night_key_last: "last night", whatever the hour: the local date minus one. */
StnDate stn_night_key_last (GDateTime *local);

G_END_DECLS
