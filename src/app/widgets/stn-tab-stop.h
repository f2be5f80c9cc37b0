/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define STN_TYPE_TAB_STOP (stn_tab_stop_get_type ())
G_DECLARE_FINAL_TYPE (StnTabStop, stn_tab_stop, STN, TAB_STOP, GtkBox)

/** StnTabStop: what is in it is one stop for Tab; arrow keys go about in it. Round a list of any length. */

G_END_DECLS
