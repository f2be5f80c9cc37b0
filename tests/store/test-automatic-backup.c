/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-automatic-backup.h"
#include "store/stn-backup-folder.h"
#include "store/stn-backup-rotation.h"
#include "store/stn-change-log.h"
#include "store/stn-forgetting.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define DAY_S 86400

/* Rotation */

typedef struct {
  const char *name;
  const char *dates; /* newest first, apart by blanks; those with '+' are kept */
} RotationCase;

static const RotationCase rotations[] = {
  {"none", ""},
  {"one", "+2026-11-22"},
  {"a week", "+2026-11-22 +2026-11-21 +2026-11-20 +2026-11-19 +2026-11-18 +2026-11-17 +2026-11-16"},
  /* 2026-11-15 is a Sunday, the newest of its week; the 14th goes. */
  {"nine days", "+2026-11-22 +2026-11-21 +2026-11-20 +2026-11-19 +2026-11-18 +2026-11-17 "
                "+2026-11-16 +2026-11-15 2026-11-14"},
  /* The weeks of the 22nd, 15th, 8th and 1st; what is older stays only as the newest of its month. */
  {"weeks and months",
   "+2026-11-22 +2026-11-21 +2026-11-20 +2026-11-19 +2026-11-18 +2026-11-17 +2026-11-16 "
   "+2026-11-15 "
   "+2026-11-08 +2026-11-01 +2026-10-31 2026-10-25 +2026-09-30 2026-09-01 +2026-08-31"},
  /* Whoever comes back after years finds what there was. */
  {"a long pause", "+2026-11-22 +2021-03-05 +2021-03-04 +2020-12-31 +2019-01-01"},
  {"the same date twice", "+2026-11-22 2026-11-22 +2026-11-21"},
  {"a month more than twelve", "+2026-11-30 +2026-10-30 +2026-09-30 +2026-08-30 +2026-07-30 "
                               "+2026-06-30 +2026-05-30 +2026-04-30 "
                               "+2026-03-30 +2026-02-28 +2026-01-30 +2025-12-30 2025-11-30"},
  /* The last week of a year and the first of the next are one. */
  {"new year",
   "+2027-01-03 +2027-01-02 +2027-01-01 +2026-12-31 +2026-12-30 +2026-12-29 +2026-12-28 "
   "+2026-12-27 2026-12-26"},
};

static void
test_rotation (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rotations); i++) {
    g_auto (GStrv) words = g_strsplit (rotations[i].dates, " ", -1);
    const guint n = *rotations[i].dates != '\0' ? g_strv_length (words) : 0;
    g_autofree StnDate *dates = g_new (StnDate, n + 1);
    g_autofree gboolean *keep = g_new (gboolean, n + 1);
    g_autoptr (GString) answer = g_string_new (NULL);

    for (guint j = 0; j < n; j++)
      g_assert_true (stn_date_parse (words[j] + (words[j][0] == '+'), &dates[j], NULL));
    stn_backup_rotation_choose (dates, n, keep);
    for (guint j = 0; j < n; j++)
      g_string_append_printf (answer, "%s%s%s", j > 0 ? " " : "", keep[j] ? "+" : "",
                              words[j] + (words[j][0] == '+'));
    g_test_message ("%s", rotations[i].name);
    g_assert_cmpstr (answer->str, ==, rotations[i].dates);
  }
}

/* The folder */

static StnDate
today (DiaryFixture *self)
{
  g_autoptr (GDateTime) now = stn_clock_now (self->clock);

  return stn_date_of (now);
}

static void
log_last_night (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (log_no_cramps (self->store, stn_date_add_days (today (self), -1), &error), >, 0);
  g_assert_no_error (error);
}

static StnBackupOutcome
keep (DiaryFixture *self, StnBackupMoment moment)
{
  g_autoptr (GError) error = NULL;
  StnBackupReport report;

  g_assert_true (stn_store_keep_backup (self->store, moment, &report, &error));
  g_assert_no_error (error);
  return report.outcome;
}

static guint
count_backups (DiaryFixture *self)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (self->path);

  return files->len;
}

