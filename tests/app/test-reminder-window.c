/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "fake-reminder.h"

#include "diary/stn-diary-reminders.h"
#include "pages/stn-reminder-banner.h"
#include "present/stn-reminder-link.h"
#include "store/stn-reminder-table.h"
#include "widgets/stn-lazy-page.h"

#include <glib/gstdio.h>

/* Where nothing else shows reminders the window does. */

static GtkWidget *
find_banner (AppFixture *fixture)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_REMINDER_BANNER, NULL);
}

static gboolean
is_shown (gpointer fixture)
{
  return find_banner (fixture) != NULL;
}

static gboolean
is_gone (gpointer fixture)
{
  return find_banner (fixture) == NULL;
}

/* Due in the very minute of the fixture's clock. */
static void
turn_on (AppFixture *fixture, StnReminderKind kind)
{
  g_autoptr (GDateTime) now = stn_clock_now (fixture->clock);
  g_autoptr (GError) error = NULL;
  StnReminder reminder = stn_reminder_default (kind);

  reminder.is_on = TRUE;
  reminder.at_min = g_date_time_get_hour (now) * 60 + g_date_time_get_minute (now);
  stn_diary_put_reminder (fixture->other, &reminder, NULL, &error);
  g_assert_no_error (error);
}

static void
open_own (AppFixture *fixture, StnReminderKind kind)
{
  app_fixture_make_own (fixture);
  turn_on (fixture, kind);
  app_fixture_open_again (fixture);
}

static GtkWidget *
find_button (AppFixture *fixture, const char *label)
{
  return app_fixture_find (find_banner (fixture), GTK_TYPE_BUTTON, label);
}

static void
press (AppFixture *fixture, const char *label)
{
  GtkWidget *button = find_button (fixture, label);

  g_assert_nonnull (button);
  gtk_widget_grab_focus (button);
  g_signal_emit_by_name (button, "clicked");
}

static StnClaimState
read_claim (AppFixture *fixture, StnReminderKind kind)
{
  g_autoptr (GPtrArray) claims = stn_reminder_claim_list (stn_diary_get_store (fixture->other),
                                                          stn_date_add_days (LAST_NIGHT, -3), NULL);

  g_assert_nonnull (claims);
  for (guint i = 0; i < claims->len; i++) {
    const StnReminderClaim *claim = g_ptr_array_index (claims, i);

    if (claim->kind == kind)
      return claim->state;
  }
  return STN_CLAIM_NONE;
}

static void
wait_until_shown (AppFixture *fixture, const char *title)
{
  app_fixture_wait (is_shown, fixture);
  app_fixture_settle (fixture);
  g_assert_nonnull (app_fixture_find (find_banner (fixture), GTK_TYPE_LABEL, title));
}

static void
move_clock (AppFixture *fixture, int minutes)
{
  g_autoptr (GDateTime) now = stn_clock_now (fixture->clock);
  g_autoptr (GDateTime) later = g_date_time_add_minutes (now, minutes);

  stn_clock_set (fixture->clock, later);
}

/* What the window waits a minute for at most. */
static void
have_it_look (AppFixture *fixture)
{
  g_signal_emit_by_name (fixture->client, "changed", NULL);
  app_fixture_settle (fixture);
}

static void
test_stretch (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  open_own (fixture, STN_REMINDER_STRETCH);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  wait_until_shown (fixture, "Time for your evening stretch");
  /* Who is typing goes on typing. */
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == focus);
  g_assert_nonnull (find_button (fixture, "Start"));
  g_assert_nonnull (find_button (fixture, "In 15 minutes"));
  g_assert_nonnull (find_button (fixture, "Not tonight"));
  g_assert_null (find_button (fixture, "Open"));
  g_assert_cmpint (read_claim (fixture, STN_REMINDER_STRETCH), ==, STN_CLAIM_SHOWN);
}

static void
test_start (AppFixture *fixture, gconstpointer data)
{
  open_own (fixture, STN_REMINDER_STRETCH);
  wait_until_shown (fixture, "Time for your evening stretch");
  press (fixture, "Start");
  app_fixture_settle (fixture);
  g_assert_true (is_gone (fixture));
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (fixture->window), STN_TYPE_LAZY_PAGE, NULL));
  g_assert_nonnull (
    app_fixture_find (GTK_WIDGET (fixture->window), g_type_from_name ("StnStretchPage"), NULL));
  g_assert_cmpint (read_claim (fixture, STN_REMINDER_STRETCH), ==, STN_CLAIM_DONE);
}

static void
test_later (AppFixture *fixture, gconstpointer data)
{
  open_own (fixture, STN_REMINDER_STRETCH);
  wait_until_shown (fixture, "Time for your evening stretch");
  press (fixture, "In 15 minutes");
  app_fixture_settle (fixture);
  g_assert_true (is_gone (fixture));
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                      "The reminder comes again at 07:25"));
  g_assert_cmpint (read_claim (fixture, STN_REMINDER_STRETCH), ==, STN_CLAIM_SNOOZED);
  move_clock (fixture, 14);
  have_it_look (fixture);
  g_assert_true (is_gone (fixture));
  move_clock (fixture, 1);
  have_it_look (fixture);
  wait_until_shown (fixture, "Time for your evening stretch");
}

static void
test_not_tonight (AppFixture *fixture, gconstpointer data)
{
  open_own (fixture, STN_REMINDER_STRETCH);
  wait_until_shown (fixture, "Time for your evening stretch");
  press (fixture, "Not tonight");
  app_fixture_settle (fixture);
  g_assert_cmpint (read_claim (fixture, STN_REMINDER_STRETCH), ==, STN_CLAIM_DISMISSED);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  move_clock (fixture, 20);
  have_it_look (fixture);
  g_assert_true (is_gone (fixture));
}

