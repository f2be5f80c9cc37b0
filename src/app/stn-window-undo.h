/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/**
 * stn_window_undo_install: the actions and keys of StnWindow that take back what was written, and bring it again: win.undo, win.redo
 * and win.undo-group. They say in a toast what they did; what is much and was written before the window was opened they ask about.
 */
void stn_window_undo_install (GtkWidgetClass *widget_class);

/**
 * stn_window_undo_follow: from now on win.undo and win.redo of @window are insensitive as long as there is nothing for them, whoever
 * wrote it. What the first picture does without: before it they may be asked in vain, and say so.
 */
void stn_window_undo_follow (GtkWidget *window, StnDiaryClient *client);

G_END_DECLS
