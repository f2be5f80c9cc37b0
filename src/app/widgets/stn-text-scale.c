/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "widgets/stn-text-scale.h"

/* The desktop's text size arrives as dots per inch, in 1024ths. */
double
stn_text_scale (GtkWidget *widget)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / 1024.0 / 96.0 : 1.0;
}

gboolean
stn_text_is_large (GtkWidget *widget)
{
  return stn_text_scale (widget) >= 1.5;
}
