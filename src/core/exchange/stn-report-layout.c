/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-report-layout.h"

#include "exchange/stn-report-rows.h"
#include "wording/stn-wording-report.h"

#include <string.h>

/* All in pixels of 1/96 inch. */
#define MARGIN 54.0
#define PART_SPACE 9.0
/* Of a page with little on it, at most. */
#define WIDE_PART_SPACE 20.0
#define BOX_PADDING 12.0
#define COLUMN_SPACE 36.0
#define FOOT 30.0

static const StnPageText title_text = {18, TRUE, STN_INK_INK, FALSE};
static const StnPageText person_text = {10.5, TRUE, STN_INK_INK, TRUE};
static const StnPageText rate_text = {12, TRUE, STN_INK_INK, FALSE};
static const StnPageText course_text = {12, FALSE, STN_INK_INK, FALSE};
static const StnPageText sentence_text = {9.75, FALSE, STN_INK_INK, FALSE};
static const StnPageText quiet_text = {9, FALSE, STN_INK_QUIET, FALSE};
static const StnPageText quiet_end_text = {9, FALSE, STN_INK_QUIET, TRUE};

/* What stands on the first page of each part: for each of its rows, how many items. */
typedef struct {
  GPtrArray *rows; /* borrowed */
  guint *items;
  gboolean closed; /* a row did not fit; those after it are not tried */
} Shown;

typedef struct {
  const StnReport *report;
  StnPages *pages;
  StnReportRows rows;
  double left, width;
  StnScene *scene; /* the chart, until it is put */
  double scene_height;
  gboolean is_told; /* the chart is a sentence, where there is no room for it */
  Shown shown[STN_N_REPORT_PARTS];
  gboolean is_brief;
  gboolean goes_on; /* on a second page, where the rest of every part is */
  guint most_words; /* on the first page, for what is placed now */
  guint head_words, base_words;
  double room;  /* for all parts together */
  double space; /* above and below the rules of the first page */
} Layout;

static gboolean
is_flowing (StnReportPart part)
{
  return part <= STN_REPORT_CONDITIONS;
}

static void
shown_init (Shown *shown, GPtrArray *rows)
{
  g_free (shown->items);
  *shown = (Shown){.rows = rows, .items = g_new0 (guint, rows->len + 1)};
}

static const StnReportRow *
row_of (const Shown *shown, guint i)
{
  return g_ptr_array_index (shown->rows, i);
}

static gboolean
is_whole (const Layout *self, StnReportPart part)
{
  const Shown *shown = &self->shown[part];

  if (part == STN_REPORT_SIGNS && self->is_brief)
    return FALSE;
  for (guint i = 0; i < shown->rows->len; i++)
    if (shown->items[i] < row_of (shown, i)->items->len)
      return FALSE;
  return TRUE;
}

static gboolean
shows_anything (const Shown *shown)
{
  for (guint i = 0; i < shown->rows->len; i++)
    if (shown->items[i] > 0)
      return TRUE;
  return FALSE;
}

/* Of a part that no second page takes up it is said that there is one, also where nothing of it has room, as long as that does
 * not take the room of another. */
static gboolean
stands (const Layout *self, StnReportPart part)
{
  return self->shown[part].rows->len > 0 &&
         (is_flowing (part) || (!self->is_told && !self->goes_on) ||
          shows_anything (&self->shown[part]));
}

/* (nullable) where the rest of a part is that is not whole. */
static char *
note_of (const Layout *self, StnReportPart part)
{
  if (is_whole (self, part))
    return NULL;
  return is_flowing (part) || self->goes_on ? stn_wording_report_continues (2)
                                            : g_strdup (stn_wording_report_more ());
}

static double
part_width (const Layout *self, StnReportPart part)
{
  return is_flowing (part) ? self->width : (self->width - COLUMN_SPACE) / 2;
}

