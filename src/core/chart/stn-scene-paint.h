/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart-colors.h"
#include "chart/stn-scene.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * stn_scene_paint: draws @scene at the origin of @cr, leaving out what lies outside its clip. The one painter of
 * screen, paper and files.
 * @context: whose font was the face of the layout (stn_chart_face_of()).
 */
void
stn_scene_paint (const StnScene *scene, cairo_t *cr, PangoContext *context, StnChartStyle style);

/** stn_scene_paint_cursor: marks @value as the one that is read out: a line through it and a larger dot. */
void stn_scene_paint_cursor (const StnSceneValue *value, cairo_t *cr, StnChartStyle style);

G_END_DECLS
