/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart-colors.h"
#include "chart/stn-scene.h"

#include <pango/pango.h>

G_BEGIN_DECLS

typedef enum {
  STN_CHART_PNG, /* at twice the size, on paper */
  STN_CHART_SVG,
  STN_CHART_PDF,
} StnChartFormat;

/**
 * stn_chart_font_context: (transfer full): a context without a screen, for charts on paper and in files: the font
 * @family at @points, 96 dots an inch.
 */
PangoContext *stn_chart_font_context (const char *family, double points);

/**
 * stn_chart_file: (transfer full): @scene as the bytes of a file, with nothing in it but the chart: no name of a user,
 * a computer or a folder.
 *
 * Returns: NULL only where memory ran out.
 */
GBytes *stn_chart_file (const StnScene *scene,
                        PangoContext *context,
                        StnChartStyle style,
                        StnChartFormat format);

G_END_DECLS
