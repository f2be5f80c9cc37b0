/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-archive.h"

#include "base/stn-rev.h"
#include "base/stn-text-line.h"
#include "model/stn-night.h"
#include "store/stn-known-versions.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <string.h>

/* Of rows written together the order of entry is the same wherever they were taken. */
#define LIST_EPISODES                                                                              \
  "SELECT uid, updated, created FROM episode NOT INDEXED ORDER BY created, rev, entry, uid"

#define SELECT_PARTS                                                                               \
  "SELECT ?1 ->> '$.table', ?1 ->> '$.uid', ?1 ->> '$.rev', ?1 ->> '$.updated', "                  \
  "?1 ->> '$.created', "                                                                           \
  "json_remove (?1, '$.table', '$.uid', '$.rev', '$.updated', '$.created') "                       \
  "WHERE json_valid (?1) AND json_type (?1) = 'object'"

/* Factors of old diaries have random uids. */
#define SELECT_FACTOR "SELECT uid FROM factor WHERE slug = ?"
#define RENAME_FACTOR "UPDATE factor SET uid = ?1 WHERE uid = ?2"
#define RENAME_FACTOR_IN_LOG "UPDATE change SET uid = ?1 WHERE \"table\" = 'factor' AND uid = ?2"

typedef struct {
  StnConnection *connection;
  StnArchiveRow each;
  gpointer data;
} Writer;

static void
append_part (GString *object, const char *name, const char *text)
{
  g_string_append_printf (object, "%s\"%s\":", object->len > 1 ? "," : "", name);
  stn_json_append_text (object, text);
}

static gboolean
write_row (const Writer *self, const StnRowTable *table, StnStatement *listed, GError **error)
{
  const char *uid = stn_statement_get_text (listed, 0);
  g_autoptr (GString) object = g_string_new ("{");
  g_autofree char *content = NULL;
  g_auto (StnRow) row = {0};
  gboolean found;

  if (!stn_row_read (self->connection, table, uid, &row, &found, error))
    return FALSE;
  if (!found) {
    stn_connection_set_damaged (self->connection, error,
                                "its table %s lists a row that is not there", table->name);
    return FALSE;
  }
  content = stn_row_to_json (self->connection, &row, error);
  if (content == NULL)
    return FALSE;
  append_part (object, "table", table->name);
  append_part (object, "uid", uid);
  append_part (object, "rev", row.rev);
  append_part (object, "updated", stn_statement_get_text (listed, 1));
  append_part (object, "created", stn_statement_get_text (listed, 2));
  if (strcmp (content, "{}") != 0)
    g_string_append_c (object, ',');
  g_string_append (object, content + 1);
  return self->each (object->str, self->data, error);
}

