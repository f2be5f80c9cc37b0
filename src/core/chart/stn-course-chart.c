/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-course-chart.h"

#include "chart/stn-course-marks.h"

#include <math.h>

#define DOT 9.0
#define SMALLEST_DOT 3.0
#define DOT_SHARE .6 /* of the room to the next */
#define INTERVAL 5.0
#define LINE 2.0

typedef struct {
  const StnCourseChart *chart;
  const StnChartFace *face;
  StnChartFrame frame;
  StnScene *scene;
} Layout;

/* What of a period is drawn. */
typedef enum {
  SHOWS_NOTHING, /* a gap: no night, or nights that say nothing of this */
  SHOWS_DASH,
  SHOWS_OPEN,
  SHOWS_SOLID,
} Shows;

static Shows
shows (const StnCourseChart *self, const StnCoursePoint *point)
{
  if (point->recorded == 0 || !point->value.known)
    return SHOWS_NOTHING;
  if (!self->few || point->recorded >= STN_COURSE_FEW)
    return SHOWS_SOLID;
  return point->recorded < STN_COURSE_TOO_FEW ? SHOWS_DASH : SHOWS_OPEN;
}

static double
middle (const Layout *self, const StnCoursePoint *point)
{
  return (stn_course_x (self->chart, &self->frame, point->from) +
          stn_course_x (self->chart, &self->frame, stn_date_add_days (point->to, 1))) /
         2;
}

static double
y_of (const Layout *self, double value)
{
  return stn_chart_frame_y (&self->frame, value);
}

static gboolean
is_inside (const Layout *self, double x)
{
  return x >= self->frame.left && x <= self->frame.right;
}

/* Moves the end at @x, @y of a line to the edge that it would cross. */
static void
cut (const Layout *self, double *x, double *y, double other_x, double other_y)
{
  double edge = CLAMP (*x, self->frame.left, self->frame.right);

  if (edge == *x)
    return;
  *y = other_y + (*y - other_y) * (edge - other_x) / (*x - other_x);
  *x = edge;
}

static void
draw_line (const Layout *self, double x, double y, double to_x, double to_y, guint series)
{
  if (MAX (x, to_x) <= self->frame.left || MIN (x, to_x) >= self->frame.right)
    return;
  cut (self, &x, &y, to_x, to_y);
  cut (self, &to_x, &to_y, x, y);
  stn_scene_add (self->scene, &(StnShape){.kind = STN_SHAPE_LINE,
                                          .ink = series == 0 ? STN_INK_CRAMPS : STN_INK_NONE,
                                          .dash = series == 0 ? STN_DASH_SOLID : STN_DASH_DASHED,
                                          .x = x,
                                          .y = y,
                                          .width = to_x - x,
                                          .height = to_y - y,
                                          .stroke = LINE});
}

static void
draw_interval (const Layout *self, double x, double low, double high, double width, guint series)
{
  double top = y_of (self, high);

  stn_chart_frame_interval (self->scene, x - width / 2, top, width, y_of (self, low) - top,
                            series == 0 ? STN_INK_CRAMPS : STN_INK_NONE);
}

static void
draw_symbol (const Layout *self, const StnCoursePoint *point, double x, double size, guint series)
{
  Shows what = shows (self->chart, point);
  StnShape shape = {.ink = series == 0 ? STN_INK_CRAMPS : STN_INK_NONE,
                    .x = x - size / 2,
                    .y = y_of (self, point->value.value) - size / 2,
                    .width = size,
                    .height = size,
                    .stroke = LINE};

  switch (what) {
  case SHOWS_NOTHING:
    return;
  case SHOWS_DASH:
    shape.kind = STN_SHAPE_LINE;
    shape.y += size / 2;
    shape.height = 0;
    break;
  case SHOWS_OPEN:
    shape.kind = STN_SHAPE_RING;
    break;
  case SHOWS_SOLID:
    shape.kind = series == 0 ? STN_SHAPE_DISC : STN_SHAPE_SQUARE;
    shape.stroke = 0;
    break;
  }
  stn_scene_add (self->scene, &shape);
}

/* All periods whose middles fall into one column of pixels. */
typedef struct {
  const StnCoursePoint *only; /* the period when it is alone, else NULL */
  double x;
  double first, last, least, most; /* values */
  double low, high;                /* of the intervals; INFINITY, -INFINITY when none has one */
  guint n;
  gboolean joined; /* to the column before */
} Column;

static void
column_take (Column *self, const StnCoursePoint *point, double x, gboolean joined)
{
  double value = point->value.value;

  if (self->n++ == 0) {
    *self = (Column){point, x, value, value, value, value, INFINITY, -INFINITY, 1, joined};
  } else {
    self->only = NULL;
    self->last = value;
    self->least = MIN (self->least, value);
    self->most = MAX (self->most, value);
  }
  if (point->low.known && point->high.known) {
    self->low = MIN (self->low, point->low.value);
    self->high = MAX (self->high, point->high.value);
  }
}

