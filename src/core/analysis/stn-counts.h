/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-record.h"

G_BEGIN_DECLS

/**
 * StnCounts: nights with and without a factor by its cut, the plain figures of every sentence.
 * @known: FALSE when there is no cut: a factor that is not binary, without a cut of the catalogue, and with all values
 * equal or none.
 */
typedef struct {
  gboolean known;
  StnCut cut;
  guint nights_with;
  guint cramps_with;
  guint nights_without;
  guint cramps_without;
} StnCounts;

/** stn_counts_of: by the cut of the catalogue, else binary at 1, else above the median (analysis, section 1.3). */
StnCounts stn_counts_of (const StnAnalysisFactor *factor,
                         const StnRecord *record,
                         const StnCalendar *calendar);

G_END_DECLS
