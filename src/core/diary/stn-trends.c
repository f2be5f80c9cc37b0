/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trends.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-visits.h"
#include "diary/stn-trend-marks.h"
#include "exchange/stn-csv-writer.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

#include <string.h>

/* A chart is readable with about so many periods; more of them become longer ones. */
#define NIGHTS_SHOWN 45
#define WEEKS_SHOWN 60
#define MONTHS_SHOWN 72
#define DAYS_OF_WEEK 7
#define DAYS_OF_MONTH 30
/* Fewer nights than this in a group are drawn as unsure. */
#define FEW_NIGHTS 10
/* The hours of the night begin at noon. */
#define FIRST_HOUR 12
#define HOURS 24

typedef struct {
  StnDiary *diary;
  const StnTrendQuestion *question;
  StnDate today;
  GPtrArray *all;    /* StnNight of the whole diary */
  GPtrArray *nights; /* those of the period; borrowed from all */
  GPtrArray *before; /* those of the period before it */
  StnTrends *trends;
} Maker;

void
stn_trend_question_free (StnTrendQuestion *self)
{
  g_free (self->slug);
  g_free (self);
}

void
stn_trends_free (StnTrends *self)
{
  g_ptr_array_unref (self->charts);
  g_free (self->places_sentence);
  g_free (self);
}

static char *
label_date (StnDate date, StnDateUnit unit, gboolean named_year, gpointer data)
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

static char *
label_number (double value, gpointer data)
{
  return stn_wording_axis_number (value);
}

static char *
label_weekday (int weekday, gpointer data)
{
  return stn_wording_axis_weekday (weekday);
}

static GPtrArray *
nights_between (GPtrArray *all, StnDate from, StnDate to)
{
  GPtrArray *some = g_ptr_array_new ();

  for (guint i = 0; i < all->len; i++) {
    StnNight *night = g_ptr_array_index (all, i);

    if (stn_date_compare (night->key, from) >= 0 && stn_date_compare (night->key, to) <= 0)
      g_ptr_array_add (some, night);
  }
  return some;
}

static StnPeriod
choose_period (StnMeasure measure, guint days)
{
  if (measure != STN_MEASURE_CRAMPS && days <= NIGHTS_SHOWN)
    return STN_PERIOD_NIGHT;
  if (days <= WEEKS_SHOWN * DAYS_OF_WEEK)
    return STN_PERIOD_WEEK;
  return days <= MONTHS_SHOWN * DAYS_OF_MONTH ? STN_PERIOD_MONTH : STN_PERIOD_YEAR;
}

/* Shares are drawn as nights a week. */
static StnOptReal
drawn (StnMeasure measure, StnOptReal value)
{
  if (measure == STN_MEASURE_CRAMPS)
    value.value *= DAYS_OF_WEEK;
  return value;
}

