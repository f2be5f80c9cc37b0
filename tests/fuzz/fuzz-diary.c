/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/*
 * A diary from elsewhere, damaged or made to harm. First byte: through which door it comes, and whether the rest is the file itself
 * (bit 7) or changes to a sound diary (fixtures/fuzz/diary.db): each a byte for what is done, then where, then with what. So an input
 * is short, and what libFuzzer changes of it changes pages, pointers, cells or definitions of a file that is otherwise whole.
 *
 * Whatever comes in: the file stays as it is, the diary that takes it in stays as it was or verifies.
 */
#include "fuzz-target.h"

#include "diary/stn-diary-archive.h"
#include "diary/stn-settings.h"
#include "store/stn-restore.h"
#include "diary/stn-safekeeping.h"
#include "store/stn-verify.h"

#include <sqlite3.h>
#include <string.h>

#define CHANGES_MAX 24
#define FILE_MAX (1 << 20)
#define IS_FILE 0x80

static char *foreign, *own, *rescued;
static GBytes *sound, *empty;

/* The bytes of the input, one after the other; 0 when there are no more. */
typedef struct {
  const guint8 *bytes;
  gsize size;
} Input;

static guint
take (Input *self)
{
  guint byte;

  if (self->size == 0)
    return 0;
  byte = *self->bytes++;
  self->size--;
  return byte;
}

static guint
take_u16 (Input *self)
{
  guint high = take (self);

  return high << 8 | take (self);
}

static GBytes *
read_file (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *bytes;
  gsize size;

  g_file_get_contents (path, &bytes, &size, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (bytes, size);
}

void
fuzz_target_set_up (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *new_diary = fuzz_path ("new.db");

  foreign = fuzz_path ("foreign.db");
  own = fuzz_path ("own.db");
  rescued = fuzz_path ("rescued.db");
  stn_store_close (stn_store_open (new_diary, STN_STORE_CREATE, fuzz_clock (), &error));
  g_assert_no_error (error);
  empty = read_file (new_diary);
  sound = read_file (STN_FUZZ_DIARY);
  stn_store_verify (STN_FUZZ_DIARY, fuzz_clock (), NULL, &error);
  g_assert_no_error (error);
}

/* Changes */

static gsize
page_size (const GByteArray *file)
{
  gsize said = file->len >= 100 ? (gsize) file->data[16] << 8 | file->data[17] : 0;

  return said >= 512 ? said : 512;
}

/* A place in the file: two bytes for the page, two within it. */
static gsize
take_place (Input *input, const GByteArray *file)
{
  const gsize size = page_size (file);
  gsize page = take_u16 (input);
  gsize within = take_u16 (input);

  return (page * size + within % size) % file->len;
}

static void
overwrite (Input *input, GByteArray *file)
{
  gsize at = take_place (input, file);

  for (guint n = take (input) % 32 + 1; n > 0 && at < file->len; n--)
    file->data[at++] = (guint8) take (input);
}

static void
erase (Input *input, GByteArray *file)
{
  const gsize at = take_place (input, file);
  const gsize length = take_u16 (input) % 4096;

  memset (file->data + at, take (input) == 0 ? 0 : 0xff, MIN (length, file->len - at));
}

static void
copy_page (Input *input, GByteArray *file)
{
  const gsize size = page_size (file), pages = file->len / size;
  const gsize from = take_u16 (input), to = take_u16 (input);

  if (pages > 0)
    memmove (file->data + to % pages * size, file->data + from % pages * size, size);
}

static void
cut_off (Input *input, GByteArray *file)
{
  g_byte_array_set_size (file, (guint) take_place (input, file) + 1);
}

/* A number of a page where SQLite looks for one. */
static void
point_elsewhere (Input *input, GByteArray *file)
{
  const gsize at = take_place (input, file);
  const guint32 page = GUINT32_TO_BE (take_u16 (input));

  if (at + sizeof page <= file->len)
    memcpy (file->data + at, &page, sizeof page);
}

static const char *const tables[] = {
  "night",          "episode",         "factor",    "factor_value",
  "medicine",       "medicine_change", "visit",     "question",
  "setting",        "medicine_intake", "condition", "change_group",
  "change",         "diary",           "sign",      "flag",
  "running_cramp",  "reminder",        "session",   "routine",
  "weekly_refresh", "draft",           "shown",     "sqlite_sequence",
};

static char *
take_text (Input *input, gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++) {
    guint byte = take (input);

    if (byte != 0)
      g_string_append_c (text, (char) byte);
  }
  return g_string_free (text, FALSE);
}

