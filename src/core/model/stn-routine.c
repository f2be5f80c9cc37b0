/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-routine.h"

#include "base/stn-text-line.h"
#include "model/stn-model-error.h"

static void
step_free (gpointer data)
{
  StnRoutineStep *step = data;

  g_free (step->exercise);
  g_free (step);
}

StnRoutine *
stn_routine_new (const char *name)
{
  g_return_val_if_fail (name != NULL, NULL);
  StnRoutine *self = g_new0 (StnRoutine, 1);

  self->name = g_strdup (name);
  self->steps = g_ptr_array_new_with_free_func (step_free);
  return self;
}

StnRoutine *
stn_routine_copy (const StnRoutine *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnRoutine *copy = stn_routine_new (self->name);

  stn_identity_copy (&copy->id, &self->id);
  for (guint i = 0; i < self->steps->len; i++) {
    const StnRoutineStep *step = g_ptr_array_index (self->steps, i);

    stn_routine_add (copy, step->exercise, step->seconds, step->repetitions);
  }
  return copy;
}

void
stn_routine_free (StnRoutine *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->name);
  g_ptr_array_unref (self->steps);
  g_free (self);
}

void
stn_routine_add (StnRoutine *self, const char *exercise, int seconds, int repetitions)
{
  g_return_if_fail (self != NULL && exercise != NULL);
  StnRoutineStep *step = g_new0 (StnRoutineStep, 1);

  step->exercise = g_strdup (exercise);
  step->seconds = seconds;
  step->repetitions = repetitions;
  g_ptr_array_add (self->steps, step);
}

void
stn_routine_move (StnRoutine *self, guint from, guint to)
{
  g_return_if_fail (self != NULL && from < self->steps->len && to < self->steps->len);

  g_ptr_array_insert (self->steps, (int) to, g_ptr_array_steal_index (self->steps, from));
}

void
stn_routine_remove (StnRoutine *self, guint index)
{
  g_return_if_fail (self != NULL && index < self->steps->len);

  g_ptr_array_remove_index (self->steps, index);
}

static gboolean
check_whole (const char *what, int value, int min, int max, GError **error)
{
  if (value >= min && value <= max)
    return TRUE;
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE, "%s are %d to %d, not %d",
               what, min, max, value);
  return FALSE;
}

gboolean
stn_routine_validate (const StnRoutine *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!stn_text_is_line (self->name, STN_ROUTINE_NAME_MAX)) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
                 "the name of a routine has 1 to %d characters in one line", STN_ROUTINE_NAME_MAX);
    return FALSE;
  }
  if (!check_whole ("the steps of a routine", (int) self->steps->len, 1, STN_ROUTINE_MAX_STEPS,
                    error))
    return FALSE;
  for (guint i = 0; i < self->steps->len; i++) {
    const StnRoutineStep *step = g_ptr_array_index (self->steps, i);

    if (!check_whole ("the seconds of a step", step->seconds, STN_ROUTINE_MIN_S, STN_ROUTINE_MAX_S,
                      error) ||
        !check_whole ("the repetitions of a step", step->repetitions, 1,
                      STN_ROUTINE_MAX_REPETITIONS, error))
      return FALSE;
  }
  return TRUE;
}
