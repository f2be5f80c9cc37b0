/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-backup.h"
#include "store/stn-store-private.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <grp.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

/* Byte of the file on which SQLite's writers exclude each other (https://www.sqlite.org/src/file?name=src/os.h). */
#define RESERVED_BYTE 0x40000001
#define NOBODY 65534

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static void
assert_refused (
  DiaryFixture *self, const char *path, StnStoreMode mode, StnStoreError code, const char *reason)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) store = stn_store_open (path, mode, self->clock, &error);

  g_assert_null (store);
  g_assert_error (error, STN_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, path));
  if (strstr (error->message, reason) == NULL)
    g_error ("'%s' does not say '%s'", error->message, reason);
  g_assert_null (strchr (error->message, '\n'));
}

/* Opening is refused in every mode and the file stays what it was. */
static void
assert_refused_unchanged (DiaryFixture *self,
                          const char *path,
                          StnStoreError code,
                          const char *reason)
{
  const StnStoreMode modes[] = {STN_STORE_CREATE, STN_STORE_EXISTING, STN_STORE_READ_ONLY};
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size, after_size;

  g_assert_true (g_file_get_contents (path, &before, &before_size, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    assert_refused (self, path, modes[i], code, reason);
  g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
}

static void
run_sql (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static char *
query (StnStore *store, const char *sql)
{
  sqlite3_stmt *stmt = NULL;
  sqlite3 *db = stn_connection_get_db (stn_store_get_connection (store, NULL));

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &stmt, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (stmt), ==, SQLITE_ROW);
  char *text = g_strdup ((const char *) sqlite3_column_text (stmt, 0));
  sqlite3_finalize (stmt);
  return text;
}

static void
test_storage_mode (DiaryFixture *self, gconstpointer data)
{
  static const char *const expected[][2] = {
    {"PRAGMA journal_mode", "delete"},
    {"PRAGMA synchronous", "3"},
    {"PRAGMA foreign_keys", "1"},
    {"PRAGMA secure_delete", "1"},
    {"PRAGMA trusted_schema", "0"},
    {"PRAGMA cell_size_check", "1"},
    {"PRAGMA mmap_size", "0"},
    {"PRAGMA busy_timeout", "5000"},
    {"PRAGMA user_version", "3"},
    {"PRAGMA application_id", "1400131188"},
    {"SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND sql "
     "NOT LIKE '%STRICT%'",
     "0"},
  };
  sqlite3 *db = stn_connection_get_db (stn_store_get_connection (self->store, NULL));
  int defensive = 0, extensions = 1;

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++) {
    g_autofree char *is = query (self->store, expected[i][0]);

    if (strcmp (is, expected[i][1]) != 0)
      g_error ("%s is %s, not %s", expected[i][0], is, expected[i][1]);
  }
  sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, -1, &defensive);
  sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, -1, &extensions);
  g_assert_cmpint (defensive, ==, 1);
  g_assert_cmpint (extensions, ==, 0);
}

/* What a person sees who types sqlite3 diary.db .schema. */
static void
test_schema_explains_itself (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *night =
    query (self->store, "SELECT sql FROM sqlite_schema WHERE name = 'night'");
  g_autofree char *diary =
    query (self->store, "SELECT sql FROM sqlite_schema WHERE name = 'diary'");

  g_assert_nonnull (strstr (night, "-- its evening"));
  g_assert_nonnull (strstr (diary, "NULL means not known"));
}

static void
test_view_has_a_row_a_night (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) nothing = stn_night_new (night_of (20));
  g_autoptr (StnNight) night = stn_night_new (night_of (20));

  stn_night_take_value (night, stn_factor_value_new ("fluids", 1500, STN_ENTERED_EVENING));
  for (int i = 0; i < 2; i++) {
    StnEpisode *episode = stn_episode_new ();

    episode->severity = STN_KNOWN_INT (4 + i);
    g_ptr_array_add (night->episodes, episode);
  }
  save_night (self->store, nothing, night);
  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  g_autofree char *text = query (
    self->store,
    "SELECT group_concat (concat, '; ') FROM (SELECT night || ' ' || state || ' ' || cramps || ' ' "
    "|| coalesce (worst_severity, '-') || ' ' || coalesce (factors, '-') AS concat FROM "
    "night_summary)");
  g_assert_cmpstr (text, ==, "2026-11-20 cramps 2 5 fluids=1500.0; 2026-11-21 no-cramps 0 - -");
}

