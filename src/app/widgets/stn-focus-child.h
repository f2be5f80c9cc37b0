/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * stn_focus_child: the method GtkWidget.focus() of a widget with one child that answers grab_focus() in a way of its own.
 * The inherited one asks for the focus again where Tab has come by the last of its children, and Tab would never leave.
 */
gboolean stn_focus_child (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
