/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * stn_inner_names_add: names what GTK 4.8 and libadwaita 1.2 leave without a name inside their own widgets at or below
 * @root (menus, drop-downs and what can be chosen in them, rows with a field, rows that unfold, rows with a choice, pages of preferences), and lets only what
 * Tab can reach be focusable. Call it when these widgets are there; titles are read then.
 */
void stn_inner_names_add (GtkWidget *root);

G_END_DECLS
