/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-palette.h"

/* The style context is the one old interface that a drawn widget needs on GTK 4.8; newer versions deprecate it, so it
 * stays in this file. */
GdkRGBA
stn_palette_get (GtkWidget *widget, const char *name)
{
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  g_autofree char *full = g_strconcat ("stn_", name, NULL);
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (context, full, &color))
    gtk_style_context_get_color (context, &color);
  return color;
}
