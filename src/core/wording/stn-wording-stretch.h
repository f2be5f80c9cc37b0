/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-stretch-routine.h"
#include "model/stn-routine.h"
#include "model/stn-stretch-run.h"

G_BEGIN_DECLS

/** The words of the guided stretch, for window and command line alike; (transfer full) where they are not const. */

/** stn_wording_stretch_about: what is done and how often: "Calf stretch · hold 2 of 3", "Calf stretch · get ready". */
char *stn_wording_stretch_about (const StnStretchStep *step);

/** stn_wording_stretch_title: which leg: "Right leg back"; "Get ready" before it. */
const char *stn_wording_stretch_title (const StnStretchStep *step);

/** stn_wording_stretch_text: how: sentences of at most 20 words. */
const char *stn_wording_stretch_text (const StnStretchStep *step);

/** stn_wording_stretch_rhythm: (nullable) what to do now within a rhythm: "Lean in"; NULL without. */
const char *stn_wording_stretch_rhythm (const StnStretchStep *step, double elapsed_s);

/** stn_wording_stretch_progress: "4 of 12 · about 1 min 40 s left"; getting ready counts to the hold that follows. */
char *stn_wording_stretch_progress (const StnStretchRun *run);

/** stn_wording_stretch_next: "Next: Left leg back"; "Then it is done" at the last step. */
char *stn_wording_stretch_next (const StnStretchRun *run);

/** stn_wording_stretch_spoken: what a screen reader says when a step begins: "Right leg back, 10 seconds. ...". */
char *stn_wording_stretch_spoken (const StnStretchStep *step);

/** stn_wording_stretch_seconds: what stands below a number that counts down: "seconds". */
const char *stn_wording_stretch_seconds (int seconds);

/** stn_wording_stretch_length: of a routine: "2 min 20 s". */
char *stn_wording_stretch_length (const StnStretchPlan *plan);

/**
 * stn_wording_stretch_count: evenings with a stretch of the last six weeks (clinical 6.1), so that an evening left out is
 * nothing to make up for. @evenings: 0 = none yet; up to @days.
 */
char *stn_wording_stretch_count (guint done, guint evenings, guint days);

/** stn_wording_stretch_done: what is said when a session was kept: @has_stretch: it was a stretch, not a ride or breathing. */
const char *stn_wording_stretch_done (gboolean has_stretch);

/** stn_wording_routine_step: a line of an own routine: "Calf stretch · 3 × 10 s each side". */
char *stn_wording_routine_step (const StnRoutineStep *step);

G_END_DECLS
