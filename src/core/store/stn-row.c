/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-row.h"
#include "store/stn-row-json.h"
#include "store/stn-store-private.h"

#include <errno.h> /* program_invocation_short_name */
#include <string.h>

#define INSERT_GROUP                                                                               \
  "INSERT INTO change_group (label, source, program, written, rev, undoes, redoes) VALUES (?, ?, " \
  "?, ?, ?, ?, ?)"
#define INSERT_CHANGE                                                                              \
  "INSERT INTO change (\"group\", rev, \"table\", uid, before, after) VALUES (?, ?, ?, ?, ?, ?)"

void
stn_row_init (StnRow *self, const StnRowTable *table)
{
  *self = (StnRow){.table = table};
  for (guint i = 0; i < STN_ROW_MAX_COLUMNS; i++)
    self->cells[i].type = SQLITE_NULL;
}

static void
cell_clear (StnCell *cell)
{
  g_free (cell->text);
  *cell = (StnCell){.type = SQLITE_NULL};
}

void
stn_row_clear (StnRow *self)
{
  for (guint i = 0; i < STN_ROW_MAX_COLUMNS; i++)
    cell_clear (&self->cells[i]);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->rev, g_free);
}

void
stn_row_set_text (StnRow *self, guint column, const char *text)
{
  cell_clear (&self->cells[column]);
  if (text != NULL)
    self->cells[column] = (StnCell){.type = SQLITE_TEXT, .text = g_strdup (text)};
}

void
stn_row_set_int (StnRow *self, guint column, gint64 value)
{
  cell_clear (&self->cells[column]);
  self->cells[column] = (StnCell){.type = SQLITE_INTEGER, .integer = value};
}

void
stn_row_set_real (StnRow *self, guint column, double value)
{
  cell_clear (&self->cells[column]);
  self->cells[column] = (StnCell){.type = SQLITE_FLOAT, .real = value};
}

static double
cell_number (const StnCell *cell)
{
  return cell->type == SQLITE_INTEGER ? (double) cell->integer : cell->real;
}

gboolean
stn_cell_equal (const StnCell *a, const StnCell *b)
{
  if (a->type == SQLITE_NULL || b->type == SQLITE_NULL)
    return a->type == b->type;
  if (a->type == SQLITE_TEXT || b->type == SQLITE_TEXT)
    return a->type == b->type && strcmp (a->text, b->text) == 0;
  if (a->type == SQLITE_INTEGER && b->type == SQLITE_INTEGER)
    return a->integer == b->integer;
  /* A whole number that JSON brought back as an integer is the same number in a REAL column. */
  return cell_number (a) == cell_number (b);
}

gboolean
stn_row_equal (const StnRow *a, const StnRow *b)
{
  if (a->table != b->table || a->deleted != b->deleted)
    return FALSE;
  for (guint i = 0; i < a->table->n_columns; i++)
    if (!stn_cell_equal (&a->cells[i], &b->cells[i]))
      return FALSE;
  return TRUE;
}

void
stn_row_make_tombstone (StnRow *self)
{
  for (guint i = self->table->n_keys; i < self->table->n_columns; i++)
    cell_clear (&self->cells[i]);
  g_clear_pointer (&self->source, g_free);
  self->deleted = TRUE;
}

void
stn_row_init_tombstone (StnRow *self, const StnRow *of)
{
  stn_row_init (self, of->table);
  for (guint i = 0; i < of->table->n_keys; i++) {
    self->cells[i] = of->cells[i];
    self->cells[i].text = g_strdup (of->cells[i].text);
  }
  self->deleted = TRUE;
}

static void
read_cell (StnCell *cell, StnStatement *statement, int column)
{
  switch (stn_statement_get_type (statement, column)) {
  case SQLITE_TEXT:
    *cell =
      (StnCell){.type = SQLITE_TEXT, .text = g_strdup (stn_statement_get_text (statement, column))};
    break;
  case SQLITE_FLOAT:
    *cell = (StnCell){.type = SQLITE_FLOAT, .real = stn_statement_get_real (statement, column)};
    break;
  case SQLITE_INTEGER:
    *cell = (StnCell){.type = SQLITE_INTEGER, .integer = stn_statement_get_int (statement, column)};
    break;
  default: /* no column holds a blob */
    *cell = (StnCell){.type = SQLITE_NULL};
  }
}

