/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-evening-picture.h"

#include "diary/stn-about-now.h"
#include "diary/stn-tracking.h"
#include "diary/stn-usual-day.h"

static gboolean
read_care (StnDiary *diary, StnEveningPicture *picture, GError **error)
{
  g_autoptr (StnAboutNow) about = stn_diary_read_about (diary, error);

  if (about == NULL)
    return FALSE;
  picture->drink_care = stn_about_now_find_care (about, "fluids");
  return stn_diary_find_closed_stretch (diary, &picture->closed_stretch, error);
}

static gboolean
read_picture (StnDiary *diary, StnEveningPicture *picture, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (diary)));

  picture->today = stn_date_of (now);
  if (!stn_date_is_set (picture->key) && !stn_diary_current_night (diary, &picture->key, error))
    return FALSE;
  picture->night = stn_diary_get_night (diary, picture->key, error);
  if (picture->night == NULL)
    return FALSE;
  picture->last_night = stn_diary_last_night (diary);
  picture->is_evening = stn_night_entered_at (picture->night, now, FALSE) == STN_ENTERED_EVENING;
  picture->factors = stn_diary_list_factors (diary, error);
  if (picture->factors == NULL)
    return FALSE;
  picture->usual = stn_usual_day_read (diary, picture->key, error);
  return picture->usual != NULL && read_care (diary, picture, error) &&
         stn_diary_get_offer (diary, picture->key, &picture->offer, error);
}

StnEveningPicture *
stn_evening_picture_read (StnDiary *diary, StnDate key, GError **error)
{
  g_return_val_if_fail (diary != NULL, NULL);
  g_autoptr (StnEveningPicture) picture = g_new0 (StnEveningPicture, 1);

  picture->key = key;
  return read_picture (diary, picture, error) ? g_steal_pointer (&picture) : NULL;
}

void
stn_evening_picture_free (StnEveningPicture *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->night, stn_night_free);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_clear_pointer (&self->usual, g_ptr_array_unref);
  g_clear_pointer (&self->offer, stn_factor_free);
  g_free (self);
}

gboolean
stn_evening_picture_is_filled (const StnEveningPicture *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = 0; i < self->usual->len; i++) {
    const StnFactorValue *usual = g_ptr_array_index (self->usual, i);

    if (stn_night_get_value (self->night, usual->slug) == NULL)
      return FALSE;
  }
  return self->usual->len > 0;
}

/* What is done at bedtime is ticked by itself and tells nothing of the day. */
static gboolean
is_of_the_day (const StnEveningPicture *self, const StnFactorValue *value)
{
  StnFactor *factor = stn_factor_list_find (self->factors, value->slug);

  return factor != NULL && !stn_usual_day_is_of_the_night (factor);
}

StnOptInt
stn_evening_picture_saved_min (const StnEveningPicture *self)
{
  g_return_val_if_fail (self != NULL, STN_UNKNOWN_INT);
  StnStamp newest = STN_NO_STAMP;

  for (guint i = 0; i < self->night->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (self->night->values, i);
    StnStamp updated = stn_factor_value_get_id (value)->updated;

    if (is_of_the_day (self, value) && updated.utc_s > newest.utc_s)
      newest = updated;
  }
  if (!stn_stamp_is_set (newest))
    return STN_UNKNOWN_INT;
  g_autoptr (GDateTime) local = stn_stamp_to_local (newest);
  return STN_KNOWN_INT (g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local));
}

/* (nullable) a tick is told with its list. */
static const StnFactor *
find_asked (const StnEveningPicture *self, const char *slug)
{
  const StnFactor *factor = stn_factor_list_find (self->factors, slug);
  const StnTrigger *trigger = factor != NULL ? stn_factor_get_trigger (factor) : NULL;

  return trigger != NULL && trigger->list != NULL
           ? stn_factor_list_find (self->factors, trigger->list)
           : factor;
}

static gboolean
has_factor (GPtrArray *factors, const char *slug)
{
  return stn_factor_list_find (factors, slug) != NULL;
}

GPtrArray *
stn_evening_picture_list_changed (const StnEveningPicture *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  GPtrArray *changed = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);

  for (guint i = 0; i < self->usual->len; i++) {
    const StnFactorValue *usual = g_ptr_array_index (self->usual, i);
    const StnFactorValue *value = stn_night_get_value (self->night, usual->slug);
    const StnFactor *factor = find_asked (self, usual->slug);

    if (value != NULL && value->value != usual->value && factor != NULL &&
        !has_factor (changed, factor->slug))
      g_ptr_array_add (changed, stn_factor_copy (factor));
  }
  return changed;
}