static double
axis_end (StnMeasure measure)
{
  switch (measure) {
  case STN_MEASURE_CRAMPS:
    return DAYS_OF_WEEK;
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

static void
append_number (GString *row, StnOptReal value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append_c (row, ',');
  if (value.known)
    g_string_append (row, g_ascii_formatd (text, sizeof text, "%.10g", value.value));
}

/* @key: its fields, already separated by commas. */
static void
add_row (StnChart *chart, const char *key, StnMeasure measure, const StnSummary *summary)
{
  GString *row = g_string_new (key);

  g_string_append_printf (row, ",%u", summary->n);
  append_number (row,
                 measure == STN_MEASURE_CRAMPS ? STN_KNOWN_REAL (summary->hits) : STN_UNKNOWN_REAL);
  append_number (row, drawn (measure, summary->mean));
  append_number (row, drawn (measure, summary->low));
  append_number (row, drawn (measure, summary->high));
  stn_chart_add_row (chart, g_string_free (row, FALSE));
}

static void
add_period (const Maker *self,
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
    .value = drawn (measure, one->summary.mean),
    .low = drawn (measure, one->summary.low),
    .high = drawn (measure, one->summary.high),
    .title = stn_chart_own (chart, stn_wording_reading (name, says)),
    .detail = stn_chart_own (chart, stn_wording_interval (measure, &one->summary)),
  };

  stn_chart_add_point (chart, series, &point);
  add_row (chart, key, measure, &one->summary);
}

static void
add_periods (const Maker *self,
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

static StnChart *
new_course (const Maker *self, const char *sentence)
{
  StnMeasure measure = self->question->measure;
  StnTrends *trends = self->trends;
  StnChart *chart = stn_chart_new (STN_CHART_FORM_COURSE, stn_wording_measure (measure), sentence);
  guint days = (guint) stn_date_days_between (trends->from, trends->to) + 1;
  StnPeriod period = choose_period (measure, days);

  *stn_chart_get_course (chart) = (StnCourseChart){
    .from = trends->from,
    .to = trends->to,
    .high = axis_end (measure),
    .few = period != STN_PERIOD_NIGHT,
    .not_recorded = stn_wording_state (STN_NIGHT_NOT_RECORDED),
    .nothing = stn_wording_nothing_to_draw (),
    .date_label = label_date,
    .number_label = label_number,
  };
  stn_chart_add_row (chart, g_strdup ("from,to,nights,cramp_nights,value,low,high"));
  add_periods (self, chart, 0, period, self->nights, trends->from, trends->to, 0);
  if (self->question->compare)
    add_periods (self, chart, 1, period, self->before,
                 stn_date_add_days (trends->from, -(int) days),
                 stn_date_add_days (trends->from, -1), (int) days);
  return chart;
}

static gboolean
make_course (const Maker *self, GError **error)
{
  StnMeasure measure = self->question->measure;
  StnTrends *trends = self->trends;
  StnSummary summary = stn_summarize (self->nights, measure);
  StnSummary before = stn_summarize (self->before, measure);
  guint days = (guint) stn_date_days_between (trends->from, trends->to) + 1;
  g_autofree char *sentence = self->question->compare
                                ? stn_wording_compared (measure, &summary, &before)
                                : stn_wording_course (measure, &summary, trends->recorded, days);
  g_autoptr (StnChart) chart = new_course (self, sentence);
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (self->diary, error);
  g_autoptr (GPtrArray) visits =
    medicines != NULL ? stn_diary_list_visits (self->diary, error) : NULL;

  if (visits == NULL)
    return FALSE;
  stn_trend_marks_add (chart, self->all, medicines, visits, self->question->brief);
  g_ptr_array_add (trends->charts, g_steal_pointer (&chart));
  return TRUE;
}

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
make_calendar (const Maker *self)
{
  StnTrends *trends = self->trends;
  StnSummary cramps = stn_summarize (self->nights, STN_MEASURE_CRAMPS);
  StnDate last;
  guint longest = stn_longest_run_without (self->nights, &last);
  g_autofree char *sentence = stn_wording_every_night (&cramps, longest, last, self->today);
  StnChart *chart =
    stn_chart_new (STN_CHART_FORM_CALENDAR, stn_wording_every_night_title (), sentence);
  guint next = 0;

  *stn_chart_get_calendar (chart) =
    (StnCalendarChart){.from = trends->from, .weekday = label_weekday, .date_label = label_date};
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
    append_number (row, severity);
    stn_chart_add_row (chart, g_string_free (row, FALSE));
    stn_chart_add_cell (
      chart,
      &(StnCalendarCell){cell_state (night),
                         stn_chart_own (chart, stn_wording_night_label (night, self->today))});
  }
  g_ptr_array_add (trends->charts, chart);
}

static StnChart *
new_bars (const Maker *self, StnBarsForm form, const char *title, const char *sentence)
{
  StnChart *chart = stn_chart_new (STN_CHART_FORM_BARS, title, sentence);

  *stn_chart_get_bars (chart) = (StnBarsChart){
    .form = form,
    .high = form == STN_BARS_COUNTS ? 1 : axis_end (self->question->measure),
    .whole = form == STN_BARS_COUNTS,
    .nothing = stn_wording_nothing_to_draw (),
    .number_label = label_number,
  };
  return chart;
}

/* A name as the first field of a line. */
static char *
csv_name (const char *name)
{
  GString *field = g_string_new (NULL);
  StnCsvWriter writer = {field};

  stn_csv_writer_add_text (&writer, name);
  return g_string_free (field, FALSE);
}

static void
add_count (StnChart *chart, char *label, guint count)
{
  const char *name = stn_chart_own (chart, label);
  g_autofree char *says = stn_wording_cramps (count);
  g_autofree char *field = csv_name (name);

  stn_chart_add_bar (chart,
                     &(StnBar){.label = name,
                               .value = STN_KNOWN_REAL (count),
                               .title = stn_chart_own (chart, stn_wording_reading (name, says))});
  stn_chart_add_row (chart, g_strdup_printf ("%s,%u", field, count));
}

/* The shortest run of hours, in the order of the night, that holds at least half of the cramps. */
static void
find_half (const guint hours[HOURS], guint known, int *ret_from, int *ret_to)
{
  int best = HOURS;

  *ret_from = 0;
  *ret_to = 0;
  for (int from = 0; from < HOURS; from++) {
    guint sum = 0;

    for (int length = 1; from + length <= HOURS; length++) {
      sum += hours[(FIRST_HOUR + from + length - 1) % HOURS];
      if (2 * sum >= known && length < best) {
        best = length;
        *ret_from = (FIRST_HOUR + from) % HOURS;
        *ret_to = (FIRST_HOUR + from + length) % HOURS;
      }
    }
  }
}

/* From the first to the last hour with a cramp, and from 22 to 7 in any case. */
static void
make_hours (const Maker *self)
{
  guint hours[HOURS];
  guint known = stn_count_hours (self->nights, hours);
  int first = 22 - FIRST_HOUR, last = 7 + HOURS - FIRST_HOUR, from, to;

  find_half (hours, known, &from, &to);
  g_autofree char *sentence = stn_wording_hours (from, to, known);
  StnChart *chart = new_bars (self, STN_BARS_COUNTS, stn_wording_hours_title (), sentence);
  stn_chart_get_bars (chart)->clock = TRUE;
  stn_chart_add_row (chart, g_strdup ("hour,cramps"));
  for (int i = 0; i < HOURS; i++)
    if (hours[(FIRST_HOUR + i) % HOURS] > 0) {
      first = MIN (first, i);
      last = MAX (last, i);
    }
  for (int i = first; i <= last && known > 0; i++)
    add_count (chart, stn_wording_axis_hour ((FIRST_HOUR + i) % HOURS),
               hours[(FIRST_HOUR + i) % HOURS]);
  g_ptr_array_add (self->trends->charts, chart);
}

static guint
find_most (const guint *counts, guint n)
{
  guint most = 0;

  for (guint i = 1; i < n; i++)
    if (counts[i] > counts[most])
      most = i;
  return most;
}

static void
make_severities (const Maker *self)
{
  guint counts[STN_SEVERITY_MAX + 1];
  guint known = stn_count_severities (self->nights, counts);
  guint most = find_most (counts, G_N_ELEMENTS (counts));
  g_autofree char *class = stn_wording_severity ((int) most);
  g_autofree char *sentence = stn_wording_most_common (class, counts[most], known);
  StnChart *chart = new_bars (self, STN_BARS_COUNTS, stn_wording_severities_title (), sentence);

  stn_chart_add_row (chart, g_strdup ("severity,cramps"));
  for (guint i = 0; i < G_N_ELEMENTS (counts) && known > 0; i++)
    add_count (chart, g_strdup_printf ("%u", i), counts[i]);
  g_ptr_array_add (self->trends->charts, chart);
}

static void
make_durations (const Maker *self)
{
  guint counts[STN_DURATION_CLASSES];
  guint known = stn_count_durations (self->nights, counts);
  guint most = find_most (counts, G_N_ELEMENTS (counts));
  g_autofree char *class = stn_wording_duration_class (most);
  g_autofree char *sentence = stn_wording_most_common (class, counts[most], known);
  StnChart *chart = new_bars (self, STN_BARS_COUNTS, stn_wording_durations_title (), sentence);

  stn_chart_add_row (chart, g_strdup ("duration,cramps"));
  for (guint i = 0; i < G_N_ELEMENTS (counts) && known > 0; i++)
    add_count (chart, stn_wording_duration_class (i), counts[i]);
  g_ptr_array_add (self->trends->charts, chart);
}

/* Takes @label. */
static void
add_rate (const Maker *self, StnChart *chart, char *label, const StnSummary *summary)
{
  StnMeasure measure = self->question->measure;
  const char *name = stn_chart_own (chart, label);
  g_autofree char *says = stn_wording_summary (measure, summary);
  g_autofree char *key = csv_name (name);

  stn_chart_add_bar (
    chart, &(StnBar){.label = name,
                     .value = drawn (measure, summary->mean),
                     .low = drawn (measure, summary->low),
                     .high = drawn (measure, summary->high),
                     .few = summary->n < FEW_NIGHTS,
                     .title = stn_chart_own (chart, stn_wording_reading (name, says)),
                     .detail = stn_chart_own (chart, stn_wording_interval (measure, summary))});
  add_row (chart, key, measure, summary);
}

static void
make_seasons (const Maker *self)
{
  StnSummary months[12];
  StnChart *chart =
    new_bars (self, STN_BARS_RATES, stn_wording_seasons_title (), stn_wording_seasons_sentence ());

  stn_summarize_seasons (self->nights, self->question->measure, months);
  stn_chart_add_row (chart, g_strdup ("month,nights,cramp_nights,value,low,high"));
  for (int i = 0; i < 12; i++)
    add_rate (self, chart, stn_wording_axis_month (stn_date_new (2024, i + 1, 1), FALSE),
              &months[i]);
  g_ptr_array_add (self->trends->charts, chart);
}

static gboolean
make_groups (const Maker *self, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self->diary, error);
  const StnFactor *factor = NULL;

  if (factors == NULL)
    return FALSE;
  for (guint i = 0; i < factors->len; i++)
    if (strcmp (((StnFactor *) g_ptr_array_index (factors, i))->slug, self->question->slug) == 0)
      factor = g_ptr_array_index (factors, i);
  if (factor == NULL)
    return TRUE;
  gboolean early = self->trends->recorded < STN_TRENDS_NIGHTS_FOR_PAIRS;
  g_autofree char *title = stn_wording_by_factor (factor);
  StnChart *chart = new_bars (self, STN_BARS_RATES, title, stn_wording_groups_sentence (early));
  stn_chart_add_row (chart, g_strdup ("group,nights,cramp_nights,value,low,high"));
  if (!early) {
    g_autoptr (GArray) groups =
      stn_summarize_groups (self->nights, self->question->measure, self->question->slug);

    for (guint i = 0; i < groups->len; i++) {
      const StnGroupSummary *group = &g_array_index (groups, StnGroupSummary, i);

      add_rate (self, chart, stn_wording_group (factor, group->low, group->high), &group->summary);
    }
  }
  g_ptr_array_add (self->trends->charts, chart);
  return TRUE;
}

