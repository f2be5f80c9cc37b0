/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart-cases.h"

#include "chart/stn-chart-sheet.h"
#include "chart/stn-interval-chart.h"

#include <math.h>
#include <string.h>

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

/* Courses */

static StnChart *
new_course (StnDate from, StnDate to)
{
  StnChart *chart = stn_chart_new (
    STN_CHART_FORM_COURSE, "Cramp nights a week", "29 December 2025 to 22 November 2026",
    "Nights with cramps: 2.6 a week, likely between 2.1 and 3.1. 189 "
    "of 200 nights were recorded.");

  *stn_chart_get_course (chart) = (StnCourseChart){
    .from = from,
    .to = to,
    .high = 7,
    .most = STN_KNOWN_REAL (7),
    .few = TRUE,
    .not_recorded = "not recorded",
    .nothing = "No night was recorded here.",
    .date_label = label_date,
    .number_label = label_number,
  };
  stn_chart_add_key (chart, STN_SIGN_POINT, "With its likely range");
  stn_chart_add_key (chart, STN_SIGN_FEW, "Fewer than 5 nights");
  stn_chart_add_key (chart, STN_SIGN_TOO_FEW, "Fewer than 3 nights");
  stn_chart_add_key (chart, STN_SIGN_GAP, "Not recorded");
  stn_chart_set_note (chart, "Likely range: as a test would have it.");
  return chart;
}

