/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-identity.h"

G_BEGIN_DECLS

/** Bounds of a routine of the person's own. */
#define STN_ROUTINE_NAME_MAX 60
#define STN_ROUTINE_MAX_STEPS 20
#define STN_ROUTINE_MIN_S 3
#define STN_ROUTINE_MAX_S 120
#define STN_ROUTINE_MAX_REPETITIONS 10

/** StnRoutineStep: @exercise: id of data/knowledge. @seconds: of one hold. @repetitions: holds of each side. */
typedef struct {
  char *exercise;
  int seconds;
  int repetitions;
} StnRoutineStep;

/** StnRoutine: what the person put together. @name: one line. @steps: (element-type StnRoutineStep) in order, at least one. */
typedef struct {
  StnIdentity id;
  char *name;
  GPtrArray *steps;
} StnRoutine;

StnRoutine *stn_routine_new (const char *name);
StnRoutine *stn_routine_copy (const StnRoutine *self);
void stn_routine_free (StnRoutine *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnRoutine, stn_routine_free)

/** stn_routine_add: a step at the end. */
void stn_routine_add (StnRoutine *self, const char *exercise, int seconds, int repetitions);

/** stn_routine_move: the step @from goes to the place @to; those between make room. */
void stn_routine_move (StnRoutine *self, guint from, guint to);

/** stn_routine_remove: the step @index. */
void stn_routine_remove (StnRoutine *self, guint index);

/** stn_routine_validate: Errors: BAD_NAME (the name), OUT_OF_RANGE (too many steps or none, seconds, repetitions). */
gboolean stn_routine_validate (const StnRoutine *self, GError **error);

G_END_DECLS
