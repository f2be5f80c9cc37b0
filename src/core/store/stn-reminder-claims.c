/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-reminder-table.h"

#include "store/stn-statement.h"
#include "store/stn-store-private.h"

#define COLUMNS "kind, night, state, again, written, process"
#define SELECT_SINCE "SELECT " COLUMNS " FROM reminder_claim WHERE night >= ? ORDER BY night, kind"
#define SELECT_ONE "SELECT " COLUMNS " FROM reminder_claim WHERE kind = ? AND night = ?"
#define PUT                                                                                        \
  "INSERT INTO reminder_claim (" COLUMNS ") VALUES (?, ?, ?, ?, ?, ?)"                             \
  " ON CONFLICT DO UPDATE SET state = excluded.state, again = excluded.again,"                     \
  " written = excluded.written, process = excluded.process"
/* By number, not by age: a clock that is set wrong for a while must not make tonight forgotten. */
#define DELETE_OLD                                                                                 \
  "DELETE FROM reminder_claim WHERE night < (SELECT night FROM reminder_claim"                     \
  " ORDER BY night DESC LIMIT 1 OFFSET 300)"

enum { KIND, NIGHT, STATE, AGAIN, WRITTEN, PROCESS };

static StnReminderClaim *
read_claim (StnConnection *connection, StnStatement *select, GError **error)
{
  g_autoptr (StnReminderClaim) claim = g_new0 (StnReminderClaim, 1);

  if (!stn_reminder_kind_parse (stn_statement_get_text (select, KIND), &claim->kind, NULL) ||
      !stn_date_parse (stn_statement_get_text (select, NIGHT), &claim->night, NULL) ||
      !stn_claim_state_parse (stn_statement_get_text (select, STATE), &claim->state, NULL)) {
    stn_connection_set_damaged (connection, error, "it remembers a reminder '%s' of the night '%s'",
                                stn_statement_get_text (select, KIND),
                                stn_statement_get_text (select, NIGHT));
    return NULL;
  }
  claim->again_s = stn_statement_get_int (select, AGAIN);
  claim->written_s = stn_statement_get_int (select, WRITTEN);
  claim->process = g_strdup (stn_statement_get_text (select, PROCESS));
  return g_steal_pointer (&claim);
}

GPtrArray *
stn_reminder_claim_list (StnStore *self, StnDate from, GError **error)
{
  g_return_val_if_fail (self != NULL && stn_date_is_set (from), NULL);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_SINCE, error) : NULL;
  g_autoptr (GPtrArray) claims =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_reminder_claim_free);
  char night[STN_DATE_TEXT_SIZE];
  gboolean row;

  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, stn_date_to_text (from, night));
  while (stn_statement_step (select, &row, error)) {
    StnReminderClaim *claim = row ? read_claim (connection, select, error) : NULL;

    if (!row)
      return g_steal_pointer (&claims);
    if (claim == NULL)
      return NULL;
    g_ptr_array_add (claims, claim);
  }
  return NULL;
}

/* @ret_same: the file remembers of it what @before says. */
static gboolean
compare (StnConnection *connection,
         const StnReminderClaim *before,
         gboolean *ret_same,
         GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_ONE, error);
  g_autoptr (StnReminderClaim) claim = NULL;
  char night[STN_DATE_TEXT_SIZE];
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, stn_reminder_kind_to_token (before->kind));
  stn_statement_bind_text (select, 2, stn_date_to_text (before->night, night));
  if (!stn_statement_step (select, &row, error))
    return FALSE;
  if (row && (claim = read_claim (connection, select, error)) == NULL)
    return FALSE;
  *ret_same = claim == NULL ? before->state == STN_CLAIM_NONE
                            : claim->state == before->state && claim->again_s == before->again_s &&
                                claim->written_s == before->written_s &&
                                g_strcmp0 (claim->process, before->process) == 0;
  return TRUE;
}

static gboolean
put (StnConnection *connection, const StnReminderClaim *claim, GError **error)
{
  g_autoptr (StnStatement) statement = stn_statement_get (connection, PUT, error);
  char night[STN_DATE_TEXT_SIZE];

  if (statement == NULL)
    return FALSE;
  stn_statement_bind_text (statement, KIND + 1, stn_reminder_kind_to_token (claim->kind));
  stn_statement_bind_text (statement, NIGHT + 1, stn_date_to_text (claim->night, night));
  stn_statement_bind_text (statement, STATE + 1, stn_claim_state_to_token (claim->state));
  if (claim->state == STN_CLAIM_SNOOZED)
    stn_statement_bind_int (statement, AGAIN + 1, claim->again_s);
  stn_statement_bind_int (statement, WRITTEN + 1, claim->written_s);
  stn_statement_bind_text (statement, PROCESS + 1, claim->process);
  return stn_statement_run (statement, error);
}

static gboolean
replace_in_transaction (StnConnection *connection,
                        const GPtrArray *before,
                        const GPtrArray *after,
                        gboolean *ret_replaced,
                        GError **error)
{
  gboolean same = TRUE;

  for (guint i = 0; before != NULL && same && i < before->len; i++)
    if (!compare (connection, g_ptr_array_index (before, i), &same, error))
      return FALSE;
  *ret_replaced = same;
  for (guint i = 0; same && i < after->len; i++) {
    const StnReminderClaim *claim = g_ptr_array_index (after, i);

    if (!put (connection, claim, error))
      return FALSE;
  }
  return !same || stn_connection_execute (connection, DELETE_OLD, "write", error);
}

gboolean
stn_reminder_claim_replace (StnStore *self,
                            const GPtrArray *before,
                            const GPtrArray *after,
                            gboolean *ret_replaced,
                            GError **error)
{
  g_return_val_if_fail (self != NULL && after != NULL && ret_replaced != NULL, FALSE);
  g_return_val_if_fail (before == NULL || before->len == after->len, FALSE);
  g_return_val_if_fail (stn_store_get_group (self) == NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  gboolean replaced;

  if (connection == NULL)
    return FALSE;
  if (stn_store_is_read_only (self)) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_READ_ONLY,
                 "cannot write diary '%s': it may not be written", stn_store_get_path (self));
    return FALSE;
  }
  if (!stn_connection_execute (connection, "BEGIN IMMEDIATE", "write", error))
    return FALSE;
  if (replace_in_transaction (connection, before, after, &replaced, error) &&
      stn_connection_execute (connection, "COMMIT", "write", error)) {
    *ret_replaced = replaced;
    return TRUE;
  }
  stn_store_reconnect (self); /* closing rolls back */
  return FALSE;
}
