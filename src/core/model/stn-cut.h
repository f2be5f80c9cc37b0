/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** StnDirection: which way the raw value of a factor is expected to go with cramps. */
typedef enum {
  STN_DIRECTION_NONE,
  STN_DIRECTION_UP,   /* more of it, more cramps */
  STN_DIRECTION_DOWN, /* more of it, fewer cramps */
} StnDirection;

/** StnCutSide: which side of a cut counts as "with" the factor (analysis section 1.3). */
typedef enum {
  STN_CUT_NONE, /* no cut is known: the analysis takes the median */
  STN_CUT_AT_OR_ABOVE,
  STN_CUT_ABOVE,
  STN_CUT_AT_OR_BELOW,
  STN_CUT_BELOW,
} StnCutSide;

typedef struct {
  StnCutSide side;
  double value;
} StnCut;

/** Tokens: "none", "up", "down"; NULL for STN_CUT_NONE, "at_or_above", "above", "at_or_below", "below". */
const char *stn_direction_to_token (StnDirection direction);
const char *stn_cut_side_to_token (StnCutSide side);

/** Readers; Errors: %STN_MODEL_ERROR_UNKNOWN_WORD. */
gboolean stn_direction_parse (const char *token, StnDirection *ret_direction, GError **error);
gboolean stn_cut_side_parse (const char *token, StnCutSide *ret_side, GError **error);

/** stn_cut_holds: whether @value lies on the "with" side. @cut must not be STN_CUT_NONE. */
gboolean stn_cut_holds (StnCut cut, double value);

G_END_DECLS
