/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-backup.h"
#include "store/stn-restore.h"
#include "store/stn-salvage.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

/* What somebody may have done to a file before it is given to the program. */
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

static char *
make_foreign (DiaryFixture *self)
{
  char *path = g_build_filename (self->folder, "foreign.db", NULL);
  g_autoptr (GRand) rand = test_rand ();

  for (int day = 1; day <= 20; day++) {
    g_autoptr (StnNight) before = stn_night_new (stn_date_new (2026, 11, day));
    g_autoptr (StnNight) after = random_night (rand, before->key);

    save_night (self->store, before, after);
  }
  g_assert_true (stn_store_back_up (self->store, path, NULL));
  return path;
}

static const char *const hostile[] = {
  /* Reading a "table" that counts without end. */
  "DROP VIEW night_summary; ALTER TABLE shown RENAME TO other; CREATE VIEW shown AS WITH RECURSIVE "
  "n (what) AS (VALUES (1) "
  "UNION ALL SELECT what + 1 FROM n) SELECT what, '2026-11-22' AS night FROM n",
  /* A check that computes, at every row that is looked at. */
  "CREATE TABLE x AS SELECT * FROM draft; DROP TABLE draft; CREATE TABLE draft (kind, night, "
  "content, updated, "
  "CHECK (length (randomblob (900000)) > 0))",
  "PRAGMA writable_schema = ON; UPDATE sqlite_schema SET sql = replace (sql, 'CHECK (answer = "
  "''no-cramps'')', "
  "'CHECK (length (hex (zeroblob (99999999))))') WHERE name = 'night'",
  "ALTER TABLE night ADD COLUMN extra TEXT GENERATED ALWAYS AS (hex (zeroblob (1000000)))",
};

