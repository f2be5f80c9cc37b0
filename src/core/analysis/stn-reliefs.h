/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/**
 * stn_reliefs_find: how long cramps lasted in which each relief was tried: median with a 95 % interval from order statistics,
 * unknown with fewer than 6 cramps, which leave no such interval. It compares cramps, not what would have happened without.
 * Returns: (transfer full) (element-type StnReliefFinding) by median, then name; unknown last.
 */
GPtrArray *stn_reliefs_find (const StnAnalysisInput *input);

G_END_DECLS
