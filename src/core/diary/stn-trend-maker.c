/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trend-maker.h"

#include "exchange/stn-csv-writer.h"
#include "wording/stn-wording-trend.h"

#include <math.h>

char *
stn_trend_label_date (StnDate date, StnDateUnit unit, gboolean named_year, gpointer data)
{
  switch (unit) {
  case STN_DATE_UNIT_DAY:
    return stn_wording_axis_day (date, FALSE);
  case STN_DATE_UNIT_MONTH:
    return stn_wording_axis_month (date, named_year);
  case STN_DATE_UNIT_YEAR:
    return stn_wording_axis_year (date);
  }
  g_assert_not_reached ();
}

char *
stn_trend_label_number (double value, gpointer data)
{
  return stn_wording_axis_number (value);
}

char *
stn_trend_label_weekday (int weekday, gpointer data)
{
  return stn_wording_axis_weekday (weekday);
}

GPtrArray *
stn_trend_nights_between (GPtrArray *all, StnDate from, StnDate to)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++) {
    StnNight *night = g_ptr_array_index (all, i);

    if (stn_date_compare (night->key, from) >= 0 && stn_date_compare (night->key, to) <= 0)
      g_ptr_array_add (some, night);
  }
  return some;
}

/* Shares are stn_trend_drawn as nights a week. */
StnOptReal
stn_trend_drawn (StnMeasure measure, StnOptReal value)
{
  if (measure == STN_MEASURE_CRAMPS)
    value.value *= STN_TREND_DAYS_OF_WEEK;
  return value;
}

StnOptReal
stn_trend_most (StnMeasure measure)
{
  double least, most;

  stn_measure_get_ends (measure, &least, &most);
  return isfinite (most) ? stn_trend_drawn (measure, STN_KNOWN_REAL (most)) : STN_UNKNOWN_REAL;
}

double
stn_trend_axis_end (StnMeasure measure)
{
  switch (measure) {
  case STN_MEASURE_CRAMPS:
    return STN_TREND_DAYS_OF_WEEK;
  case STN_MEASURE_SEVERITY:
  case STN_MEASURE_TIRED:
    return 10;
  case STN_MEASURE_EFFICIENCY:
    return 100;
  case STN_MEASURE_QUALITY:
  case STN_MEASURE_RESTED:
    return 5;
  case STN_MEASURE_DURATION:
  case STN_MEASURE_SLEPT:
  case STN_MEASURE_LATENCY:
  case STN_MEASURE_AWAKE:
  case STN_MEASURE_AWAKENINGS:
    return 1;
  }
  g_assert_not_reached ();
}

void
stn_trend_append_number (GString *row, StnOptReal value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (row, ',');
  if (value.known)
    g_string_append (row, g_ascii_formatd (text, sizeof text, "%.10g", value.value));
}

void
stn_trend_add_row (StnChart *chart, const char *key, StnMeasure measure, const StnSummary *summary)
{
  GString *row = g_string_new (key);

  g_string_append_printf (row, ",%u", summary->n);
  stn_trend_append_number (row, measure == STN_MEASURE_CRAMPS ? STN_KNOWN_REAL (summary->hits)
                                                              : STN_UNKNOWN_REAL);
  stn_trend_append_number (row, stn_trend_drawn (measure, summary->mean));
  stn_trend_append_number (row, stn_trend_drawn (measure, summary->low));
  stn_trend_append_number (row, stn_trend_drawn (measure, summary->high));
  stn_chart_add_row (chart, g_string_free (row, FALSE));
}

char *
stn_trend_csv_name (const char *name)
{
  GString *field = g_string_new (NULL);
  StnCsvWriter writer = {field};

  stn_csv_writer_add_text (&writer, name);
  return g_string_free (field, FALSE);
}
