/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "store/stn-backup-folder.h"
#include "store/stn-diary-file.h"
#include "store/stn-draft-table.h"
#include "store/stn-forgetting.h"
#include "store/stn-medicine-table.h"
#include "store/stn-migration.h"
#include "store/stn-salvage.h"
#include "store/stn-setting-table.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>

#define NIGHTS 300
#define NIGHTS_A_GROUP 10
#define FIRST stn_date_new (2026, 1, 1)
#define PAGE 4096

static void
fill (DiaryFixture *self)
{
  g_autoptr (GRand) rand = test_rand ();
  g_autoptr (GError) error = NULL;

  for (int day = 0; day < NIGHTS; day++) {
    const StnDate key = stn_date_add_days (FIRST, day);
    g_autoptr (StnNight) before = stn_night_new (key);
    g_autoptr (StnNight) after = random_night (rand, key);

    if (day % NIGHTS_A_GROUP == 0)
      g_assert_true (stn_store_begin (self->store, "import", "import", &error));
    g_assert_true (stn_night_table_save (self->store, before, after, &error));
    if (day % NIGHTS_A_GROUP == NIGHTS_A_GROUP - 1)
      g_assert_true (stn_store_commit (self->store, NULL, &error));
  }
  g_assert_true (stn_store_begin (self->store, "set-x", "person", &error));
  g_assert_true (stn_setting_table_put (self->store, "reminder", "21:00", &error));
  g_assert_true (stn_store_commit (self->store, NULL, &error));
  g_assert_true (stn_draft_table_put (self->store, "night", FIRST, "typed, not saved", &error));
  g_clear_pointer (&self->store, stn_store_close);
}

static GPtrArray *
list_of (const char *path, StnClock *clock)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_READ_ONLY, clock, &error);
  GPtrArray *nights;

  g_assert_no_error (error);
  nights = stn_night_table_load_range (store, STN_NO_DATE, STN_NO_DATE, &error);
  g_assert_no_error (error);
  return nights;
}

typedef struct {
  char *bytes;
  gsize size;
} Bytes;

static Bytes
read_bytes (const char *path)
{
  Bytes bytes;

  g_assert_true (g_file_get_contents (path, &bytes.bytes, &bytes.size, NULL));
  return bytes;
}

/* Recovers @path; nights that came back whole. Checks that @path is untouched and that the new diary passes. */
static guint
recover (DiaryFixture *self, const char *path, GPtrArray *original, guint *ret_wrong)
{
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  StnSalvageReport report;
  const Bytes bytes = read_bytes (path);
  guint whole = 0;

  before = bytes.bytes;
  *ret_wrong = 0;
  if (!stn_salvage (path, to, self->clock, NULL, &report, &error)) {
    g_test_message ("%s", error->message);
    g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
    return 0;
  }
  {
    const Bytes now = read_bytes (path);

    after = now.bytes;
    g_assert_cmpmem (before, bytes.size, after, now.size);
  }
  g_assert_true (stn_store_verify (to, self->clock, NULL, &error));
  g_assert_no_error (error);
  nights = list_of (to, self->clock);
  g_assert_cmpuint (nights->len, ==, report.nights);
  for (guint i = 0, j = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    while (j < original->len &&
           stn_date_compare (((StnNight *) original->pdata[j])->key, night->key) < 0)
      j++;
    if (j < original->len && is_same_night (original->pdata[j], night))
      whole++;
    else
      ++*ret_wrong;
  }
  g_assert_no_errno (g_unlink (to));
  return whole;
}

/* As somebody spoils a file: @n pages from @page on are zeros, or rubbish. */
static char *
spoil (DiaryFixture *self, gsize from, gsize length, int byte)
{
  char *path = g_build_filename (self->folder, "damaged.db", NULL);
  g_autofree char *bytes = NULL;
  Bytes read = read_bytes (self->path);

  bytes = read.bytes;
  memset (bytes + from, byte, MIN (length, read.size - from));
  g_assert_true (g_file_set_contents (path, bytes, (gssize) read.size, NULL));
  return path;
}

