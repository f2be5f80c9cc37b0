/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-advice.h"
#include "model/stn-stretch-plan.h"

G_BEGIN_DECLS

/**
 * StnStretchExercise: one stretch of a routine, left and right in turn, so that one leg rests while the other holds
 * (clinical 6.1), or both legs at once. Strings are English, through gettext() for the screen; no sentence has more than
 * 20 words.
 * @factor: slug of the factor that records that it was done. @prepare: how to stand or sit, for the time of @dose before
 * the first hold. @left, @right: which leg now; NULL with @both. @hold: what to do meanwhile. @in, @out: what to do in a
 * rhythm, there and back; NULL without.
 */
typedef struct {
  const char *id;
  const char *factor;
  const char *name;
  const char *prepare;
  const char *left;
  const char *right;
  const char *both;
  const char *hold;
  const char *in;
  const char *out;
  StnStretchDose dose;
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

/**
 * StnStretchGate: for whom some exercises are not meant, or only after asking (clinical 6.4). It holds for a person of
 * whom any of it is true.
 * @text: what is said then. @exercises: which. @signs: ids, answered yes. @conditions: ids, also of what is one of them.
 * All NULL-terminated. @closes: they are not offered then; else the text is only said before. @asked: it is asked about
 * before the first session.
 */
typedef struct {
  const char *id;
  const char *text;
  const char *const *exercises;
  const char *const *signs;
  const char *const *conditions;
  gboolean pregnant;
  gboolean closes;
  gboolean asked;
  StnEvidence on;
} StnStretchGate;

/** stn_stretch_gate_is_for: whether it is about one of the exercises of @plan. */
gboolean stn_stretch_gate_is_for (const StnStretchGate *self, const StnStretchPlan *plan);

/** stn_stretch_gate_holds: @signs: NULL-terminated ids of the signs that were answered yes lately, or NULL. */
gboolean stn_stretch_gate_holds (const StnStretchGate *self,
                                 const StnKnowledge *knowledge,
                                 const StnAbout *about,
                                 const char *const *signs);

/** stn_stretch_routine_get_plan: (transfer full) its steps. */
StnStretchPlan *stn_stretch_routine_get_plan (const StnStretchRoutine *self);

/** stn_stretch_routine_get_seconds: how long it takes without a pause. */
int stn_stretch_routine_get_seconds (const StnStretchRoutine *self);

/** stn_knowledge_get_stretch_exercise, _routine: (nullable) by its id. */
const StnStretchExercise *stn_knowledge_get_stretch_exercise (const StnKnowledge *self,
                                                              const char *id);
const StnStretchRoutine *stn_knowledge_get_stretch_routine (const StnKnowledge *self,
                                                            const char *id);

/**
 * Lists: (transfer none) NULL-terminated, in the order of the file; the first routine is the usual one, the exercises are
 * those of all routines, the gates stand in order of weight.
 */
const StnStretchRoutine *const *stn_knowledge_list_stretch_routines (const StnKnowledge *self);
const StnStretchExercise *const *stn_knowledge_list_stretch_exercises (const StnKnowledge *self);
const StnStretchGate *const *stn_knowledge_list_stretch_gates (const StnKnowledge *self);
const StnStretchNote *const *stn_knowledge_list_stretch_notes (const StnKnowledge *self);

G_END_DECLS
