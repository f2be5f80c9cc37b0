/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-sleep.h"

G_BEGIN_DECLS

/**
 * StnSleepMeasures: what follows from what was said of one night's sleep, by the formulae of Carney 2012 (Sleep 35:287) and
 * Reed and Sacco 2016 (JCSM 12:263). Unknown in, unknown out; a plain value.
 *
 * With A into bed, B tried to sleep, C minutes to fall asleep, D awakenings, E minutes awake, F final awakening, G out of bed:
 * @sol_min: sleep onset latency, C. @waso_min: wake after sleep onset, E; 0 without awakenings.
 * @nwak: number of awakenings, D. @tib_min: time in bed, G - A. @spt_min: sleep period, F - B - C.
 * @tst_min: total sleep time, F - B - C - E. @twak_min: lying in after the final awakening, G - F.
 * @se_tib: sleep efficiency, 100 TST / TIB: the headline. @se_dse: the same of SOL + TST + WASO + minutes of trying to sleep on.
 * @midpoint_min: middle between falling asleep and F, on the clock, minutes after midnight in [0, 1440).
 */
typedef struct {
  StnOptInt sol_min;
  StnOptInt waso_min;
  StnOptInt nwak;
  StnOptInt tib_min;
  StnOptInt spt_min;
  StnOptInt tst_min;
  StnOptInt twak_min;
  StnOptReal se_tib;
  StnOptReal se_dse;
  StnOptReal midpoint_min;
} StnSleepMeasures;

/**
 * stn_sleep_measure: @sleep of the night @key, as it really lasted in @zone: the night of a clock change is an hour
 * longer or shorter than its clock times say. Each time is the next one on the clock after the one before it, from noon of
 * @key on, so that sleep by day is measured as well. All is unknown when stn_sleep_check() says no.
 * @zone: (nullable) NULL: the clock did not change.
 * @trying_on_min: minutes of trying to sleep after the final awakening (TASAFA). Whoever got up at once had none.
 */
StnSleepMeasures
stn_sleep_measure (const StnSleep *sleep, StnOptInt trying_on_min, StnDate key, GTimeZone *zone);

/**
 * stn_sleep_check: whether the times can all be true of one night (clinical 2.4): into bed, tried to sleep, woke, got up in
 * this order, the minutes awake within them, no more than a day in bed.
 *
 * Errors: %STN_MODEL_ERROR_OUT_OF_RANGE, naming what contradicts what.
 */
gboolean stn_sleep_check (const StnSleep *sleep, GError **error);

G_END_DECLS