static void
test_missing_file (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "none.db", NULL);

  assert_refused (self, path, STN_STORE_EXISTING, STN_STORE_ERROR_OPEN, "no such file");
  assert_refused (self, path, STN_STORE_READ_ONLY, STN_STORE_ERROR_OPEN, "no such file");
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
test_create_new_refuses_what_exists (DiaryFixture *self, gconstpointer data)
{
  assert_refused (self, self->path, STN_STORE_CREATE_NEW, STN_STORE_ERROR_EXISTS, "already");
}

static void
test_folder (DiaryFixture *self, gconstpointer data)
{
  assert_refused (self, self->folder, STN_STORE_CREATE, STN_STORE_ERROR_OPEN, "it is a folder");
  assert_refused (self, self->folder, STN_STORE_READ_ONLY, STN_STORE_ERROR_OPEN, "it is a folder");
}

static void
test_symbolic_link (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *link = g_build_filename (self->folder, "link.db", NULL);

  g_assert_no_errno (symlink (self->path, link));
  assert_refused (self, link, STN_STORE_EXISTING, STN_STORE_ERROR_OPEN, "symbolic link");
}

/* Home folders may be links. */
static void
test_folder_may_be_a_link (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *link = g_build_filename (self->folder, "home", NULL);
  g_autofree char *path = g_build_filename (link, "diary.db", NULL);

  g_assert_no_errno (symlink (self->folder, link));
  g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (log_no_cramps (store, night_of (21), &error), >, 0);
}

static void
test_pipe_does_not_hang (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *pipe = g_build_filename (self->folder, "pipe", NULL);

  g_assert_no_errno (mkfifo (pipe, 0600));
  assert_refused (self, pipe, STN_STORE_EXISTING, STN_STORE_ERROR_OPEN, "not an ordinary file");
}

static void
test_foreign_files (DiaryFixture *self, gconstpointer data)
{
  static const struct {
    const char *content;
    gssize size;
    const char *reason;
  } files[] = {
    {"", 0, "empty"},
    {"x", 1, "not an SQLite file"},
    {"SQLite format 3", 16, "not an SQLite file"},
    {"A text that is long enough to be taken for a header: it has a hundred characters and a few "
     "more, see?\n",
     -1, "not an SQLite file"},
  };
  g_autofree char *path = g_build_filename (self->folder, "foreign.db", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_assert_true (g_file_set_contents (path, files[i].content, files[i].size, NULL));
    assert_refused_unchanged (self, path, STN_STORE_ERROR_NOT_A_DIARY, files[i].reason);
  }
  g_unlink (path);
  run_sql (path, "CREATE TABLE places (url TEXT)");
  assert_refused_unchanged (self, path, STN_STORE_ERROR_NOT_A_DIARY, "another program");
}

/* The number of the schema is four bytes of the header that nothing protects. */
static void
test_impossible_schema (DiaryFixture *self, gconstpointer data)
{
  static const char *const set_version[] = {
    "PRAGMA user_version = 0",
    "PRAGMA user_version = -1",
    "PRAGMA user_version = -2147483648",
  };

  g_clear_pointer (&self->store, stn_store_close);
  for (guint i = 0; i < G_N_ELEMENTS (set_version); i++) {
    run_sql (self->path, set_version[i]);
    assert_refused_unchanged (self, self->path, STN_STORE_ERROR_DAMAGED, "there never was");
  }
}

