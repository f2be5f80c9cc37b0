/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-row-identity.h"
#include "store/stn-stamp-text.h"
#include "store/stn-store.h"

void
stn_row_set_damaged (
  StnConnection *connection, const char *table, const char *field, const char *text, GError **error)
{
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED,
               "cannot read diary '%s': it has a %s with %s '%s'",
               stn_connection_get_name (connection), table, field, text);
}

gboolean
stn_row_identity_read (StnConnection *connection,
                       StnStatement *statement,
                       int column,
                       StnIdentity *ret_identity,
                       GError **error)
{
  const char *created = stn_statement_get_text (statement, column + 3);
  const char *updated = stn_statement_get_text (statement, column + 4);
  StnIdentity read = {0};

  if (!stn_stamp_from_text (created, &read.created)) {
    stn_row_set_damaged (connection, "row", "time of entry", created, error);
    return FALSE;
  }
  if (!stn_stamp_from_text (updated, &read.updated)) {
    stn_row_set_damaged (connection, "row", "time of change", updated, error);
    return FALSE;
  }
  read.uid = g_strdup (stn_statement_get_text (statement, column));
  read.rev = g_strdup (stn_statement_get_text (statement, column + 1));
  read.source = g_strdup (stn_statement_get_text (statement, column + 2));
  *ret_identity = read;
  return TRUE;
}