static void
test_sound_diary (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);
  g_autofree char *draft = NULL;
  g_autofree char *reminder = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) original = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  g_autoptr (StnStore) store = NULL;
  StnSalvageReport report;

  fill (self);
  original = list_of (self->path, self->clock);
  g_assert_true (stn_salvage (self->path, to, self->clock, NULL, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.lost, ==, 0);
  g_assert_cmpuint (report.nights, ==, original->len);
  nights = list_of (to, self->clock);
  for (guint i = 0; i < original->len; i++)
    assert_same_night (original->pdata[i], nights->pdata[i]);
  store = stn_store_open (to, STN_STORE_EXISTING, self->clock, &error);
  g_assert_true (stn_draft_table_get (store, "night", FIRST, &draft, &error));
  g_assert_cmpstr (draft, ==, "typed, not saved");
  reminder = stn_setting_table_get (store, "reminder", "", &error);
  g_assert_cmpstr (reminder, ==, "21:00");
  /* Life goes on in it. */
  g_assert_cmpint (log_no_cramps (store, stn_date_new (2026, 11, 21), &error), >, 0);
  g_assert_true (stn_store_verify (to, self->clock, NULL, &error));
  g_assert_no_error (error);
  /* Never over something that is there. */
  g_assert_false (stn_salvage (self->path, to, self->clock, NULL, &report, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS);
}

/* R8: any page gone, anywhere: of the nights whose pages were not touched at least 99 in 100 come back, none is made up. */
static void
test_any_page_zeroed (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) original = NULL;
  g_autofree char *bytes = NULL;
  guint worst = NIGHTS;
  gsize size;

  fill (self);
  original = list_of (self->path, self->clock);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  for (gsize page = 0; page < size / PAGE; page += g_test_slow () ? 1 : 7) {
    g_autofree char *path = spoil (self, page * PAGE, PAGE, page % 2 == 0 ? 0 : 0x5a);
    guint wrong;
    const guint whole = recover (self, path, original, &wrong);

    if (whole < worst)
      g_test_message ("page %" G_GSIZE_FORMAT ": %u of %u nights, %u otherwise", page + 1, whole,
                      original->len, wrong);
    worst = MIN (worst, whole);
  }
  g_test_message ("worst: %u of %u nights", worst, original->len);
  g_assert_cmpuint (worst * 100, >=, original->len * 99);
}

static void
test_truncated (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) original = NULL;
  g_autofree char *path = g_build_filename (self->folder, "damaged.db", NULL);
  g_autofree char *bytes = NULL;
  gsize size;
  guint last = NIGHTS + 1;

  fill (self);
  original = list_of (self->path, self->clock);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  for (int tenth = 9; tenth >= 1; tenth -= 4) {
    guint wrong, whole;

    g_assert_true (g_file_set_contents (path, bytes, (gssize) (size * (gsize) tenth / 10), NULL));
    whole = recover (self, path, original, &wrong);
    g_test_message ("%d tenths of the file: %u of %u nights", tenth, whole, original->len);
    g_assert_cmpuint (whole, <=, last);
    last = whole;
    /* 84 to 89 in 100 by the seed: what is newest lies at the end, in tables and log alike. */
    if (tenth == 9)
      g_assert_cmpuint (whole * 100, >=, original->len * 80);
  }
}

/* The tables alone, without a log of changes, as after "Forget now". */
static void
test_without_log (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) original = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *bytes = NULL;
  guint wrong, whole;
  gsize size;

  fill (self);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_true (stn_store_forget (self->store, &error));
  g_clear_pointer (&self->store, stn_store_close);
  original = list_of (self->path, self->clock);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  path = spoil (self, 20 * PAGE, PAGE, 0);
  whole = recover (self, path, original, &wrong);
  g_test_message ("%u of %u nights, %u otherwise", whole, original->len, wrong);
  g_assert_cmpuint (whole * 10, >=, original->len * 7);
}

/* (element-type gsize) the pages on which the list of tables stands: the first, and those that it leads to. */
static GArray *
pages_of_schema (const guint8 *bytes)
{
  const guint8 *header = bytes + 100;
  GArray *pages = g_array_new (FALSE, FALSE, sizeof (gsize));
  const guint cells = (guint) header[3] << 8 | header[4];
  gsize page = 0;

  g_array_append_val (pages, page);
  g_assert_cmpint (header[0], ==, 5); /* it has more than one */
  for (guint i = 0; i <= cells; i++) {
    const guint8 *number =
      i == cells ? header + 8 : bytes + ((guint) header[12 + 2 * i] << 8 | header[13 + 2 * i]);

    page =
      ((gsize) number[0] << 24 | (gsize) number[1] << 16 | (gsize) number[2] << 8 | number[3]) - 1;
    g_array_append_val (pages, page);
  }
  return pages;
}

