/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart.h"

#include "chart/stn-course-marks.h"

#define COURSE_LINES 12
#define BARS_LINES 10

struct _StnChart {
  StnChartForm form;
  const char *title;
  const char *sentence;
  union {
    StnCourseChart course;
    StnBarsChart bars;
    StnCalendarChart calendar;
  };
  GArray *points[2]; /* StnCoursePoint */
  GArray *marks;     /* StnChartMark */
  GArray *bar_list;  /* StnBar */
  GArray *cells;     /* StnCalendarCell */
  GPtrArray *rows;
  GPtrArray *words;
};

StnChart *
stn_chart_new (StnChartForm form, const char *title, const char *sentence)
{
  StnChart *self = g_atomic_rc_box_new0 (StnChart);

  self->form = form;
  self->words = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    self->points[i] = g_array_new (FALSE, FALSE, sizeof (StnCoursePoint));
  self->marks = g_array_new (FALSE, FALSE, sizeof (StnChartMark));
  self->bar_list = g_array_new (FALSE, FALSE, sizeof (StnBar));
  self->cells = g_array_new (FALSE, FALSE, sizeof (StnCalendarCell));
  self->title = stn_chart_own (self, g_strdup (title));
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
  g_return_val_if_fail (self->form == STN_CHART_FORM_CALENDAR, NULL);
  return &self->calendar;
}

void
stn_chart_add_point (StnChart *self, guint series, const StnCoursePoint *point)
{
  g_return_if_fail (series < G_N_ELEMENTS (self->points));
  g_array_append_vals (self->points[series], point, 1);
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

/* The arrays may have moved while the chart was made: what is drawn points to them only here, in a copy. */
static StnCourseChart
course_of (const StnChart *self, StnCourseSeries series[2])
{
  StnCourseChart course = self->course;

  for (guint i = 0; i < G_N_ELEMENTS (self->points); i++)
    series[i] = (StnCourseSeries){(const StnCoursePoint *) (gpointer) self->points[i]->data,
                                  self->points[i]->len};
  course.series = series;
  course.n_series = self->points[1]->len > 0 ? 2 : 1;
  course.marks = (const StnChartMark *) (gpointer) self->marks->data;
  course.n_marks = self->marks->len;
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

double
stn_chart_get_height (const StnChart *self, const StnChartFace *face, double width)
{
  switch (self->form) {
  case STN_CHART_FORM_COURSE: {
    StnCourseSeries series[2];
    StnCourseChart course = course_of (self, series);

    return stn_course_marks_height (&course, face) + COURSE_LINES * face->line;
  }
  case STN_CHART_FORM_BARS:
    return BARS_LINES * face->line;
  case STN_CHART_FORM_CALENDAR: {
    StnCalendarChart calendar = calendar_of (self);

    return stn_calendar_chart_height (&calendar, face, width);
  }
  }
  g_assert_not_reached ();
}

StnScene *
stn_chart_lay_out (const StnChart *self, const StnChartFace *face, double width, gboolean mirrored)
{
  double height = stn_chart_get_height (self, face, width);

  switch (self->form) {
  case STN_CHART_FORM_COURSE: {
    StnCourseSeries series[2];
    StnCourseChart course = course_of (self, series);

    return stn_course_chart_lay_out (&course, face, width, height, mirrored);
  }
  case STN_CHART_FORM_BARS: {
    StnBarsChart bars = self->bars;

    bars.bars = (const StnBar *) (gpointer) self->bar_list->data;
    bars.n_bars = self->bar_list->len;
    return stn_bars_chart_lay_out (&bars, face, width, height, mirrored);
  }
  case STN_CHART_FORM_CALENDAR: {
    StnCalendarChart calendar = calendar_of (self);

    return stn_calendar_chart_lay_out (&calendar, face, width, mirrored);
  }
  }
  g_assert_not_reached ();
}
