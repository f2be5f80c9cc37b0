/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart-face.h"
#include "chart/stn-date-scale.h"
#include "chart/stn-number-scale.h"
#include "chart/stn-scene.h"

G_BEGIN_DECLS

/** StnNumberLabel: (transfer full): how a number on an axis is written where the person lives. */
typedef char *(*StnNumberLabel) (double value, gpointer data);

/**
 * StnChartFrame: the place where values are drawn, and its axes. Values go up from @bottom to @top.
 * @scale: of the values.
 */
typedef struct {
  double left, top, right, bottom;
  StnNumberScale scale;
} StnChartFrame;

/**
 * stn_chart_frame_new: the plot beside the names of @scale.
 * @above: room left over the plot, for marks; below it, room for one line of words is left.
 */
StnChartFrame stn_chart_frame_new (const StnScene *scene,
                                   const StnChartFace *face,
                                   const StnNumberScale *scale,
                                   double above,
                                   StnNumberLabel label,
                                   gpointer label_data);

/** stn_chart_frame_numbers: draws the value axis: a line and a number at each tick. */
void stn_chart_frame_numbers (const StnChartFrame *self,
                              StnScene *scene,
                              const StnChartFace *face,
                              StnNumberLabel label,
                              gpointer label_data);

/** stn_chart_frame_y: where @value is drawn; what lies beyond the axis is drawn at its end. */
double stn_chart_frame_y (const StnChartFrame *self, double value);

/**
 * stn_chart_frame_dates: draws the date axis below the plot with the finest ticks whose names do not touch.
 * @from, @to: first and last day; @from begins at the left edge, @to ends at the right.
 */
void stn_chart_frame_dates (const StnChartFrame *self,
                            StnScene *scene,
                            const StnChartFace *face,
                            StnDate from,
                            StnDate to,
                            StnDateLabel label,
                            gpointer label_data);

/**
 * stn_chart_frame_interval: an interval from @y down over @height: the pale fill of @ink (cramps or none) with an edge
 * that stands out from the paper.
 */
void stn_chart_frame_interval (
  StnScene *scene, double x, double y, double width, double height, StnInk ink);

/** stn_chart_frame_words: @words in the middle of the plot, where there is nothing to draw. */
void stn_chart_frame_words (const StnChartFrame *self,
                            StnScene *scene,
                            const StnChartFace *face,
                            const char *words);

/** stn_scene_add_text: a line of words whose anchor is at @x and whose line begins at @y. */
void stn_scene_add_text (StnScene *scene,
                         const StnChartFace *face,
                         double x,
                         double y,
                         StnAnchor anchor,
                         StnInk ink,
                         const char *text);

G_END_DECLS
