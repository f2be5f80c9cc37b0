/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/** StnKnownKind: what it was written down as. */
typedef enum {
  STN_KNOWN_DAY,       /* something about the day before a night */
  STN_KNOWN_MEDICINE,  /* a medicine that is taken now */
  STN_KNOWN_CONDITION, /* a condition that the person has now */
} StnKnownKind;

/**
 * StnKnownTrigger: a known trigger that a person wrote down: what was entered, and what is known of it in general (clinical 3,
 * 4a, 4b). It says nothing of whether it goes with this person's cramps.
 * @slug: of the factor, the medicine's class or the condition. @name: a medicine as the person calls it, a condition in English;
 * NULL for what is told by @trigger, the catalogue's, which the other two have not.
 * @present_when: side NONE where there is no cut.
 * @days_present: days before a night on which it was there. @days_recorded: days of which that is known; a day without an
 * entry is in neither. @latest: the newest value that lies on that side, for a day. @portion: see StnFactor.
 * @evidence, @ask: English, through gettext(); @ask: (nullable) what to ask whom, or what this person must mind. @sources: NULL-terminated, at least one.
 */
typedef struct {
  StnKnownKind kind;
  const char *slug;
  char *name;
  const StnTrigger *trigger;
  StnCut present_when;
  guint days_present;
  guint days_recorded;
  StnOptReal latest;
  double portion;
  StnGrade grade;
  const char *evidence;
  const char *ask;
  const StnSource *const *sources;
} StnKnownTrigger;

StnKnownTrigger *stn_known_trigger_copy (const StnKnownTrigger *self);
void stn_known_trigger_free (StnKnownTrigger *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnKnownTrigger, stn_known_trigger_free)

/**
 * stn_trigger_present_when: on which side of what the trigger counts as written down (clinical 3.1, column "exposed"): the
 * exposed side where that is expected to go with more cramps; the other one where it is expected to go with fewer
 * (no bedtime stretch, no relaxation).
 * @is_male: whether the person is known to be a man: less than 1,800 ml is little for him, 1,500 for others.
 * Returns: side NONE for what is no trigger in itself: markers, context, ticks of what is good, supplements.
 */
StnCut stn_trigger_present_when (const StnTrigger *trigger, gboolean is_male);

G_END_DECLS
