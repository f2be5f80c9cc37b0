/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-course-chart.h"

G_BEGIN_DECLS

/** stn_course_marks_count: those on the axis: so many rows of words they need. */
guint stn_course_marks_count (const StnCourseChart *self);

/** stn_course_marks_height: room over the plot for the rows of @self. */
double stn_course_marks_height (const StnCourseChart *self, const StnChartFace *face);

/** stn_course_marks_draw: their lines through the plot, and over it a row for each with its symbol, words and value. */
void stn_course_marks_draw (const StnCourseChart *self,
                            const StnChartFrame *frame,
                            StnScene *scene,
                            const StnChartFace *face);

/** stn_course_x: where the beginning of @date is on the axis. */
double stn_course_x (const StnCourseChart *self, const StnChartFrame *frame, StnDate date);

G_END_DECLS
