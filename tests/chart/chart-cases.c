/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "chart/stn-bars-chart.h"
#include "chart/stn-calendar-chart.h"
#include "chart/stn-course-chart.h"

#include <glib.h>

static double
measure (const char *text, gboolean bold, gpointer data)
{
  return (double) g_utf8_strlen (text, -1) * 6;
}

StnChartFace
chart_cases_face (void)
{
  return (StnChartFace){16, measure, NULL};
}

static char *
label_number (double value, gpointer data)
{
  return g_strdup_printf ("%g", value);
}

static char *
label_date (StnDate date, StnDateUnit unit, gboolean named_year, gpointer data)
{
  static const char *const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  int year, month, day;

  stn_date_split (date, &year, &month, &day);
  switch (unit) {
  case STN_DATE_UNIT_DAY:
    return g_strdup_printf ("%d %s", day, months[month - 1]);
  case STN_DATE_UNIT_MONTH:
    return named_year ? g_strdup_printf ("%s %d", months[month - 1], year)
                      : g_strdup (months[month - 1]);
  case STN_DATE_UNIT_YEAR:
    return g_strdup_printf ("%d", year);
  }
  g_assert_not_reached ();
}

static char *
label_weekday (int weekday, gpointer data)
{
  static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};

  return g_strdup (names[weekday - 1]);
}

/* Weeks from Monday, @recorded nights each, with a rate that goes up and down. */
static void
fill_weeks (StnCoursePoint *points, guint n, StnDate from, guint (*recorded) (guint week))
{
  for (guint i = 0; i < n; i++) {
    double value = (i * 37 % 50) / 10.0;

    points[i] = (StnCoursePoint){
      .from = stn_date_add_days (from, (int) i * 7),
      .to = stn_date_add_days (from, (int) i * 7 + 6),
      .recorded = recorded (i),
      .value = STN_KNOWN_REAL (value),
      .low = STN_KNOWN_REAL (MAX (value - 1.5, 0)),
      .high = STN_KNOWN_REAL (MIN (value + 1.7, 7)),
      .title = "a week",
      .detail = "its rate",
    };
  }
}

static StnCourseChart
course_of (const StnCourseSeries *series, guint n_series)
{
  const StnCourseSeries *first = &series[0];

  return (StnCourseChart){
    .from = first->points[0].from,
    .to = first->points[first->n_points - 1].to,
    .series = series,
    .n_series = n_series,
    .high = 1,
    .few = TRUE,
    .not_recorded = "not recorded",
    .nothing = "No night was recorded here.",
    .date_label = label_date,
    .number_label = label_number,
  };
}

static guint
with_gaps (guint week)
{
  return week == 4 ? 4 : week == 9 || week == 30 ? 2 : week >= 24 && week <= 26 ? 0 : 6;
}

static guint
always (guint week)
{
  return 7;
}

static guint
never (guint week)
{
  return 0;
}

static StnScene *
year (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  StnCoursePoint points[47];
  const StnCourseSeries series = {points, G_N_ELEMENTS (points)};
  const StnChartMark marks[] = {
    {stn_date_new (2026, 9, 23), STN_MARK_MEDICINE, "Atorvastatin started", "2.5 → 3.3 a week"},
    {stn_date_new (2026, 10, 16), STN_MARK_DOSE, "Indapamide raised", "too early to compare"},
    {stn_date_new (2026, 10, 20), STN_MARK_VISIT, "Visit", NULL},
    {stn_date_new (2024, 10, 20), STN_MARK_VISIT, "Long ago", NULL},
  };

  fill_weeks (points, G_N_ELEMENTS (points), stn_date_new (2025, 12, 29), with_gaps);
  StnCourseChart chart = course_of (&series, 1);
  chart.marks = marks;
  chart.n_marks = G_N_ELEMENTS (marks);
  return stn_course_chart_lay_out (&chart, face, width, height, mirrored);
}

static StnScene *
two_periods (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  StnCoursePoint one[13], other[13];
  const StnCourseSeries series[] = {{one, 13}, {other, 13}};

  fill_weeks (one, 13, stn_date_new (2026, 6, 1), always);
  fill_weeks (other, 13, stn_date_new (2026, 6, 1), with_gaps);
  for (guint i = 0; i < 13; i++)
    other[i].value.value = (i * 11 % 30) / 10.0;
  StnCourseChart chart = course_of (series, 2);
  return stn_course_chart_lay_out (&chart, face, width, height, mirrored);
}

