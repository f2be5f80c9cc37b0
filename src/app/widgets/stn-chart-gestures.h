/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "widgets/stn-chart-view.h"

G_BEGIN_DECLS

/**
 * stn_chart_gestures_add: @view can be dragged, moved by a sideways wheel, and zoomed by the wheel with Ctrl and by two
 * fingers. What goes up and down alone is left to the page around it.
 */
void stn_chart_gestures_add (StnChartView *view);

G_END_DECLS
