/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Characters of a revision with the closing NUL: 12 hex digits of time, 4 of counter, 16 of device. */
#define STN_REV_SIZE 35

/**
 * StnRevClock: hands out the revisions of rows, a hybrid logical clock (Kulkarni et al. 2014): wall-clock
 * milliseconds, a counter for what falls into the same one, and the device. Revisions are text
 * "tttttttttttt-cccc-dddddddddddddddd"; later ones compare greater by strcmp(), also when the computer's
 * clock was set back. Not thread safe.
 */
typedef struct {
  gint64 last_ms;
  guint counter;
  char device[17];
} StnRevClock;

/** stn_rev_clock_init: @device: 16 hex digits, one per computer and diary. */
void stn_rev_clock_init (StnRevClock *self, const char *device);

/**
 * stn_rev_is_valid: whether @text is a revision that a clock of this program can have handed out: of that form, in small letters,
 * of no later year than a diary may speak of. So there is always a greater one, whatever file it was read from.
 */
gboolean stn_rev_is_valid (const char *text);

/** stn_rev_clock_observe: never hand out a revision that is not greater than @rev. NULL and what is none are ignored. */
void stn_rev_clock_observe (StnRevClock *self, const char *rev);

/** stn_rev_clock_next: writes the next revision into @ret_rev. @now_ms: milliseconds since 1970 UTC. */
void stn_rev_clock_next (StnRevClock *self, gint64 now_ms, char ret_rev[STN_REV_SIZE]);

G_END_DECLS
