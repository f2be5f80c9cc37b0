/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/**
 * stn_medicines_find: the nights before and after each change of a medicine compared (analysis, section 5 "Medicine start").
 * Returns: (transfer full) (element-type StnMedicineFinding) in the order of @input, which was checked.
 */
GPtrArray *stn_medicines_find (const StnAnalysisInput *input);

G_END_DECLS
