/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-copy-state.h"

#include "store/stn-row-tables.h"
#include "store/stn-statement.h"

#define FEWER_MIN 5

#define SELECT_STATE                                                                               \
  "SELECT uid, coalesce ((SELECT rev FROM change_group ORDER BY number DESC LIMIT 1), forgotten, " \
  "''), coalesce (forgotten, '') FROM diary"

/* A constant, made once: its address is the key of the statement. */
static const char *
select_entries (void)
{
  static const char *sql;

  if (g_once_init_enter (&sql)) {
    g_autoptr (GString) text = g_string_new ("SELECT 0");
    const StnRowTable *const *tables = stn_row_tables_list ();

    for (guint i = 0; tables[i] != NULL; i++)
      g_string_append_printf (text, " + (SELECT count (*) FROM %s)", tables[i]->name);
    g_once_init_leave (&sql, g_strdup (text->str));
  }
  return sql;
}

gboolean
stn_copy_count_entries (StnConnection *connection, guint *ret_n, GError **error)
{
  gint64 n;

  if (!stn_connection_query_int (connection, select_entries (), &n, error))
    return FALSE;
  *ret_n = (guint) n;
  return TRUE;
}

gboolean
stn_copy_state_read (StnConnection *connection, StnCopyState *ret_state, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_STATE, error);
  guint entries;
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  if (!row) {
    stn_connection_set_damaged (connection, error, "the row that says what it is is missing");
    return FALSE;
  }
  if (!stn_copy_count_entries (connection, &entries, error))
    return FALSE;
  *ret_state = (StnCopyState){
    .uid = g_strdup (stn_statement_get_text (select, 0)),
    .rev = g_strdup (stn_statement_get_text (select, 1)),
    .forgotten = g_strdup (stn_statement_get_text (select, 2)),
    .entries = entries,
  };
  return TRUE;
}

void
stn_copy_state_clear (StnCopyState *self)
{
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->rev, g_free);
  g_clear_pointer (&self->forgotten, g_free);
}

gboolean
stn_copy_is_far_fewer (guint entries, guint entries_before)
{
  return entries + FEWER_MIN <= entries_before &&
         (guint64) entries * 10 < (guint64) entries_before * 9;
}