/* Puts the part, or with @measures only says how high it would be. */
static double
put_part (const Layout *self, StnReportPart part, double x, double y, gboolean measures)
{
  const Shown *shown = &self->shown[part];
  double width = part_width (self, part), height = 0;
  g_autofree char *note = note_of (self, part);

  if (!stands (self, part))
    return 0;
  height += stn_report_rows_put_heading (&self->rows, self->report->parts[part].heading, x, y,
                                         width, measures);
  for (guint i = 0; i < shown->rows->len; i++)
    if (shown->items[i] > 0)
      height += stn_report_rows_put (&self->rows, part, row_of (shown, i), 0, shown->items[i], x,
                                     y + height, width, measures);
  if (note != NULL) {
    if (!measures)
      stn_pages_put_text (self->pages, &quiet_end_text, note, x, y + height, width);
    height += stn_pages_measure (self->pages, &quiet_text, note, width, NULL);
  }
  return height;
}

static guint
count_part (const Layout *self, StnReportPart part)
{
  const Shown *shown = &self->shown[part];
  g_autofree char *note = note_of (self, part);
  guint words = 0;

  if (!stands (self, part))
    return 0;
  if (self->report->parts[part].heading != NULL)
    words += stn_report_count_words (self->report->parts[part].heading);
  for (guint i = 0; i < shown->rows->len; i++)
    if (shown->items[i] > 0)
      words += stn_report_rows_count (row_of (shown, i), shown->items[i]);
  return words + (note == NULL ? 0 : stn_report_count_words (note));
}

static double
columns_height (const Layout *self)
{
  double left = put_part (self, STN_REPORT_TRIED, 0, 0, TRUE);
  double patterns = put_part (self, STN_REPORT_PATTERNS, 0, 0, TRUE);
  double right = put_part (self, STN_REPORT_PICTURE, 0, 0, TRUE);

  if (left > 0 && patterns > 0)
    left += PART_SPACE;
  return MAX (left + patterns, right);
}

static double
parts_height (const Layout *self)
{
  double height = columns_height (self);

  for (StnReportPart part = STN_REPORT_QUESTIONS; part <= STN_REPORT_CONDITIONS; part++) {
    double own = put_part (self, part, 0, 0, TRUE);

    height += own > 0 ? own + 2 * PART_SPACE : 0;
  }
  return height;
}

static gboolean
fits (const Layout *self)
{
  guint words = self->base_words;

  for (StnReportPart part = STN_REPORT_QUESTIONS; part < STN_REPORT_NIGHTS; part++)
    words += count_part (self, part);
  return words <= self->most_words && parts_height (self) <= self->room;
}

/* What is left over goes to both sides of the rules: a page with little on it is not empty below. */
static void
spread (Layout *self)
{
  guint n_spaces = self->scene != NULL || self->is_told ? 4 : 2;

  for (StnReportPart part = STN_REPORT_QUESTIONS; part <= STN_REPORT_CONDITIONS; part++)
    n_spaces += stands (self, part) ? 2 : 0;
  self->space = PART_SPACE + (self->room - parts_height (self)) / n_spaces;
  self->space = CLAMP (self->space, PART_SPACE, WIDE_PART_SPACE);
}

/* As many items of the row as fit, all of them at best. */
static void
take (Layout *self, StnReportPart part, guint row)
{
  Shown *shown = &self->shown[part];

  if (row >= shown->rows->len || shown->items[row] > 0 || shown->closed)
    return;
  for (guint n = row_of (shown, row)->items->len; n > 0; n--) {
    shown->items[row] = n;
    if (fits (self))
      return;
  }
  shown->items[row] = 0;
  /* A sign further down may still be short enough; of a list the order counts. */
  shown->closed = part != STN_REPORT_SIGNS;
}

static void
take_rows (Layout *self, StnReportPart part, guint from, guint to)
{
  for (guint row = from; row < to; row++)
    take (self, part, row);
}

/* How many have their place before anything else: all that are ordinary, which then stand on one page even if it has more
 * words, or, where there are two pages, those that must be on the first. */
typedef struct {
  guint questions, medicines, most_words;
} Measure;

static const Measure ordinary = {8, 12, STN_REPORT_WORDS};
static const Measure wordy = {8, 12, G_MAXUINT};
static const Measure first_of_two = {3, 6, STN_REPORT_WORDS};

#define FIRST_TRIED 3
#define MOST_PATTERNS 3
#define MOST_TRIED 5