void
stn_row_take (StnStatement *select, const StnRowTable *table, StnRow *ret_row)
{
  int n = (int) table->n_columns;

  stn_row_init (ret_row, table);
  for (int i = 0; i < n; i++)
    read_cell (&ret_row->cells[i], select, i);
  ret_row->source = g_strdup (stn_statement_get_opt_text (select, n));
  ret_row->deleted = stn_statement_get_int (select, n + 1) != 0;
  ret_row->rev = g_strdup (stn_statement_get_text (select, n + 2));
}

gboolean
stn_row_read (StnConnection *connection,
              const StnRowTable *table,
              const char *uid,
              StnRow *ret_row,
              gboolean *ret_found,
              GError **error)
{
  stn_row_init (ret_row, table);
  g_autoptr (StnStatement) select = stn_statement_get (connection, table->select, error);
  gboolean more;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, uid);
  if (!stn_statement_step (select, ret_found, error))
    return FALSE;
  if (*ret_found)
    stn_row_take (select, table, ret_row);
  /* The second step finds no other row of that uid, but it tells of damage in this one. */
  return !*ret_found || stn_statement_step (select, &more, error);
}

static gboolean
is_as_expected (const StnRow *in_file, gboolean found, const char *expected)
{
  if (expected == STN_ROW_ANY)
    return TRUE;
  if (*expected == '\0')
    return !found || in_file->deleted;
  return found && strcmp (in_file->rev, expected) == 0;
}

static void
bind_cell (StnStatement *statement, int place, const StnCell *cell)
{
  switch (cell->type) {
  case SQLITE_TEXT:
    stn_statement_bind_text (statement, place, cell->text);
    break;
  case SQLITE_INTEGER:
    stn_statement_bind_int (statement, place, cell->integer);
    break;
  case SQLITE_FLOAT:
    stn_statement_bind_real (statement, place, cell->real);
    break;
  default:
    stn_statement_bind_null (statement, place);
  }
}

/* Columns from @first on, source and deleted. Returns: the place of the next value. */
static int
bind_content (StnStatement *write, const StnRow *row, guint first)
{
  int place = 1;

  for (guint i = first; i < row->table->n_columns; i++)
    bind_cell (write, place++, &row->cells[i]);
  stn_statement_bind_text (write, place++, row->source);
  stn_statement_bind_int (write, place++, row->deleted);
  return place;
}

/* @sql: a statement of the table that writes content from column @first on, revision, two stamps and uid. */
static gboolean
write_content (StnConnection *connection,
               const char *sql,
               guint first,
               const char *uid,
               const StnRow *row,
               const char *updated,
               const char *created,
               GError **error)
{
  g_autoptr (StnStatement) write = stn_statement_get (connection, sql, error);
  int place;

  if (write == NULL)
    return FALSE;
  place = bind_content (write, row, first);
  stn_statement_bind_text (write, place++, row->rev);
  stn_statement_bind_text (write, place++, updated);
  stn_statement_bind_text (write, place++, created);
  stn_statement_bind_text (write, place, uid);
  return stn_statement_run (write, error);
}

gboolean
stn_row_insert (StnConnection *connection,
                const char *uid,
                const StnRow *row,
                const char *updated,
                const char *created,
                GError **error)
{
  return write_content (connection, row->table->insert, 0, uid, row, updated, created, error);
}

/* How many keys need not be written, since they are in the file as they are: all or none. */
static guint
count_kept_keys (const StnRow *in_file, const StnRow *row)
{
  if (row->table->update_rest == NULL)
    return 0;
  for (guint i = 0; i < row->table->n_keys; i++)
    if (!stn_cell_equal (&in_file->cells[i], &row->cells[i]))
      return 0;
  return row->table->n_keys;
}

static gboolean
adopt_row (StnConnection *connection,
           const char *uid,
           const StnRow *in_file,
           const StnRow *row,
           const char *updated,
           const char *created,
           GError **error)
{
  guint kept = count_kept_keys (in_file, row);

  return write_content (connection, kept > 0 ? row->table->adopt_rest : row->table->adopt, kept,
                        uid, row, updated, created, error);
}

