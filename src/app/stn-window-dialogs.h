/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/** stn_window_dialogs_install: the actions of StnWindow that open another window, win.import and the like. */
void stn_window_dialogs_install (GtkWidgetClass *widget_class);

/** stn_window_dialogs_disable: @window has no diary to open them on. */
void stn_window_dialogs_disable (GtkWidget *window);

/** stn_window_dialogs_take_drops: a file that is dropped on @window is looked at before anything of it comes in. */
void stn_window_dialogs_take_drops (GtkWidget *window);

G_END_DECLS
