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
