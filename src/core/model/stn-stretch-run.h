/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-stretch-plan.h"

G_BEGIN_DECLS

/**
 * StnStretchRun: a guided stretch that goes on. It has no clock: each call is told the time, in microseconds of a clock
 * that never jumps and that goes on while the computer sleeps. What is left over of a step is taken into the next one, so
 * that the whole takes as long as its steps, however late it is looked at.
 *
 * When nobody looked at it for STN_STRETCH_GAP_US the computer slept or the window was stuck: it has been paused since.
 */
typedef struct _StnStretchRun StnStretchRun;

#define STN_STRETCH_GAP_US (3 * G_USEC_PER_SEC)

/** StnStretchState: FINISHED = the last step is over; only back and repeat go on from there. */
typedef enum {
  STN_STRETCH_PAUSED,
  STN_STRETCH_RUNNING,
  STN_STRETCH_FINISHED,
} StnStretchState;

/** stn_stretch_run_new: at the beginning of the first step, paused. @plan: copied, at least one step. */
StnStretchRun *stn_stretch_run_new (const StnStretchPlan *plan);
void stn_stretch_run_free (StnStretchRun *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnStretchRun, stn_stretch_run_free)

const StnStretchPlan *stn_stretch_run_get_plan (const StnStretchRun *self);

/** What the person does. Pausing twice, or going on while it runs, changes nothing. */
void stn_stretch_run_go_on (StnStretchRun *self, gint64 now_us);
void stn_stretch_run_pause (StnStretchRun *self, gint64 now_us);
void stn_stretch_run_skip (StnStretchRun *self, gint64 now_us);   /* to the next step, not done */
void stn_stretch_run_back (StnStretchRun *self, gint64 now_us);   /* to the step before */
void stn_stretch_run_repeat (StnStretchRun *self, gint64 now_us); /* this step anew */

/** stn_stretch_run_look: takes notice of the time. Returns: whether the step or the state is another one than before. */
gboolean stn_stretch_run_look (StnStretchRun *self, gint64 now_us);

/** As it was when it was last told the time. */
StnStretchState stn_stretch_run_get_state (const StnStretchRun *self);
guint
stn_stretch_run_get_index (const StnStretchRun *self); /* of the step; the last one when finished */
const StnStretchStep *stn_stretch_run_get_step (const StnStretchRun *self);
double stn_stretch_run_get_elapsed_s (const StnStretchRun *self); /* of the step */
int stn_stretch_run_get_left_s (
  const StnStretchRun *self); /* of the step, begun seconds count; 0 when finished */
int stn_stretch_run_get_all_left_s (const StnStretchRun *self); /* of this and all that follow */
int stn_stretch_run_get_taken_s (const StnStretchRun *self);    /* how long it ran, pauses apart */

/** stn_stretch_run_count_done: holds that were held to their end. */
guint stn_stretch_run_count_done (const StnStretchRun *self);

/** stn_stretch_run_did: whether at least half of the holds of an exercise were held to their end. */
gboolean stn_stretch_run_did (const StnStretchRun *self, const char *exercise);

G_END_DECLS