static void
make_places (const Maker *self)
{
  StnTrends *trends = self->trends;
  StnSide side = STN_SIDE_LEFT;
  StnSite site = STN_SITE_CALF;
  guint most = 0;

  trends->places = stn_count_places (self->nights);
  for (StnSide leg = STN_SIDE_LEFT; leg <= STN_SIDE_RIGHT; leg++)
    for (StnSite i = STN_SITE_CALF; i <= STN_SITE_OTHER; i++) {
      guint count = trends->places.n[leg][i] + trends->places.n[STN_SIDE_BOTH][i];

      if (count > most) {
        most = count;
        side = leg;
        site = i;
      }
    }
  g_autofree char *place = stn_wording_place (side, site);
  trends->places_sentence =
    stn_wording_most_common_place (place, most, most > 0 ? trends->places.known : 0);
}

#define DAYS_FOR_SEASONS 300

/* What belongs to the measure beside its course. */
static gboolean
make_others (const Maker *self, GError **error)
{
  const StnTrends *trends = self->trends;

  switch (self->question->measure) {
  case STN_MEASURE_CRAMPS:
    make_calendar (self);
    make_hours (self);
    make_places (self);
    break;
  case STN_MEASURE_SEVERITY:
    make_severities (self);
    break;
  case STN_MEASURE_DURATION:
    make_durations (self);
    break;
  case STN_MEASURE_SLEPT:
  case STN_MEASURE_EFFICIENCY:
  case STN_MEASURE_LATENCY:
  case STN_MEASURE_AWAKE:
  case STN_MEASURE_AWAKENINGS:
  case STN_MEASURE_QUALITY:
  case STN_MEASURE_RESTED:
  case STN_MEASURE_TIRED:
    break;
  }
  if (stn_date_days_between (trends->from, trends->to) >= DAYS_FOR_SEASONS)
    make_seasons (self);
  return self->question->slug == NULL || make_groups (self, error);
}

