/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-cut.h"
#include "model/stn-word-list.h"

static const char *const direction_tokens[] = {"none", "up", "down"};
static const char *const cut_side_tokens[] = {NULL, "at_or_above", "above", "at_or_below", "below"};

DEFINE_WORDS (StnDirection, stn_direction, direction_tokens, "direction")
DEFINE_WORDS (StnCutSide, stn_cut_side, cut_side_tokens, "side of a cut")

gboolean
stn_cut_holds (StnCut cut, double value)
{
  switch (cut.side) {
  case STN_CUT_AT_OR_ABOVE:
    return value >= cut.value;
  case STN_CUT_ABOVE:
    return value > cut.value;
  case STN_CUT_AT_OR_BELOW:
    return value <= cut.value;
  case STN_CUT_BELOW:
    return value < cut.value;
  case STN_CUT_NONE:
    break;
  }
  g_return_val_if_reached (FALSE);
}
