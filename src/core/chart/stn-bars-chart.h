/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"
#include "chart/stn-chart-frame.h"

G_BEGIN_DECLS

/**
 * StnBar: one class of a distribution, or one group that is compared.
 * @label: under it. @value: unknown: nothing was recorded in it, a hatched place. @low, @high: its interval.
 * @few: drawn as unsure: an open circle. @missing: its count is of what was not recorded: a hatched bar.
 */
typedef struct {
  const char *label;
  StnOptReal value, low, high;
  gboolean few;
  gboolean missing;
  const char *title;
  const char *detail;
} StnBar;

typedef enum {
  STN_BARS_COUNTS, /* bars that stand on 0 */
  STN_BARS_RATES,  /* dots with intervals */
} StnBarsForm;

/**
 * StnBarsChart: values of classes beside each other.
 * @clock: the classes are hours or other things whose direction is not the text's; never mirrored.
 * @high: a number that the axis must hold; it begins at 0. @most: as of a course.
 */
typedef struct {
  StnBarsForm form;
  const StnBar *bars;
  guint n_bars;
  double high;
  StnOptReal most;
  gboolean whole;
  gboolean clock;
  const char *nothing;
  StnNumberLabel number_label;
  gpointer label_data;
} StnBarsChart;

/**
 * stn_bars_chart_lay_out: (transfer full). Where the names of all classes do not fit, every second, third ... is named.
 */
StnScene *stn_bars_chart_lay_out (const StnBarsChart *self,
                                  const StnChartFace *face,
                                  double width,
                                  double height,
                                  gboolean mirrored);

G_END_DECLS
