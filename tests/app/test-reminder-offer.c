/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-reminder-offer.h"
#include "diary/stn-diary-reminders.h"
#include "pages/stn-preferences-window.h"

#include <glib/gstdio.h>

/* Records that many nights before the last one. */
static void
record (StnDiary *diary, int nights)
{
  for (int i = 1; i <= nights; i++)
    g_assert_true (stn_diary_log_no_cramps (diary, stn_date_add_days (LAST_NIGHT, -i), NULL, NULL));
}

static GtkWidget *
find_button (AppFixture *fixture, const char *name)
{
  return app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, name);
}

static gboolean
has_no_offer (gpointer fixture)
{
  return find_button (fixture, "No, thank you") == NULL;
}

/* The window on the diary that the background process looks after. */
static void
open_own (AppFixture *fixture, int nights)
{
  app_fixture_make_own (fixture);
  record (fixture->other, nights);
  app_fixture_open_again (fixture);
}

static void
assert_offers (AppFixture *fixture, gboolean expected)
{
  g_autoptr (GError) error = NULL;
  gboolean offers;

  g_assert_true (stn_diary_offers_reminders (fixture->other, &offers, &error));
  g_assert_no_error (error);
  g_assert_cmpint (offers, ==, expected);
}

static void
test_no_is_for_good (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *no;

  open_own (fixture, STN_REMINDER_OFFER_LEAST);
  no = find_button (fixture, "No, thank you");
  g_assert_nonnull (no);
  gtk_widget_grab_focus (no);
  g_signal_emit_by_name (no, "clicked");
  app_fixture_wait (has_no_offer, fixture);
  app_fixture_settle (fixture);
  g_assert_nonnull (gtk_window_get_focus (GTK_WINDOW (fixture->window)));
  assert_offers (fixture, FALSE);
  app_fixture_open_again (fixture);
  g_assert_null (find_button (fixture, "No, thank you"));
}

static void
test_yes_shows_reminders (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GList) windows = NULL;
  GtkWidget *preferences = NULL;

  open_own (fixture, STN_REMINDER_OFFER_LEAST);
  g_signal_emit_by_name (find_button (fixture, "Choose a Time"), "clicked");
  app_fixture_settle (fixture);
  windows = gtk_window_list_toplevels ();
  for (GList *link = windows; link != NULL; link = link->next)
    if (STN_IS_PREFERENCES_WINDOW (link->data))
      preferences = link->data;
  g_assert_nonnull (preferences);
  g_assert_cmpstr (
    adw_preferences_window_get_visible_page_name (ADW_PREFERENCES_WINDOW (preferences)), ==,
    "reminders");
  gtk_window_destroy (GTK_WINDOW (preferences));
  g_assert_true (has_no_offer (fixture));
}

static void
test_first_some_nights (AppFixture *fixture, gconstpointer data)
{
  open_own (fixture, STN_REMINDER_OFFER_LEAST - 1);
  assert_offers (fixture, FALSE);
  g_assert_true (has_no_offer (fixture));
  g_assert_true (stn_diary_log_no_cramps (fixture->other, LAST_NIGHT, NULL, NULL));
  assert_offers (fixture, TRUE);
}

/* Who set one, and turned it off again, knows of them. */
static void
test_not_who_set_one (AppFixture *fixture, gconstpointer data)
{
  StnReminder reminder = stn_reminder_default (STN_REMINDER_MORNING);

  open_own (fixture, STN_REMINDER_OFFER_LEAST);
  reminder.at_min = 7 * 60;
  g_assert_true (stn_diary_put_reminder (fixture->other, &reminder, NULL, NULL));
  assert_offers (fixture, FALSE);
}

/* From a sample or a copy no reminder comes. */
static void
test_not_of_another_diary (AppFixture *fixture, gconstpointer data)
{
  record (fixture->other, STN_REMINDER_OFFER_LEAST);
  assert_offers (fixture, FALSE);
}

static void
add (const char *name, void (*test) (AppFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/app/reminder-offer/", name, NULL);

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
  add ("no-is-for-good", test_no_is_for_good);
  add ("yes-shows-reminders", test_yes_shows_reminders);
  add ("first-some-nights", test_first_some_nights);
  add ("not-who-set-one", test_not_who_set_one);
  add ("not-of-another-diary", test_not_of_another_diary);
  result = g_test_run ();
  g_assert_cmpint (g_rmdir (home), ==, 0);
  return result;
}
