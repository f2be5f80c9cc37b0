/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/**
 * stn_wording_luck: (transfer full) (nullable) the luck check in words (analysis 1.12); NULL when none was made.
 * @exposed: "hard effort". Inside the room only.
 */
char *
stn_wording_luck (const StnFinding *finding, const StnAnalysis *analysis, const char *exposed);

G_END_DECLS
