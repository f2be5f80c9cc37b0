/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-schema-check.h"

#include "store/stn-statement.h"

#define SELECT_OURS                                                                                \
  "SELECT name, type, sql FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT GLOB "   \
  "'sqlite_*' ORDER BY name"
#define SELECT_SAME                                                                                \
  "SELECT count (*) FROM sqlite_schema WHERE name = ? COLLATE NOCASE AND type = ? AND sql = ?"

StnConnection *
stn_schema_make_empty (const StnSchema *schema, GError **error)
{
  g_autoptr (StnConnection) ours = stn_connection_open ("", "schema", STN_CONNECTION_MEMORY, error);

  for (int i = 0; ours != NULL && i < schema->version; i++)
    if (!stn_connection_execute (ours, schema->steps[i], "create", error))
      return NULL;
  return g_steal_pointer (&ours);
}

static gboolean
is_same (StnConnection *connection, StnStatement *ours, gboolean *ret_same, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_SAME, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  for (int i = 0; i < 3; i++)
    stn_statement_bind_text (select, i + 1, stn_statement_get_text (ours, i));
  if (!stn_statement_step (select, &row, error))
    return FALSE;
  *ret_same = row && stn_statement_get_int (select, 0) == 1;
  return TRUE;
}

/* What belongs to a table goes before it. */
#define SELECT_ALL                                                                                 \
  "SELECT name, type, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT GLOB 'sqlite_*' "  \
  "ORDER BY type = 'table', type = 'index', name"

/* A table takes along what some kinds of it are made of. */
static gboolean
drop (StnConnection *connection, const char *type, const char *name, GError **error)
{
  char *sql = sqlite3_mprintf ("DROP %s IF EXISTS \"%w\"", type, name);
  const gboolean done = stn_connection_execute (connection, sql, "write", NULL);

  sqlite3_free (sql);
  if (!done)
    stn_connection_set_damaged (
      connection, error, "its %s %s is not that of a Stillnight diary and cannot be left out", type,
      name);
  return done;
}

/* (transfer full) name after type of what is not ours, in the order in which it goes. */
static GPtrArray *
list_others (StnConnection *connection, StnConnection *ours, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_ALL, error);
  g_autoptr (GPtrArray) others = g_ptr_array_new_with_free_func (g_free);
  gboolean row, same;

  if (select == NULL)
    return NULL;
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return NULL;
    if (!row)
      return g_steal_pointer (&others);
    if (!is_same (ours, select, &same, error))
      return NULL;
    if (same)
      continue;
    g_ptr_array_add (others, g_strdup (stn_statement_get_text (select, 1)));
    g_ptr_array_add (others, g_strdup (stn_statement_get_text (select, 0)));
  }
}

gboolean
stn_schema_leave_out_others (StnConnection *connection, const StnSchema *schema, GError **error)
{
  g_autoptr (StnConnection) ours = stn_schema_make_empty (schema, error);
  g_autoptr (GPtrArray) others = ours != NULL ? list_others (connection, ours, error) : NULL;
  gboolean done = others != NULL;

  if (!done || others->len == 0)
    return done;
  /* A row of such a table may refer to one of ours. */
  done = stn_connection_execute (connection, "PRAGMA foreign_keys = OFF", "write", error);
  for (guint i = 0; done && i < others->len; i += 2)
    done = drop (connection, others->pdata[i], others->pdata[i + 1], error);
  return stn_connection_execute (connection, "PRAGMA foreign_keys = ON", "write",
                                 done ? error : NULL) &&
         done;
}

gboolean
stn_schema_check (StnConnection *connection, const StnSchema *schema, GError **error)
{
  g_autoptr (StnConnection) ours = stn_schema_make_empty (schema, error);
  g_autoptr (StnStatement) select =
    ours != NULL ? stn_statement_get (ours, SELECT_OURS, error) : NULL;
  gboolean row, same;

  if (select == NULL)
    return FALSE;
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    if (!is_same (connection, select, &same, error))
      return FALSE;
    if (!same) {
      stn_connection_set_damaged (connection, error, "its %s %s is not that of a Stillnight diary",
                                  stn_statement_get_text (select, 1),
                                  stn_statement_get_text (select, 0));
      return FALSE;
    }
  }
}
