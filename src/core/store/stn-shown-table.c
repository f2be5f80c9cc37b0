/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-shown-table.h"

#include "store/stn-statement.h"
#include "store/stn-store-private.h"

#define SELECT "SELECT what, night FROM shown"
#define INSERT "INSERT INTO shown (what, night) VALUES (?, ?) ON CONFLICT DO NOTHING"

GHashTable *
stn_shown_table_load (StnStore *self, GError **error)
{
  g_autoptr (GHashTable) shown = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT, error) : NULL;
  gboolean row = TRUE;

  if (select == NULL)
    return NULL;
  while (stn_statement_step (select, &row, error)) {
    StnDate night;

    if (!row)
      return g_steal_pointer (&shown);
    if (stn_date_parse (stn_statement_get_text (select, 1), &night, NULL))
      g_hash_table_insert (shown, g_strdup (stn_statement_get_text (select, 0)),
                           g_memdup2 (&night, sizeof night));
  }
  return NULL;
}

static gboolean
insert (StnConnection *connection, const char *id, StnDate night, GError **error)
{
  g_autoptr (StnStatement) statement = stn_statement_get (connection, INSERT, error);
  char key[STN_DATE_TEXT_SIZE];

  if (statement == NULL)
    return FALSE;
  stn_statement_bind_text (statement, 1, id);
  stn_statement_bind_text (statement, 2, stn_date_to_text (night, key));
  return stn_statement_run (statement, error);
}

/* FALSE with @error, as a transaction of its own. */
static gboolean
keep (
  StnStore *self, StnConnection *connection, const GPtrArray *ids, StnDate night, GError **error)
{
  gboolean done;

  if (!stn_connection_execute (connection, "BEGIN IMMEDIATE", "write", error))
    return FALSE;
  done = TRUE;
  for (guint i = 0; done && i < ids->len; i++)
    done = insert (connection, g_ptr_array_index (ids, i), night, error);
  if (done && stn_connection_execute (connection, "COMMIT", "write", error))
    return TRUE;
  stn_store_reconnect (self); /* closing rolls back */
  return FALSE;
}

gboolean
stn_shown_table_keep (StnStore *self, const GPtrArray *ids, StnDate night, GError **error)
{
  g_return_val_if_fail (ids != NULL && stn_date_is_set (night), FALSE);
  g_return_val_if_fail (stn_store_get_group (self) == NULL, FALSE);
  g_autoptr (GError) reason = NULL;
  StnConnection *connection = stn_store_get_connection (self, error);

  if (connection == NULL)
    return FALSE;
  if (ids->len == 0 || stn_store_is_read_only (self))
    return TRUE;
  stn_connection_set_patient (connection, FALSE);
  gboolean kept = keep (self, connection, ids, night, &reason);
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
