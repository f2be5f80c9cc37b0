/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-summary.h"

#include "analysis/stn-proportion.h"
#include "analysis/stn-quantile.h"
#include "analysis/stn-tails.h"

#include <math.h>

static StnOptReal
of_int (StnOptInt value, double unit)
{
  return value.known ? STN_KNOWN_REAL (value.value / unit) : STN_UNKNOWN_REAL;
}

static StnOptReal
greatest (const StnNight *night, StnOptInt (*field) (const StnEpisode *), double unit)
{
  StnOptReal most = STN_UNKNOWN_REAL;

  for (guint i = 0; i < night->episodes->len; i++) {
    StnOptReal value = of_int (field (g_ptr_array_index (night->episodes, i)), unit);

    if (value.known && (!most.known || value.value > most.value))
      most = value;
  }
  return most;
}

static StnOptInt
severity_of (const StnEpisode *episode)
{
  return episode->severity;
}

static StnOptInt
duration_of (const StnEpisode *episode)
{
  return episode->duration_s;
}

static StnOptReal
cramps_of (const StnNight *night)
{
  switch (stn_night_get_state (night)) {
  case STN_NIGHT_CRAMPS:
    return STN_KNOWN_REAL (1);
  case STN_NIGHT_NO_CRAMPS:
    return STN_KNOWN_REAL (0);
  case STN_NIGHT_NOT_RECORDED:
    return STN_UNKNOWN_REAL;
  }
  g_assert_not_reached ();
}

StnOptReal
stn_measure_of (const StnNight *night, StnMeasure measure)
{
  switch (measure) {
  case STN_MEASURE_CRAMPS:
    return cramps_of (night);
  case STN_MEASURE_SEVERITY:
    return greatest (night, severity_of, 1);
  case STN_MEASURE_DURATION:
    return greatest (night, duration_of, 60);
  case STN_MEASURE_SLEPT:
    return of_int (stn_night_measure_sleep (night).tst_min, 60);
  case STN_MEASURE_EFFICIENCY:
    return stn_night_measure_sleep (night).se_tib;
  case STN_MEASURE_LATENCY:
    return of_int (night->sleep.asleep_min, 1);
  case STN_MEASURE_AWAKE:
    return of_int (night->sleep.awake_min, 1);
  case STN_MEASURE_AWAKENINGS:
    return of_int (night->sleep.awakenings, 1);
  case STN_MEASURE_QUALITY:
    return of_int (night->sleep.quality, 1);
  case STN_MEASURE_RESTED:
    return of_int (night->sleep.rested, 1);
  case STN_MEASURE_TIRED:
    return of_int (night->sleep.tired, 1);
  }
  g_assert_not_reached ();
}

void
stn_measure_get_ends (StnMeasure measure, double *ret_least, double *ret_most)
{
  *ret_least = 0;
  *ret_most = INFINITY;
  switch (measure) {
  case STN_MEASURE_CRAMPS:
    *ret_most = 1;
    return;
  case STN_MEASURE_SEVERITY:
  case STN_MEASURE_TIRED:
    *ret_most = 10;
    return;
  case STN_MEASURE_SLEPT:
    *ret_most = 24;
    return;
  case STN_MEASURE_EFFICIENCY:
    *ret_most = 100;
    return;
  case STN_MEASURE_QUALITY:
  case STN_MEASURE_RESTED:
    *ret_least = 1;
    *ret_most = 5;
    return;
  case STN_MEASURE_DURATION:
  case STN_MEASURE_LATENCY:
  case STN_MEASURE_AWAKE:
  case STN_MEASURE_AWAKENINGS:
    return;
  }
  g_assert_not_reached ();
}

/* A running mean and sum of squares around it (Welford 1962, Technometrics 4, 419). */
typedef struct {
  guint n;
  guint hits;
  double mean;
  double squares;
} Tally;

static void
tally_add (Tally *self, StnOptReal value)
{
  if (!value.known)
    return;
  double off = value.value - self->mean;

  self->n++;
  self->hits += value.value > 0 ? 1 : 0;
  self->mean += off / self->n;
  self->squares += off * (value.value - self->mean);
}

static StnSummary
tally_end (const Tally *self, StnMeasure measure)
{
  if (self->n == 0)
    return (StnSummary){0};
  if (measure == STN_MEASURE_CRAMPS) {
    StnProportion share = stn_proportion_of (self->hits, self->n);

    return (StnSummary){self->n, self->hits, STN_KNOWN_REAL (share.share),
                        STN_KNOWN_REAL (share.low), STN_KNOWN_REAL (share.high)};
  }
  StnSummary summary = {.n = self->n, .mean = STN_KNOWN_REAL (self->mean)};
  if (self->n >= 2 && self->squares > 0) {
    double half =
      stn_student_quantile (.975, self->n - 1) * sqrt (self->squares / (self->n - 1) / self->n);
    double least, most;

    stn_measure_get_ends (measure, &least, &most);
    summary.low = STN_KNOWN_REAL (MAX (self->mean - half, least));
    summary.high = STN_KNOWN_REAL (MIN (self->mean + half, most));
  }
  return summary;
}

