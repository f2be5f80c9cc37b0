/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * stn_palette_get: the colour that ui/style.css (or its dark twin) names "stn_NAME", as it is for @widget now.
 * Unknown names are the colour of the widget's text.
 */
GdkRGBA stn_palette_get (GtkWidget *widget, const char *name);

G_END_DECLS
