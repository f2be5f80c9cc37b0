/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "present/stn-finding-item.h"

G_BEGIN_DECLS

/** StnFindingPlace: where one finding stands. */
typedef struct {
  const StnFinding *finding;
  gboolean is_suspect;
  StnFindingGroup group;
} StnFindingPlace;

/**
 * stn_finding_order: puts the findings into the order of the page: the top three, then group by group; within a group what
 * chance explains least first, of those that need nights the ones that need the fewest, then by name.
 *
 * On top stand only suspects and findings of some tier: to pick three out of what "cannot be told yet" would be a guess.
 * @suspects: (element-type utf8) names of the factors the person suspected. Returns: (element-type StnFindingPlace).
 */
GArray *stn_finding_order (const StnAnalysis *analysis, GHashTable *suspects);

G_END_DECLS