static gboolean
update_row (StnConnection *connection,
            const StnWriteGroup *group,
            const char *uid,
            const StnRow *in_file,
            const StnRow *row,
            GError **error)
{
  guint kept = count_kept_keys (in_file, row);
  g_autoptr (StnStatement) write =
    stn_statement_get (connection, kept > 0 ? row->table->update_rest : row->table->update, error);
  int place;

  if (write == NULL)
    return FALSE;
  place = bind_content (write, row, kept);
  stn_statement_bind_text (write, place++, group->rev);
  stn_statement_bind_text (write, place++, group->written);
  stn_statement_bind_text (write, place, uid);
  return stn_statement_run (write, error);
}

static gboolean
write_row (StnConnection *connection,
           const StnWriteGroup *group,
           const char *uid,
           const StnRow *in_file, /* NULL: there is none */
           const StnRow *row,
           GError **error)
{
  StnRow as_new = *row; /* borrows */

  if (in_file != NULL)
    return update_row (connection, group, uid, in_file, row, error);
  as_new.rev = group->rev;
  return stn_row_insert (connection, uid, &as_new, group->written, group->written, error);
}

/* The group gets its row when its first change is written: one that changes nothing leaves no trace. */
static gboolean
ensure_group (StnConnection *connection, StnWriteGroup *group, GError **error)
{
  if (group->number != 0)
    return TRUE;
  g_autoptr (StnStatement) insert = stn_statement_get (connection, INSERT_GROUP, error);

  if (insert == NULL)
    return FALSE;
  stn_statement_bind_text (insert, 1, group->label);
  stn_statement_bind_text (insert, 2, group->source);
  stn_statement_bind_text (insert, 3, program_invocation_short_name);
  stn_statement_bind_text (insert, 4, group->written);
  stn_statement_bind_text (insert, 5, group->rev);
  if (group->undoes != 0)
    stn_statement_bind_int (insert, 6, group->undoes);
  if (group->redoes != 0)
    stn_statement_bind_int (insert, 7, group->redoes);
  if (!stn_statement_run (insert, error))
    return FALSE;
  group->number = sqlite3_last_insert_rowid (stn_connection_get_db (connection));
  return TRUE;
}

static gboolean
log_change (StnConnection *connection,
            const StnWriteGroup *group,
            const char *rev,
            const char *uid,
            const StnRow *before, /* NULL: there was none */
            const StnRow *after,
            GError **error)
{
  g_autofree char *before_json =
    before != NULL ? stn_row_to_json (connection, before, error) : NULL;
  g_autofree char *after_json = NULL;

  if (before != NULL && before_json == NULL)
    return FALSE;
  after_json = stn_row_to_json (connection, after, error);
  g_autoptr (StnStatement) insert =
    after_json != NULL ? stn_statement_get (connection, INSERT_CHANGE, error) : NULL;
  if (insert == NULL)
    return FALSE;
  stn_statement_bind_int (insert, 1, group->number);
  stn_statement_bind_text (insert, 2, rev);
  stn_statement_bind_text (insert, 3, after->table->name);
  stn_statement_bind_text (insert, 4, uid);
  stn_statement_bind_text (insert, 5, before_json);
  stn_statement_bind_text (insert, 6, after_json);
  return stn_statement_run (insert, error);
}

/* SQLite may have rolled the transaction back by itself (disk full): then nothing more may be written. */
static gboolean
check_unbroken (StnConnection *connection, const StnWriteGroup *group, GError **error)
{
  if (!group->broken && stn_connection_is_in_transaction (connection))
    return TRUE;
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_IO,
               "cannot write diary '%s': an earlier part of the same entry failed",
               stn_connection_get_name (connection));
  return FALSE;
}

static gboolean
write_logged (StnConnection *connection,
              StnWriteGroup *group,
              const char *uid,
              const StnRow *in_file, /* NULL: there is none */
              const StnRow *row,
              GError **error)
{
  return check_unbroken (connection, group, error) && ensure_group (connection, group, error) &&
         write_row (connection, group, uid, in_file, row, error) &&
         log_change (connection, group, group->rev, uid, in_file, row, error);
}

gboolean
stn_row_put_over (
  StnStore *store, const char *uid, const StnRow *in_file, StnRow *row, GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);
  StnWriteGroup *group = stn_store_get_group (store);

  g_return_val_if_fail (group != NULL, FALSE);
  if (connection == NULL)
    return FALSE;
  if (in_file != NULL ? stn_row_equal (in_file, row) : row->deleted)
    return TRUE;
  if (row->source == NULL)
    row->source = g_strdup (group->source);
  if (!write_logged (connection, group, uid, in_file, row, error)) {
    group->broken = TRUE;
    return FALSE;
  }
  return TRUE;
}

