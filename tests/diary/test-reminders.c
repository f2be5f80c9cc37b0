/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-diary-reminders.h"
#include "diary/stn-reminder-calendar.h"

#include <string.h>

/* Says when the person went to bed and tried to sleep; -1: nothing of it. */
static void
set_bed (DiaryFixture *fixture, const char *key, int into_bed_min, int tried_min)
{
  g_autoptr (StnNight) night = load (fixture->diary, key);

  if (into_bed_min >= 0)
    night->sleep.into_bed_min = STN_KNOWN_INT (into_bed_min);
  if (tried_min >= 0)
    night->sleep.tried_min = STN_KNOWN_INT (tried_min);
  save (fixture->diary, night);
}

/* @expected: minutes after midnight, -1: unknown. */
static void
assert_bedtime (DiaryFixture *fixture, int expected)
{
  g_autoptr (GError) error = NULL;
  StnOptInt minute;

  g_assert_true (stn_diary_get_usual_bedtime (fixture->diary, &minute, &error));
  g_assert_no_error (error);
  g_assert_cmpint (minute.known ? minute.value : -1, ==, expected);
}

static void
assert_suggestion (DiaryFixture *fixture, StnReminderKind kind, int expected)
{
  g_autoptr (GError) error = NULL;
  StnOptInt minute;

  g_assert_true (stn_diary_suggest_reminder (fixture->diary, kind, &minute, &error));
  g_assert_no_error (error);
  g_assert_cmpint (minute.known ? minute.value : -1, ==, expected);
}

/* Times round midnight are near one another; two nights do not make it usual. */
static void
test_usual_bedtime (DiaryFixture *fixture, gconstpointer data)
{
  assert_bedtime (fixture, -1);
  set_bed (fixture, "2026-11-17", 23 * 60 + 50, -1);
  set_bed (fixture, "2026-11-18", 10, -1);
  assert_bedtime (fixture, -1);
  set_bed (fixture, "2026-11-19", 20, -1);
  assert_bedtime (fixture, 10);
  set_bed (fixture, "2026-11-20", 22 * 60, -1);
  assert_bedtime (fixture, 23 * 60 + 50);
}

/* When the person tried to sleep is meant, not when the light went on in the bedroom. */
static void
test_bedtime_is_of_sleep (DiaryFixture *fixture, gconstpointer data)
{
  set_bed (fixture, "2026-11-18", 21 * 60, 22 * 60);
  set_bed (fixture, "2026-11-19", 21 * 60, 22 * 60);
  set_bed (fixture, "2026-11-20", 21 * 60, 22 * 60);
  assert_bedtime (fixture, 22 * 60);
}

/* Only the last 90 days, and of those the newest 28. */
static void
test_bedtime_changes (DiaryFixture *fixture, gconstpointer data)
{
  StnDate newest = night_of ("2026-11-20");
  char key[STN_DATE_TEXT_SIZE];

  for (int i = 0; i < 3; i++)
    set_bed (fixture, stn_date_to_text (stn_date_add_days (newest, -100 - i), key), -1, 21 * 60);
  assert_bedtime (fixture, -1);
  for (int i = 0; i < STN_USUAL_BEDTIME_NIGHTS; i++)
    set_bed (fixture, stn_date_to_text (stn_date_add_days (newest, -30 - i), key), -1, 22 * 60);
  assert_bedtime (fixture, 22 * 60);
  for (int i = 0; i < STN_USUAL_BEDTIME_NIGHTS; i++)
    set_bed (fixture, stn_date_to_text (stn_date_add_days (newest, -i), key), -1, 23 * 60);
  assert_bedtime (fixture, 23 * 60);
}

/* @iso: when something is written. */
static void
write_at (DiaryFixture *fixture, const char *iso)
{
  static int written = 22 * 60;
  g_autoptr (StnNight) night = load (fixture->diary, "2026-08-01");

  diary_fixture_set_now (fixture, iso);
  night->sleep.into_bed_min = STN_KNOWN_INT (written++);
  save (fixture->diary, night);
}

/* One time a day, the newest; mornings and evenings apart; down to a quarter of an hour. */
static void
test_suggestion (DiaryFixture *fixture, gconstpointer data)
{
  write_at (fixture, "2026-11-18T21:40:00");
  write_at (fixture, "2026-11-19T08:14:00");
  write_at (fixture, "2026-11-19T21:20:00");
  write_at (fixture, "2026-11-19T21:59:00");
  assert_suggestion (fixture, STN_REMINDER_EVENING, -1);
  write_at (fixture, "2026-11-20T07:50:00");
  write_at (fixture, "2026-11-20T23:10:00");
  assert_suggestion (fixture, STN_REMINDER_EVENING, 21 * 60 + 45);
  assert_suggestion (fixture, STN_REMINDER_STRETCH, 21 * 60 + 45);
  assert_suggestion (fixture, STN_REMINDER_MORNING, -1);
  write_at (fixture, "2026-11-21T07:31:00");
  assert_suggestion (fixture, STN_REMINDER_MORNING, 7 * 60 + 45);
}

