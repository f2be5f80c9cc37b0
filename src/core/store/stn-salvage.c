/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-salvage.h"

#include "base/stn-rev.h"
#include "base/stn-uid.h"
#include "base/stn-unfinished.h"
#include "model/stn-night.h"
#include "store/stn-diary-file.h"
#include "store/stn-migration.h"
#include "store/stn-night-table.h"
#include "store/stn-page-scan.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"
#include "store/stn-schema-check.h"
#include "store/stn-schema-graft.h"
#include "store/stn-stamp-text.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SELECT_DIARY "SELECT uid, created FROM diary"
#define UPDATE_DIARY "UPDATE diary SET uid = ?, created = ?"
#define SET_FORGOTTEN                                                                              \
  "UPDATE diary SET forgotten = ?" /* no log tells of these rows: as after "Forget now" */
#define SELECT_DRAFTS "SELECT kind, night, content, updated FROM draft"
#define INSERT_DRAFT "INSERT INTO draft (kind, night, content, updated) VALUES (?, ?, ?, ?)"
#define UID_LENGTH 36

typedef struct {
  char *uid;
  StnRow row;
  gint64 place;  /* among rows of one revision: as they were entered */
  char *updated; /* NULL: not known */
  char *created;
} Found;

typedef struct {
  StnConnection *from; /* NULL when SQLite makes nothing of it */
  StnConnection *to;
  GHashTable *found; /* "table uid" -> Found */
  char *now;
  char *last_rev;
  GPtrArray *catalogue; /* nullable */
  StnSalvageReport report;
} Salvage;

static void
found_free (Found *found)
{
  g_free (found->uid);
  stn_row_clear (&found->row);
  g_free (found->updated);
  g_free (found->created);
  g_free (found);
}

/* A state whose revision is spoiled is older than any other of that row, and kept when there is no other. */
#define NO_REV "000000000000-0000-0000000000000000"

/* The newer of two states counts; of the same state the one that the table itself has, in the order that the log gives. */
static void
keep (Salvage *self, Found *found, gboolean is_from_table)
{
  g_autofree char *key = g_strconcat (found->row.table->name, " ", found->uid, NULL);
  Found *other = g_hash_table_lookup (self->found, key);

  if (!stn_rev_is_valid (found->row.rev)) {
    g_free (found->row.rev);
    found->row.rev = g_strdup (NO_REV);
  }
  const int order = other == NULL ? 1 : strcmp (found->row.rev, other->row.rev);

  if (order == 0 && !is_from_table)
    other->place = found->place;
  if (order > 0 || (order == 0 && is_from_table))
    g_hash_table_replace (self->found, g_steal_pointer (&key), found);
  else
    found_free (found);
}

/* From the tables */

static void
read_stamps (Salvage *self, Found *found)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->from, found->row.table->stamps, NULL);
  gboolean row = FALSE;

  if (select == NULL)
    return;
  stn_statement_bind_text (select, 1, found->uid);
  if (!stn_statement_step (select, &row, NULL) || !row)
    return;
  found->updated = g_strdup (stn_statement_get_opt_text (select, 0));
  found->created = g_strdup (stn_statement_get_opt_text (select, 1));
}

static void
take_row (Salvage *self, const StnRowTable *table, const char *uid, gint64 place)
{
  Found *found = g_new0 (Found, 1);
  gboolean is_there = FALSE;

  found->uid = g_strdup (uid);
  found->place = place;
  if (!stn_row_read (self->from, table, uid, &found->row, &is_there, NULL) || !is_there ||
      found->row.rev == NULL || strlen (uid) != UID_LENGTH) {
    found_free (found);
    return;
  }
  read_stamps (self, found);
  keep (self, found, TRUE);
}

