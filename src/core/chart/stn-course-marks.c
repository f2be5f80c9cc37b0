/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-course-marks.h"

#define SYMBOL 9.0
#define BETWEEN 6.0
#define ROW_SPACE 4.0

double
stn_course_x (const StnCourseChart *self, const StnChartFrame *frame, StnDate date)
{
  double days = stn_date_days_between (self->from, self->to) + 1;

  return frame->left +
         (frame->right - frame->left) * stn_date_days_between (self->from, date) / days;
}

static gboolean
is_inside (const StnCourseChart *self, const StnChartMark *mark)
{
  return stn_date_compare (mark->date, self->from) >= 0 &&
         stn_date_compare (mark->date, self->to) <= 0;
}

guint
stn_course_marks_count (const StnCourseChart *self)
{
  guint count = 0;

  for (guint i = 0; i < self->n_marks; i++)
    if (is_inside (self, &self->marks[i]))
      count++;
  return count;
}

double
stn_course_marks_height (const StnCourseChart *self, const StnChartFace *face)
{
  return self->mark_rows * (face->line + ROW_SPACE);
}

typedef struct {
  double x, left, right, y;
} Label;

static StnShapeKind
symbol_of (StnMarkKind kind)
{
  switch (kind) {
  case STN_MARK_MEDICINE:
    return STN_SHAPE_TRIANGLE;
  case STN_MARK_DOSE:
    return STN_SHAPE_SQUARE;
  case STN_MARK_VISIT:
    return STN_SHAPE_CROSS;
  case STN_MARK_EVENT:
    return STN_SHAPE_DIAMOND;
  }
  g_assert_not_reached ();
}

static StnDash
dash_of (StnMarkKind kind)
{
  return kind == STN_MARK_MEDICINE ? STN_DASH_DASHED : STN_DASH_DOTTED;
}

/* Where the words of a mark stand. */
typedef struct {
  double title;
  double detail;
  double end;
} Words;

/* Before their line; behind it where there is no room before; on both sides of it where neither has room for all of
 * them. FALSE when they do not fit at all. */
static gboolean
place_words (double x, double title, double detail, double room, Words *ret_words)
{
  double before = x - SYMBOL / 2 - BETWEEN;
  double behind = x + SYMBOL / 2 + BETWEEN;
  double width = title + (detail > 0 ? BETWEEN + detail : 0);

  if (width <= before || behind + width <= room) {
    double start = width <= before ? before - width : behind;

    *ret_words = (Words){start, start + title + BETWEEN, start + width};
    return TRUE;
  }
  *ret_words = (Words){before - title, behind, behind + detail};
  return detail > 0 && title <= before && behind + detail <= room;
}

/* As much of @title as fits; its value says all of it. */
static char *
shorten (const char *title, double room, const StnChartFace *face)
{
  for (long n = g_utf8_strlen (title, -1); n > 1; n--) {
    g_autofree char *begin = g_utf8_substring (title, 0, n);
    g_autofree char *shorter = g_strdup_printf ("%s…", g_strchomp (begin));

    if (face->measure (shorter, TRUE, face->data) <= room)
      return g_steal_pointer (&shorter);
  }
  return g_strdup ("");
}

/* (transfer full) the title as it is drawn. @ret_detail: whether the detail is drawn too. */
static char *
fit_words (const StnChartMark *mark,
           double x,
           double room,
           const StnChartFace *face,
           gboolean *ret_detail,
           Words *ret_words)
{
  double title = face->measure (mark->title, TRUE, face->data);
  double more = mark->detail != NULL ? face->measure (mark->detail, FALSE, face->data) : 0;

  *ret_detail = mark->detail != NULL && place_words (x, title, more, room, ret_words);
  if (*ret_detail || place_words (x, title, 0, room, ret_words))
    return g_strdup (mark->title);
  char *shorter = shorten (mark->title, MAX (x, room - x) - SYMBOL / 2 - BETWEEN, face);
  place_words (x, face->measure (shorter, TRUE, face->data), 0, room, ret_words);
  return shorter;
}

static Label
draw_words (const StnChartMark *mark, double x, double y, StnScene *scene, const StnChartFace *face)
{
  gboolean has_detail;
  Words words;
  g_autofree char *title =
    fit_words (mark, x, stn_scene_get_width (scene), face, &has_detail, &words);

  stn_scene_add (scene, &(StnShape){.kind = STN_SHAPE_TEXT,
                                    .ink = STN_INK_MARK,
                                    .x = words.title,
                                    .y = y,
                                    .height = face->line,
                                    .bold = TRUE,
                                    .text = title});
  if (has_detail)
    stn_scene_add_text (scene, face, words.detail, y, STN_ANCHOR_LEFT, STN_INK_MARK, mark->detail);
  stn_scene_add (scene, &(StnShape){.kind = symbol_of (mark->kind),
                                    .ink = STN_INK_MARK,
                                    .x = x - SYMBOL / 2,
                                    .y = y + (face->line - SYMBOL) / 2,
                                    .width = SYMBOL,
                                    .height = SYMBOL,
                                    .stroke = 2});
  return (Label){x, words.title - 2, words.end + 2, y};
}

static void
add_value (const StnChartMark *mark, const Label *label, StnScene *scene, double line)
{
  stn_scene_add_value (scene, &(StnSceneValue){.x = label->x,
                                               .y = label->y + line / 2,
                                               .left = MIN (label->left, label->x - SYMBOL),
                                               .top = label->y,
                                               .right = MAX (label->right, label->x + SYMBOL),
                                               .bottom = label->y + line,
                                               .cursor = STN_CURSOR_BOX,
                                               .title = (char *) mark->reading,
                                               .detail = (char *) mark->detail,
                                               .date = mark->date});
}

static void
draw_piece (StnScene *scene, double x, double from, double to, StnDash dash)
{
  if (to > from)
    stn_scene_add (scene, &(StnShape){.kind = STN_SHAPE_LINE,
                                      .ink = STN_INK_MARK,
                                      .dash = dash,
                                      .x = x,
                                      .y = from,
                                      .height = to - from,
                                      .stroke = 1.5});
}

/* From its symbol down to the axis, leaving out the words of later rows that it would cross. */
static void
draw_line (const Label *labels,
           guint row,
           guint n,
           StnScene *scene,
           double line,
           double bottom,
           StnDash dash)
{
  double x = labels[row].x, from = labels[row].y + line;

  for (guint i = row + 1; i < n; i++)
    if (x > labels[i].left && x < labels[i].right) {
      draw_piece (scene, x, from, labels[i].y, dash);
      from = labels[i].y + line;
    }
  draw_piece (scene, x, from, bottom, dash);
}

void
stn_course_marks_draw (const StnCourseChart *self,
                       const StnChartFrame *frame,
                       StnScene *scene,
                       const StnChartFace *face)
{
  g_autofree Label *labels = g_new (Label, self->n_marks + 1);
  g_autofree StnDash *dashes = g_new (StnDash, self->n_marks + 1);
  guint n = 0;

  for (guint i = 0; i < self->n_marks; i++) {
    const StnChartMark *mark = &self->marks[i];

    if (!is_inside (self, mark))
      continue;
    dashes[n] = dash_of (mark->kind);
    labels[n] = draw_words (mark, stn_course_x (self, frame, mark->date),
                            n * (face->line + ROW_SPACE), scene, face);
    add_value (mark, &labels[n], scene, face->line);
    n++;
  }
  for (guint row = 0; row < n; row++)
    draw_line (labels, row, n, scene, face->line, frame->bottom, dashes[row]);
}
