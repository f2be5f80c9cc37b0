/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "fake-desktop.h"

#include "diary/stn-diary-reminders.h"
#include "stn-config.h"
#include "store/stn-reminder-table.h"

#include <glib/gstdio.h>
#include <signal.h>

/* The real process for a month whose days last seconds (faketime): with the night in it in which 02:30 does not come. */

#define FIRST "2026-03-10"
#define DAYS 30
#define SPEED 3600
#define BEGIN "@" FIRST " 12:00:00 x3600"
#define ZONE "Europe/Berlin"

static const int at_min[STN_N_REMINDERS] = {2 * 60 + 30, 21 * 60 + 30, 8 * 60};

static void
set_reminders (const char *path)
{
  g_autoptr (GDateTime) before = g_date_time_new_utc (2026, 3, 1, 12, 0, 0);
  g_autoptr (StnClock) clock = stn_clock_new_fixed (before);
  g_autoptr (StnDiary) diary = stn_diary_open (path, STN_STORE_CREATE_NEW, clock, NULL);

  g_assert_nonnull (diary);
  for (guint i = 0; i < STN_N_REMINDERS; i++) {
    StnReminder reminder = stn_reminder_default ((StnReminderKind) i);

    reminder.is_on = TRUE;
    reminder.at_min = at_min[i];
    g_assert_true (stn_diary_put_reminder (diary, &reminder, NULL, NULL));
  }
}

static gboolean
over_cb (gpointer loop)
{
  g_main_loop_quit (loop);
  return G_SOURCE_REMOVE;
}

static void
run_month (const char *home)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;

  g_subprocess_launcher_setenv (launcher, "HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_DATA_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "XDG_CONFIG_HOME", home, TRUE);
  g_subprocess_launcher_setenv (launcher, "TZ", ZONE, TRUE);
  /* What waits for an answer of the bus waits by the true clock. */
  g_subprocess_launcher_setenv (launcher, "FAKETIME_DONT_FAKE_MONOTONIC", "1", TRUE);
  process = g_subprocess_launcher_spawn (launcher, &error, "faketime", "-f", BEGIN,
                                         g_getenv ("STILLNIGHT_REMINDER"), NULL);
  g_assert_no_error (error);
  g_timeout_add_seconds (DAYS * 24 * 3600 / SPEED + 10, over_cb, loop);
  g_main_loop_run (loop);
  g_subprocess_send_signal (process, SIGKILL);
  g_subprocess_wait (process, NULL, NULL);
}

/* How long after its minute it was claimed, seconds of its own clock; the minute that does not come is the first after it. */
static gint64
late_by (const StnReminderClaim *claim)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (ZONE);
  StnDate date = stn_date_add_days (claim->night, claim->kind == STN_REMINDER_EVENING ? 0 : 1);
  int year, month, day;

  stn_date_split (date, &year, &month, &day);
  g_autoptr (GDateTime) due =
    g_date_time_new (zone, year, month, day, at_min[claim->kind] / 60, at_min[claim->kind] % 60, 0);
  return claim->written_s - g_date_time_to_unix (due);
}

static void
test_month (void)
{
  FakeDesktop *desktop = fake_desktop_new (FAKE_DAEMON);
  g_autofree char *home = g_dir_make_tmp ("stillnight-month-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (home, STN_DATA_FOLDER, NULL);
  g_autofree char *path = g_build_filename (folder, "diary.db", NULL);
  g_autoptr (StnClock) clock = stn_clock_new ();
  guint seen[STN_N_REMINDERS] = {0};
  gint64 latest = 0;
  StnDate first;

  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  set_reminders (path);
  run_month (home);
  g_assert_true (stn_date_parse (FIRST, &first, NULL));
  g_autoptr (StnDiary) diary = stn_diary_open (path, STN_STORE_READ_ONLY, clock, NULL);
  g_autoptr (GPtrArray) claims = stn_reminder_claim_list (stn_diary_get_store (diary), first, NULL);
  for (guint i = 0; i < claims->len; i++) {
    const StnReminderClaim *claim = g_ptr_array_index (claims, i);
    int day = stn_date_days_between (first, claim->night);

    if (day >= DAYS - 1)
      continue; /* the last night may be cut off */
    g_assert_cmpint (claim->state, ==, STN_CLAIM_SHOWN);
    g_assert_cmpint (late_by (claim), >=, 0);
    g_assert_cmpint (late_by (claim), <, STN_REMINDER_CATCH_UP_MIN * 60);
    latest = MAX (latest, late_by (claim));
    seen[claim->kind]++;
  }
  for (guint i = 0; i < STN_N_REMINDERS; i++)
    g_assert_cmpuint (seen[i], ==, DAYS - 1);
  /* One notification for each claim: none doubled. */
  g_assert_cmpuint (desktop->notes->len, ==, claims->len);
  g_test_message ("%u nights of each reminder, %u notifications: 0 lost, 0 doubled; the latest was "
                  "%d s late, %.0f ms by the true clock",
                  DAYS - 1, desktop->notes->len, (int) latest, (double) latest * 1000 / SPEED);
  fake_desktop_free (desktop);
  g_unlink (path);
  g_autofree char *clean = g_strdup_printf ("rm -rf '%s'", home);
  g_assert_true (g_spawn_command_line_sync (clean, NULL, NULL, NULL, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/month/each-once", test_month);
  return g_test_run ();
}
