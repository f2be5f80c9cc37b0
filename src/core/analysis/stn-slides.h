/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-calendar.h"
#include "analysis/stn-fft.h"
#include "analysis/stn-fit.h"
#include "analysis/stn-watch.h"
#include "model/stn-cut.h"

G_BEGIN_DECLS

/** StnCandidate: a factor that can be chosen. @values: coded, borrowed. @weight: over the mean of all candidates. */
typedef struct {
  const double *values;
  StnDirection expected;
  double weight;
} StnCandidate;

/** stn_candidate_get_p: directed p value of the candidate beside the model, divided by its weight. */
double stn_candidate_get_p (const StnCandidate *self, const StnFit *fit);

typedef struct _StnSlidesRoom StnSlidesRoom;

/**
 * StnSlides: all ways of shifting the table of factors against the nights (analysis, section 1.1): by 8 to T - 8 calendar
 * nights around the circle of the diary's T nights, and the table run backwards in time at each of its T places.
 * @counted: n_places flags, TRUE where enough logged nights meet logged nights. The first n_days places are shifts, the
 * others the table run backwards. @n_counted: of them. @transforms: of each candidate and of its squares.
 * @room: to work in; one thread at a time.
 */
typedef struct {
  const StnCalendar *calendar;
  const StnCandidate *candidates;
  guint n_candidates;
  StnFft *fft;
  guint n_places;
  guint n_counted;
  gboolean *counted;
  double **transforms;
  StnSlidesRoom *room;
} StnSlides;

/** stn_slides_new: (transfer full) @calendar: borrowed, with at least one night. @candidates: borrowed. */
StnSlides *
stn_slides_new (const StnCalendar *calendar, const StnCandidate *candidates, guint n_candidates);
void stn_slides_free (StnSlides *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnSlides, stn_slides_free)

/**
 * stn_slides_find_smallest: for every place the smallest weighted p of those candidates that are not in the model.
 * @is_chosen: per candidate, TRUE = it is in @fit.
 *
 * Errors: G_IO_ERROR_CANCELLED. Returns: (transfer full) n_places values, meaningless where not counted.
 */
double *stn_slides_find_smallest (const StnSlides *self,
                                  const StnFit *fit,
                                  const gboolean *is_chosen,
                                  const StnWatch *watch,
                                  GError **error);

/** stn_slides_count: 1 for the true order, and every counted place whose @smallest is at most @p. */
guint stn_slides_count (const StnSlides *self, const double *smallest, double p);

G_END_DECLS
