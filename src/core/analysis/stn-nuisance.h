/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-calendar.h"
#include "analysis/stn-fit.h"

G_BEGIN_DECLS

/** Calendar nights from which the season counts. */
#define STN_SEASON_FROM_DAYS 1096

/** Places of the first two terms. */
#define STN_NUISANCE_LEVEL 0
#define STN_NUISANCE_WEEKEND 1

/**
 * StnNuisance: what moves the cramps of everybody and is no factor: level, weekend, slow change, clusters, season
 * (analysis, section 5 "Nuisance columns"; season: section 1.8).
 * @terms: ready for a fit; their columns belong to this. With a season its sine and cosine are the last two.
 */
typedef struct {
  guint n_terms;
  StnTerm *terms;
  double *columns;
} StnNuisance;

/** stn_nuisance_new: (transfer full) of a calendar with at least one night. */
StnNuisance *stn_nuisance_new (const StnCalendar *calendar);
void stn_nuisance_free (StnNuisance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnNuisance, stn_nuisance_free)

G_END_DECLS
