/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-reminder-calendar.h"

#include "base/stn-uid.h"
#include "diary/stn-diary-reminders.h"
#include "exchange/stn-calendar-file.h"
#include "wording/stn-wording-reminder.h"

#define WEEK_DAYS 7

/* The weekdays of the day after. */
static guint
one_day_later (guint days)
{
  return ((days << 1) | (days >> (WEEK_DAYS - 1))) & STN_REMINDER_EVERY_DAY;
}

static StnDate
first_day (guint days, StnDate from)
{
  StnDate date = from;

  while ((days & (1u << (stn_date_weekday (date) - 1))) == 0)
    date = stn_date_add_days (date, 1);
  return date;
}

static StnCalendarEntry
entry_of (const StnReminderState *state, StnReminderKind kind, StnDate today)
{
  const StnReminder *reminder = &state->reminders[kind];
  int at_min = stn_reminder_state_get_time (state, kind);
  gboolean is_next_day = kind == STN_REMINDER_MORNING || at_min < state->day_change_min;
  guint days = is_next_day ? one_day_later (reminder->days) : reminder->days;

  return (StnCalendarEntry){.uid = stn_uid_new_for ("reminder", stn_reminder_kind_to_token (kind)),
                            .summary = stn_wording_reminder_calendar (kind),
                            .at_min = at_min,
                            .days = days,
                            .first = first_day (days, today)};
}

gboolean
stn_diary_write_calendar (StnDiary *self, GString *out, guint *ret_n, GError **error)
{
  g_return_val_if_fail (self != NULL && out != NULL, FALSE);
  g_autoptr (StnReminderState) state = stn_diary_get_reminder_state (self, error);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (stn_diary_get_store (self)));
  StnCalendarEntry entries[STN_N_REMINDERS];
  guint n = 0;

  if (state == NULL)
    return FALSE;
  for (guint i = 0; i < STN_N_REMINDERS; i++)
    if (state->reminders[i].is_on)
      entries[n++] = entry_of (state, (StnReminderKind) i, stn_date_of (now));
  stn_calendar_write (out, entries, n, now);
  for (guint i = 0; i < n; i++)
    g_free ((char *) entries[i].uid);
  if (ret_n != NULL)
    *ret_n = n;
  return TRUE;
}
