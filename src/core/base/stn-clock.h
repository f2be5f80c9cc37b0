/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnClock: where the program gets the time from; injected, so that tests and pictures can choose it.
 *
 * Reference counted, may be used from any thread.
 */
typedef struct _StnClock StnClock;

/** The environment variable that stands for the clock, for tests and pictures. */
#define STN_CLOCK_VARIABLE "STILLNIGHT_NOW"

/**
 * stn_clock_new: the computer's clock and zone. When the environment variable STILLNIGHT_NOW is set to
 * an ISO 8601 time ("2026-11-22T07:10:00Z", or with an offset or none = local), the clock stands still there.
 */
StnClock *stn_clock_new (void);

/**
 * stn_clock_new_from: like stn_clock_new(), which ends the program where this one tells of an error.
 * @now: (nullable): the value of STN_CLOCK_VARIABLE; NULL or "" for the computer's clock.
 *
 * Errors: %STN_BASE_ERROR_BAD_TIME: no such time, or not in a year between %STN_DATE_FIRST_YEAR and %STN_DATE_LAST_YEAR.
 */
StnClock *stn_clock_new_from (const char *now, GError **error);

/** stn_clock_new_fixed: a clock that stands still at @now until stn_clock_set(). */
StnClock *stn_clock_new_fixed (GDateTime *now);

StnClock *stn_clock_ref (StnClock *self);
void stn_clock_unref (StnClock *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnClock, stn_clock_unref)

/** stn_clock_set: moves a fixed clock; a programming error on a running one. */
void stn_clock_set (StnClock *self, GDateTime *now);

/** stn_clock_now: (transfer full) the local time now, with its zone; re-reads the zone each time. */
GDateTime *stn_clock_now (StnClock *self);

/**
 * stn_clock_get_steady_us: microseconds since some moment, for measuring how long something takes: whoever sets the computer's
 * clock does not change it, and it goes on while the computer sleeps. Of a fixed clock: those of the time where it stands.
 */
gint64 stn_clock_get_steady_us (StnClock *self);

/** stn_clock_wait: sleeps so long; a fixed clock is moved on instead, at once. @milliseconds: at least 0. */
void stn_clock_wait (StnClock *self, int milliseconds);

G_END_DECLS
