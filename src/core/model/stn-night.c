/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-night.h"
#include "model/stn-model-error.h"

#include <string.h>

#define NOON_MIN (12 * 60)
#define DAY_MIN (24 * 60)
#define USUAL_WAKE_MIN (5 * 60)

StnNight *
stn_night_new (StnDate key)
{
  g_return_val_if_fail (stn_date_is_set (key), NULL);
  StnNight *self = g_new0 (StnNight, 1);

  self->key = key;
  self->episodes = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_episode_free);
  self->values = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_value_free);
  return self;
}

StnNight *
stn_night_copy (const StnNight *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnNight *copy = stn_night_new (self->key);

  stn_identity_copy (&copy->id, &self->id);
  copy->no_cramps = self->no_cramps;
  copy->forgotten = self->forgotten;
  copy->sleep = self->sleep;
  copy->note = g_strdup (self->note);
  copy->answered = self->answered;
  for (guint i = 0; i < self->episodes->len; i++)
    g_ptr_array_add (copy->episodes, stn_episode_copy (g_ptr_array_index (self->episodes, i)));
  for (guint i = 0; i < self->values->len; i++)
    g_ptr_array_add (copy->values, stn_factor_value_copy (g_ptr_array_index (self->values, i)));
  return copy;
}

void
stn_night_free (StnNight *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->note);
  g_ptr_array_unref (self->episodes);
  g_ptr_array_unref (self->values);
  g_free (self);
}

StnNightState
stn_night_get_state (const StnNight *self)
{
  g_return_val_if_fail (self != NULL, STN_NIGHT_NOT_RECORDED);
  if (self->episodes->len > 0)
    return STN_NIGHT_CRAMPS;
  return self->no_cramps ? STN_NIGHT_NO_CRAMPS : STN_NIGHT_NOT_RECORDED;
}

gboolean
stn_night_has_conflict (const StnNight *self)
{
  return self->no_cramps && self->episodes->len > 0;
}

gboolean
stn_night_is_empty (const StnNight *self)
{
  return stn_night_get_state (self) == STN_NIGHT_NOT_RECORDED && self->values->len == 0 &&
         !self->forgotten && self->note == NULL && stn_sleep_is_unknown (&self->sleep);
}

StnEpisode *
stn_night_get_worst (const StnNight *self)
{
  StnEpisode *worst = NULL;

  for (guint i = 0; i < self->episodes->len; i++) {
    StnEpisode *episode = g_ptr_array_index (self->episodes, i);

    if (worst == NULL ||
        (episode->severity.known &&
         (!worst->severity.known || episode->severity.value > worst->severity.value)))
      worst = episode;
  }
  return worst;
}

static gboolean
find_value (const StnNight *self, const char *slug, guint *ret_index)
{
  guint i;

  for (i = 0; i < self->values->len; i++) {
    int order = strcmp (((StnFactorValue *) g_ptr_array_index (self->values, i))->slug, slug);

    if (order >= 0) {
      *ret_index = i;
      return order == 0;
    }
  }
  *ret_index = i;
  return FALSE;
}

StnFactorValue *
stn_night_get_value (const StnNight *self, const char *slug)
{
  g_return_val_if_fail (self != NULL && slug != NULL, NULL);
  guint i;

  return find_value (self, slug, &i) ? g_ptr_array_index (self->values, i) : NULL;
}

void
stn_night_take_value (StnNight *self, StnFactorValue *value)
{
  g_return_if_fail (self != NULL && value != NULL);
  guint i;

  if (find_value (self, value->slug, &i)) {
    StnFactorValue *old = g_ptr_array_index (self->values, i);

    stn_identity_free (value->id);
    value->id = g_steal_pointer (&old->id);
    g_ptr_array_remove_index (self->values, i);
  }
  g_ptr_array_insert (self->values, (int) i, value);
}

gboolean
stn_night_remove_value (StnNight *self, const char *slug)
{
  g_return_val_if_fail (self != NULL && slug != NULL, FALSE);
  guint i;

  if (!find_value (self, slug, &i))
    return FALSE;
  g_ptr_array_remove_index (self->values, i);
  return TRUE;
}

gboolean
stn_night_validate (const StnNight *self, GError **error)
{
  char key[STN_DATE_TEXT_SIZE];

  stn_date_to_text (self->key, key);
  if (self->episodes->len > STN_EPISODES_MAX) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
                 "night %s: %u cramps are more than %d", key, self->episodes->len,
                 STN_EPISODES_MAX);
    return FALSE;
  }
  if (self->note != NULL && strlen (self->note) > STN_NOTE_MAX_BYTES) {
    g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE,
                 "night %s: the note is longer than %d bytes", key, STN_NOTE_MAX_BYTES);
    return FALSE;
  }
  for (guint i = 0; i < self->episodes->len; i++)
    if (!stn_episode_validate (g_ptr_array_index (self->episodes, i), error)) {
      g_prefix_error (error, "night %s: ", key);
      return FALSE;
    }
  if (!stn_sleep_validate (&self->sleep, error)) {
    g_prefix_error (error, "night %s: ", key);
    return FALSE;
  }
  return TRUE;
}

/* Minutes since midnight of the key's own date: a wall time before noon lies on the day after. */
static int
minute_of_night (int wall_min)
{
  return wall_min < NOON_MIN ? wall_min + DAY_MIN : wall_min;
}

StnEntered
stn_night_entered_at (const StnNight *self, GDateTime *local, gboolean as_usual)
{
  g_return_val_if_fail (self != NULL && local != NULL, STN_ENTERED_UNKNOWN);
  int now_min = stn_date_days_between (self->key, stn_date_of (local)) * DAY_MIN +
                g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
  StnOptInt wake = self->sleep.final_wake_min;
  gboolean after = stn_night_get_state (self) != STN_NIGHT_NOT_RECORDED;

  after |= now_min >= (wake.known ? minute_of_night (wake.value) : DAY_MIN + USUAL_WAKE_MIN);
  for (guint i = 0; i < self->episodes->len; i++) {
    StnOptInt start = ((StnEpisode *) g_ptr_array_index (self->episodes, i))->start_min;

    after |= start.known && now_min >= minute_of_night (start.value);
  }
  if (after)
    return STN_ENTERED_AFTER;
  return as_usual ? STN_ENTERED_USUAL : STN_ENTERED_EVENING;
}

StnSleepMeasures
stn_night_measure_sleep (const StnNight *self)
{
  StnSleepMeasures nothing = {0};
  g_return_val_if_fail (self != NULL, nothing);
  StnStamp stamp = stn_stamp_is_set (self->answered) ? self->answered : self->id.created;
  g_autoptr (GTimeZone) zone =
    stn_stamp_is_set (stamp) ? g_time_zone_new_identifier (stamp.zone) : NULL;

  return stn_sleep_measure (&self->sleep, STN_UNKNOWN_INT, self->key, zone);
}