static gboolean
write_table (const Writer *self, const StnRowTable *table, GError **error)
{
  g_autoptr (StnStatement) list = stn_statement_get (
    self->connection, table == &stn_episode_rows ? LIST_EPISODES : table->archive, error);
  gboolean row;

  while (list != NULL) {
    if (!stn_statement_step (list, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    if (!write_row (self, table, list, error))
      return FALSE;
  }
  return FALSE;
}

gboolean
stn_archive_foreach (StnStore *self, StnArchiveRow each, gpointer data, GError **error)
{
  g_return_val_if_fail (self != NULL && each != NULL, FALSE);
  const StnRowTable *const *tables = stn_row_tables_list ();
  StnConnection *connection = stn_store_get_connection (self, error);
  Writer writer = {connection, each, data};
  gboolean done;

  if (connection == NULL || !stn_connection_begin_read (connection, error))
    return FALSE;
  done = TRUE;
  for (guint i = 0; tables[i] != NULL && done; i++)
    done = write_table (&writer, tables[i], error);
  stn_connection_end_read (connection);
  return done;
}

/* What a row says beside its columns. */
typedef struct {
  const StnRowTable *table;
  char *uid, *rev, *updated, *created, *content;
} Parts;

static void
parts_clear (Parts *self)
{
  g_free (self->uid);
  g_free (self->rev);
  g_free (self->updated);
  g_free (self->created);
  g_free (self->content);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Parts, parts_clear)

static gboolean
refuse (GError **error, const char *what)
{
  g_set_error_literal (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED, what);
  return FALSE;
}

#define UID_LENGTH 36

static gboolean
read_parts (StnConnection *connection, const char *object, Parts *parts, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_PARTS, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, object);
  if (!stn_statement_step (select, &row, error))
    return FALSE;
  if (!row)
    return refuse (error, "is no JSON object");
  parts->table = stn_row_tables_find (stn_statement_get_text (select, 0));
  parts->uid = g_strdup (stn_statement_get_text (select, 1));
  parts->rev = g_strdup (stn_statement_get_text (select, 2));
  parts->updated = g_strdup (stn_statement_get_text (select, 3));
  parts->created = g_strdup (stn_statement_get_text (select, 4));
  parts->content = g_strdup (stn_statement_get_text (select, 5));
  if (parts->table == NULL)
    return refuse (error, "\"table\" is none that this version knows");
  if (strlen (parts->uid) != UID_LENGTH)
    return refuse (error, "\"uid\" is missing or is none");
  if (!stn_rev_is_valid (parts->rev))
    return refuse (error, "\"rev\" is missing or is none");
  if (*parts->updated == '\0' || *parts->created == '\0')
    return refuse (error, "\"updated\" or \"created\" is missing");
  return TRUE;
}

gboolean
stn_archive_observe (StnStore *self, const char *object, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_auto (Parts) parts = {0};

  if (connection == NULL || !read_parts (connection, object, &parts, error))
    return FALSE;
  stn_store_observe_revision (self, parts.rev);
  return TRUE;
}

struct _StnArchiveTaker {
  StnStore *store;
  StnStore *from;
  StnDate last_night;
  StnKnownVersions *here, *there; /* read when they are asked for first */
};

StnArchiveTaker *
stn_archive_taker_new (StnStore *store, StnStore *from, StnDate last_night)
{
  g_return_val_if_fail (store != NULL, NULL);
  StnArchiveTaker *self = g_new0 (StnArchiveTaker, 1);

  self->store = store;
  self->from = from;
  self->last_night = last_night;
  return self;
}

void
stn_archive_taker_free (StnArchiveTaker *self)
{
  if (self == NULL)
    return;
  stn_known_versions_free (self->here);
  stn_known_versions_free (self->there);
  g_free (self);
}

/* Whether the diary behind @store ever had the row @uid as it was at @rev. */
static gboolean
knows (StnStore *store,
       StnKnownVersions **versions,
       const char *uid,
       const char *rev,
       gboolean *ret_knows,
       GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);

  if (*versions == NULL && connection != NULL)
    *versions = stn_known_versions_new (connection, error);
  if (*versions == NULL)
    return FALSE;
  *ret_knows = stn_known_versions_has (*versions, uid, rev);
  return TRUE;
}

/* Whether neither of two versions of a row came of the other, as far as is known: an export does not tell what came before the
 * newer one, so that ours stays as the other version. */
static gboolean
was_written_apart (StnArchiveTaker *self,
                   const char *uid,
                   const StnRow *in_file,
                   const StnRow *row,
                   gboolean *ret_apart,
                   GError **error)
{
  const int order = strcmp (row->rev, in_file->rev);
  gboolean is_known = TRUE;

  if (order < 0 && !knows (self->store, &self->here, uid, row->rev, &is_known, error))
    return FALSE;
  if (order > 0 && self->from == NULL)
    is_known = FALSE;
  else if (order > 0 && !knows (self->from, &self->there, uid, in_file->rev, &is_known, error))
    return FALSE;
  *ret_apart = !is_known;
  return TRUE;
}

static gboolean
rename_factor (
  StnConnection *connection, const char *sql, const char *uid, const char *old, GError **error)
{
  g_autoptr (StnStatement) update = stn_statement_get (connection, sql, error);

  if (update == NULL)
    return FALSE;
  stn_statement_bind_text (update, 1, uid);
  stn_statement_bind_text (update, 2, old);
  return stn_statement_run (update, error);
}

/* Two computers gave the same thing two uids: the smaller one is both's from now on. */
static gboolean
join_factors (
  StnArchiveTaker *self, StnConnection *connection, Parts *parts, const StnRow *row, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_FACTOR, error);
  g_autofree char *uid = NULL;
  g_auto (StnRow) in_file = {0};
  gboolean found;

  if (select == NULL || row->cells[0].text == NULL)
    return select != NULL; /* the table refuses it */
  stn_statement_bind_text (select, 1, row->cells[0].text);
  if (!stn_statement_step (select, &found, error))
    return FALSE;
  uid = found ? g_strdup (stn_statement_get_text (select, 0)) : NULL;
  if (uid == NULL || strcmp (uid, parts->uid) == 0)
    return TRUE;
  if (strcmp (uid, parts->uid) < 0) {
    g_free (parts->uid);
    parts->uid = g_steal_pointer (&uid);
    return TRUE;
  }
  /* The log tells of it with a line of its own: a group that has none is not written. */
  return rename_factor (connection, RENAME_FACTOR, parts->uid, uid, error) &&
         rename_factor (connection, RENAME_FACTOR_IN_LOG, parts->uid, uid, error) &&
         stn_row_read (connection, parts->table, parts->uid, &in_file, &found, error) &&
         stn_row_note_other (self->store, parts->uid, &in_file, &in_file, error);
}

