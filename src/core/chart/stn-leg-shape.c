/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-leg-shape.h"

/* Where one place ends and the next begins, on the left leg. */
#define THIGH_X 67.5
#define KNEE_TOP 113.5
#define KNEE_BOTTOM 137
#define SHIN_TOP_X 64
#define SHIN_BOTTOM_X 67
#define ANKLE 231
#define TOES_X 30.5

StnSite
stn_leg_shape_get_site (StnLegPlace place)
{
  switch (place) {
  case STN_LEG_FRONT_THIGH:
    return STN_SITE_FRONT_THIGH;
  case STN_LEG_BACK_THIGH:
    return STN_SITE_BACK_THIGH;
  case STN_LEG_KNEE:
  case STN_LEG_SHIN:
    return STN_SITE_OTHER;
  case STN_LEG_CALF:
    return STN_SITE_CALF;
  case STN_LEG_TOES:
    return STN_SITE_TOES;
  case STN_LEG_FOOT:
    return STN_SITE_FOOT;
  }
  return STN_SITE_UNKNOWN;
}

/* The right leg is the left one in a mirror. */
static double
mirror (gboolean is_right, double x)
{
  return is_right ? STN_LEGS_WIDTH - x : x;
}

static void
curve (
  cairo_t *cr, gboolean is_right, double x1, double y1, double x2, double y2, double x3, double y3)
{
  cairo_curve_to (cr, mirror (is_right, x1), y1, mirror (is_right, x2), y2, mirror (is_right, x3),
                  y3);
}

void
stn_leg_shape_outline (cairo_t *cr, gboolean is_right)
{
  cairo_move_to (cr, mirror (is_right, 43), 1);
  cairo_line_to (cr, mirror (is_right, 95.5), 1);
  curve (cr, is_right, 102, 38, 101, 65, 90, 97);        /* back of the thigh */
  curve (cr, is_right, 85, 112, 80, 122, 78.5, 135);     /* hollow of the knee */
  curve (cr, is_right, 91, 151, 93, 178, 80, 204);       /* calf */
  curve (cr, is_right, 75.5, 213, 75, 222, 76.5, 237.5); /* ankle */
  curve (cr, is_right, 84, 249, 86, 267.5, 72.5, 267.5); /* heel */
  cairo_line_to (cr, mirror (is_right, 12), 267.5);      /* sole */
  curve (cr, is_right, 1, 267.5, .5, 254, 11, 251);      /* toes */
  curve (cr, is_right, 27, 245, 46, 239.5, 54.5, 228);   /* instep */
  cairo_line_to (cr, mirror (is_right, 46), 139);        /* shin */
  curve (cr, is_right, 39, 133, 38, 117, 45, 110.5);     /* knee */
  curve (cr, is_right, 37.5, 72, 37, 38, 43, 1);         /* front of the thigh */
  cairo_close_path (cr);
}

static void
quad (cairo_t *cr,
      gboolean is_right,
      double left_top,
      double right_top,
      double left_bottom,
      double right_bottom,
      double top,
      double bottom)
{
  cairo_move_to (cr, mirror (is_right, left_top), top);
  cairo_line_to (cr, mirror (is_right, right_top), top);
  cairo_line_to (cr, mirror (is_right, right_bottom), bottom);
  cairo_line_to (cr, mirror (is_right, left_bottom), bottom);
  cairo_close_path (cr);
}

/* The half of the drawing that a leg has to itself. */
#define INNER (STN_LEGS_WIDTH / 2)

void
stn_leg_shape_cell (cairo_t *cr, gboolean is_right, StnLegPlace place)
{
  switch (place) {
  case STN_LEG_FRONT_THIGH:
    quad (cr, is_right, 0, THIGH_X, 0, THIGH_X, 0, KNEE_TOP);
    break;
  case STN_LEG_BACK_THIGH:
    quad (cr, is_right, THIGH_X, INNER, THIGH_X, INNER, 0, KNEE_TOP);
    break;
  case STN_LEG_KNEE:
    quad (cr, is_right, 0, INNER, 0, INNER, KNEE_TOP, KNEE_BOTTOM);
    break;
  case STN_LEG_SHIN:
    quad (cr, is_right, 0, SHIN_TOP_X, 0, SHIN_BOTTOM_X, KNEE_BOTTOM, ANKLE);
    break;
  case STN_LEG_CALF:
    quad (cr, is_right, SHIN_TOP_X, INNER, SHIN_BOTTOM_X, INNER, KNEE_BOTTOM, ANKLE);
    break;
  case STN_LEG_TOES:
    quad (cr, is_right, 0, TOES_X, 0, TOES_X, ANKLE, STN_LEGS_HEIGHT);
    break;
  case STN_LEG_FOOT:
    quad (cr, is_right, TOES_X, INNER, TOES_X, INNER, ANKLE, STN_LEGS_HEIGHT);
    break;
  }
}

static void
line (cairo_t *cr, gboolean is_right, double x1, double y1, double x2, double y2)
{
  cairo_move_to (cr, mirror (is_right, x1), y1);
  cairo_line_to (cr, mirror (is_right, x2), y2);
}

void
stn_leg_shape_lines (cairo_t *cr, gboolean is_right)
{
  line (cr, is_right, THIGH_X, 0, THIGH_X, KNEE_TOP);
  line (cr, is_right, 0, KNEE_TOP, INNER, KNEE_TOP);
  line (cr, is_right, 0, KNEE_BOTTOM, INNER, KNEE_BOTTOM);
  line (cr, is_right, SHIN_TOP_X, KNEE_BOTTOM, SHIN_BOTTOM_X, ANKLE);
  line (cr, is_right, 0, ANKLE, INNER, ANKLE);
  line (cr, is_right, TOES_X, ANKLE, TOES_X, STN_LEGS_HEIGHT);
}

void
stn_leg_shape_center (gboolean is_right, StnLegPlace place, double *ret_x, double *ret_y)
{
  static const struct {
    double x;
    double y;
  } centers[STN_LEG_PLACES] = {
    [STN_LEG_FRONT_THIGH] = {53.5, 56}, [STN_LEG_BACK_THIGH] = {82.5, 56},
    [STN_LEG_KNEE] = {60, 125.5},       [STN_LEG_SHIN] = {57, 182},
    [STN_LEG_CALF] = {76, 176},         [STN_LEG_TOES] = {18, 258.5},
    [STN_LEG_FOOT] = {58, 252},
  };

  *ret_x = mirror (is_right, centers[place].x);
  *ret_y = centers[place].y;
}

static gboolean
is_in_cell (cairo_t *cr, gboolean is_right, StnLegPlace place, double x, double y)
{
  cairo_new_path (cr);
  stn_leg_shape_cell (cr, is_right, place);
  return cairo_in_fill (cr, x, y);
}

gboolean
stn_leg_shape_find (double x, double y, gboolean *ret_is_right, StnLegPlace *ret_place)
{
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_ALPHA, NULL);
  cairo_t *cr = cairo_create (surface);
  gboolean is_right = x > INNER;
  gboolean is_found = FALSE;

  stn_leg_shape_outline (cr, is_right);
  if (cairo_in_fill (cr, x, y))
    for (int place = 0; place < STN_LEG_PLACES && !is_found; place++)
      if (is_in_cell (cr, is_right, (StnLegPlace) place, x, y)) {
        *ret_is_right = is_right;
        *ret_place = (StnLegPlace) place;
        is_found = TRUE;
      }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
  return is_found;
}