/* Nights before the diary began are not nights that were not recorded. */
static gboolean
find_range (Maker *self, GError **error)
{
  StnDate first;
  StnTrends *trends = self->trends;

  trends->from = self->question->from;
  trends->to =
    stn_date_is_set (self->question->to) ? self->question->to : stn_diary_last_night (self->diary);
  if (!stn_diary_get_first_night (self->diary, &first, error))
    return FALSE;
  if (stn_date_is_set (first) && stn_date_compare (trends->from, first) < 0)
    trends->from = first;
  if (!stn_date_is_set (trends->from) || stn_date_compare (trends->from, trends->to) > 0)
    trends->from = trends->to;
  return TRUE;
}

StnTrends *
stn_trends_make (StnDiary *diary, const StnTrendQuestion *question, GError **error)
{
  g_autoptr (StnTrends) trends = g_new0 (StnTrends, 1);
  Maker self = {.diary = diary, .question = question, .trends = trends};

  trends->charts = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_chart_unref);
  self.today = stn_diary_today (diary);
  g_autoptr (GPtrArray) all = find_range (&self, error)
                                ? stn_diary_list_nights (diary, STN_NO_DATE, STN_NO_DATE, error)
                                : NULL;
  if (all == NULL)
    return NULL;
  int days = stn_date_days_between (trends->from, trends->to) + 1;
  g_autoptr (GPtrArray) nights = nights_between (all, trends->from, trends->to);
  g_autoptr (GPtrArray) before = nights_between (all, stn_date_add_days (trends->from, -days),
                                                 stn_date_add_days (trends->from, -1));
  self.all = all;
  self.nights = nights;
  self.before = before;
  trends->recorded = stn_summarize (nights, STN_MEASURE_CRAMPS).n;
  if (!make_course (&self, error) || !make_others (&self, error))
    return NULL;
  return g_steal_pointer (&trends);
}
