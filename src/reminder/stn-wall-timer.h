/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnWallTimer: wakes the process at a moment of the clock on the wall, also when the computer slept over it (then when it
 * wakes up), and whenever that clock is set. It uses no processor time in between. Of the thread-default main context.
 */
typedef struct _StnWallTimer StnWallTimer;

typedef void (*StnWallTimerFunc) (gpointer data);

/** stn_wall_timer_new: @func is called in the main context, also when the clock was set. Errors: %G_FILE_ERROR. */
StnWallTimer *stn_wall_timer_new (StnWallTimerFunc func, gpointer data, GError **error);
void stn_wall_timer_free (StnWallTimer *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnWallTimer, stn_wall_timer_free)

/** stn_wall_timer_set: @when: seconds since 1970 UTC; 0: only when the clock is set. Errors: %G_FILE_ERROR. */
gboolean stn_wall_timer_set (StnWallTimer *self, gint64 when, GError **error);

G_END_DECLS
