/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-condition-table.h"

#include "store/stn-record-list.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"

#define COLUMNS "condition, own_words, since, until"
#define SELECT_ALL                                                                                 \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS                                                  \
  " FROM condition WHERE NOT deleted ORDER BY since, created, uid"

enum { CONDITION, OWN_WORDS, SINCE, UNTIL, N_COLUMNS };

const StnRowTable stn_condition_rows =
  STN_ROW_TABLE ("condition", 0, N_COLUMNS, COLUMNS, "?, ?, ?, ?");

static gpointer
read_condition (StnConnection *connection, StnStatement *select, GError **error)
{
  const char *condition_id = stn_statement_get_opt_text (select, CONDITION);
  const char *own_words = stn_statement_get_opt_text (select, OWN_WORDS);
  g_autoptr (StnPersonCondition) condition = NULL;

  if ((condition_id == NULL) == (own_words == NULL)) {
    stn_connection_set_damaged (connection, error, "it has a condition without a name");
    return NULL;
  }
  condition = stn_person_condition_new (condition_id, own_words);
  if (!stn_statement_read_date (connection, select, SINCE, &condition->since, error) ||
      !stn_statement_read_date (connection, select, UNTIL, &condition->until, error) ||
      !stn_row_identity_read (connection, select, N_COLUMNS, &condition->id, error))
    return NULL;
  return g_steal_pointer (&condition);
}

GPtrArray *
stn_condition_table_list (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_record_list (self, SELECT_ALL, read_condition,
                          (GDestroyNotify) stn_person_condition_free, error);
}

gboolean
stn_condition_table_put (StnStore *self, StnPersonCondition *condition, GError **error)
{
  g_return_val_if_fail (self != NULL && condition != NULL, FALSE);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_condition_rows);
  stn_row_set_text (&row, CONDITION, condition->condition_id);
  stn_row_set_text (&row, OWN_WORDS, condition->own_words);
  stn_row_set_date (&row, SINCE, condition->since);
  stn_row_set_date (&row, UNTIL, condition->until);
  return stn_row_put (self, stn_identity_ensure_uid (&condition->id), &row, STN_ROW_ANY, error);
}

gboolean
stn_condition_table_delete (StnStore *self, const StnPersonCondition *condition, GError **error)
{
  g_return_val_if_fail (self != NULL && condition != NULL, FALSE);

  return stn_row_delete (self, &stn_condition_rows, condition->id.uid, STN_ROW_ANY, error);
}