static char *
take_value (Input *input)
{
  const guint kind = take (input);
  g_autofree char *text = take_text (input, kind % 32);
  char *quoted = sqlite3_mprintf ("%Q", text);
  char *value;

  switch (kind / 32) {
  case 0:
    value = g_strdup ("NULL");
    break;
  case 1:
    value = g_strdup_printf ("%d", (int) take_u16 (input) - 32768);
    break;
  case 2:
    value = g_strdup ("9e999");
    break;
  case 3:
    value = g_strdup_printf ("CAST (%s AS BLOB)", quoted);
    break;
  case 4:
    value = g_strdup_printf ("hex (zeroblob (%u * 10))", take_u16 (input));
    break;
  case 5:
    value = g_strdup_printf ("%g", (take_u16 (input) - 32768) / 7.0 * 1e6);
    break;
  default:
    value = g_strdup (quoted);
  }
  sqlite3_free (quoted);
  return value;
}

/* (transfer full) (nullable) the name of a column of the table. */
static char *
take_column (Input *input, sqlite3 *db, const char *table)
{
  g_autofree char *sql = g_strdup_printf ("SELECT name FROM pragma_table_info ('%s')", table);
  guint number = take (input) % 24;
  sqlite3_stmt *list = NULL;
  char *name = NULL;

  if (sqlite3_prepare_v2 (db, sql, -1, &list, NULL) == SQLITE_OK)
    while (sqlite3_step (list) == SQLITE_ROW) {
      g_free (name);
      name = g_strdup ((const char *) sqlite3_column_text (list, 0));
      if (number-- == 0)
        break;
    }
  sqlite3_finalize (list);
  return name;
}

static void
execute (sqlite3 *db, char *sql)
{
  sqlite3_exec (db, sql, NULL, NULL, NULL);
  g_free (sql);
}

static void
change_cell (Input *input, sqlite3 *db)
{
  const char *table = tables[take (input) % G_N_ELEMENTS (tables)];
  g_autofree char *column = take_column (input, db, table);
  const guint row = take (input);
  g_autofree char *value = take_value (input);

  if (column != NULL)
    execute (
      db, g_strdup_printf ("UPDATE \"%s\" SET \"%s\" = %s WHERE rowid IN (SELECT rowid FROM \"%s\" "
                           "LIMIT 1 OFFSET %u)",
                           table, column, value, table, row % 16));
}

static void
change_rows (Input *input, sqlite3 *db)
{
  const char *table = tables[take (input) % G_N_ELEMENTS (tables)];

  switch (take (input) % 3) {
  case 0:
    execute (db, g_strdup_printf ("DELETE FROM \"%s\" WHERE rowid %% %u = 0", table,
                                  take (input) % 9 + 1));
    break;
  case 1:
    execute (db, g_strdup_printf ("UPDATE \"%s\" SET rowid = rowid + %d", table,
                                  (int) take_u16 (input) - 99));
    break;
  default:
    execute (db, g_strdup_printf ("INSERT INTO \"%s\" SELECT * FROM \"%s\"", table, table));
  }
}