/* Columns of a series from left to right; a gap begins a new run, and one inside a column is not seen. */
static GArray *
collect (const Layout *self, const StnCourseSeries *series, double aside)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  StnDate next = STN_NO_DATE; /* a period that begins here is joined to the one before */

  for (guint i = 0; i < series->n_points; i++) {
    const StnCoursePoint *point = &series->points[i];
    Shows what = shows (self->chart, point);
    double x = middle (self, point) + aside;

    if (what == SHOWS_NOTHING) {
      next = STN_NO_DATE;
      continue;
    }
    Column *last = columns->len > 0 ? &g_array_index (columns, Column, columns->len - 1) : NULL;
    if (last == NULL || floor (last->x) != floor (x)) {
      g_array_set_size (columns, columns->len + 1);
      last = &g_array_index (columns, Column, columns->len - 1);
    }
    column_take (last, point, x, stn_date_compare (next, point->from) == 0 && what != SHOWS_DASH);
    next = what != SHOWS_DASH ? stn_date_add_days (point->to, 1) : STN_NO_DATE;
  }
  return columns;
}

/* Middles of neighbouring periods lie so far apart. The first and last period may be cut off. */
static double
pitch (const Layout *self, const StnCourseSeries *series)
{
  double width = self->frame.right - self->frame.left;
  int days = stn_date_days_between (self->chart->from, self->chart->to) + 1;

  if (series->n_points == 0)
    return width;
  const StnCoursePoint *point = &series->points[series->n_points / 2];
  return width * (stn_date_days_between (point->from, point->to) + 1) / days;
}

/* From column @i to the nearer of its neighbours. */
static double
room_of (GArray *columns, guint i)
{
  const Column *column = &g_array_index (columns, Column, i);
  double room = G_MAXDOUBLE;

  if (i > 0)
    room = column->x - g_array_index (columns, Column, i - 1).x;
  if (i + 1 < columns->len)
    room = MIN (room, g_array_index (columns, Column, i + 1).x - column->x);
  return room;
}

static void
draw_series (const Layout *self, guint index)
{
  const StnCourseSeries *series = &self->chart->series[index];
  double apart = pitch (self, series);
  /* Two series stand side by side, so that neither hides the other's intervals. */
  double beside = self->chart->n_series > 1 ? MIN (apart / 8, INTERVAL) : 0;
  g_autoptr (GArray) columns = collect (self, series, index == 0 ? -beside : beside);
  double bar = CLAMP (apart * .35, 1, INTERVAL);

  for (guint i = 0; i < columns->len; i++) {
    const Column *column = &g_array_index (columns, Column, i);

    if (column->low <= column->high && is_inside (self, column->x))
      draw_interval (self, column->x, column->low, column->high, bar, index);
  }
  for (guint i = 0; i < columns->len; i++) {
    const Column *column = &g_array_index (columns, Column, i);
    const Column *before = i > 0 ? &g_array_index (columns, Column, i - 1) : NULL;

    if (column->joined && before != NULL)
      draw_line (self, before->x, y_of (self, before->last), column->x, y_of (self, column->first),
                 index);
    if (column->only == NULL && is_inside (self, column->x))
      draw_line (self, column->x, y_of (self, column->least), column->x, y_of (self, column->most),
                 index);
  }
  for (guint i = 0; i < columns->len; i++) {
    const Column *column = &g_array_index (columns, Column, i);

    if (column->only != NULL && is_inside (self, column->x))
      draw_symbol (self, column->only, column->x,
                   CLAMP (room_of (columns, i) * DOT_SHARE, SMALLEST_DOT, DOT), index);
  }
}

static void
draw_gap (const Layout *self, StnDate from, StnDate to)
{
  double left = MAX (stn_course_x (self->chart, &self->frame, from), self->frame.left);
  double right =
    MIN (stn_course_x (self->chart, &self->frame, stn_date_add_days (to, 1)), self->frame.right);
  double height = self->frame.bottom - self->frame.top, line = self->face->line;
  double words = self->face->measure (self->chart->not_recorded, FALSE, self->face->data);
  StnShape hatch = {.kind = STN_SHAPE_HATCH,
                    .ink = STN_INK_GAP,
                    .x = left,
                    .y = self->frame.top,
                    .width = right - left,
                    .height = height};

  if (right <= left)
    return;
  stn_scene_add (self->scene, &hatch);
  if (right - left < line + 4 || height < words + 2 * line)
    return;
  StnShape clear = hatch;
  clear.kind = STN_SHAPE_BOX;
  clear.ink = STN_INK_PAPER;
  clear.y += (height - words) / 2 - line / 2;
  clear.height = words + line;
  clear.x = (left + right - line) / 2 - 2;
  clear.width = line + 4;
  stn_scene_add (self->scene, &clear);
  clear.kind = STN_SHAPE_TEXT;
  clear.ink = STN_INK_QUIET;
  clear.turned = TRUE;
  clear.text = (char *) self->chart->not_recorded;
  stn_scene_add (self->scene, &clear);
}

