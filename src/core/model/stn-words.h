/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"

G_BEGIN_DECLS

/**
 * The closed word lists of the diary. Each has one token that is the same in code, SQL, JSON and on the
 * command line; screen text comes from the wording room. Value 0 is "unknown" and its token is NULL.
 */

typedef enum {
  STN_SIDE_UNKNOWN,
  STN_SIDE_LEFT,
  STN_SIDE_RIGHT,
  STN_SIDE_BOTH,
} StnSide;

typedef enum {
  STN_SITE_UNKNOWN,
  STN_SITE_CALF,
  STN_SITE_FOOT,
  STN_SITE_TOES,
  STN_SITE_FRONT_THIGH,
  STN_SITE_BACK_THIGH,
  STN_SITE_OTHER,
} StnSite;

/** Derived, never stored: see stn_night_get_state(). */
typedef enum {
  STN_NIGHT_NOT_RECORDED,
  STN_NIGHT_NO_CRAMPS,
  STN_NIGHT_CRAMPS,
} StnNightState;

typedef enum {
  STN_FACTOR_BINARY = 1,
  STN_FACTOR_COUNT,
  STN_FACTOR_SCALE,
  STN_FACTOR_CONTINUOUS,
} StnFactorKind;

/** When a factor value was entered, seen from the night that follows the day. */
typedef enum {
  STN_ENTERED_UNKNOWN, /* imports */
  STN_ENTERED_EVENING, /* before the night could colour the memory */
  STN_ENTERED_USUAL,   /* taken from "Ordinary day", in the evening */
  STN_ENTERED_AFTER,   /* after the night's outcome, wake-up or first cramp */
} StnEntered;

/** Tokens, or NULL for the unknown value (for StnNightState and StnFactorKind never NULL). Static strings. */
const char *stn_side_to_token (StnSide side);
const char *stn_site_to_token (StnSite site);
const char *stn_night_state_to_token (StnNightState state);
const char *stn_factor_kind_to_token (StnFactorKind kind);
const char *stn_entered_to_token (StnEntered entered); /* "unknown", "evening", "usual", "after" */
const char *stn_answer_to_token (StnAnswer answer);    /* NULL, "no", "yes" */

/**
 * Readers of tokens: FALSE and %STN_MODEL_ERROR_UNKNOWN_WORD with the words that are allowed when @token is none.
 * Outputs are written only on success.
 */
gboolean stn_side_parse (const char *token, StnSide *ret_side, GError **error);
gboolean stn_site_parse (const char *token, StnSite *ret_site, GError **error);
gboolean stn_factor_kind_parse (const char *token, StnFactorKind *ret_kind, GError **error);
gboolean stn_entered_parse (const char *token, StnEntered *ret_entered, GError **error);
gboolean stn_answer_parse (const char *token, StnAnswer *ret_answer, GError **error);

G_END_DECLS