static void
forget (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_true (stn_store_forget (self->store, &error));
  g_clear_pointer (&self->store, stn_store_close);
}

/* Each page of the list of tables is spoiled; @min: nights in 100 that come back all the same. */
static void
assert_recovered_without_list (DiaryFixture *self, guint min)
{
  g_autoptr (GPtrArray) original = list_of (self->path, self->clock);
  g_autoptr (GArray) pages = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  pages = pages_of_schema ((const guint8 *) bytes);
  g_assert_cmpuint (pages->len, >, 2);
  for (guint i = 0; i < pages->len; i++) {
    g_autofree char *path =
      spoil (self, g_array_index (pages, gsize, i) * PAGE, PAGE, i % 2 == 0 ? 0 : 0x5a);
    guint wrong;
    const guint whole = recover (self, path, original, &wrong);

    g_test_message ("page %" G_GSIZE_FORMAT ": %u of %u nights",
                    g_array_index (pages, gsize, i) + 1, whole, original->len);
    g_assert_cmpuint (whole * 100, >=, original->len * min);
    g_assert_cmpuint (wrong, ==, 0);
  }
}

/* R8: nothing says what tables there are, and there is neither log nor backup: where they begin is known. */
static void
test_without_log_and_list (DiaryFixture *self, gconstpointer data)
{
  fill (self);
  forget (self);
  assert_recovered_without_list (self, 99);
}

/* The same of a diary that was begun with the first version: what that version knew is found. */
static void
test_grown_without_list (DiaryFixture *self, gconstpointer data)
{
  const StnSchema first = {stn_schema_get_current ()->steps, 1};
  g_autoptr (GError) error = NULL;
  sqlite3 *db = NULL;

  g_clear_pointer (&self->store, stn_store_close);
  g_assert_no_errno (g_unlink (self->path));
  g_assert_true (stn_migration_create (self->path, self->clock, &first, &error));
  /* So that what later versions add comes to stand elsewhere. */
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (db,
                  "WITH RECURSIVE n (x) AS (VALUES (1) UNION ALL SELECT x + 1 FROM n LIMIT 900) "
                  "INSERT INTO weekly_refresh SELECT printf ('%0200d', x), '2026-01-01', '' FROM n",
                  NULL, NULL, NULL),
    ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  diary_fixture_put_factors (self->store);
  fill (self);
  forget (self);
  assert_recovered_without_list (self, 99);
}

/* R8: the row of a factor is lost, and no log tells of it: its values are kept, under what it is known by. */
static void
test_lost_factor (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);
  g_autoptr (GPtrArray) original = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  g_autoptr (GPtrArray) factors = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) rescued = NULL;
  g_autoptr (GPtrArray) catalogue =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);
  StnSalvageReport report;
  sqlite3 *db = NULL;

  g_ptr_array_add (catalogue, stn_factor_new ("fluids", STN_FACTOR_CONTINUOUS));
  g_ptr_array_add (catalogue,
                   stn_factor_new ("stress", STN_FACTOR_BINARY)); /* it has other values */
  for (guint i = 0; i < catalogue->len; i++) {
    StnFactor *factor = g_ptr_array_index (catalogue, i);

    factor->built_in = TRUE;
    factor->unit = g_strdup ("ml");
  }
  fill (self);
  forget (self);
  original = list_of (self->path, self->clock);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "DELETE FROM factor", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);

  g_assert_true (stn_salvage (self->path, to, self->clock, catalogue, &report, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (report.lost, ==, 4);
  g_assert_true (stn_store_verify (to, self->clock, NULL, &error));
  g_assert_no_error (error);
  nights = list_of (to, self->clock);
  g_assert_cmpuint (nights->len, ==, original->len);
  for (guint i = 0; i < original->len; i++)
    assert_same_night (original->pdata[i], nights->pdata[i]);
  rescued = stn_store_open (to, STN_STORE_READ_ONLY, self->clock, &error);
  factors = stn_factor_table_list (rescued, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (factors->len, ==, 4);
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    g_assert_cmpint (factor->kind, ==,
                     g_str_equal (factor->slug, "stretch") ? STN_FACTOR_BINARY
                                                           : STN_FACTOR_CONTINUOUS);
    g_assert_cmpint (factor->built_in, ==, g_str_equal (factor->slug, "fluids"));
    g_assert_cmpstr (factor->unit, ==, factor->built_in ? "ml" : NULL);
  }
}

static void
test_nothing_in_it (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *path = g_build_filename (self->folder, "rubbish.db", NULL);
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GRand) rand = test_rand ();
  StnSalvageReport report;
  guint8 bytes[3 * PAGE];

  for (int i = 0; i < 50; i++) {
    for (gsize j = 0; j < sizeof bytes; j++)
      bytes[j] = (guint8) g_rand_int (rand);
    bytes[0] = bytes[PAGE] = 0x0d;
    g_assert_true (g_file_set_contents (path, (char *) bytes, sizeof bytes, NULL));
    g_assert_false (stn_salvage (path, to, self->clock, NULL, &report, &error));
    g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOT_A_DIARY);
    g_clear_error (&error);
  }
  g_assert_false (g_file_test (to, G_FILE_TEST_EXISTS));
}

