/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "model/stn-night.h"

G_BEGIN_DECLS

#define STN_TYPE_NIGHT_LINE (stn_night_line_get_type ())
G_DECLARE_FINAL_TYPE (StnNightLine, stn_night_line, STN, NIGHT_LINE, GtkWidget)

/**
 * StnNightLine: one night along the clock: the time in bed as an outline, the sleep in it filled, each cramp of the night
 * whose time is known at its time. In either text direction the evening is at the start. Only a picture: the words stand
 * beside it.
 */
GtkWidget *stn_night_line_new (void);

/** stn_night_line_set_night: @night is copied. Returns: FALSE when no time of it is known, so that there is no picture. */
gboolean stn_night_line_set_night (StnNightLine *self, const StnNight *night);

G_END_DECLS
