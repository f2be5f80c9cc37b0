/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <cairo.h>
#include <gdk/gdk.h>

G_BEGIN_DECLS

/** Side of the square in which figures stand; y goes down. They face to the right; the leg that works is the near one. */
#define STN_FIGURE_SIZE 100.0

typedef struct {
  double x;
  double y;
} StnPoint;

/** Which of two limbs; far ones are drawn pale, behind the body. */
typedef enum { STN_FIGURE_NEAR, STN_FIGURE_FAR } StnFigureDepth;

/** StnFigureJoints: where the joints of a figure are; of two limbs by StnFigureDepth. */
typedef struct {
  StnPoint head;
  StnPoint shoulder;
  StnPoint hip;
  StnPoint knee[2];
  StnPoint ankle[2];
  StnPoint toe[2];
  StnPoint elbow[2];
  StnPoint hand[2];
} StnFigureJoints;

/** StnFigureCue: an arrow with at most two words. @word: English, through g_dpgettext2 (NULL, "picture", ...). */
typedef struct {
  const char *word; /* NULL closes a list */
  StnPoint from;
  StnPoint to;
  StnPoint at; /* middle of the word */
} StnFigureCue;

/** StnFigureColors: @muscle: what pulls. @ground: floor, wall and furniture. */
typedef struct {
  GdkRGBA near;
  GdkRGBA far;
  GdkRGBA muscle;
  GdkRGBA ground;
  GdkRGBA arrow;
} StnFigureColors;

typedef struct _StnFigure StnFigure;

/** stn_figure_get: (transfer none) (nullable) the figure of an exercise of data/knowledge. */
const StnFigure *stn_figure_get (const char *exercise);

/** stn_figure_list_cues: (transfer none) what is written beside it; closed by one without a word. */
const StnFigureCue *stn_figure_list_cues (const StnFigure *self);

/**
 * stn_figure_place: where the joints are between its rest (@reach 0) and the full stretch (1). Thighs, shins and arms keep
 * their lengths; feet and hands stay where they stand and hold.
 */
void stn_figure_place (const StnFigure *self, double reach, StnFigureJoints *ret_joints);

/** stn_figure_draw: into the square; the caller mirrors for the left leg. */
void
stn_figure_draw (const StnFigure *self, cairo_t *cr, double reach, const StnFigureColors *colors);

/** stn_figure_draw_arrow: of a cue, in the square. */
void stn_figure_draw_arrow (cairo_t *cr, StnPoint from, StnPoint to);

G_END_DECLS
