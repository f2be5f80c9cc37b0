/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-analysis.h"
#include "model/stn-word-list.h"

G_DEFINE_QUARK (stn-analysis-error-quark, stn_analysis_error)

static const char *const verdict_tokens[] = {"not_enough_data", "no_contrast", "unclear",
                                             "unlikely",        "trigger",     "protector"};
static const char *const tier_tokens[] = {"none", "possible", "likely", "confirmed"};

DEFINE_WORDS (StnVerdict, stn_verdict, verdict_tokens, "verdict")
DEFINE_WORDS (StnTier, stn_tier, tier_tokens, "tier")

const char *
stn_medicine_verdict_to_token (StnMedicineVerdict verdict)
{
  switch (verdict) {
  case STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA:
    return "not_enough_data";
  case STN_MEDICINE_VERDICT_UNCLEAR:
    return "unclear";
  case STN_MEDICINE_VERDICT_WORSE:
    return "worse";
  case STN_MEDICINE_VERDICT_BETTER:
    return "better";
  }
  g_return_val_if_reached (NULL);
}