/* As far as the rows can be listed: by the index of uids, then as they stand in the table, which is the order of entry. */
static void
take_table (Salvage *self, const StnRowTable *table)
{
  const char *const lists[] = {table->list, table->scan};

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++) {
    g_autoptr (StnStatement) select = stn_statement_get (self->from, lists[i], NULL);
    g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
    g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
    gboolean row;

    /* Pages that lead to each other have the same rows without end. */
    stn_connection_limit_work (self->from);
    while (select != NULL && stn_statement_step (select, &row, NULL) && row)
      if (!g_hash_table_contains (known, stn_statement_get_text (select, 0))) {
        g_ptr_array_add (uids, g_strdup (stn_statement_get_text (select, 0)));
        g_hash_table_add (known, g_ptr_array_index (uids, uids->len - 1));
      }
    for (guint j = 0; j < uids->len; j++)
      take_row (self, table, g_ptr_array_index (uids, j), (gint64) j);
  }
}

static void
take_tables (Salvage *self)
{
  const StnRowTable *const *tables = stn_row_tables_list ();

  for (guint i = 0; tables[i] != NULL; i++)
    take_table (self, tables[i]);
}

/* What was typed and not saved yet. */
static void
take_drafts (Salvage *self)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->from, SELECT_DRAFTS, NULL);
  gboolean row;

  while (select != NULL && stn_statement_step (select, &row, NULL) && row) {
    g_autoptr (StnStatement) insert = stn_statement_get (self->to, INSERT_DRAFT, NULL);

    for (int i = 0; insert != NULL && i < 4; i++)
      stn_statement_bind_text (insert, i + 1, stn_statement_get_opt_text (select, i));
    if (insert != NULL)
      (void) !stn_statement_run (insert, NULL);
  }
}

static gboolean
take_identity (Salvage *self)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->from, SELECT_DIARY, NULL);
  g_autoptr (StnStatement) update = stn_statement_get (self->to, UPDATE_DIARY, NULL);
  gboolean row;

  if (select == NULL || update == NULL || !stn_statement_step (select, &row, NULL) || !row ||
      strlen (stn_statement_get_text (select, 0)) != UID_LENGTH)
    return FALSE;
  stn_statement_bind_text (update, 1, stn_statement_get_text (select, 0));
  stn_statement_bind_text (update, 2, stn_statement_get_text (select, 1));
  return stn_statement_run (update, NULL);
}

/* From the pages of the log */

static void
take_changes (Salvage *self, const guint8 *bytes, gsize size)
{
  g_autoptr (GPtrArray) changes = stn_page_scan_changes (bytes, size);

  for (guint i = 0; i < changes->len; i++) {
    const StnScannedChange *change = g_ptr_array_index (changes, i);
    const StnRowTable *table = stn_row_tables_find (change->table);
    Found *found;

    if (table == NULL)
      continue;
    found = g_new0 (Found, 1);
    found->uid = g_strdup (change->uid);
    found->place = change->seq;
    if (!stn_row_from_json (self->to, table, change->after, &found->row, NULL)) {
      self->report.lost++;
      found_free (found);
      continue;
    }
    found->row.rev = g_strdup (change->rev);
    keep (self, found, FALSE);
  }
}

/* Into the new diary */

static void
put_found (Salvage *self, const Found *found)
{
  g_autoptr (GError) error = NULL;

  if (stn_row_insert (self->to, found->uid, &found->row,
                      found->updated != NULL ? found->updated : self->now,
                      found->created != NULL ? found->created : self->now, &error)) {
    self->report.records++;
    if (g_strcmp0 (found->row.rev, self->last_rev) > 0) {
      g_free (self->last_rev);
      self->last_rev = g_strdup (found->row.rev);
    }
  } else {
    self->report.lost++;
  }
}

static gint
compare_entry (gconstpointer a, gconstpointer b)
{
  const Found *const *first = a;
  const Found *const *second = b;

  const int order = strcmp ((*first)->row.rev, (*second)->row.rev);

  return order != 0 ? order
                    : ((*first)->place > (*second)->place) - ((*first)->place < (*second)->place);
}

