/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart.h"

/**
 * ChartCase: one chart, as tests lay it out and look at it.
 * @from, @to: what of it is seen; STN_NO_DATE: all.
 * @make: the chart; NULL: a small one without words, by @lay_out.
 */
typedef struct {
  const char *name;
  double width;
  StnChart *(*make) (void);
  StnDate from, to;
  StnScene *(*lay_out) (double width, gboolean mirrored);
} ChartCase;

/** chart_cases_get: NULL past the last one. */
const ChartCase *chart_cases_get (guint i);

/** chart_cases_find: the one of that name. */
const ChartCase *chart_cases_find (const char *name);

/** chart_case_lay_out: (transfer full) at @width, with words of @face. */
StnScene *chart_case_lay_out (const ChartCase *self,
                              const StnChartFace *face,
                              double width,
                              gboolean mirrored);

/** chart_case_print: (transfer full) as it stands in a file. */
StnScene *chart_case_print (const ChartCase *self, const StnChartFace *face);

/** chart_cases_face: lines of 16 px, each letter 6 px wide, whatever fonts there are. */
StnChartFace chart_cases_face (void);
