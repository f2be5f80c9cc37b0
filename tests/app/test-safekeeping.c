/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-second-copy.h"
#include "pages/stn-preferences-window.h"
#include "pages/stn-rescue-page.h"
#include "pages/stn-safety-banner.h"
#include "store/stn-automatic-backup.h"
#include "store/stn-backup-folder.h"
#include "store/stn-verify.h"

#include <gio/gunixmounts.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

typedef struct {
  GtkWidget *root;
  GType type;
  const char *name;
} Sight;

static gboolean
is_seen (gpointer data)
{
  const Sight *sight = data;

  return app_fixture_find (sight->root, sight->type, sight->name) != NULL;
}

static GtkWidget *
wait_for (GtkWidget *root, GType type, const char *name)
{
  Sight sight = {root, type, name};

  app_fixture_wait (is_seen, &sight);
  return app_fixture_find (root, type, name);
}

static GtkWidget *
find_window (GType type)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();

  for (GList *link = windows; link != NULL; link = link->next)
    if (g_type_is_a (G_OBJECT_TYPE (link->data), type))
      return link->data;
  return NULL;
}

static void
log_nights (AppFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    g_assert_true (stn_diary_log_no_cramps (fixture->other,
                                            stn_date_add_days (LAST_NIGHT, -(int) i), NULL, NULL));
}

static guint
count_nights (AppFixture *fixture)
{
  StnStoreReport report;

  g_assert_true (stn_store_verify (fixture->path, fixture->clock, &report, NULL));
  return report.nights;
}

static void
back_up (AppFixture *fixture)
{
  g_assert_true (
    stn_store_keep_backup (stn_diary_get_store (fixture->other), STN_BACKUP_NOW, NULL, NULL));
}

static void
run_sql (AppFixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* Closes what the fixture has open, and lets @spoil happen to the file before the window opens again. */
static void
spoil_header (AppFixture *fixture)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_clear_pointer (&fixture->other, stn_diary_close);
  g_assert_true (g_file_get_contents (fixture->path, &bytes, &size, NULL));
  memset (bytes, 0, 100);
  g_assert_true (g_file_set_contents (fixture->path, bytes, (gssize) size, NULL));
}

static void
open_other (AppFixture *fixture)
{
  fixture->other = stn_diary_open (fixture->path, STN_STORE_EXISTING, fixture->clock, NULL);
  g_assert_nonnull (fixture->other);
}

static gboolean
is_readable (gpointer data)
{
  const AppFixture *fixture = data;

  return stn_store_verify (fixture->path, fixture->clock, NULL, NULL);
}

static void
test_damaged_header (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *damaged = NULL;
  g_autofree char *aside = g_strconcat (fixture->path, ".damaged-2026-11-22", NULL);
  g_autofree char *kept = NULL;
  gsize damaged_size, kept_size;
  GtkWidget *window;

  log_nights (fixture, 12);
  back_up (fixture);
  g_assert_true (stn_diary_log_no_cramps (fixture->other, stn_date_new (2026, 10, 1), NULL, NULL));
  spoil_header (fixture);
  g_assert_true (g_file_get_contents (fixture->path, &damaged, &damaged_size, NULL));
  app_fixture_open_again (fixture);
  window = GTK_WIDGET (fixture->window);
  wait_for (window, GTK_TYPE_LABEL, "Your diary cannot be read");
  wait_for (window, GTK_TYPE_LABEL, "13 nights, up to Saturday 21 November.");
  wait_for (window, GTK_TYPE_LABEL,
            "Made on Sunday 22 November. 12 nights, up to Saturday 21 November.");
  /* Nothing happened to it so far. */
  g_assert_true (g_file_get_contents (fixture->path, &kept, &kept_size, NULL));
  g_assert_cmpmem (damaged, damaged_size, kept, kept_size);
  g_clear_pointer (&kept, g_free);
  g_signal_emit_by_name (wait_for (window, GTK_TYPE_BUTTON, "Use what can be read of it"),
                         "clicked");
  app_fixture_wait (is_readable, fixture);
  g_assert_cmpuint (count_nights (fixture), ==, 13);
  g_assert_true (g_file_get_contents (aside, &kept, &kept_size, NULL));
  g_assert_cmpmem (damaged, damaged_size, kept, kept_size);
  open_other (fixture);
}

static void
test_use_backup (AppFixture *fixture, gconstpointer data)
{
  log_nights (fixture, 5);
  back_up (fixture);
  spoil_header (fixture);
  app_fixture_open_again (fixture);
  g_signal_emit_by_name (
    wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Use the last good backup"),
    "clicked");
  app_fixture_wait (is_readable, fixture);
  g_assert_cmpuint (count_nights (fixture), ==, 5);
  open_other (fixture);
}