static gboolean
is_about_nights (const StnRowTable *table)
{
  return table == &stn_factor_rows || table == &stn_night_rows || table == &stn_episode_rows ||
         table == &stn_factor_value_rows;
}

/* (transfer container) (element-type Found) table by table in their order, so that what a row refers to is there before it; oldest
 * first. A cramp that was being counted is over. */
static GPtrArray *
list_found (Salvage *self, gboolean about_nights)
{
  const StnRowTable *const *tables = stn_row_tables_list ();
  g_autoptr (GPtrArray) all = g_ptr_array_new ();
  GPtrArray *list = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer found;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, NULL, &found))
    g_ptr_array_add (all, found);
  g_ptr_array_sort (all, compare_entry);
  for (guint i = 0; tables[i] != NULL; i++)
    for (guint j = 0; is_about_nights (tables[i]) == about_nights && j < all->len; j++)
      if (((Found *) g_ptr_array_index (all, j))->row.table == tables[i] &&
          tables[i] != &stn_running_cramp_rows)
        g_ptr_array_add (list, g_ptr_array_index (all, j));
  return list;
}

/* Values of a factor of which nothing else is left. */
typedef struct {
  StnFactor *factor;
  const char *rev; /* the newest of them */
} Orphans;

static void
orphans_free (Orphans *orphans)
{
  stn_factor_free (orphans->factor);
  g_free (orphans);
}

static double
number_of (const StnCell *cell)
{
  return cell->type == SQLITE_INTEGER ? (double) cell->integer : cell->real;
}

/* (transfer full) the factor of the catalogue; else a yes or no as long as nothing else was said. */
static StnFactor *
make_factor (Salvage *self, const char *slug)
{
  for (guint i = 0; self->catalogue != NULL && i < self->catalogue->len; i++)
    if (strcmp (((StnFactor *) g_ptr_array_index (self->catalogue, i))->slug, slug) == 0)
      return stn_factor_copy (g_ptr_array_index (self->catalogue, i));
  return stn_factor_new (slug, STN_FACTOR_BINARY);
}

/* A value that it could not have: then it is a number, and none of the catalogue. */
static void
make_number (StnFactor *factor)
{
  factor->kind = STN_FACTOR_CONTINUOUS;
  factor->built_in = FALSE;
  g_clear_pointer (&factor->unit, g_free);
}

/* (transfer full) slug -> Orphans */
static GHashTable *
list_orphans (Salvage *self)
{
  GHashTable *orphans =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) orphans_free);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const StnRow *row = &((Found *) value)->row;

    if (row->table == &stn_factor_rows && row->cells[0].text != NULL)
      g_hash_table_add (known, row->cells[0].text);
  }
  g_hash_table_iter_init (&iter, self->found);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const StnRow *row = &((Found *) value)->row;
    const char *slug = row->cells[1].text;
    Orphans *of_slug;

    if (row->table != &stn_factor_value_rows || row->deleted || slug == NULL ||
        g_hash_table_contains (known, slug) || !stn_factor_slug_validate (slug, NULL))
      continue;
    of_slug = g_hash_table_lookup (orphans, slug);
    if (of_slug == NULL) {
      of_slug = g_new0 (Orphans, 1);
      of_slug->factor = make_factor (self, slug);
      of_slug->rev = row->rev;
      g_hash_table_insert (orphans, of_slug->factor->slug, of_slug);
    }
    if (!stn_factor_kind_validate (of_slug->factor->kind, slug, number_of (&row->cells[2]), NULL))
      make_number (of_slug->factor);
    if (strcmp (row->rev, of_slug->rev) > 0)
      of_slug->rev = row->rev;
  }
  return orphans;
}

/* What a factor is known by stands in its values: with that alone they are kept. Its name and how it was asked for are lost. */
static void
make_lost_factors (Salvage *self)
{
  g_autoptr (GHashTable) orphans = list_orphans (self);
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, orphans);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const Orphans *of_slug = value;
    Found *found = g_new0 (Found, 1);

    found->uid = stn_uid_new_for (stn_factor_rows.name, of_slug->factor->slug);
    stn_factor_to_row (of_slug->factor, &found->row);
    found->row.source = g_strdup ("recover");
    found->row.rev = g_strdup (of_slug->rev);
    self->report.lost++;
    keep (self, found, TRUE);
  }
}

