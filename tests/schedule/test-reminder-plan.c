/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/stn-reminder-plan.h"

#include "base/stn-night-key.h"

#define STRETCH (1u << STN_REMINDER_STRETCH)
#define EVENING (1u << STN_REMINDER_EVENING)
#define MORNING (1u << STN_REMINDER_MORNING)

/* Sunday, 22 November 2026, in Berlin. */
#define SUNDAY stn_date_new (2026, 11, 22)

static GDateTime *
at (const char *clock)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Europe/Berlin");
  g_autofree char *text = g_strconcat (strlen (clock) > 8 ? "" : "2026-11-22T", clock, NULL);
  GDateTime *now = g_date_time_new_from_iso8601 (text, zone);

  g_assert_nonnull (now);
  return now;
}

static gint64
unix_at (const char *clock)
{
  g_autoptr (GDateTime) now = at (clock);

  return g_date_time_to_unix (now);
}

static StnReminderState *
with (StnReminderKind kind, int hour, int minute)
{
  StnReminderState *state = stn_reminder_state_new ();

  state->reminders[kind].is_on = TRUE;
  state->reminders[kind].at_min = hour * 60 + minute;
  return state;
}

static void
turn_on (StnReminderState *state, StnReminderKind kind, int hour, int minute)
{
  state->reminders[kind].is_on = TRUE;
  state->reminders[kind].at_min = hour * 60 + minute;
}

static void
claim (StnReminderState *state, StnReminderKind kind, StnClaimState what, const char *when)
{
  StnReminderClaim *claimed = g_new0 (StnReminderClaim, 1);

  *claimed = (StnReminderClaim){.kind = kind, .night = SUNDAY, .state = what};
  if (what == STN_CLAIM_SNOOZED)
    claimed->again_s = unix_at (when);
  else
    claimed->written_s = unix_at (when);
  g_ptr_array_add (state->claims, claimed);
}

/* What is due at @clock, as bits of one notification; 0 for nothing. */
static guint
due (const StnReminderState *state, const char *clock)
{
  g_autoptr (GDateTime) now = at (clock);
  g_autoptr (GArray) plan = stn_reminder_plan_make (state, now);

  if (plan->len == 0 || g_array_index (plan, StnReminderDue, 0).at_s > g_date_time_to_unix (now))
    return 0;
  return g_array_index (plan, StnReminderDue, 0).kinds;
}

static guint
count_due (const StnReminderState *state, const char *clock)
{
  g_autoptr (GDateTime) now = at (clock);
  g_autoptr (GArray) plan = stn_reminder_plan_make (state, now);
  guint n = 0;

  while (n < plan->len && g_array_index (plan, StnReminderDue, n).at_s <= g_date_time_to_unix (now))
    n++;
  return n;
}

/* "2026-11-22 22:30" of the next time to look, in Berlin. */
static void
assert_next (const StnReminderState *state, const char *clock, const char *expected)
{
  g_autoptr (GDateTime) now = at (clock);
  g_autoptr (GArray) plan = stn_reminder_plan_make (state, now);
  gint64 next = stn_reminder_plan_next (plan, g_date_time_to_unix (now));
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (next);
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, g_date_time_get_timezone (now));
  g_autofree char *text = next == 0 ? g_strdup ("never") : g_date_time_format (local, "%F %H:%M");

  g_assert_cmpstr (text, ==, expected);
}

static void
test_off (void)
{
  g_autoptr (StnReminderState) state = stn_reminder_state_new ();

  g_assert_false (stn_reminder_state_is_on (state));
  g_assert_cmpuint (due (state, "22:00:00"), ==, 0);
  assert_next (state, "22:00:00", "never");
}

static void
test_in_time_and_caught_up (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

  g_assert_cmpuint (due (state, "22:29:59"), ==, 0);
  assert_next (state, "22:29:59", "2026-11-22 22:30");
  g_assert_cmpuint (due (state, "22:30:00"), ==, STRETCH);
  g_assert_cmpuint (due (state, "23:59:59"), ==, STRETCH);
  g_assert_cmpuint (due (state, "2026-11-23T00:00:00"), ==, 0);
  assert_next (state, "22:30:00", "2026-11-23 22:30");
}