/* What the file says that its tables are. */
static void
change_definition (Input *input, sqlite3 *db)
{
  const guint which = take (input) % 80;
  g_autofree char *text = take_text (input, take (input) % 64);
  const guint at = take_u16 (input) % 2000, length = take (input);
  char *sql;

  switch (take (input) % 4) {
  case 0:
    sql = sqlite3_mprintf (
      "UPDATE sqlite_schema SET sql = substr (sql, 1, %u) || %Q || substr (sql, %u) "
      "WHERE rowid = %u",
      at, text, at + length, which);
    break;
  case 1:
    sql = sqlite3_mprintf ("UPDATE sqlite_schema SET rootpage = %u WHERE rowid = %u", at, which);
    break;
  case 2:
    sql = sqlite3_mprintf ("UPDATE sqlite_schema SET name = %Q, tbl_name = %Q WHERE rowid = %u",
                           text, text, which);
    break;
  default:
    sql = sqlite3_mprintf ("%s", text);
  }
  execute (db, g_strdup (sql));
  sqlite3_free (sql);
}

/* Through SQLite, with everything switched off that would say no. */
static void
change_by_sql (Input *input, GByteArray *file, void (*change) (Input *, sqlite3 *))
{
  sqlite3 *db = NULL;
  sqlite3_int64 size = (sqlite3_int64) file->len;
  guint8 *bytes = sqlite3_malloc64 ((sqlite3_uint64) size);

  memcpy (bytes, file->data, file->len);
  g_assert_cmpint (sqlite3_open (":memory:", &db), ==, SQLITE_OK);
  sqlite3_limit (db, SQLITE_LIMIT_VDBE_OP, 25000);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, FILE_MAX);
  sqlite3_deserialize (db, "main", bytes, size, size,
                       SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE);
  sqlite3_exec (db,
                "PRAGMA ignore_check_constraints = ON; PRAGMA writable_schema = ON; PRAGMA "
                "max_page_count = 2000",
                NULL, NULL, NULL);
  change (input, db);
  bytes = sqlite3_serialize (db, "main", &size, 0);
  if (bytes != NULL && size > 0 && size <= FILE_MAX) {
    g_byte_array_set_size (file, 0);
    g_byte_array_append (file, bytes, (guint) size);
  }
  sqlite3_free (bytes);
  sqlite3_close (db);
}

static GByteArray *
make_foreign (Input *input, guint first)
{
  GByteArray *file = g_byte_array_new ();
  gsize size;
  const guint8 *bytes = g_bytes_get_data (sound, &size);

  if ((first & IS_FILE) != 0) {
    g_byte_array_append (file, input->bytes, (guint) input->size);
    return file;
  }
  g_byte_array_append (file, bytes, (guint) size);
  for (guint i = 0; i < CHANGES_MAX && input->size > 0; i++)
    switch (take (input) % 9) {
    case 0:
    case 1:
      overwrite (input, file);
      break;
    case 2:
      erase (input, file);
      break;
    case 3:
      copy_page (input, file);
      break;
    case 4:
      cut_off (input, file);
      break;
    case 5:
      point_elsewhere (input, file);
      break;
    case 6:
      change_by_sql (input, file, change_cell);
      break;
    case 7:
      change_by_sql (input, file, change_rows);
      break;
    default:
      change_by_sql (input, file, change_definition);
    }
  return file;
}

/* Doors */

static void
write_own (GBytes *bytes)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);

  fuzz_write (own, data, size);
}

static void
check_own (gboolean done, GBytes *before)
{
  g_autoptr (GError) error = NULL;
  gsize size;
  const guint8 *bytes = g_bytes_get_data (before, &size);

  if (!done) {
    fuzz_assert_unchanged (own, bytes, size);
    return;
  }
  stn_store_verify (own, fuzz_clock (), NULL, &error);
  g_assert_no_error (error);
}

