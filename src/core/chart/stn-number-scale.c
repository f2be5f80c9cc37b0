/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-number-scale.h"

#include <math.h>

static double
next_step (double step)
{
  double power = pow (10, floor (log10 (step) + 1e-9));
  double lead = step / power;

  return lead < 1.5 ? 2 * power : lead < 3.5 ? 5 * power : 10 * power;
}

StnNumberScale
stn_number_scale_fit (double low, double high, guint most_ticks, gboolean whole)
{
  g_return_val_if_fail (isfinite (low) && isfinite (high) && low <= high,
                        ((StnNumberScale){0, 1, 2, 1}));
  guint most = MAX (most_ticks, 2);
  double end = high > low ? high : low + MAX (ABS (low), 1);
  double span = end - low;

  if (!isfinite (span)) /* two numbers at opposite ends of what a double holds */
    return (StnNumberScale){-G_MAXDOUBLE / 2, G_MAXDOUBLE / 2, 3, G_MAXDOUBLE / 2};
  double step = pow (10, floor (log10 (span / most)));
  if (whole)
    step = MAX (step, 1);
  for (;; step = next_step (step)) {
    double first = floor (low / step + 1e-9), last = ceil (end / step - 1e-9);

    last = MAX (last, first + 1); /* both ends at one tick, but for the last place */
    if (last - first + 1 <= most)
      return (StnNumberScale){first * step, step, (guint) (last - first + 1), last * step};
  }
}

void
stn_number_scale_end_at (StnNumberScale *self, double most)
{
  if (most >= self->end || most <= self->first)
    return;
  self->n = (guint) floor ((most - self->first) / self->step + 1e-9) + 1;
  self->end = most;
}

double
stn_number_scale_tick (const StnNumberScale *self, guint i)
{
  double tick = self->first + i * self->step;

  /* 3 * 0.1 is not 0.3: the multiple of the step is, and -0 is 0. */
  tick = round (tick / self->step) * self->step;
  return tick == 0 ? 0 : tick;
}

double
stn_number_scale_share (const StnNumberScale *self, double value)
{
  return (value - self->first) / (self->end - self->first);
}
