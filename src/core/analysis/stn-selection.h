/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-nuisance.h"
#include "analysis/stn-slides.h"

G_BEGIN_DECLS

/** At most this many factors are chosen. */
#define STN_MAX_CHOSEN 8

/**
 * StnSelection: which factors stand out, and how easily luck alone does the same (analysis, section 1.1 and 1.2).
 * @chosen: the places of the @n_chosen candidates, in the order in which they were chosen.
 * @n_confirmed: how many of them, from the first, had a chance of at most .02 at every step.
 * @n_slides: 1 + the places that count. @counts: per candidate; its chance is counts / n_slides.
 * @fit: nuisance and the chosen, in that order.
 */
typedef struct {
  guint n_chosen;
  guint chosen[STN_MAX_CHOSEN];
  guint n_confirmed;
  guint n_slides;
  guint n_candidates;
  guint *counts;
  StnFit *fit;
} StnSelection;

/**
 * stn_selection_new: step-down by sliding. The strongest candidate outside the model is chosen while luck reaches it in at
 * most k x .08 (never more than .25) of the slides, k the step.
 *
 * Errors: G_IO_ERROR_CANCELLED. Returns: (transfer full).
 */
StnSelection *stn_selection_new (const StnCalendar *calendar,
                                 const StnNuisance *nuisance,
                                 const StnCandidate *candidates,
                                 guint n_candidates,
                                 const StnWatch *watch,
                                 GError **error);
void stn_selection_free (StnSelection *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnSelection, stn_selection_free)

/** stn_selection_has: whether @candidate was chosen. */
gboolean stn_selection_has (const StnSelection *self, guint candidate);

/**
 * stn_selection_fit_without: nuisance and all chosen, but neither @left_out nor @replaced (candidates, chosen or not;
 * G_MAXUINT = none).
 * @extra: (nullable) one more term, the last one.
 *
 * Returns: (transfer full).
 */
StnFit *stn_selection_fit_without (const StnSelection *self,
                                   const StnCalendar *calendar,
                                   guint left_out,
                                   guint replaced,
                                   const StnTerm *extra);

G_END_DECLS
