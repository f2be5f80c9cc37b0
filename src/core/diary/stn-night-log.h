/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * What saying an outcome does to a night (contract, "Nights and log"); nothing is stored here.
 */

/** stn_night_log_no_cramps: Errors: %STN_DIARY_ERROR_CONTRADICTS when the night has cramps. */
gboolean stn_night_log_no_cramps (StnNight *self, GError **error);

/**
 * stn_night_log_cramps: makes the night have @count episodes (1 or more): adds the missing ones as unknown; takes back a
 * "no cramps" answer.
 * @worst: (nullable) describes the worst of them: the worst stored one, or an added one if it says to be more severe.
 * What @worst leaves unknown is kept.
 *
 * Errors: %STN_DIARY_ERROR_CONTRADICTS when the night has more than @count.
 */
gboolean
stn_night_log_cramps (StnNight *self, guint count, const StnEpisode *worst, GError **error);

/** stn_sleep_fill: puts what @said knows into @self; the rest stays. */
void stn_sleep_fill (StnSleep *self, const StnSleep *said);

G_END_DECLS
