/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-counts.h"
#include "analysis/stn-quantile.h"

#include <math.h>

static StnCut
choose_cut (const StnAnalysisFactor *factor, const StnRecord *record)
{
  if (factor->cut.side != STN_CUT_NONE)
    return factor->cut;
  if (factor->kind == STN_FACTOR_BINARY)
    return (StnCut){STN_CUT_AT_OR_ABOVE, 1};
  if (record->n_recorded == 0 || record->sorted[0] == record->sorted[record->n_recorded - 1])
    return (StnCut){STN_CUT_NONE, 0};
  return (StnCut){STN_CUT_ABOVE, stn_quantile (record->sorted, record->n_recorded, 0.5)};
}

StnCounts
stn_counts_of (const StnAnalysisFactor *factor,
               const StnRecord *record,
               const StnCalendar *calendar)
{
  StnCounts counts = {.cut = choose_cut (factor, record)};

  counts.known = counts.cut.side != STN_CUT_NONE;
  for (guint i = 0; counts.known && i < calendar->n_nights; i++) {
    guint cramps = calendar->outcomes[i] > 0;

    if (isnan (record->values[i]))
      continue;
    if (stn_cut_holds (counts.cut, record->values[i])) {
      counts.nights_with++;
      counts.cramps_with += cramps;
    } else {
      counts.nights_without++;
      counts.cramps_without += cramps;
    }
  }
  return counts;
}
