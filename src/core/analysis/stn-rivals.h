/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-selection.h"

G_BEGIN_DECLS

/**
 * stn_rivals_find: the candidates that go together with a chosen one so closely that it cannot be told which of them it is:
 * correlated by .30 or more, and with the rival in the model in its place the chosen one is no longer needed (analysis,
 * section 1.1 "Rivals").
 * @chosen: the candidate. Returns: (transfer full) (element-type guint) in the order of the candidates.
 */
GArray *stn_rivals_find (const StnSelection *selection,
                         const StnCalendar *calendar,
                         const StnCandidate *candidates,
                         guint chosen);

G_END_DECLS
