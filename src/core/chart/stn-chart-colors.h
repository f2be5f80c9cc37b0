/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-scene.h"

G_BEGIN_DECLS

typedef enum {
  STN_CHART_LIGHT,
  STN_CHART_DARK,
  STN_CHART_LIGHT_CONTRAST, /* high contrast */
  STN_CHART_DARK_CONTRAST,
  STN_CHART_PRINT, /* on white paper, readable in grey */
} StnChartStyle;
#define STN_N_CHART_STYLES (STN_CHART_PRINT + 1)

/** StnChartColor: red, green, blue, each 0-1. */
typedef struct {
  double red, green, blue;
} StnChartColor;

/** stn_chart_color: the colour of @ink in @style; the same as ui/style.css and its dark twin name. */
StnChartColor stn_chart_color (StnInk ink, StnChartStyle style);

/** stn_chart_contrast: contrast of two colours, 1-21 (WCAG 2.1, "contrast ratio" and "relative luminance"). */
double stn_chart_contrast (StnChartColor a, StnChartColor b);

G_END_DECLS
