/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trend-maker.h"

#include "wording/stn-wording-legend.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

/* More nights than these, three years, become months. */
#define NIGHTS_SHOWN 1100
/* From no cramps to the worst. */
#define STEPS 4

static StnCellState
cell_state (const StnNight *night)
{
  StnOptReal severity = STN_UNKNOWN_REAL;

  switch (night != NULL ? stn_night_get_state (night) : STN_NIGHT_NOT_RECORDED) {
  case STN_NIGHT_NOT_RECORDED:
    return STN_CELL_NOT_RECORDED;
  case STN_NIGHT_NO_CRAMPS:
    return STN_CELL_NO_CRAMPS;
  case STN_NIGHT_CRAMPS:
    severity = stn_measure_of (night, STN_MEASURE_SEVERITY);
    if (!severity.known)
      return STN_CELL_MEDIUM;
    return severity.value <= 3   ? STN_CELL_MILD
           : severity.value <= 6 ? STN_CELL_MEDIUM
                                 : STN_CELL_SEVERE;
  }
  g_assert_not_reached ();
}

static void
make_nights (const StnTrendMaker *self, const char *sentence)
{
  StnTrends *trends = self->trends;
  StnChart *chart =
    stn_chart_new (STN_CHART_FORM_CALENDAR, stn_wording_every_night_title (), self->when, sentence);
  guint next = 0;

  for (guint step = 0; step < STEPS; step++)
    stn_chart_add_key (chart, (StnChartSign) (STN_SIGN_NO_CRAMPS + step),
                       stn_wording_key_pain (step));
  stn_chart_add_key (chart, STN_SIGN_NOT_RECORDED, stn_wording_key_not_recorded ());

  *stn_chart_get_calendar (chart) = (StnCalendarChart){
    .from = trends->from, .weekday = stn_trend_label_weekday, .date_label = stn_trend_label_date};
  stn_chart_add_row (chart, g_strdup ("night,state,worst_severity"));
  for (StnDate day = trends->from; stn_date_compare (day, trends->to) <= 0;
       day = stn_date_add_days (day, 1)) {
    g_autoptr (StnNight) empty = stn_night_new (day);
    const StnNight *night =
      next < self->nights->len ? g_ptr_array_index (self->nights, next) : NULL;
    char key[STN_DATE_TEXT_SIZE];

    if (night != NULL && stn_date_compare (night->key, day) == 0)
      next++;
    else
      night = empty;
    StnOptReal severity = stn_measure_of (night, STN_MEASURE_SEVERITY);
    GString *row = g_string_new (stn_date_to_text (day, key));
    g_string_append_printf (row, ",%s", stn_night_state_to_token (stn_night_get_state (night)));
    stn_trend_append_number (row, severity);
    stn_chart_add_row (chart, g_string_free (row, FALSE));
    stn_chart_add_cell (
      chart,
      &(StnCalendarCell){cell_state (night),
                         stn_chart_own (chart, stn_wording_night_label (night, self->today))});
  }
  g_ptr_array_add (trends->charts, chart);
}

static StnCellState
month_state (const StnSummary *summary)
{
  if (summary->n == 0)
    return STN_CELL_NOT_RECORDED;
  if (summary->hits == 0)
    return STN_CELL_NO_CRAMPS;
  return summary->mean.value <= 1.0 / 3   ? STN_CELL_MILD
         : summary->mean.value <= 2.0 / 3 ? STN_CELL_MEDIUM
                                          : STN_CELL_SEVERE;
}

static void
add_month (const StnTrendMaker *self, StnChart *chart, const StnPeriodSummary *month)
{
  g_autofree char *name =
    stn_wording_period (STN_PERIOD_MONTH, month->from, month->to, self->today);
  g_autofree char *says = stn_wording_summary (STN_MEASURE_CRAMPS, &month->summary);
  char from[STN_DATE_TEXT_SIZE], to[STN_DATE_TEXT_SIZE];
  g_autofree char *key = g_strdup_printf ("%s,%s", stn_date_to_text (month->from, from),
                                          stn_date_to_text (month->to, to));
  StnCalendarCell cell = {
    .state = month_state (&month->summary),
    .title = stn_chart_own (chart, stn_wording_reading (name, says)),
    .detail = stn_chart_own (chart, stn_wording_interval (STN_MEASURE_CRAMPS, &month->summary)),
  };

  stn_chart_add_cell (chart, &cell);
  stn_trend_add_row (chart, key, STN_MEASURE_CRAMPS, &month->summary);
}

static void
make_months (const StnTrendMaker *self, const char *sentence)
{
  StnTrends *trends = self->trends;
  StnChart *chart =
    stn_chart_new (STN_CHART_FORM_MONTHS, stn_wording_every_month_title (), self->when, sentence);
  g_autoptr (GArray) months = stn_summarize_periods (self->nights, STN_MEASURE_CRAMPS,
                                                     STN_PERIOD_MONTH, trends->from, trends->to);

  *stn_chart_get_calendar (chart) =
    (StnCalendarChart){.from = trends->from, .date_label = stn_trend_label_date};
  for (guint step = 0; step < STEPS; step++)
    stn_chart_add_key (chart, (StnChartSign) (STN_SIGN_NO_CRAMPS + step),
                       stn_wording_key_share (step));
  stn_chart_add_key (chart, STN_SIGN_NOT_RECORDED, stn_wording_key_not_recorded ());
  stn_chart_add_row (chart, g_strdup ("from,to,nights,cramp_nights,value,low,high"));
  for (guint i = 0; i < months->len; i++)
    add_month (self, chart, &g_array_index (months, StnPeriodSummary, i));
  g_ptr_array_add (trends->charts, chart);
}

void
stn_trend_make_calendar (const StnTrendMaker *self)
{
  const StnTrends *trends = self->trends;
  StnSummary cramps = stn_summarize (self->nights, STN_MEASURE_CRAMPS);
  StnDate last;
  guint longest = stn_longest_run_without (self->nights, &last);
  g_autofree char *sentence = stn_wording_every_night (&cramps, longest, last, self->today);

  if (stn_date_days_between (trends->from, trends->to) < NIGHTS_SHOWN)
    make_nights (self, sentence);
  else
    make_months (self, sentence);
}
