/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-analysis.h"

G_DEFINE_QUARK (stn-analysis-error-quark, stn_analysis_error)

const char *
stn_verdict_to_token (StnVerdict verdict)
{
  switch (verdict) {
  case STN_VERDICT_NOT_ENOUGH_DATA:
    return "not_enough_data";
  case STN_VERDICT_NO_CONTRAST:
    return "no_contrast";
  case STN_VERDICT_UNCLEAR:
    return "unclear";
  case STN_VERDICT_UNLIKELY:
    return "unlikely";
  case STN_VERDICT_TRIGGER:
    return "trigger";
  case STN_VERDICT_PROTECTOR:
    return "protector";
  }
  g_return_val_if_reached (NULL);
}

const char *
stn_tier_to_token (StnTier tier)
{
  switch (tier) {
  case STN_TIER_NONE:
    return "none";
  case STN_TIER_POSSIBLE:
    return "possible";
  case STN_TIER_LIKELY:
    return "likely";
  case STN_TIER_CONFIRMED:
    return "confirmed";
  }
  g_return_val_if_reached (NULL);
}

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

const char *
stn_medicine_change_to_token (StnMedicineChange change)
{
  switch (change) {
  case STN_MEDICINE_START:
    return "start";
  case STN_MEDICINE_STOP:
    return "stop";
  case STN_MEDICINE_DOSE:
    return "dose";
  }
  g_return_val_if_reached (NULL);
}