static gboolean
write_nights (Salvage *self, GError **error)
{
  g_autoptr (GPtrArray) nights = NULL;

  make_lost_factors (self);
  nights = list_found (self, TRUE);

  if (!stn_connection_execute (self->to, "BEGIN IMMEDIATE", "write", error))
    return FALSE;
  if (self->from != NULL) {
    (void) !take_identity (self);
    take_drafts (self);
  }
  for (guint i = 0; i < nights->len; i++)
    put_found (self, g_ptr_array_index (nights, i));
  return stn_connection_execute (self->to, "COMMIT", "write", error);
}

/* A night that the model does not understand is left out whole: half of it would be taken for all. */
static gboolean
leave_out (StnStore *store, StnDate night, GError **error)
{
  static const char *const deletes[] = {
    "DELETE FROM night WHERE night = ?",
    "DELETE FROM episode WHERE night = ?",
    "DELETE FROM factor_value WHERE night = ?",
  };
  StnConnection *connection = stn_store_get_connection (store, error);
  char text[STN_DATE_TEXT_SIZE];

  for (guint i = 0; connection != NULL && i < G_N_ELEMENTS (deletes); i++) {
    g_autoptr (StnStatement) statement = stn_statement_get (connection, deletes[i], error);

    if (statement == NULL)
      return FALSE;
    stn_statement_bind_text (statement, 1, stn_date_to_text (night, text));
    if (!stn_statement_run (statement, error))
      return FALSE;
  }
  return connection != NULL;
}

static gboolean
leave_out_unreadable (StnStore *store, StnSalvageReport *report, GError **error)
{
  g_autoptr (GHashTable) kinds = stn_verify_list_kinds (store, error);
  g_autoptr (GArray) unreadable = NULL;
  g_autoptr (GPtrArray) nights =
    kinds != NULL
      ? stn_night_table_load_readable (store, STN_NO_DATE, STN_NO_DATE, &unreadable, error)
      : NULL;

  if (nights == NULL)
    return FALSE;
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);

    if (!stn_verify_night (night, kinds, NULL))
      g_array_append_val (unreadable, night->key);
  }
  for (guint i = 0; i < unreadable->len; i++) {
    const StnDate night = g_array_index (unreadable, StnDate, i);

    report->lost++;
    if (stn_date_is_set (night) && !leave_out (store, night, error))
      return FALSE;
  }
  return TRUE;
}

/* What a record is known by: a medicine by its uid, and so are its changes and intakes. */
static const char *
record_of (const Found *found)
{
  const gboolean is_part =
    found->row.table == &stn_medicine_change_rows || found->row.table == &stn_medicine_intake_rows;

  return is_part && found->row.cells[0].text != NULL ? found->row.cells[0].text : found->uid;
}

/* (transfer full) (element-type GPtrArray of Found) the records that are about no night, each with the rows that are a part of it. */
static GPtrArray *
list_records (Salvage *self)
{
  GPtrArray *records = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GHashTable) by_uid = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) rows = list_found (self, FALSE);

  for (guint i = 0; i < rows->len; i++) {
    const Found *found = g_ptr_array_index (rows, i);
    GPtrArray *record = g_hash_table_lookup (by_uid, record_of (found));

    if (record == NULL) {
      record = g_ptr_array_new ();
      g_ptr_array_add (records, record);
      g_hash_table_insert (by_uid, (gpointer) record_of (found), record);
    }
    g_ptr_array_add (record, (gpointer) found);
  }
  return records;
}

