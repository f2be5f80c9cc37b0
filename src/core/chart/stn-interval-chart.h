/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-scene.h"

G_BEGIN_DECLS

typedef enum {
  STN_INTERVAL_PLAIN,
  STN_INTERVAL_MORE,
  STN_INTERVAL_FEWER,
} StnIntervalTone;

/**
 * StnIntervalChart: how sure a difference is: a wide pale bar for the likely range, @low to @high, around a dark mark at
 * @value, on an axis from -@reach to @reach whose middle, a line, is "no difference". What lies beyond is cut off at its
 * end. @ticks: lines at the quarters and ends too.
 */
typedef struct {
  double low, value, high;
  double reach;
  gboolean ticks;
  StnIntervalTone tone;
} StnIntervalChart;

/** stn_interval_chart_lay_out: (transfer full). It has no words and no values: whoever shows it says them. */
StnScene *stn_interval_chart_lay_out (const StnIntervalChart *self,
                                      double width,
                                      double height,
                                      gboolean mirrored);

G_END_DECLS
