/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-words.h"
#include "model/stn-word-list.h"

static const char *const side_tokens[] = {NULL, "left", "right", "both"};
static const char *const site_tokens[] = {NULL,          "calf",       "foot", "toes",
                                          "front-thigh", "back-thigh", "other"};
static const char *const state_tokens[] = {"not-recorded", "no-cramps", "cramps"};
static const char *const kind_tokens[] = {NULL, "binary", "count", "scale", "continuous"};
static const char *const entered_tokens[] = {"unknown", "evening", "usual", "after"};
static const char *const answer_tokens[] = {NULL, "no", "yes"};

DEFINE_WORDS (StnSide, stn_side, side_tokens, "side")
DEFINE_WORDS (StnSite, stn_site, site_tokens, "site")
DEFINE_WORDS (StnFactorKind, stn_factor_kind, kind_tokens, "kind of factor")
DEFINE_WORDS (StnEntered, stn_entered, entered_tokens, "time of entry")
DEFINE_WORDS (StnAnswer, stn_answer, answer_tokens, "yes-or-no answer")

const char *
stn_night_state_to_token (StnNightState state)
{
  g_return_val_if_fail ((guint) state < G_N_ELEMENTS (state_tokens), NULL);
  return state_tokens[state];
}
