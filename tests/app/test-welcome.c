/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include <glib/gstdio.h>

#include "diary/stn-diary-reminders.h"
#include "diary/stn-second-copy.h"
#include "diary/stn-tracking.h"
#include "present/stn-first-run.h"
#include "stn-welcome-window.h"
#include "store/stn-factor-table.h"
#include "store/stn-setting-table.h"

/* A home without a diary, and the window that welcomes. @answers: how often a choice was done. */
typedef struct {
  StnClock *clock;
  StnWelcomeWindow *window;
  char *own;
  guint answers;
  gboolean is_sample;
  char *table;
} Fixture;

static char *data_home;

static void
done_cb (StnWelcomeWindow *window, gboolean is_sample, const char *table, Fixture *fixture)
{
  fixture->answers++;
  fixture->is_sample = is_sample;
  g_free (fixture->table);
  fixture->table = g_strdup (table);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) morning = g_date_time_new_utc (2026, 11, 22, 7, 10, 0);

  fixture->clock = stn_clock_new_fixed (morning);
  fixture->own = stn_diary_default_path ();
  fixture->window = g_object_ref (stn_welcome_window_new (NULL, fixture->clock));
  g_signal_connect (fixture->window, "done", G_CALLBACK (done_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autofree char *sample = stn_first_run_sample_path ();

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (fixture->window);
  stn_clock_unref (fixture->clock);
  g_unlink (fixture->own);
  g_unlink (sample);
  g_free (fixture->own);
  g_free (fixture->table);
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->answers > 0;
}

static void
press (Fixture *fixture, const char *text)
{
  GtkWidget *label = app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, text);

  g_assert_nonnull (label);
  g_signal_emit_by_name (gtk_widget_get_ancestor (label, GTK_TYPE_BUTTON), "clicked");
}

static char *
make_diary (Fixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  char *path = g_build_filename (data_home, name, NULL);
  g_autoptr (StnDiary) diary = stn_diary_open (path, STN_STORE_CREATE, fixture->clock, &error);

  g_assert_no_error (error);
  stn_diary_log_no_cramps (diary, LAST_NIGHT, NULL, &error);
  g_assert_no_error (error);
  return path;
}

static gboolean
has_last_night (Fixture *fixture, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnDiary) diary = stn_diary_open (path, STN_STORE_EXISTING, fixture->clock, &error);
  g_autoptr (StnNight) night = NULL;

  g_assert_no_error (error);
  night = stn_diary_get_night (diary, LAST_NIGHT, &error);
  g_assert_no_error (error);
  return stn_night_get_state (night) == STN_NIGHT_NO_CRAMPS;
}

/* It begins with Start, and nothing is made before that is chosen. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));

  g_assert_nonnull (app_fixture_find (focus, GTK_TYPE_LABEL, "Start"));
  press (fixture, "Start");
  g_assert_cmpuint (fixture->answers, ==, 1);
  g_assert_false (fixture->is_sample);
  g_assert_null (fixture->table);
  g_assert_false (g_file_test (fixture->own, G_FILE_TEST_EXISTS));
}

static void
test_sample_is_kept_apart (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = stn_first_run_sample_path ();
  g_autoptr (StnDiary) diary = NULL;
  g_autofree char *seed = NULL;

  press (fixture, "Try with a sample diary");
  app_fixture_wait (is_done, fixture);
  g_assert_true (fixture->is_sample);
  g_assert_false (g_file_test (fixture->own, G_FILE_TEST_EXISTS));
  diary = stn_diary_open (path, STN_STORE_EXISTING, fixture->clock, NULL);
  seed = stn_setting_table_get (stn_diary_get_store (diary), "sample-seed", "", NULL);
  g_assert_cmpstr (seed, !=, "");
}

static void
test_backup_becomes_the_diary (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = make_diary (fixture, "stick.db");

  stn_welcome_window_take (fixture->window, backup);
  app_fixture_wait (is_done, fixture);
  g_assert_null (fixture->table);
  g_assert_true (has_last_night (fixture, fixture->own));
  g_assert_true (g_file_test (backup, G_FILE_TEST_EXISTS));
  g_unlink (backup);
}

/* What is mounted, as far as the program is told (--wrap, see meson.build). */
static char *stick;

GStrv __wrap_stn_mounts_list (void);

GStrv
__wrap_stn_mounts_list (void)
{
  const char *const mounts[] = {stick, NULL};

  return g_strdupv ((GStrv) mounts);
}

static GtkWidget *
find_file_dialog (void)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (GTK_IS_FILE_CHOOSER_DIALOG (link->data))
      return link->data;
  return NULL;
}

/* The copy that is on the stick is what "Open" would open, and the way to its folder is shown: GTK of Debian 13 crashes when
 * the dialog goes while it still reads that. */
static gboolean
is_copy_chosen (gpointer data)
{
  GtkWidget *dialog = find_file_dialog ();
  g_autoptr (GFile) file = dialog ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog)) : NULL;
  g_autofree char *name = file ? g_file_get_basename (file) : NULL;

  return g_strcmp0 (name, STN_SECOND_COPY_NAME) == 0 &&
         app_fixture_find (dialog, GTK_TYPE_LABEL, "stick") != NULL;
}

static const StnReminder evening = {
  .kind = STN_REMINDER_EVENING, .at_min = 20 * 60 + 45, .days = 0x1f, .is_on = TRUE};

