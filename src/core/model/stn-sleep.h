/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"

G_BEGIN_DECLS

/**
 * StnSleep: how one night was slept (items after Carney 2012, own wording). A plain value, copied.
 * Clock times are local wall times, minutes after midnight 0-1439.
 * @asleep_min: minutes to fall asleep; @awake_min: minutes awake after that, 0-1440.
 * @awakenings: 0-100, the final one not counted. @quality, @rested: 1-5. @tired: by day, 0-10.
 */
typedef struct {
  StnOptInt into_bed_min;
  StnOptInt tried_min;
  StnOptInt asleep_min;
  StnOptInt awakenings;
  StnOptInt awake_min;
  StnOptInt final_wake_min;
  StnOptInt out_of_bed_min;
  StnOptInt quality;
  StnOptInt rested;
  StnOptInt tired;
} StnSleep;

gboolean stn_sleep_equal (const StnSleep *a, const StnSleep *b);

/** stn_sleep_is_unknown: whether nothing is known of it. */
gboolean stn_sleep_is_unknown (const StnSleep *self);

/** stn_sleep_validate: Errors: %STN_MODEL_ERROR_OUT_OF_RANGE naming field, value and range. */
gboolean stn_sleep_validate (const StnSleep *self, GError **error);

G_END_DECLS
