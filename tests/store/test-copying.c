/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-automatic-backup.h"
#include "store/stn-backup-folder.h"
#include "store/stn-backup.h"
#include "store/stn-forgetting.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <unistd.h>

/* The linker lets this program stand between the store and two functions (--wrap, see meson.build): what others do while a
 * diary is copied then happens exactly between two steps, in one thread, and the same each time. */

typedef void (*Happening) (void);

static DiaryFixture *copied;
static StnStore *other;        /* another program's; it does not wait for locks */
static Happening after_step;   /* after each page */
static Happening when_written; /* when all is copied and nothing compared yet */
static guint steps;
static guint saved;
static guint busy; /* steps for which the diary was locked */

int __real_sqlite3_backup_step (sqlite3_backup *backup, int n_pages);
int __wrap_sqlite3_backup_step (sqlite3_backup *backup, int n_pages);
int __real_fsync (int fd);
int __wrap_fsync (int fd);

/* A page a step: then a small diary has as many steps as a large one. */
int
__wrap_sqlite3_backup_step (sqlite3_backup *backup, int n_pages)
{
  const int result = __real_sqlite3_backup_step (backup, after_step != NULL ? 1 : n_pages);

  busy += (result & 0xff) == SQLITE_BUSY;
  if (result == SQLITE_OK && after_step != NULL) {
    steps++;
    after_step ();
  }
  return result;
}

int
__wrap_fsync (int fd)
{
  if (when_written != NULL)
    when_written ();
  return __real_fsync (fd);
}

static StnDate
first_night (void)
{
  return stn_date_new (2026, 10, 1);
}

static void
set_up (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GRand) rand = test_rand ();

  diary_fixture_set_up (self, data);
  for (int day = 1; day <= 30; day++) {
    const StnDate key = stn_date_add_days (first_night (), -day);
    g_autoptr (StnNight) before = stn_night_new (key);
    g_autoptr (StnNight) after = random_night (rand, key);

    save_night (self->store, before, after);
  }
  copied = self;
  other = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, NULL);
  stn_connection_set_patient (stn_store_get_connection (other, NULL), FALSE);
  steps = saved = busy = 0;
}

static void
tear_down (DiaryFixture *self, gconstpointer data)
{
  after_step = when_written = NULL;
  g_clear_pointer (&other, stn_store_close);
  diary_fixture_tear_down (self, data);
}

static void
save_a_night (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (log_no_cramps (other, stn_date_add_days (first_night (), (int) saved), &error),
                   >, 0);
  g_assert_no_error (error);
  saved++;
}

static void
save_five_nights (void)
{
  if (saved < 5)
    save_a_night ();
}

