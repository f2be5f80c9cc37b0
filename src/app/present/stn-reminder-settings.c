/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-reminder-settings.h"

#include "diary/stn-reminder-calendar.h"

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autofree StnReminderSettings *read = g_new0 (StnReminderSettings, 1);
  g_autofree char *own = stn_diary_default_path ();

  if (!stn_diary_get_reminders (diary, read->reminders, error) ||
      !stn_diary_get_usual_bedtime (diary, &read->bedtime_min, error))
    return NULL;
  for (guint i = 0; i < STN_N_REMINDERS; i++)
    if (!stn_diary_suggest_reminder (diary, (StnReminderKind) i, &read->suggested_min[i], error))
      return NULL;
  read->is_own = g_str_equal (stn_store_get_path (stn_diary_get_store (diary)), own);
  return g_steal_pointer (&read);
}

void
stn_reminder_settings_read (StnDiaryClient *client,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  stn_diary_client_run (client, read_work, NULL, NULL, g_free, NULL, callback, user_data);
}

StnReminderSettings *
stn_reminder_settings_read_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return stn_diary_client_run_finish (client, result, error);
}

static gpointer
put_work (StnDiary *diary, gpointer data, GError **error)
{
  return stn_diary_put_reminder (diary, data, NULL, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

void
stn_reminder_settings_put (StnDiaryClient *client,
                           const StnReminder *reminder,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (reminder != NULL);

  stn_diary_client_run (client, put_work, g_memdup2 (reminder, sizeof *reminder), g_free, NULL,
                        NULL, callback, user_data);
}

gboolean
stn_reminder_settings_put_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return stn_diary_client_run_finish (client, result, error) != NULL;
}

static gpointer
save_work (StnDiary *diary, gpointer path, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (!stn_diary_write_calendar (diary, text, NULL, error) ||
      !g_file_set_contents_full (path, text->str, (gssize) text->len,
                                 G_FILE_SET_CONTENTS_CONSISTENT, 0600, error))
    return NULL;
  return GINT_TO_POINTER (TRUE);
}

void
stn_reminder_settings_save_calendar (StnDiaryClient *client,
                                     const char *path,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data)
{
  stn_diary_client_run (client, save_work, g_strdup (path), g_free, NULL, NULL, callback,
                        user_data);
}

gboolean
stn_reminder_settings_save_calendar_finish (StnDiaryClient *client,
                                            GAsyncResult *result,
                                            GError **error)
{
  return stn_diary_client_run_finish (client, result, error) != NULL;
}
