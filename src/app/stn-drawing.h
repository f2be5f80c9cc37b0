/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * stn_drawing_choose: chooses who draws the windows; before GTK is initialised, in the main thread. Pages that stand still most of the
 * day are drawn by the processor: GTK 4.8 takes a third of the start and, with the drivers that it loads, more memory than the rest of
 * the window to make OpenGL ready, also where it is not used then. Who set $GSK_RENDERER chose, and nothing is changed.
 */
void stn_drawing_choose (void);

/**
 * stn_drawing_watch: when @window is shown the choice is made, and taken out of the environment again: programs that are
 * started from this one choose for themselves.
 */
void stn_drawing_watch (GtkWidget *window);

G_END_DECLS