/* Runs of days that no period with a night covers, a week or more. */
static void
draw_gaps (const Layout *self)
{
  const StnCourseSeries *series = &self->chart->series[0];

  if (series->n_points == 0)
    return;
  StnDate open = series->points[0].from; /* first day not yet covered */
  StnDate end = stn_date_add_days (series->points[series->n_points - 1].to, 1);

  for (guint i = 0; i <= series->n_points; i++) {
    const StnCoursePoint *point = i < series->n_points ? &series->points[i] : NULL;

    if (point != NULL && point->recorded == 0)
      continue;
    StnDate next = point != NULL ? point->from : end;
    if (stn_date_days_between (open, next) >= STN_COURSE_GAP_DAYS)
      draw_gap (self, open, stn_date_add_days (next, -1));
    if (point != NULL)
      open = stn_date_add_days (point->to, 1);
  }
}

static void
add_values (const Layout *self, const StnCourseSeries *series)
{
  for (guint i = 0; i < series->n_points; i++) {
    const StnCoursePoint *point = &series->points[i];
    gboolean drawn = shows (self->chart, point) != SHOWS_NOTHING;
    StnSceneValue value = {
      .x = middle (self, point),
      .y = drawn ? y_of (self, point->value.value) : self->frame.bottom,
      .left = MAX (stn_course_x (self->chart, &self->frame, point->from), self->frame.left),
      .top = self->frame.top,
      .right = MIN (stn_course_x (self->chart, &self->frame, stn_date_add_days (point->to, 1)),
                    self->frame.right),
      .bottom = self->frame.bottom,
      .cursor = STN_CURSOR_LINE,
      .title = (char *) point->title,
      .detail = (char *) point->detail,
      .date = stn_date_add_days (point->from, stn_date_days_between (point->from, point->to) / 2),
    };

    if (is_inside (self, value.x))
      stn_scene_add_value (self->scene, &value);
  }
}

/* The numbers that the axis must hold; FALSE when no period shows one. */
static gboolean
find_range (const StnCourseChart *self, double *low, double *high)
{
  gboolean any = FALSE;

  *low = self->low;
  *high = self->high;
  for (guint s = 0; s < self->n_series; s++)
    for (guint i = 0; i < self->series[s].n_points; i++) {
      const StnCoursePoint *point = &self->series[s].points[i];

      if (shows (self, point) == SHOWS_NOTHING)
        continue;
      any = TRUE;
      *low = MIN (*low, point->low.known ? point->low.value : point->value.value);
      *high = MAX (*high, point->high.known ? point->high.value : point->value.value);
    }
  return any;
}

StnScene *
stn_course_chart_lay_out (const StnCourseChart *self,
                          const StnChartFace *face,
                          double width,
                          double height,
                          gboolean mirrored)
{
  StnScene *scene = stn_scene_new (width, height);
  double above = stn_course_marks_height (self, face);
  double low, high;
  gboolean any = find_range (self, &low, &high);
  guint ticks = (guint) CLAMP ((height - above) / (face->line * 2.2), 2, 7);
  StnNumberScale scale = stn_number_scale_fit (low, high, ticks, self->whole);
  if (self->most.known)
    stn_number_scale_end_at (&scale, MAX (self->most.value, high));
  Layout layout = {
    self, face,
    stn_chart_frame_new (scene, face, &scale, above, self->number_label, self->label_data), scene};

  stn_chart_frame_dates (&layout.frame, scene, face, self->from, self->to, self->date_label,
                         self->label_data);
  if (any) {
    stn_chart_frame_numbers (&layout.frame, scene, face, self->number_label, self->label_data);
    draw_gaps (&layout);
  }
  for (guint i = 0; i < self->n_series && any; i++)
    draw_series (&layout, i);
  if (!any)
    stn_chart_frame_words (&layout.frame, scene, face, self->nothing);
  stn_course_marks_draw (self, &layout.frame, scene, face);
  for (guint i = 0; i < self->n_series; i++)
    add_values (&layout, &self->series[i]);
  stn_scene_sort_values (scene);
  if (mirrored)
    stn_scene_mirror (scene);
  return scene;
}
