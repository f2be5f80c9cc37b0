/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-verify.h"
#include "store/stn-store-private.h"

#include <glib/gstdio.h>
#include <string.h>

/* The schema of today; the diary of the fixture has it. */
#define NOW 3

/* These are versions to come. */
#define ADD_MOOD "ALTER TABLE night ADD COLUMN mood TEXT;"
#define ADD_WEATHER "CREATE TABLE weather (night TEXT PRIMARY KEY, cold INTEGER) STRICT;"
#define FAILS_HALFWAY "CREATE TABLE half (x TEXT) STRICT; CREATE TABLE night (again TEXT);"

static StnSchema
schema_with (const char **steps, const char *second, const char *third)
{
  const StnSchema *current = stn_schema_get_current ();

  g_assert_cmpint (current->version, ==, NOW);
  memcpy (steps, current->steps, NOW * sizeof *steps);
  steps[NOW] = second;
  steps[NOW + 1] = third;
  return (StnSchema){steps, third != NULL ? NOW + 2 : NOW + 1};
}

static gint64
number (StnStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;

  stn_connection_query_int (stn_store_get_connection (store, NULL), sql, &value, &error);
  g_assert_no_error (error);
  return value;
}

static char *
backup_path (DiaryFixture *self, int version)
{
  return g_strdup_printf ("%s.schema-%d.bak", self->path, version);
}

static void
write_something (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (log_no_cramps (self->store, stn_date_new (2026, 11, 21), &error), >, 0);
}

