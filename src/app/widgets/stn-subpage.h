/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_SUBPAGE (stn_subpage_get_type ())
G_DECLARE_FINAL_TYPE (StnSubpage, stn_subpage, STN, SUBPAGE, GtkBox)

/**
 * StnSubpage: a page inside a page: a heading with a way back (also Escape and Alt+Left), and below it what it holds,
 * scrolled. The way back is the action "subpage.back" of whatever holds it.
 *
 * Properties: "title" (shown as it is), "child".
 */

/** stn_subpage_show_top: scrolls to the top and gives the way back the focus: for a page that has just been opened. */
void stn_subpage_show_top (StnSubpage *self);

G_END_DECLS
