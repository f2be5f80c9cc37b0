/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "chart/stn-chart.h"
#include "chart/stn-chart-colors.h"

G_BEGIN_DECLS

#define STN_TYPE_CHART_VIEW (stn_chart_view_get_type ())
G_DECLARE_FINAL_TYPE (StnChartView, stn_chart_view, STN, CHART_VIEW, GtkWidget)

/**
 * StnChartView: a chart on the screen, as high as its width asks for. One value at a time can be read out: under the
 * pointer, or with the arrow keys, Home, End and Page Up and Down; Escape ends it. Colours follow the style of the
 * desktop, words the size of its text, time the direction of the text.
 *
 * The layout is kept until the chart, the width, the text or the direction changes; reading out lays nothing out.
 *
 * Signal "reading" (const char *title, const char *detail): what is read out now; NULL, NULL: nothing.
 */

/** stn_chart_view_set_chart: (nullable): a reference is taken. Its title and sentence name the view for screen readers. */
void stn_chart_view_set_chart (StnChartView *self, StnChart *chart);

StnChart *stn_chart_view_get_chart (StnChartView *self);

/** stn_chart_view_get_style: the style in which it is drawn now. */
StnChartStyle stn_chart_view_get_style (StnChartView *self);

G_END_DECLS
