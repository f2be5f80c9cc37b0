/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"
#include "fault-vfs.h"

#include "store/stn-backup.h"
#include "store/stn-verify.h"
#include "store/stn-change-log.h"
#include "store/stn-store-private.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/resource.h>

#define COMMITS 25
#define IMAGES 200

static StnDate
night_of (int day)
{
  return stn_date_new (2026, 11, day);
}

static char *
digest_of (const char *path)
{
  g_autofree char *content = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &content, &size, NULL));
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) content, size);
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
set_up (DiaryFixture *self, gconstpointer data)
{
  fault_vfs_install ();
  diary_fixture_set_up (self, data);
}

static void
tear_down (DiaryFixture *self, gconstpointer data)
{
  diary_fixture_tear_down (self, data);
  fault_vfs_uninstall ();
}

/* Writes entries at random, notes after how many operations each was acknowledged, and what the diary then said. */
static void
write_entries (DiaryFixture *self, GRand *rand, GArray *acknowledged, GPtrArray *states)
{
  g_ptr_array_add (states, nights_text (self->store));
  while (acknowledged->len < COMMITS) {
    g_autoptr (GError) error = NULL;
    g_autoptr (StnNight) before =
      stn_night_table_load (self->store, night_of (g_rand_int_range (rand, 1, 20)), &error);
    g_autoptr (StnNight) after = stn_night_copy (before);
    gboolean written = TRUE;

    if (acknowledged->len > 5 && g_rand_int_range (rand, 0, 5) == 0)
      written = stn_change_log_undo (self->store, 0, NULL, &error);
    else {
      change_night (rand, after);
      written = save_night (self->store, before, after) != 0;
    }
    g_assert_no_error (error);
    if (written) {
      guint n = fault_vfs_get_n_operations ();

      g_array_append_val (acknowledged, n);
      g_ptr_array_add (states, nights_text (self->store));
    }
  }
}

/* Whether the diary in @folder is sound and says what it said after the last acknowledged entry or the next one. */
static gboolean
is_whole (DiaryFixture *self, const char *folder, guint n_acknowledged, GPtrArray *states)
{
  g_autofree char *path = g_build_filename (folder, "diary.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_EXISTING, self->clock, &error);

  if (store == NULL || !stn_store_verify (path, self->clock, NULL, &error)) {
    g_test_message ("%s", error->message);
    return FALSE;
  }
  g_autofree char *text = nights_text (store);
  return strcmp (text, g_ptr_array_index (states, n_acknowledged)) == 0 ||
         (n_acknowledged + 1 < states->len &&
          strcmp (text, g_ptr_array_index (states, n_acknowledged + 1)) == 0);
}

/* Ways to keep a diary; the last is ours. */
#define WITHOUT_SYNC "PRAGMA synchronous = OFF"
#define WAL_NORMAL                                                                                 \
  "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL"
#define AS_IT_IS NULL

static void
execute (sqlite3 *db, const char *sql)
{
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
}

/* What a log of the other kind holds goes into the file, in the way of the disk below this one; or it stays broken. */
static void
take_in_log (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "diary.db", NULL);
  sqlite3 *db;

  if (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READWRITE, "unix") == SQLITE_OK)
    sqlite3_exec (db, "PRAGMA journal_mode = DELETE", NULL, NULL, NULL);
  sqlite3_close (db);
}

/* Returns: how many of so many power cuts at random moments of one recording left something that is not whole. */
static guint
cut_recording (DiaryFixture *self, GRand *rand, const char *mode, guint images)
{
  g_autoptr (GArray) acknowledged = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) states = g_ptr_array_new_with_free_func (g_free);
  guint broken = 0;

  if (mode != NULL)
    execute (stn_connection_get_db (stn_store_get_connection (self->store, NULL)), mode);
  fault_vfs_start_recording (self->folder);
  write_entries (self, rand, acknowledged, states);
  fault_vfs_stop_recording ();
  for (guint i = 0; i < images; i++) {
    guint n_operations =
      (guint) g_rand_int_range (rand, 0, (gint32) fault_vfs_get_n_operations () + 1);
    g_autofree char *folder = g_dir_make_tmp ("stillnight-cut-XXXXXX", NULL);
    guint n = 0;

    while (n < acknowledged->len && g_array_index (acknowledged, guint, n) <= n_operations)
      n++;
    fault_vfs_write_power_cut (n_operations, rand, folder);
    if (g_strcmp0 (mode, WAL_NORMAL) == 0)
      take_in_log (folder);
    if (!is_whole (self, folder, n, states))
      broken++;
    diary_fixture_remove_tree (folder);
  }
  return broken;
}