/* No file, and a backup: asked, never begun anew in silence. */
static void
test_missing (AppFixture *fixture, gconstpointer data)
{
  log_nights (fixture, 3);
  back_up (fixture);
  g_clear_pointer (&fixture->other, stn_diary_close);
  g_assert_no_errno (g_unlink (fixture->path));
  app_fixture_open_again (fixture);
  wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Your diary is not there");
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_signal_emit_by_name (
    wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Use the last good backup"),
    "clicked");
  app_fixture_wait (is_readable, fixture);
  g_assert_cmpuint (count_nights (fixture), ==, 3);
  open_other (fixture);
}

static gboolean
is_begun_anew (gpointer data)
{
  const AppFixture *fixture = data;

  return !stn_backup_folder_has_any (fixture->path);
}

static void
test_begin_anew (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *aside = g_strconcat (fixture->path, ".backups-2026-11-22", NULL);

  log_nights (fixture, 3);
  back_up (fixture);
  g_clear_pointer (&fixture->other, stn_diary_close);
  g_assert_no_errno (g_unlink (fixture->path));
  app_fixture_open_again (fixture);
  g_signal_emit_by_name (
    wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Begin an empty diary"), "clicked");
  app_fixture_answer ("begin");
  app_fixture_wait (is_begun_anew, fixture);
  g_assert_true (g_file_test (aside, G_FILE_TEST_IS_DIR));
  app_fixture_open_again (fixture);
  open_other (fixture);
}

static void
test_one_damaged_night (AppFixture *fixture, gconstpointer data)
{
  log_nights (fixture, 8);
  run_sql (fixture, "UPDATE night SET updated = 'x' WHERE night = '2026-11-18'");
  app_fixture_open_again (fixture);
  wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
            "A part of this diary is damaged: 1 night cannot be read and is left out.");
  g_clear_pointer (&fixture->other, stn_diary_close);
  g_signal_emit_by_name (wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Repair…"),
                         "clicked");
  g_signal_emit_by_name (
    wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Use what can be read of it"),
    "clicked");
  app_fixture_wait (is_readable, fixture);
  open_other (fixture);
}

