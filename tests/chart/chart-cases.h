/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart-face.h"
#include "chart/stn-scene.h"

G_BEGIN_DECLS

/** chart_cases_face: letters of 6 pixels in lines of 16, so that layouts do not depend on a font. */
StnChartFace chart_cases_face (void);

/** ChartCase: a chart of made-up values. @lay_out: (transfer full): of the size given. */
typedef struct {
  const char *name;
  double width, height;
  StnScene *(*lay_out) (const StnChartFace *face, double width, double height, gboolean mirrored);
} ChartCase;

/** chart_cases_get: the case number @i, or NULL past the last. */
const ChartCase *chart_cases_get (guint i);

G_END_DECLS