StnSummary
stn_summarize (GPtrArray *nights, StnMeasure measure)
{
  Tally tally = {0};

  for (guint i = 0; i < nights->len; i++)
    tally_add (&tally, stn_measure_of (g_ptr_array_index (nights, i), measure));
  return tally_end (&tally, measure);
}

/* Last day of the period that @day is in. */
static StnDate
period_end (StnPeriod period, StnDate day)
{
  int year, month;

  stn_date_split (day, &year, &month, NULL);
  switch (period) {
  case STN_PERIOD_NIGHT:
    return day;
  case STN_PERIOD_WEEK:
    return stn_date_add_days (day, 7 - stn_date_weekday (day));
  case STN_PERIOD_MONTH:
    return month == 12 ? stn_date_new (year, 12, 31)
                       : stn_date_add_days (stn_date_new (year, month + 1, 1), -1);
  case STN_PERIOD_YEAR:
    return stn_date_new (year, 12, 31);
  }
  g_assert_not_reached ();
}

GArray *
stn_summarize_periods (
  GPtrArray *nights, StnMeasure measure, StnPeriod period, StnDate from, StnDate to)
{
  GArray *periods = g_array_new (FALSE, FALSE, sizeof (StnPeriodSummary));
  guint next = 0;

  while (next < nights->len &&
         stn_date_compare (((StnNight *) g_ptr_array_index (nights, next))->key, from) < 0)
    next++;
  for (StnDate day = from; stn_date_compare (day, to) <= 0;) {
    StnDate end = period_end (period, day);
    StnPeriodSummary one = {.from = day, .to = stn_date_compare (end, to) < 0 ? end : to};
    Tally tally = {0};

    for (; next < nights->len; next++) {
      const StnNight *night = g_ptr_array_index (nights, next);

      if (stn_date_compare (night->key, one.to) > 0)
        break;
      one.recorded += stn_night_get_state (night) != STN_NIGHT_NOT_RECORDED ? 1 : 0;
      tally_add (&tally, stn_measure_of (night, measure));
    }
    one.summary = tally_end (&tally, measure);
    g_array_append_val (periods, one);
    day = stn_date_add_days (one.to, 1);
  }
  return periods;
}

void
stn_summarize_seasons (GPtrArray *nights, StnMeasure measure, StnSummary ret_months[12])
{
  Tally tallies[12] = {0};

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    int month;

    stn_date_split (night->key, NULL, &month, NULL);
    tally_add (&tallies[month - 1], stn_measure_of (night, measure));
  }
  for (guint i = 0; i < G_N_ELEMENTS (tallies); i++)
    ret_months[i] = tally_end (&tallies[i], measure);
}

/* The factor's values of the nights that tell @measure, ascending. */
static GArray *
collect_values (GPtrArray *nights, StnMeasure measure, const char *slug)
{
  GArray *values = g_array_new (FALSE, FALSE, sizeof (double));

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    const StnFactorValue *value = stn_night_get_value (night, slug);

    if (value != NULL && stn_measure_of (night, measure).known)
      g_array_append_val (values, value->value);
  }
  stn_sort_reals ((double *) (gpointer) values->data, values->len);
  return values;
}

static void
append_group (GArray *groups, double low, double high)
{
  StnGroupSummary group = {.low = low, .high = high};

  g_array_append_val (groups, group);
}

/* A group for each value. FALSE when there are too many. */
static gboolean
group_by_value (GArray *groups, GArray *values)
{
  for (guint i = 0; i < values->len; i++) {
    double value = g_array_index (values, double, i);

    if (i > 0 && value == g_array_index (values, double, i - 1))
      continue;
    if (groups->len == STN_GROUPS_MOST_VALUES)
      return FALSE;
    append_group (groups, value, value);
  }
  return TRUE;
}

static void
group_by_quartile (GArray *groups, GArray *values)
{
  const double *sorted = (const double *) (gconstpointer) values->data;
  guint begin = 0;

  g_array_set_size (groups, 0);
  for (guint q = 1; q <= STN_GROUPS; q++) {
    double end = stn_quantile (sorted, values->len, (double) q / STN_GROUPS);
    guint last = begin;

    while (last < values->len && (q == STN_GROUPS || sorted[last] <= end))
      last++;
    if (last > begin)
      append_group (groups, sorted[begin], sorted[last - 1]);
    begin = last;
  }
}

static StnSummary
summarize_group (GPtrArray *nights,
                 StnMeasure measure,
                 const char *slug,
                 const StnGroupSummary *group)
{
  Tally tally = {0};

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    const StnFactorValue *value = stn_night_get_value (night, slug);

    if (value != NULL && value->value >= group->low && value->value <= group->high)
      tally_add (&tally, stn_measure_of (night, measure));
  }
  return tally_end (&tally, measure);
}

GArray *
stn_summarize_groups (GPtrArray *nights, StnMeasure measure, const char *slug)
{
  GArray *groups = g_array_new (FALSE, FALSE, sizeof (StnGroupSummary));
  g_autoptr (GArray) values = collect_values (nights, measure, slug);

  if (!group_by_value (groups, values))
    group_by_quartile (groups, values);
  for (guint i = 0; i < groups->len; i++) {
    StnGroupSummary *group = &g_array_index (groups, StnGroupSummary, i);

    group->summary = summarize_group (nights, measure, slug, group);
  }
  return groups;
}
