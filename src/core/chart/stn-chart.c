/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart.h"

#include "chart/stn-course-marks.h"
#include "chart/stn-months-chart.h"

#define COURSE_LINES 13
#define BARS_LINES 10

struct _StnChart {
  StnChartForm form;
  const char *title;
  const char *when;
  const char *sentence;
  const char *note;
  union {
    StnCourseChart course;
    StnBarsChart bars;
    StnCalendarChart calendar;
    StnPlacesChart places;
  };
  double least, most; /* of the values and intervals of all points */
  GArray *points[2];  /* StnCoursePoint */
  GArray *marks;      /* StnChartMark */
  GArray *bar_list;   /* StnBar */
  GArray *cells;      /* StnCalendarCell */
  GArray *place_list; /* StnPlaceCount */
  GArray *keys;       /* StnChartKey */
  GPtrArray *rows;
  GPtrArray *words;
};

StnChart *
stn_chart_new (StnChartForm form, const char *title, const char *when, const char *sentence)
{
  StnChart *self = g_atomic_rc_box_new0 (StnChart);

  self->form = form;
  self->least = G_MAXDOUBLE;
  self->most = -G_MAXDOUBLE;
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    self->points[i] = g_array_new (FALSE, FALSE, sizeof (StnCoursePoint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (StnChartMark));
  self->bar_list = g_array_new (FALSE, FALSE, sizeof (StnBar));
  self->cells = g_array_new (FALSE, FALSE, sizeof (StnCalendarCell));
  self->place_list = g_array_new (FALSE, FALSE, sizeof (StnPlaceCount));
  self->keys = g_array_new (FALSE, FALSE, sizeof (StnChartKey));
  self->title = stn_chart_own (self, g_strdup (title));
  self->when = stn_chart_own (self, g_strdup (when));
  self->sentence = stn_chart_own (self, g_strdup (sentence));
  return self;
}

StnChart *
stn_chart_ref (StnChart *self)
{
  return g_atomic_rc_box_acquire (self);
}

static void
clear (gpointer data)
{
  StnChart *self = data;

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    g_array_unref (self->points[i]);
  g_array_unref (self->marks);
  g_array_unref (self->bar_list);
  g_array_unref (self->cells);
  g_array_unref (self->place_list);
  g_array_unref (self->keys);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->words);
}

void
stn_chart_unref (StnChart *self)
{
  g_atomic_rc_box_release_full (self, clear);
}

StnChartForm
stn_chart_get_form (const StnChart *self)
{
  return self->form;
}

const char *
stn_chart_get_title (const StnChart *self)
{
  return self->title;
}

const char *
stn_chart_get_when (const StnChart *self)
{
  return self->when;
}

const char *
stn_chart_get_sentence (const StnChart *self)
{
  return self->sentence;
}

const char *
stn_chart_own (StnChart *self, char *text)
{
  if (text != NULL)
    g_ptr_array_add (self->words, text);
  return text;
}

StnCourseChart *
stn_chart_get_course (StnChart *self)
{
  g_return_val_if_fail (self->form == STN_CHART_FORM_COURSE, NULL);
  return &self->course;
}

StnBarsChart *
stn_chart_get_bars (StnChart *self)
{
  g_return_val_if_fail (self->form == STN_CHART_FORM_BARS, NULL);
  return &self->bars;
}

StnCalendarChart *
stn_chart_get_calendar (StnChart *self)
{
  g_return_val_if_fail (
    self->form == STN_CHART_FORM_CALENDAR || self->form == STN_CHART_FORM_MONTHS, NULL);
  return &self->calendar;
}

StnPlacesChart *
stn_chart_get_places (StnChart *self)
{
  g_return_val_if_fail (self->form == STN_CHART_FORM_PLACES, NULL);
  return &self->places;
}

void
stn_chart_add_point (StnChart *self, guint series, const StnCoursePoint *point)
{
  g_return_if_fail (series < G_N_ELEMENTS (self->points));
  g_array_append_vals (self->points[series], point, 1);
  if (point->recorded == 0 || !point->value.known)
    return;
  self->least = MIN (self->least, point->low.known ? point->low.value : point->value.value);
  self->most = MAX (self->most, point->high.known ? point->high.value : point->value.value);
}

void
stn_chart_add_mark (StnChart *self, const StnChartMark *mark)
{
  g_array_append_vals (self->marks, mark, 1);
}

void
stn_chart_add_bar (StnChart *self, const StnBar *bar)
{
  g_array_append_vals (self->bar_list, bar, 1);
}

void
stn_chart_add_cell (StnChart *self, const StnCalendarCell *cell)
{
  g_array_append_vals (self->cells, cell, 1);
}

void
stn_chart_add_place (StnChart *self, const StnPlaceCount *place)
{
  g_array_append_vals (self->place_list, place, 1);
}

void
stn_chart_add_key (StnChart *self, StnChartSign sign, const char *words)
{
  StnChartKey key = {sign, words};

  g_array_append_val (self->keys, key);
}

guint
stn_chart_get_n_keys (const StnChart *self)
{
  return self->keys->len;
}

const StnChartKey *
stn_chart_get_key (const StnChart *self, guint i)
{
  return &g_array_index (self->keys, StnChartKey, i);
}

void
stn_chart_set_note (StnChart *self, const char *note)
{
  self->note = note;
}

const char *
stn_chart_get_note (const StnChart *self)
{
  return self->note;
}

void
stn_chart_add_row (StnChart *self, char *csv)
{
  g_ptr_array_add (self->rows, csv);
}

