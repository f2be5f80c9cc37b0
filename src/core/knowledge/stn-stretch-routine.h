/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/**
 * StnStretchExercise: one stretch of a routine, left and right in turn, so that one leg rests while the other holds
 * (clinical 6.1). Strings are English, through gettext() for the screen; no sentence has more than 20 words.
 * @prepare: how to stand or sit, for @prepare_s seconds before the first hold. @left, @right: which leg now.
 * @hold: what to do for @hold_s seconds. @repetitions: holds of each side.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *prepare;
  const char *left;
  const char *right;
  const char *hold;
  int prepare_s;
  int hold_s;
  int repetitions;
} StnStretchExercise;

/** StnStretchRoutine: @seated: for people who are unsteady on their feet. @text: whom it is for. @exercises: NULL-terminated. */
typedef struct {
  const char *id;
  const char *name;
  const char *text;
  gboolean seated;
  StnEvidence on;
  const StnStretchExercise *const *exercises;
} StnStretchRoutine;

/** StnStretchNote: what to mind while stretching (clinical 6.1, 6.4). */
typedef struct {
  const char *id;
  const char *text;
  StnEvidence on;
} StnStretchNote;

/** stn_stretch_routine_get_seconds: how long it takes without a pause. */
int stn_stretch_routine_get_seconds (const StnStretchRoutine *self);

/** Lists: (transfer none) NULL-terminated, in the order of the file; the first routine is the usual one. */
const StnStretchRoutine *const *stn_knowledge_list_stretch_routines (const StnKnowledge *self);
const StnStretchNote *const *stn_knowledge_list_stretch_notes (const StnKnowledge *self);

G_END_DECLS
