/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_PAIR_LAYOUT (stn_pair_layout_get_type ())
G_DECLARE_FINAL_TYPE (StnPairLayout, stn_pair_layout, STN, PAIR_LAYOUT, GtkLayoutManager)

/**
 * StnPairLayout: a text and the control that belongs to it: beside each other where the text keeps enough room, else
 * the control below the text. What 360 px and 200 % text need, without breakpoints.
 *
 * The first child is the text (it fills), the second the control (natural width, at the end of the line).
 *
 * Properties: "spacing" (px); "text-width": px, times the text scale, that the text must keep to stand beside; "spares-text": a
 * text that has no room beside the control is left out.
 */
GtkLayoutManager *stn_pair_layout_new (void);

G_END_DECLS
