/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trend-marks.h"

#include "analysis/stn-summary.h"
#include "diary/stn-trend-maker.h"
#include "wording/stn-wording-legend.h"
#include "wording/stn-wording-medicine.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

#include <string.h>

/* As the analysis (analysis/stn-medicines.c): so much must be recorded on each side. */
#define MIN_NIGHTS 28
/* More marks than these hide what they stand for. */
#define MOST_MARKS 5

/* One of the three. */
typedef struct {
  StnDate date;
  const StnMedicine *medicine;
  const StnMedicineChange *change;
  const StnPersonCondition *condition;
  gboolean is_over;
} Event;

static int
compare_events (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (((const Event *) a)->date, ((const Event *) b)->date);
}

static void
add_event (GArray *events, Event event, StnDate from, StnDate to)
{
  if (stn_date_is_set (event.date) && stn_date_compare (event.date, from) >= 0 &&
      stn_date_compare (event.date, to) <= 0)
    g_array_append_val (events, event);
}

static void
add_medicines (const StnTrendMarks *self, GArray *events, StnDate from, StnDate to)
{
  for (guint i = 0; i < self->medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (self->medicines, i);

    for (guint j = 0; j < medicine->changes->len; j++) {
      const StnMedicineChange *change = g_ptr_array_index (medicine->changes, j);

      add_event (events, (Event){.date = change->date, .medicine = medicine, .change = change},
                 from, to);
    }
  }
}

/* From @from to @to, by date. */
static GArray *
collect (const StnTrendMarks *self, StnDate from, StnDate to)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));

  add_medicines (self, events, from, to);
  for (guint i = 0; i < self->visits->len; i++)
    add_event (events,
               (Event){.date = ((const StnVisit *) g_ptr_array_index (self->visits, i))->date},
               from, to);
  for (guint i = 0; i < self->conditions->len && !self->brief; i++) {
    const StnPersonCondition *condition = g_ptr_array_index (self->conditions, i);

    add_event (events, (Event){.date = condition->since, .condition = condition}, from, to);
    add_event (events, (Event){.date = condition->until, .condition = condition, .is_over = TRUE},
               from, to);
  }
  g_array_sort (events, compare_events);
  return events;
}

/* Up to %STN_TREND_MARK_DAYS on each side of @date, not beyond a change of a medicine. */
static void
find_window (const StnTrendMarks *self, StnDate date, StnDate *ret_from, StnDate *ret_to)
{
  g_autoptr (GArray) changes = g_array_new (FALSE, FALSE, sizeof (Event));

  *ret_from = stn_date_add_days (date, -STN_TREND_MARK_DAYS);
  *ret_to = stn_date_add_days (date, STN_TREND_MARK_DAYS - 1);
  add_medicines (self, changes, *ret_from, *ret_to);
  for (guint i = 0; i < changes->len; i++) {
    StnDate other = g_array_index (changes, Event, i).date;
    int order = stn_date_compare (other, date);

    if (order < 0 && stn_date_compare (other, *ret_from) > 0)
      *ret_from = other;
    if (order > 0 && stn_date_compare (other, *ret_to) <= 0)
      *ret_to = stn_date_add_days (other, -1);
  }
}

/* A number a week, or nothing. */
static void
append_rate (GString *row, const StnSummary *summary, gboolean is_told)
{
  stn_trend_append_number (row, is_told ? stn_trend_drawn (STN_MEASURE_CRAMPS, summary->mean)
                                        : STN_UNKNOWN_REAL);
}

/* What is told beside the mark, NULL for nothing; @row gets the same numbers. */
static char *
before_and_after (const StnTrendMarks *self, const Event *event, GString *row)
{
  StnDate date = event->date, from, to;

  find_window (self, date, &from, &to);
  g_autoptr (GPtrArray) earlier =
    stn_trend_nights_between (self->nights, from, stn_date_add_days (date, -1));
  g_autoptr (GPtrArray) later = stn_trend_nights_between (self->nights, date, to);
  StnSummary before = stn_summarize (earlier, STN_MEASURE_CRAMPS);
  StnSummary after = stn_summarize (later, STN_MEASURE_CRAMPS);
  gboolean is_told = before.n >= MIN_NIGHTS && after.n >= MIN_NIGHTS;

  append_rate (row, &before, is_told);
  append_rate (row, &after, is_told);
  if (self->brief && (!is_told || event->medicine == NULL))
    return NULL;
  return is_told ? stn_wording_before_and_after (&before, &after)
                 : g_strdup (stn_wording_not_compared (stn_date_days_between (date, self->today) <
                                                       MIN_NIGHTS));
}

static char *
title_of (const Event *event)
{
  if (event->medicine != NULL)
    return stn_wording_medicine_mark (event->medicine->name, event->change);
  if (event->condition != NULL) {
    g_autofree char *name = g_strdup (stn_wording_condition_name (event->condition));
    char *explained = strstr (name, " ("); /* "Sciatica (a squeezed nerve from the back)" */

    if (explained != NULL)
      *explained = '\0';
    return stn_wording_condition_mark (name, event->is_over);
  }
  return g_strdup (stn_wording_visit ());
}

static StnMarkKind
kind_of (const Event *event)
{
  if (event->medicine != NULL)
    return event->change->event == STN_MEDICINE_DOSE ? STN_MARK_DOSE : STN_MARK_MEDICINE;
  return event->condition != NULL ? STN_MARK_EVENT : STN_MARK_VISIT;
}

static void
add_mark (const StnTrendMarks *self, StnChart *chart, const Event *event)
{
  const char *title = stn_chart_own (chart, title_of (event));
  g_autofree char *day = stn_wording_date_brief (event->date, self->today);
  g_autofree char *name = stn_trend_csv_name (title);
  char date[STN_DATE_TEXT_SIZE];
  GString *row = g_string_new (stn_date_to_text (event->date, date));

  g_string_append_printf (row, ",%s,,,,,,%s", date, name);
  StnChartMark mark = {
    .date = event->date,
    .kind = kind_of (event),
    .title = title,
    .detail = stn_chart_own (chart, before_and_after (self, event, row)),
    .reading = stn_chart_own (chart, stn_wording_reading (day, title)),
  };

  stn_chart_add_mark (chart, &mark);
  stn_chart_add_row (chart, g_string_free (row, FALSE));
}

guint
stn_trend_marks_count_left_out (const StnTrendMarks *self, StnDate from, StnDate to)
{
  g_autoptr (GArray) events = collect (self, from, to);

  return events->len > MOST_MARKS ? events->len - MOST_MARKS : 0;
}

void
stn_trend_marks_add (const StnTrendMarks *self, StnChart *chart)
{
  const StnCourseChart *course = stn_chart_get_course (chart);
  g_autoptr (GArray) events = collect (self, course->from, course->to);

  for (guint i = events->len > MOST_MARKS ? events->len - MOST_MARKS : 0; i < events->len; i++)
    add_mark (self, chart, &g_array_index (events, Event, i));
}
