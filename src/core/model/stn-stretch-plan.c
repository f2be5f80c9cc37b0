/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-stretch-plan.h"

#include <string.h>

/* Seconds in which a figure goes from its rest to the stretch: slowly, as a person should. */
#define REACH_S 2.0

StnStretchPlan *
stn_stretch_plan_new (const char *routine)
{
  g_return_val_if_fail (routine != NULL, NULL);
  StnStretchPlan *self = g_new0 (StnStretchPlan, 1);

  self->routine = g_strdup (routine);
  self->exercises = g_ptr_array_new_with_free_func (g_free);
  self->steps = g_array_new (FALSE, FALSE, sizeof (StnStretchStep));
  return self;
}

/* The plan's own copy of the id, once for all its steps. */
static const char *
keep_exercise (StnStretchPlan *self, const char *exercise)
{
  guint index;

  if (!g_ptr_array_find_with_equal_func (self->exercises, exercise, g_str_equal, &index)) {
    index = self->exercises->len;
    g_ptr_array_add (self->exercises, g_strdup (exercise));
  }
  return g_ptr_array_index (self->exercises, index);
}

StnStretchPlan *
stn_stretch_plan_copy (const StnStretchPlan *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnStretchPlan *copy = stn_stretch_plan_new (self->routine);

  for (guint i = 0; i < self->steps->len; i++) {
    StnStretchStep step = *stn_stretch_plan_get (self, i);

    step.exercise = keep_exercise (copy, step.exercise);
    g_array_append_val (copy->steps, step);
  }
  return copy;
}

void
stn_stretch_plan_free (StnStretchPlan *self)
{
  if (self == NULL)
    return;
  g_free (self->routine);
  g_ptr_array_unref (self->exercises);
  g_array_unref (self->steps);
  g_free (self);
}

static void
add_hold (StnStretchPlan *self, StnStretchStep step, StnStretchSide side)
{
  step.side = side;
  g_array_append_val (self->steps, step);
}

void
stn_stretch_plan_add (StnStretchPlan *self, const StnStretchDose *dose)
{
  g_return_if_fail (self != NULL && dose != NULL && dose->exercise != NULL);
  g_return_if_fail (dose->hold_s > 0 && dose->repetitions > 0);
  StnStretchStep step = {.exercise = keep_exercise (self, dose->exercise)};

  if (dose->prepare_s > 0) {
    step.seconds = dose->prepare_s;
    g_array_append_val (self->steps, step);
  }
  step.is_hold = TRUE;
  step.seconds = dose->hold_s;
  step.repetitions = dose->repetitions;
  step.in_s = dose->in_s;
  step.out_s = dose->out_s;
  for (step.repetition = 1; step.repetition <= dose->repetitions; step.repetition++) {
    add_hold (self, step, dose->is_sided ? STN_STRETCH_LEFT : STN_STRETCH_BOTH);
    if (dose->is_sided)
      add_hold (self, step, STN_STRETCH_RIGHT);
  }
}

const StnStretchStep *
stn_stretch_plan_get (const StnStretchPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL && index < self->steps->len, NULL);

  return &g_array_index (self->steps, StnStretchStep, index);
}

int
stn_stretch_plan_get_seconds (const StnStretchPlan *self, guint index)
{
  g_return_val_if_fail (self != NULL, 0);
  int seconds = 0;

  for (guint i = index; i < self->steps->len; i++)
    seconds += stn_stretch_plan_get (self, i)->seconds;
  return seconds;
}

guint
stn_stretch_plan_count_holds (const StnStretchPlan *self, guint n_steps)
{
  g_return_val_if_fail (self != NULL, 0);
  guint holds = 0;

  for (guint i = 0; i < MIN (n_steps, self->steps->len); i++)
    holds += stn_stretch_plan_get (self, i)->is_hold ? 1 : 0;
  return holds;
}

/* Begins and ends softly. @t: 0 to 1. */
static double
ease (double t)
{
  return t * t * (3 - 2 * t);
}

/* Seconds since the movement last began anew. */
static double
within_cycle (double elapsed_s, double cycle_s)
{
  return elapsed_s - cycle_s * (double) (gint64) (elapsed_s / cycle_s);
}

static double
there_and_back (double elapsed_s, double in_s, double out_s)
{
  double at = within_cycle (elapsed_s, in_s + out_s);

  return at < in_s ? ease (at / in_s) : ease (1 - (at - in_s) / out_s);
}

double
stn_stretch_step_get_reach (const StnStretchStep *self, double elapsed_s)
{
  g_return_val_if_fail (self != NULL, 0);
  double elapsed = MAX (elapsed_s, 0);

  if (self->in_s > 0 && self->out_s > 0)
    return there_and_back (elapsed, self->in_s, self->out_s);
  if (self->is_hold)
    return ease (MIN (elapsed / REACH_S, 1));
  return there_and_back (elapsed, REACH_S, REACH_S);
}

gboolean
stn_stretch_step_is_going_in (const StnStretchStep *self, double elapsed_s)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->in_s > 0 && within_cycle (MAX (elapsed_s, 0), self->in_s + self->out_s) < self->in_s;
}
