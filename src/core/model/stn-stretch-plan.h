/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** StnStretchSide: which leg works; BOTH also where no leg does. */
typedef enum {
  STN_STRETCH_BOTH,
  STN_STRETCH_LEFT,
  STN_STRETCH_RIGHT,
} StnStretchSide;

/**
 * StnStretchDose: how one exercise is done.
 * @exercise: its id in data/knowledge. @prepare_s: seconds to get into position, 0 = none. @hold_s: seconds of one hold.
 * @repetitions: holds of each side. @is_sided: left and right in turn, so that one leg rests while the other holds
 * (clinical 6.1). @in_s, @out_s: rhythm within a hold, seconds there and back; 0 = held still.
 */
typedef struct {
  const char *exercise;
  int prepare_s;
  int hold_s;
  int repetitions;
  gboolean is_sided;
  int in_s;
  int out_s;
} StnStretchDose;

/**
 * StnStretchStep: one screen of a guided stretch.
 * @exercise: owned by the plan. @is_hold: else one gets into position for what follows. @side: BOTH while getting ready.
 * @seconds: from 1. @repetition: from 1 to @repetitions, of this side; 0 while getting ready.
 */
typedef struct {
  const char *exercise;
  gboolean is_hold;
  StnStretchSide side;
  int seconds;
  int repetition;
  int repetitions;
  int in_s;
  int out_s;
} StnStretchStep;

/** StnStretchPlan: the steps of a routine, one after the other. @routine: its id. */
typedef struct {
  char *routine;
  GPtrArray *exercises; /* (element-type utf8) in order, each once */
  GArray *steps;        /* (element-type StnStretchStep) */
} StnStretchPlan;

StnStretchPlan *stn_stretch_plan_new (const char *routine);
StnStretchPlan *stn_stretch_plan_copy (const StnStretchPlan *self);
void stn_stretch_plan_free (StnStretchPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnStretchPlan, stn_stretch_plan_free)

/** stn_stretch_plan_add: the steps of one exercise at the end: getting ready, then its holds, left first. */
void stn_stretch_plan_add (StnStretchPlan *self, const StnStretchDose *dose);

/** stn_stretch_plan_get: the step @index, from 0. */
const StnStretchStep *stn_stretch_plan_get (const StnStretchPlan *self, guint index);

/** stn_stretch_plan_get_seconds: of all steps from @index on, without a pause. */
int stn_stretch_plan_get_seconds (const StnStretchPlan *self, guint index);

/** stn_stretch_plan_count_holds: of the first @n_steps steps; G_MAXUINT = all. */
guint stn_stretch_plan_count_holds (const StnStretchPlan *self, guint n_steps);

/**
 * stn_stretch_step_get_reach: how far the figure has moved from its rest (0) to the full stretch (1) after @elapsed_s.
 * While getting ready it shows the movement slowly, there and back; a hold goes there within 2 s and stays; with a
 * rhythm it goes there in @in_s and back in @out_s.
 */
double stn_stretch_step_get_reach (const StnStretchStep *self, double elapsed_s);

/** stn_stretch_step_is_going_in: with a rhythm: whether it goes there, not back, after @elapsed_s. */
gboolean stn_stretch_step_is_going_in (const StnStretchStep *self, double elapsed_s);

G_END_DECLS
