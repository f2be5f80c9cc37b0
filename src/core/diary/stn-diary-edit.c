/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-group.h"
#include "diary/stn-night-log.h"

#include "store/stn-factor-table.h"
#include "store/stn-night-table.h"

/* Only what nothing is stored of yet can lie in the future: a traveller may still correct tomorrow's night. */
static gboolean
check_has_begun (StnDiary *self, const StnNight *before, const StnNight *after, GError **error)
{
  char key[STN_DATE_TEXT_SIZE];
  StnDate current;

  if (!stn_night_is_empty (before) || stn_night_is_empty (after))
    return TRUE;
  if (!stn_diary_current_night (self, &current, error))
    return FALSE;
  if (stn_date_compare (after->key, current) <= 0)
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE, "night %s has not begun yet",
               stn_date_to_text (after->key, key));
  return FALSE;
}

gboolean
stn_diary_start_has_come (const StnEpisode *episode, StnDate key, GDateTime *now)
{
  /* Before noon is the morning after the key, see StnEpisode. */
  StnDate day = stn_date_add_days (key, episode->start_min.value < 12 * 60 ? 1 : 0);
  int order = stn_date_compare (day, stn_date_of (now));
  int now_min = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);

  return order < 0 || (order == 0 && episode->start_min.value <= now_min);
}

static gboolean
is_known_start (const StnNight *before, const StnEpisode *episode)
{
  for (guint i = 0; i < before->episodes->len; i++) {
    const StnEpisode *old = g_ptr_array_index (before->episodes, i);

    if (g_strcmp0 (old->id.uid, episode->id.uid) == 0)
      return stn_opt_int_equal (old->start_min, episode->start_min);
  }
  return FALSE;
}

/* Only what is said now: with the clock put back, an earlier answer stands in nobody's way. */
static gboolean
check_starts (StnDiary *self, const StnNight *before, const StnNight *after, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  char key[STN_DATE_TEXT_SIZE];

  for (guint i = 0; i < after->episodes->len; i++) {
    const StnEpisode *episode = g_ptr_array_index (after->episodes, i);
    int start = episode->start_min.value;

    if (!episode->start_min.known || is_known_start (before, episode) ||
        stn_diary_start_has_come (episode, after->key, now))
      continue;
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE,
                 "night %s: a cramp cannot have begun at %02d:%02d, which has not come yet",
                 stn_date_to_text (after->key, key), start / 60, start % 60);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_outcome (const StnNight *before, const StnNight *after, GError **error)
{
  char key[STN_DATE_TEXT_SIZE];

  if (!stn_night_has_conflict (after) || stn_night_has_conflict (before))
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS,
               "night %s: cramps and 'no cramps' cannot both be said",
               stn_date_to_text (after->key, key));
  return FALSE;
}

static gboolean
is_same_number (const StnNight *before, const StnFactorValue *value)
{
  const StnFactorValue *old = stn_night_get_value (before, value->slug);

  return old != NULL && old->value == value->value;
}

/* Values that are new or other must be values of their factor; a built-in factor gets its row with its first value. */
static gboolean
check_values (StnDiary *self, const StnNight *before, const StnNight *after, GError **error)
{
  g_autoptr (GPtrArray) factors = NULL;

  for (guint i = 0; i < after->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (after->values, i);
    const StnFactor *factor;

    if (is_same_number (before, value))
      continue;
    if (factors == NULL && (factors = stn_diary_list_factors (self, error)) == NULL)
      return FALSE;
    factor = stn_factor_list_find (factors, value->slug);
    if (factor == NULL) {
      g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_UNKNOWN_FACTOR,
                   "the diary has no factor '%s'", value->slug);
      return FALSE;
    }
    if (!stn_factor_check_value (factor, value->value, error) ||
        !stn_factor_table_put (stn_diary_get_store (self), factor, error))
      return FALSE;
  }
  return TRUE;
}

/* What is said now must be possible; what two computers said together may not be, and must not stand in the way of a cramp. */
static gboolean
check_sleep (const StnNight *before, const StnNight *after, GError **error)
{
  char key[STN_DATE_TEXT_SIZE];

  if (stn_sleep_equal (&before->sleep, &after->sleep) || stn_sleep_check (&after->sleep, error))
    return TRUE;
  g_prefix_error (error, "night %s: ", stn_date_to_text (after->key, key));
  return FALSE;
}

/* A night with an outcome was answered at some time, and was remembered. */
static void
answer (StnDiary *self, StnNight *night)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));

  night->forgotten = FALSE;
  if (!stn_stamp_is_set (night->answered))
    night->answered = stn_stamp_of (now);
}

gboolean
stn_diary_put_night (StnDiary *self, const StnNight *before, const StnNight *after, GError **error)
{
  g_return_val_if_fail (self != NULL && before != NULL && after != NULL, FALSE);
  g_return_val_if_fail (stn_date_compare (before->key, after->key) == 0, FALSE);
  g_autoptr (StnNight) written = NULL;

  if (!check_has_begun (self, before, after, error) || !check_outcome (before, after, error) ||
      !stn_night_validate (after, error) || !check_starts (self, before, after, error) ||
      !check_sleep (before, after, error) || !check_values (self, before, after, error))
    return FALSE;
  written = stn_night_copy (after);
  if (stn_night_get_state (written) == STN_NIGHT_NOT_RECORDED)
    written->answered = STN_NO_STAMP;
  else
    answer (self, written);
  return stn_night_table_save (stn_diary_get_store (self), before, written, error);
}

