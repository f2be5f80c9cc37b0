/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-record-list.h"

#include "base/stn-text-line.h"
#include "base/stn-uid.h"
#include "store/stn-store-private.h"

GPtrArray *
stn_record_list (
  StnStore *store, const char *select, StnRecordRead read, GDestroyNotify free, GError **error)
{
  StnConnection *connection = stn_store_get_connection (store, error);
  g_autoptr (StnStatement) statement =
    connection == NULL ? NULL : stn_statement_get (connection, select, error);
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free);
  gboolean row;

  if (statement == NULL)
    return NULL;
  while (TRUE) {
    gpointer record;

    if (!stn_statement_step (statement, &row, error))
      return NULL;
    if (!row)
      return g_steal_pointer (&records);
    record = read (connection, statement, error);
    if (record == NULL)
      return NULL;
    g_ptr_array_add (records, record);
  }
}

void
stn_row_set_date (StnRow *row, guint column, StnDate date)
{
  char text[STN_DATE_TEXT_SIZE];

  if (stn_date_is_set (date))
    stn_row_set_text (row, column, stn_date_to_text (date, text));
}

gboolean
stn_statement_read_date (
  StnConnection *connection, StnStatement *statement, int column, StnDate *ret_date, GError **error)
{
  const char *text = stn_statement_get_opt_text (statement, column);

  *ret_date = STN_NO_DATE;
  if (text == NULL || stn_date_parse (text, ret_date, NULL))
    return TRUE;
  stn_connection_set_damaged (connection, error, "it has the date '%s'", stn_excerpt (text));
  return FALSE;
}

const char *
stn_identity_ensure_uid (StnIdentity *id)
{
  if (id->uid == NULL)
    id->uid = stn_uid_new_random ();
  return id->uid;
}
