/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart-frame.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/**
 * StnPlaceCount: how often it hurt in one place. @side: left or right; unknown: "not said", which is listed last and not
 * shaded. @label: "Right calf"; @number: as it is written; @title: read out.
 */
typedef struct {
  StnSide side;
  StnSite site;
  guint count;
  const char *label;
  const char *number;
  const char *title;
} StnPlaceCount;

/**
 * StnPlacesChart: where it hurt: both legs, each place shaded by its count, and the counts beside them or, where there is
 * no room, below.
 * @places: in the order of the list. @left, @right: below the legs. @nothing: words where no place is known.
 */
typedef struct {
  const StnPlaceCount *places;
  guint n_places;
  const char *left;
  const char *right;
  const char *nothing;
} StnPlacesChart;

double stn_places_chart_height (const StnPlacesChart *self, const StnChartFace *face, double width);

/** stn_places_chart_lay_out: (transfer full). @mirrored: the list goes to the other side; left stays left. */
StnScene *stn_places_chart_lay_out (const StnPlacesChart *self,
                                    const StnChartFace *face,
                                    double width,
                                    gboolean mirrored);

G_END_DECLS
