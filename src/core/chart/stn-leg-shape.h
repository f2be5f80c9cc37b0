/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <glib.h>

#include "model/stn-words.h"

G_BEGIN_DECLS

/** Size of the drawing of both legs, px. */
#define STN_LEGS_WIDTH 240
#define STN_LEGS_HEIGHT 270

/** The places of a leg, from above; two rows lie beside each other: front and back. */
typedef enum {
  STN_LEG_FRONT_THIGH,
  STN_LEG_BACK_THIGH,
  STN_LEG_KNEE,
  STN_LEG_SHIN,
  STN_LEG_CALF,
  STN_LEG_TOES,
  STN_LEG_FOOT,
} StnLegPlace;

#define STN_LEG_PLACES (STN_LEG_FOOT + 1)

/** stn_leg_shape_get_site: what the place is called in the diary; knee and shin are "other". */
StnSite stn_leg_shape_get_site (StnLegPlace place);

/**
 * All drawing is in px from the top left corner of the drawing of both legs; @is_right mirrors.
 *
 * stn_leg_shape_outline: adds the outline of a leg to the path of @cr, _cell: that of the place, to be cut with the
 * outline, _lines: the lines between the places.
 */
void stn_leg_shape_outline (cairo_t *cr, gboolean is_right);
void stn_leg_shape_cell (cairo_t *cr, gboolean is_right, StnLegPlace place);
void stn_leg_shape_lines (cairo_t *cr, gboolean is_right);

/** stn_leg_shape_center: where a tick stands in the place. */
void stn_leg_shape_center (gboolean is_right, StnLegPlace place, double *ret_x, double *ret_y);

/** stn_leg_shape_find: the place at @x, @y; FALSE beside the legs. */
gboolean stn_leg_shape_find (double x, double y, gboolean *ret_is_right, StnLegPlace *ret_place);

G_END_DECLS