/* What lost, if it says anything that the row in the file does not. A clock that runs is of its computer alone. */
static gboolean
keep_other (StnArchiveTaker *self, const Parts *parts, const StnRow *other, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self->store, error);
  g_auto (StnRow) in_file = {0};
  gboolean found;

  if (connection == NULL ||
      !stn_row_read (connection, parts->table, parts->uid, &in_file, &found, error))
    return FALSE;
  return parts->table == &stn_running_cramp_rows || stn_row_equal (&in_file, other) ||
         stn_row_note_other (self->store, parts->uid, &in_file, other, error);
}

/* The row as it was sent, or the one in the file: the older one. */
static gboolean
read_loser (
  StnConnection *connection, const Parts *parts, StnRow *in_file, StnRow *ret_loser, GError **error)
{
  if (strcmp (parts->rev, in_file->rev) > 0) {
    *ret_loser = *in_file;
    *in_file = (StnRow){0};
    return TRUE;
  }
  if (!stn_row_from_json (connection, parts->table, parts->content, ret_loser, error))
    return FALSE;
  ret_loser->rev = g_strdup (parts->rev);
  return TRUE;
}

static gboolean
adopt (StnArchiveTaker *self, Parts *parts, StnRow *row, StnArchiveCounts *counts, GError **error)
{
  StnRowAdoption adoption;

  if (!stn_row_adopt (self->store, parts->uid, row, parts->updated, parts->created, &adoption,
                      error))
    return FALSE;
  counts->fresh += adoption == STN_ROW_FRESH;
  counts->newer += adoption == STN_ROW_NEWER;
  counts->kept += adoption == STN_ROW_KEPT;
  return TRUE;
}

/* The cell of the column @name, which is @length bytes long; NULL: it is none of the table. */
static gboolean
find_cell (StnConnection *connection,
           const StnRow *row,
           const char *name,
           gsize length,
           const StnCell **ret_cell,
           GError **error)
{
  g_autoptr (StnStatement) names = stn_statement_get (connection, row->table->select, error);

  *ret_cell = NULL;
  for (guint i = 0; names != NULL && i < row->table->n_columns; i++) {
    const char *column = stn_statement_get_name (names, (int) i);

    if (strlen (column) == length && strncmp (column, name, length) == 0)
      *ret_cell = &row->cells[i];
  }
  return names != NULL;
}

/* What the rules of the tables do not say, but those of the records. */
static gboolean
check_row (StnArchiveTaker *self,
           StnConnection *connection,
           const StnRow *row,
           gboolean is_new,
           GError **error)
{
  const StnCell *night, *note;
  g_autofree char *what = NULL;
  StnDate date;

  if (!find_cell (connection, row, "night", strlen ("night"), &night, error) ||
      !find_cell (connection, row, "note", strlen ("note"), &note, error))
    return FALSE;
  if (note != NULL && note->type == SQLITE_TEXT && strlen (note->text) > STN_NOTE_MAX_BYTES) {
    what = g_strdup_printf ("\"note\" is longer than %d bytes", STN_NOTE_MAX_BYTES);
    return refuse (error, what);
  }
  if (!is_new || row->deleted || !stn_date_is_set (self->last_night) || night == NULL ||
      night->type != SQLITE_TEXT || !stn_date_parse (night->text, &date, NULL) ||
      stn_date_compare (date, self->last_night) <= 0)
    return TRUE;
  what = g_strdup_printf ("night %s has not begun yet", night->text);
  return refuse (error, what);
}

/* A row that belongs to another one, as a value does to its factor. */
static gboolean
refuse_orphan (const StnRow *row, GError **error)
{
  g_autoptr (GString) what = g_string_new (NULL);

  g_string_append_printf (what,
                          "what this row of table %s belongs to is missing:", row->table->name);
  for (guint i = 0; i < row->table->n_keys; i++)
    g_string_append_printf (what, " %s",
                            row->cells[i].text != NULL ? stn_excerpt (row->cells[i].text) : "?");
  return refuse (error, what->str);
}

