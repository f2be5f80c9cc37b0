/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-bars-chart.h"
#include "chart/stn-chart-key.h"
#include "chart/stn-course-chart.h"
#include "chart/stn-places-chart.h"

G_BEGIN_DECLS

/**
 * StnChart: a chart with all that belongs to it: what is drawn, its words, and the same numbers as a table. Made once on
 * any thread, then only read; reference counted.
 */
typedef struct _StnChart StnChart;

typedef enum {
  STN_CHART_FORM_COURSE,
  STN_CHART_FORM_BARS,
  STN_CHART_FORM_CALENDAR, /* a cell a night */
  STN_CHART_FORM_MONTHS,   /* a cell a month, with the same cells as a calendar */
  STN_CHART_FORM_PLACES,
} StnChartForm;

/**
 * stn_chart_new: @title: "Cramp nights a week"; @when: the nights that it shows, "1 May to 21 November 2026"; @sentence:
 * what it shows, in one plain sentence.
 */
StnChart *
stn_chart_new (StnChartForm form, const char *title, const char *when, const char *sentence);
StnChart *stn_chart_ref (StnChart *self);
void stn_chart_unref (StnChart *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnChart, stn_chart_unref)

StnChartForm stn_chart_get_form (const StnChart *self);
const char *stn_chart_get_title (const StnChart *self);
const char *stn_chart_get_when (const StnChart *self);
const char *stn_chart_get_sentence (const StnChart *self);

/** stn_chart_own: (transfer none): @text (taken), which then lives as long as the chart. NULL stays NULL. */
const char *stn_chart_own (StnChart *self, char *text);

/** What is drawn, to be filled while the chart is made. Their words must be owned by the chart, or static. */
StnCourseChart *stn_chart_get_course (StnChart *self);
StnBarsChart *stn_chart_get_bars (StnChart *self);
StnCalendarChart *stn_chart_get_calendar (StnChart *self);
StnPlacesChart *stn_chart_get_places (StnChart *self);
void stn_chart_add_point (StnChart *self, guint series, const StnCoursePoint *point);
void stn_chart_add_mark (StnChart *self, const StnChartMark *mark);
void stn_chart_add_bar (StnChart *self, const StnBar *bar);
void stn_chart_add_cell (StnChart *self, const StnCalendarCell *cell);
void stn_chart_add_place (StnChart *self, const StnPlaceCount *place);

/** stn_chart_add_key: a line of the legend, in the order in which they stand. */
void stn_chart_add_key (StnChart *self, StnChartSign sign, const char *words);
guint stn_chart_get_n_keys (const StnChart *self);
const StnChartKey *stn_chart_get_key (const StnChart *self, guint i);

/** stn_chart_set_note: how the numbers were made, for the small print; static, or owned. */
void stn_chart_set_note (StnChart *self, const char *note);
const char *stn_chart_get_note (const StnChart *self);

/** stn_chart_add_row: a line of the table as comma-separated values: the first one names the columns. (taken) */
void stn_chart_add_row (StnChart *self, char *csv);

/** stn_chart_get_csv: (transfer full): the table, lines ended by a line feed. */
char *stn_chart_get_csv (const StnChart *self);

/** stn_chart_has_dates: its axis, from left to right, is time: it can be drawn between other dates. */
gboolean stn_chart_has_dates (const StnChart *self);

/**
 * stn_chart_get_stride: how many values further on the one below is drawn (@ret_down; 0: none), and the one beside
 * (@ret_across).
 */
void stn_chart_get_stride (const StnChart *self, guint *ret_across, guint *ret_down);

/** stn_chart_get_height: at @width, with words of @face. */
double stn_chart_get_height (const StnChart *self, const StnChartFace *face, double width);

/** stn_chart_lay_out: (transfer full): at @width and its own height. */
StnScene *
stn_chart_lay_out (const StnChart *self, const StnChartFace *face, double width, gboolean mirrored);

/**
 * stn_chart_lay_out_between: (transfer full) a chart that has dates, between two others: zoomed or moved. The cost depends
 * on what is seen, not on all that the chart knows. The scale of its values stays.
 */
StnScene *stn_chart_lay_out_between (const StnChart *self,
                                     const StnChartFace *face,
                                     double width,
                                     gboolean mirrored,
                                     StnDate from,
                                     StnDate to);

G_END_DECLS
