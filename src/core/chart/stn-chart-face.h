/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * StnChartFace: how large the words of a chart are, so that a chart can be laid out without a screen.
 * @line: height of a line in pixels; all distances of a chart follow it.
 * @measure: width of @text in pixels.
 */
typedef struct {
  double line;
  double (*measure) (const char *text, gboolean bold, gpointer data);
  gpointer data;
} StnChartFace;

/** Size of a chart's words beside the text around it (9.5 of 11 pt). */
#define STN_CHART_TEXT_SCALE (9.5 / 11)

/** stn_chart_face_of: the face of @context, which must outlive it; the words get its font in chart size. */
StnChartFace stn_chart_face_of (PangoContext *context);

/** stn_chart_face_layout: (transfer full): @text as a painter sets it: chart size, bold or not. */
PangoLayout *stn_chart_face_layout (PangoContext *context, const char *text, gboolean bold);

G_END_DECLS
