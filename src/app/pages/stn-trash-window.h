/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_TRASH_WINDOW (stn_trash_window_get_type ())
G_DECLARE_FINAL_TYPE (StnTrashWindow, stn_trash_window, STN, TRASH_WINDOW, AdwWindow)

/** StnTrashWindow: what was deleted within the last 30 days and when, each with a button that brings it back. */
StnTrashWindow *stn_trash_window_new (GtkWindow *parent, StnDiaryClient *client);

G_END_DECLS
