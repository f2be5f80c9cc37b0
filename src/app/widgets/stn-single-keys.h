/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** What a single key does. Returns: whether it did anything; else the key goes on to others. */
typedef gboolean (*StnSingleKey) (GtkWidget *widget, int argument);

/**
 * stn_single_keys_add: lets the key @keyval alone call @function wherever the focus is in the window, while @widget is
 * seen and no text field has the focus.
 */
void stn_single_keys_add (GtkWidget *widget, guint keyval, StnSingleKey function, int argument);

G_END_DECLS