/* What verifies can be read by everything that reads a diary. */
static void
read_it (gboolean verifies)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnDiary) diary = stn_diary_open (foreign, STN_STORE_READ_ONLY, fuzz_clock (), &error);

  if (!fuzz_check (diary != NULL, &error)) {
    g_assert_false (verifies);
    return;
  }
  g_autoptr (GPtrArray) nights = stn_diary_list_nights (diary, STN_NO_DATE, STN_NO_DATE, &error);
  g_assert_true (fuzz_check (nights != NULL, &error) || !verifies);
  GString *text = stn_diary_export_json (diary, &error);
  g_assert_true (fuzz_check (text != NULL, &error) || !verifies);
  if (text != NULL)
    g_string_free (text, TRUE);
  for (const StnSetting *setting = stn_settings_list (); setting->name != NULL; setting++) {
    g_autofree char *value = stn_diary_get_setting (diary, setting->name, &error);

    g_assert_true (fuzz_check (value != NULL, &error) || !verifies);
  }
}

static void
verify_it (void)
{
  g_autoptr (GError) error = NULL;

  read_it (fuzz_check (stn_store_verify (foreign, fuzz_clock (), NULL, &error), &error));
}

static void
restore_it (void)
{
  g_autoptr (GError) error = NULL;
  gboolean done;

  write_own (empty);
  g_autoptr (StnStore) store = stn_store_open (own, STN_STORE_EXISTING, fuzz_clock (), &error);
  g_assert_no_error (error);
  done = fuzz_check (stn_store_restore (store, foreign, FALSE, NULL, NULL, &error), &error);
  g_clear_pointer (&store, stn_store_close);
  check_own (done, empty);
}

/* @into: a diary that has all of the sound one; a dry run, which does all but keep it. */
static void
merge_it (GBytes *into)
{
  const char *const paths[] = {foreign, NULL};
  const gboolean dry_run = into == sound;
  g_autoptr (GError) error = NULL;
  gboolean done;

  write_own (into);
  g_autoptr (StnDiary) diary = stn_diary_open (own, STN_STORE_EXISTING, fuzz_clock (), &error);
  g_assert_no_error (error);
  g_autoptr (StnJoinReport) report = stn_diary_join (diary, paths, "merge", dry_run, NULL, &error);
  done = fuzz_check (report != NULL, &error);
  g_clear_pointer (&diary, stn_diary_close);
  check_own (done && !dry_run, into);
}

static void
salvage_it (void)
{
  g_autoptr (GError) error = NULL;
  StnSalvageReport report;

  fuzz_remove (rescued);
  if (!fuzz_check (stn_diary_recover (foreign, rescued, fuzz_clock (), &report, &error), &error)) {
    g_assert_false (g_file_test (rescued, G_FILE_TEST_EXISTS));
    return;
  }
  stn_store_verify (rescued, fuzz_clock (), NULL, &error);
  g_assert_no_error (error);
}

/* The person's own diary is damaged, and it is written in. */
static void
write_in_it (const GByteArray *file)
{
  g_autoptr (GError) error = NULL;

  fuzz_write (own, file->data, file->len);
  g_autoptr (StnDiary) diary = stn_diary_open (own, STN_STORE_EXISTING, fuzz_clock (), &error);
  if (!fuzz_check (diary != NULL, &error))
    return;
  for (int day = 1; day <= 3; day++)
    fuzz_check (stn_diary_log_no_cramps (diary, stn_date_new (2026, 11, day * 6), NULL, &error),
                &error);
  fuzz_check (stn_diary_undo (diary, 0, NULL, &error), &error);
}

void
fuzz_target_run (const guint8 *bytes, gsize size)
{
  Input input = {bytes, size};
  const guint first = take (&input);
  g_autoptr (GByteArray) file = make_foreign (&input, first);

  fuzz_write (foreign, file->data, file->len);
  switch ((first & ~(guint) IS_FILE) % 6) {
  case 0:
    verify_it ();
    break;
  case 1:
    restore_it ();
    break;
  case 2:
    merge_it (empty);
    break;
  case 3:
    merge_it (sound);
    break;
  case 4:
    salvage_it ();
    break;
  default:
    write_in_it (file);
  }
  fuzz_assert_unchanged (foreign, file->data, file->len);
}
