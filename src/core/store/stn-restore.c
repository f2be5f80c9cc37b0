/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-restore.h"

#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#define LABEL "restore"
#define SOURCE "person"
#define SELECT_FACTOR "SELECT uid FROM factor WHERE slug = ?"

/* A night or a medicine as both files have it: bits. */
enum {
  HERE = 1 << 0,  /* the diary has something of it */
  THERE = 1 << 1, /* the backup has */
  DIFFERS = 1 << 2,
};

typedef struct {
  StnStore *store;
  StnConnection *here;
  StnConnection *there;
  gboolean dry_run;
  GHashTable *nights;    /* date text -> those bits */
  GHashTable *medicines; /* uid -> those bits */
  StnRestoreReport report;
} Restore;

gboolean
stn_restore_report_is_empty (const StnRestoreReport *self)
{
  for (guint i = 0; i < STN_RESTORE_N_KINDS; i++)
    if (self->counts[i].added + self->counts[i].changed + self->counts[i].removed > 0)
      return FALSE;
  return TRUE;
}

/* Their first column is the night. */
static gboolean
is_of_night (const StnRowTable *table)
{
  return table == &stn_night_rows || table == &stn_episode_rows ||
         table == &stn_factor_value_rows || table == &stn_session_rows;
}

static StnRestoreKind
kind_of (const StnRowTable *table)
{
  if (table == &stn_factor_rows)
    return STN_RESTORE_FACTORS;
  if (table == &stn_medicine_rows || table == &stn_medicine_change_rows ||
      table == &stn_medicine_intake_rows)
    return STN_RESTORE_MEDICINES;
  if (table == &stn_condition_rows)
    return STN_RESTORE_CONDITIONS;
  if (table == &stn_visit_rows || table == &stn_question_rows)
    return STN_RESTORE_VISITS;
  if (table == &stn_sign_rows || table == &stn_flag_rows)
    return STN_RESTORE_SIGNS;
  if (is_of_night (table))
    return STN_RESTORE_NIGHTS;
  return STN_RESTORE_SETTINGS;
}

/* (nullable) what is counted once with all its rows: the date of a night, the uid of a medicine; NULL: each row by itself. */
static const char *
whole_of (const StnRow *row, const char *uid)
{
  if (is_of_night (row->table) || row->table == &stn_medicine_change_rows ||
      row->table == &stn_medicine_intake_rows)
    return row->cells[0].text;
  return row->table == &stn_medicine_rows ? uid : NULL;
}

static void
count_record (StnRestoreCount *count, gboolean is_here, gboolean is_there)
{
  if (!is_here)
    count->added++;
  else if (!is_there)
    count->removed++;
  else
    count->changed++;
}

static GHashTable *
wholes_of (Restore *self, const StnRow *row)
{
  return is_of_night (row->table) ? self->nights : self->medicines;
}

static void
note_whole (Restore *self, const StnRow *row, const char *uid, guint bits)
{
  const char *whole = whole_of (row, uid);
  GHashTable *wholes = wholes_of (self, row);
  gpointer before;

  if (whole == NULL || bits == 0)
    return;
  before = g_hash_table_lookup (wholes, whole);
  g_hash_table_insert (wholes, g_strdup (whole),
                       GUINT_TO_POINTER (GPOINTER_TO_UINT (before) | bits));
}

/* @here: NULL when there is no such row; @there: the same, as it is to be. */
static void
note (Restore *self, const char *uid, const StnRow *here, const StnRow *there, gboolean differs)
{
  const gboolean is_here = here != NULL && !here->deleted;
  const gboolean is_there = there != NULL && !there->deleted;
  const StnRow *row = there != NULL ? there : here;
  const StnRestoreKind kind = kind_of (row->table);

  if (kind == STN_RESTORE_NIGHTS || kind == STN_RESTORE_MEDICINES) {
    /* A night may have been moved: it is not the same one on both sides. */
    if (here != NULL)
      note_whole (self, here, uid, (is_here ? HERE : 0) | (differs ? DIFFERS : 0));
    if (there != NULL)
      note_whole (self, there, uid, (is_there ? THERE : 0) | (differs ? DIFFERS : 0));
  } else if (differs) {
    count_record (&self->report.counts[kind], is_here, is_there);
  }
}

static void
count_wholes (Restore *self, StnRestoreKind kind, GHashTable *wholes)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, wholes);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const guint bits = GPOINTER_TO_UINT (value);

    if ((bits & DIFFERS) != 0 && (bits & (HERE | THERE)) != 0)
      count_record (&self->report.counts[kind], (bits & HERE) != 0, (bits & THERE) != 0);
  }
}

/* In the order in which they were entered, which is that of cramps of unknown time and of questions. */
static GPtrArray *
list_uids (StnConnection *connection, const StnRowTable *table, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, table->scan, error);
  g_autoptr (GPtrArray) uids = g_ptr_array_new_with_free_func (g_free);
  gboolean row;

  if (select == NULL)
    return NULL;
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return NULL;
    if (!row)
      return g_steal_pointer (&uids);
    g_ptr_array_add (uids, g_strdup (stn_statement_get_text (select, 0)));
  }
}

