/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_WRAP_LAYOUT (stn_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (StnWrapLayout, stn_wrap_layout, STN, WRAP_LAYOUT, GtkLayoutManager)

/**
 * StnWrapLayout: children one after the other, on a new line when the line is full, like words. (GtkFlowBox forces
 * columns, which looks ragged with chips of different lengths.) Lines run with the text direction.
 *
 * Properties: "spacing" (px, between children and lines); "even": all children are equally wide and fill the line,
 * and the lines hold equally many: 11 in one line, else 6 and 5, and so on; "column-width": px, times the text scale,
 * that an even column must have, 0 = what the widest child wants.
 */
GtkLayoutManager *stn_wrap_layout_new (void);

G_END_DECLS
