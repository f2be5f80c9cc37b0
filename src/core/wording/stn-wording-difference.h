/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "model/stn-factor.h"

G_BEGIN_DECLS

/**
 * stn_wording_difference: (transfer full) (nullable) the difference in nights per 100 of the exposed side with its likely range (contract,
 * "Analysis"); NULL when it is not known. Inside the room only.
 */
char *stn_wording_difference (const StnFinding *finding, const StnFactor *factor);

G_END_DECLS
