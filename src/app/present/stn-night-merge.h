/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * A form that stays open while another program may write into the same night: what the person changed is told apart
 * from what was there, so that saving takes nothing back that somebody else wrote. Outcome, cramps, sleep and note;
 * factor values are saved one by one as they are answered and are not looked at.
 */

/** stn_night_merge_differs: whether @mine holds anything that the person changed since @base was loaded. */
gboolean stn_night_merge_differs (const StnNight *base, const StnNight *mine);

/**
 * stn_night_merge: makes in @stored the changes that lead from @base to @mine. Where both were changed the person's
 * wins; of two different notes both are kept.
 */
void stn_night_merge (StnNight *stored, const StnNight *base, const StnNight *mine);

/**
 * StnNightClash: where somebody else changed, since @base was loaded, the same as the person and otherwise: joining it
 * would take something back or count a cramp twice. Cramps that both described are the same when nothing differs.
 */
typedef struct {
  gboolean cramps;
  gboolean sleep;
  gboolean note;
} StnNightClash;

/** stn_night_merge_clashes: FALSE when stn_night_merge() loses nothing. */
gboolean stn_night_merge_clashes (const StnNight *stored,
                                  const StnNight *base,
                                  const StnNight *mine,
                                  StnNightClash *ret_clash);

/** stn_night_merge_mine: as stn_night_merge(), but of what clashes only @mine is left. */
void stn_night_merge_mine (StnNight *stored, const StnNight *base, const StnNight *mine);

G_END_DECLS
