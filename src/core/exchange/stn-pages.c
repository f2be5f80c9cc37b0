/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-pages.h"

#include "chart/stn-chart-face.h"
#include "chart/stn-chart-file.h"
#include "chart/stn-scene-paint.h"

#include <cairo-pdf.h>
#include <langinfo.h>
#include <math.h>
#include <pango/pangocairo.h>

#define FONT "Cantarell"
#define BODY_POINTS 9.75
/* Whole pixels too, in the size of a chart's words. */
#define CHART_POINTS (8.25 / STN_CHART_TEXT_SCALE)

typedef enum { PIECE_TEXT, PIECE_BOX, PIECE_SCENE } PieceKind;

typedef struct {
  PieceKind kind;
  guint page;
  double x, y, width, height, radius;
  StnInk ink;
  PangoLayout *layout;
  StnScene *scene;
} Piece;

struct _StnPages {
  double width, height;
  gboolean mirrored;
  guint n;
  guint current;
  GArray *pieces;
  PangoContext *context;
  PangoContext *chart_context;
};

static void
piece_clear (gpointer data)
{
  Piece *piece = data;

  g_clear_object (&piece->layout);
  g_clear_pointer (&piece->scene, stn_scene_free);
}

gboolean
stn_paper_parse (const char *token, StnPaper *ret_paper)
{
  if (g_strcmp0 (token, "a4") == 0)
    *ret_paper = STN_PAPER_A4;
  else if (g_strcmp0 (token, "letter") == 0)
    *ret_paper = STN_PAPER_LETTER;
  else
    return FALSE;
  return TRUE;
}

#define LETTER_MM 216

StnPaper
stn_paper_of_locale (void)
{
#ifdef __GLIBC__
  int millimetres = GPOINTER_TO_INT (nl_langinfo (_NL_PAPER_WIDTH));

  return millimetres == LETTER_MM ? STN_PAPER_LETTER : STN_PAPER_A4;
#else
  return STN_PAPER_A4;
#endif
}

gboolean
stn_pages_is_mirrored (const char *title)
{
  PangoContext *context = stn_chart_font_context (FONT, BODY_POINTS);
  g_autoptr (PangoLayout) layout = pango_layout_new (context);

  g_object_unref (context); /* the layout keeps it */
  pango_layout_set_text (layout, title, -1);
  return pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
}

StnPages *
stn_pages_new (StnPaper paper, gboolean mirrored)
{
  static const double sizes[][2] = {
    [STN_PAPER_A4] = {595.276, 841.890},
    [STN_PAPER_LETTER] = {612, 792},
  };
  StnPages *self = g_new0 (StnPages, 1);

  self->width = sizes[paper][0] / STN_PAGE_POINTS_PER_PIXEL;
  self->height = sizes[paper][1] / STN_PAGE_POINTS_PER_PIXEL;
  self->mirrored = mirrored;
  self->pieces = g_array_new (FALSE, FALSE, sizeof (Piece));
  g_array_set_clear_func (self->pieces, piece_clear);
  self->context = stn_chart_font_context (FONT, BODY_POINTS);
  self->chart_context = stn_chart_font_context (FONT, CHART_POINTS);
  /* Letters at whole pixels look like several words to what reads the text of a PDF. */
  pango_context_set_round_glyph_positions (self->context, FALSE);
  pango_context_set_round_glyph_positions (self->chart_context, FALSE);
  return self;
}

void
stn_pages_free (StnPages *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->pieces);
  g_object_unref (self->context);
  g_object_unref (self->chart_context);
  g_free (self);
}

guint
stn_pages_get_n (const StnPages *self)
{
  return self->n;
}

double
stn_pages_get_width (const StnPages *self)
{
  return self->width;
}

double
stn_pages_get_height (const StnPages *self)
{
  return self->height;
}

PangoContext *
stn_pages_get_chart_context (StnPages *self)
{
  return self->chart_context;
}

void
stn_pages_add (StnPages *self)
{
  self->current = self->n++;
}

void
stn_pages_turn_to (StnPages *self, guint page)
{
  g_return_if_fail (page < self->n);
  self->current = page;
}

/* Words of either direction stand at the side from which the page is read. */
static PangoLayout *
lay_out (const StnPages *self, const StnPageText *how, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (self->context);
  g_autoptr (PangoFontDescription) font =
    pango_font_description_copy (pango_context_get_font_description (self->context));
  gboolean stands_right = self->mirrored != how->at_end;
  gboolean runs_left;

  pango_font_description_set_size (font, (int) lround (how->points * PANGO_SCALE));
  if (how->bold)
    pango_font_description_set_weight (font, PANGO_WEIGHT_BOLD);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_text (layout, text, -1);
  runs_left = pango_layout_get_direction (layout, 0) == PANGO_DIRECTION_RTL;
  /* Pango turns left and right round in a paragraph that runs from right to left. */
  pango_layout_set_alignment (layout,
                              stands_right == runs_left ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT);
  return layout;
}