static void
test_after_a_day_with_changes (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size, after_size;

  log_last_night (self);
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==, STN_BACKUP_NOT_DUE); /* the same day */
  diary_fixture_advance (self, DAY_S);
  g_assert_true (g_file_get_contents (self->path, &before, &before_size, NULL));
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==, STN_BACKUP_MADE);
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==, STN_BACKUP_NOT_DUE);
  diary_fixture_advance (self, 30 * DAY_S);
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==, STN_BACKUP_NOT_DUE); /* nothing changed */
  /* A backup changes nothing in the diary, so it never makes the next one due. */
  g_assert_true (g_file_get_contents (self->path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
  log_last_night (self);
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==, STN_BACKUP_NOT_DUE);
  g_assert_cmpint (keep (self, STN_BACKUP_NOW), ==, STN_BACKUP_MADE);
  diary_fixture_advance (self, DAY_S);
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==,
                   STN_BACKUP_NOT_DUE); /* it has it already */
  g_assert_cmpuint (count_backups (self), ==, 2);
}

/* Whoever writes first in the morning: all that was written on a day before is in a backup nevertheless. */
static void
test_also_when_written_first (DiaryFixture *self, gconstpointer data)
{
  for (int day = 0; day < 6; day++) {
    diary_fixture_advance (self, DAY_S);
    log_last_night (self);
    /* That of the morning before has the night that was logged just before it. */
    g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==,
                     day % 2 == 0 ? STN_BACKUP_MADE : STN_BACKUP_NOT_DUE);
  }
  g_assert_cmpuint (count_backups (self), ==, 3);
}

/* R14: three years of days (in the quick tests 100 days); each backup is read whole, and says what the diary said. */
static void
test_three_years (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = test_rand ();
  const int days = g_test_slow () ? 3 * 365 : 100;
  g_autoptr (GPtrArray) files = NULL;
  guint made = 0;

  for (int day = 0; day < days; day++) {
    diary_fixture_advance (self, DAY_S);
    made += keep (self, STN_BACKUP_WHEN_DUE) == STN_BACKUP_MADE;
    if (g_rand_double (rand) < 0.8)
      log_last_night (self);
  }
  files = stn_backup_folder_list (self->path);
  g_assert_cmpuint (made, >, (guint) days * 6 / 10);
  g_assert_cmpuint (files->len, >=,
                    STN_BACKUPS_DAILY + (guint) MIN (STN_BACKUPS_MONTHLY, days / 31) - 1);
  g_assert_cmpuint (files->len, <=, STN_BACKUPS_DAILY + STN_BACKUPS_WEEKLY + STN_BACKUPS_MONTHLY);
  for (guint i = 0; i < files->len; i++) {
    g_autoptr (GError) error = NULL;
    StnStoreReport report;

    g_assert_true (
      stn_store_verify (((StnBackupFile *) files->pdata[i])->path, self->clock, &report, &error));
    g_assert_no_error (error);
  }
}

static void
take_snapshot (DiaryFixture *self, const char *reason, gboolean changed)
{
  g_autoptr (GError) error = NULL;
  StnSnapshot snapshot;

  g_assert_true (stn_store_snapshot (self->store, reason, &snapshot, &error));
  g_assert_no_error (error);
  stn_store_end_snapshot (self->store, &snapshot, changed);
  g_assert_null (snapshot.path);
}

/* As the folder lists them, newest first. */
static char *
list_backups (DiaryFixture *self)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (self->path);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < files->len; i++)
    g_string_append_printf (text, "%s\n", ((StnBackupFile *) files->pdata[i])->path);
  return g_string_free (text, FALSE);
}

/* What changed nothing pushes nothing out, and takes away nothing that was there. */
static void
test_snapshot_of_nothing (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *five = NULL;
  g_autofree char *after = NULL;
  g_autofree char *same_second = NULL;
  g_autofree char *sixth = NULL;

  log_last_night (self);
  for (int i = 0; i < 5; i++) {
    take_snapshot (self, "import", TRUE);
    diary_fixture_advance (self, 1);
  }
  g_assert_cmpuint (count_backups (self), ==, 5);
  five = list_backups (self);
  for (int i = 0; i < 6; i++) {
    take_snapshot (self, "import", FALSE);
    diary_fixture_advance (self, 1);
  }
  after = list_backups (self);
  g_assert_cmpstr (after, ==, five);
  take_snapshot (self, "import", TRUE);
  sixth = list_backups (self);
  g_assert_cmpuint (count_backups (self), ==, 5);
  g_assert_cmpstr (sixth, !=, five);
  take_snapshot (self, "import", FALSE);
  same_second = list_backups (self);
  g_assert_cmpstr (same_second, ==, sixth);
}