/* An outcome that was known before or comes with the same edit may colour the memory of the day. */
static StnEntered
entered_now (const StnNight *before, const StnNight *after, GDateTime *now, gboolean as_usual)
{
  if (stn_night_entered_at (before, now, as_usual) == STN_ENTERED_AFTER)
    return STN_ENTERED_AFTER;
  return stn_night_entered_at (after, now, as_usual);
}

static gboolean
write_edit (StnDiary *self, const StnNight *before, const StnNight *after, GError **error)
{
  g_autoptr (StnNight) stamped = stn_night_copy (after);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));

  for (guint i = 0; i < stamped->values->len; i++) {
    StnFactorValue *value = g_ptr_array_index (stamped->values, i);

    value->entered = is_same_number (before, value)
                       ? stn_night_get_value (before, value->slug)->entered
                       : entered_now (before, after, now, value->entered == STN_ENTERED_USUAL);
  }
  return stn_diary_put_night (self, before, stamped, error);
}

gboolean
stn_diary_edit_night_in_group (
  StnDiary *self, StnDate key, StnNightEdit edit, gpointer data, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (key) && edit != NULL, FALSE);
  g_autoptr (StnNight) before = stn_night_table_load (stn_diary_get_store (self), key, error);
  g_autoptr (StnNight) after = before != NULL ? stn_night_copy (before) : NULL;

  return after != NULL && edit (after, data, error) && write_edit (self, before, after, error);
}

gboolean
stn_diary_edit_night_as (StnDiary *self,
                         StnDate key,
                         const char *label,
                         const char *source,
                         StnNightEdit edit,
                         gpointer data,
                         gint64 *ret_group,
                         GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return stn_store_begin (stn_diary_get_store (self), label, source, error) &&
         stn_diary_end_group (self, stn_diary_edit_night_in_group (self, key, edit, data, error),
                              ret_group, error);
}

gboolean
stn_diary_edit_night (StnDiary *self,
                      StnDate key,
                      const char *label,
                      StnNightEdit edit,
                      gpointer data,
                      gint64 *ret_group,
                      GError **error)
{
  return stn_diary_edit_night_as (self, key, label, "person", edit, data, ret_group, error);
}

static gboolean
log_no_cramps_cb (StnNight *night, gpointer data, GError **error)
{
  return stn_night_log_no_cramps (night, error);
}

gboolean
stn_diary_log_no_cramps (StnDiary *self, StnDate key, gint64 *ret_group, GError **error)
{
  return stn_diary_edit_night (self, key, "log-no-cramps", log_no_cramps_cb, NULL, ret_group,
                               error);
}

typedef struct {
  guint count;
  const StnEpisode *worst;
} Cramps;

static gboolean
log_cramps_cb (StnNight *night, gpointer data, GError **error)
{
  const Cramps *cramps = data;

  return stn_night_log_cramps (night, cramps->count, cramps->worst, error);
}

gboolean
stn_diary_log_cramps (StnDiary *self,
                      StnDate key,
                      guint count,
                      const StnEpisode *worst,
                      gint64 *ret_group,
                      GError **error)
{
  Cramps cramps = {count, worst};

  return stn_diary_edit_night (self, key, "log-cramps", log_cramps_cb, &cramps, ret_group, error);
}

static gboolean
delete_night (StnDiary *self, StnDate key, GError **error)
{
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (StnNight) before = stn_night_table_load (store, key, error);
  g_autoptr (StnNight) nothing = stn_night_new (key);
  char text[STN_DATE_TEXT_SIZE];

  if (before == NULL)
    return FALSE;
  if (stn_night_is_empty (before)) {
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOTHING_STORED,
                 "night %s: nothing is recorded", stn_date_to_text (key, text));
    return FALSE;
  }
  return stn_night_table_save (store, before, nothing, error);
}

gboolean
stn_diary_delete_nights (StnDiary *self, const GArray *keys, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL && keys != NULL, FALSE);
  gboolean done = TRUE;

  if (!stn_store_begin (stn_diary_get_store (self), "delete-nights", "person", error))
    return FALSE;
  for (guint i = 0; done && i < keys->len; i++)
    done = delete_night (self, g_array_index (keys, StnDate, i), error);
  return stn_diary_end_group (self, done, ret_group, error);
}

static gboolean
forget_cb (StnNight *night, gpointer data, GError **error)
{
  char key[STN_DATE_TEXT_SIZE];

  if (stn_night_get_state (night) != STN_NIGHT_NOT_RECORDED) {
    g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS,
                 "night %s is recorded: it cannot be one that is not remembered",
                 stn_date_to_text (night->key, key));
    return FALSE;
  }
  night->forgotten = TRUE;
  return TRUE;
}

gboolean
stn_diary_forget_night (StnDiary *self, StnDate key, gint64 *ret_group, GError **error)
{
  return stn_diary_edit_night (self, key, "forget-night", forget_cb, NULL, ret_group, error);
}

gboolean
stn_diary_list_gaps (
  StnDiary *self, StnDate last, guint max, GArray **ret_keys, guint *ret_total, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_keys != NULL && ret_total != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);
  g_autoptr (GArray) settled = stn_night_table_list_settled (store, last, error);
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  StnDate first;
  guint total = 0;
  guint left = settled == NULL ? 0 : settled->len;

  if (settled == NULL || !stn_night_table_get_first (store, &first, error))
    return FALSE;
  for (StnDate key = last; stn_date_is_set (first) && stn_date_compare (key, first) >= 0;
       key = stn_date_add_days (key, -1)) {
    if (left > 0 && stn_date_compare (g_array_index (settled, StnDate, left - 1), key) == 0)
      left--;
    else if (total++ < max)
      g_array_append_val (keys, key);
  }
  *ret_keys = g_steal_pointer (&keys);
  *ret_total = total;
  return TRUE;
}
