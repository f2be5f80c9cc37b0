/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "wording/stn-wording.h"

G_BEGIN_DECLS

/** The two sides of a finding's cut in words; inside the room only. */

/** stn_wording_knows_cut: whether the cut is the catalogue's, which has phrases of its own for both sides. */
gboolean stn_wording_knows_cut (const StnFinding *finding, const StnFactor *factor);

/** stn_wording_exposed: (transfer full) the exposed side as a noun: "little to drink", "“Late meal”". */
char *stn_wording_exposed (const StnFinding *finding, const StnFactor *factor);

/** stn_wording_nights: (transfer full) the nights of the exposed side: "after little to drink". */
char *stn_wording_nights (const StnFinding *finding, const StnFactor *factor);

/** stn_wording_otherwise: (transfer full) words for the other side. */
char *stn_wording_otherwise (const StnFinding *finding, const StnFactor *factor);

/** stn_wording_cut: (transfer full) (nullable) where the cut lies; NULL when there is nothing to say. */
char *stn_wording_cut (const StnFinding *finding, const StnFactor *factor);

G_END_DECLS
