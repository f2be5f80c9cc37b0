/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_BACKUP_PREFERENCES (stn_backup_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
  StnBackupPreferences, stn_backup_preferences, STN, BACKUP_PREFERENCES, AdwPreferencesPage)

/** stn_backup_preferences_set_client: from now on it shows the copies of that diary. Toasts go to the preferences window it is in. */
void stn_backup_preferences_set_client (StnBackupPreferences *self, StnDiaryClient *client);

G_END_DECLS
