/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-fit.h"
#include "analysis/stn-slides.h"
#include "base/stn-optional.h"

G_BEGIN_DECLS

/**
 * stn_power_get_nights: logged nights at which an odds ratio of 2.5 (per unit, in the expected direction) would be chosen
 * first among @n_candidates in 80 % of diaries like this one: same cramp rate, same spread of the factor, as often recorded.
 * @fit: the model without the candidate, on the diary's nights.
 *
 * Returns: unknown when the model leaves nothing of the factor.
 */
StnOptInt stn_power_get_nights (const StnFit *fit,
                                const double *outcomes,
                                const StnCandidate *candidate,
                                guint n_candidates);

G_END_DECLS
