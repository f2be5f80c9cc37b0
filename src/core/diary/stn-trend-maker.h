/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-trends.h"

G_BEGIN_DECLS

#define STN_TREND_DAYS_OF_WEEK 7

/**
 * StnTrendMaker: what the charts of one question are made from; only while they are made.
 * @all: (element-type StnNight) nights of the period, of the one before it, and around the marks. @nights: those of the
 * period, @before: of the one before; both borrowed from @all. @when: the period in words.
 */
typedef struct {
  StnDiary *diary;
  const StnTrendQuestion *question;
  StnDate today;
  GPtrArray *all;
  GPtrArray *nights;
  GPtrArray *before;
  const char *when;
  StnTrends *trends;
} StnTrendMaker;

/** The charts, each added to those of @self. Errors: of the store. */
gboolean stn_trend_make_course (const StnTrendMaker *self, GError **error);
void stn_trend_make_calendar (const StnTrendMaker *self);
void stn_trend_make_hours (const StnTrendMaker *self);
void stn_trend_make_severities (const StnTrendMaker *self);
void stn_trend_make_durations (const StnTrendMaker *self);
void stn_trend_make_seasons (const StnTrendMaker *self);
gboolean stn_trend_make_groups (const StnTrendMaker *self, GError **error);
void stn_trend_make_places (const StnTrendMaker *self);

/** Parts of charts. */

/** stn_trend_nights_between: (transfer full) the nights of @all from @from to @to, borrowed from it. */
GPtrArray *stn_trend_nights_between (GPtrArray *all, StnDate from, StnDate to);

/** stn_trend_label_...: names on axes, as charts ask for them. */
char *stn_trend_label_date (StnDate date, StnDateUnit unit, gboolean named_year, gpointer data);
char *stn_trend_label_number (double value, gpointer data);
char *stn_trend_label_weekday (int weekday, gpointer data);

/** stn_trend_drawn: shares are drawn as nights a week. */
StnOptReal stn_trend_drawn (StnMeasure measure, StnOptReal value);

/** stn_trend_most: what no value can be above, as drawn. */
StnOptReal stn_trend_most (StnMeasure measure);

/** stn_trend_axis_end: a number that the axis of @measure holds in any case. */
double stn_trend_axis_end (StnMeasure measure);

/** stn_trend_append_number: a comma and @value, or nothing after it when unknown. */
void stn_trend_append_number (GString *row, StnOptReal value);

/** stn_trend_add_row: a row of the table: @key (fields, separated by commas) and the numbers of @summary. */
void
stn_trend_add_row (StnChart *chart, const char *key, StnMeasure measure, const StnSummary *summary);

/** stn_trend_csv_name: (transfer full) @name as the first field of a row. */
char *stn_trend_csv_name (const char *name);

G_END_DECLS