/* One night that cannot be true does not keep the others from being read, and is not shown by half. */
static void
test_one_damaged_night (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) original = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  g_autoptr (GArray) unreadable = NULL;
  g_autoptr (GError) error = NULL;
  sqlite3 *db;

  fill (self);
  original = list_of (self->path, self->clock);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA ignore_check_constraints = ON;"
                                 "UPDATE night SET updated = 'x' WHERE night IN"
                                 " (SELECT night FROM night WHERE deleted = 0 ORDER BY night"
                                 "  LIMIT 2 OFFSET 60)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  const guint spoiled = (guint) sqlite3_total_changes (db);
  sqlite3_close (db);
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_null (stn_night_table_load_range (self->store, STN_NO_DATE, STN_NO_DATE, NULL));
  nights =
    stn_night_table_load_readable (self->store, STN_NO_DATE, STN_NO_DATE, &unreadable, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (spoiled, ==, 2);
  g_assert_cmpuint (unreadable->len, ==, spoiled);
  g_assert_cmpuint (nights->len + spoiled, ==, original->len);
  g_test_message ("%u left out", spoiled);
}

/* The page on which the newest nights are found: the last below the index of the table's key, which has nights for 300 days. */
static gsize
last_page_of_nights (const char *path, const guint8 *bytes)
{
  sqlite3_stmt *select = NULL;
  sqlite3 *db = NULL;
  gsize root;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_prepare_v2 (db,
                        "SELECT rootpage FROM sqlite_schema WHERE tbl_name = 'night' "
                        "AND type = 'index' ORDER BY name LIMIT 1",
                        -1, &select, NULL),
    ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (select), ==, SQLITE_ROW);
  root = (gsize) sqlite3_column_int (select, 0);
  sqlite3_finalize (select);
  sqlite3_close (db);
  bytes += (root - 1) * PAGE;
  g_assert_cmpint (bytes[0], ==, 2); /* an inner page of an index: its last child stands at 8 */
  return ((gsize) bytes[8] << 24 | (gsize) bytes[9] << 16 | (gsize) bytes[10] << 8 | bytes[11]) - 1;
}

/* Days on which nobody wrote, behind the last night that can be found, are no damaged nights. */
static void
test_newest_nights_damaged (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) nights = NULL;
  g_autoptr (GArray) unreadable = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size, page;

  fill (self);
  g_assert_true (g_file_get_contents (self->path, &bytes, &size, NULL));
  page = last_page_of_nights (self->path, (const guint8 *) bytes);
  memset (bytes + page * PAGE, 0, PAGE);
  g_assert_true (g_file_set_contents (self->path, bytes, (gssize) size, NULL));
  self->store = stn_store_open (self->path, STN_STORE_EXISTING, self->clock, &error);
  g_assert_no_error (error);
  nights =
    stn_night_table_load_readable (self->store, STN_NO_DATE, STN_NO_DATE, &unreadable, &error);
  g_assert_no_error (error);
  g_test_message ("%u nights, %u days that cannot be read", nights->len, unreadable->len);
  g_assert_cmpuint (unreadable->len, >, 0);
  g_assert_cmpuint (nights->len + unreadable->len, <=, 400);
}

static void
put_medicine (StnStore *store, const char *name)
{
  g_autoptr (StnMedicine) medicine = stn_medicine_new (name);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (medicine->changes, stn_medicine_change_new (STN_MEDICINE_START, FIRST, NULL));
  g_assert_true (stn_store_begin (store, "add-medicine", "person", &error));
  g_assert_true (stn_medicine_table_save (store, NULL, medicine, &error));
  g_assert_true (stn_store_commit (store, NULL, &error));
}

