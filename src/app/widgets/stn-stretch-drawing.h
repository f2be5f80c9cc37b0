/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_STRETCH_DRAWING (stn_stretch_drawing_get_type ())
G_DECLARE_FINAL_TYPE (StnStretchDrawing, stn_stretch_drawing, STN, STRETCH_DRAWING, GtkWidget)

/**
 * StnStretchDrawing: a figure that does an exercise. It moves as it is told, which is not at all where the desktop shows no
 * animations. The leg that works is the one on the side that is named, whatever the direction of the text: a figure that
 * turns to the right shows its right leg in front.
 */

/** stn_stretch_drawing_show: @exercise: id of data/knowledge; one without a figure is an empty picture. */
void stn_stretch_drawing_show (StnStretchDrawing *self, const char *exercise, gboolean is_left);

/** stn_stretch_drawing_set_reach: 0 = at rest, 1 = the full stretch. */
void stn_stretch_drawing_set_reach (StnStretchDrawing *self, double reach);

G_END_DECLS