/* The same with a new diary and other entries for every IMAGES of them. */
static guint
cut_power (DiaryFixture *self, const char *mode, guint images)
{
  g_autoptr (GRand) rand = test_rand ();
  guint broken = 0;

  for (guint done = 0; done < images; done += IMAGES) {
    if (done > 0) {
      tear_down (self, NULL);
      set_up (self, NULL);
    }
    broken += cut_recording (self, rand, mode, IMAGES);
    if (done % 10000 == 0 && done > 0)
      g_test_message ("%u of %u power cuts, %u left a broken diary", done, images, broken);
  }
  return broken;
}

static void
test_power_cut (DiaryFixture *self, gconstpointer data)
{
  const guint images = g_test_slow () ? 100000 : IMAGES;

  g_assert_cmpuint (cut_power (self, AS_IT_IS, images), ==, 0);
  g_test_message ("0 of %u power cuts left a broken diary", images);
}

/* Without syncs the same must lose much, else the test above shows nothing. */
static void
test_power_cut_control (DiaryFixture *self, gconstpointer data)
{
  guint broken = cut_power (self, WITHOUT_SYNC, IMAGES);

  g_test_message ("without sync %u of %d power cuts left a broken diary", broken, IMAGES);
  g_assert_cmpuint (broken, >, IMAGES / 2);
}

/* So must the other kind of journal with the syncs that are often advised for it, although nothing in it breaks. */
static void
test_power_cut_control_wal (DiaryFixture *self, gconstpointer data)
{
  guint broken = cut_power (self, WAL_NORMAL, IMAGES);

  g_test_message ("with WAL and NORMAL %u of %d power cuts lost what was saved", broken, IMAGES);
  g_assert_cmpuint (broken, >, IMAGES / 10);
}

/* The diary works again once the disk does, and says the old or the new; what was said to be saved, is. */
static void
assert_old_or_new (DiaryFixture *self, gboolean saved, const char *old, int day)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *now = nights_text (self->store);
  gboolean is_old = strcmp (now, old) == 0;
  char key[STN_DATE_TEXT_SIZE];

  stn_date_to_text (night_of (day), key);
  g_assert_true (saved ? !is_old && strstr (now, key) != NULL
                       : is_old || strstr (now, key) != NULL);
  diary_fixture_reopen (self);
  g_autofree char *reopened = nights_text (self->store);
  g_assert_cmpstr (reopened, ==, now);
  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
  g_assert_no_error (error);
}

/* Every single operation of saving an entry fails, once or from then on: never "saved" what is not, never half. */
static void
fail_everywhere (DiaryFixture *self, FaultKind kinds, int result, StnStoreError expected)
{
  guint struck = 0;

  for (int forever = 0; forever < 2; forever++)
    for (guint after = 0;; after++) {
      g_autoptr (GError) error = NULL;
      g_autofree char *old = nights_text (self->store);
      int day = 1 + (int) (after % 25);
      g_autoptr (StnNight) before = stn_night_table_load (self->store, night_of (day), NULL);
      g_autoptr (StnNight) changed = stn_night_copy (before);

      g_free (changed->note);
      changed->note = g_strdup_printf ("%d %u", forever, after);
      fault_vfs_arm (kinds, after, forever, result);
      gboolean saved = stn_store_begin (self->store, "edit-night", "person", &error) &&
                       stn_night_table_save (self->store, before, changed, &error) &&
                       stn_store_commit (self->store, NULL, &error);
      stn_store_rollback (self->store);
      guint hits = fault_vfs_disarm ();

      g_assert_true (saved == (error == NULL));
      if (error != NULL && result != SQLITE_IOERR_READ)
        g_assert_error (error, STN_STORE_ERROR, (int) expected);
      assert_old_or_new (self, saved, old, day);
      if (hits == 0)
        break;
      struck += hits;
    }
  g_test_message ("%u operations were made to fail", struck);
  g_assert_cmpuint (struck, >, 4);
}

static void
test_full_disk (DiaryFixture *self, gconstpointer data)
{
  fail_everywhere (self, FAULT_WRITE, SQLITE_FULL, STN_STORE_ERROR_FULL);
}

static void
test_failed_write (DiaryFixture *self, gconstpointer data)
{
  fail_everywhere (self, FAULT_WRITE, SQLITE_IOERR_WRITE, STN_STORE_ERROR_IO);
}