static void
test_newer_diary (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  g_clear_pointer (&self->store, stn_store_close);
  run_sql (self->path, "PRAGMA user_version = 7");
  assert_refused (self, self->path, STN_STORE_EXISTING, STN_STORE_ERROR_NEWER,
                  "newer version of Stillnight (schema 7, this version knows 3)");
  assert_refused (self, self->path, STN_STORE_CREATE, STN_STORE_ERROR_NEWER, "schema 7");
  self->store = stn_store_open (self->path, STN_STORE_READ_ONLY, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (stn_store_is_read_only (self->store));
  g_autoptr (StnNight) night = stn_night_table_load (self->store, night_of (21), &error);
  g_assert_no_error (error);
  g_assert_true (night->no_cramps);
}

static void
test_damaged_diary (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;
  gsize size;

  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_true (g_file_get_contents (self->path, &content, &size, NULL));
  memset (content + 4096, 0xa5, size - 4096);
  g_assert_true (g_file_set_contents (self->path, content, (gssize) size, NULL));
  assert_refused_unchanged (self, self->path, STN_STORE_ERROR_DAMAGED, "damaged");
  memset (content + 16, 0xff, 2); /* the size of a page */
  g_assert_true (g_file_set_contents (self->path, content, (gssize) size, NULL));
  assert_refused_unchanged (self, self->path, STN_STORE_ERROR_NOT_A_DIARY,
                            "it is not an SQLite file");
}

static void
test_read_only_mode_never_writes (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) reader =
    stn_store_open (self->path, STN_STORE_READ_ONLY, self->clock, &error);

  g_assert_no_error (error);
  g_assert_true (stn_store_is_read_only (reader));
  g_assert_false (stn_store_begin (reader, "x", "person", &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY);
  sqlite3 *db = stn_connection_get_db (stn_store_get_connection (reader, NULL));
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM factor", NULL, NULL, NULL), ==, SQLITE_READONLY);
}

static guint
mode_of (const char *path)
{
  struct stat info;

  g_assert_no_errno (lstat (path, &info));
  return info.st_mode & 0777;
}

/* House rule 3: 0700 and 0600 under any umask, the journal and what lies beside it too. */
static void
test_private_under_any_umask (DiaryFixture *self, gconstpointer data)
{
  const mode_t masks[] = {0000, 0022, 0077, 0777};

  for (guint i = 0; i < G_N_ELEMENTS (masks); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *name = g_strdup_printf ("mask-%u", i);
    g_autofree char *upper = g_build_filename (self->folder, name, NULL);
    g_autofree char *lower = g_build_filename (upper, "stillnight", NULL);
    g_autofree char *path = g_build_filename (lower, "diary.db", NULL);
    g_autofree char *journal = g_strconcat (path, "-journal", NULL);
    g_autofree char *backup = g_build_filename (lower, "backup.db", NULL);
    mode_t old = umask (masks[i]);
    g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_CREATE, self->clock, &error);
    g_assert_no_error (error);
    diary_fixture_put_factors (store);
    g_autoptr (StnNight) before = stn_night_new (night_of (21));
    g_autoptr (StnNight) after = stn_night_new (night_of (21));
    after->no_cramps = TRUE;
    g_assert_true (stn_store_begin (store, "x", "person", &error));
    g_assert_true (stn_night_table_save (store, before, after, &error));
    g_assert_cmpuint (mode_of (journal), ==, 0600);
    g_assert_true (stn_store_commit (store, NULL, &error));
    g_assert_true (stn_store_back_up (store, backup, &error));
    g_assert_no_error (error);
    umask (old);

    g_assert_cmpuint (mode_of (upper), ==, 0700);
    g_assert_cmpuint (mode_of (lower), ==, 0700);
    g_assert_cmpuint (mode_of (path), ==, 0600);
    g_assert_cmpuint (mode_of (backup), ==, 0600);
  }
}

/* A diary that came from a stick, readable by all, is made private; one that may not be written stays as it is. */
static void
test_opening_makes_private (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_no_errno (g_chmod (self->path, 0644));
  diary_fixture_reopen (self);
  g_assert_cmpuint (mode_of (self->path), ==, 0600);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_no_errno (g_chmod (self->path, 0444));
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (stn_store_is_read_only (self->store));
  g_assert_cmpuint (mode_of (self->path), ==, 0444);
  g_assert_false (stn_store_begin (self->store, "x", "person", &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY);
}

static void
test_unreadable_file (DiaryFixture *self, gconstpointer data)
{
  g_assert_no_errno (g_chmod (self->path, 0000));
  assert_refused (self, self->path, STN_STORE_EXISTING, STN_STORE_ERROR_OPEN, "Permission denied");
}

static void
test_read_only_folder (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *new_path = g_build_filename (self->folder, "new.db", NULL);
  g_autofree char *deep_path = g_build_filename (self->folder, "deep", "new.db", NULL);

  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_no_errno (g_chmod (self->folder, 0500));
  assert_refused (self, new_path, STN_STORE_CREATE, STN_STORE_ERROR_OPEN, "Permission denied");
  g_autoptr (StnStore) deep = stn_store_open (deep_path, STN_STORE_CREATE, self->clock, &error);
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN);
  g_clear_error (&error);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_assert_true (stn_store_is_read_only (self->store));
  g_autofree char *text = nights_text (self->store);
  g_assert_nonnull (strstr (text, "2026-11-21"));
  g_assert_no_errno (g_chmod (self->folder, 0700));
}

