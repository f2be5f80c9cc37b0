/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-episode.h"
#include "model/stn-factor.h"
#include "model/stn-sleep-measures.h"

G_BEGIN_DECLS

/** More cramps than this in one night is a typing error. */
#define STN_EPISODES_MAX 50
#define STN_NOTE_MAX_BYTES 100000

/**
 * StnNight: everything a diary holds of one night; a plain value without I/O.
 * @id: of the night's own row (answer, sleep, note); rev NULL when there is none yet.
 * @key: the date of the evening.
 * @no_cramps: the person said "no cramps". An episode beside it is a shown conflict, cramps win.
 * @forgotten: the person does not remember it: it stays not recorded and is not asked for again. An outcome takes it back.
 * @note: UTF-8 or NULL, never "".
 * @answered: when the night first got an outcome (either answer); unset while it has none.
 * @episodes: (element-type StnEpisode) in order of start, unknown starts last, then as entered.
 * @values: (element-type StnFactorValue) by slug, in byte order, one per slug.
 */
typedef struct {
  StnIdentity id;
  StnDate key;
  gboolean no_cramps;
  gboolean forgotten;
  StnSleep sleep;
  char *note;
  StnStamp answered;
  GPtrArray *episodes;
  GPtrArray *values;
} StnNight;

StnNight *stn_night_new (StnDate key);
StnNight *stn_night_copy (const StnNight *self);
void stn_night_free (StnNight *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnNight, stn_night_free)

/** stn_night_get_state: any episode = cramps; else an explicit answer = no cramps; else not recorded. */
StnNightState stn_night_get_state (const StnNight *self);

/** stn_night_has_conflict: an episode stands beside a "no cramps" answer. */
gboolean stn_night_has_conflict (const StnNight *self);

/** stn_night_is_empty: nothing at all is recorded. */
gboolean stn_night_is_empty (const StnNight *self);

/** stn_night_get_worst: (transfer none) (nullable) the episode of greatest known severity; the first of equals. */
StnEpisode *stn_night_get_worst (const StnNight *self);

/** stn_night_get_value: (transfer none) (nullable) the value of factor @slug. */
StnFactorValue *stn_night_get_value (const StnNight *self, const char *slug);

/** stn_night_take_value: (transfer full) puts @value in, in the place of one of the same slug (whose identity it keeps). */
void stn_night_take_value (StnNight *self, StnFactorValue *value);

/** stn_night_remove_value: the factor is not recorded any more; FALSE when it was not. */
gboolean stn_night_remove_value (StnNight *self, const char *slug);

/** stn_night_validate: episodes, sleep and note. Errors of the domain %STN_MODEL_ERROR, naming the night. */
gboolean stn_night_validate (const StnNight *self, GError **error);

/**
 * stn_night_entered_at: how a factor value set at @local for this night counts (contract, "Entered"):
 * evening when it is set before the night has an outcome, before the known final wake (else 05:00 of the day
 * after the key) and before any known start of a cramp; else after.
 * @as_usual: taken from "Ordinary day": usual instead of evening; after wins.
 */
StnEntered stn_night_entered_at (const StnNight *self, GDateTime *local, gboolean as_usual);

/**
 * stn_night_measure_sleep: see stn_sleep_measure(); in the zone in which the night was answered, else first written
 * down. Minutes of trying to sleep on are never asked for.
 */
StnSleepMeasures stn_night_measure_sleep (const StnNight *self);

G_END_DECLS
