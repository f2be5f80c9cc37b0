/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-statement.h"

#include <math.h>

struct _StnStatement {
  StnConnection *connection;
  sqlite3_stmt *stmt;
  int bind_result;    /* of the first bind that failed */
  const char *damage; /* what was wrong with a column that was read */
  gboolean in_use;
};

StnStatement *
stn_statement_get (StnConnection *connection, const char *sql, GError **error)
{
  GHashTable *kept = stn_connection_get_statements (connection);
  StnStatement *self = g_hash_table_lookup (kept, sql);

  if (self == NULL) {
    sqlite3_stmt *stmt = NULL;
    int result = sqlite3_prepare_v3 (stn_connection_get_db (connection), sql, -1,
                                     SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (result == SQLITE_ERROR) { /* our SQL is right: the tables are not what they should be */
      stn_connection_set_damaged (connection, error, "%s",
                                  sqlite3_errmsg (stn_connection_get_db (connection)));
      return NULL;
    }
    if (result != SQLITE_OK) {
      stn_connection_set_error (connection, result, "read", error);
      return NULL;
    }
    self = g_new0 (StnStatement, 1);
    self->connection = connection;
    self->stmt = stmt;
    g_hash_table_insert (kept, (gpointer) sql, self);
  }
  g_return_val_if_fail (!self->in_use, NULL);
  self->in_use = TRUE;
  return self;
}

void
stn_statement_done (StnStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_reset (self->stmt); /* repeats the error that the last step already returned */
  sqlite3_clear_bindings (self->stmt);
  self->bind_result = SQLITE_OK;
  self->damage = NULL;
  self->in_use = FALSE;
}

void
stn_statement_free (StnStatement *self)
{
  if (self == NULL)
    return;
  sqlite3_finalize (self->stmt);
  g_free (self);
}

static void
note_bind (StnStatement *self, int result)
{
  if (self->bind_result == SQLITE_OK)
    self->bind_result = result;
}

void
stn_statement_bind_null (StnStatement *self, int place)
{
  note_bind (self, sqlite3_bind_null (self->stmt, place));
}

void
stn_statement_bind_int (StnStatement *self, int place, gint64 value)
{
  note_bind (self, sqlite3_bind_int64 (self->stmt, place, value));
}

void
stn_statement_bind_real (StnStatement *self, int place, double value)
{
  note_bind (self, sqlite3_bind_double (self->stmt, place, value));
}

void
stn_statement_bind_text (StnStatement *self, int place, const char *text)
{
  if (text != NULL && !g_utf8_validate (text, -1, NULL))
    note_bind (self, SQLITE_MISMATCH);
  else
    note_bind (self, sqlite3_bind_text (self->stmt, place, text, -1, SQLITE_TRANSIENT));
}

gboolean
stn_statement_step (StnStatement *self, gboolean *ret_row, GError **error)
{
  int result = self->bind_result != SQLITE_OK ? self->bind_result : sqlite3_step (self->stmt);

  if (self->damage != NULL) {
    stn_connection_set_damaged (self->connection, error, "it has %s", self->damage);
    return FALSE;
  }
  if (result == SQLITE_ROW || result == SQLITE_DONE) {
    *ret_row = result == SQLITE_ROW;
    return TRUE;
  }
  stn_connection_set_error (self->connection, result,
                            sqlite3_stmt_readonly (self->stmt) ? "read" : "write", error);
  return FALSE;
}

gboolean
stn_statement_run (StnStatement *self, GError **error)
{
  gboolean row = TRUE;

  while (row)
    if (!stn_statement_step (self, &row, error))
      return FALSE;
  return TRUE;
}

int
stn_statement_get_type (StnStatement *self, int column)
{
  return sqlite3_column_type (self->stmt, column);
}

const char *
stn_statement_get_name (StnStatement *self, int column)
{
  return sqlite3_column_name (self->stmt, column);
}

gint64
stn_statement_get_int (StnStatement *self, int column)
{
  return sqlite3_column_int64 (self->stmt, column);
}

double
stn_statement_get_real (StnStatement *self, int column)
{
  double value = sqlite3_column_double (self->stmt, column);

  if (isfinite (value))
    return value;
  self->damage = "a number that is not finite";
  return 0;
}

const char *
stn_statement_get_opt_text (StnStatement *self, int column)
{
  const char *text = (const char *) sqlite3_column_text (self->stmt, column);

  if (text == NULL || g_utf8_validate (text, -1, NULL))
    return text;
  self->damage = "a text that is not UTF-8";
  return NULL;
}

const char *
stn_statement_get_text (StnStatement *self, int column)
{
  const char *text = stn_statement_get_opt_text (self, column);

  return text != NULL ? text : "";
}