/* Stored as by the notification, and taken back. */
static void
test_quiet_night_and_undo (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) stored = NULL;
  g_autoptr (StnNight) undone = NULL;

  open_own (fixture, STN_REMINDER_MORNING);
  wait_until_shown (fixture, "Time for your morning entry");
  g_assert_nonnull (find_button (fixture, "Open"));
  press (fixture, "Quiet night");
  app_fixture_wait (is_gone, fixture);
  app_fixture_settle (fixture);
  stored = stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);
  g_assert_cmpint (stn_night_get_state (stored), ==, STN_NIGHT_NO_CRAMPS);
  g_assert_cmpint (read_claim (fixture, STN_REMINDER_MORNING), ==, STN_CLAIM_DONE);
  g_signal_emit_by_name (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Undo"),
                         "clicked");
  app_fixture_settle (fixture);
  undone = stn_diary_get_night (fixture->other, LAST_NIGHT, NULL);
  g_assert_cmpint (stn_night_get_state (undone), ==, STN_NIGHT_NOT_RECORDED);
}

/* It stays, and says why. */
static void
test_not_saved (AppFixture *fixture, gconstpointer data)
{
  app_fixture_make_own (fixture);
  turn_on (fixture, STN_REMINDER_MORNING);
  app_fixture_open_read_only (fixture);
  wait_until_shown (fixture, "Time for your morning entry");
  press (fixture, "Quiet night");
  app_fixture_settle (fixture);
  g_assert_true (is_shown (fixture));
  g_assert_nonnull (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                                      "Not saved: this diary can only be read."));
}

/* Done elsewhere: it goes by itself. */
static void
test_withdrawn_when_done (AppFixture *fixture, gconstpointer data)
{
  open_own (fixture, STN_REMINDER_MORNING);
  wait_until_shown (fixture, "Time for your morning entry");
  g_assert_true (stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, NULL));
  app_fixture_wait (is_gone, fixture);
}

static void
test_not_if_shown_elsewhere (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) claims =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  StnReminderClaim *claim = g_new0 (StnReminderClaim, 1);
  gboolean replaced;

  *claim = (StnReminderClaim){STN_REMINDER_STRETCH, LAST_NIGHT, STN_CLAIM_SHOWN,
                              .process = g_strdup ("a")};
  g_ptr_array_add (claims, claim);
  app_fixture_make_own (fixture);
  turn_on (fixture, STN_REMINDER_STRETCH);
  g_assert_true (stn_reminder_claim_replace (stn_diary_get_store (fixture->other), NULL, claims,
                                             &replaced, NULL));
  app_fixture_open_again (fixture);
  have_it_look (fixture);
  g_assert_true (is_gone (fixture));
  /* The control: another one is shown. */
  turn_on (fixture, STN_REMINDER_MORNING);
  wait_until_shown (fixture, "Time for your morning entry");
}

static gboolean
runs (gpointer link)
{
  return stn_reminder_link_get_status (link) == STN_REMINDER_STATUS_RUNS;
}

/* The process shows them; once it is gone the window does. */
static void
test_not_while_the_process_does (AppFixture *fixture, gconstpointer data)
{
  FakeReminder *process = fake_reminder_new ("fake", "on");
  g_autoptr (StnReminderLink) link = NULL;

  open_own (fixture, STN_REMINDER_STRETCH);
  /* Who asks later is answered later: the window knows by then. */
  link = stn_reminder_link_new ();
  app_fixture_wait (runs, link);
  have_it_look (fixture);
  g_assert_true (is_gone (fixture));
  g_assert_cmpint (read_claim (fixture, STN_REMINDER_STRETCH), ==, STN_CLAIM_NONE);
  fake_reminder_free (process);
  wait_until_shown (fixture, "Time for your evening stretch");
}

static void
test_without_a_daemon (AppFixture *fixture, gconstpointer data)
{
  FakeReminder *process = fake_reminder_new ("", "on");

  open_own (fixture, STN_REMINDER_STRETCH);
  wait_until_shown (fixture, "Time for your evening stretch");
  fake_reminder_free (process);
}

/* The background process never looks at a sample. */
static void
test_not_of_another_diary (AppFixture *fixture, gconstpointer data)
{
  turn_on (fixture, STN_REMINDER_STRETCH);
  have_it_look (fixture);
  g_assert_true (is_gone (fixture));
  g_assert_cmpint (read_claim (fixture, STN_REMINDER_STRETCH), ==, STN_CLAIM_NONE);
}

static void
add (const char *name, void (*test) (AppFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/reminder-window/", name, NULL);

  g_test_add (path, AppFixture, NULL, app_fixture_set_up, test, app_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("stillnight-own-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  add ("stretch", test_stretch);
  add ("start", test_start);
  add ("later", test_later);
  add ("not-tonight", test_not_tonight);
  add ("quiet-night-and-undo", test_quiet_night_and_undo);
  add ("not-saved", test_not_saved);
  add ("withdrawn-when-done", test_withdrawn_when_done);
  add ("not-if-shown-elsewhere", test_not_if_shown_elsewhere);
  add ("not-while-the-process-does", test_not_while_the_process_does);
  add ("without-a-daemon", test_without_a_daemon);
  add ("not-of-another-diary", test_not_of_another_diary);
  result = g_test_run ();
  g_assert_cmpint (g_rmdir (home), ==, 0);
  return result;
}
