/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-row-json.h"

#include "base/stn-text-number.h"

#include <string.h>

/* "real" is read as text, because SQLite reads a decimal number with an error of up to one unit in the last place. */
#define SELECT_MEMBERS                                                                             \
  "SELECT key, type, CASE type WHEN 'real' THEN ?1 -> fullkey ELSE atom END "                      \
  "FROM json_each (iif (json_valid (?1), ?1, '{\"text that is not JSON\":0}'))"

void
stn_json_append_text (GString *json, const char *text)
{
  g_string_append_c (json, '"');
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '"' || *p == '\\')
      g_string_append_printf (json, "\\%c", *p);
    else if ((guchar) *p < 0x20)
      g_string_append_printf (json, "\\u%04x", (guint) *p);
    else
      g_string_append_c (json, *p);
  g_string_append_c (json, '"');
}

static void
append_member (GString *json, const char *name, const StnCell *cell)
{
  char number[STN_REAL_TEXT_SIZE];

  if (cell->type == SQLITE_NULL)
    return;
  if (json->len > 1)
    g_string_append_c (json, ',');
  stn_json_append_text (json, name);
  g_string_append_c (json, ':');
  if (cell->type == SQLITE_TEXT)
    stn_json_append_text (json, cell->text);
  else if (cell->type == SQLITE_FLOAT)
    g_string_append (json, stn_real_to_text (cell->real, number));
  else
    g_string_append_printf (json, "%" G_GINT64_FORMAT, cell->integer);
}

char *
stn_row_to_json (StnConnection *connection, const StnRow *row, GError **error)
{
  g_autoptr (StnStatement) names = stn_statement_get (connection, row->table->select, error);
  StnCell source = {.type = row->source != NULL ? SQLITE_TEXT : SQLITE_NULL, .text = row->source};
  StnCell deleted = {.type = row->deleted ? SQLITE_INTEGER : SQLITE_NULL, .integer = 1};

  if (names == NULL)
    return NULL;
  GString *json = g_string_new ("{");
  for (guint i = 0; i < row->table->n_columns; i++)
    append_member (json, stn_statement_get_name (names, (int) i), &row->cells[i]);
  append_member (json, "source", &source);
  append_member (json, "deleted", &deleted);
  g_string_append_c (json, '}');
  return g_string_free (json, FALSE);
}

/* The number of the column @name of the table's select, or -1. */
static int
find_column (StnStatement *names, guint n_columns, const char *name)
{
  for (guint i = 0; i < n_columns; i++)
    if (strcmp (stn_statement_get_name (names, (int) i), name) == 0)
      return (int) i;
  return -1;
}

static gboolean
take_member (StnRow *row, StnStatement *names, StnStatement *member)
{
  const char *name = stn_statement_get_text (member, 0);
  const char *type = stn_statement_get_text (member, 1);
  const char *text = stn_statement_get_opt_text (member, 2);
  int column = find_column (names, row->table->n_columns, name);
  double real;

  if (strcmp (name, "deleted") == 0)
    row->deleted = TRUE;
  else if (strcmp (name, "source") == 0) {
    g_free (row->source); /* JSON may say it twice */
    row->source = g_strdup (text);
  } else if (column < 0)
    return FALSE;
  else if (strcmp (type, "text") == 0)
    stn_row_set_text (row, (guint) column, text);
  else if (strcmp (type, "integer") == 0)
    stn_row_set_int (row, (guint) column, stn_statement_get_int (member, 2));
  else if (strcmp (type, "real") == 0 && text != NULL && stn_real_parse (text, &real, NULL))
    stn_row_set_real (row, (guint) column, real);
  else
    return FALSE;
  return TRUE;
}

gboolean
stn_row_from_json (StnConnection *connection,
                   const StnRowTable *table,
                   const char *json,
                   StnRow *ret_row,
                   GError **error)
{
  g_autoptr (StnStatement) names = stn_statement_get (connection, table->select, error);
  g_autoptr (StnStatement) members =
    names != NULL ? stn_statement_get (connection, SELECT_MEMBERS, error) : NULL;
  g_auto (StnRow) read = {0};
  gboolean row;

  if (members == NULL)
    return FALSE;
  stn_row_init (&read, table);
  stn_statement_bind_text (members, 1, json);
  do {
    if (!stn_statement_step (members, &row, error))
      return FALSE;
    if (row && !take_member (&read, names, members)) {
      stn_connection_set_damaged (connection, error, "its change log has a %s, which no %s has",
                                  stn_statement_get_text (members, 0), table->name);
      return FALSE;
    }
  } while (row);
  *ret_row = read;
  read = (StnRow){0};
  return TRUE;
}
