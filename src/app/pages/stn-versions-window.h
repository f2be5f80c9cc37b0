/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_VERSIONS_WINDOW (stn_versions_window_get_type ())
G_DECLARE_FINAL_TYPE (StnVersionsWindow, stn_versions_window, STN, VERSIONS_WINDOW, AdwWindow)

/**
 * StnVersionsWindow: what the last joining of diaries found written on both sides: both versions beside each other, and a button that
 * takes the other one, which can be undone.
 */
StnVersionsWindow *stn_versions_window_new (GtkWindow *parent, StnDiaryClient *client);

G_END_DECLS
