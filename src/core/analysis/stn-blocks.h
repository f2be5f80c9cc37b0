/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "analysis/stn-fit.h"

G_BEGIN_DECLS

/**
 * stn_blocks_estimate: odds ratio of the last term of @fit with a 95 % interval and p value that allow for cramps coming in
 * clusters: over-dispersion measured on blocks of 14 calendar nights, Student's t (analysis, section 5 "Medicine start").
 * @days: calendar night of each night of the fit, ascending; 0 begins a block.
 */
StnEstimate stn_blocks_estimate (const StnFit *fit, const int *days);

G_END_DECLS
