/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-tracking.h"

#include "diary/stn-diary-group.h"
#include "store/stn-factor-table.h"

/* What was answered longer ago may be asked as if it never was. */
#define OFFER_DAYS_BACK 365

/* Changes @factor, one of @factors, as it stands in the file. */
typedef gboolean (*Change) (StnFactor *factor, gconstpointer data, GError **error);

static gboolean
change_in_group (
  StnDiary *self, const char *slug, Change change, gconstpointer data, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  StnFactor *factor = factors == NULL ? NULL : stn_diary_find_factor (factors, slug, error);

  return factor != NULL && change (factor, data, error) &&
         stn_factor_table_put (stn_diary_get_store (self), factor, error);
}

static gboolean
change_factor (StnDiary *self,
               const char *label,
               const char *slug,
               Change change,
               gconstpointer data,
               GError **error)
{
  g_return_val_if_fail (self != NULL && slug != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), label, "person", error) &&
         stn_diary_end_group (self, change_in_group (self, slug, change, data, error), NULL, error);
}

static gboolean
track (StnFactor *factor, gconstpointer data, GError **error)
{
  factor->tracked = *(const gboolean *) data;
  factor->hidden = FALSE;
  return TRUE;
}

gboolean
stn_diary_track_factor (StnDiary *self, const char *slug, gboolean tracked, GError **error)
{
  return change_factor (self, tracked ? "track-factor" : "untrack-factor", slug, track, &tracked,
                        error);
}

static gboolean
hide (StnFactor *factor, gconstpointer data, GError **error)
{
  factor->hidden = *(const gboolean *) data;
  factor->tracked = FALSE;
  return TRUE;
}

gboolean
stn_diary_hide_factor (StnDiary *self, const char *slug, gboolean hidden, GError **error)
{
  return change_factor (self, hidden ? "hide-factor" : "show-factor", slug, hide, &hidden, error);
}

static gboolean
bad_value (GError **error, const char *slug, const char *reason)
{
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE, "%s: %s", slug, reason);
  return FALSE;
}

static gboolean
put_under (StnFactor *factor, gconstpointer data, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (data != NULL && !stn_factor_heading_validate (data, &reason))
    return bad_value (error, factor->slug, reason->message);
  g_free (factor->heading);
  factor->heading = g_strdup (data);
  return TRUE;
}

gboolean
stn_diary_put_factor_under (StnDiary *self, const char *slug, const char *heading, GError **error)
{
  return change_factor (self, "change-factor", slug, put_under, heading, error);
}

static gboolean
set_usual (StnFactor *factor, gconstpointer data, GError **error)
{
  const StnOptReal *usual = data;

  if (usual->known && !stn_factor_check_value (factor, usual->value, error))
    return FALSE;
  factor->usual = *usual;
  return TRUE;
}

gboolean
stn_diary_set_usual (StnDiary *self, const char *slug, StnOptReal usual, GError **error)
{
  return change_factor (self, "change-factor", slug, set_usual, &usual, error);
}

static gboolean
put_off (StnFactor *factor, gconstpointer data, GError **error)
{
  factor->offer_from = stn_date_add_days (*(const StnDate *) data, STN_OFFER_PAUSE_DAYS);
  return TRUE;
}

gboolean
stn_diary_put_off (StnDiary *self, const char *slug, StnDate key, GError **error)
{
  return change_factor (self, "change-factor", slug, put_off, &key, error);
}

/* Ticks are answered with their list. */
static gboolean
can_be_offered (const StnFactor *factor)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  return !factor->tracked && !factor->hidden && (trigger == NULL || trigger->list == NULL);
}

static StnDate
later (StnDate a, StnDate b)
{
  return stn_date_compare (a, b) < 0 ? b : a;
}

/* A week after it was last answered or put off; STN_NO_DATE when neither ever was. */
static StnDate
offered_from (const StnFactor *factor, GPtrArray *nights)
{
  for (guint i = nights->len; i > 0; i--) {
    const StnNight *night = g_ptr_array_index (nights, i - 1);

    if (stn_night_get_value (night, factor->slug) != NULL)
      return later (factor->offer_from, stn_date_add_days (night->key, STN_OFFER_PAUSE_DAYS));
  }
  return factor->offer_from;
}

