/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-suspects.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-group.h"
#include "store/stn-factor-table.h"

#include <string.h>

#define WEIGHT_OTHER 1
#define WEIGHT_EXPECTED 2
#define WEIGHT_SUSPECT 5
#define WEIGHT_LATE_SUSPECT 2

/* Before this many nights nothing is split into nights with cramps and nights without (product 3). */
#define NIGHTS_BEFORE_LOOKING 30

double
stn_suspect_weight (const StnAnalysisFactor *factor, const StnDate *dates, guint n_nights)
{
  guint n_before = 0;

  if (!stn_date_is_set (factor->suspect_since))
    return factor->expected != STN_DIRECTION_NONE ? WEIGHT_EXPECTED : WEIGHT_OTHER;
  while (n_before < n_nights && stn_date_compare (dates[n_before], factor->suspect_since) < 0)
    n_before++;
  return n_before < NIGHTS_BEFORE_LOOKING ? WEIGHT_SUSPECT : WEIGHT_LATE_SUSPECT;
}

static int
by_day (gconstpointer a, gconstpointer b)
{
  const StnFactor *first = *(StnFactor *const *) a, *second = *(StnFactor *const *) b;
  int order = stn_date_compare (first->suspect_since, second->suspect_since);

  return order != 0 ? order : strcmp (first->slug, second->slug);
}

GPtrArray *
stn_diary_list_suspects (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (GPtrArray) factors = stn_factor_table_list (stn_diary_get_store (self), error);
  GPtrArray *suspects;

  if (factors == NULL)
    return NULL;
  suspects = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (stn_date_is_set (factor->suspect_since))
      g_ptr_array_add (suspects, stn_factor_copy (factor));
  }
  g_ptr_array_sort (suspects, by_day);
  return suspects;
}

static gboolean
check_is_compared (const StnFactor *factor, GError **error)
{
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  if (trigger == NULL || trigger->role != STN_ROLE_CONTEXT)
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE,
               "'%s' is not compared with cramps", factor->slug);
  return FALSE;
}

static gboolean
check_room (GPtrArray *suspects, GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (suspects->len < STN_SUSPECTS_MAX)
    return TRUE;
  for (guint i = 0; i < suspects->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "",
                            ((StnFactor *) g_ptr_array_index (suspects, i))->slug);
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_TOO_MANY,
               "there are %d suspects already (%s); remove one first", STN_SUSPECTS_MAX,
               names->str);
  return FALSE;
}

static gboolean
put_day (StnDiary *self, StnFactor *factor, StnDate day, GError **error)
{
  factor->suspect_since = day;
  return stn_factor_table_put (stn_diary_get_store (self), factor, error);
}

static gboolean
add (StnDiary *self, const char *slug, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  StnFactor *factor = factors != NULL ? stn_diary_find_factor (factors, slug, error) : NULL;
  g_autoptr (GPtrArray) suspects = NULL;
  g_autoptr (GDateTime) now = NULL;

  if (factor == NULL)
    return FALSE;
  if (stn_date_is_set (factor->suspect_since))
    return TRUE;
  suspects = stn_diary_list_suspects (self, error);
  if (suspects == NULL || !check_is_compared (factor, error) || !check_room (suspects, error))
    return FALSE;
  now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  return put_day (self, factor, stn_date_of (now), error);
}

static gboolean
take_away (StnDiary *self, const char *slug, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self, error);
  StnFactor *factor = factors != NULL ? stn_diary_find_factor (factors, slug, error) : NULL;

  if (factor == NULL)
    return FALSE;
  if (stn_date_is_set (factor->suspect_since))
    return put_day (self, factor, STN_NO_DATE, error);
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOTHING_STORED,
               "'%s' is none of the suspects", slug);
  return FALSE;
}

gboolean
stn_diary_add_suspect (StnDiary *self, const char *slug, GError **error)
{
  g_return_val_if_fail (self != NULL && slug != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "add-suspect", "person", error) &&
         stn_diary_end_group (self, add (self, slug, error), NULL, error);
}

gboolean
stn_diary_remove_suspect (StnDiary *self, const char *slug, GError **error)
{
  g_return_val_if_fail (self != NULL && slug != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), "remove-suspect", "person", error) &&
         stn_diary_end_group (self, take_away (self, slug, error), NULL, error);
}
