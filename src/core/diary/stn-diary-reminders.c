/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-reminders.h"

#include "diary/stn-diary-group.h"
#include "diary/stn-usual-day.h"
#include "store/stn-reminder-table.h"

#define DAY_MIN (24 * 60)
#define BEDTIME_DAYS_BACK 90
#define SUGGESTION_DAYS_BACK 60
#define SUGGESTION_STEP_MIN 15

gboolean
stn_diary_get_reminders (StnDiary *self, StnReminder *ret_reminders, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_reminders != NULL, FALSE);

  return stn_reminder_table_load (stn_diary_get_store (self), ret_reminders, error);
}

gboolean
stn_diary_put_reminder (StnDiary *self,
                        const StnReminder *reminder,
                        gint64 *ret_group,
                        GError **error)
{
  g_return_val_if_fail (self != NULL && reminder != NULL, FALSE);
  StnStore *store = stn_diary_get_store (self);

  return stn_reminder_validate (reminder, error) &&
         stn_store_begin (store, "set-reminder", "person", error) &&
         stn_diary_end_group (self, stn_reminder_table_put (store, reminder, error), ret_group,
                              error);
}

static int
by_size (gconstpointer a, gconstpointer b)
{
  return *(const int *) a - *(const int *) b;
}

/* Of times of day that lie round @middle, which is nobody's: the lower median, minutes after midnight. */
static StnOptInt
median_time (GArray *minutes, guint least, int middle)
{
  if (minutes->len < least)
    return STN_UNKNOWN_INT;
  for (guint i = 0; i < minutes->len; i++) {
    int *minute = &g_array_index (minutes, int, i);

    *minute = (*minute - middle + DAY_MIN) % DAY_MIN;
  }
  g_array_sort (minutes, by_size);
  return STN_KNOWN_INT ((g_array_index (minutes, int, (minutes->len - 1) / 2) + middle) % DAY_MIN);
}

gboolean
stn_diary_get_usual_bedtime (StnDiary *self, StnOptInt *ret_minute, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_minute != NULL, FALSE);
  StnDate today = stn_diary_today (self);
  g_autoptr (GPtrArray) nights =
    stn_diary_list_nights (self, stn_date_add_days (today, -BEDTIME_DAYS_BACK), STN_NO_DATE, error);
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));
  int day_change;

  if (nights == NULL || !stn_diary_get_day_change (self, &day_change, error))
    return FALSE;
  for (guint i = nights->len; i > 0 && minutes->len < STN_USUAL_BEDTIME_NIGHTS; i--) {
    const StnNight *night = g_ptr_array_index (nights, i - 1);
    StnOptInt minute =
      night->sleep.tried_min.known ? night->sleep.tried_min : night->sleep.into_bed_min;

    if (minute.known)
      g_array_append_val (minutes, minute.value);
  }
  *ret_minute = median_time (minutes, STN_USUAL_BEDTIME_LEAST, day_change);
  return TRUE;
}

/* Whether somebody who writes at @minute could be reminded of it then. */
static gboolean
is_time_for (StnReminderKind kind, int minute)
{
  if (kind == STN_REMINDER_MORNING)
    return minute >= 4 * 60 && minute < 12 * 60;
  return minute >= 18 * 60 || minute < 3 * 60;
}

gboolean
stn_diary_suggest_reminder (StnDiary *self,
                            StnReminderKind kind,
                            StnOptInt *ret_minute,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && ret_minute != NULL, FALSE);
  StnDate from = stn_date_add_days (stn_diary_today (self), -SUGGESTION_DAYS_BACK);
  g_autoptr (GPtrArray) times = stn_change_log_list_times (stn_diary_get_store (self), error);
  g_autoptr (GArray) minutes = g_array_new (FALSE, FALSE, sizeof (int));
  StnDate last = STN_NO_DATE;

  for (guint i = 0; times != NULL && i < times->len; i++) { /* the newest first */
    GDateTime *local = g_ptr_array_index (times, i);
    int minute = g_date_time_get_hour (local) * 60 + g_date_time_get_minute (local);
    StnDate date = stn_date_of (local);

    if (!is_time_for (kind, minute) || stn_date_compare (date, from) < 0 ||
        stn_date_compare (date, last) == 0)
      continue;
    last = date;
    g_array_append_val (minutes, minute);
  }
  if (times == NULL)
    return FALSE;
  *ret_minute = median_time (minutes, STN_SUGGESTION_LEAST, DAY_MIN / 2 + 3 * 60);
  ret_minute->value -= ret_minute->value % SUGGESTION_STEP_MIN;
  return TRUE;
}

static guint
done_of (const StnNight *night)
{
  const StnFactorValue *stretch = stn_night_get_value (night, "stretch");
  guint done = 0;

  if (stretch != NULL && stretch->value != 0)
    done |= 1u << STN_REMINDER_STRETCH;
  if (stn_usual_day_is_told (night))
    done |= 1u << STN_REMINDER_EVENING;
  if (night->forgotten || stn_night_get_state (night) != STN_NIGHT_NOT_RECORDED)
    done |= 1u << STN_REMINDER_MORNING;
  return done;
}

static gboolean
read_nights (StnDiary *self, StnReminderState *state, StnDate today, GError **error)
{
  g_autoptr (GPtrArray) nights =
    stn_diary_list_nights (self, stn_date_add_days (today, -STN_REMINDER_NIGHTS_BACK),
                           stn_date_add_days (today, STN_REMINDER_NIGHTS_AHEAD), error);

  for (guint i = 0; nights != NULL && i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    StnReminderNight known = {night->key, done_of (night)};

    g_array_append_val (state->nights, known);
  }
  return nights != NULL;
}

static gboolean
read_bedtime (StnDiary *self, StnReminderState *state, GError **error)
{
  return !state->reminders[STN_REMINDER_STRETCH].follows_bedtime ||
         stn_diary_get_usual_bedtime (self, &state->bedtime_min, error);
}

StnReminderState *
stn_diary_get_reminder_state (StnDiary *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_autoptr (StnReminderState) state = stn_reminder_state_new ();
  StnDate today = stn_diary_today (self);

  if (!stn_diary_get_reminders (self, state->reminders, error) ||
      !stn_diary_get_day_change (self, &state->day_change_min, error) ||
      !read_bedtime (self, state, error) || !read_nights (self, state, today, error))
    return NULL;
  g_clear_pointer (&state->claims, g_ptr_array_unref);
  state->claims = stn_reminder_claim_list (
    stn_diary_get_store (self), stn_date_add_days (today, -STN_REMINDER_NIGHTS_BACK), error);
  if (state->claims == NULL) {
    state->claims = g_ptr_array_new ();
    return NULL;
  }
  return g_steal_pointer (&state);
}
