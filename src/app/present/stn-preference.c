/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-preference.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-settings.h"
#include "diary/stn-suspects.h"
#include "diary/stn-tracking.h"

static void
preference_free (gpointer data)
{
  StnPreference *preference = data;

  g_free ((char *) preference->slug);
  g_free ((char *) preference->text);
  g_free (preference);
}

static gboolean
add (StnDiary *diary, const StnPreference *preference, GError **error)
{
  g_autoptr (StnFactor) factor =
    stn_diary_add_factor (diary, preference->text, preference->kind, preference->unit, error);

  return factor != NULL;
}

static gboolean
change (StnDiary *diary, const StnPreference *preference, GError **error)
{
  const char *slug = preference->slug;
  const char *text = preference->text;

  switch (preference->preference) {
  case STN_PREFERENCE_TRACK:
    return stn_diary_track_factor (diary, slug, preference->is_on, error);
  case STN_PREFERENCE_HIDE:
    return stn_diary_hide_factor (diary, slug, preference->is_on, error);
  case STN_PREFERENCE_SUSPECT:
    return preference->is_on ? stn_diary_add_suspect (diary, slug, error)
                             : stn_diary_remove_suspect (diary, slug, error);
  case STN_PREFERENCE_RENAME:
    return stn_diary_rename_factor (diary, slug, text, error);
  case STN_PREFERENCE_HEADING:
    return stn_diary_put_factor_under (diary, slug, *text != '\0' ? text : NULL, error);
  case STN_PREFERENCE_MOVE:
    return stn_diary_move_factor (diary, slug, preference->place, error);
  case STN_PREFERENCE_DELETE:
    return stn_diary_delete_factor (diary, slug, NULL, error);
  case STN_PREFERENCE_ADD:
    return add (diary, preference, error);
  case STN_PREFERENCE_SETTING:
    return stn_diary_put_setting (diary, slug, text, NULL, error);
  }
  g_return_val_if_reached (FALSE);
}

static gpointer
change_work (StnDiary *diary, gpointer data, GError **error)
{
  return change (diary, data, error) ? GINT_TO_POINTER (TRUE) : NULL;
}

void
stn_preference_change (StnDiaryClient *client,
                       const StnPreference *preference,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  StnPreference *order = g_memdup2 (preference, sizeof *preference);

  order->slug = g_strdup (preference->slug);
  order->text = g_strdup (preference->text);
  stn_diary_client_run (client, change_work, order, preference_free, NULL, NULL, callback,
                        user_data);
}

gboolean
stn_preference_change_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return stn_diary_client_run_finish (client, result, error) != NULL;
}

void
stn_preferences_free (StnPreferences *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_free (self);
}

static gpointer
read_work (StnDiary *diary, gpointer data, GError **error)
{
  g_autoptr (StnPreferences) read = g_new0 (StnPreferences, 1);

  read->factors = stn_diary_list_factors (diary, error);
  if (read->factors == NULL || !stn_diary_get_day_change (diary, &read->day_change, error) ||
      !stn_diary_get_portion (diary, "fluids", &read->glass_ml, error) ||
      !stn_diary_get_portion (diary, "alcohol", &read->drink_g, error))
    return NULL;
  return g_steal_pointer (&read);
}

void
stn_preferences_read (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data)
{
  stn_diary_client_run (client, read_work, NULL, NULL, (GDestroyNotify) stn_preferences_free, NULL,
                        callback, user_data);
}

StnPreferences *
stn_preferences_read_finish (StnDiaryClient *client, GAsyncResult *result, GError **error)
{
  return stn_diary_client_run_finish (client, result, error);
}