static void
test_only_once (void)
{
  static const StnClaimState over[] = {STN_CLAIM_SHOWN, STN_CLAIM_DISMISSED, STN_CLAIM_DONE};

  for (guint i = 0; i < G_N_ELEMENTS (over); i++) {
    g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

    claim (state, STN_REMINDER_STRETCH, over[i], "22:30:00");
    g_assert_cmpuint (due (state, "22:31:00"), ==, 0);
    assert_next (state, "22:31:00", "2026-11-23 22:30");
  }
}

static void
test_not_when_done (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);
  StnReminderNight night = {SUNDAY, STRETCH};

  g_array_append_val (state->nights, night);
  g_assert_cmpuint (due (state, "22:30:00"), ==, 0);
  assert_next (state, "12:00:00", "2026-11-23 22:30");
}

static void
test_weekdays_are_of_the_night (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_MORNING, 8, 0);

  /* The night from Sunday to Monday; its morning is Monday's. */
  state->reminders[STN_REMINDER_MORNING].days = 64;
  g_assert_cmpuint (due (state, "08:00:00"), ==, 0);
  g_assert_cmpuint (due (state, "2026-11-23T08:00:00"), ==, MORNING);
  turn_on (state, STN_REMINDER_STRETCH, 0, 30);
  state->reminders[STN_REMINDER_STRETCH].days = 64;
  g_assert_cmpuint (due (state, "00:30:00"), ==, 0);
  g_assert_cmpuint (due (state, "2026-11-23T00:30:00"), ==, STRETCH);
}

static void
test_stretch_and_evening_become_one (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

  turn_on (state, STN_REMINDER_EVENING, 22, 0);
  g_assert_cmpuint (due (state, "22:00:00"), ==, STRETCH | EVENING);
  g_assert_cmpuint (count_due (state, "22:00:00"), ==, 1);
  turn_on (state, STN_REMINDER_EVENING, 21, 59);
  g_assert_cmpuint (due (state, "22:00:00"), ==, EVENING);
  g_assert_cmpuint (count_due (state, "22:30:00"), ==, 2);
}

static void
test_one_that_is_done_leaves_the_other_its_time (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);
  StnReminderNight night = {SUNDAY, EVENING};

  turn_on (state, STN_REMINDER_EVENING, 22, 0);
  g_array_append_val (state->nights, night);
  g_assert_cmpuint (due (state, "22:00:00"), ==, 0);
  assert_next (state, "22:00:00", "2026-11-22 22:30");
}

static void
test_snoozed (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

  claim (state, STN_REMINDER_STRETCH, STN_CLAIM_SNOOZED, "22:47:00");
  g_assert_cmpuint (due (state, "22:46:59"), ==, 0);
  g_assert_cmpuint (due (state, "22:47:00"), ==, STRETCH);
  g_assert_cmpuint (due (state, "2026-11-23T00:16:59"), ==, STRETCH);
  g_assert_cmpuint (due (state, "2026-11-23T00:17:00"), ==, 0);
  /* The clock was set back: no longer than was asked for. */
  assert_next (state, "20:00:00", "2026-11-22 20:15");
}

static void
test_both_snoozed_stay_one (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

  turn_on (state, STN_REMINDER_EVENING, 22, 15);
  claim (state, STN_REMINDER_STRETCH, STN_CLAIM_SNOOZED, "22:30:00");
  claim (state, STN_REMINDER_EVENING, STN_CLAIM_SNOOZED, "22:30:00");
  g_assert_cmpuint (due (state, "22:30:00"), ==, STRETCH | EVENING);
}

static void
test_claimed_by_a_process_that_died (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

  claim (state, STN_REMINDER_STRETCH, STN_CLAIM_CLAIMED, "22:30:00");
  g_assert_cmpuint (due (state, "22:30:59"), ==, 0);
  assert_next (state, "22:30:01", "2026-11-22 22:31");
  g_assert_cmpuint (due (state, "22:31:00"), ==, STRETCH);
  /* The clock was set back meanwhile. */
  g_assert_cmpuint (due (state, "22:29:59"), ==, 0);
  g_assert_cmpuint (due (state, "2026-11-23T00:00:00"), ==, 0);
}

