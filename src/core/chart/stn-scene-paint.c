/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-scene-paint.h"

#include "chart/stn-chart-face.h"
#include "chart/stn-leg-shape.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HATCH_STEP 6.0
#define CURSOR_DOT 13.0

static void
set_ink (cairo_t *cr, StnInk ink, StnChartStyle style)
{
  StnChartColor color = stn_chart_color (ink, style);

  cairo_set_source_rgb (cr, color.red, color.green, color.blue);
}

static void
set_dash (cairo_t *cr, StnDash dash)
{
  static const double dashed[] = {5, 3}, dotted[] = {2, 2};

  switch (dash) {
  case STN_DASH_SOLID:
    cairo_set_dash (cr, NULL, 0, 0);
    return;
  case STN_DASH_DASHED:
    cairo_set_dash (cr, dashed, G_N_ELEMENTS (dashed), 0);
    return;
  case STN_DASH_DOTTED:
    cairo_set_dash (cr, dotted, G_N_ELEMENTS (dotted), 0);
    return;
  }
}

static void
round_box (cairo_t *cr, const StnShape *shape, double inset)
{
  double x = shape->x + inset, y = shape->y + inset;
  double width = shape->width - 2 * inset, height = shape->height - 2 * inset;
  double radius = MIN (shape->radius, MIN (width, height) / 2);

  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
}

