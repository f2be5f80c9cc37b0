/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-content-digest.h"

#include "store/stn-statement.h"

#define SELECT_TABLES                                                                              \
  "SELECT name FROM sqlite_schema WHERE type = 'table' UNION ALL SELECT 'sqlite_schema' ORDER BY " \
  "1"

/* With its type and its length before it: 'ab', 'c' is not 'a', 'bc', nor is 1 '1'. */
static void
add_value (GChecksum *sum, sqlite3_stmt *row, int column)
{
  const guint8 type = (guint8) sqlite3_column_type (row, column);
  const void *bytes = sqlite3_column_blob (row, column); /* of a number its decimal text */
  const gint64 length = sqlite3_column_bytes (row, column);

  g_checksum_update (sum, &type, sizeof type);
  g_checksum_update (sum, (const guchar *) &length, sizeof length);
  if (length > 0)
    g_checksum_update (sum, bytes, (gssize) length);
}

static int
add_rows (GChecksum *sum, sqlite3_stmt *rows, guint64 *ret_n)
{
  const int columns = sqlite3_column_count (rows);
  int result;

  *ret_n = 0;
  while ((result = sqlite3_step (rows)) == SQLITE_ROW) {
    for (int i = 0; i < columns; i++)
      add_value (sum, rows, i);
    ++*ret_n;
  }
  return result;
}

static gboolean
add_table (StnConnection *connection, const char *name, GString *text, GError **error)
{
  sqlite3 *db = stn_connection_get_db (connection);
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  char *sql = sqlite3_mprintf ("SELECT * FROM \"%w\"", name); /* the name comes from the file */
  sqlite3_stmt *rows = NULL;
  guint64 n = 0;
  int result = sqlite3_prepare_v2 (db, sql, -1, &rows, NULL);

  sqlite3_free (sql);
  if (result == SQLITE_OK)
    result = add_rows (sum, rows, &n);
  if (result != SQLITE_DONE)
    stn_connection_set_error (connection, result, "read", error);
  sqlite3_finalize (rows);
  g_string_append_printf (text, "%s %" G_GUINT64_FORMAT " %s\n", name, n,
                          g_checksum_get_string (sum));
  return result == SQLITE_DONE;
}

char *
stn_content_digest (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) tables = stn_statement_get (connection, SELECT_TABLES, error);
  g_autoptr (GString) text = g_string_new (NULL);
  gboolean row;

  if (tables == NULL)
    return NULL;
  while (TRUE) {
    if (!stn_statement_step (tables, &row, error))
      return NULL;
    if (!row)
      return g_string_free (g_steal_pointer (&text), FALSE);
    if (!add_table (connection, stn_statement_get_text (tables, 0), text, error))
      return NULL;
  }
}
