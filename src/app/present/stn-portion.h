/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-factor.h"

G_BEGIN_DECLS

/**
 * StnPortion: how a number is asked for: people count glasses, the diary keeps millilitres.
 * @size: what one portion is in the factor's own unit (250 ml).
 * @min, @max, @step: in portions. @digits: after the point. @is_clock: a time of day, see %STN_UNIT_CLOCK.
 * @unit: word behind the number ("glasses"), "" for none; static.
 */
typedef struct {
  double size;
  double min;
  double max;
  double step;
  guint digits;
  gboolean is_clock;
  const char *unit;
} StnPortion;

/** stn_portion_of: for a @factor that is not binary; bounds are the catalogue's where it knows the factor. */
StnPortion stn_portion_of (const StnFactor *factor);

/** stn_portion_widen: makes sure that @value, in the factor's own unit, can be shown as it is. */
void stn_portion_widen (StnPortion *self, double value);

G_END_DECLS
