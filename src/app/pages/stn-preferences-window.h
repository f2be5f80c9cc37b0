/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_PREFERENCES_WINDOW (stn_preferences_window_get_type ())
G_DECLARE_FINAL_TYPE (
  StnPreferencesWindow, stn_preferences_window, STN, PREFERENCES_WINDOW, AdwPreferencesWindow)

/** StnPreferencesWindow: what is asked in the evening, when a day begins, backups, and "Forget now". */
StnPreferencesWindow *stn_preferences_window_new (GtkWindow *parent, StnDiaryClient *client);

G_END_DECLS
