/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-group.h"

#include "base/stn-night-key.h"
#include "base/stn-text-number.h"
#include "diary/stn-cramp.h"
#include "store/stn-night-table.h"
#include "store/stn-setting-table.h"

/* The connection is all that there is to remember: every answer comes from the file, which others write too. */
struct _StnDiary {
  StnStore *store;
  StnDiaryUnreadable unreadable; /* NULL: nobody listens */
  gpointer unreadable_data;
};

StnDiary *
stn_diary_open (const char *path, StnStoreMode mode, StnClock *clock, GError **error)
{
  g_return_val_if_fail (path != NULL && clock != NULL, NULL);
  StnStore *store = stn_store_open (path, mode, clock, error);
  StnDiary *self;

  if (store == NULL)
    return NULL;
  self = g_new0 (StnDiary, 1);
  self->store = store;
  return self;
}

void
stn_diary_close (StnDiary *self)
{
  if (self == NULL)
    return;
  stn_store_close (self->store);
  g_free (self);
}

StnStore *
stn_diary_get_store (StnDiary *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->store;
}

void
stn_diary_tell_unreadable (StnDiary *self, StnDiaryUnreadable tell, gpointer data)
{
  g_return_if_fail (self != NULL);
  self->unreadable = tell;
  self->unreadable_data = data;
}

gboolean
stn_diary_get_day_change (StnDiary *self, int *ret_minute, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_minute != NULL, FALSE);
  g_autofree char *text = stn_setting_table_get (self->store, "day-change", "", error);
  int minute = STN_DAY_CHANGE_DEFAULT_MIN;

  if (text == NULL)
    return FALSE;
  stn_clock_time_parse (text, &minute, NULL);
  *ret_minute = CLAMP (minute, STN_DAY_CHANGE_FIRST_MIN, STN_DAY_CHANGE_LAST_MIN);
  return TRUE;
}

StnDate
stn_diary_last_night (StnDiary *self)
{
  g_return_val_if_fail (self != NULL, STN_NO_DATE);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self->store));

  return stn_night_key_last (now);
}

StnDate
stn_diary_today (StnDiary *self)
{
  g_return_val_if_fail (self != NULL, STN_NO_DATE);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self->store));

  return stn_date_of (now);
}

gboolean
stn_diary_current_night (StnDiary *self, StnDate *ret_key, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_key != NULL, FALSE);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self->store));
  int day_change;

  if (!stn_diary_get_day_change (self, &day_change, error))
    return FALSE;
  *ret_key = stn_night_key_at (now, day_change);
  return TRUE;
}

StnNight *
stn_diary_get_night (StnDiary *self, StnDate key, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (key), NULL);
  g_autoptr (GPtrArray) one = g_ptr_array_new ();
  g_autoptr (StnNight) night = stn_night_table_load (self->store, key, error);

  if (night == NULL)
    return NULL;
  g_ptr_array_add (one, night);
  return stn_cramp_settle (self, one, error) ? g_steal_pointer (&night) : NULL;
}

gboolean
stn_diary_get_first_night (StnDiary *self, StnDate *ret_key, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_key != NULL, FALSE);
  return stn_night_table_get_first (self->store, ret_key, error);
}

/* Returns @read, told of what could not be read; NULL with @error. */
static GPtrArray *
finish_reading (StnDiary *self, GPtrArray *read, const GArray *unreadable, GError **error)
{
  g_autoptr (GPtrArray) nights = read;

  if (nights != NULL && unreadable->len > 0 && self->unreadable != NULL)
    self->unreadable (unreadable, self->unreadable_data);
  if (nights == NULL || !stn_cramp_settle (self, nights, error))
    return NULL;
  return g_steal_pointer (&nights);
}

GPtrArray *
stn_diary_list_nights (StnDiary *self, StnDate from, StnDate to, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (GArray) unreadable = NULL;
  GPtrArray *nights = stn_night_table_load_readable (self->store, from, to, &unreadable, error);

  return finish_reading (self, nights, unreadable, error);
}

GPtrArray *
stn_diary_survey_nights (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (GArray) unreadable = NULL;
  GPtrArray *nights = stn_night_table_survey (self->store, &unreadable, error);

  return finish_reading (self, nights, unreadable, error);
}

gboolean
stn_diary_undo (StnDiary *self, gint64 expected, StnChangeGroup **ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return stn_change_log_undo (self->store, expected, ret_group, error);
}

gboolean
stn_diary_redo (StnDiary *self, StnChangeGroup **ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  return stn_change_log_redo (self->store, ret_group, error);
}

gboolean
stn_diary_end_group (StnDiary *self, gboolean done, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (done && stn_diary_note_flags (self, error) &&
      stn_store_commit (self->store, ret_group, error))
    return TRUE;
  stn_store_rollback (self->store);
  return FALSE;
}

gboolean
stn_diary_check_not_ahead (StnDiary *self, StnDate date, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  char text[STN_DATE_TEXT_SIZE];

  if (stn_date_compare (date, stn_diary_today (self)) <= 0)
    return TRUE;
  g_set_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE, "%s has not come yet",
               stn_date_to_text (date, text));
  return FALSE;
}