static void
test_failed_sync (DiaryFixture *self, gconstpointer data)
{
  fail_everywhere (self, FAULT_SYNC, SQLITE_IOERR_FSYNC, STN_STORE_ERROR_IO);
}

static void
test_failed_open_or_delete_of_journal (DiaryFixture *self, gconstpointer data)
{
  fail_everywhere (self, FAULT_DELETE | FAULT_TRUNCATE | FAULT_SYNC, SQLITE_IOERR_DELETE,
                   STN_STORE_ERROR_IO);
  fail_everywhere (self, FAULT_OPEN | FAULT_SYNC, SQLITE_IOERR, STN_STORE_ERROR_IO);
}

static void
test_failed_read (DiaryFixture *self, gconstpointer data)
{
  diary_fixture_reopen (self); /* nothing in memory */
  fail_everywhere (self, FAULT_READ | FAULT_SYNC, SQLITE_IOERR_READ, STN_STORE_ERROR_IO);
}

/* A backup that fails leaves the old one as it was, and nothing beside it. */
static void
test_failed_backup (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_build_filename (self->folder, "backups", NULL);
  g_autofree char *path = g_build_filename (folder, "backup.db", NULL);
  guint struck = 0;
  guint hits = 1;

  g_assert_no_errno (g_mkdir (folder, 0700));
  g_assert_true (stn_store_back_up (self->store, path, &error));
  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  for (guint after = 0; hits > 0; after++) {
    g_autofree char *old = digest_of (path);

    fault_vfs_arm (FAULT_WRITE | FAULT_SYNC | FAULT_OPEN, after, TRUE, SQLITE_FULL);
    gboolean made = stn_store_back_up (self->store, path, &error);
    hits = fault_vfs_disarm ();
    struck += hits;
    g_autofree char *now = digest_of (path);
    g_assert_true (made == (hits == 0));
    g_assert_true (made == (strcmp (now, old) != 0));
    g_assert_true (made || g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_FULL) ||
                   g_error_matches (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN));
    g_assert_cmpuint (count_files (folder), ==, 1);
    g_clear_error (&error);
  }
  g_assert_cmpuint (struck, >, 4);
}

/* A diary that cannot be made whole is not there at all. */
static void
test_failed_creation (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (self->folder, "new", NULL);
  g_autofree char *path = g_build_filename (folder, "diary.db", NULL);
  guint struck = 0;
  guint hits = 1;

  for (guint after = 0; hits > 0; after++) {
    g_autoptr (GError) error = NULL;

    fault_vfs_arm (FAULT_ALL & ~(guint) FAULT_READ, after, TRUE, SQLITE_IOERR);
    g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_CREATE, self->clock, &error);
    hits = fault_vfs_disarm ();
    struck += hits;
    g_assert_true ((store == NULL) == (error != NULL));
    /* The file is whole as soon as it has its name; only opening it may have failed then. */
    g_assert_true (count_files (folder) == 0 || stn_store_verify (path, self->clock, NULL, &error));
    g_assert_cmpuint (count_files (folder), <=, 1);
    g_clear_pointer (&store, stn_store_close);
    diary_fixture_remove_tree (folder);
  }
  g_assert_cmpuint (struck, >, 4);
}

/* Each operation of a migration fails: the diary stays what it was, or is the new one. */
static void
test_failed_migration (DiaryFixture *self, gconstpointer data)
{
  const StnSchema *current = stn_schema_get_current ();
  g_autofree const char **steps = g_new (const char *, current->version + 1);
  const StnSchema newer = {steps, current->version + 1};
  g_autoptr (GError) error = NULL;
  g_autofree char *old = NULL;
  guint struck = 0;
  guint hits = 1;

  memcpy (steps, current->steps, (gsize) current->version * sizeof *steps);
  steps[current->version] = "ALTER TABLE night ADD COLUMN mood TEXT";
  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), >, 0);
  old = nights_text (self->store);
  for (guint after = 0; hits > 0; after++) {
    g_clear_pointer (&self->store, stn_store_close);
    fault_vfs_arm (FAULT_ALL & ~(guint) FAULT_READ, after, TRUE, SQLITE_IOERR);
    self->store =
      stn_store_open_with_schema (self->path, STN_STORE_EXISTING, self->clock, &newer, &error);
    hits = fault_vfs_disarm ();
    struck += hits;
    g_assert_true ((self->store == NULL) == (error != NULL));
    g_clear_error (&error);
    if (self->store == NULL) /* as the older program would, or else as the newer one */
      self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, NULL);
    if (self->store == NULL)
      self->store =
        stn_store_open_with_schema (self->path, STN_STORE_EXISTING, self->clock, &newer, &error);
    g_assert_no_error (error);
    g_autofree char *now = nights_text (self->store);
    g_assert_cmpstr (now, ==, old);
  }
  g_assert_cmpuint (struck, >, 10);
}

