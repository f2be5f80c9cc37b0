/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-stretch-run.h"

struct _StnStretchRun {
  StnStretchPlan *plan;
  gboolean *done; /* of each step */
  StnStretchState state;
  guint index;
  gint64 elapsed_us; /* of the step */
  gint64 taken_us;
  gint64 looked_us; /* when it was last told the time */
};

StnStretchRun *
stn_stretch_run_new (const StnStretchPlan *plan)
{
  g_return_val_if_fail (plan != NULL && plan->steps->len > 0, NULL);
  StnStretchRun *self = g_new0 (StnStretchRun, 1);

  self->plan = stn_stretch_plan_copy (plan);
  self->done = g_new0 (gboolean, plan->steps->len);
  self->state = STN_STRETCH_PAUSED;
  return self;
}

void
stn_stretch_run_free (StnStretchRun *self)
{
  if (self == NULL)
    return;
  stn_stretch_plan_free (self->plan);
  g_free (self->done);
  g_free (self);
}

const StnStretchPlan *
stn_stretch_run_get_plan (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->plan;
}

static gint64
step_us (const StnStretchRun *self)
{
  return (gint64) stn_stretch_plan_get (self->plan, self->index)->seconds * G_USEC_PER_SEC;
}

/* To the step after this one. Returns: whether there is one. */
static gboolean
leave_step (StnStretchRun *self)
{
  if (self->index + 1 < self->plan->steps->len) {
    self->index++;
    return TRUE;
  }
  self->state = STN_STRETCH_FINISHED;
  return FALSE;
}

/* Time goes by; what is left over of a step is part of the next one. */
static void
pass (StnStretchRun *self, gint64 us)
{
  self->elapsed_us += us;
  self->taken_us += us;
  while (self->elapsed_us >= step_us (self)) {
    gint64 over = self->elapsed_us - step_us (self);

    self->done[self->index] = TRUE;
    if (!leave_step (self)) {
      self->elapsed_us = step_us (self);
      self->taken_us -= over;
      return;
    }
    self->elapsed_us = over;
  }
}

gboolean
stn_stretch_run_look (StnStretchRun *self, gint64 now_us)
{
  g_return_val_if_fail (self != NULL, FALSE);
  guint index = self->index;
  StnStretchState state = self->state;
  gint64 since = now_us - self->looked_us;

  self->looked_us = now_us;
  if (self->state != STN_STRETCH_RUNNING)
    return FALSE;
  if (since < 0 || since > STN_STRETCH_GAP_US)
    self->state = STN_STRETCH_PAUSED;
  else
    pass (self, since);
  return index != self->index || state != self->state;
}

void
stn_stretch_run_go_on (StnStretchRun *self, gint64 now_us)
{
  g_return_if_fail (self != NULL);

  stn_stretch_run_look (self, now_us);
  if (self->state == STN_STRETCH_PAUSED)
    self->state = STN_STRETCH_RUNNING;
}

void
stn_stretch_run_pause (StnStretchRun *self, gint64 now_us)
{
  g_return_if_fail (self != NULL);

  stn_stretch_run_look (self, now_us);
  if (self->state == STN_STRETCH_RUNNING)
    self->state = STN_STRETCH_PAUSED;
}

void
stn_stretch_run_skip (StnStretchRun *self, gint64 now_us)
{
  g_return_if_fail (self != NULL);

  stn_stretch_run_look (self, now_us);
  if (self->state == STN_STRETCH_FINISHED)
    return;
  self->elapsed_us = leave_step (self) ? 0 : step_us (self);
}

/* A step that is begun anew is not done until it was held again; a finished stretch goes on, paused. */
static void
begin_anew (StnStretchRun *self)
{
  self->elapsed_us = 0;
  self->done[self->index] = FALSE;
  if (self->state == STN_STRETCH_FINISHED)
    self->state = STN_STRETCH_PAUSED;
}

void
stn_stretch_run_back (StnStretchRun *self, gint64 now_us)
{
  g_return_if_fail (self != NULL);

  stn_stretch_run_look (self, now_us);
  if (self->state != STN_STRETCH_FINISHED && self->index > 0)
    self->index--;
  begin_anew (self);
}

void
stn_stretch_run_repeat (StnStretchRun *self, gint64 now_us)
{
  g_return_if_fail (self != NULL);

  stn_stretch_run_look (self, now_us);
  begin_anew (self);
}

StnStretchState
stn_stretch_run_get_state (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, STN_STRETCH_PAUSED);

  return self->state;
}

guint
stn_stretch_run_get_index (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->index;
}

const StnStretchStep *
stn_stretch_run_get_step (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_stretch_plan_get (self->plan, self->index);
}

double
stn_stretch_run_get_elapsed_s (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (double) self->elapsed_us / G_USEC_PER_SEC;
}

int
stn_stretch_run_get_left_s (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) ((step_us (self) - self->elapsed_us + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC);
}

int
stn_stretch_run_get_all_left_s (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return stn_stretch_run_get_left_s (self) +
         stn_stretch_plan_get_seconds (self->plan, self->index + 1);
}

int
stn_stretch_run_get_taken_s (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) (self->taken_us / G_USEC_PER_SEC);
}

guint
stn_stretch_run_count_done (const StnStretchRun *self)
{
  g_return_val_if_fail (self != NULL, 0);
  guint done = 0;

  for (guint i = 0; i < self->plan->steps->len; i++)
    done += self->done[i] && stn_stretch_plan_get (self->plan, i)->is_hold ? 1 : 0;
  return done;
}

gboolean
stn_stretch_run_did (const StnStretchRun *self, const char *exercise)
{
  g_return_val_if_fail (self != NULL && exercise != NULL, FALSE);
  guint holds = 0, done = 0;

  for (guint i = 0; i < self->plan->steps->len; i++) {
    const StnStretchStep *step = stn_stretch_plan_get (self->plan, i);

    if (!step->is_hold || !g_str_equal (step->exercise, exercise))
      continue;
    holds++;
    done += self->done[i] ? 1 : 0;
  }
  return done > 0 && 2 * done >= holds;
}