/* R8: a record that can no longer be true, in a diary without a log, is left out, and nothing else. */
static void
test_records_that_cannot_be (DiaryFixture *self, gconstpointer data)
{
  static const char *const names[] = {"Alpha", "Beta", "Gamma", "Jota", "Kappa"};
  g_autofree char *to = g_build_filename (self->folder, "recovered.db", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnStore) rescued = NULL;
  g_autoptr (GPtrArray) nights = NULL;
  g_autoptr (GPtrArray) medicines = NULL;
  StnSalvageReport report;
  sqlite3 *db = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    put_medicine (self->store, names[i]);
  fill (self);
  nights = list_of (self->path, self->clock);
  g_assert_cmpint (sqlite3_open (self->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (
    sqlite3_exec (db,
                  "UPDATE diary SET forgotten = (SELECT max (rev) FROM change);"
                  "DELETE FROM change; DELETE FROM change_group;"
                  "DELETE FROM medicine_change WHERE medicine IN (SELECT uid FROM medicine WHERE "
                  "name = 'Beta');"
                  "UPDATE medicine SET name = 'two' || char (10) || 'lines' WHERE name = 'Jota'",
                  NULL, NULL, NULL),
    ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_assert_false (stn_store_verify (self->path, self->clock, NULL, NULL)); /* the control */

  stn_salvage (self->path, to, self->clock, NULL, &report, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (report.nights, ==, nights->len);
  g_assert_cmpuint (report.lost, ==, 3); /* one row of Beta, two of Jota */
  stn_store_verify (to, self->clock, NULL, &error);
  g_assert_no_error (error);
  rescued = stn_store_open (to, STN_STORE_READ_ONLY, self->clock, &error);
  g_assert_no_error (error);
  medicines = stn_medicine_table_list (rescued, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (medicines->len, ==, 3);
  for (guint i = 0; i < medicines->len; i++)
    g_assert_cmpstr (((StnMedicine *) g_ptr_array_index (medicines, i))->name, ==, names[2 * i]);
}

static void
test_set_aside (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *journal = g_strconcat (self->path, "-journal", NULL);
  const StnDate today = stn_date_new (2026, 11, 22);

  g_clear_pointer (&self->store, stn_store_close);
  for (int i = 1; i <= 2; i++) {
    g_autofree char *name = NULL;
    g_autofree char *moved_journal = NULL;
    g_autofree char *content = NULL;

    g_assert_true (g_file_set_contents (self->path, "damaged", 7, NULL));
    g_assert_true (g_file_set_contents (journal, "journal", 7, NULL));
    g_assert_true (stn_diary_file_set_aside (self->path, STN_DAMAGED_MARK, today, &name, NULL));
    g_assert_true (
      g_str_has_suffix (name, i == 1 ? ".damaged-2026-11-22" : ".damaged-2026-11-22-2"));
    g_assert_false (g_file_test (self->path, G_FILE_TEST_EXISTS));
    moved_journal = g_strconcat (name, "-journal", NULL);
    g_assert_true (g_file_get_contents (moved_journal, &content, NULL, NULL));
    g_assert_cmpstr (content, ==, "journal");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  diary_test_add ("/store/salvage/sound-diary", test_sound_diary);
  diary_test_add ("/store/salvage/any-page", test_any_page_zeroed);
  diary_test_add ("/store/salvage/truncated", test_truncated);
  diary_test_add ("/store/salvage/without-log", test_without_log);
  diary_test_add ("/store/salvage/without-log-and-list", test_without_log_and_list);
  diary_test_add ("/store/salvage/grown-without-list", test_grown_without_list);
  diary_test_add ("/store/salvage/lost-factor", test_lost_factor);
  diary_test_add ("/store/salvage/nothing-in-it", test_nothing_in_it);
  diary_test_add ("/store/salvage/one-damaged-night", test_one_damaged_night);
  diary_test_add ("/store/salvage/newest-nights-damaged", test_newest_nights_damaged);
  diary_test_add ("/store/salvage/records-that-cannot-be", test_records_that_cannot_be);
  diary_test_add ("/store/salvage/set-aside", test_set_aside);
  return g_test_run ();
}