static void
test_step_by_step_with_backups (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *steps[NOW + 2];
  const StnSchema newer = schema_with (steps, ADD_MOOD, ADD_WEATHER);
  g_autofree char *first = backup_path (self, NOW);
  g_autofree char *second = backup_path (self, NOW + 1);
  StnStoreReport report = {0};

  write_something (self);
  g_autofree char *before = nights_text (self->store);
  g_clear_pointer (&self->store, stn_store_close);
  self->store =
    stn_store_open_with_schema (self->path, STN_STORE_EXISTING, self->clock, &newer, &error);
  g_assert_no_error (error);

  g_autofree char *after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (number (self->store, "PRAGMA user_version"), ==, NOW + 2);
  g_assert_cmpint (number (self->store, "SELECT count (*) FROM weather"), ==, 0);
  g_assert_cmpint (
    number (self->store, "SELECT count (*) FROM pragma_table_info ('night') WHERE name = 'mood'"),
    ==, 1);
  /* The backup of the first step is a diary of the old version with everything in it. */
  g_assert_true (stn_store_verify (first, self->clock, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.nights, ==, 1);
  g_autoptr (StnStore) old = stn_store_open (second, STN_STORE_READ_ONLY, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (number (old, "PRAGMA user_version"), ==, NOW + 1);
}

static void
test_failed_step_changes_nothing (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *steps[NOW + 2];
  const StnSchema newer = schema_with (steps, FAILS_HALFWAY, NULL);

  write_something (self);
  g_autofree char *before = nights_text (self->store);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_null (
    stn_store_open_with_schema (self->path, STN_STORE_EXISTING, self->clock, &newer, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO);
  g_assert_true (g_str_has_prefix (error->message, "cannot migrate diary '"));
  g_clear_error (&error);

  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_autofree char *after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (number (self->store, "PRAGMA user_version"), ==, NOW);
  g_assert_cmpint (number (self->store, "SELECT count (*) FROM sqlite_schema WHERE name = 'half'"),
                   ==, 0);
}

/* Without a backup there is no migration. */
static void
test_no_backup_no_migration (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *steps[NOW + 2];
  const StnSchema newer = schema_with (steps, ADD_MOOD, NULL);
  g_autofree char *in_the_way = backup_path (self, NOW);

  write_something (self);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_no_errno (g_mkdir (in_the_way, 0700));
  g_assert_null (
    stn_store_open_with_schema (self->path, STN_STORE_EXISTING, self->clock, &newer, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (number (self->store, "PRAGMA user_version"), ==, NOW);
}

/* Reading changes nothing: neither the file nor its folder, and the rows are those of the new schema. */
static void
test_older_diary_is_read_in_memory (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *steps[NOW + 2];
  const StnSchema newer = schema_with (steps, ADD_MOOD, ADD_WEATHER);
  g_autofree char *backup = backup_path (self, NOW);
  g_autofree char *file = NULL;
  g_autofree char *file_after = NULL;
  gsize size, size_after;

  write_something (self);
  g_autofree char *before = nights_text (self->store);
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_true (g_file_get_contents (self->path, &file, &size, NULL));
  self->store =
    stn_store_open_with_schema (self->path, STN_STORE_READ_ONLY, self->clock, &newer, &error);
  g_assert_no_error (error);
  g_autofree char *after = nights_text (self->store);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpint (number (self->store, "PRAGMA user_version"), ==, NOW + 2);
  g_assert_cmpint (number (self->store, "SELECT count (*) FROM weather"), ==, 0);
  g_assert_false (stn_connection_execute (stn_store_get_connection (self->store, NULL),
                                          "DELETE FROM weather", "write", NULL));
  g_assert_true (stn_store_is_read_only (self->store));
  g_clear_pointer (&self->store, stn_store_close);
  g_assert_true (g_file_get_contents (self->path, &file_after, &size_after, NULL));
  g_assert_cmpmem (file_after, size_after, file, size);
  g_assert_false (g_file_test (backup, G_FILE_TEST_EXISTS));
}

static void
test_new_diary_is_like_a_grown_one (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *steps[NOW + 2];
  const StnSchema newer = schema_with (steps, ADD_MOOD, ADD_WEATHER);
  g_autofree char *path = g_build_filename (self->folder, "new.db", NULL);

  g_clear_pointer (&self->store, stn_store_close);
  self->store =
    stn_store_open_with_schema (self->path, STN_STORE_EXISTING, self->clock, &newer, &error);
  g_assert_no_error (error);
  g_autoptr (StnStore) fresh =
    stn_store_open_with_schema (path, STN_STORE_CREATE_NEW, self->clock, &newer, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++) {
    const char *sql = i == 0 ? "SELECT count (*) FROM sqlite_schema"
                             : "SELECT sum (length (sql)) FROM sqlite_schema";

    g_assert_cmpint (number (fresh, sql), ==, number (self->store, sql));
  }
  g_assert_cmpint (number (fresh, "PRAGMA user_version"), ==, NOW + 2);
}

/* A diary that is not there yet is never seen half made, and nothing is left of one that could not be made. */
static void
test_failed_creation_leaves_nothing (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *steps[NOW + 2];
  const StnSchema broken = schema_with (steps, FAILS_HALFWAY, NULL);
  g_autofree char *folder = g_build_filename (self->folder, "sub", NULL);
  g_autofree char *path = g_build_filename (folder, "new.db", NULL);

  g_assert_null (stn_store_open_with_schema (path, STN_STORE_CREATE, self->clock, &broken, &error));
  g_assert_nonnull (error);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (dir);
  g_assert_null (g_dir_read_name (dir));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/migration/step-by-step-with-backups", test_step_by_step_with_backups);
  diary_test_add ("/store/migration/failed-step-changes-nothing", test_failed_step_changes_nothing);
  diary_test_add ("/store/migration/no-backup-no-migration", test_no_backup_no_migration);
  diary_test_add ("/store/migration/older-diary-is-read-in-memory",
                  test_older_diary_is_read_in_memory);
  diary_test_add ("/store/migration/new-diary-is-like-a-grown-one",
                  test_new_diary_is_like_a_grown_one);
  diary_test_add ("/store/migration/failed-creation-leaves-nothing",
                  test_failed_creation_leaves_nothing);
  return g_test_run ();
}
