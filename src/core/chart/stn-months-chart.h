/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-calendar-chart.h"

G_BEGIN_DECLS

#define STN_MONTHS_CHART_COLUMNS 12

/**
 * stn_months_chart_height: what stn_months_chart_lay_out() makes of @width: years that fit stand in columns beside each
 * other.
 */
double
stn_months_chart_height (const StnCalendarChart *self, const StnChartFace *face, double width);

/**
 * stn_months_chart_lay_out: (transfer full) a calendar of many years: a row a year, a cell a month. The first cell of
 * @self is that of the month of its @from; its weekdays are not asked. @mirrored: January on the right.
 */
StnScene *stn_months_chart_lay_out (const StnCalendarChart *self,
                                    const StnChartFace *face,
                                    double width,
                                    gboolean mirrored);

G_END_DECLS