static void
test_newer (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size, after_size;

  log_nights (fixture, 3);
  g_clear_pointer (&fixture->other, stn_diary_close);
  run_sql (fixture, "PRAGMA user_version = 99");
  g_assert_true (g_file_get_contents (fixture->path, &before, &before_size, NULL));
  app_fixture_open_again (fixture);
  wait_for (
    GTK_WIDGET (fixture->window), GTK_TYPE_LABEL,
    "This diary was written by a newer version of Stillnight. It can be read here, not written.");
  g_assert_true (g_file_get_contents (fixture->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
  fixture->other = stn_diary_open (fixture->path, STN_STORE_READ_ONLY, fixture->clock, NULL);
}

static gboolean
has_backup (gpointer data)
{
  const AppFixture *fixture = data;

  return stn_backup_folder_has_any (fixture->path);
}

/* A day with changes; on the next one the window makes the backup by itself. */
static void
test_backup_by_itself (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_new_utc (2026, 11, 23, 7, 10, 0);

  log_nights (fixture, 3);
  app_fixture_open_again (fixture);
  app_fixture_settle (fixture);
  g_assert_false (has_backup (fixture));
  stn_clock_set (fixture->clock, tomorrow);
  app_fixture_open_again (fixture);
  app_fixture_wait (has_backup, fixture);
}

/* The linker lets the backup of the test below stand still between two steps (--wrap, see meson.build). */
static GAsyncQueue *is_begun, *may_go_on;
static int stands_still;
static void (*while_stepping) (void); /* once */

int __real_sqlite3_backup_step (sqlite3_backup *backup, int n_pages);
int __wrap_sqlite3_backup_step (sqlite3_backup *backup, int n_pages);

int
__wrap_sqlite3_backup_step (sqlite3_backup *backup, int n_pages)
{
  if (g_atomic_int_compare_and_exchange (&stands_still, TRUE, FALSE)) {
    g_async_queue_push (is_begun, backup);
    g_async_queue_pop (may_go_on);
  }
  if (while_stepping != NULL) {
    void (*happening) (void) = g_steal_pointer (&while_stepping);

    happening ();
  }
  return __real_sqlite3_backup_step (backup, n_pages);
}

static gboolean
has_begun (gpointer data)
{
  return g_async_queue_try_pop (data) != NULL;
}

static gpointer
save_work (StnDiary *diary, gpointer data, GError **error)
{
  g_assert_true (stn_diary_log_no_cramps (diary, stn_date_add_days (LAST_NIGHT, 1), NULL, NULL));
  return GINT_TO_POINTER (TRUE);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(gboolean *) user_data =
    stn_diary_client_run_finish (STN_DIARY_CLIENT (source), result, NULL) != NULL;
}

static gboolean
is_true (gpointer data)
{
  return *(gboolean *) data;
}

/* The backup of the day stands still until a night is saved: the window and the diary's thread do not wait for it. */
static void
test_saving_beside_backup (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) tomorrow = g_date_time_new_utc (2026, 11, 23, 7, 10, 0);
  g_autoptr (StnBackupFacts) facts = NULL;
  gboolean is_saved = FALSE;

  log_nights (fixture, 3);
  app_fixture_settle (fixture);
  is_begun = g_async_queue_new ();
  may_go_on = g_async_queue_new ();
  g_atomic_int_set (&stands_still, TRUE);
  stn_clock_set (fixture->clock, tomorrow);
  log_nights (fixture, 4);
  app_fixture_wait (has_begun, is_begun);
  stn_diary_client_run (fixture->client, save_work, NULL, NULL, NULL, NULL, saved_cb, &is_saved);
  app_fixture_wait (is_true, &is_saved);
  g_assert_false (has_backup (fixture));
  g_async_queue_push (may_go_on, fixture);
  app_fixture_wait (has_backup, fixture);
  g_clear_pointer (&may_go_on, g_async_queue_unref);
  g_clear_pointer (&is_begun, g_async_queue_unref);
  app_fixture_settle (fixture);
  facts = stn_backup_find_last_good (fixture->path, fixture->clock);
  g_assert_cmpuint (facts->nights, ==, 5);
}

/* Rows that went without a trace are told, and come back. */
static void
test_far_fewer (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *window;

  log_nights (fixture, 30);
  back_up (fixture);
  run_sql (
    fixture,
    "DELETE FROM night WHERE night > '2026-11-10'; DELETE FROM change WHERE \"table\" = 'night'"
    " AND json_extract (after, '$.night') > '2026-11-10'; DELETE FROM change_group WHERE number "
    "NOT IN"
    " (SELECT \"group\" FROM change)");
  app_fixture_open_again (fixture);
  window = GTK_WIDGET (fixture->window);
  wait_for (window, GTK_TYPE_LABEL,
            "11 nights that this diary had on Sunday 22 November are gone, and nobody deleted them "
            "here.");
  g_signal_emit_by_name (wait_for (window, GTK_TYPE_BUTTON, "Show What Is Missing…"), "clicked");
  app_fixture_answer ("restore");
  app_fixture_wait (is_readable, fixture);
  app_fixture_settle (fixture);
  g_assert_cmpuint (count_nights (fixture), ==, 30);
}

static gboolean
is_restored (gpointer data)
{
  return count_nights (data) == 4;
}

/* Preferences: from a backup, with a preview, and back by Undo. */
static void
test_restore (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *body = NULL;
  GtkWidget *preferences;

  log_nights (fixture, 4);
  back_up (fixture);
  log_nights (fixture, 9);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.backups", NULL);
  app_fixture_settle (fixture);
  preferences = find_window (STN_TYPE_PREFERENCES_WINDOW);
  wait_for (preferences, GTK_TYPE_LABEL, "Sunday 22 November: 4 nights, all of it read back");
  g_object_set (
    gtk_widget_get_ancestor (wait_for (preferences, GTK_TYPE_LABEL, "From this computer"),
                             ADW_TYPE_EXPANDER_ROW),
    "expanded", TRUE, NULL);
  g_signal_emit_by_name (
    gtk_widget_get_ancestor (wait_for (preferences, GTK_TYPE_LABEL, "Sunday 22 November"),
                             ADW_TYPE_ACTION_ROW),
    "activated");
  g_object_get (app_fixture_question (), "body", &body, NULL);
  g_assert_nonnull (strstr (body, "Nights: 5 go"));
  app_fixture_answer ("restore");
  app_fixture_wait (is_restored, fixture);
  app_fixture_settle (fixture);
  gtk_window_destroy (GTK_WINDOW (preferences));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo", NULL);
  wait_for (GTK_WIDGET (fixture->window), GTK_TYPE_LABEL, "Undone: restored from a backup");
  g_assert_cmpuint (count_nights (fixture), ==, 9);
}

/* The stick is away, comes back, and has all again. */
static void
test_second_copy (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *mount = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *elsewhere = g_build_filename (fixture->folder, "other-place", NULL);
  g_autofree char *folder = g_build_filename (mount, "Copies", NULL);
  g_autofree char *copy = NULL;
  g_autoptr (GError) error = NULL;
  const char *const mounts[] = {mount, NULL};
  const char *const moved[] = {elsewhere, NULL};
  StnSecondCopyState state;
  StnStoreReport report;

  log_nights (fixture, 2);
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (stn_diary_choose_second_copy (fixture->other, folder, mounts, &state, &error));
  g_assert_no_error (error);
  g_assert_cmpint (state, ==, STN_SECOND_COPY_MADE);
  g_assert_true (stn_diary_keep_second_copy (fixture->other, mounts, FALSE, &state, &error));
  g_assert_cmpint (state, ==, STN_SECOND_COPY_CURRENT);
  log_nights (fixture, 3);
  g_assert_no_errno (g_rename (mount, elsewhere));
  g_assert_true (stn_diary_keep_second_copy (fixture->other, NULL, FALSE, &state, &error));
  g_assert_cmpint (state, ==, STN_SECOND_COPY_AWAY);
  /* Another stick in its place, without a copy of this diary: nothing is written to it. */
  g_assert_no_errno (g_mkdir_with_parents (folder, 0700));
  g_assert_true (stn_diary_keep_second_copy (fixture->other, mounts, FALSE, &state, &error));
  g_assert_cmpint (state, ==, STN_SECOND_COPY_AWAY);
  /* Mounted elsewhere. */
  g_assert_true (stn_diary_keep_second_copy (fixture->other, moved, FALSE, &state, &error));
  g_assert_cmpint (state, ==, STN_SECOND_COPY_MADE);
  copy = stn_second_copy_find (moved);
  g_assert_true (stn_store_verify (copy, fixture->clock, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.nights, ==, 3);
}

/* What is mounted, as far as the program is told (--wrap, see meson.build). */
static const char *const *mounted;

GStrv __wrap_stn_mounts_list (void);

GStrv
__wrap_stn_mounts_list (void)
{
  return g_strdupv ((GStrv) (mounted != NULL ? mounted : (const char *const[]){NULL}));
}

static void
change_mounts (const char *const *mounts)
{
  g_autoptr (GUnixMountMonitor) monitor = g_unix_mount_monitor_get ();

  mounted = mounts;
  g_signal_emit_by_name (monitor, "mounts-changed");
}

static guint
count_copied (AppFixture *fixture, const char *stick)
{
  g_autofree char *copy = g_build_filename (stick, STN_SECOND_COPY_NAME, NULL);
  StnStoreReport report;

  g_assert_true (stn_store_verify (copy, fixture->clock, &report, NULL));
  return report.nights;
}

typedef struct {
  AppFixture *fixture;
  const char *stick;
  guint nights;
} Copied;

static gboolean
is_copied (gpointer data)
{
  const Copied *copied = data;

  return count_copied (copied->fixture, copied->stick) == copied->nights;
}

static void
choose (AppFixture *fixture, const char *stick)
{
  g_autoptr (GError) error = NULL;
  const char *const mounts[] = {stick, NULL};
  StnSecondCopyState state;

  g_assert_no_errno (g_mkdir_with_parents (stick, 0700));
  g_assert_true (stn_diary_choose_second_copy (fixture->other, stick, mounts, &state, &error));
  g_assert_no_error (error);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

/* The window is open; the stick is put in, and that is all that the person does. */
static void
test_stick_comes_back (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *drawer = g_build_filename (fixture->folder, "drawer", NULL);
  const char *const mounts[] = {stick, NULL};
  Copied copied = {fixture, stick, 7};

  log_nights (fixture, 2);
  choose (fixture, stick);
  g_assert_no_errno (g_rename (stick, drawer));
  change_mounts (NULL);
  log_nights (fixture, 7);
  app_fixture_settle (fixture);
  g_assert_cmpuint (count_copied (fixture, drawer), ==, 2);
  g_assert_no_errno (g_rename (drawer, stick));
  change_mounts (mounts);
  app_fixture_wait (is_copied, &copied);
  g_assert_cmpuint (count_files (stick), ==, 1);
  mounted = NULL;
}

static void
assert_copy_fails (AppFixture *fixture, const char *stick, StnStoreError code)
{
  g_autoptr (GError) error = NULL;
  const char *const mounts[] = {stick, NULL};
  StnSecondCopyState state;

  g_assert_false (stn_diary_keep_second_copy (fixture->other, mounts, FALSE, &state, &error));
  g_assert_error (error, STN_STORE_ERROR, (int) code);
}

/* A stick that is full keeps the copy that it has, and nothing of the new one. */
static void
test_stick_is_full (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (fixture->folder, "stick", NULL);
  struct rlimit before, little;

  log_nights (fixture, 2);
  choose (fixture, stick);
  log_nights (fixture, 7);
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &before));
  little = before;
  little.rlim_cur = 40000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &little));
  assert_copy_fails (fixture, stick, STN_STORE_ERROR_FULL);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &before));
  g_assert_cmpuint (count_copied (fixture, stick), ==, 2);
  g_assert_cmpuint (count_files (stick), ==, 1);
}