/* Half past midnight is later than eleven. */
static void
test_suggestion_round_midnight (DiaryFixture *fixture, gconstpointer data)
{
  write_at (fixture, "2026-11-18T22:30:00");
  write_at (fixture, "2026-11-20T00:31:00");
  write_at (fixture, "2026-11-21T00:40:00");
  assert_suggestion (fixture, STN_REMINDER_STRETCH, 30);
}

static void
test_suggestion_forgets (DiaryFixture *fixture, gconstpointer data)
{
  write_at (fixture, "2026-08-18T21:00:00");
  write_at (fixture, "2026-08-19T21:00:00");
  write_at (fixture, "2026-08-20T21:00:00");
  assert_suggestion (fixture, STN_REMINDER_EVENING, 21 * 60);
  diary_fixture_set_now (fixture, "2026-11-21T21:00:00");
  assert_suggestion (fixture, STN_REMINDER_EVENING, -1);
}

static void
put (DiaryFixture *fixture, StnReminderKind kind, int at_min, guint days)
{
  StnReminder reminder = {.kind = kind, .at_min = at_min, .days = days, .is_on = TRUE};
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_put_reminder (fixture->diary, &reminder, NULL, &error));
  g_assert_no_error (error);
}

/* Saturday 21 November: the weekdays of a reminder are those of the night, those of a calendar are the dates. */
static void
test_calendar (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) out = g_string_new (NULL);
  guint n = 0;

  put (fixture, STN_REMINDER_STRETCH, 30, 1 | 64);
  put (fixture, STN_REMINDER_EVENING, 21 * 60, 1 | 64);
  put (fixture, STN_REMINDER_MORNING, 8 * 60, 64);
  g_assert_true (stn_diary_write_calendar (fixture->diary, out, &n, NULL));
  g_assert_cmpuint (n, ==, 3);
  g_assert_nonnull (strstr (
    out->str, "DTSTART:20261123T003000\r\nDURATION:PT10M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,TU\r\n"));
  g_assert_nonnull (strstr (
    out->str, "DTSTART:20261122T210000\r\nDURATION:PT10M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO,SU\r\n"));
  g_assert_nonnull (strstr (
    out->str, "DTSTART:20261123T080000\r\nDURATION:PT10M\r\nRRULE:FREQ=WEEKLY;BYDAY=MO\r\n"));
}

/* A calendar replaces what it has: who writes it again has the same events, and a reminder that is off is none. */
static void
test_calendar_again (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) again = g_string_new (NULL);
  g_autofree char *uid = NULL;
  const char *found;
  guint n = 9;

  g_assert_true (stn_diary_write_calendar (fixture->diary, first, &n, NULL));
  g_assert_cmpuint (n, ==, 0);
  put (fixture, STN_REMINDER_STRETCH, 22 * 60, STN_REMINDER_EVERY_DAY);
  g_string_truncate (first, 0);
  g_assert_true (stn_diary_write_calendar (fixture->diary, first, NULL, NULL));
  put (fixture, STN_REMINDER_STRETCH, 21 * 60, STN_REMINDER_EVERY_DAY);
  g_assert_true (stn_diary_write_calendar (fixture->diary, again, NULL, NULL));
  found = strstr (first->str, "\r\nUID:");
  g_assert_nonnull (found);
  uid = g_strndup (found, strcspn (found + 2, "\r") + 4);
  g_assert_nonnull (strstr (again->str, uid));
  g_assert_null (strstr (again->str, "T220000"));
  g_assert_null (strstr (again->str, "ramp"));
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/reminders/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("usual-bedtime", test_usual_bedtime);
  add ("bedtime-is-of-sleep", test_bedtime_is_of_sleep);
  add ("bedtime-changes", test_bedtime_changes);
  add ("suggestion", test_suggestion);
  add ("suggestion-round-midnight", test_suggestion_round_midnight);
  add ("suggestion-forgets", test_suggestion_forgets);
  add ("calendar", test_calendar);
  add ("calendar-again", test_calendar_again);
  return g_test_run ();
}