/* The sentence that a person reads. */
static void
test_full_disk_is_said (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *expected = g_strdup_printf ("'%s': no space left on the disk", self->path);

  fault_vfs_arm (FAULT_WRITE, 0, TRUE, SQLITE_FULL);
  g_assert_cmpint (log_no_cramps (self->store, night_of (21), &error), ==, -1);
  g_assert_cmpuint (fault_vfs_disarm (), >, 0);
  stn_store_rollback (self->store);
  g_assert_nonnull (strstr (error->message, expected));
}

/* A real limit of the kernel instead of a pretended one: no file may grow beyond so many bytes. */
static struct rlimit
set_size_limit (rlim_t bytes)
{
  struct rlimit old, limit;

  signal (SIGXFSZ, SIG_IGN); /* the write fails instead */
  g_assert_no_errno (getrlimit (RLIMIT_FSIZE, &old));
  limit = (struct rlimit){bytes, old.rlim_max};
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &limit));
  return old;
}

static guint
log_nights (DiaryFixture *self, guint max, GError **error)
{
  guint saved = 0;

  while (saved < max &&
         log_no_cramps (self->store, stn_date_add_days (night_of (1), (int) saved), error) > 0)
    saved++;
  stn_store_rollback (self->store);
  return saved;
}

static void
test_size_limit (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct rlimit old = set_size_limit (160 * 1024);
  guint saved = log_nights (self, 400, &error);
  StnStoreReport report;

  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &old));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_FULL);
  g_clear_error (&error);
  g_assert_cmpuint (saved, >, 20);
  g_assert_true (stn_store_verify (self->path, self->clock, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.nights, ==, saved);
  /* There is space again: it goes on. */
  g_assert_cmpint (log_no_cramps (self->store, stn_date_new (2026, 10, 1), &error), >, 0);
}

static void
test_size_limit_control (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (log_nights (self, 400, &error), ==, 400);
  g_assert_no_error (error);
}

/* Here the journal is what does not fit. */
static void
test_size_limit_of_journal (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights = NULL;

  g_assert_cmpuint (log_nights (self, 400, &error), ==, 400);
  g_autofree char *before = nights_text (self->store);
  nights = stn_night_table_load_range (self->store, STN_NO_DATE, STN_NO_DATE, &error);
  struct rlimit old = set_size_limit (16 * 1024);
  gboolean saved = stn_store_begin (self->store, "edit-nights", "person", &error);
  for (guint i = 0; saved && i < nights->len; i++) {
    g_autoptr (StnNight) changed = stn_night_copy (g_ptr_array_index (nights, i));

    changed->note = g_strdup ("changed");
    saved = stn_night_table_save (self->store, g_ptr_array_index (nights, i), changed, &error);
  }
  saved = saved && stn_store_commit (self->store, NULL, &error);
  stn_store_rollback (self->store);
  g_assert_no_errno (setrlimit (RLIMIT_FSIZE, &old));
  g_assert_false (saved);
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_FULL);
  g_autofree char *after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
}

#define fault_test_add(name, test) g_test_add (name, DiaryFixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  fault_test_add ("/store/faults/power-cut", test_power_cut);
  fault_test_add ("/store/faults/power-cut-control", test_power_cut_control);
  fault_test_add ("/store/faults/power-cut-control-wal", test_power_cut_control_wal);
  fault_test_add ("/store/faults/full-disk", test_full_disk);
  fault_test_add ("/store/faults/full-disk-is-said", test_full_disk_is_said);
  fault_test_add ("/store/faults/failed-write", test_failed_write);
  fault_test_add ("/store/faults/failed-sync", test_failed_sync);
  fault_test_add ("/store/faults/failed-open-or-delete-of-journal",
                  test_failed_open_or_delete_of_journal);
  fault_test_add ("/store/faults/failed-read", test_failed_read);
  fault_test_add ("/store/faults/failed-backup", test_failed_backup);
  fault_test_add ("/store/faults/failed-creation", test_failed_creation);
  fault_test_add ("/store/faults/failed-migration", test_failed_migration);
  fault_test_add ("/store/faults/size-limit", test_size_limit);
  fault_test_add ("/store/faults/size-limit-control", test_size_limit_control);
  fault_test_add ("/store/faults/size-limit-of-journal", test_size_limit_of_journal);
  return g_test_run ();
}
