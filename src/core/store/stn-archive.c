/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-archive.h"

#include "base/stn-rev.h"
#include "store/stn-night-rows.h"
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

#define SELECT_KNOWN                                                                               \
  "SELECT 1 FROM change WHERE \"table\" = 'night' AND uid = ? AND rev = ? LIMIT 1"

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

/* Whether the diary behind @connection ever had the night @uid as it was at @rev. */
static gboolean
knows (
  StnConnection *connection, const char *uid, const char *rev, gboolean *ret_knows, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_KNOWN, error);

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, uid);
  stn_statement_bind_text (select, 2, rev);
  return stn_statement_step (select, ret_knows, error);
}

static const char *
answer_of (const StnRow *row)
{
  return row->deleted ? NULL : row->cells[STN_NIGHT_ROW_ANSWER].text;
}

/* The stamps of a row in the file, to go with its content. */
static gboolean
read_stamps (StnConnection *connection, Parts *parts, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, parts->table->stamps, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, parts->uid);
  if (!stn_statement_step (select, &row, error) || !row)
    return FALSE;
  g_free (parts->updated);
  g_free (parts->created);
  parts->updated = g_strdup (stn_statement_get_text (select, 0));
  parts->created = g_strdup (stn_statement_get_text (select, 1));
  return TRUE;
}

/* "No cramps" that the newer of the two does not know of is not taken back by it: it is put beside what that says. */
static gboolean
keep_answer (
  StnConnection *connection, StnConnection *from, Parts *parts, StnRow *row, GError **error)
{
  g_auto (StnRow) in_file = {0};
  gboolean found, is_newer, is_known;
  StnRow *newer, *older;

  if (!stn_row_read (connection, parts->table, parts->uid, &in_file, &found, error))
    return FALSE;
  is_newer = found && strcmp (row->rev, in_file.rev) > 0;
  newer = is_newer ? row : &in_file;
  older = is_newer ? &in_file : row;
  if (!found || strcmp (row->rev, in_file.rev) == 0 || newer->deleted ||
      answer_of (newer) != NULL || answer_of (older) == NULL)
    return TRUE;
  if (!knows (is_newer ? from : connection, parts->uid, older->rev, &is_known, error))
    return FALSE;
  if (is_known)
    return TRUE;
  stn_row_set_text (newer, STN_NIGHT_ROW_ANSWER, answer_of (older));
  if (is_newer)
    return TRUE;
  stn_row_clear (row);
  *row = in_file;
  in_file = (StnRow){0};
  return read_stamps (connection, parts, error);
}

gboolean
stn_archive_take (
  StnStore *self, StnStore *from, const char *object, StnArchiveCounts *counts, GError **error)
{
  g_return_val_if_fail (self != NULL && object != NULL && counts != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (GError) reason = NULL;
  g_auto (Parts) parts = {0};
  g_auto (StnRow) row = {0};
  StnRowAdoption adoption;

  if (connection == NULL || !read_parts (connection, object, &parts, error))
    return FALSE;
  if (!stn_row_from_json (connection, parts.table, parts.content, &row, &reason)) {
    g_autofree char *what = g_strdup_printf ("is no row of table %s", parts.table->name);

    return refuse (error, what);
  }
  row.rev = g_strdup (parts.rev);
  if (from != NULL && parts.table == &stn_night_rows &&
      !keep_answer (connection, stn_store_get_connection (from, error), &parts, &row, error))
    return FALSE;
  if (!stn_row_adopt (self, parts.uid, &row, parts.updated, parts.created, &adoption, error))
    return FALSE;
  counts->fresh += adoption == STN_ROW_FRESH;
  counts->newer += adoption == STN_ROW_NEWER;
  counts->kept += adoption == STN_ROW_KEPT;
  return TRUE;
}

gboolean
stn_archive_check (StnStore *self, GError **error)
{
  return stn_verify_records (self, error);
}