/* What matters most is given its place first. Only what could go on to another page may have more words than the page should. */
static void
choose (Layout *self, const Measure *measure)
{
  for (StnReportPart part = STN_REPORT_QUESTIONS; part < STN_N_REPORT_PARTS; part++)
    shown_init (&self->shown[part], part == STN_REPORT_SIGNS && self->is_brief
                                      ? self->report->brief_signs
                                      : self->report->parts[part].rows);
  self->most_words = measure->most_words;
  take_rows (self, STN_REPORT_SIGNS, 0, 1);
  take_rows (self, STN_REPORT_QUESTIONS, 0, measure->questions);
  take_rows (self, STN_REPORT_MEDICINES, 0, measure->medicines);
  take_rows (self, STN_REPORT_SIGNS, 1, self->shown[STN_REPORT_SIGNS].rows->len);
  take_rows (self, STN_REPORT_CONDITIONS, 0, self->shown[STN_REPORT_CONDITIONS].rows->len);
  self->most_words = STN_REPORT_WORDS;
  take_rows (self, STN_REPORT_PATTERNS, 0, 1);
  take_rows (self, STN_REPORT_TRIED, 0, FIRST_TRIED);
  take_rows (self, STN_REPORT_PICTURE, 0, self->shown[STN_REPORT_PICTURE].rows->len);
  take_rows (self, STN_REPORT_MEDICINES, measure->medicines,
             self->shown[STN_REPORT_MEDICINES].rows->len);
  take_rows (self, STN_REPORT_QUESTIONS, measure->questions,
             self->shown[STN_REPORT_QUESTIONS].rows->len);
  take_rows (self, STN_REPORT_PATTERNS, 1, MOST_PATTERNS);
  take_rows (self, STN_REPORT_TRIED, FIRST_TRIED, MOST_TRIED);
}

static gboolean
needs_later_page (const Layout *self)
{
  for (StnReportPart part = STN_REPORT_QUESTIONS; part <= STN_REPORT_CONDITIONS; part++)
    if (!is_whole (self, part))
      return TRUE;
  return FALSE;
}

static double
put_rule (Layout *self, double y, double space)
{
  stn_pages_put_box (self->pages, STN_INK_RULE, self->left, y, self->width, 1, 0);
  return y + space;
}

/* Returns: where it ends. */
static double
put_head (Layout *self)
{
  const StnReport *report = self->report;
  double y = MARGIN, box = self->width - 2 * BOX_PADDING;
  double rate = stn_pages_measure (self->pages, &rate_text, report->rate, box, NULL);
  double course = report->course == NULL
                    ? 0
                    : stn_pages_measure (self->pages, &course_text, report->course, box, NULL);

  if (report->person != NULL)
    stn_pages_put_text (self->pages, &person_text, report->person, self->left + self->width / 2, y,
                        self->width / 2);
  y += stn_pages_put_text (self->pages, &title_text, report->title, self->left, y,
                           report->person != NULL ? self->width / 2 : self->width);
  y += stn_pages_put_text (self->pages, &quiet_text, report->period, self->left, y, self->width);
  y += PART_SPACE;
  stn_pages_put_box (self->pages, STN_INK_SHADE, self->left, y, self->width,
                     rate + course + 2 * BOX_PADDING, 8);
  stn_pages_put_text (self->pages, &rate_text, report->rate, self->left + BOX_PADDING,
                      y + BOX_PADDING, box);
  if (report->course != NULL)
    stn_pages_put_text (self->pages, &course_text, report->course, self->left + BOX_PADDING,
                        y + BOX_PADDING + rate, box);
  return y + rate + course + 2 * BOX_PADDING;
}

/* The title and the sentence of the chart. Returns: their height. */
static double
put_sentence (const Layout *self, double y, gboolean measures)
{
  const char *sentence = stn_chart_get_sentence (self->report->chart);
  double height = stn_report_rows_put_heading (
    &self->rows, stn_chart_get_title (self->report->chart), self->left, y, self->width, measures);

  if (!measures)
    stn_pages_put_text (self->pages, &sentence_text, sentence, self->left, y + height, self->width);
  return height + stn_pages_measure (self->pages, &sentence_text, sentence, self->width, NULL);
}

