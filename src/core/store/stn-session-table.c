/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-session-table.h"

#include "base/stn-text-line.h"
#include "store/stn-record-list.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-stamp-text.h"

#define COLUMNS "night, routine, started, seconds, steps"
#define SELECT_SESSIONS                                                                            \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS                                                  \
  " FROM session WHERE NOT deleted ORDER BY night DESC, started DESC, uid"

enum { NIGHT, ROUTINE, STARTED, SECONDS, STEPS, N_COLUMNS };

const StnRowTable stn_session_rows =
  STN_ROW_TABLE ("session", 0, N_COLUMNS, COLUMNS, "?, ?, ?, ?, ?");

static gpointer
read_session (StnConnection *connection, StnStatement *select, GError **error)
{
  g_autoptr (StnSession) session = NULL;
  StnDate night;

  if (!stn_statement_read_date (connection, select, NIGHT, &night, error))
    return NULL;
  if (!stn_date_is_set (night)) {
    stn_connection_set_damaged (connection, error, "it has a stretch without a night");
    return NULL;
  }
  session = stn_session_new (night, stn_statement_get_text (select, ROUTINE));
  session->seconds = (int) stn_statement_get_int (select, SECONDS);
  session->steps = (int) stn_statement_get_int (select, STEPS);
  if (!stn_stamp_from_text (stn_statement_get_text (select, STARTED), &session->started)) {
    stn_connection_set_damaged (connection, error, "it has a stretch that began '%s'",
                                stn_excerpt (stn_statement_get_text (select, STARTED)));
    return NULL;
  }
  if (!stn_row_identity_read (connection, select, N_COLUMNS, &session->id, error))
    return NULL;
  return g_steal_pointer (&session);
}

GPtrArray *
stn_session_table_list (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_record_list (self, SELECT_SESSIONS, read_session, (GDestroyNotify) stn_session_free,
                          error);
}

gboolean
stn_session_table_put (StnStore *self, StnSession *session, GError **error)
{
  g_return_val_if_fail (self != NULL && session != NULL, FALSE);
  g_autofree char *started = stn_stamp_to_text (session->started);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_session_rows);
  stn_row_set_date (&row, NIGHT, session->night);
  stn_row_set_text (&row, ROUTINE, session->routine);
  stn_row_set_text (&row, STARTED, started);
  stn_row_set_int (&row, SECONDS, session->seconds);
  stn_row_set_int (&row, STEPS, session->steps);
  return stn_row_put (self, stn_identity_ensure_uid (&session->id), &row, STN_ROW_ANY, error);
}
