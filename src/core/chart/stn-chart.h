/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-bars-chart.h"
#include "chart/stn-calendar-chart.h"
#include "chart/stn-course-chart.h"

G_BEGIN_DECLS

/**
 * StnChart: a chart with all that belongs to it: what is drawn, its words, and the same numbers as a table. Made once on
 * any thread, then only read; reference counted.
 */
typedef struct _StnChart StnChart;

typedef enum {
  STN_CHART_FORM_COURSE,
  STN_CHART_FORM_BARS,
  STN_CHART_FORM_CALENDAR,
} StnChartForm;

/** stn_chart_new: @title: "Cramp nights a week"; @sentence: what it shows, in one plain sentence. */
StnChart *stn_chart_new (StnChartForm form, const char *title, const char *sentence);
StnChart *stn_chart_ref (StnChart *self);
void stn_chart_unref (StnChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnChart, stn_chart_unref)

StnChartForm stn_chart_get_form (const StnChart *self);
const char *stn_chart_get_title (const StnChart *self);
const char *stn_chart_get_sentence (const StnChart *self);

/** stn_chart_own: (transfer none): @text (taken), which then lives as long as the chart. NULL stays NULL. */
const char *stn_chart_own (StnChart *self, char *text);

/** What is drawn, to be filled while the chart is made. Their words must be owned by the chart, or static. */
StnCourseChart *stn_chart_get_course (StnChart *self);
StnBarsChart *stn_chart_get_bars (StnChart *self);
StnCalendarChart *stn_chart_get_calendar (StnChart *self);
void stn_chart_add_point (StnChart *self, guint series, const StnCoursePoint *point);
void stn_chart_add_mark (StnChart *self, const StnChartMark *mark);
void stn_chart_add_bar (StnChart *self, const StnBar *bar);
void stn_chart_add_cell (StnChart *self, const StnCalendarCell *cell);

/** stn_chart_add_row: a line of the table as comma-separated values: the first one names the columns. (taken) */
void stn_chart_add_row (StnChart *self, char *csv);

/** stn_chart_get_csv: (transfer full): the table, lines ended by a line feed. */
char *stn_chart_get_csv (const StnChart *self);

/** stn_chart_get_height: at @width, with words of @face. */
double stn_chart_get_height (const StnChart *self, const StnChartFace *face, double width);

/** stn_chart_lay_out: (transfer full): at @width and its own height. */
StnScene *
stn_chart_lay_out (const StnChart *self, const StnChartFace *face, double width, gboolean mirrored);

G_END_DECLS
