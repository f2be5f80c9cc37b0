/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * stn_announcement_say: has a screen reader say @text at once, without moving the focus. GTK can do so from 4.14 on; before
 * that nothing is said, and @text must be found where the focus goes next.
 */
void stn_announcement_say (GtkWidget *widget, const char *text);

G_END_DECLS
