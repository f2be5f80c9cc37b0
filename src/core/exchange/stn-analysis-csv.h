/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "exchange/stn-analysis-meta.h"

G_BEGIN_DECLS

/** StnAnalysisCsv: a CSV read straight into the input of the analysis, without a diary and without the catalogue. */
typedef struct _StnAnalysisCsv StnAnalysisCsv;

/**
 * stn_analysis_csv_read: columns date, cramps (or event), each factor of @meta and its "FACTOR:entered"; others are not
 * looked at. Rows may come in any order; a row without cramps is not a logged night. Each factor of @meta must
 * have its column. The cut is binary 1, else the median; weights 2 with an expected direction, 5 for suspects.
 *
 * Errors: of %STN_EXCHANGE_ERROR, naming file, line and reason. Returns: (transfer full).
 */
StnAnalysisCsv *
stn_analysis_csv_read (const char *path, const StnAnalysisMeta *meta, GError **error);
void stn_analysis_csv_free (StnAnalysisCsv *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnAnalysisCsv, stn_analysis_csv_free)

/** stn_analysis_csv_get_input: (transfer none) lives as long as @self. */
const StnAnalysisInput *stn_analysis_csv_get_input (const StnAnalysisCsv *self);

G_END_DECLS
