/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_SPARE_LAYOUT (stn_spare_layout_get_type ())
G_DECLARE_FINAL_TYPE (StnSpareLayout, stn_spare_layout, STN, SPARE_LAYOUT, GtkLayoutManager)

/**
 * StnSpareLayout: the first child, and at its end a second one that is left out where there is no room to spare: a tiny
 * picture beside the sentence that says the same.
 *
 * Properties: "room": from this width on (px, times the text scale) the second child is shown; "spacing" (px).
 */
GtkLayoutManager *stn_spare_layout_new (void);

G_END_DECLS