gboolean
stn_row_put (StnStore *store, const char *uid, StnRow *row, const char *expected, GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);
  g_auto (StnRow) in_file = {0};
  gboolean found;

  if (connection == NULL || !stn_row_read (connection, row->table, uid, &in_file, &found, error))
    return FALSE;
  if (!is_as_expected (&in_file, found, expected) &&
      !(found ? stn_row_equal (&in_file, row) : row->deleted)) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED,
                 "cannot write diary '%s': the same %s was changed by another program meanwhile",
                 stn_connection_get_name (connection), row->table->name);
    return FALSE;
  }
  return stn_row_put_over (store, uid, found ? &in_file : NULL, row, error);
}

gboolean
stn_row_confirm (StnStore *store, const StnRowTable *table, const char *uid, GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);
  StnWriteGroup *group = stn_store_get_group (store);
  g_auto (StnRow) row = {0};
  gboolean found;

  g_return_val_if_fail (group != NULL, FALSE);
  if (connection == NULL || !stn_row_read (connection, table, uid, &row, &found, error))
    return FALSE;
  if (found && !write_logged (connection, group, uid, &row, &row, error)) {
    group->broken = TRUE;
    return FALSE;
  }
  return TRUE;
}

gboolean
stn_row_delete (
  StnStore *store, const StnRowTable *table, const char *uid, const char *expected, GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);
  g_auto (StnRow) row = {0};
  gboolean found;

  if (connection == NULL || !stn_row_read (connection, table, uid, &row, &found, error))
    return FALSE;
  if (!found)
    return TRUE;
  stn_row_make_tombstone (&row);
  return stn_row_put (store, uid, &row, expected, error);
}

/* Copies of a diary on one computer can give two rows the same revision: then any order will do that is the same for all:
 * what says more comes later. */
static gboolean
is_newer (StnConnection *connection,
          const StnRow *row,
          const StnRow *in_file,
          gboolean *ret_newer,
          GError **error)
{
  int order = strcmp (row->rev, in_file->rev);

  if (order == 0) {
    g_autofree char *one = stn_row_to_json (connection, row, error);
    g_autofree char *other = one == NULL ? NULL : stn_row_to_json (connection, in_file, error);

    if (other == NULL)
      return FALSE;
    order = strlen (one) == strlen (other)  ? strcmp (one, other)
            : strlen (one) > strlen (other) ? 1
                                            : -1;
  }
  *ret_newer = order > 0;
  return TRUE;
}

gboolean
stn_row_adopt (StnStore *store,
               const char *uid,
               StnRow *row,
               const char *updated,
               const char *created,
               StnRowAdoption *ret_adoption,
               GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);
  StnWriteGroup *group = stn_store_get_group (store);
  g_auto (StnRow) in_file = {0};
  gboolean found, done;

  g_return_val_if_fail (group != NULL && row->rev != NULL, FALSE);
  g_return_val_if_fail (strcmp (row->rev, group->rev) < 0, FALSE);
  if (connection == NULL || !stn_row_read (connection, row->table, uid, &in_file, &found, error))
    return FALSE;
  if (found) {
    if (!is_newer (connection, row, &in_file, &done, error))
      return FALSE;
    if (!done) {
      *ret_adoption = STN_ROW_KEPT;
      return TRUE;
    }
  }
  done = check_unbroken (connection, group, error) && ensure_group (connection, group, error) &&
         (found ? adopt_row (connection, uid, &in_file, row, updated, created, error)
                : stn_row_insert (connection, uid, row, updated, created, error)) &&
         log_change (connection, group, row->rev, uid, found ? &in_file : NULL, row, error);
  group->broken |= !done;
  *ret_adoption = found ? STN_ROW_NEWER : STN_ROW_FRESH;
  return done;
}

gboolean
stn_row_note_other (
  StnStore *store, const char *uid, const StnRow *in_file, const StnRow *other, GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);
  StnWriteGroup *group = stn_store_get_group (store);
  gboolean done;

  g_return_val_if_fail (group != NULL && in_file->rev != NULL && other->rev != NULL, FALSE);
  done = connection != NULL && check_unbroken (connection, group, error) &&
         ensure_group (connection, group, error) &&
         log_change (connection, group, other->rev, uid, in_file, other, error) &&
         log_change (connection, group, in_file->rev, uid, other, in_file, error);
  group->broken |= !done;
  return done;
}
