/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/stn-clock.h"
#include "model/stn-stretch-run.h"

G_BEGIN_DECLS

#define STN_TYPE_STRETCH_GUIDE (stn_stretch_guide_get_type ())
G_DECLARE_FINAL_TYPE (StnStretchGuide, stn_stretch_guide, STN, STRETCH_GUIDE, AdwBin)

/**
 * StnStretchGuide: one step of a stretch a screen: a figure that shows it, the seconds that are left, and what to do. It
 * pauses by itself when nobody can see it: the window is minimised, another page is shown, the computer slept. While it runs
 * the screen does not go dark.
 *
 * Keys: the arrow keys go to the step before and after (as one reads), up begins the step anew; space pauses as long as
 * the focus stays at that button, where it begins.
 *
 * Signals: "finished" (): the last step is over. "changed" (): another step, paused, or going on.
 */

/** stn_stretch_guide_begin: from the first step on, in the place of what was there. @plan: at least one step. */
void stn_stretch_guide_begin (StnStretchGuide *self, StnClock *clock, const StnStretchPlan *plan);

/** stn_stretch_guide_go_on: after a pause. */
void stn_stretch_guide_go_on (StnStretchGuide *self);
void stn_stretch_guide_pause (StnStretchGuide *self);

/** stn_stretch_guide_look: takes notice of the time; it does so itself while it runs. */
void stn_stretch_guide_look (StnStretchGuide *self);

/** stn_stretch_guide_get_run: (transfer none) (nullable) NULL before the first one and after stn_stretch_guide_drop(). */
const StnStretchRun *stn_stretch_guide_get_run (StnStretchGuide *self);

/** stn_stretch_guide_drop: forgets it. */
void stn_stretch_guide_drop (StnStretchGuide *self);

G_END_DECLS
