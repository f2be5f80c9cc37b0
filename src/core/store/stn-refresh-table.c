/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-refresh-table.h"

#include "store/stn-statement.h"
#include "store/stn-store-private.h"

/* A person may have dropped what may be dropped. */
#define SELECT_TABLES                                                                              \
  "SELECT count (*) FROM sqlite_schema WHERE type = 'table' AND name = 'weekly_refresh'"
#define SELECT_ALL "SELECT fingerprint, findings FROM weekly_refresh"
#define INSERT "INSERT INTO weekly_refresh (fingerprint, night, findings) VALUES (?, ?, ?)"
#define DELETE "DELETE FROM weekly_refresh WHERE fingerprint = ?"

static GHashTable *
read_all (StnConnection *connection, GError **error)
{
  g_autoptr (GHashTable) kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (StnStatement) select = NULL;
  gint64 tables;
  gboolean row;

  if (!stn_connection_query_int (connection, SELECT_TABLES, &tables, error))
    return NULL;
  if (tables == 0)
    return g_steal_pointer (&kept);
  select = stn_statement_get (connection, SELECT_ALL, error);
  if (select == NULL)
    return NULL;
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return NULL;
    if (!row)
      return g_steal_pointer (&kept);
    g_hash_table_insert (kept, g_strdup (stn_statement_get_text (select, 0)),
                         g_strdup (stn_statement_get_text (select, 1)));
  }
}

GHashTable *
stn_refresh_table_load (StnStore *self, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);

  return connection != NULL ? read_all (connection, error) : NULL;
}

static gboolean
insert (StnConnection *connection, const StnRefreshRow *row, GError **error)
{
  g_autoptr (StnStatement) statement = stn_statement_get (connection, INSERT, error);
  char night[STN_DATE_TEXT_SIZE];

  if (statement == NULL)
    return FALSE;
  stn_statement_bind_text (statement, 1, row->fingerprint);
  stn_statement_bind_text (statement, 2, stn_date_to_text (row->night, night));
  stn_statement_bind_text (statement, 3, row->findings);
  return stn_statement_run (statement, error);
}

static gboolean
delete_one (StnConnection *connection, const char *fingerprint, GError **error)
{
  g_autoptr (StnStatement) statement = stn_statement_get (connection, DELETE, error);

  if (statement == NULL)
    return FALSE;
  stn_statement_bind_text (statement, 1, fingerprint);
  return stn_statement_run (statement, error);
}

/* Writes what is new and deletes what is left over. */
static gboolean
replace (StnConnection *connection, const GArray *rows, GError **error)
{
  g_autoptr (GHashTable) left_over = read_all (connection, error);
  GHashTableIter iter;
  gpointer fingerprint;

  if (left_over == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const StnRefreshRow *row = &g_array_index (rows, StnRefreshRow, i);

    if (!g_hash_table_remove (left_over, row->fingerprint) && !insert (connection, row, error))
      return FALSE;
  }
  g_hash_table_iter_init (&iter, left_over);
  while (g_hash_table_iter_next (&iter, &fingerprint, NULL))
    if (!delete_one (connection, fingerprint, error))
      return FALSE;
  return stn_connection_execute (connection, "COMMIT", "write", error);
}

/* FALSE with @error, as a transaction of its own. */
static gboolean
keep (StnStore *self, StnConnection *connection, const GArray *rows, GError **error)
{
  gint64 tables;

  if (!stn_connection_query_int (connection, SELECT_TABLES, &tables, error))
    return FALSE;
  if (tables == 0)
    return TRUE;
  if (!stn_connection_execute (connection, "BEGIN IMMEDIATE", "write", error))
    return FALSE;
  if (replace (connection, rows, error))
    return TRUE;
  stn_store_reconnect (self); /* closing rolls back */
  return FALSE;
}

gboolean
stn_refresh_table_keep (StnStore *self, const GArray *rows, GError **error)
{
  g_return_val_if_fail (rows != NULL && stn_store_get_group (self) == NULL, FALSE);
  g_autoptr (GError) reason = NULL;
  StnConnection *connection = stn_store_get_connection (self, error);

  if (connection == NULL)
    return FALSE;
  if (stn_store_is_read_only (self))
    return TRUE;
  stn_connection_set_patient (connection, FALSE);
  gboolean kept = keep (self, connection, rows, &reason);
  /* Another one when the first was given up. */
  connection = stn_store_get_connection (self, NULL);
  if (connection != NULL)
    stn_connection_set_patient (connection, TRUE);
  if (kept || g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_BUSY) ||
      g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}
