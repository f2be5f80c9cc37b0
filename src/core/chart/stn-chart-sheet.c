/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-chart-sheet.h"

#include <math.h>

#define MARGIN 16.0
#define SPACE 8.0
#define SIGN_SPACE 6.0
#define KEY_SPACE 16.0

/* What is above and below the picture, laid out from left to right. */
typedef struct {
  const StnChartFace *face;
  double width;   /* of the words */
  GArray *shapes; /* StnShape; their words belong to words */
  GPtrArray *words;
  double y;
} Words;

static void
add_line (Words *self, const char *text, StnInk ink, gboolean bold)
{
  StnShape shape = {.kind = STN_SHAPE_TEXT,
                    .ink = ink,
                    .x = MARGIN,
                    .y = self->y,
                    .height = self->face->line,
                    .bold = bold,
                    .text = g_strdup (text)};

  g_ptr_array_add (self->words, shape.text);
  g_array_append_val (self->shapes, shape);
  self->y += self->face->line;
}

/* As many words a line as fit; a word that is wider than the line stays whole. */
static void
add_words (Words *self, const char *text, StnInk ink, gboolean bold)
{
  g_auto (GStrv) parts = g_strsplit (text, " ", -1);
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_autofree char *longer =
      line->len > 0 ? g_strdup_printf ("%s %s", line->str, parts[i]) : g_strdup (parts[i]);

    if (line->len > 0 && self->face->measure (longer, bold, self->face->data) > self->width) {
      add_line (self, line->str, ink, bold);
      g_string_assign (line, parts[i]);
    } else {
      g_string_assign (line, longer);
    }
  }
  add_line (self, line->str, ink, bold);
}

static void
add_sign (Words *self, StnChartSign sign, double x, double size)
{
  g_autoptr (StnScene) scene = stn_chart_sign_lay_out (sign, size);

  for (guint i = 0; i < stn_scene_get_n_shapes (scene); i++) {
    StnShape shape = *stn_scene_get_shape (scene, i);

    shape.x += x;
    shape.y += self->y + (self->face->line - size) / 2;
    g_array_append_val (self->shapes, shape);
  }
}

static void
add_legend (Words *self, const StnChart *chart)
{
  double size = floor (self->face->line * .8), x = MARGIN;
  guint n = stn_chart_get_n_keys (chart);

  for (guint i = 0; i < n; i++) {
    const StnChartKey *key = stn_chart_get_key (chart, i);
    double width = size + SIGN_SPACE + self->face->measure (key->words, FALSE, self->face->data);

    if (x > MARGIN && x + width > MARGIN + self->width) {
      x = MARGIN;
      self->y += self->face->line + SPACE;
    }
    add_sign (self, key->sign, x, size);
    StnShape shape = {.kind = STN_SHAPE_TEXT,
                      .ink = STN_INK_QUIET,
                      .x = x + size + SIGN_SPACE,
                      .y = self->y,
                      .height = self->face->line,
                      .text = (char *) key->words};
    g_array_append_val (self->shapes, shape);
    x += width + KEY_SPACE;
  }
  self->y += n > 0 ? self->face->line : 0;
}

/* The picture without what can be read out. */
static void
add_picture (StnScene *scene, const StnScene *picture, double y)
{
  for (guint i = 0; i < stn_scene_get_n_shapes (picture); i++) {
    StnShape shape = *stn_scene_get_shape (picture, i);

    shape.x += MARGIN;
    shape.y += y;
    stn_scene_add (scene, &shape);
  }
}

StnScene *
stn_chart_sheet_lay_out (const StnChart *chart,
                         const StnChartFace *face,
                         double width,
                         gboolean mirrored)
{
  g_autoptr (GArray) shapes = g_array_new (FALSE, FALSE, sizeof (StnShape));
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  Words words = {face, width - 2 * MARGIN, shapes, texts, MARGIN};

  add_words (&words, stn_chart_get_title (chart), STN_INK_INK, TRUE);
  add_words (&words, stn_chart_get_when (chart), STN_INK_QUIET, FALSE);
  add_words (&words, stn_chart_get_sentence (chart), STN_INK_INK, FALSE);
  g_autoptr (StnScene) picture = stn_chart_lay_out (chart, face, words.width, mirrored);
  double picture_y = words.y + SPACE;
  words.y = picture_y + stn_scene_get_height (picture) + SPACE;
  add_legend (&words, chart);
  if (stn_chart_get_note (chart) != NULL) {
    words.y += SPACE;
    add_words (&words, stn_chart_get_note (chart), STN_INK_QUIET, FALSE);
  }
  StnScene *scene = stn_scene_new (width, ceil (words.y + MARGIN));
  for (guint i = 0; i < shapes->len; i++)
    stn_scene_add (scene, &g_array_index (shapes, StnShape, i));
  if (mirrored)
    stn_scene_mirror (scene);
  add_picture (scene, picture, picture_y);
  return scene;
}
