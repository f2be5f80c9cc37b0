/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-reminders.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/**
 * StnReminderSettings: what the preferences show of the reminders.
 * @bedtime_min: the usual bedtime; unknown while the diary has none. @suggested_min: when this computer usually is on.
 * @is_own: this is the diary that the background process looks after, not a sample or another file.
 */
typedef struct {
  StnReminder reminders[STN_N_REMINDERS];
  StnOptInt bedtime_min;
  StnOptInt suggested_min[STN_N_REMINDERS];
  gboolean is_own;
} StnReminderSettings;

void stn_reminder_settings_read (StnDiaryClient *client,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
StnReminderSettings *
stn_reminder_settings_read_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

/** stn_reminder_settings_put: stores one reminder, as one undo step. */
void stn_reminder_settings_put (StnDiaryClient *client,
                                const StnReminder *reminder,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
gboolean
stn_reminder_settings_put_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

/** stn_reminder_settings_save_calendar: writes those that are on as a calendar for the phone; all of the file or nothing. */
void stn_reminder_settings_save_calendar (StnDiaryClient *client,
                                          const char *path,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data);
gboolean stn_reminder_settings_save_calendar_finish (StnDiaryClient *client,
                                                     GAsyncResult *result,
                                                     GError **error);

G_END_DECLS
