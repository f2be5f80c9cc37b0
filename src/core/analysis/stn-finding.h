/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/** stn_finding_free: a finding on its own. */
void stn_finding_free (StnFinding *self);

/** stn_finding_set_difference: cramp nights in 100 more, from the odds ratio and the rate on the nights without. */
void stn_finding_set_difference (StnFinding *self);

/** stn_finding_show_published: see stn_analysis_show_published(). */
void stn_finding_show_published (StnFinding *self);

G_END_DECLS
