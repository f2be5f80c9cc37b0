/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/** stn_wording_since: (nullable) (transfer full) "Clear since 3 March", when what @finding says is what is published. */
char *stn_wording_since (const StnFinding *finding, StnDate today);

/**
 * stn_wording_history: (nullable) (transfer full) "Worth watching closely from 10 February, clear since 3 March."; NULL when
 * there was only one thing to say since the diary began.
 */
char *stn_wording_history (const StnFinding *finding, StnDate today);

G_END_DECLS