static double
put_chart (Layout *self, double y)
{
  double heading;

  if (self->is_told) {
    y = put_rule (self, y, self->space);
    return y + put_sentence (self, y, FALSE) + self->space;
  }
  if (self->scene == NULL)
    return y;
  y = put_rule (self, y, self->space);
  heading = stn_report_rows_put_heading (&self->rows, stn_chart_get_title (self->report->chart),
                                         self->left, y, self->width / 2, FALSE);
  stn_pages_put_text (self->pages, &quiet_end_text, self->report->chart_note,
                      self->left + self->width / 2, y, self->width / 2);
  stn_pages_put_scene (self->pages, g_steal_pointer (&self->scene), self->left, y + heading);
  return y + heading + self->scene_height + self->space;
}

static void
put_columns (Layout *self, double y)
{
  double column = (self->width + COLUMN_SPACE) / 2, tried;

  if (columns_height (self) == 0)
    return;
  y = put_rule (self, y, self->space);
  tried = put_part (self, STN_REPORT_TRIED, self->left, y, FALSE);
  put_part (self, STN_REPORT_PATTERNS, self->left, y + tried + (tried > 0 ? PART_SPACE : 0), FALSE);
  put_part (self, STN_REPORT_PICTURE, self->left + column, y, FALSE);
}

static double
foot_y (const Layout *self)
{
  return stn_pages_get_height (self->pages) - MARGIN - FOOT / 2;
}

static void
put_foot (Layout *self, guint page)
{
  double y = foot_y (self), half = self->width / 2;
  g_autofree char *number = stn_wording_report_page (page + 1, stn_pages_get_n (self->pages));

  stn_pages_turn_to (self->pages, page);
  y = put_rule (self, y, PART_SPACE);
  stn_pages_put_text (self->pages, &quiet_text, page == 0 ? self->report->foot : number, self->left,
                      y, half);
  stn_pages_put_text (self->pages, &quiet_end_text, self->report->made, self->left + half, y, half);
}

/* The head of a later page says to which it belongs. */
static double
begin_page (Layout *self)
{
  stn_pages_add (self->pages);
  stn_pages_put_text (self->pages, &quiet_text, self->report->title, self->left, MARGIN,
                      self->width / 2);
  if (self->report->person != NULL)
    stn_pages_put_text (self->pages, &quiet_end_text, self->report->person,
                        self->left + self->width / 2, MARGIN, self->width / 2);
  return MARGIN + 2 * BOX_PADDING;
}

static double
put_rest (Layout *self, StnReportPart part, double y)
{
  const StnReportSection *section = &self->report->parts[part];
  const Shown *shown = &self->shown[part];
  gboolean from_start = part == STN_REPORT_NIGHTS || (part == STN_REPORT_SIGNS && self->is_brief);
  const char *name = section->heading != NULL ? section->heading : stn_wording_report_conditions ();
  g_autofree char *heading = stands (self, part) && part != STN_REPORT_NIGHTS
                               ? stn_wording_report_continued (name)
                               : g_strdup (name);
  double end = foot_y (self) - PART_SPACE;

  y += stn_report_rows_put_heading (&self->rows, heading, self->left, y, self->width, FALSE);
  for (guint i = 0; i < section->rows->len; i++) {
    const StnReportRow *row = g_ptr_array_index (section->rows, i);
    guint first = from_start ? 0 : shown->items[i], n = row->items->len;
    double height;

    if (first >= n)
      continue;
    height = stn_report_rows_put (&self->rows, part, row, first, n - first, self->left, y,
                                  self->width, TRUE);
    if (y + height > end)
      y = begin_page (self);
    y += stn_report_rows_put (&self->rows, part, row, first, n - first, self->left, y, self->width,
                              FALSE);
  }
  return y + 2 * PART_SPACE;
}

static void
put_later_pages (Layout *self)
{
  double y = 0;

  for (StnReportPart part = STN_REPORT_QUESTIONS; part < STN_N_REPORT_PARTS; part++) {
    gboolean has_rest = part == STN_REPORT_NIGHTS
                          ? self->report->parts[part].rows->len > 0
                          : (is_flowing (part) || self->goes_on) && !is_whole (self, part);

    if (!has_rest)
      continue;
    if (y == 0 || part == STN_REPORT_NIGHTS || y > foot_y (self) - 4 * FOOT)
      y = begin_page (self);
    y = put_rest (self, part, y);
  }
}

