/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "base/stn-clock.h"

G_BEGIN_DECLS

#define STN_TYPE_WELCOME_WINDOW (stn_welcome_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StnWelcomeWindow, stn_welcome_window, STN, WELCOME_WINDOW, AdwApplicationWindow)

/**
 * StnWelcomeWindow: what a person sees who has no diary yet: three choices, and no question. Nothing is made before one
 * of them is taken.
 *
 * Signals: "done" (gboolean is_sample, const char *table): a diary can be opened: the sample, or the person's own (which is
 * made when there is none); @table: (nullable) a file to import into it.
 */
StnWelcomeWindow *stn_welcome_window_new (GtkApplication *app, StnClock *clock);

/** stn_welcome_window_take: goes on with the file @path: a diary or a backup is copied, anything else is imported. */
void stn_welcome_window_take (StnWelcomeWindow *self, const char *path);

G_END_DECLS