static char *pulled_from, *pulled_to;

static void
pull (void)
{
  g_assert_no_errno (g_rename (pulled_from, pulled_to));
}

/* Pulled out while it is copied: the copy from before is whole; what was begun goes when the stick comes back. */
static void
test_stick_is_pulled (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *hand = g_build_filename (fixture->folder, "hand", NULL);
  g_autofree char *notes = g_build_filename (hand, "stillnight-diary.db.notes-of-mine", NULL);
  const char *const mounts[] = {hand, NULL};
  StnSecondCopyState state;

  log_nights (fixture, 2);
  choose (fixture, stick);
  log_nights (fixture, 7);
  pulled_from = stick;
  pulled_to = hand;
  while_stepping = pull;
  assert_copy_fails (fixture, stick, STN_STORE_ERROR_IO);
  g_assert_null (while_stepping);
  g_assert_false (g_file_test (stick, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_copied (fixture, hand), ==, 2);
  g_assert_cmpuint (count_files (hand), ==, 2);
  g_assert_true (g_file_set_contents (notes, "mine", -1, NULL));
  g_assert_true (stn_diary_keep_second_copy (fixture->other, mounts, FALSE, &state, NULL));
  g_assert_cmpint (state, ==, STN_SECOND_COPY_MADE);
  g_assert_cmpuint (count_copied (fixture, hand), ==, 7);
  g_assert_cmpuint (count_files (hand), ==, 2);
  g_assert_true (g_file_test (notes, G_FILE_TEST_EXISTS));
}

/* A file of that name that is not a diary, or the copy of somebody else's, stays as it is. */
static void
test_foreign_file (AppFixture *fixture, gconstpointer data)
{
  g_autofree char *stick = g_build_filename (fixture->folder, "stick", NULL);
  g_autofree char *file = g_build_filename (stick, STN_SECOND_COPY_NAME, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StnDiary) theirs = NULL;
  const char *const mounts[] = {stick, NULL};
  StnSecondCopyState state;

  log_nights (fixture, 2);
  g_assert_no_errno (g_mkdir (stick, 0700));
  g_assert_true (g_file_set_contents (file, "a letter", -1, NULL));
  g_assert_false (stn_diary_choose_second_copy (fixture->other, stick, mounts, &state, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS);
  g_assert_true (g_file_get_contents (file, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, "a letter");
  g_assert_no_errno (g_unlink (file));
  theirs = stn_diary_open (file, STN_STORE_CREATE_NEW, fixture->clock, NULL);
  g_assert_true (stn_diary_log_no_cramps (theirs, LAST_NIGHT, NULL, NULL));
  g_assert_true (stn_diary_choose_second_copy (fixture->other, stick, mounts, &state, NULL));
  g_assert_cmpint (state, ==, STN_SECOND_COPY_ANOTHER);
  g_clear_pointer (&theirs, stn_diary_close);
  g_assert_cmpuint (count_copied (fixture, stick), ==, 1);
}

#define ADD(path, test)                                                                            \
  g_test_add ("/app/safekeeping/" path, AppFixture, NULL, app_fixture_set_up, test,                \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("damaged-header", test_damaged_header);
  ADD ("use-backup", test_use_backup);
  ADD ("missing", test_missing);
  ADD ("begin-anew", test_begin_anew);
  ADD ("one-damaged-night", test_one_damaged_night);
  ADD ("newer", test_newer);
  ADD ("backup-by-itself", test_backup_by_itself);
  ADD ("saving-beside-backup", test_saving_beside_backup);
  ADD ("far-fewer", test_far_fewer);
  ADD ("restore", test_restore);
  ADD ("second-copy", test_second_copy);
  ADD ("stick-comes-back", test_stick_comes_back);
  ADD ("stick-is-full", test_stick_is_full);
  ADD ("stick-is-pulled", test_stick_is_pulled);
  ADD ("foreign-file", test_foreign_file);
  return g_test_run ();
}