static double
height_of (PangoLayout *layout, double *ret_width)
{
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  if (ret_width != NULL)
    *ret_width = (double) width / PANGO_SCALE;
  return (double) height / PANGO_SCALE;
}

double
stn_pages_measure (
  const StnPages *self, const StnPageText *how, const char *text, double width, double *ret_width)
{
  g_autoptr (PangoLayout) layout = lay_out (self, how, text, width);

  return height_of (layout, ret_width);
}

static void
put (StnPages *self, Piece *piece)
{
  g_return_if_fail (self->n > 0);
  piece->page = self->current;
  if (self->mirrored)
    piece->x = self->width - piece->x - piece->width;
  g_array_append_vals (self->pieces, piece, 1);
}

double
stn_pages_put_text (
  StnPages *self, const StnPageText *how, const char *text, double x, double y, double width)
{
  PangoLayout *layout = lay_out (self, how, text, width);
  Piece piece = {
    .kind = PIECE_TEXT, .x = x, .y = y, .width = width, .ink = how->ink, .layout = layout};

  put (self, &piece);
  return height_of (layout, NULL);
}

void
stn_pages_put_box (
  StnPages *self, StnInk ink, double x, double y, double width, double height, double radius)
{
  Piece piece = {.kind = PIECE_BOX,
                 .x = x,
                 .y = y,
                 .width = width,
                 .height = height,
                 .radius = radius,
                 .ink = ink};

  put (self, &piece);
}

void
stn_pages_put_scene (StnPages *self, StnScene *scene, double x, double y)
{
  Piece piece = {
    .kind = PIECE_SCENE, .x = x, .y = y, .width = stn_scene_get_width (scene), .scene = scene};

  put (self, &piece);
}

static void
append_line (GString *text, const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

char *
stn_pages_get_text (const StnPages *self, guint page)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->pieces->len; i++) {
    const Piece *piece = &g_array_index (self->pieces, Piece, i);

    if (piece->page != page)
      continue;
    if (piece->kind == PIECE_TEXT)
      append_line (text, pango_layout_get_text (piece->layout));
    for (guint j = 0; piece->kind == PIECE_SCENE && j < stn_scene_get_n_shapes (piece->scene); j++)
      append_line (text, stn_scene_get_shape (piece->scene, j)->text);
  }
  return g_string_free (text, FALSE);
}

static void
draw_box (const Piece *piece, cairo_t *cr)
{
  double right = piece->x + piece->width, bottom = piece->y + piece->height;
  double radius = MIN (piece->radius, MIN (piece->width, piece->height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, piece->y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI_2);
  cairo_arc (cr, piece->x + radius, bottom - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, piece->x + radius, piece->y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_piece (const StnPages *self, const Piece *piece, cairo_t *cr)
{
  StnChartColor color = stn_chart_color (piece->ink, STN_CHART_PRINT);

  cairo_save (cr);
  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
  switch (piece->kind) {
  case PIECE_TEXT:
    cairo_move_to (cr, piece->x, piece->y);
    pango_cairo_show_layout (cr, piece->layout);
    break;
  case PIECE_BOX:
    draw_box (piece, cr);
    break;
  case PIECE_SCENE:
    cairo_translate (cr, piece->x, piece->y);
    stn_scene_paint (piece->scene, cr, self->chart_context, STN_CHART_PRINT);
    break;
  }
  cairo_restore (cr);
}

void
stn_pages_draw (const StnPages *self, guint page, cairo_t *cr)
{
  for (guint i = 0; i < self->pieces->len; i++) {
    const Piece *piece = &g_array_index (self->pieces, Piece, i);

    if (piece->page == page)
      draw_piece (self, piece, cr);
  }
}

static cairo_status_t
append (void *bytes, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (bytes, data, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
stn_pages_to_pdf (const StnPages *self, const char *title, const char *made)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface =
    cairo_pdf_surface_create_for_stream (append, bytes, self->width * STN_PAGE_POINTS_PER_PIXEL,
                                         self->height * STN_PAGE_POINTS_PER_PIXEL);
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Stillnight");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
  cairo_scale (cr, STN_PAGE_POINTS_PER_PIXEL, STN_PAGE_POINTS_PER_PIXEL);
  for (guint page = 0; page < self->n; page++) {
    stn_pages_draw (self, page, cr);
    cairo_show_page (cr);
  }
  status = cairo_status (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  return status == CAIRO_STATUS_SUCCESS ? g_byte_array_free_to_bytes (g_steal_pointer (&bytes))
                                        : NULL;
}
