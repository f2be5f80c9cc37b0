/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-today-picture.h"

#include "present/stn-night-draft.h"
#include "store/stn-draft-table.h"

static gboolean
count_gaps (StnDiary *diary, StnTodayPicture *picture, GError **error)
{
  StnDate before = stn_date_add_days (picture->last_night, -STN_TODAY_NIGHTS);
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GArray) old_keys = NULL;
  guint n_old;

  if (!stn_diary_list_gaps (diary, stn_date_add_days (picture->last_night, -1), 0, &keys,
                            &picture->n_gaps, error) ||
      !stn_diary_list_gaps (diary, before, 0, &old_keys, &n_old, error))
    return FALSE;
  picture->are_gaps_old = n_old == picture->n_gaps;
  return TRUE;
}

static gboolean
read_picture (StnDiary *diary, StnTodayPicture *picture, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));

  picture->today = stn_date_of (now);
  picture->last_night = stn_diary_last_night (diary);
  if (!stn_diary_current_night (diary, &picture->current_night, error))
    return FALSE;
  picture->nights =
    stn_diary_list_nights (diary, stn_date_add_days (picture->last_night, 1 - STN_TODAY_NIGHTS),
                           picture->last_night, error);
  if (picture->nights == NULL)
    return FALSE;
  picture->drafts = stn_draft_table_list (stn_diary_get_store (diary), STN_NIGHT_DRAFT_KIND, error);
  if (picture->drafts == NULL)
    return FALSE;
  if (!count_gaps (diary, picture, error) ||
      !stn_cramp_get (diary, &picture->cramp, &picture->asks_length, error))
    return FALSE;
  picture->asks_length = picture->asks_length && !picture->cramp.is_running;
  picture->last = stn_diary_get_night (diary, picture->last_night, error);
  return picture->last != NULL && stn_diary_get_first_night (diary, &picture->first_night, error);
}

StnTodayPicture *
stn_today_picture_read (StnDiary *diary, GError **error)
{
  g_return_val_if_fail (diary != NULL, NULL);
  StnTodayPicture *picture = g_new0 (StnTodayPicture, 1);

  if (read_picture (diary, picture, error))
    return picture;
  stn_today_picture_free (picture);
  return NULL;
}

void
stn_today_picture_free (StnTodayPicture *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->nights, g_ptr_array_unref);
  g_clear_pointer (&self->drafts, g_array_unref);
  g_clear_pointer (&self->last, stn_night_free);
  g_free (self);
}

const StnNight *
stn_today_picture_find (const StnTodayPicture *self, StnDate key)
{
  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < self->nights->len; i++) {
    const StnNight *night = g_ptr_array_index (self->nights, i);

    if (stn_date_compare (night->key, key) == 0)
      return night;
  }
  return NULL;
}

gboolean
stn_today_picture_has_draft (const StnTodayPicture *self, StnDate key)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->drafts->len; i++)
    if (stn_date_compare (g_array_index (self->drafts, StnDate, i), key) == 0)
      return TRUE;
  return FALSE;
}
