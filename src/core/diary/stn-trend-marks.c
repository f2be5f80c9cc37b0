/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-trend-marks.h"

#include "analysis/stn-summary.h"
#include "wording/stn-wording-trend.h"
#include "wording/stn-wording.h"

/* The window in which the analysis compares (analysis/stn-medicines.c), and how much must be recorded on each side. */
#define WINDOW_DAYS 182
#define MIN_NIGHTS 28
/* More marks than these hide what they stand for. */
#define MOST_MARKS 5

typedef struct {
  StnDate date;
  const StnMedicine *medicine; /* NULL: a visit */
  const StnMedicineChange *change;
} Event;

static int
compare_events (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (((const Event *) a)->date, ((const Event *) b)->date);
}

static GArray *
collect (GPtrArray *medicines, GPtrArray *visits)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint i = 0; i < medicines->len; i++) {
    const StnMedicine *medicine = g_ptr_array_index (medicines, i);

    for (guint j = 0; j < medicine->changes->len; j++) {
      const StnMedicineChange *change = g_ptr_array_index (medicine->changes, j);
      Event event = {change->date, medicine, change};

      if (stn_date_is_set (change->date))
        g_array_append_val (events, event);
    }
  }
  for (guint i = 0; i < visits->len; i++) {
    Event event = {((const StnVisit *) g_ptr_array_index (visits, i))->date, NULL, NULL};

    g_array_append_val (events, event);
  }
  g_array_sort (events, compare_events);
  return events;
}

/* Nights from @from to @to, both included. */
static StnSummary
summarize (GPtrArray *nights, StnDate from, StnDate to)
{
  g_autoptr (GPtrArray) some = g_ptr_array_new ();

  for (guint i = 0; i < nights->len; i++) {
    StnNight *night = g_ptr_array_index (nights, i);

    if (stn_date_compare (night->key, from) >= 0 && stn_date_compare (night->key, to) <= 0)
      g_ptr_array_add (some, night);
  }
  return stn_summarize (some, STN_MEASURE_CRAMPS);
}

/* (nullable) */
static char *
before_and_after (GArray *events, guint at, GPtrArray *nights, gboolean brief)
{
  StnDate date = g_array_index (events, Event, at).date;
  StnDate from = stn_date_add_days (date, -WINDOW_DAYS);
  StnDate to = stn_date_add_days (date, WINDOW_DAYS - 1);

  for (guint i = 0; i < events->len; i++) {
    const Event *other = &g_array_index (events, Event, i);
    int order = stn_date_compare (other->date, date);

    if (other->medicine == NULL)
      continue;
    if (order < 0 && stn_date_compare (other->date, from) > 0)
      from = other->date;
    if (order > 0 && stn_date_compare (other->date, to) <= 0)
      to = stn_date_add_days (other->date, -1);
  }
  StnSummary before = summarize (nights, from, stn_date_add_days (date, -1));
  StnSummary after = summarize (nights, date, to);
  gboolean enough = before.n >= MIN_NIGHTS && after.n >= MIN_NIGHTS;
  return brief && !enough ? NULL : stn_wording_before_and_after (&before, &after, enough);
}

static gboolean
is_on_axis (const StnCourseChart *course, StnDate date)
{
  return stn_date_compare (date, course->from) >= 0 && stn_date_compare (date, course->to) <= 0;
}

static void
add_mark (StnChart *chart, GArray *events, guint at, GPtrArray *nights, gboolean brief)
{
  const Event *event = &g_array_index (events, Event, at);
  StnChartMark mark = {.date = event->date, .kind = STN_MARK_VISIT};

  if (event->medicine == NULL) {
    mark.title = stn_wording_visit ();
  } else {
    mark.kind = event->change->event == STN_MEDICINE_DOSE ? STN_MARK_DOSE : STN_MARK_MEDICINE;
    mark.title =
      stn_chart_own (chart, stn_wording_medicine_mark (event->medicine->name, event->change));
    mark.detail = stn_chart_own (chart, before_and_after (events, at, nights, brief));
  }
  stn_chart_add_mark (chart, &mark);
}

void
stn_trend_marks_add (
  StnChart *chart, GPtrArray *nights, GPtrArray *medicines, GPtrArray *visits, gboolean brief)
{
  const StnCourseChart *course = stn_chart_get_course (chart);
  g_autoptr (GArray) events = collect (medicines, visits);
  guint first = events->len, shown = 0;

  while (first > 0 && shown < MOST_MARKS) {
    first--;
    shown += is_on_axis (course, g_array_index (events, Event, first).date) ? 1 : 0;
  }
  for (guint i = first; i < events->len; i++)
    if (is_on_axis (course, g_array_index (events, Event, i).date))
      add_mark (chart, events, i, nights, brief);
}
