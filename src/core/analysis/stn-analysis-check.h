/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/** stn_analysis_check: whether @input is one that can be. Errors: %STN_ANALYSIS_ERROR_BAD_INPUT. */
gboolean stn_analysis_check (const StnAnalysisInput *input, GError **error);

G_END_DECLS