static guint
count_files (DiaryFixture *self)
{
  g_autoptr (GDir) dir = g_dir_open (self->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_is_copy (DiaryFixture *self, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) copy = NULL;
  g_autofree char *expected = nights_text (other);
  g_autofree char *text = NULL;

  g_assert_true (stn_store_verify (path, self->clock, NULL, &error));
  g_assert_no_error (error);
  copy = stn_store_open (path, STN_STORE_READ_ONLY, self->clock, NULL);
  text = nights_text (copy);
  g_assert_cmpstr (text, ==, expected);
}

/* A night that is saved between two steps finds no lock, and is in the copy: it is of the moment of the last step. */
static void
test_saving_between_steps (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);

  after_step = save_five_nights;
  g_assert_true (stn_store_back_up (self->store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (saved, ==, 5);
  g_assert_cmpuint (steps, >, 50);
  assert_is_copy (self, path);
}

/* The control: with the diary read in one transaction, as a backup in one go would, the night has to wait. */
static void
test_saving_would_wait (DiaryFixture *self, gconstpointer data)
{
  StnConnection *connection = stn_store_get_connection (self->store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights = NULL;

  g_assert_true (stn_connection_begin_read (connection, NULL));
  nights = stn_night_table_load_range (self->store, STN_NO_DATE, STN_NO_DATE, NULL);
  g_assert_cmpint (log_no_cramps (other, first_night (), &error), <, 0);
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY);
  stn_connection_end_read (connection);
  save_a_night ();
}

static void
save_once (void)
{
  if (saved < 1)
    save_a_night ();
}

/* What is saved between copying and comparing makes it begin anew. */
static void
test_saving_before_comparing (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);

  when_written = save_once;
  g_assert_true (stn_store_back_up (self->store, path, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (saved, ==, 1);
  assert_is_copy (self, path);
}

/* Who never stops writing is told so; what was there stays. */
static void
test_saving_all_the_time (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize before_size, after_size;
  guint files;

  g_assert_true (stn_store_back_up (self->store, path, NULL));
  g_assert_true (g_file_get_contents (path, &before, &before_size, NULL));
  files = count_files (self);
  after_step = save_a_night;
  g_assert_false (stn_store_back_up (self->store, path, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY);
  g_assert_cmpuint (saved, >, 50);
  g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
  g_assert_cmpmem (before, before_size, after, after_size);
  g_assert_cmpuint (count_files (self), ==, files);
}

static void
cancel (void)
{
  if (steps == 10 || when_written != NULL)
    g_cancellable_cancel (g_cancellable_get_current ());
}

/* At the end of the program: after any step, or while what was written is read back. Nothing is left. */
static void
test_cancelled (DiaryFixture *self, gconstpointer data)
{
  const guint files = count_files (self);

  for (int late = 0; late < 2; late++) {
    g_autoptr (GCancellable) cancellable = g_cancellable_new ();
    g_autoptr (GError) error = NULL;

    after_step = late ? NULL : cancel;
    when_written = late ? cancel : NULL;
    g_cancellable_push_current (cancellable);
    g_assert_false (stn_store_keep_backup (self->store, STN_BACKUP_NOW, NULL, &error));
    g_cancellable_pop_current (cancellable);
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
    g_assert_false (stn_backup_folder_has_any (self->path));
    g_clear_error (&error);
  }
  g_assert_cmpuint (steps, ==, 10);
  g_assert_cmpuint (count_files (self), ==, files + 1); /* the folder of backups */
  save_a_night ();
}

#define SELECT_LONG                                                                                \
  "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000) SELECT "      \
  "count (*) + (SELECT count (*) FROM night WHERE 0) FROM n"

/* A long reading ends, too: SQLite asks between its own steps. */
static void
test_reading_is_cancelled (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (StnConnection) connection = NULL;
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_cancellable_push_current (cancellable);
  connection = stn_connection_open (self->path, self->path, STN_CONNECTION_READ, NULL);
  g_cancellable_pop_current (cancellable);
  g_assert_true (stn_connection_query_int (connection, SELECT_LONG, &n, NULL));
  g_assert_cmpint (n, ==, 100000);
  g_cancellable_cancel (cancellable);
  g_assert_false (stn_connection_query_int (connection, SELECT_LONG, &n, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Who verifies a diary gives way to who writes to it, and goes on afterwards. */
static void
test_gives_way (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnConnection) reader =
    stn_connection_open (self->path, self->path, STN_CONNECTION_READ, NULL);
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_assert_true (stn_store_begin (other, "test", "person", NULL));
  g_assert_true (stn_connection_query_int (reader, SELECT_LONG, &n, NULL));
  stn_connection_set_gives_way (reader, TRUE);
  g_assert_true (stn_connection_begin_read (reader, NULL));
  g_assert_false (stn_connection_query_int (reader, SELECT_LONG, &n, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY);
  g_assert_true (stn_connection_gave_way (reader));
  stn_connection_end_read (reader);
  stn_store_rollback (other);
  save_a_night ();
  stn_connection_set_gives_way (reader, TRUE);
  g_assert_true (stn_connection_query_int (reader, SELECT_LONG, &n, NULL));
}

/* The disk keeps something else than what was written to it: one bit of a page that nobody reads. */
static void
spoil_the_copy (void)
{
  g_autoptr (GDir) dir = g_dir_open (copied->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (copied->folder, name, NULL);
    g_autofree char *bytes = NULL;
    gsize size;

    if (!g_str_has_prefix (name, "backup.db."))
      continue;
    g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
    bytes[size / 2] = (char) (bytes[size / 2] ^ 4);
    FILE *file = fopen (path, "r+b");
    g_assert_cmpuint (fwrite (bytes, 1, size, file), ==, size);
    g_assert_cmpint (fclose (file), ==, 0);
  }
}

static void
test_spoiled_copy (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);
  const guint files = count_files (self);

  when_written = spoil_the_copy;
  g_assert_false (stn_store_back_up (self->store, path, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO);
  g_assert_nonnull (strstr (error->message, "it is not what was written"));
  g_assert_cmpuint (count_files (self), ==, files);
}

static void
forget_once (void)
{
  if (saved++ == 0)
    g_assert_true (stn_store_forget (other, NULL));
}

/* What is forgotten while it is copied does not come back with the copy. */
static void
test_forgotten_meanwhile (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_cmpint (log_no_cramps (other, first_night (), &error), >, 0);
  when_written = forget_once;
  g_assert_true (stn_store_back_up (self->store, path, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_null (g_strstr_len (bytes, (gssize) size, "log-no-cramps"));
  assert_is_copy (self, path);
}

/* What a killed program left of a backup goes with the next one; that of today may be another program's. */
/* Somebody has it locked for ever: a step has waited by itself by then, and is not tried a hundred times more. */
static void
lock_for_ever (void)
{
  g_autoptr (GError) error = NULL;

  if (steps == 3) {
    stn_connection_execute (stn_store_get_connection (other, NULL), "BEGIN EXCLUSIVE", "lock",
                            &error);
    g_assert_no_error (error);
  }
}

static void
test_locked_for_ever (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "copy.db", NULL);
  g_autoptr (GError) error = NULL;

  after_step = lock_for_ever;
  g_assert_false (stn_store_back_up (self->store, path, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_BUSY);
  g_assert_cmpuint (steps, ==, 3);
  g_assert_cmpuint (busy, >, 0);
  g_assert_cmpuint (busy, <, 5);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  (void) !stn_connection_execute (stn_store_get_connection (other, NULL), "ROLLBACK", "lock", NULL);
}

static void
test_leftovers (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *folder = stn_backup_folder_path (self->path);
  g_autofree char *old = g_build_filename (folder, "2026-11-01.db.abcdef", NULL);
  g_autofree char *of_today = NULL;
  g_autoptr (GPtrArray) files = NULL;

  g_assert_true (stn_store_keep_backup (self->store, STN_BACKUP_NOW, NULL, NULL));
  files = stn_backup_folder_list (self->path);
  of_today = g_strconcat (((StnBackupFile *) files->pdata[0])->path, ".abcdef", NULL);
  g_assert_true (g_file_set_contents (old, "x", 1, NULL));
  g_assert_true (g_file_set_contents (of_today, "x", 1, NULL));
  g_assert_true (stn_store_keep_backup (self->store, STN_BACKUP_NOW, NULL, NULL));
  g_assert_false (g_file_test (old, G_FILE_TEST_EXISTS));
  g_assert_true (g_file_test (of_today, G_FILE_TEST_EXISTS));
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_test_add (name, DiaryFixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("/store/copying/saving-between-steps", test_saving_between_steps);
  add ("/store/copying/control", test_saving_would_wait);
  add ("/store/copying/saving-before-comparing", test_saving_before_comparing);
  add ("/store/copying/saving-all-the-time", test_saving_all_the_time);
  add ("/store/copying/cancelled", test_cancelled);
  add ("/store/copying/reading-is-cancelled", test_reading_is_cancelled);
  add ("/store/copying/gives-way", test_gives_way);
  add ("/store/copying/spoiled", test_spoiled_copy);
  add ("/store/copying/forgotten-meanwhile", test_forgotten_meanwhile);
  add ("/store/copying/locked-for-ever", test_locked_for_ever);
  add ("/store/copying/leftovers", test_leftovers);
  return g_test_run ();
}
