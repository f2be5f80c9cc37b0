/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_REMINDER_PREFERENCES (stn_reminder_preferences_get_type ())
G_DECLARE_FINAL_TYPE (
  StnReminderPreferences, stn_reminder_preferences, STN, REMINDER_PREFERENCES, AdwPreferencesPage)

/**
 * StnReminderPreferences: the page of the preferences about reminders: the three of them, whether they really come, what they
 * say, and a calendar for the phone.
 *
 * Signal "said" (char *): a sentence for a toast, for example that something was not saved.
 */

/** stn_reminder_preferences_set_client: shows the reminders of this diary, and follows what is changed elsewhere. */
void stn_reminder_preferences_set_client (StnReminderPreferences *self, StnDiaryClient *client);

G_END_DECLS
