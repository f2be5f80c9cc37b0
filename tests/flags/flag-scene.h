/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "flags/stn-flag.h"

/**
 * A scene: what a person has written down, in short, parts separated by ';'. Days count from today, Sunday 22 November
 * 2026: night -1 is last night, sign 0 was said today. DAYS is DAY, FIRST..LAST or FIRST..LAST/STEP.
 *
 *     cramp DAYS [sev=N] [min=N] [eased=A] [ongoing=A] [woke=A] [byday=A] [arms=A] [side=S] [site=S] [sore=N] [relief=R]
 *                [source=S]
 *     quiet DAYS [source=S]      tired DAYS N        factor DAYS SLUG N [source=S]
 *     sign DAYS ID=A [rev=REV]   medicine CLASS [start=DAY] [stop=DAY] [raised=DAY] [linked]
 *     condition ID               pregnant A          born YEAR
 *     pregnant-until DAY
 *     visit DAY                  now HH:MM           note RULE DAY TIER [REPLY] [rev=REV]  (raised on DAY at noon)
 *     emergency-number TEXT
 */
typedef struct {
  StnFlagRecords *records;
  GDateTime *now;
} Scene;

Scene *scene_new (const char *text);
void scene_free (Scene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Scene, scene_free)

/** scene_say: (transfer full) "F-R1=right-away F-I2=information,past ?F-R1": flags that are to be shown, questions. */
char *scene_say (const Scene *self);
