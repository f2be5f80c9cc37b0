/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_COLUMNS_LAYOUT (stn_columns_layout_get_type ())
G_DECLARE_FINAL_TYPE (StnColumnsLayout, stn_columns_layout, STN, COLUMNS_LAYOUT, GtkLayoutManager)

/**
 * StnColumnsLayout: two children to read, side by side and equally wide where each gets enough room, else one below the
 * other.
 *
 * Properties: "spacing" (px); "column-width": px, times the text scale, that is enough; "first-yields": the first child, a
 * picture, is made smaller, down to its least size, before anything must be scrolled, and with large text it comes below.
 */
GtkLayoutManager *stn_columns_layout_new (void);

G_END_DECLS