/* Weeks from Monday, so many nights each, with a rate that goes up and down. */
static void
add_weeks (
  StnChart *chart, guint series, StnDate from, guint n, guint (*recorded) (guint week), guint turn)
{
  for (guint i = 0; i < n; i++) {
    double value = (i * turn % 50) / 10.0;

    stn_chart_add_point (chart, series,
                         &(StnCoursePoint){
                           .from = stn_date_add_days (from, (int) i * 7),
                           .to = stn_date_add_days (from, (int) i * 7 + 6),
                           .recorded = recorded (i),
                           .value = STN_KNOWN_REAL (i == 1234 ? 6.9 : value),
                           .low = STN_KNOWN_REAL (MAX (value - 1.5, 0)),
                           .high = STN_KNOWN_REAL (i == 1234 ? 6.9 : MIN (value + 1.7, 6)),
                           .title = "a week",
                           .detail = "its rate",
                         });
  }
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

static guint
but_one (guint week)
{
  return week == 3 ? 0 : 7;
}

static StnChart *
new_weeks (StnDate from, guint n, guint (*recorded) (guint week))
{
  StnChart *chart = new_course (from, stn_date_add_days (from, (int) n * 7 - 1));

  add_weeks (chart, 0, from, n, recorded, 37);
  return chart;
}

static StnChart *
year (void)
{
  const StnChartMark marks[] = {
    {stn_date_new (2024, 10, 20), STN_MARK_VISIT, "Long ago", NULL, "Long ago"},
    {stn_date_new (2026, 4, 2), STN_MARK_EVENT, "Pregnancy began", NULL, "2 April: Pregnancy"},
    {stn_date_new (2026, 9, 23), STN_MARK_MEDICINE, "Atorvastatin started", "2.5 → 3.3 a week",
     "23 September: Atorvastatin started"},
    {stn_date_new (2026, 10, 16), STN_MARK_DOSE, "Indapamide raised", "too early to compare",
     "16 October: Indapamide raised"},
    {stn_date_new (2026, 10, 20), STN_MARK_VISIT, "Visit", NULL, "20 October: Visit"},
  };
  StnChart *chart = new_weeks (stn_date_new (2025, 12, 29), 47, with_gaps);

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    stn_chart_add_mark (chart, &marks[i]);
  return chart;
}

static StnChart *
two_periods (void)
{
  StnChart *chart = new_weeks (stn_date_new (2026, 6, 1), 13, always);

  add_weeks (chart, 1, stn_date_new (2026, 6, 1), 13, with_gaps, 11);
  stn_chart_add_key (chart, STN_SIGN_BEFORE, "The period before");
  return chart;
}

static StnChart *
fifty_years (void)
{
  return new_weeks (stn_date_new (1976, 11, 22), 2600, always);
}

static StnChart *
nothing (void)
{
  return new_weeks (stn_date_new (1976, 11, 22), 5, never);
}

static StnChart *
one_week (void)
{
  return new_weeks (stn_date_new (1976, 11, 22), 1, always);
}

static StnChart *
week_missing (void)
{
  return new_weeks (stn_date_new (2026, 6, 1), 9, but_one);
}

/* Single nights, of which a value is known. */
static StnChart *
new_nights (const StnDate *dates, const double *values, guint n)
{
  StnChart *chart = new_course (dates[0], dates[n - 1]);

  stn_chart_get_course (chart)->few = FALSE;
  stn_chart_get_course (chart)->high = 1;
  stn_chart_get_course (chart)->most = STN_UNKNOWN_REAL;
  for (guint i = 0; i < n; i++)
    stn_chart_add_point (chart, 0,
                         &(StnCoursePoint){.from = dates[i],
                                           .to = dates[i],
                                           .recorded = 1,
                                           .value = STN_KNOWN_REAL (values[i]),
                                           .title = "a night"});
  return chart;
}

static StnChart *
one_night (void)
{
  const StnDate dates[] = {stn_date_new (2026, 11, 21)};

  return new_nights (dates, (const double[]){3}, 1);
}

static StnChart *
far_apart (void)
{
  const StnDate dates[] = {stn_date_new (1986, 3, 1), stn_date_new (2026, 3, 1)};

  return new_nights (dates, (const double[]){2, 4}, 2);
}

static StnChart *
new_month (double (*value_of) (guint day))
{
  StnDate dates[30];
  double values[30];

  for (guint i = 0; i < G_N_ELEMENTS (dates); i++) {
    dates[i] = stn_date_new (2026, 6, (int) i + 1);
    values[i] = value_of (i);
  }
  return new_nights (dates, values, G_N_ELEMENTS (dates));
}

static double
same (guint day)
{
  return 5;
}

static double
one_great (guint day)
{
  return day == 12 ? 10000 : 1 + day % 4;
}

static StnChart *
all_the_same (void)
{
  return new_month (same);
}

static StnChart *
outlier (void)
{
  return new_month (one_great);
}

/* Bars */

static StnChart *
new_bars (StnBarsForm form)
{
  static const char *const hours[] = {"22", "23", "0", "1", "2", "3", "4", "5", "6", "Not said"};
  StnChart *chart =
    stn_chart_new (STN_CHART_FORM_BARS, "Time of night", "6 May to 21 November 2026",
                   "Half or more began between 02:00 and 04:00.");

  *stn_chart_get_bars (chart) = (StnBarsChart){.form = form,
                                               .high = 1,
                                               .whole = TRUE,
                                               .clock = form == STN_BARS_COUNTS,
                                               .nothing = "No time is known.",
                                               .number_label = label_number};
  for (guint i = 0; i < G_N_ELEMENTS (hours); i++) {
    gboolean is_missing = i == 9;
    gboolean is_rate = form == STN_BARS_RATES;

    stn_chart_add_bar (
      chart,
      &(StnBar){.label = hours[i],
                .value = is_missing && is_rate ? STN_UNKNOWN_REAL
                                               : STN_KNOWN_REAL (is_missing ? 5 : i * 7 % 10),
                .low = is_rate ? STN_KNOWN_REAL (MAX ((i * 7 % 10) - 1.0, 0)) : STN_UNKNOWN_REAL,
                .high = is_rate ? STN_KNOWN_REAL ((i * 7 % 10) + 2.0) : STN_UNKNOWN_REAL,
                .few = i == 3,
                .missing = is_missing,
                .title = hours[i],
                .detail = "so many"});
  }
  stn_chart_add_key (chart, STN_SIGN_GAP, "Not recorded");
  return chart;
}

static StnChart *
counts (void)
{
  return new_bars (STN_BARS_COUNTS);
}

static StnChart *
rates (void)
{
  return new_bars (STN_BARS_RATES);
}

static StnChart *
no_bars (void)
{
  StnChart *chart = stn_chart_new (STN_CHART_FORM_BARS, "Time of night", "21 November 2026",
                                   "The time of no cramp is known.");

  *stn_chart_get_bars (chart) = (StnBarsChart){
    .form = STN_BARS_COUNTS, .high = 1, .nothing = "Nothing yet.", .number_label = label_number};
  return chart;
}

/* Calendars */

static StnChart *
new_calendar (StnChartForm form, guint n)
{
  StnChart *chart = stn_chart_new (form, "Every night", "27 December 2025 to 21 November 2026",
                                   "Cramps on 69 of the 189 nights recorded.");

  *stn_chart_get_calendar (chart) = (StnCalendarChart){
    .from = stn_date_new (2025, 12, 27), .weekday = label_weekday, .date_label = label_date};
  for (guint i = 0; i < n; i++)
    stn_chart_add_cell (chart,
                        &(StnCalendarCell){(StnCellState) (i * 13 % 37 % 5), "a night", NULL});
  for (guint sign = STN_SIGN_NO_CRAMPS; sign <= STN_SIGN_NOT_RECORDED; sign++)
    stn_chart_add_key (chart, (StnChartSign) sign, "Not recorded");
  return chart;
}

static StnChart *
calendar (void)
{
  return new_calendar (STN_CHART_FORM_CALENDAR, 330);
}

static StnChart *
months (void)
{
  return new_calendar (STN_CHART_FORM_MONTHS, 130);
}

/* Places */

static StnChart *
new_places (guint n)
{
  static const StnPlaceCount places[] = {
    {STN_SIDE_RIGHT, STN_SITE_CALF, 71, "Right calf", "71", "Right calf: 71 cramps"},
    {STN_SIDE_LEFT, STN_SITE_CALF, 38, "Left calf", "38", "Left calf: 38 cramps"},
    {STN_SIDE_LEFT, STN_SITE_TOES, 12, "Toes of the left foot", "12", "Left toes: 12 cramps"},
    {STN_SIDE_RIGHT, STN_SITE_OTHER, 1, "Right leg, elsewhere", "1", "Elsewhere: 1 cramp"},
    {STN_SIDE_UNKNOWN, STN_SITE_UNKNOWN, 8, "Place not said", "8", "Place not said: 8 cramps"},
  };
  StnChart *chart = stn_chart_new (STN_CHART_FORM_PLACES, "Where", "6 May to 21 November 2026",
                                   "Right calf in 71 of 122 cramps of which it is known.");

  *stn_chart_get_places (chart) =
    (StnPlacesChart){.left = "Left", .right = "Right", .nothing = "Nothing yet."};
  for (guint i = 0; i < n; i++)
    stn_chart_add_place (chart, &places[i]);
  return chart;
}

static StnChart *
places (void)
{
  return new_places (5);
}

static StnChart *
no_places (void)
{
  return new_places (0);
}

/* Small ones */

static StnScene *
interval_more (double width, gboolean mirrored)
{
  StnIntervalChart chart = {4, 20, 38, 100, TRUE, STN_INTERVAL_MORE};

  return stn_interval_chart_lay_out (&chart, width, 44, mirrored);
}

static StnScene *
interval_plain (double width, gboolean mirrored)
{
  StnIntervalChart chart = {-120, -8, 20, 50, FALSE, STN_INTERVAL_PLAIN};

  return stn_interval_chart_lay_out (&chart, width, 24, mirrored);
}

static const ChartCase cases[] = {
  {.name = "year", .width = 740, .make = year},
  {.name = "year-narrow", .width = 320, .make = year},
  {.name = "two-periods", .width = 740, .make = two_periods},
  {.name = "fifty-years", .width = 740, .make = fifty_years},
  {.name = "zoomed", .width = 740, .make = year, .from = {739777}, .to = {739827}},
  {.name = "nothing", .width = 740, .make = nothing},
  {.name = "one-week", .width = 740, .make = one_week},
  {.name = "one-night", .width = 740, .make = one_night},
  {.name = "week-missing", .width = 740, .make = week_missing},
  {.name = "far-apart", .width = 740, .make = far_apart},
  {.name = "all-the-same", .width = 740, .make = all_the_same},
  {.name = "outlier", .width = 740, .make = outlier},
  {.name = "counts", .width = 420, .make = counts},
  {.name = "rates", .width = 420, .make = rates},
  {.name = "no-bars", .width = 420, .make = no_bars},
  {.name = "calendar", .width = 740, .make = calendar},
  {.name = "calendar-narrow", .width = 320, .make = calendar},
  {.name = "months", .width = 740, .make = months},
  {.name = "months-narrow", .width = 320, .make = months},
  {.name = "places", .width = 740, .make = places},
  {.name = "places-narrow", .width = 320, .make = places},
  {.name = "no-places", .width = 740, .make = no_places},
  {.name = "interval-more", .width = 300, .lay_out = interval_more},
  {.name = "interval-plain", .width = 128, .lay_out = interval_plain},
};

const ChartCase *
chart_cases_get (guint i)
{
  return i < G_N_ELEMENTS (cases) ? &cases[i] : NULL;
}

const ChartCase *
chart_cases_find (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strcmp (cases[i].name, name) == 0)
      return &cases[i];
  g_assert_not_reached ();
}

StnScene *
chart_case_lay_out (const ChartCase *self,
                    const StnChartFace *face,
                    double width,
                    gboolean mirrored)
{
  if (self->make == NULL)
    return self->lay_out (width, mirrored);
  g_autoptr (StnChart) chart = self->make ();
  return stn_date_is_set (self->from)
           ? stn_chart_lay_out_between (chart, face, width, mirrored, self->from, self->to)
           : stn_chart_lay_out (chart, face, width, mirrored);
}

StnScene *
chart_case_print (const ChartCase *self, const StnChartFace *face)
{
  if (self->make == NULL)
    return self->lay_out (self->width, FALSE);
  g_autoptr (StnChart) chart = self->make ();
  return stn_chart_sheet_lay_out (chart, face, MAX (self->width, 400), FALSE);
}