static void
paint_hatch (cairo_t *cr, const StnShape *shape)
{
  cairo_save (cr);
  cairo_rectangle (cr, shape->x, shape->y, shape->width, shape->height);
  cairo_clip (cr);
  for (double start = -shape->height; start < shape->width; start += HATCH_STEP) {
    cairo_move_to (cr, shape->x + start, shape->y + shape->height);
    cairo_rel_line_to (cr, shape->height, -shape->height);
  }
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_text (cairo_t *cr, const StnShape *shape, PangoContext *context)
{
  g_autoptr (PangoLayout) layout = stn_chart_face_layout (context, shape->text, shape->bold);
  int width, height;

  pango_layout_get_size (layout, &width, &height);
  double w = (double) width / PANGO_SCALE, h = (double) height / PANGO_SCALE;
  cairo_save (cr);
  if (shape->turned) {
    cairo_translate (cr, shape->x + shape->width / 2, shape->y + shape->height / 2);
    cairo_rotate (cr, -G_PI_2);
    cairo_move_to (cr, -w / 2, -h / 2);
  } else {
    double before = shape->anchor == STN_ANCHOR_LEFT     ? 0
                    : shape->anchor == STN_ANCHOR_MIDDLE ? w / 2
                                                         : w;
    cairo_move_to (cr, shape->x - before, shape->y + (shape->height - h) / 2);
  }
  pango_cairo_show_layout (cr, layout);
  cairo_restore (cr);
}

static void
paint_round (cairo_t *cr, const StnShape *shape, StnChartStyle style)
{
  double radius = shape->width / 2;

  cairo_new_sub_path (cr);
  cairo_arc (cr, shape->x + radius, shape->y + radius, radius - shape->stroke / 2, 0, 2 * G_PI);
  if (shape->kind == STN_SHAPE_RING) {
    set_ink (cr, STN_INK_PAPER, style);
    cairo_fill_preserve (cr);
    set_ink (cr, shape->ink, style);
    cairo_stroke (cr);
  } else {
    cairo_fill (cr);
  }
}

/* From the leg's own colour to that of cramps. */
static void
fill_place (cairo_t *cr, double shade, StnChartStyle style)
{
  StnChartColor leg = stn_chart_color (STN_INK_LEG, style);
  StnChartColor cramps = stn_chart_color (STN_INK_CRAMPS, style);

  cairo_set_source_rgb (cr, leg.red + (cramps.red - leg.red) * shade,
                        leg.green + (cramps.green - leg.green) * shade,
                        leg.blue + (cramps.blue - leg.blue) * shade);
  cairo_paint (cr);
}

static void
paint_leg (cairo_t *cr, const StnShape *shape, StnChartStyle style)
{
  cairo_save (cr);
  cairo_translate (cr, shape->x, shape->y);
  cairo_save (cr);
  stn_leg_shape_outline (cr, shape->right);
  cairo_clip (cr);
  for (int place = 0; place < STN_LEG_PLACES; place++) {
    cairo_save (cr);
    stn_leg_shape_cell (cr, shape->right, (StnLegPlace) place);
    cairo_clip (cr);
    fill_place (cr, shape->shades[place], style);
    cairo_restore (cr);
  }
  stn_leg_shape_lines (cr, shape->right);
  set_ink (cr, STN_INK_PAPER, style);
  cairo_set_line_width (cr, 2);
  cairo_stroke (cr);
  cairo_restore (cr);
  set_ink (cr, shape->ink, style);
  cairo_set_line_width (cr, shape->stroke);
  stn_leg_shape_outline (cr, shape->right);
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
paint_shape (cairo_t *cr, const StnShape *shape, PangoContext *context, StnChartStyle style)
{
  set_ink (cr, shape->ink, style);
  set_dash (cr, shape->dash);
  cairo_set_line_width (cr, shape->stroke);
  switch (shape->kind) {
  case STN_SHAPE_LINE:
    cairo_move_to (cr, shape->x, shape->y);
    cairo_rel_line_to (cr, shape->width, shape->height);
    cairo_stroke (cr);
    return;
  case STN_SHAPE_BOX:
  case STN_SHAPE_SQUARE:
    round_box (cr, shape, 0);
    cairo_fill (cr);
    return;
  case STN_SHAPE_FRAME:
    round_box (cr, shape, shape->stroke / 2);
    cairo_stroke (cr);
    return;
  case STN_SHAPE_HATCH:
    paint_hatch (cr, shape);
    return;
  case STN_SHAPE_DISC:
  case STN_SHAPE_RING:
    paint_round (cr, shape, style);
    return;
  case STN_SHAPE_TRIANGLE:
    cairo_move_to (cr, shape->x, shape->y);
    cairo_rel_line_to (cr, shape->width, 0);
    cairo_rel_line_to (cr, -shape->width / 2, shape->height);
    cairo_close_path (cr);
    cairo_fill (cr);
    return;
  case STN_SHAPE_DIAMOND:
    cairo_move_to (cr, shape->x + shape->width / 2, shape->y);
    cairo_rel_line_to (cr, shape->width / 2, shape->height / 2);
    cairo_rel_line_to (cr, -shape->width / 2, shape->height / 2);
    cairo_rel_line_to (cr, -shape->width / 2, -shape->height / 2);
    cairo_close_path (cr);
    cairo_fill (cr);
    return;
  case STN_SHAPE_LEG:
    paint_leg (cr, shape, style);
    return;
  case STN_SHAPE_CROSS:
    cairo_move_to (cr, shape->x, shape->y);
    cairo_rel_line_to (cr, shape->width, shape->height);
    cairo_move_to (cr, shape->x + shape->width, shape->y);
    cairo_rel_line_to (cr, -shape->width, shape->height);
    cairo_stroke (cr);
    return;
  case STN_SHAPE_TEXT:
    paint_text (cr, shape, context);
    return;
  }
}

/* Whether any of @shape may lie in the clip. Words are as wide as they are: only their lines are asked. */
static gboolean
may_show (const StnShape *shape, double left, double top, double right, double bottom)
{
  double x = MIN (shape->x, shape->x + shape->width), y = MIN (shape->y, shape->y + shape->height);
  double edge = shape->stroke;

  if (y - edge > bottom || y + ABS (shape->height) + edge < top)
    return FALSE;
  return shape->kind == STN_SHAPE_TEXT ||
         (x - edge <= right && x + ABS (shape->width) + edge >= left);
}

void
stn_scene_paint (const StnScene *scene, cairo_t *cr, PangoContext *context, StnChartStyle style)
{
  double left, top, right, bottom;

  cairo_save (cr);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_BUTT);
  cairo_clip_extents (cr, &left, &top, &right, &bottom);
  for (guint i = 0; i < stn_scene_get_n_shapes (scene); i++) {
    const StnShape *shape = stn_scene_get_shape (scene, i);

    if (may_show (shape, left, top, right, bottom))
      paint_shape (cr, shape, context, style);
  }
  cairo_restore (cr);
}

void
stn_scene_paint_cursor (const StnSceneValue *value, cairo_t *cr, StnChartStyle style)
{
  cairo_save (cr);
  set_ink (cr, STN_INK_QUIET, style);
  cairo_set_line_width (cr, 1);
  switch (value->cursor) {
  case STN_CURSOR_LINE:
    cairo_move_to (cr, floor (value->x) + .5, value->top);
    cairo_line_to (cr, floor (value->x) + .5, value->bottom);
    cairo_stroke (cr);
    set_ink (cr, STN_INK_CRAMPS, style);
    cairo_arc (cr, value->x, value->y, CURSOR_DOT / 2, 0, 2 * G_PI);
    cairo_fill (cr);
    break;
  case STN_CURSOR_BOX:
    set_ink (cr, STN_INK_INK, style);
    cairo_set_line_width (cr, 2);
    cairo_rectangle (cr, value->left + 1, value->top + 1, value->right - value->left - 2,
                     value->bottom - value->top - 2);
    cairo_stroke (cr);
    break;
  }
  cairo_restore (cr);
}