static void
test_what_is_set_later_begins_tomorrow (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

  state->reminders[STN_REMINDER_STRETCH].set_s = unix_at ("22:40:00");
  g_assert_cmpuint (due (state, "22:40:00"), ==, 0);
  assert_next (state, "22:40:00", "2026-11-23 22:30");
  /* In its own minute it still comes. */
  state->reminders[STN_REMINDER_STRETCH].set_s = unix_at ("22:30:59");
  g_assert_cmpuint (due (state, "22:31:00"), ==, STRETCH);
  /* Written by a clock that was wrong. */
  state->reminders[STN_REMINDER_STRETCH].set_s = unix_at ("2030-01-01T00:00:00");
  g_assert_cmpuint (due (state, "22:31:00"), ==, STRETCH);
}

static void
test_follows_the_usual_bedtime (void)
{
  g_autoptr (StnReminderState) state = with (STN_REMINDER_STRETCH, 22, 30);

  state->reminders[STN_REMINDER_STRETCH].follows_bedtime = TRUE;
  assert_next (state, "12:00:00", "2026-11-22 22:30");
  state->bedtime_min = STN_KNOWN_INT (23 * 60 + 5);
  assert_next (state, "12:00:00", "2026-11-22 22:50");
  state->bedtime_min = STN_KNOWN_INT (10);
  assert_next (state, "12:00:00", "2026-11-22 23:55");
  state->bedtime_min = STN_KNOWN_INT (60);
  assert_next (state, "12:00:00", "2026-11-23 00:45");
  /* Just after the day change it is still of its own night. */
  state->bedtime_min = STN_KNOWN_INT (12 * 60 + 5);
  assert_next (state, "11:00:00", "2026-11-22 12:00");
}

static void
test_weekdays_in_words (void)
{
  g_autoptr (GError) error = NULL;
  guint days;

  g_assert_true (stn_weekdays_parse ("tue,mon,sun", &days, &error));
  g_assert_cmpuint (days, ==, 1 | 2 | 64);
  g_autofree char *text = stn_weekdays_to_text (days);
  g_assert_cmpstr (text, ==, "mon,tue,sun");
  g_assert_true (stn_weekdays_parse ("mon,tue,wed,thu,fri,sat,sun", &days, &error));
  g_autofree char *all = stn_weekdays_to_text (days);
  g_assert_cmpstr (all, ==, "daily");
  g_assert_false (stn_weekdays_parse ("mon,xyz", &days, &error));
  g_assert_nonnull (strstr (error->message, "xyz"));
  g_clear_error (&error);
  g_assert_false (stn_weekdays_parse ("", &days, &error));
  g_clear_error (&error);
  g_assert_false (stn_weekdays_parse ("mon,", &days, &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/plan/off", test_off);
  g_test_add_func ("/schedule/plan/in-time-and-caught-up", test_in_time_and_caught_up);
  g_test_add_func ("/schedule/plan/only-once", test_only_once);
  g_test_add_func ("/schedule/plan/not-when-done", test_not_when_done);
  g_test_add_func ("/schedule/plan/weekdays-are-of-the-night", test_weekdays_are_of_the_night);
  g_test_add_func ("/schedule/plan/stretch-and-evening-become-one",
                   test_stretch_and_evening_become_one);
  g_test_add_func ("/schedule/plan/one-that-is-done-leaves-the-other-its-time",
                   test_one_that_is_done_leaves_the_other_its_time);
  g_test_add_func ("/schedule/plan/snoozed", test_snoozed);
  g_test_add_func ("/schedule/plan/both-snoozed-stay-one", test_both_snoozed_stay_one);
  g_test_add_func ("/schedule/plan/claimed-by-a-process-that-died",
                   test_claimed_by_a_process_that_died);
  g_test_add_func ("/schedule/plan/what-is-set-later-begins-tomorrow",
                   test_what_is_set_later_begins_tomorrow);
  g_test_add_func ("/schedule/plan/follows-the-usual-bedtime", test_follows_the_usual_bedtime);
  g_test_add_func ("/schedule/plan/weekdays-in-words", test_weekdays_in_words);
  return g_test_run ();
}