char *
stn_chart_get_csv (const StnChart *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->rows->len; i++) {
    g_string_append (text, g_ptr_array_index (self->rows, i));
    g_string_append_c (text, '\n');
  }
  return g_string_free (text, FALSE);
}

/* The first period that ends on @day or later. */
static guint
find_point (GArray *points, StnDate day)
{
  guint low = 0, high = points->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (stn_date_compare (g_array_index (points, StnCoursePoint, middle).to, day) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* What is between two days, and a period on each side, to which lines lead. */
static StnCourseSeries
slice (GArray *points, StnDate from, StnDate to)
{
  guint first = find_point (points, from), last = find_point (points, to);

  first -= first > 0 ? 1 : 0;
  last = MIN (last + 2, points->len);
  return (StnCourseSeries){&((const StnCoursePoint *) (gpointer) points->data)[first],
                           last - first};
}

/* The arrays may have moved while the chart was made: what is drawn points to them only here, in a copy. */
static StnCourseChart
course_of (const StnChart *self, StnCourseSeries series[2], StnDate from, StnDate to)
{
  StnCourseChart course = self->course;

  course.marks = (const StnChartMark *) (gpointer) self->marks->data;
  course.n_marks = self->marks->len;
  course.mark_rows = stn_course_marks_count (&course);
  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    series[i] = slice (self->points[i], from, to);
  course.series = series;
  course.n_series = self->points[1]->len > 0 ? 2 : 1;
  course.from = from;
  course.to = to;
  if (self->least <= self->most) {
    course.low = MIN (course.low, self->least);
    course.high = MAX (course.high, self->most);
  }
  course.mark_rows = MAX (course.mark_rows, stn_course_marks_count (&course));
  return course;
}

static StnCalendarChart
calendar_of (const StnChart *self)
{
  StnCalendarChart calendar = self->calendar;

  calendar.cells = (const StnCalendarCell *) (gpointer) self->cells->data;
  calendar.n_cells = self->cells->len;
  return calendar;
}

static StnPlacesChart
places_of (const StnChart *self)
{
  StnPlacesChart places = self->places;

  places.places = (const StnPlaceCount *) (gpointer) self->place_list->data;
  places.n_places = self->place_list->len;
  return places;
}

gboolean
stn_chart_has_dates (const StnChart *self)
{
  return self->form == STN_CHART_FORM_COURSE;
}

void
stn_chart_get_stride (const StnChart *self, guint *ret_across, guint *ret_down)
{
  *ret_across = self->form == STN_CHART_FORM_CALENDAR ? 7 : 1;
  *ret_down = 0;
  if (self->form == STN_CHART_FORM_CALENDAR || self->form == STN_CHART_FORM_PLACES)
    *ret_down = 1;
  if (self->form == STN_CHART_FORM_MONTHS)
    *ret_down = STN_MONTHS_CHART_COLUMNS;
}

double
stn_chart_get_height (const StnChart *self, const StnChartFace *face, double width)
{
  StnCalendarChart calendar = calendar_of (self);
  StnPlacesChart places = places_of (self);
  StnCourseSeries series[2];

  switch (self->form) {
  case STN_CHART_FORM_COURSE: {
    StnCourseChart course = course_of (self, series, self->course.from, self->course.to);

    return stn_course_marks_height (&course, face) + COURSE_LINES * face->line;
  }
  case STN_CHART_FORM_BARS:
    return BARS_LINES * face->line;
  case STN_CHART_FORM_CALENDAR:
    return stn_calendar_chart_height (&calendar, face, width);
  case STN_CHART_FORM_MONTHS:
    return stn_months_chart_height (&calendar, face, width);
  case STN_CHART_FORM_PLACES:
    return stn_places_chart_height (&places, face, width);
  }
  g_assert_not_reached ();
}

StnScene *
stn_chart_lay_out_between (const StnChart *self,
                           const StnChartFace *face,
                           double width,
                           gboolean mirrored,
                           StnDate from,
                           StnDate to)
{
  g_return_val_if_fail (stn_chart_has_dates (self), NULL);
  StnCourseSeries series[2];
  StnCourseChart course = course_of (self, series, from, to);

  return stn_course_chart_lay_out (&course, face, width, stn_chart_get_height (self, face, width),
                                   mirrored);
}

StnScene *
stn_chart_lay_out (const StnChart *self, const StnChartFace *face, double width, gboolean mirrored)
{
  StnCalendarChart calendar = calendar_of (self);
  StnPlacesChart places = places_of (self);
  StnBarsChart bars = self->bars;

  switch (self->form) {
  case STN_CHART_FORM_COURSE:
    return stn_chart_lay_out_between (self, face, width, mirrored, self->course.from,
                                      self->course.to);
  case STN_CHART_FORM_BARS:
    bars.bars = (const StnBar *) (gpointer) self->bar_list->data;
    bars.n_bars = self->bar_list->len;
    return stn_bars_chart_lay_out (&bars, face, width, stn_chart_get_height (self, face, width),
                                   mirrored);
  case STN_CHART_FORM_CALENDAR:
    return stn_calendar_chart_lay_out (&calendar, face, width, mirrored);
  case STN_CHART_FORM_MONTHS:
    return stn_months_chart_lay_out (&calendar, face, width, mirrored);
  case STN_CHART_FORM_PLACES:
    return stn_places_chart_lay_out (&places, face, width, mirrored);
  }
  g_assert_not_reached ();
}
