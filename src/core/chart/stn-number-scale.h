/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnNumberScale: ticks at round numbers: @first, @first + @step, ..., @n of them; the axis runs from the first to @end,
 * which is the last tick unless stn_number_scale_end_at() moved it. @step is 1, 2 or 5 times a power of ten.
 */
typedef struct {
  double first;
  double step;
  guint n;
  double end;
} StnNumberScale;

/**
 * stn_number_scale_fit: the finest scale that holds @low to @high with at most @most_ticks ticks (at least 2).
 * Where both are the same number, room is made above it.
 * @whole: no step under 1, for things that are counted.
 *
 * The numbers must be finite and @low <= @high.
 */
StnNumberScale stn_number_scale_fit (double low, double high, guint most_ticks, gboolean whole);

/** stn_number_scale_end_at: for what cannot be more than @most (7 nights a week): no tick and no axis beyond it. */
void stn_number_scale_end_at (StnNumberScale *self, double most);

double stn_number_scale_tick (const StnNumberScale *self, guint i);

/** stn_number_scale_share: where @value lies between the first tick (0) and the end (1); may lie outside. */
double stn_number_scale_share (const StnNumberScale *self, double value);

G_END_DECLS
