/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trend-maker.h"

#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-visits.h"
#include "diary/stn-trend-marks.h"
#include "wording/stn-wording-legend.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

/* A chart is readable with about so many periods; more of them become longer ones. */
#define NIGHTS_SHOWN 45
#define WEEKS_SHOWN 60
#define MONTHS_SHOWN 72
#define DAYS_OF_MONTH 30

static StnPeriod
choose_period (StnMeasure measure, guint days)
{
  if (measure != STN_MEASURE_CRAMPS && days <= NIGHTS_SHOWN)
    return STN_PERIOD_NIGHT;
  if (days <= WEEKS_SHOWN * STN_TREND_DAYS_OF_WEEK)
    return STN_PERIOD_WEEK;
  return days <= MONTHS_SHOWN * DAYS_OF_MONTH ? STN_PERIOD_MONTH : STN_PERIOD_YEAR;
}

static void
add_period (const StnTrendMaker *self,
            StnChart *chart,
            guint series,
            StnPeriod period,
            const StnPeriodSummary *one,
            int shift)
{
  StnMeasure measure = self->question->measure;
  g_autofree char *name = stn_wording_period (period, one->from, one->to, self->today);
  g_autofree char *says = stn_wording_summary (measure, &one->summary);
  char from[STN_DATE_TEXT_SIZE], to[STN_DATE_TEXT_SIZE];
  g_autofree char *key =
    g_strdup_printf ("%s,%s", stn_date_to_text (one->from, from), stn_date_to_text (one->to, to));
  StnCoursePoint point = {
    .from = stn_date_add_days (one->from, shift),
    .to = stn_date_add_days (one->to, shift),
    .recorded = measure == STN_MEASURE_CRAMPS ? one->recorded : one->summary.n,
    .value = stn_trend_drawn (measure, one->summary.mean),
    .low = stn_trend_drawn (measure, one->summary.low),
    .high = stn_trend_drawn (measure, one->summary.high),
    .title = stn_chart_own (chart, stn_wording_reading (name, says)),
    .detail = stn_chart_own (chart, stn_wording_interval (measure, &one->summary)),
  };

  stn_chart_add_point (chart, series, &point);
  stn_trend_add_row (chart, key, measure, &one->summary);
}

static void
add_periods (const StnTrendMaker *self,
             StnChart *chart,
             guint series,
             StnPeriod period,
             GPtrArray *nights,
             StnDate from,
             StnDate to,
             int shift)
{
  g_autoptr (GArray) periods =
    stn_summarize_periods (nights, self->question->measure, period, from, to);

  for (guint i = 0; i < periods->len; i++)
    add_period (self, chart, series, period, &g_array_index (periods, StnPeriodSummary, i), shift);
}

/* The legend: one line of each series says which nights it is when there are two. */
static void
add_keys (const StnTrendMaker *self, StnChart *chart, guint days)
{
  const StnTrends *trends = self->trends;

  if (self->question->compare) {
    char *before = stn_wording_span (stn_date_add_days (trends->from, -(int) days),
                                     stn_date_add_days (trends->from, -1));

    stn_chart_add_key (chart, STN_SIGN_POINT, stn_chart_get_when (chart));
    stn_chart_add_key (chart, STN_SIGN_BEFORE, stn_chart_own (chart, before));
  } else {
    stn_chart_add_key (chart, STN_SIGN_POINT, stn_wording_key_interval ());
  }
  if (stn_chart_get_course (chart)->few) {
    stn_chart_add_key (chart, STN_SIGN_FEW, stn_wording_key_few ());
    stn_chart_add_key (chart, STN_SIGN_TOO_FEW, stn_wording_key_too_few ());
  }
  stn_chart_add_key (chart, STN_SIGN_GAP, stn_wording_key_not_recorded ());
  stn_chart_set_note (chart, stn_wording_interval_kind (self->question->measure));
}

static StnChart *
new_course (const StnTrendMaker *self, const char *sentence)
{
  StnMeasure measure = self->question->measure;
  StnTrends *trends = self->trends;
  StnChart *chart =
    stn_chart_new (STN_CHART_FORM_COURSE, stn_wording_measure (measure), self->when, sentence);
  guint days = (guint) stn_date_days_between (trends->from, trends->to) + 1;
  StnPeriod period = choose_period (measure, days);

  *stn_chart_get_course (chart) = (StnCourseChart){
    .from = trends->from,
    .to = trends->to,
    .high = stn_trend_axis_end (measure),
    .most = stn_trend_most (measure),
    .few = period != STN_PERIOD_NIGHT,
    .not_recorded = stn_wording_state (STN_NIGHT_NOT_RECORDED),
    .nothing = stn_wording_nothing_to_draw (),
    .date_label = stn_trend_label_date,
    .number_label = stn_trend_label_number,
  };
  add_keys (self, chart, days);
  stn_chart_add_row (chart,
                     g_strdup ("from,to,nights,cramp_nights,value,low,high,mark,before,after"));
  add_periods (self, chart, 0, period, self->nights, trends->from, trends->to, 0);
  if (self->question->compare)
    add_periods (self, chart, 1, period, self->before,
                 stn_date_add_days (trends->from, -(int) days),
                 stn_date_add_days (trends->from, -1), (int) days);
  return chart;
}

/* In one sentence, and how many marks there was no room for. */
static char *
tell (const StnTrendMaker *self, guint left_out)
{
  StnMeasure measure = self->question->measure;
  const StnTrends *trends = self->trends;
  StnSummary summary = stn_summarize (self->nights, measure);
  StnSummary before = stn_summarize (self->before, measure);
  guint days = (guint) stn_date_days_between (trends->from, trends->to) + 1;
  g_autofree char *sentence = self->question->compare
                                ? stn_wording_compared (measure, &summary, &before)
                                : stn_wording_course (measure, &summary, trends->recorded, days);

  if (left_out == 0 || self->question->brief)
    return g_steal_pointer (&sentence);
  g_autofree char *more = stn_wording_marks_left_out (left_out);
  return g_strdup_printf ("%s %s", sentence, more);
}

gboolean
stn_trend_make_course (const StnTrendMaker *self, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (self->diary, error);
  g_autoptr (GPtrArray) visits =
    medicines != NULL ? stn_diary_list_visits (self->diary, error) : NULL;
  g_autoptr (GPtrArray) conditions =
    visits != NULL ? stn_diary_list_conditions (self->diary, error) : NULL;

  if (conditions == NULL)
    return FALSE;
  StnTrendMarks marks = {self->all,  medicines,   visits,
                         conditions, self->today, self->question->brief};
  g_autofree char *sentence =
    tell (self, stn_trend_marks_count_left_out (&marks, self->trends->from, self->trends->to));
  StnChart *chart = new_course (self, sentence);
  stn_trend_marks_add (&marks, chart);
  g_ptr_array_add (self->trends->charts, chart);
  return TRUE;
}
