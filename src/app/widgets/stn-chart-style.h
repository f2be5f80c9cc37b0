/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart-colors.h"

G_BEGIN_DECLS

/** stn_chart_style_now: how charts on the screen are drawn: light or dark, plain or in high contrast, as the desktop is. */
StnChartStyle stn_chart_style_now (void);

/** stn_chart_style_follow: calls @callback with @object, as long as it lives, whenever the style is another one. */
void stn_chart_style_follow (gpointer object, void (*callback) (gpointer object));

G_END_DECLS