/* What a table refused, in the words of the file; @error as it is where something else went wrong. */
static gboolean
explain (StnConnection *connection, const StnRow *row, GError *reason, GError **error)
{
  sqlite3 *db = stn_connection_get_db (connection);
  const char *name = strstr (sqlite3_errmsg (db), " constraint failed: ");
  g_autofree char *what = NULL;
  const StnCell *cell = NULL;
  gsize length;

  if (sqlite3_extended_errcode (db) == SQLITE_CONSTRAINT_FOREIGNKEY) {
    g_error_free (reason);
    return refuse_orphan (row, error);
  }
  if ((sqlite3_extended_errcode (db) & 0xff) != SQLITE_CONSTRAINT || name == NULL) {
    g_propagate_error (error, reason);
    return FALSE;
  }
  g_error_free (reason);
  name += strlen (" constraint failed: ");
  length = strspn (name, "abcdefghijklmnopqrstuvwxyz_");
  if (name[length] == '.') { /* "NOT NULL constraint failed: night.rev" */
    name += length + 1;
    length = strspn (name, "abcdefghijklmnopqrstuvwxyz_");
  }
  g_autofree char *column = g_strndup (name, length);

  if (!find_cell (connection, row, column, length, &cell, error))
    return FALSE;
  if (cell == NULL)
    what = g_strdup_printf ("is no row of table %s: a field is missing or says what it cannot say",
                            row->table->name);
  else if (cell->type == SQLITE_NULL)
    what = g_strdup_printf ("\"%s\" is missing", column);
  else if (cell->type == SQLITE_TEXT)
    what = g_strdup_printf ("\"%s\" cannot be '%s'", column, stn_excerpt (cell->text));
  else if (cell->type == SQLITE_INTEGER)
    what = g_strdup_printf ("\"%s\" cannot be %" G_GINT64_FORMAT, column, cell->integer);
  else
    what = g_strdup_printf ("\"%s\" cannot be %g", column, cell->real);
  return refuse (error, what);
}

/* Of a row that was written apart: both versions stay. */
static gboolean
take_apart (StnArchiveTaker *self,
            StnConnection *connection,
            Parts *parts,
            StnRow *in_file,
            StnRow *row,
            StnArchiveCounts *counts,
            GError **error)
{
  g_auto (StnRow) loser = {0};

  return adopt (self, parts, row, counts, error) &&
         read_loser (connection, parts, in_file, &loser, error) &&
         keep_other (self, parts, &loser, error);
}

gboolean
stn_archive_take (StnArchiveTaker *self,
                  const char *object,
                  StnArchiveCounts *counts,
                  GError **error)
{
  g_return_val_if_fail (self != NULL && object != NULL && counts != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self->store, error);
  g_autoptr (GError) reason = NULL;
  g_auto (Parts) parts = {0};
  g_auto (StnRow) row = {0};
  g_auto (StnRow) in_file = {0};
  gboolean found, is_apart = FALSE;

  if (connection == NULL || !read_parts (connection, object, &parts, error))
    return FALSE;
  if (!stn_row_from_json (connection, parts.table, parts.content, &row, &reason)) {
    g_autofree char *what = g_strdup_printf ("is no row of table %s", parts.table->name);

    return refuse (error, what);
  }
  row.rev = g_strdup (parts.rev);
  if ((parts.table == &stn_factor_rows && !join_factors (self, connection, &parts, &row, error)) ||
      !stn_row_read (connection, parts.table, parts.uid, &in_file, &found, error) ||
      (found && !was_written_apart (self, parts.uid, &in_file, &row, &is_apart, error)))
    return FALSE;
  return check_row (self, connection, &row, !found, error) &&
         ((is_apart ? take_apart (self, connection, &parts, &in_file, &row, counts, &reason)
                    : adopt (self, &parts, &row, counts, &reason)) ||
          explain (connection, &row, g_steal_pointer (&reason), error));
}

gboolean
stn_archive_check (StnStore *self, GError **error)
{
  g_autoptr (GError) reason = NULL;
  const char *finding;

  if (stn_verify_records (self, &reason))
    return TRUE;
  finding = stn_connection_get_finding (stn_store_get_connection (self, NULL), reason);
  if (finding != NULL)
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED,
                 "cannot be joined with diary '%s': %s", stn_store_get_path (self), finding);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