/* (nullable): none when one had its turn for @key. */
static const StnFactor *
choose_offer (GPtrArray *factors, GPtrArray *nights, StnDate key)
{
  StnDate had_its_turn = stn_date_add_days (key, STN_OFFER_PAUSE_DAYS);
  const StnFactor *offer = NULL;
  StnDate best = STN_NO_DATE;

  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);
    StnDate from;

    if (!can_be_offered (factor))
      continue;
    from = offered_from (factor, nights);
    if (stn_date_compare (from, had_its_turn) == 0)
      return NULL;
    if (stn_date_compare (from, key) <= 0 && (offer == NULL || stn_date_compare (from, best) < 0)) {
      offer = factor;
      best = from;
    }
  }
  return offer;
}

gboolean
stn_diary_get_offer (StnDiary *self, StnDate key, StnFactor **ret_offer, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (key) && ret_offer != NULL, FALSE);
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  g_autoptr (GPtrArray) nights =
    factors == NULL
      ? NULL
      : stn_diary_list_nights (self, stn_date_add_days (key, -OFFER_DAYS_BACK), key, error);
  const StnFactor *offer;

  if (nights == NULL)
    return FALSE;
  offer = choose_offer (factors, nights, key);
  *ret_offer = offer == NULL ? NULL : stn_factor_copy (offer);
  return TRUE;
}

/* The factors that are not hidden take the positions from 0, the hidden ones those behind them. */
static gboolean
renumber (StnDiary *self, GPtrArray *factors, GError **error)
{
  int position = 0;

  for (int hidden = 0; hidden <= 1; hidden++)
    for (guint i = 0; i < factors->len; i++) {
      StnFactor *factor = g_ptr_array_index (factors, i);

      if (factor->hidden != hidden)
        continue;
      if (factor->position != position) {
        factor->position = position;
        if (!stn_factor_table_put (stn_diary_get_store (self), factor, error))
          return FALSE;
      }
      position++;
    }
  return TRUE;
}

/* Index in @factors of the one that has the place @place among those that are not hidden. */
static gboolean
find_place (GPtrArray *factors, guint place, guint *ret_index)
{
  for (guint i = 0; i < factors->len; i++)
    if (!((StnFactor *) g_ptr_array_index (factors, i))->hidden && place-- == 0) {
      *ret_index = i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
move_in_group (StnDiary *self, const char *slug, guint place, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  StnFactor *factor = factors == NULL ? NULL : stn_diary_find_factor (factors, slug, error);
  guint from, to;

  if (factor == NULL)
    return FALSE;
  if (factor->hidden)
    return bad_value (error, slug, "it is hidden and has no place in the list");
  if (!find_place (factors, place, &to) || !g_ptr_array_find (factors, factor, &from))
    return bad_value (error, slug, "the list has no such place");
  g_ptr_array_insert (factors, (int) to, g_ptr_array_steal_index (factors, from));
  return renumber (self, factors, error);
}

gboolean
stn_diary_move_factor (StnDiary *self, const char *slug, guint place, GError **error)
{
  g_return_val_if_fail (self != NULL && slug != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "move-factor", "person", error) &&
         stn_diary_end_group (self, move_in_group (self, slug, place, error), NULL, error);
}

static gboolean
delete_in_group (StnDiary *self, const char *slug, guint *ret_n_nights, GError **error)
{
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  StnFactor *factor = factors == NULL ? NULL : stn_diary_find_factor (factors, slug, error);

  if (factor == NULL)
    return FALSE;
  if (factor->built_in)
    return bad_value (error, slug,
                      "the program knows it and it cannot be deleted; it can be hidden");
  if (!stn_factor_table_count_values (store, slug, ret_n_nights, error))
    return FALSE;
  if (*ret_n_nights == 0)
    return stn_factor_table_delete (store, factor, error);
  factor->hidden = TRUE;
  factor->tracked = FALSE;
  factor->suspect_since = STN_NO_DATE;
  return stn_factor_table_put (store, factor, error);
}

gboolean
stn_diary_delete_factor (StnDiary *self, const char *slug, guint *ret_n_nights, GError **error)
{
  g_return_val_if_fail (self != NULL && slug != NULL, FALSE);
  guint n_nights;

  if (!stn_store_begin (stn_diary_get_store (self), "delete-factor", "person", error) ||
      !stn_diary_end_group (self, delete_in_group (self, slug, &n_nights, error), NULL, error))
    return FALSE;
  if (ret_n_nights != NULL)
    *ret_n_nights = n_nights;
  return TRUE;
}
