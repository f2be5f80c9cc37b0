/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

/**
 * StnScene: a chart laid out: every line, box and text of it with its place in pixels, and every value that can be
 * read out. Made by one of the charts of this room, drawn by stn_scene_paint() on a screen, a page or into a file.
 * The origin is the top left corner. It knows no chart, no colour and no locale.
 */

/** StnInk: what a colour says; the colours themselves are of the style (stn-chart-colors.h). */
typedef enum {
  STN_INK_INK,
  STN_INK_QUIET,
  STN_INK_RULE,
  STN_INK_CRAMPS,
  STN_INK_CRAMPS_PALE,
  STN_INK_CRAMPS_EDGE, /* around a pale fill that says something */
  STN_INK_NONE,
  STN_INK_NONE_PALE,
  STN_INK_NONE_EDGE,
  STN_INK_QUIET_PALE,
  STN_INK_GAP,
  STN_INK_MARK,
  STN_INK_SHADE, /* behind what matters most, on paper */
  STN_INK_LEG,
  STN_INK_PAPER,
} StnInk;
#define STN_N_INKS (STN_INK_PAPER + 1)

typedef enum {
  STN_SHAPE_LINE,     /* from x, y to x + width, y + height */
  STN_SHAPE_BOX,      /* filled */
  STN_SHAPE_FRAME,    /* a box of which only the edge is drawn */
  STN_SHAPE_HATCH,    /* a box filled with slanted lines */
  STN_SHAPE_DISC,     /* x, y, width, height: the square around it, for all that follow too */
  STN_SHAPE_RING,     /* an edge around paper */
  STN_SHAPE_SQUARE,   /* filled */
  STN_SHAPE_TRIANGLE, /* filled, points down */
  STN_SHAPE_DIAMOND,  /* filled */
  STN_SHAPE_CROSS,    /* two lines */
  STN_SHAPE_LEG, /* a leg in its places, each shaded (stn-leg-shape.h); x, y: of the drawing of both legs */
  STN_SHAPE_TEXT, /* x: the side named by anchor; y, height: of its line */
} StnShapeKind;

typedef enum {
  STN_DASH_SOLID,
  STN_DASH_DASHED,
  STN_DASH_DOTTED,
} StnDash;

typedef enum {
  STN_ANCHOR_LEFT,
  STN_ANCHOR_MIDDLE,
  STN_ANCHOR_RIGHT,
} StnAnchor;

/** Places of a leg. */
#define STN_SCENE_SHADES 7

/**
 * StnShape: @stroke: width of a line or edge; @radius: of a box's corners; @text: owned by the scene, else NULL;
 * @turned: the text runs upwards, around the middle of its box; @right: a leg is the right one; @shades: of its places,
 * 0-1, by StnLegPlace.
 */
typedef struct {
  StnShapeKind kind;
  StnInk ink;
  StnDash dash;
  double x, y, width, height;
  double stroke;
  double radius;
  char *text;
  StnAnchor anchor;
  gboolean bold;
  gboolean turned;
  gboolean right;
  double shades[STN_SCENE_SHADES];
} StnShape;

/** How a value that is read out is marked: a line through it from top to bottom, or its box. */
typedef enum {
  STN_CURSOR_LINE,
  STN_CURSOR_BOX,
} StnCursor;

/**
 * StnSceneValue: something that can be read out: where it is drawn (@x, @y), the box in which a pointer means it, and
 * two lines of words: "1 to 7 June: cramps on 3 of 5 nights", "4.2 a week, likely between 1.6 and 6.2". @date: the day
 * that it is about, the middle one of several; STN_NO_DATE where it is about none.
 */
typedef struct {
  double x, y;
  double left, top, right, bottom;
  StnCursor cursor;
  char *title;
  char *detail; /* (nullable) */
  StnDate date;
} StnSceneValue;

typedef struct _StnScene StnScene;

/** stn_scene_new: an empty one, @width by @height pixels. */
StnScene *stn_scene_new (double width, double height);
void stn_scene_free (StnScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnScene, stn_scene_free)

double stn_scene_get_width (const StnScene *self);
double stn_scene_get_height (const StnScene *self);

/** stn_scene_add: later shapes lie upon earlier ones. The text of @shape is copied. */
void stn_scene_add (StnScene *self, const StnShape *shape);

/** stn_scene_add_value: in the order in which the arrow keys go through them. Its words are copied. */
void stn_scene_add_value (StnScene *self, const StnSceneValue *value);

guint stn_scene_get_n_shapes (const StnScene *self);
const StnShape *stn_scene_get_shape (const StnScene *self, guint i);
guint stn_scene_get_n_values (const StnScene *self);
const StnSceneValue *stn_scene_get_value (const StnScene *self, guint i);

/**
 * stn_scene_find_value: the value whose box holds the point, of several the one drawn nearest to it.
 *
 * Returns: FALSE where there is none; @ret_value is written only on success.
 */
gboolean stn_scene_find_value (const StnScene *self, double x, double y, guint *ret_value);

/** stn_scene_sort_values: by place from left to right, so that arrow keys go as the eye does. */
void stn_scene_sort_values (StnScene *self);

/** stn_scene_mirror: for text that runs from right to left: all places mirrored, words and their direction kept. */
void stn_scene_mirror (StnScene *self);

/**
 * stn_scene_dump: a line for each shape and value, coordinates rounded to a tenth of a pixel, for comparing.
 *
 * Returns: (transfer full).
 */
char *stn_scene_dump (const StnScene *self);

G_END_DECLS