static void
test_modes (DiaryFixture *self, gconstpointer data)
{
  const mode_t masks[] = {0, 002, 022, 077};

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++) {
    const mode_t before = umask (masks[i]);
    g_autofree char *folder = stn_backup_folder_path (self->path);
    g_autoptr (GPtrArray) files = NULL;
    struct stat info;

    diary_fixture_advance (self, DAY_S);
    keep (self, STN_BACKUP_NOW);
    take_snapshot (self, "import", TRUE);
    umask (before);
    g_assert_no_errno (stat (folder, &info));
    g_assert_cmpint (info.st_mode & 07777, ==, 0700);
    files = stn_backup_folder_list (self->path);
    for (guint j = 0; j < files->len; j++) {
      g_assert_no_errno (stat (((StnBackupFile *) files->pdata[j])->path, &info));
      g_assert_cmpint (info.st_mode & 07777, ==, 0600);
    }
    stn_backup_folder_empty (self->path, NULL);
  }
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
log_forty_nights (DiaryFixture *self)
{
  for (int day = 0; day < 40; day++) {
    log_last_night (self);
    diary_fixture_advance (self, DAY_S);
  }
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==, STN_BACKUP_MADE);
}

static guint
count_vanished (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;
  StnBackupReport report;

  g_assert_true (stn_store_keep_backup (self->store, STN_BACKUP_WHEN_DUE, &report, &error));
  g_assert_no_error (error);
  g_assert_true ((report.outcome == STN_BACKUP_HELD_BACK) == (report.vanished > 4));
  return report.vanished;
}

/* What is gone without a trace is asked about before it goes from the backups too: rows, or what made them live. */
static void
test_vanished (DiaryFixture *self, gconstpointer data)
{
  log_forty_nights (self);
  run_sql (self->path, "DELETE FROM night WHERE rowid <= 4");
  g_assert_cmpuint (count_vanished (self), ==, 4); /* a tenth */
  run_sql (self->path,
           "UPDATE night SET deleted = 1, answer = NULL, answered = NULL WHERE rowid <= 9");
  g_assert_cmpuint (count_vanished (self), ==, 9);
  /* The person says that it is right. */
  run_sql (self->path,
           "DELETE FROM change WHERE \"table\" = 'night' AND uid NOT IN (SELECT uid FROM "
           "night WHERE deleted = 0); DELETE FROM night WHERE deleted = 1; DELETE FROM "
           "change_group WHERE number NOT IN (SELECT \"group\" FROM change)");
  g_assert_cmpint (keep (self, STN_BACKUP_NOW), ==, STN_BACKUP_MADE);
  g_assert_cmpuint (count_vanished (self), ==, 0);
}

static void
copy_file (const char *from, const char *to)
{
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (from, &bytes, &size, NULL));
  g_assert_true (g_file_set_contents (to, bytes, (gssize) size, NULL));
}

/* A service that keeps folders the same puts an older file in its place: whole, and with its own log. Also when it was written
 * to since. */
static void
test_older_file (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *old = g_build_filename (self->folder, "old", NULL);

  for (int day = 0; day < 10; day++) {
    log_last_night (self);
    diary_fixture_advance (self, DAY_S);
  }
  g_clear_pointer (&self->store, stn_store_close);
  copy_file (self->path, old);
  diary_fixture_reopen (self);
  log_forty_nights (self);
  g_clear_pointer (&self->store, stn_store_close);
  copy_file (old, self->path);
  diary_fixture_reopen (self);
  g_assert_cmpuint (count_vanished (self), ==, 40);
  log_last_night (self);
  diary_fixture_advance (self, DAY_S);
  g_assert_cmpuint (count_vanished (self), ==, 39);
}

static void
delete_nights (DiaryFixture *self, guint n)
{
  g_autoptr (GPtrArray) nights =
    stn_night_table_load_range (self->store, STN_NO_DATE, STN_NO_DATE, NULL);

  for (guint i = 0; i < n; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    g_autoptr (StnNight) empty = stn_night_new (night->key);

    save_night (self->store, night, empty);
  }
}

/* What the person deletes, undoes or brings back in the program is theirs to do. */
static void
test_deleted_in_the_program (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  log_forty_nights (self);
  delete_nights (self, 20);
  g_assert_cmpuint (count_vanished (self), ==, 0);
  for (int i = 0; i < 20; i++)
    g_assert_true (stn_change_log_undo (self->store, 0, NULL, &error));
  g_assert_cmpuint (count_vanished (self), ==, 0);
  delete_nights (self, 30);
  diary_fixture_advance (self, DAY_S);
  g_assert_cmpint (keep (self, STN_BACKUP_WHEN_DUE), ==, STN_BACKUP_MADE);
  /* And both at once: what is theirs does not hide what is not. */
  delete_nights (self, 5);
  run_sql (self->path, "DELETE FROM night WHERE deleted = 0 AND rowid IN (SELECT rowid FROM night "
                       "WHERE deleted = 0 LIMIT 2)");
  {
    StnBackupReport report;

    g_assert_true (stn_store_keep_backup (self->store, STN_BACKUP_WHEN_DUE, &report, &error));
    g_assert_cmpint (report.outcome, ==, STN_BACKUP_HELD_BACK); /* of 10 */
    g_assert_cmpuint (report.vanished, ==, 2);
  }
}

