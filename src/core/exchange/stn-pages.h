/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-scene.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/** StnPaper: tokens "a4", "letter". */
typedef enum {
  STN_PAPER_A4,
  STN_PAPER_LETTER,
} StnPaper;

/** stn_paper_parse: FALSE when @token names no paper. */
gboolean stn_paper_parse (const char *token, StnPaper *ret_paper);

/** stn_paper_of_locale: letter in the countries that print on it (of LC_PAPER), else A4. */
StnPaper stn_paper_of_locale (void);

/** stn_pages_is_mirrored: whether the language of @title, a translated text, is read from right to left. */
gboolean stn_pages_is_mirrored (const char *title);

/** Pixels of a page are 1/96 inch; points 1/72. */
#define STN_PAGE_POINTS_PER_PIXEL .75

/**
 * StnPages: laid out pages of paper, drawn by stn_pages_draw() on a screen, a printer or into a PDF alike. Used from one thread
 * at a time.
 *
 * Places are in pixels from the top left corner of a page; pages that are read from right to left are mirrored when something is
 * put on them: x is then the distance from the right.
 */
typedef struct _StnPages StnPages;

StnPages *stn_pages_new (StnPaper paper, gboolean mirrored);
void stn_pages_free (StnPages *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnPages, stn_pages_free)

guint stn_pages_get_n (const StnPages *self);
double stn_pages_get_width (const StnPages *self);
double stn_pages_get_height (const StnPages *self);

/** stn_pages_add: one more page, on which everything is put from now on. */
void stn_pages_add (StnPages *self);

/** stn_pages_turn_to: everything is put on page @page, from 0, from now on. */
void stn_pages_turn_to (StnPages *self, guint page);

/**
 * StnPageText: how words look. @points: so that they are whole pixels, three quarters of a point: else what reads a PDF takes the
 * letters of one word for many. @at_end: at the end of the line.
 */
typedef struct {
  double points;
  gboolean bold;
  StnInk ink;
  gboolean at_end;
} StnPageText;

/** stn_pages_measure: height of @text in lines no longer than @width. @ret_width: (nullable) of the longest line. */
double stn_pages_measure (
  const StnPages *self, const StnPageText *how, const char *text, double width, double *ret_width);

/** stn_pages_put_text: as stn_pages_measure() does it; returns its height. */
double stn_pages_put_text (
  StnPages *self, const StnPageText *how, const char *text, double x, double y, double width);

/** stn_pages_put_box: filled with @ink, its corners round by @radius; a rule is a box of one pixel. */
void stn_pages_put_box (
  StnPages *self, StnInk ink, double x, double y, double width, double height, double radius);

/** stn_pages_put_scene: @scene is taken; laid out with stn_pages_get_chart_context(). */
void stn_pages_put_scene (StnPages *self, StnScene *scene, double x, double y);
PangoContext *stn_pages_get_chart_context (StnPages *self);

/** stn_pages_get_text: (transfer full) the words of page @page, in the order in which they were put, a line each. */
char *stn_pages_get_text (const StnPages *self, guint page);

/** stn_pages_draw: page @page at the origin of @cr, a pixel a unit. */
void stn_pages_draw (const StnPages *self, guint page, cairo_t *cr);

/**
 * stn_pages_to_pdf: (transfer full) text can be selected, fonts are within, and nothing of the user or the computer is.
 * @title: of the document. @made: the day it says it was made, "2026-11-22".
 *
 * Returns: NULL only where memory ran out.
 */
GBytes *stn_pages_to_pdf (const StnPages *self, const char *title, const char *made);

G_END_DECLS