/* As on the old computer: a diary with a reminder and factors of the person's choice, and a second copy on the stick. */
static void
make_old_computer (Fixture *fixture)
{
  g_autofree char *path = make_diary (fixture, "old.db");
  g_autoptr (StnDiary) diary = stn_diary_open (path, STN_STORE_EXISTING, fixture->clock, NULL);
  const char *const mounts[] = {stick, NULL};
  g_autoptr (GError) error = NULL;
  StnSecondCopyState state;

  g_assert_true (stn_diary_put_reminder (diary, &evening, NULL, &error));
  g_assert_true (stn_diary_track_factor (diary, "cold-legs", TRUE, &error));
  g_assert_true (stn_diary_track_factor (diary, "alcohol", FALSE, &error));
  g_assert_true (stn_diary_choose_second_copy (diary, stick, mounts, &state, &error));
  g_assert_no_error (error);
  g_clear_pointer (&diary, stn_diary_close);
  g_unlink (path);
}

static gboolean
is_tracked (StnDiary *diary, const char *slug)
{
  g_autoptr (GPtrArray) factors = stn_factor_table_list (stn_diary_get_store (diary), NULL);

  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (strcmp (factor->slug, slug) == 0)
      return factor->tracked;
  }
  return FALSE;
}

/* At most six actions: the stick goes in, the program is started, and these. */
static void
test_new_computer (Fixture *fixture, gconstpointer data)
{
  g_autofree char *copy = NULL;
  g_autoptr (StnDiary) diary = NULL;
  StnReminder reminders[STN_N_REMINDERS];
  guint actions = 2;

  stick = g_build_filename (data_home, "stick", NULL);
  copy = g_build_filename (stick, STN_SECOND_COPY_NAME, NULL);
  g_assert_no_errno (g_mkdir (stick, 0700));
  make_old_computer (fixture);
  press (fixture, "I already have a diary");
  actions++;
  app_fixture_wait (is_copy_chosen, NULL);
  gtk_dialog_response (GTK_DIALOG (find_file_dialog ()), GTK_RESPONSE_ACCEPT);
  actions++;
  app_fixture_wait (is_done, fixture);
  g_assert_cmpuint (actions, <=, 6);
  g_assert_true (has_last_night (fixture, fixture->own));
  diary = stn_diary_open (fixture->own, STN_STORE_EXISTING, fixture->clock, NULL);
  g_assert_true (stn_diary_get_reminders (diary, reminders, NULL));
  g_assert_true (reminders[STN_REMINDER_EVENING].is_on);
  g_assert_cmpint (reminders[STN_REMINDER_EVENING].at_min, ==, evening.at_min);
  g_assert_cmpuint (reminders[STN_REMINDER_EVENING].days, ==, evening.days);
  g_assert_true (is_tracked (diary, "cold-legs"));
  g_assert_false (is_tracked (diary, "alcohol"));
  g_unlink (copy);
  g_rmdir (stick);
  g_clear_pointer (&stick, g_free);
}

static gboolean
is_refused (gpointer data)
{
  Fixture *fixture = data;

  return app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
                           "There is a diary on this computer already. Nothing was changed.") !=
         NULL;
}

/* Another program may have made one since the window opened. */
static void
test_no_diary_is_overwritten (Fixture *fixture, gconstpointer data)
{
  g_autofree char *backup = make_diary (fixture, "stick.db");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize size_before, size_after;
  g_autoptr (StnDiary) own = stn_diary_open (fixture->own, STN_STORE_CREATE, fixture->clock, NULL);

  g_assert_nonnull (own);
  g_clear_pointer (&own, stn_diary_close);
  g_assert_true (g_file_get_contents (fixture->own, &before, &size_before, NULL));
  stn_welcome_window_take (fixture->window, backup);
  app_fixture_wait (is_refused, fixture);
  g_assert_cmpuint (fixture->answers, ==, 0);
  g_assert_true (g_file_get_contents (fixture->own, &after, &size_after, NULL));
  g_assert_cmpmem (after, size_after, before, size_before);
  g_unlink (backup);
}

static void
test_table_is_imported (Fixture *fixture, gconstpointer data)
{
  g_autofree char *table = g_build_filename (data_home, "nights.csv", NULL);

  g_assert_true (g_file_set_contents (table, "date,cramps\n2026-11-20,1\n", -1, NULL));
  stn_welcome_window_take (fixture->window, table);
  app_fixture_wait (is_done, fixture);
  g_assert_cmpstr (fixture->table, ==, table);
  g_assert_false (g_file_test (fixture->own, G_FILE_TEST_EXISTS));
  g_unlink (table);
}

#define ADD(path, test) g_test_add ("/app/welcome/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *folder = NULL;
  int code;

  data_home = g_dir_make_tmp ("stillnight-welcome-XXXXXX", NULL);
  g_setenv ("XDG_DATA_HOME", data_home, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("start", test_start);
  ADD ("sample-is-kept-apart", test_sample_is_kept_apart);
  ADD ("backup-becomes-the-diary", test_backup_becomes_the_diary);
  ADD ("no-diary-is-overwritten", test_no_diary_is_overwritten);
  ADD ("new-computer", test_new_computer);
  ADD ("table-is-imported", test_table_is_imported);
  code = g_test_run ();
  folder = g_build_filename (data_home, "stillnight", NULL);
  g_rmdir (folder);
  g_rmdir (data_home);
  g_free (data_home);
  return code;
}