/* Puts in those of the records with which all that is there can be true: all at once, else each half by itself. */
static gboolean
put_sound (Salvage *self, StnStore *store, GPtrArray *records, guint from, guint n, GError **error)
{
  const StnSalvageReport before = self->report;

  if (n == 0)
    return TRUE;
  if (!stn_connection_execute (self->to, "SAVEPOINT part", "write", error))
    return FALSE;
  for (guint i = from; i < from + n; i++) {
    GPtrArray *record = g_ptr_array_index (records, i);

    for (guint j = 0; j < record->len; j++)
      put_found (self, g_ptr_array_index (record, j));
  }
  if (stn_verify_person (store, NULL))
    return stn_connection_execute (self->to, "RELEASE part", "write", error);
  self->report = before;
  if (!stn_connection_execute (self->to, "ROLLBACK TO part; RELEASE part", "write", error))
    return FALSE;
  if (n == 1) {
    self->report.lost += ((GPtrArray *) g_ptr_array_index (records, from))->len;
    return TRUE;
  }
  return put_sound (self, store, records, from, n / 2, error) &&
         put_sound (self, store, records, from + n / 2, n - n / 2, error);
}

static gboolean
set_forgotten (Salvage *self, GError **error)
{
  g_autoptr (StnStatement) forgotten = stn_statement_get (self->to, SET_FORGOTTEN, error);

  if (forgotten == NULL)
    return FALSE;
  stn_statement_bind_text (forgotten, 1, self->last_rev);
  return stn_statement_run (forgotten, error);
}

/* The nights are in it. What the model refuses goes, whatever else there is comes. */
static gboolean
write_records (Salvage *self, const char *path, StnClock *clock, GError **error)
{
  g_autoptr (GPtrArray) records = list_records (self);
  g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_EXISTING, clock, error);
  gboolean done;

  self->to = store != NULL ? stn_store_get_connection (store, error) : NULL;
  done = self->to != NULL && stn_connection_execute (self->to, "BEGIN IMMEDIATE", "write", error) &&
         leave_out_unreadable (store, &self->report, error) &&
         put_sound (self, store, records, 0, records->len, error) && set_forgotten (self, error) &&
         stn_connection_execute (self->to, "COMMIT", "write", error);
  self->to = NULL;
  return done;
}

static gboolean
is_full (int reason)
{
  return reason == ENOSPC || reason == EDQUOT || reason == EFBIG;
}

static gboolean
fail_to_read (const char *path, int reason, GError **error)
{
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN, "cannot read diary '%s': %s", path,
               g_strerror (reason));
  return FALSE;
}

static gboolean
fail_to_write (const char *path, int reason, GError **error)
{
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_FULL, "cannot create diary '%s': %s", path,
               g_strerror (reason));
  return FALSE;
}

/* The bytes as they are on the disk, whatever they are; the copy is what SQLite may work on. @new_diary: for which there was no room. */
static gboolean
copy_bytes (const char *from, const char *to, const char *new_diary, GError **error)
{
  g_unlink (to); /* of a time before, ended by a crash */
  if (stn_diary_file_copy (from, to) == 0)
    return TRUE;
  if (is_full (errno))
    return fail_to_write (new_diary, errno, error);
  return fail_to_read (from, errno, error);
}

static void
remove_with_journal (const char *path)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);

  g_unlink (path);
  g_unlink (journal);
  stn_unfinished_forget (path);
}

/* Returns: whether the file says of itself what tables it has. */
static gboolean
read_tables (Salvage *self, const char *copy)
{
  self->from = stn_connection_open (copy, copy, STN_CONNECTION_READ, NULL);
  if (self->from == NULL)
    return FALSE;
  take_tables (self);
  stn_connection_limit_work (self->from);
  return stn_schema_check (self->from, stn_schema_get_current (), NULL);
}

/* Of the file as it came; a crash in the middle of a change was taken back. */
static void
count_pages (Salvage *self, const char *copy)
{
  g_autoptr (GMappedFile) mapped = g_mapped_file_new (copy, FALSE, NULL);

  if (mapped != NULL)
    self->report.missing =
      stn_page_scan_count_missing ((const guint8 *) g_mapped_file_get_contents (mapped),
                                   g_mapped_file_get_length (mapped), &self->report.pages);
}

