/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-row-identity.h"
#include "store/stn-stamp-text.h"
#include "store/stn-store.h"

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
    stn_connection_set_damaged (connection, error, "it has a row with time of entry '%s'", created);
    return FALSE;
  }
  if (!stn_stamp_from_text (updated, &read.updated)) {
    stn_connection_set_damaged (connection, error, "it has a row with time of change '%s'",
                                updated);
    return FALSE;
  }
  read.uid = g_strdup (stn_statement_get_text (statement, column));
  read.rev = g_strdup (stn_statement_get_text (statement, column + 1));
  read.source = g_strdup (stn_statement_get_text (statement, column + 2));
  *ret_identity = read;
  return TRUE;
}
