/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/**
 * stn_analysis_to_json: (transfer full) the result as the JSON of "analyze --json", schema "analysis-1", ending with a
 * line feed. Numbers have six significant digits; what has no answer is null. The same result gives the same bytes in
 * every locale.
 */
char *stn_analysis_to_json (const StnAnalysis *analysis);

G_END_DECLS
