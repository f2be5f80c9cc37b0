/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"
#include "chart/stn-chart-frame.h"

G_BEGIN_DECLS

/** Nights under which a period is an open circle, and under which it says nothing but that there is something. */
#define STN_COURSE_FEW 5
#define STN_COURSE_TOO_FEW 3
/** Days without a night recorded from which on a gap is hatched. */
#define STN_COURSE_GAP_DAYS 7

/**
 * StnCoursePoint: one period of a course, a night, a week, a month.
 * @from, @to: its first and last day.
 * @recorded: nights behind it; 0 is a gap, whatever the rest says.
 * @value, @low, @high: what is drawn, and its interval; unknown where there is none.
 * @title, @detail: read out (stn-scene.h).
 */
typedef struct {
  StnDate from, to;
  guint recorded;
  StnOptReal value, low, high;
  const char *title;
  const char *detail;
} StnCoursePoint;

/**
 * StnCourseSeries: periods in the order of time, not overlapping. The second one is dashed and square. From its first day
 * to its last, days without a period were not recorded; nothing is said of days before and after.
 */
typedef struct {
  const StnCoursePoint *points;
  guint n_points;
} StnCourseSeries;

typedef enum {
  STN_MARK_MEDICINE, /* a triangle: started or stopped */
  STN_MARK_DOSE,     /* a square */
  STN_MARK_VISIT,    /* a cross */
  STN_MARK_EVENT,    /* a diamond: something else that began */
} StnMarkKind;

/**
 * StnChartMark: something that happened on a day. @title: "Visit"; @detail: (nullable): "2.5 → 3.3 a week"; @reading:
 * the title with its day, read out.
 */
typedef struct {
  StnDate date;
  StnMarkKind kind;
  const char *title;
  const char *detail;
  const char *reading;
} StnChartMark;

/**
 * StnCourseChart: what came of one thing in the course of time.
 * @from, @to: days of the axis; what lies beyond is left out, lines to there are cut off at the edge.
 * @series: at most two. @marks: in the order of time. @mark_rows: rows for words of marks; at least as many as marks on
 * the axis.
 * @low, @high: numbers that the axis must hold; it grows where values or intervals go beyond.
 * @most: no value can be greater: the axis ends there; unknown: it ends where it likes.
 * @whole: the axis has whole numbers only.
 * @few: whether periods of few nights are drawn as unsure.
 * @not_recorded: words in a gap. @nothing: words where there is no value at all.
 */
typedef struct {
  StnDate from, to;
  const StnCourseSeries *series;
  guint n_series;
  const StnChartMark *marks;
  guint n_marks;
  guint mark_rows;
  double low, high;
  StnOptReal most;
  gboolean whole;
  gboolean few;
  const char *not_recorded;
  const char *nothing;
  StnDateLabel date_label;
  StnNumberLabel number_label;
  gpointer label_data;
} StnCourseChart;

/**
 * stn_course_chart_lay_out: (transfer full). Lines join neighbouring periods and never cross a gap. Where periods are
 * narrower than a pixel, each column of pixels keeps its least and greatest value: no extreme is lost, and the number
 * of shapes depends on the width alone. @mirrored: for text from right to left, time runs to the left.
 */
StnScene *stn_course_chart_lay_out (const StnCourseChart *self,
                                    const StnChartFace *face,
                                    double width,
                                    double height,
                                    gboolean mirrored);

G_END_DECLS