static gboolean
work_on (Salvage *self, const char *copy, const char *diary, GError **error)
{
  g_autofree char *journal = g_strconcat (copy, "-journal", NULL);
  g_autoptr (GMappedFile) mapped = NULL;

  const gboolean has_tables = read_tables (self, copy);

  count_pages (self, copy);
  if (!has_tables) {
    g_clear_pointer (&self->from, stn_connection_close);
    g_unlink (journal); /* what can be rolled back was */
    if (stn_schema_graft (copy, diary, NULL))
      (void) !read_tables (self, copy);
  }
  /* Ours, and written a moment ago: nobody makes it shorter. */
  mapped = g_mapped_file_new (copy, FALSE, NULL);
  if (mapped == NULL)
    return fail_to_read (copy, EIO, error);
  take_changes (self, (const guint8 *) g_mapped_file_get_contents (mapped),
                g_mapped_file_get_length (mapped));
  return write_nights (self, error);
}

static gboolean
prove (const char *path, StnClock *clock, StnSalvageReport *report, GError **error)
{
  StnStoreReport read;

  if (!stn_store_verify (path, clock, &read, error))
    return FALSE;
  report->nights = read.nights;
  report->last = read.last;
  return TRUE;
}

static gboolean
salvage_copy (const char *copy,
              const char *diary,
              const char *new_diary,
              StnClock *clock,
              GPtrArray *catalogue,
              StnSalvageReport *report,
              GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (clock);
  Salvage self = {.catalogue = catalogue};
  gboolean done;

  if (!stn_migration_create (new_diary, clock, stn_schema_get_current (), error))
    return FALSE;
  self.to = stn_connection_open (new_diary, new_diary, STN_CONNECTION_BUILD, error);
  if (self.to == NULL)
    return FALSE;
  self.found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) found_free);
  self.now = stn_stamp_to_text (stn_stamp_of (now));
  done = work_on (&self, copy, diary, error);
  g_clear_pointer (&self.to, stn_connection_close);
  g_clear_pointer (&self.from, stn_connection_close);
  done = done && write_records (&self, new_diary, clock, error);
  *report = self.report;
  g_hash_table_unref (self.found);
  g_free (self.now);
  g_free (self.last_rev);
  return done;
}

gboolean
stn_salvage (const char *from,
             const char *to,
             StnClock *clock,
             GPtrArray *catalogue,
             StnSalvageReport *ret_report,
             GError **error)
{
  g_return_val_if_fail (from != NULL && to != NULL && clock != NULL, FALSE);
  g_autofree char *copy = g_strconcat (to, ".copy", NULL);
  g_autofree char *made = g_strconcat (to, ".new", NULL);
  g_autofree char *journal = g_strconcat (from, "-journal", NULL);
  g_autofree char *copied_journal = g_strconcat (copy, "-journal", NULL);
  StnSalvageReport report = {0};
  gboolean done;

  if (!stn_diary_file_make_folder (to, error))
    return FALSE;
  remove_with_journal (made); /* of a time before, ended by a crash */
  stn_unfinished_add (made);
  stn_unfinished_add (copy);
  done = copy_bytes (from, copy, to, error) &&
         (!g_file_test (journal, G_FILE_TEST_EXISTS) ||
          copy_bytes (journal, copied_journal, to, error)) &&
         salvage_copy (copy, from, made, clock, catalogue, &report, error) &&
         prove (made, clock, &report, error);
  if (done && report.records == 0) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOT_A_DIARY,
                 "cannot recover diary '%s': nothing in it is a diary's", from);
    done = FALSE;
  }
  done = done && stn_diary_file_place (made, to, STN_DIARY_FILE_KEEP, error);
  remove_with_journal (copy);
  remove_with_journal (made);
  if (done)
    *ret_report = report;
  return done;
}