static void
test_tables_that_are_not_ours (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *path = make_foreign (self);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_true (stn_store_verify (path, self->clock, NULL, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
    run_sql (path, hostile[i]);
    g_assert_false (stn_store_verify (path, self->clock, NULL, &error));
    g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
    g_test_message ("%s", error->message);
    g_assert_false (stn_store_restore (self->store, path, FALSE, NULL, NULL, NULL));
  }
}

/* A trigger never runs, and what stands beside the tables is never looked at. */
static void
test_what_stands_beside (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_foreign (self);

  run_sql (path, "CREATE TABLE mine (x); CREATE TRIGGER t AFTER UPDATE ON diary BEGIN INSERT INTO "
                 "mine VALUES (1); END;"
                 "CREATE VIEW endless AS WITH RECURSIVE n (x) AS (VALUES (1) UNION ALL SELECT x + "
                 "1 FROM n) SELECT x FROM n");
  g_assert_true (stn_store_verify (path, self->clock, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (stn_store_restore (self->store, path, FALSE, NULL, NULL, &error));
  g_assert_no_error (error);
}

/* How much the file has that no diary has. */
static int
count_others (const char *path)
{
  sqlite3_stmt *select = NULL;
  sqlite3 *db = NULL;
  int n;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db,
                                       "SELECT count (*) FROM sqlite_schema WHERE name GLOB "
                                       "'x_*' OR type = 'trigger'",
                                       -1, &select, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  n = sqlite3_column_int (select, 0);
  sqlite3_finalize (select);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return n;
}

/* A diary that begins as a copy of a file from elsewhere is this program's own; what a person adds to the own one stays. */
static void
test_what_stands_beside_stays_behind (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *path = make_foreign (self);
  g_autofree char *made = g_build_filename (self->folder, "made.db", NULL);
  g_autofree char *backup = g_build_filename (self->folder, "backup.db", NULL);
  g_autofree char *nights = nights_text (self->store);
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;

  run_sql (
    path,
    "CREATE TABLE x_mine (n REFERENCES night (uid)); INSERT INTO x_mine SELECT uid FROM night;"
    "CREATE UNIQUE INDEX x_index ON night (uid, created);"
    "CREATE VIEW \"x_it's \"\"mine\"\"\" AS SELECT * FROM x_mine;"
    "CREATE TRIGGER t AFTER UPDATE ON diary BEGIN DELETE FROM night; END;");
  g_assert_cmpint (count_others (path), ==, 4);
  for (int i = 0; i < 2; i++) {
    g_assert_true (i == 0 ? stn_store_adopt (path, made, self->clock, &error)
                          : stn_store_adopt_over (path, made, self->clock, &aside, &error));
    g_assert_no_error (error);
    g_assert_cmpint (count_others (made), ==, 0);
    g_assert_true (stn_store_verify (made, self->clock, NULL, &error));
    g_assert_no_error (error);
  }
  {
    g_autoptr (StnStore) store = stn_store_open (made, STN_STORE_EXISTING, self->clock, &error);
    g_autofree char *restored = nights_text (store);

    g_assert_cmpstr (restored, ==, nights);
  }
  g_assert_cmpint (count_others (path), ==, 4);
  {
    g_autoptr (StnStore) own = stn_store_open (path, STN_STORE_EXISTING, self->clock, &error);

    g_assert_no_error (error);
    g_assert_true (stn_store_back_up (own, backup, &error));
    g_assert_no_error (error);
  }
  g_assert_cmpint (count_others (backup), ==, 4);
}

/* The root page of the table. */
static guint
root_of (const char *path, const char *table)
{
  g_autofree char *sql =
    g_strdup_printf ("SELECT rootpage FROM sqlite_schema WHERE name = '%s'", table);
  sqlite3_stmt *select = NULL;
  sqlite3 *db = NULL;
  guint root;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &select, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  root = (guint) sqlite3_column_int (select, 0);
  sqlite3_finalize (select);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return root;
}

#define PAGE 4096
#define CHILDREN 50

/* An inner page of a table (https://www.sqlite.org/fileformat2.html, 1.6) all of whose children are the page @child. */
static void
make_inner_page (guint8 *page, guint32 child)
{
  const guint32 number = GUINT32_TO_BE (child);

  memset (page, 0, PAGE);
  page[0] = 5;
  page[4] = CHILDREN;
  page[5] = (PAGE - CHILDREN * 5) >> 8;
  page[6] = (PAGE - CHILDREN * 5) & 0xff;
  memcpy (page + 8, &number, sizeof number);
  for (guint i = 0; i < CHILDREN; i++) {
    const guint cell = PAGE - (i + 1) * 5;

    page[12 + i * 2] = (guint8) (cell >> 8);
    page[13 + i * 2] = (guint8) (cell & 0xff);
    memcpy (page + cell, &number, sizeof number);
    page[cell + 4] = (guint8) (i + 1);
  }
}

/* Makes the table's root page lead 50 times to one page, that 50 times to the next, ...: whoever follows them all is at it for longer
 * than the world is old. */
static void
make_endless (const char *path, const char *table)
{
  enum { LEVELS = 16 };
  const guint root = root_of (path, table);
  g_autoptr (GByteArray) file = g_byte_array_new ();
  g_autofree char *bytes = NULL;
  guint8 page[PAGE];
  guint32 pages;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_cmpuint (size % PAGE, ==, 0);
  g_assert_cmpuint (root, >, 1);
  pages = (guint32) (size / PAGE);
  g_byte_array_append (file, (const guint8 *) bytes, (guint) size);
  for (guint i = 1; i < LEVELS; i++) {
    make_inner_page (page, pages + i + 1);
    g_byte_array_append (file, page, PAGE);
  }
  g_byte_array_append (file, (const guint8 *) bytes + (root - 1) * PAGE, PAGE);
  make_inner_page (file->data + (root - 1) * PAGE, pages + 1);
  pages = GUINT32_TO_BE (pages + LEVELS);
  memcpy (file->data + 28, &pages, sizeof pages);
  g_assert_true (g_file_set_contents (path, (const char *) file->data, (gssize) file->len, NULL));
}

static int
count_down_cb (void *data)
{
  int *left = data;

  return --*left < 0;
}

/* Whether reading all uids of the table takes more than that many thousand instructions of SQLite's machine. */
static gboolean
is_endless (const char *path, const char *table, int thousands)
{
  g_autofree char *sql = g_strdup_printf ("SELECT count (uid) FROM %s NOT INDEXED", table);
  sqlite3 *db = NULL;
  int result;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  sqlite3_progress_handler (db, 1000, count_down_cb, &thousands);
  result = sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  return result == SQLITE_INTERRUPT;
}

/* S10: pages that lead to the same page, which leads to the same page, ...: reading them has an end all the same. */
static void
test_pages_without_end (DiaryFixture *self, gconstpointer data)
{
  static const char *const tables[] = {"night", "change", "diary", "factor"};
  g_autofree char *path = make_foreign (self);
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  g_assert_false (is_endless (path, "night", 1000));
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++) {
    g_autoptr (GError) error = NULL;
    StnSalvageReport report;

    g_assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
    make_endless (path, tables[i]);
    g_assert_true (is_endless (path, tables[i], 1000)); /* the control: it is */
    g_assert_false (stn_store_verify (path, self->clock, NULL, &error));
    g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
    g_test_message ("%s", error->message);
    g_assert_false (stn_store_restore (self->store, path, FALSE, NULL, NULL, NULL));
    g_clear_error (&error);
    stn_salvage (path, to, self->clock, NULL, &report, &error);
    g_assert_no_error (error);
    g_assert_cmpuint (report.nights, >=, 18);
    g_assert_no_errno (g_unlink (to));
  }
}

static void
test_a_value_without_end (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = make_foreign (self);

  run_sql (path, "UPDATE night SET note = hex (zeroblob (5000000)) WHERE night = '2026-11-05'");
  g_assert_false (stn_store_verify (path, self->clock, NULL, &error));
  g_assert_nonnull (error);
  g_assert_false (stn_store_restore (self->store, path, FALSE, NULL, NULL, NULL));
}

/* After such a revision there is none that is later, so that nothing which is written then would count. */
static void
test_a_revision_that_is_none (DiaryFixture *self, gconstpointer data)
{
  static const char *const revisions[] = {
    "ffffffffffff-0000-0123456789abcdef", /* beyond all days */
    "019aa0000000-0000-0123456789ABCDEF", /* another writing of one */
    "9.9.9.9.9.9.9.9.9.9.9.9.9.9.9.9.9.",
  };
  g_autofree char *path = make_foreign (self);
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);

  run_sql (path, "DELETE FROM change; DELETE FROM change_group; UPDATE diary SET forgotten = "
                 "(SELECT max (rev) FROM night)");
  g_assert_true (stn_store_verify (path, self->clock, NULL, NULL)); /* the control */
  for (guint i = 0; i < G_N_ELEMENTS (revisions); i++) {
    g_autofree char *sql =
      g_strdup_printf ("UPDATE diary SET forgotten = '0699e991a7ff-ffff-ffffffffffffffff';"
                       "UPDATE night SET rev = '%s' WHERE night = '2026-11-05'",
                       revisions[i]);
    g_autoptr (GError) error = NULL;
    StnSalvageReport report;

    run_sql (path, sql);
    g_assert_false (stn_store_verify (path, self->clock, NULL, &error));
    g_assert_nonnull (strstr (error->message, revisions[i]));
    g_clear_error (&error);
    /* The night itself is whole. */
    g_assert_true (stn_salvage (path, to, self->clock, NULL, &report, &error));
    g_assert_no_error (error);
    g_assert_cmpuint (report.lost, ==, 0);
    g_assert_no_errno (g_unlink (to));
  }
}

/* R8, S10: bytes changed anywhere: what reads such a file says so or reads it; it never crashes, and never changes it. */
static void
test_mutated (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *path = make_foreign (self);
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);
  g_autoptr (GRand) rand = test_rand ();
  g_autofree char *bytes = NULL;
  const int variants = g_test_slow () ? 10000 : 60;
  guint refused = 0, recovered = 0;
  gsize size;

  g_assert_true (g_file_get_contents (path, &bytes, &size, NULL));
  for (int i = 0; i < variants; i++) {
    g_autofree char *mutant = g_memdup2 (bytes, size);
    g_autofree char *after = NULL;
    const gsize length = i % 5 == 4 ? (gsize) g_rand_int_range (rand, 1, (gint32) size) : size;
    const int changes = g_rand_int_range (rand, 1, 40);
    StnSalvageReport salvage;
    gsize after_size;

    for (int j = 0; j < changes; j++) {
      const gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) size);

      const gsize span = (gsize) g_rand_int_range (rand, 1, 4096);

      if (i % 3 == 0)
        memset (mutant + at, 0, MIN (span, size - at));
      else
        mutant[at] = (char) g_rand_int (rand);
    }
    g_assert_true (g_file_set_contents (path, mutant, (gssize) length, NULL));
    refused += !stn_store_verify (path, self->clock, NULL, NULL);
    (void) !stn_store_restore (self->store, path, TRUE, NULL, NULL, NULL);
    if (stn_salvage (path, to, self->clock, NULL, &salvage, NULL)) {
      recovered++;
      g_assert_true (stn_store_verify (to, self->clock, NULL, NULL));
      g_assert_no_errno (g_unlink (to));
    }
    g_assert_true (g_file_get_contents (path, &after, &after_size, NULL));
    g_assert_cmpmem (after, after_size, mutant, length);
  }
  g_test_message ("of %d variants %u were refused, of %u something was recovered", variants,
                  refused, recovered);
  g_assert_cmpuint (refused * 2, >, (guint) variants);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/foreign/tables-that-are-not-ours", test_tables_that_are_not_ours);
  diary_test_add ("/store/foreign/what-stands-beside", test_what_stands_beside);
  diary_test_add ("/store/foreign/what-stands-beside-stays-behind",
                  test_what_stands_beside_stays_behind);
  diary_test_add ("/store/foreign/pages-without-end", test_pages_without_end);
  diary_test_add ("/store/foreign/a-value-without-end", test_a_value_without_end);
  diary_test_add ("/store/foreign/a-revision-that-is-none", test_a_revision_that_is_none);
  diary_test_add ("/store/foreign/mutated", test_mutated);
  return g_test_run ();
}