/* A damaged diary never takes the place of a good backup. */
static void
test_damaged_is_not_kept (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnBackupFacts) facts = NULL;

  log_last_night (self);
  keep (self, STN_BACKUP_NOW);
  diary_fixture_advance (self, DAY_S);
  run_sql (self->path, "UPDATE night SET quality = 1");
  g_assert_false (stn_store_keep_backup (self->store, STN_BACKUP_NOW, NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
  g_assert_cmpuint (count_backups (self), ==, 1);
  facts = stn_backup_find_last_good (self->path, self->clock);
  g_assert_nonnull (facts);
  g_assert_cmpuint (facts->nights, ==, 1);
}

static void
test_last_good_skips_damaged (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (StnBackupFacts) facts = NULL;

  log_last_night (self);
  keep (self, STN_BACKUP_NOW);
  diary_fixture_advance (self, DAY_S);
  log_last_night (self);
  keep (self, STN_BACKUP_NOW);
  files = stn_backup_folder_list (self->path);
  g_assert_cmpuint (files->len, ==, 2);
  g_assert_true (g_file_set_contents (((StnBackupFile *) files->pdata[0])->path, "x", 1, NULL));
  facts = stn_backup_find_last_good (self->path, self->clock);
  g_assert_cmpstr (facts->path, ==, ((StnBackupFile *) files->pdata[1])->path);
  g_assert_cmpuint (facts->nights, ==, 1);
}

/* The file is gone, its backups are not: no empty diary takes its place. */
static void
test_missing (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  log_last_night (self);
  keep (self, STN_BACKUP_NOW);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_no_errno (g_unlink (self->path));
  self->store = stn_store_open (self->path, STN_STORE_CREATE, self->clock, &error);
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_MISSING);
  g_assert_null (self->store);
  g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);
  /* Whoever wants to begin anew keeps them all the same. */
  g_assert_true (stn_backup_folder_set_aside (self->path, today (self), &error));
  self->store = stn_store_open (self->path, STN_STORE_CREATE, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_backups (self), ==, 0);
}

static void
test_forgetting_takes_them (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = stn_backup_folder_path (self->path);
  g_autofree char *own = g_build_filename (folder, "notes.txt", NULL);
  g_autofree char *aside = g_strconcat (self->path, STN_DAMAGED_MARK, "-2026-11-01", NULL);

  log_last_night (self);
  keep (self, STN_BACKUP_NOW);
  take_snapshot (self, "restore", TRUE);
  g_assert_true (g_file_set_contents (own, "x", 1, NULL));
  g_assert_true (g_file_set_contents (aside, "x", 1, NULL));
  g_assert_cmpuint (count_backups (self), ==, 2);
  g_assert_true (stn_store_forget (self->store, &error));
  g_assert_cmpuint (count_backups (self), ==, 0);
  g_assert_true (g_file_test (own, G_FILE_TEST_EXISTS)); /* not the program's */
  g_assert_false (g_file_test (aside, G_FILE_TEST_EXISTS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/automatic-backup/rotation", test_rotation);
  diary_test_add ("/store/automatic-backup/after-a-day", test_after_a_day_with_changes);
  diary_test_add ("/store/automatic-backup/also-when-written-first", test_also_when_written_first);
  diary_test_add ("/store/automatic-backup/three-years", test_three_years);
  diary_test_add ("/store/automatic-backup/snapshot-of-nothing", test_snapshot_of_nothing);
  diary_test_add ("/store/automatic-backup/modes", test_modes);
  diary_test_add ("/store/automatic-backup/vanished", test_vanished);
  diary_test_add ("/store/automatic-backup/older-file", test_older_file);
  diary_test_add ("/store/automatic-backup/deleted-in-the-program", test_deleted_in_the_program);
  diary_test_add ("/store/automatic-backup/damaged-is-not-kept", test_damaged_is_not_kept);
  diary_test_add ("/store/automatic-backup/last-good", test_last_good_skips_damaged);
  diary_test_add ("/store/automatic-backup/missing-diary", test_missing);
  diary_test_add ("/store/automatic-backup/forgetting", test_forgetting_takes_them);
  return g_test_run ();
}
