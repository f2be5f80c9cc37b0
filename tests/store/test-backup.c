/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-backup.h"
#include "store/stn-verify.h"
#include "store/stn-change-log.h"
#include "store/stn-store-private.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static void
fill (DiaryFixture *self)
{
  g_autoptr (GRand) rand = test_rand ();

  for (int day = 1; day <= 20; day++) {
    g_autoptr (StnNight) before = stn_night_new (night_of (day));
    g_autoptr (StnNight) after = random_night (rand, night_of (day));

    save_night (self->store, before, after);
  }
}

/* As somebody who has sqlite3 would change a file. */
static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
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

static void
test_backup_holds_everything (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);
  StnStoreReport of_diary, of_backup;

  fill (self);
  g_assert_true (stn_store_back_up (self->store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (count_files (self->folder), ==, 2);
  g_assert_true (stn_store_verify (self->path, self->clock, &of_diary, &error));
  g_assert_true (stn_store_verify (path, self->clock, &of_backup, &error));
  g_assert_no_error (error);
  g_assert_cmpmem (&of_diary, sizeof of_diary, &of_backup, sizeof of_backup);
  g_assert_cmpuint (of_diary.nights, >, 0);
  g_autoptr (StnStore) copy = stn_store_open (path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_autofree char *expected = nights_text (self->store);
  g_autofree char *text = nights_text (copy);
  g_assert_cmpstr (text, ==, expected);
  /* With its log: what was done can be taken back in the copy too. */
  g_assert_true (stn_change_log_undo (copy, 0, NULL, &error));
}

static void
test_backup_replaces_the_old_one (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);
  StnStoreReport report;

  for (int day = 1; day <= 2; day++) {
    g_assert_cmpint (log_no_cramps (self->store, night_of (day), &error), >, 0);
    g_assert_true (stn_store_back_up (self->store, path, &error));
    g_assert_true (stn_store_verify (path, self->clock, &report, &error));
    g_assert_cmpuint (report.nights, ==, (guint) day);
  }
}

static void
test_backup_over_the_diary_is_refused (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *other_name = g_build_filename (self->folder, ".", "diary.db", NULL);

  g_assert_false (stn_store_back_up (self->store, other_name, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS);
}

static void
test_failed_backup_leaves_nothing (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "no-such-folder", "backup.db", NULL);
  g_autofree char *folder_in_the_way = g_build_filename (self->folder, "backup.db", NULL);

  g_assert_false (stn_store_back_up (self->store, path, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN);
  g_clear_error (&error);
  g_assert_no_errno (g_mkdir (folder_in_the_way, 0700));
  g_assert_false (stn_store_back_up (self->store, folder_in_the_way, &error));
  g_assert_nonnull (error);
  g_assert_cmpuint (count_files (self->folder), ==, 2);
}

/* A backup of a damaged diary would replace a good one. */
static void
test_damaged_diary_is_not_backed_up (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *good = NULL;
  g_autofree char *now = NULL;
  gsize good_size, now_size;

  fill (self);
  g_assert_true (stn_store_back_up (self->store, path, &error));
  g_assert_true (g_file_get_contents (path, &good, &good_size, NULL));
  g_clear_pointer (&self->store, stn_store_close);
  run_sql (self->path, "PRAGMA writable_schema = ON; PRAGMA foreign_keys = OFF; DELETE FROM factor "
                       "WHERE slug = 'fluids'");
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_assert_false (stn_store_back_up (self->store, path, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
  g_assert_true (g_file_get_contents (path, &now, &now_size, NULL));
  g_assert_cmpmem (now, now_size, good, good_size);
}

static void
test_verify_counts (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) before = stn_night_new (night_of (21));
  g_autoptr (StnNight) after = stn_night_new (night_of (21));
  StnStoreReport report;

  g_ptr_array_add (after->episodes, stn_episode_new ());
  g_ptr_array_add (after->episodes, stn_episode_new ());
  stn_night_take_value (after, stn_factor_value_new ("fluids", 1500, STN_ENTERED_EVENING));
  save_night (self->store, before, after);
  g_assert_true (stn_store_verify (self->path, self->clock, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.nights, ==, 1);
  g_assert_cmpuint (report.episodes, ==, 2);
  g_assert_cmpuint (report.values, ==, 1);
  g_assert_cmpuint (report.changes, ==, 4 + 3);
}

/* A second change of the night's cramp. */
static void
make_worse (StnStore *store, StnDate key)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) before = stn_night_table_load (store, key, &error);
  g_autoptr (StnNight) after = stn_night_copy (before);

  g_assert_no_error (error);
  ((StnEpisode *) g_ptr_array_index (after->episodes, 0))->severity = STN_KNOWN_INT (7);
  save_night (store, before, after);
}

/* Each is something that SQLite alone would not notice. */
static void
test_verify_finds_what_cannot_be (DiaryFixture *self, gconstpointer data)
{
  static const struct {
    const char *sql;
    const char *reason;
  } wrongs[] = {
    {"UPDATE night SET rev = replace (rev, '-0', '-1')", "differ on row"},
    {"DELETE FROM change WHERE seq = (SELECT max (seq) FROM change)", ""},
    {"PRAGMA foreign_keys = OFF; DELETE FROM night", "differ on row"},
    {"UPDATE change SET after = '{\"nigt\":\"2026-11-21\"}' WHERE seq = (SELECT max (seq) FROM "
     "change)",
     "nigt"},
    {"UPDATE change SET after = '{' || after", ""},
    {"UPDATE change SET \"table\" = 'nights' WHERE \"table\" = 'night'", "differ"},
    {"UPDATE factor_value SET value = 0.5 WHERE factor = 'stretch'", "stretch 0.5"},
    {"UPDATE factor SET deleted = 1 WHERE slug = 'stretch'", "stretch"},
    {"UPDATE night SET updated = 'yesterday'", "yesterday"},
    {"UPDATE episode SET severity = 1", "table episode, row 2026-11-21 ("},
    {"UPDATE episode SET severity = NULL", "differs from its last change"},
    {"UPDATE night SET source = 'nobody'", "table night, row 2026-11-21 ("},
    {"UPDATE factor_value SET value = 0", "table factor_value, row 2026-11-21 stretch ("},
    {"UPDATE factor SET position = 9 WHERE slug = 'cups'", "table factor, row cups ("},
    {"UPDATE change SET after = json_set (after, '$.severity', 2) WHERE \"table\" = 'episode' AND "
     "before IS NULL",
     "do not follow"},
    {"UPDATE change SET before = NULL WHERE \"table\" = 'episode'", "do not follow"},
    {"UPDATE change SET before = after WHERE \"table\" = 'episode' AND before IS NULL",
     "do not follow"},
    {"INSERT INTO change_group (label, source, program, written, rev) SELECT '', '', '', '', rev "
     "FROM night",
     "without"},
    {"PRAGMA ignore_check_constraints = ON; UPDATE night SET quality = 9", "CHECK"},
    {"PRAGMA ignore_check_constraints = ON; UPDATE night SET night = '2026-02-30'", ""},
  };
  g_autoptr (StnNight) before = stn_night_new (night_of (21));
  g_autoptr (StnNight) after = stn_night_new (night_of (21));
  g_autofree char *good = NULL;
  gsize size;

  after->no_cramps = TRUE;
  stn_night_take_value (after, stn_factor_value_new ("stretch", 1, STN_ENTERED_EVENING));
  g_ptr_array_add (after->episodes, stn_episode_new ());
  save_night (self->store, before, after);
  make_worse (self->store, night_of (21));
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_true (g_file_get_contents (self->path, &good, &size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (wrongs); i++) {
    g_autoptr (GError) error = NULL;

    run_sql (self->path, wrongs[i].sql);
    if (stn_store_verify (self->path, self->clock, NULL, &error))
      g_error ("not found: %s", wrongs[i].sql);
    g_test_message ("%s: %s", wrongs[i].sql, error->message);
    g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
    g_assert_nonnull (strstr (error->message, wrongs[i].reason));
    g_assert_true (g_file_set_contents (self->path, good, (gssize) size, NULL));
    g_clear_error (&error);
    g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
  }
}

/* What a program does with a diary: all of it must end with an answer or an error. */
static void
use (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_autoptr (GArray) since = NULL;
  gint64 seq;
  gboolean all;

  if (store == NULL)
    return;
  g_autoptr (GPtrArray) nights =
    stn_night_table_load_range (store, STN_NO_DATE, STN_NO_DATE, &error);
  g_clear_error (&error);
  g_autoptr (GPtrArray) factors = stn_factor_table_list (store, &error);
  g_clear_error (&error);
  log_no_cramps (store, night_of (3), &error);
  stn_store_rollback (store);
  g_clear_error (&error);
  for (guint i = 0; i < 4; i++) {
    stn_change_log_undo (store, 0, NULL, &error);
    g_clear_error (&error);
  }
  stn_change_log_redo (store, NULL, &error);
  g_clear_error (&error);
  since = stn_change_log_nights_since (store, 0, &seq, &all, &error);
}

static char *
damage (GRand *rand, const char *good, gsize size, gsize *ret_size)
{
  char *bad = g_memdup2 (good, size);

  *ret_size =
    g_rand_int_range (rand, 0, 10) == 0 ? (gsize) g_rand_int_range (rand, 0, (int) size) : size;
  for (int n = g_rand_int_range (rand, 1, 40); n > 0; n--)
    bad[g_rand_int_range (rand, 0, (int) size)] = (char) g_rand_int_range (rand, 0, 256);
  return bad;
}

/*
 * Any diary whose bytes were changed at random is read, refused or called damaged, without a crash, and reading does
 * not change it. STILLNIGHT_TEST_DAMAGES: how many.
 */
static void
test_verify_survives_anything (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = test_rand ();
  const char *wanted = g_getenv ("STILLNIGHT_TEST_DAMAGES");
  guint damages = wanted != NULL ? (guint) g_ascii_strtoull (wanted, NULL, 10) : 300;
  g_autofree char *good = NULL;
  gsize size;
  guint found = 0;

  fill (self);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_true (g_file_get_contents (self->path, &good, &size, NULL));
  for (guint i = 0; i < damages; i++) {
    g_autoptr (GError) error = NULL;
    gsize bad_size, after_size;
    g_autofree char *bad = damage (rand, good, size, &bad_size);
    g_autofree char *after = NULL;

    g_assert_true (g_file_set_contents (self->path, bad, (gssize) bad_size, NULL));
    if (!stn_store_verify (self->path, self->clock, NULL, &error)) {
      g_assert_nonnull (error);
      g_assert_null (strchr (error->message, '\n'));
      found++;
    }
    g_assert_true (g_file_get_contents (self->path, &after, &after_size, NULL));
    g_assert_cmpmem (after, after_size, bad, bad_size);
    use (self);
  }
  g_test_message ("%u of %u were found damaged", found, damages);
  g_assert_cmpuint (found, >, damages * 2 / 3);
}

/* Renaming over a device would take it away from the whole computer. */
static void
test_backup_replaces_files_only (DiaryFixture *self, gconstpointer data)
{
  static const char *const names[] = {"folder", "link", "pipe"};
  g_autofree char *folder = g_build_filename (self->folder, "folder", NULL);
  g_autofree char *link = g_build_filename (self->folder, "link", NULL);
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL);
  guint files;

  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_no_errno (symlink ("nowhere", link));
  g_assert_no_errno (mkfifo (pipe, 0600));
  files = count_files (self->folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (self->folder, names[i], NULL);
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_store_back_up (self->store, path, &error));
    g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN);
    g_assert_cmpuint (count_files (self->folder), ==, files);
  }
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
  g_assert_false (g_file_test (pipe, G_FILE_TEST_IS_REGULAR));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/backup/holds-everything", test_backup_holds_everything);
  diary_test_add ("/store/backup/replaces-the-old-one", test_backup_replaces_the_old_one);
  diary_test_add ("/store/backup/over-the-diary-is-refused", test_backup_over_the_diary_is_refused);
  diary_test_add ("/store/backup/failed-one-leaves-nothing", test_failed_backup_leaves_nothing);
  diary_test_add ("/store/backup/damaged-diary-is-not-backed-up",
                  test_damaged_diary_is_not_backed_up);
  diary_test_add ("/store/verify/counts", test_verify_counts);
  diary_test_add ("/store/verify/finds-what-cannot-be", test_verify_finds_what_cannot_be);
  diary_test_add ("/store/verify/survives-anything", test_verify_survives_anything);
  diary_test_add ("/store/backup/replaces-files-only", test_backup_replaces_files_only);
  return g_test_run ();
}
