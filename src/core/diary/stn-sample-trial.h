/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-material.h"
#include "diary/stn-sample.h"

G_BEGIN_DECLS

/**
 * stn_sample_shows: whether the analysis says of drawn nights what was planted in them: no factor is named, or worth watching,
 * that was not planted, none in the wrong direction, and from %STN_SAMPLE_SHOWS_ALL nights on all planted ones are named; up
 * to %STN_SAMPLE_SHOWS_NONE nothing is. It goes by tonight and by what is published; beyond %STN_SAMPLE_PUBLISHED_MOST nights, which
 * take long, by tonight alone.
 *
 * Errors: of stn_material_analyze(), then @ret_shows is unset.
 */
gboolean stn_sample_shows (StnMaterial *material,
                           const StnSampleTruth *truth,
                           gboolean *ret_shows,
                           GError **error);

G_END_DECLS