static void
lay_out_chart (Layout *self)
{
  StnChartFace face = stn_chart_face_of (stn_pages_get_chart_context (self->pages));

  if (self->report->chart == NULL)
    return;
  self->scene = stn_chart_lay_out (self->report->chart, &face, self->width, self->report->mirrored);
  self->scene_height = stn_scene_get_height (self->scene);
}

static guint
count_head (const Layout *self)
{
  g_autofree char *head = stn_pages_get_text (self->pages, 0);

  return stn_report_count_words (head) + stn_report_count_words (self->report->foot) +
         stn_report_count_words (self->report->made);
}

static guint
count_chart (const Layout *self)
{
  guint words;

  if (self->is_told)
    return stn_report_count_words (stn_chart_get_title (self->report->chart)) +
           stn_report_count_words (stn_chart_get_sentence (self->report->chart));
  if (self->scene == NULL)
    return 0;
  words = stn_report_count_words (stn_chart_get_title (self->report->chart)) +
          stn_report_count_words (self->report->chart_note);
  for (guint i = 0; i < stn_scene_get_n_shapes (self->scene); i++) {
    const char *text = stn_scene_get_shape (self->scene, i)->text;

    words += text != NULL ? stn_report_count_words (text) : 0;
  }
  return words;
}

static double
chart_height (const Layout *self)
{
  if (self->is_told)
    return put_sentence (self, 0, TRUE) + 2 * PART_SPACE;
  if (self->scene == NULL)
    return 0;
  return stn_report_rows_put_heading (&self->rows, stn_chart_get_title (self->report->chart), 0, 0,
                                      self->width, TRUE) +
         self->scene_height + 2 * PART_SPACE;
}

/* What is left for the parts between the head, which ends at @y, and the foot. */
static void
count_room (Layout *self, double y, gboolean is_told)
{
  self->is_told = is_told;
  self->base_words = self->head_words + count_chart (self);
  self->room = foot_y (self) - y - 4 * PART_SPACE - chart_height (self);
}

/* One page with some more words, or without the picture of the trend, is better than two; where there are two, the first is as
 * short as it should be. @y: where the head ends. */
static void
choose_shortest (Layout *self, double y)
{
  count_room (self, y, FALSE);
  choose (self, &ordinary);
  if (needs_later_page (self))
    choose (self, &wordy);
  if (needs_later_page (self) && self->scene != NULL) {
    count_room (self, y, TRUE);
    choose (self, &wordy);
  }
  if (!needs_later_page (self))
    return;
  self->goes_on = TRUE;
  count_room (self, y, FALSE);
  choose (self, &first_of_two);
  if (!is_whole (self, STN_REPORT_SIGNS)) {
    self->is_brief = TRUE;
    choose (self, &first_of_two);
  }
}

StnPages *
stn_report_lay_out (const StnReport *report, StnPaper paper)
{
  g_return_val_if_fail (report != NULL, NULL);
  StnPages *pages = stn_pages_new (paper, report->mirrored);
  Layout self = {.report = report,
                 .pages = pages,
                 .rows = {pages},
                 .left = MARGIN,
                 .width = stn_pages_get_width (pages) - 2 * MARGIN};
  double y;

  stn_pages_add (pages);
  y = put_head (&self);
  lay_out_chart (&self);
  self.head_words = count_head (&self);
  choose_shortest (&self, y);
  spread (&self);
  y += self.space;
  for (StnReportPart part = STN_REPORT_QUESTIONS; part <= STN_REPORT_CONDITIONS; part++)
    if (stands (&self, part)) {
      if (part != STN_REPORT_CONDITIONS)
        y = put_rule (&self, y, self.space);
      y += put_part (&self, part, self.left, y, FALSE) + self.space;
    }
  y = put_chart (&self, y);
  put_columns (&self, y);
  put_later_pages (&self);
  for (guint page = 0; page < stn_pages_get_n (pages); page++)
    put_foot (&self, page);
  for (StnReportPart part = STN_REPORT_QUESTIONS; part < STN_N_REPORT_PARTS; part++)
    g_free (self.shown[part].items);
  g_clear_pointer (&self.scene, stn_scene_free);
  return pages;
}