/* (transfer full) the uid that the row has here. Of an own factor it is random: another diary has another for the same slug. */
static char *
uid_here (Restore *self, const StnRow *there, const char *uid, GError **error)
{
  g_autoptr (StnStatement) select = NULL;
  gboolean row;

  if (there->table != &stn_factor_rows)
    return g_strdup (uid);
  select = stn_statement_get (self->here, SELECT_FACTOR, error);
  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, there->cells[0].text);
  if (!stn_statement_step (select, &row, error))
    return NULL;
  return g_strdup (row ? stn_statement_get_text (select, 0) : uid);
}

/* @known: gets the uid that it has here. */
static gboolean
bring_row (
  Restore *self, const StnRowTable *table, const char *uid, GHashTable *known, GError **error)
{
  g_auto (StnRow) here = {0};
  g_auto (StnRow) there = {0};
  g_autofree char *own = NULL;
  gboolean found_here, found_there;

  if (!stn_row_read (self->there, table, uid, &there, &found_there, error))
    return FALSE;
  own = uid_here (self, &there, uid, error);
  if (own == NULL || !stn_row_read (self->here, table, own, &here, &found_here, error))
    return FALSE;
  g_hash_table_add (known, g_strdup (own));
  const gboolean differs = found_here ? !stn_row_equal (&here, &there) : !there.deleted;
  note (self, own, found_here ? &here : NULL, &there, differs);
  return !differs || self->dry_run || stn_row_put (self->store, own, &there, STN_ROW_ANY, error);
}

/* What the backup has not: it came later. */
static gboolean
take_row (Restore *self, const StnRowTable *table, const char *uid, GError **error)
{
  g_auto (StnRow) here = {0};
  gboolean found;

  if (!stn_row_read (self->here, table, uid, &here, &found, error))
    return FALSE;
  note (self, uid, &here, NULL, !here.deleted);
  return here.deleted || self->dry_run ||
         stn_row_delete (self->store, table, uid, STN_ROW_ANY, error);
}

static gboolean
bring_table (Restore *self, const StnRowTable *table, GError **error)
{
  g_autoptr (GPtrArray) there = list_uids (self->there, table, error);
  g_autoptr (GPtrArray) here = there != NULL ? list_uids (self->here, table, error) : NULL;
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (here == NULL)
    return FALSE;
  for (guint i = 0; i < there->len; i++)
    if (!bring_row (self, table, g_ptr_array_index (there, i), known, error))
      return FALSE;
  for (guint i = 0; i < here->len; i++)
    if (!g_hash_table_contains (known, g_ptr_array_index (here, i)) &&
        !take_row (self, table, g_ptr_array_index (here, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
bring_all (Restore *self, GError **error)
{
  const StnRowTable *const *tables = stn_row_tables_list ();

  for (guint i = 0; tables[i] != NULL; i++)
    if (tables[i] != &stn_running_cramp_rows && !bring_table (self, tables[i], error))
      return FALSE;
  count_wholes (self, STN_RESTORE_NIGHTS, self->nights);
  count_wholes (self, STN_RESTORE_MEDICINES, self->medicines);
  return TRUE;
}

/* Both files as they are at one moment each. */
static gboolean
bring (Restore *self, gint64 *ret_group, GError **error)
{
  gboolean done;

  if (self->dry_run) {
    if (!stn_connection_begin_read (self->here, error))
      return FALSE;
    done = bring_all (self, error);
    stn_connection_end_read (self->here);
    return done;
  }
  if (!stn_store_begin (self->store, LABEL, SOURCE, error))
    return FALSE;
  if (bring_all (self, error))
    return stn_store_commit (self->store, ret_group, error);
  stn_store_rollback (self->store);
  return FALSE;
}

gboolean
stn_store_restore (StnStore *self,
                   const char *from,
                   gboolean dry_run,
                   StnRestoreReport *ret_report,
                   gint64 *ret_group,
                   GError **error)
{
  g_return_val_if_fail (from != NULL && stn_store_get_group (self) == NULL, FALSE);
  g_autoptr (StnStore) other = NULL;
  g_autoptr (GHashTable) nights = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) medicines = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Restore restore = {.store = self, .dry_run = dry_run, .nights = nights, .medicines = medicines};
  gint64 group = 0;
  gboolean done;

  if (!stn_store_verify (from, stn_store_get_clock (self), NULL, error))
    return FALSE;
  other = stn_store_open (from, STN_STORE_READ_ONLY, stn_store_get_clock (self), error);
  restore.there = other != NULL ? stn_store_get_connection (other, error) : NULL;
  restore.here = restore.there != NULL ? stn_store_get_connection (self, error) : NULL;
  if (restore.here == NULL || !stn_connection_begin_read (restore.there, error))
    return FALSE;
  done = bring (&restore, &group, error);
  stn_connection_end_read (restore.there);
  if (done && ret_report != NULL)
    *ret_report = restore.report;
  if (done && ret_group != NULL)
    *ret_group = group;
  return done;
}