/* Revisions grow from one program to the other and when the clock is set back. */
static void
rename_table (const char *path, const char *from, const char *to)
{
  g_autofree char *sql = g_strdup_printf ("ALTER TABLE %s RENAME TO %s", from, to);
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

/* A write that fails when it has only just begun leaves nothing open: the next one goes on. */
static void
test_failed_begin (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  rename_table (self->path, "change_group", "elsewhere");
  g_assert_false (stn_store_begin (self->store, "log-night", "person", &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  rename_table (self->path, "elsewhere", "change_group");
  g_assert_cmpint (log_no_cramps (self->store, stn_date_new (2026, 11, 21), &error), >, 0);
  g_assert_no_error (error);
}

static void
test_revisions_grow (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_autofree char *last = NULL;

  for (int day = 1; day <= 20; day++) {
    StnStore *writer = day % 2 == 0 ? self->store : other;

    diary_fixture_advance (self, -3600);
    g_assert_cmpint (log_no_cramps (writer, night_of (day), &error), >, 0);
    g_autoptr (StnNight) night = stn_night_table_load (writer, night_of (day), &error);
    if (last != NULL)
      g_assert_cmpstr (night->id.rev, >, last);
    g_free (last);
    last = g_strdup (night->id.rev);
  }
}

static void
test_second_writer_waits_and_is_told (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);

  sqlite3_busy_timeout (stn_connection_get_db (stn_store_get_connection (other, NULL)), 20);
  g_assert_true (stn_store_begin (self->store, "x", "person", &error));
  g_assert_false (stn_store_begin (other, "x", "person", &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY);
  g_clear_error (&error);
  stn_store_rollback (self->store);
  g_assert_cmpint (log_no_cramps (other, night_of (21), &error), >, 0);
  g_assert_no_error (error);
}

/* Opening inspects the file; that must not drop the lock that another connection of the process holds. */
static void
test_opening_keeps_locks (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_store_begin (self->store, "x", "person", &error));
  g_autoptr (StnStore) other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_clear_pointer (&other, stn_store_close);
  /* Another process asks. */
  pid_t child = fork ();
  if (child == 0) {
    struct flock lock = {
      .l_type = F_WRLCK, .l_whence = SEEK_SET, .l_start = RESERVED_BYTE, .l_len = 1};
    int fd = open (self->path, O_RDWR);

    _exit (fcntl (fd, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK ? 0 : 1);
  }
  int status;
  g_assert_cmpint (waitpid (child, &status, 0), ==, child);
  g_assert_true (WIFEXITED (status) && WEXITSTATUS (status) == 0);
  stn_store_rollback (self->store);
}

/* Somebody set the diary to another journal mode with sqlite3: it is set back. */
static void
test_other_journal_mode_is_set_back (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_pointer (&self->store, stn_store_close);
  run_sql (self->path, "PRAGMA journal_mode = WAL");
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_autofree char *mode = query (self->store, "PRAGMA journal_mode");
  g_assert_cmpstr (mode, ==, "delete");
}

int
main (int argc, char **argv)
{
  /* Root may do anything: what modes forbid must be tried as somebody else. */
  if (geteuid () == 0 && (setgroups (0, NULL) != 0 || setresgid (NOBODY, NOBODY, NOBODY) != 0 ||
                          setresuid (NOBODY, NOBODY, NOBODY) != 0))
    g_error ("cannot become an unprivileged user");
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/store/storage-mode", test_storage_mode);
  diary_test_add ("/store/store/schema-explains-itself", test_schema_explains_itself);
  diary_test_add ("/store/store/view-has-a-row-a-night", test_view_has_a_row_a_night);
  diary_test_add ("/store/store/missing-file", test_missing_file);
  diary_test_add ("/store/store/create-new-refuses-what-exists",
                  test_create_new_refuses_what_exists);
  diary_test_add ("/store/store/folder", test_folder);
  diary_test_add ("/store/store/symbolic-link", test_symbolic_link);
  diary_test_add ("/store/store/folder-may-be-a-link", test_folder_may_be_a_link);
  diary_test_add ("/store/store/pipe-does-not-hang", test_pipe_does_not_hang);
  diary_test_add ("/store/store/foreign-files", test_foreign_files);
  diary_test_add ("/store/store/impossible-schema", test_impossible_schema);
  diary_test_add ("/store/store/newer-diary", test_newer_diary);
  diary_test_add ("/store/store/damaged-diary", test_damaged_diary);
  diary_test_add ("/store/store/read-only-mode-never-writes", test_read_only_mode_never_writes);
  diary_test_add ("/store/store/private-under-any-umask", test_private_under_any_umask);
  diary_test_add ("/store/store/opening-makes-private", test_opening_makes_private);
  diary_test_add ("/store/store/unreadable-file", test_unreadable_file);
  diary_test_add ("/store/store/read-only-folder", test_read_only_folder);
  diary_test_add ("/store/store/failed-begin", test_failed_begin);
  diary_test_add ("/store/store/revisions-grow", test_revisions_grow);
  diary_test_add ("/store/store/second-writer-waits-and-is-told",
                  test_second_writer_waits_and_is_told);
  diary_test_add ("/store/store/opening-keeps-locks", test_opening_keeps_locks);
  diary_test_add ("/store/store/other-journal-mode-is-set-back",
                  test_other_journal_mode_is_set_back);
  return g_test_run ();
}
