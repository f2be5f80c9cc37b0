/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"
#include "fake-reminder.h"

#include "diary/stn-diary-reminders.h"
#include "pages/stn-preferences-window.h"
#include "pages/stn-reminder-row.h"

#include <glib/gstdio.h>

typedef struct {
  AppFixture app;
  GtkWidget *preferences;
  StnReminderRow *row; /* of the stretch */
} Fixture;

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;
  return NULL;
}

static gboolean
is_titled (gpointer data)
{
  Fixture *fixture = data;

  fixture->row =
    STN_REMINDER_ROW (app_fixture_find (fixture->preferences, STN_TYPE_REMINDER_ROW, NULL));
  return fixture->row != NULL &&
         *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->row)) != '\0';
}

static void
open_preferences (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->app.window), "win.preferences", NULL);
  app_fixture_settle (&fixture->app);
  fixture->preferences = find_window (STN_TYPE_PREFERENCES_WINDOW);
  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (fixture->preferences),
                                                "reminders");
  app_fixture_wait (is_titled, fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  app_fixture_set_up (&fixture->app, data);
  open_preferences (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->preferences));
  app_fixture_tear_down (&fixture->app, data);
}

static StnReminder
stored (Fixture *fixture)
{
  StnReminder reminders[STN_N_REMINDERS];

  app_fixture_settle (&fixture->app);
  g_assert_true (stn_diary_get_reminders (fixture->app.other, reminders, NULL));
  return reminders[STN_REMINDER_STRETCH];
}

static void
test_switch (Fixture *fixture, gconstpointer data)
{
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (fixture->row)), ==,
                   "Bedtime stretch");
  g_assert_false (stored (fixture).is_on);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (fixture->row), TRUE);
  g_assert_true (stored (fixture).is_on);
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (fixture->row), FALSE);
  g_assert_false (stored (fixture).is_on);
}

static gboolean
is_unfolded (gpointer data)
{
  Fixture *fixture = data;

  return app_fixture_find (GTK_WIDGET (fixture->row), ADW_TYPE_ENTRY_ROW, NULL) != NULL &&
         app_fixture_find (GTK_WIDGET (fixture->row), GTK_TYPE_LABEL, "Sun") != NULL;
}

static void
unfold (Fixture *fixture)
{
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (fixture->row), TRUE);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (fixture->row), TRUE);
  app_fixture_wait (is_unfolded, fixture);
}

static void
type_time (Fixture *fixture, const char *text)
{
  GtkWidget *entry = app_fixture_find (GTK_WIDGET (fixture->row), ADW_TYPE_ENTRY_ROW, NULL);

  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "apply");
}

/* What is no time is not stored and stays as it was typed. */
static void
test_time (Fixture *fixture, gconstpointer data)
{
  GtkWidget *entry;

  unfold (fixture);
  entry = app_fixture_find (GTK_WIDGET (fixture->row), ADW_TYPE_ENTRY_ROW, NULL);
  type_time (fixture, "22.40");
  g_assert_cmpint (stored (fixture).at_min, ==, 22 * 60 + 40);
  type_time (fixture, "25:00");
  g_assert_cmpint (stored (fixture).at_min, ==, 22 * 60 + 40);
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "25:00");
}

/* Its last day cannot be taken away. */
static void
test_days (Fixture *fixture, gconstpointer data)
{
  unfold (fixture);
  for (guint i = 0; i < 7; i++) {
    static const char *const names[] = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"};
    GtkWidget *label = app_fixture_find (GTK_WIDGET (fixture->row), GTK_TYPE_LABEL, names[i]);
    GtkWidget *button = gtk_widget_get_ancestor (label, GTK_TYPE_TOGGLE_BUTTON);

    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), FALSE);
    app_fixture_settle (&fixture->app);
  }
  g_assert_cmpuint (stored (fixture).days, ==, 64);
}

/* What is true of the background process */

static void
set_up_own (Fixture *fixture, gconstpointer data)
{
  StnReminder reminder = stn_reminder_default (STN_REMINDER_STRETCH);

  app_fixture_set_up (&fixture->app, data);
  app_fixture_make_own (&fixture->app);
  reminder.is_on = TRUE;
  g_assert_true (stn_diary_put_reminder (fixture->app.other, &reminder, NULL, NULL));
  app_fixture_open_again (&fixture->app);
  open_preferences (fixture);
}

typedef struct {
  Fixture *fixture;
  const char *title;
} Wanted;

static gboolean
is_said (gpointer data)
{
  const Wanted *wanted = data;

  return app_fixture_find (wanted->fixture->preferences, GTK_TYPE_LABEL, wanted->title) != NULL;
}

static void
wait_until_said (Fixture *fixture, const char *title)
{
  Wanted wanted = {fixture, title};

  app_fixture_wait (is_said, &wanted);
}

static void
test_status_of_process (Fixture *fixture, gconstpointer data)
{
  FakeReminder *process;

  wait_until_said (
    fixture,
    "The program that reminds does not run here: reminders come in this window, while it is open.");
  process = fake_reminder_new ("fake", "on");
  wait_until_said (fixture, "Reminders come.");
  fake_reminder_set_autostart (process, "refused");
  wait_until_said (fixture,
                   "Reminders come until you log out. This desktop does not start them by itself.");
  fake_reminder_set_autostart (process, "failed");
  fake_reminder_set_autostart (process, "on");
  wait_until_said (fixture, "Reminders come.");
  fake_reminder_free (process); /* it was killed */
  wait_until_said (
    fixture,
    "The program that reminds does not run here: reminders come in this window, while it is open.");
  process = fake_reminder_new ("", "on");
  wait_until_said (fixture, "Nothing on this desktop shows notifications: reminders come in this "
                            "window, while it is open.");
  fake_reminder_free (process);
}

static void
test_status_off (Fixture *fixture, gconstpointer data)
{
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (fixture->row), FALSE);
  wait_until_said (fixture, "No reminder is on.");
}

int
main (int argc, char **argv)
{
  g_autofree char *home = g_dir_make_tmp ("stillnight-own-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  g_test_add ("/app/reminder-preferences/switch", Fixture, NULL, set_up, test_switch, tear_down);
  g_test_add ("/app/reminder-preferences/time", Fixture, NULL, set_up, test_time, tear_down);
  g_test_add ("/app/reminder-preferences/days", Fixture, NULL, set_up, test_days, tear_down);
  g_test_add ("/app/reminder-preferences/status-of-process", Fixture, NULL, set_up_own,
              test_status_of_process, tear_down);
  g_test_add ("/app/reminder-preferences/status-off", Fixture, NULL, set_up_own, test_status_off,
              tear_down);
  result = g_test_run ();
  g_assert_cmpint (g_rmdir (home), ==, 0);
  return result;
}
