/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-draft-table.h"

#include "store/stn-stamp-text.h"
#include "store/stn-statement.h"
#include "store/stn-store-private.h"

#define SELECT "SELECT content FROM draft WHERE kind = ? AND night = ?"
#define PUT                                                                                        \
  "INSERT INTO draft (kind, night, content, updated) VALUES (?, ?, ?, ?)"                          \
  " ON CONFLICT DO UPDATE SET content = excluded.content, updated = excluded.updated"
#define LIST "SELECT night FROM draft WHERE kind = ? ORDER BY night DESC"
#define DISCARD "DELETE FROM draft WHERE kind = ? AND night = ?"

static StnStatement *
prepare (
  StnConnection *connection, const char *sql, const char *kind, StnDate night, GError **error)
{
  StnStatement *statement = stn_statement_get (connection, sql, error);
  char key[STN_DATE_TEXT_SIZE];

  if (statement == NULL)
    return NULL;
  stn_statement_bind_text (statement, 1, kind);
  stn_statement_bind_text (statement, 2, stn_date_to_text (night, key));
  return statement;
}

gboolean
stn_draft_table_get (
  StnStore *self, const char *kind, StnDate night, char **ret_content, GError **error)
{
  g_return_val_if_fail (kind != NULL && stn_date_is_set (night), FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? prepare (connection, SELECT, kind, night, error) : NULL;
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  *ret_content = row ? g_strdup (stn_statement_get_text (select, 0)) : NULL;
  return TRUE;
}

GArray *
stn_draft_table_list (StnStore *self, const char *kind, GError **error)
{
  g_return_val_if_fail (kind != NULL, NULL);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, LIST, error) : NULL;
  g_autoptr (GArray) nights = g_array_new (FALSE, FALSE, sizeof (StnDate));
  gboolean row = FALSE;

  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, kind);
  do {
    StnDate night;

    if (!stn_statement_step (select, &row, error) ||
        (row && !stn_date_parse (stn_statement_get_text (select, 0), &night, error)))
      return NULL;
    if (row)
      g_array_append_val (nights, night);
  } while (row);
  return g_steal_pointer (&nights);
}

static gboolean
write_content (StnStore *self, const char *kind, StnDate night, const char *content, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) put =
    connection != NULL ? prepare (connection, PUT, kind, night, error) : NULL;
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  g_autofree char *updated = stn_stamp_to_text (stn_stamp_of (now));

  if (put == NULL)
    return FALSE;
  stn_statement_bind_text (put, 3, content);
  stn_statement_bind_text (put, 4, updated);
  return stn_statement_run (put, error);
}

static gboolean
delete_content (StnStore *self, const char *kind, StnDate night, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) discard =
    connection != NULL ? prepare (connection, DISCARD, kind, night, error) : NULL;

  return discard != NULL && stn_statement_run (discard, error);
}

/* Makes the draft say @content, NULL = be gone. */
static gboolean
change (StnStore *self, const char *kind, StnDate night, const char *content, GError **error)
{
  g_autofree char *kept = NULL;

  if (!stn_draft_table_get (self, kind, night, &kept, error))
    return FALSE;
  if (g_strcmp0 (kept, content) == 0)
    return TRUE;
  if (stn_store_is_read_only (self)) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY,
                 "cannot write diary '%s': it may not be written", stn_store_get_path (self));
    return FALSE;
  }
  if (content != NULL ? write_content (self, kind, night, content, error)
                      : delete_content (self, kind, night, error))
    return TRUE;
  stn_store_reconnect (self);
  return FALSE;
}

gboolean
stn_draft_table_put (
  StnStore *self, const char *kind, StnDate night, const char *content, GError **error)
{
  g_return_val_if_fail (content != NULL && *content != '\0', FALSE);
  g_return_val_if_fail (stn_store_get_group (self) == NULL, FALSE);

  return change (self, kind, night, content, error);
}

gboolean
stn_draft_table_discard (StnStore *self, const char *kind, StnDate night, GError **error)
{
  g_return_val_if_fail (stn_store_get_group (self) == NULL, FALSE);

  return change (self, kind, night, NULL, error);
}
