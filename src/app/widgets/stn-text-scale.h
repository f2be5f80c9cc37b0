/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** stn_text_scale: the desktop's text size as a factor, 1 = 100 % (96 dpi), from the widget's settings. */
double stn_text_scale (GtkWidget *widget);

/** stn_text_is_large: so large that what is written comes before pictures, and what is written large anyway need not grow. */
gboolean stn_text_is_large (GtkWidget *widget);

G_END_DECLS