static StnScene *
weeks (const StnChartFace *face,
       double width,
       double height,
       gboolean mirrored,
       guint n,
       guint (*recorded) (guint week))
{
  g_autofree StnCoursePoint *points = g_new0 (StnCoursePoint, n);
  const StnCourseSeries series = {points, n};

  fill_weeks (points, n, stn_date_new (1976, 11, 22), recorded);
  if (n == 2600)
    points[1234].value = points[1234].high = STN_KNOWN_REAL (6.9);
  StnCourseChart chart = course_of (&series, 1);
  return stn_course_chart_lay_out (&chart, face, width, height, mirrored);
}

static StnScene *
fifty_years (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  return weeks (face, width, height, mirrored, 2600, always);
}

static StnScene *
nothing (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  return weeks (face, width, height, mirrored, 5, never);
}

static StnScene *
one_week (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  return weeks (face, width, height, mirrored, 1, always);
}

/* Two dates 40 years apart, and an outlier of 10,000 beside ones that are all the same. */
static StnScene *
far_apart (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  StnCoursePoint points[3] = {0};
  const StnCourseSeries series = {points, 3};

  for (guint i = 0; i < 3; i++)
    points[i] = (StnCoursePoint){.from = stn_date_new (1986 + (int) i * 20, 3, 1),
                                 .to = stn_date_new (1986 + (int) i * 20, 3, 1),
                                 .recorded = 1,
                                 .value = STN_KNOWN_REAL (i == 1 ? 10000 : 1),
                                 .title = "a night"};
  StnCourseChart chart = course_of (&series, 1);
  chart.few = FALSE;
  return stn_course_chart_lay_out (&chart, face, width, height, mirrored);
}

static StnScene *
lay_out_bars (
  const StnChartFace *face, double width, double height, gboolean mirrored, StnBarsForm form)
{
  static const char *const hours[] = {"22", "23", "0", "1", "2", "3", "4", "5", "6", "7"};
  StnBar bars[G_N_ELEMENTS (hours)] = {0};

  for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
    bars[i] = (StnBar){.label = hours[i],
                       .value = i == 8 ? STN_UNKNOWN_REAL : STN_KNOWN_REAL (i * 7 % 10),
                       .low = STN_KNOWN_REAL (MAX ((i * 7 % 10) - 1.0, 0)),
                       .high = STN_KNOWN_REAL ((i * 7 % 10) + 2.0),
                       .few = i == 3,
                       .title = hours[i],
                       .detail = "so many"};
  StnBarsChart chart = {.form = form,
                        .bars = bars,
                        .n_bars = G_N_ELEMENTS (bars),
                        .high = 1,
                        .whole = TRUE,
                        .clock = form == STN_BARS_COUNTS,
                        .nothing = "No time is known.",
                        .number_label = label_number};
  if (form == STN_BARS_COUNTS)
    for (guint i = 0; i < G_N_ELEMENTS (hours); i++)
      bars[i].high = STN_UNKNOWN_REAL;
  return stn_bars_chart_lay_out (&chart, face, width, height, mirrored);
}

static StnScene *
counts (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  return lay_out_bars (face, width, height, mirrored, STN_BARS_COUNTS);
}

static StnScene *
rates (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  return lay_out_bars (face, width, height, mirrored, STN_BARS_RATES);
}

static StnScene *
calendar (const StnChartFace *face, double width, double height, gboolean mirrored)
{
  StnCalendarCell cells[330];

  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    cells[i] = (StnCalendarCell){(StnCellState) (i * 13 % 37 % 5), "a night"};
  StnCalendarChart chart = {.from = stn_date_new (2025, 12, 27),
                            .cells = cells,
                            .n_cells = G_N_ELEMENTS (cells),
                            .weekday = label_weekday,
                            .date_label = label_date};
  return stn_calendar_chart_lay_out (&chart, face, width, mirrored);
}

static const ChartCase cases[] = {
  {"year", 740, 270, year},
  {"year-narrow", 320, 240, year},
  {"two-periods", 740, 240, two_periods},
  {"fifty-years", 740, 240, fifty_years},
  {"nothing", 740, 240, nothing},
  {"one-week", 740, 240, one_week},
  {"far-apart", 740, 240, far_apart},
  {"counts", 340, 200, counts},
  {"rates", 340, 200, rates},
  {"calendar", 740, 0, calendar},
  {"calendar-narrow", 320, 0, calendar},
};

const ChartCase *
chart_cases_get (guint i)
{
  return i < G_N_ELEMENTS (cases) ? &cases[i] : NULL;
}
