/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-card-reading.h"

#include "diary/stn-derived-factors.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-known-triggers.h"
#include "diary/stn-sayings.h"
#include "store/stn-shown-table.h"

#define WEEK 7

void
stn_card_reading_free (StnCardReading *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->state.known, g_ptr_array_unref);
  g_clear_pointer (&self->state.week_known, g_ptr_array_unref);
  g_clear_pointer (&self->state.sayings, g_array_unref);
  g_clear_pointer (&self->state.shown, g_hash_table_unref);
  g_clear_pointer (&self->factors, g_ptr_array_unref);
  g_free (self);
}

/* (element-type StnNight) borrowed: those of the first week, which begins with the first outcome. */
static GPtrArray *
nights_of_week (const StnCardReading *self, const GPtrArray *nights)
{
  GPtrArray *week = g_ptr_array_new ();

  for (guint i = 0; i < nights->len && stn_date_is_set (self->state.first_night); i++) {
    StnNight *night = g_ptr_array_index (nights, i);
    int day = stn_date_days_between (self->state.first_night, night->key);

    if (day >= 0 && day < WEEK)
      g_ptr_array_add (week, night);
  }
  return week;
}

static void
count_nights (StnCardReading *self, const GPtrArray *nights)
{
  StnCardState *state = &self->state;

  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    StnNightState outcome = stn_night_get_state (night);
    gboolean in_week;

    if (outcome == STN_NIGHT_NOT_RECORDED)
      continue;
    if (!stn_date_is_set (state->first_night))
      state->first_night = night->key;
    in_week = stn_date_days_between (state->first_night, night->key) < WEEK;
    state->recorded++;
    state->cramp_nights += outcome == STN_NIGHT_CRAMPS;
    state->week_recorded += in_week;
    state->week_cramps += in_week && outcome == STN_NIGHT_CRAMPS;
    state->is_last_recorded |= stn_date_compare (night->key, state->last_night) == 0;
  }
  state->picture = stn_usual_picture_of (nights);
  /* One of few words. The nights of ten years are not kept for it. */
  state->picture.helped = g_intern_string (state->picture.helped);
}

static gboolean
read_known (StnCardReading *self, StnDiary *diary, GPtrArray *nights, GError **error)
{
  g_autoptr (GPtrArray) week = nights_of_week (self, nights);

  self->state.known = stn_diary_match_known_triggers (diary, nights, error);
  if (self->state.known != NULL)
    self->state.week_known = stn_diary_match_known_triggers (diary, week, error);
  return self->state.week_known != NULL;
}

StnCardReading *
stn_diary_read_card (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (StnCardReading) reading = g_new0 (StnCardReading, 1);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (store));
  g_autoptr (GPtrArray) nights = NULL;

  reading->today = stn_date_of (now);
  reading->state.last_night = stn_diary_last_night (self);
  nights = stn_diary_survey_nights (self, error);
  if (nights == NULL)
    return NULL;
  count_nights (reading, nights);
  reading->factors = stn_diary_list_factors (self, error);
  reading->state.shown = reading->factors != NULL ? stn_shown_table_load (store, error) : NULL;
  if (reading->factors != NULL)
    stn_derived_factors_describe (reading->factors);
  if (reading->state.shown == NULL || !read_known (reading, self, nights, error))
    return NULL;
  reading->state.sayings = stn_diary_list_sayings (self, error);
  return reading->state.sayings != NULL ? g_steal_pointer (&reading) : NULL;
}

gboolean
stn_diary_remember_card (StnDiary *self, const GPtrArray *ids, StnDate night, GError **error)
{
  g_return_val_if_fail (self != NULL && ids != NULL, FALSE);
  return stn_shown_table_keep (stn_diary_get_store (self), ids, night, error);
}
