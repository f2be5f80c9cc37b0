/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/stn-chart.h"
#include "present/stn-trend-range.h"

G_BEGIN_DECLS

/** Below this width, px, a chart with dates shows no more than half a year at once, and can be moved through the rest. */
#define STN_CHART_VIEW_NARROW 500
#define STN_CHART_VIEW_NARROW_DAYS 182

#define STN_TYPE_CHART_VIEW (stn_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (StnChartView, stn_chart_view, STN, CHART_VIEW, GtkWidget)

/**
 * StnChartView: a chart on the screen, as high as its width asks for. One value at a time can be read out: under the
 * pointer, or with the arrow keys, Home, End and Page Up and Down; Escape ends it. Colours follow the style of the
 * desktop, words the size of its text, time the direction of the text.
 *
 * With a range, the keys + and - and the wheel with Ctrl zoom, also two fingers; 0 takes that back. A chart with dates can
 * be dragged, moved with Ctrl and the arrow keys, with a sideways wheel and with a scroll bar on its adjustment; arrow keys
 * go on reading past its edge. Nothing is animated, whatever the desktop's setting.
 *
 * The layout is kept until the chart, the range, the width, the text or the direction changes; reading out lays nothing
 * out, and draws only the cursor anew.
 *
 * Signal "reading" (const char *title, const char *detail): what is read out now; NULL, NULL: nothing.
 */

/**
 * stn_chart_view_set_chart: (nullable): a reference is taken. Its title and sentence name the view for screen readers.
 * What was read out of another chart of the same form, on a day, is read out on that day again.
 */
void stn_chart_view_set_chart (StnChartView *self, StnChart *chart);

StnChart *stn_chart_view_get_chart (StnChartView *self);

/** stn_chart_view_set_range: (nullable): what zooming changes; a reference is taken. */
void stn_chart_view_set_range (StnChartView *self, StnTrendRange *range);

StnTrendRange *stn_chart_view_get_range (StnChartView *self);

/** stn_chart_view_get_adjustment: (transfer none): where in all nights the chart is, in days, for a scroll bar,
 * which runs from left to right also where text does not. */
GtkAdjustment *stn_chart_view_get_adjustment (StnChartView *self);

/** stn_chart_view_can_move: it has a range, and dates from left to right. */
gboolean stn_chart_view_can_move (StnChartView *self);

/** stn_chart_view_count_shown: days that are seen at once; it needs a range. */
int stn_chart_view_count_shown (StnChartView *self);

/** stn_chart_view_move: so many days later; nothing where it cannot be moved. */
void stn_chart_view_move (StnChartView *self, int days);

/** stn_chart_view_zoom: so many times as many days, around the value that is read out, else the middle. */
void stn_chart_view_zoom (StnChartView *self, double times);

G_END_DECLS
