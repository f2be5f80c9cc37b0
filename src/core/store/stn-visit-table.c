/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-visit-table.h"

#include "store/stn-record-list.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"

#define COLUMNS "date, whom, said, changed"
#define SELECT_VISITS                                                                              \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS                                                  \
  " FROM visit WHERE NOT deleted ORDER BY date DESC, created DESC, uid"
#define QUESTION_COLUMNS "text, asked"
#define SELECT_QUESTIONS                                                                           \
  "SELECT " QUESTION_COLUMNS ", " STN_ROW_IDENTITY_COLUMNS                                         \
  " FROM question WHERE NOT deleted ORDER BY rowid"

enum { DATE, WHOM, SAID, CHANGED, N_COLUMNS };
enum { TEXT, ASKED, N_QUESTION };

const StnRowTable stn_visit_rows = STN_ROW_TABLE ("visit", 0, N_COLUMNS, COLUMNS, "?, ?, ?, ?");
const StnRowTable stn_question_rows =
  STN_ROW_TABLE ("question", 0, N_QUESTION, QUESTION_COLUMNS, "?, ?");

static gpointer
read_visit (StnConnection *connection, StnStatement *select, GError **error)
{
  StnDate date;

  if (!stn_statement_read_date (connection, select, DATE, &date, error))
    return NULL;
  if (!stn_date_is_set (date)) {
    stn_connection_set_damaged (connection, error, "it has a visit without a date");
    return NULL;
  }
  g_autoptr (StnVisit) visit = stn_visit_new (date);
  visit->whom = g_strdup (stn_statement_get_opt_text (select, WHOM));
  visit->said = g_strdup (stn_statement_get_opt_text (select, SAID));
  visit->changed = g_strdup (stn_statement_get_opt_text (select, CHANGED));
  if (!stn_row_identity_read (connection, select, N_COLUMNS, &visit->id, error))
    return NULL;
  return g_steal_pointer (&visit);
}

static gpointer
read_question (StnConnection *connection, StnStatement *select, GError **error)
{
  g_autoptr (StnQuestion) question = stn_question_new (stn_statement_get_text (select, TEXT));

  if (!stn_statement_read_date (connection, select, ASKED, &question->asked, error) ||
      !stn_row_identity_read (connection, select, N_QUESTION, &question->id, error))
    return NULL;
  return g_steal_pointer (&question);
}

GPtrArray *
stn_visit_table_list (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_record_list (self, SELECT_VISITS, read_visit, (GDestroyNotify) stn_visit_free, error);
}

gboolean
stn_visit_table_put (StnStore *self, StnVisit *visit, GError **error)
{
  g_return_val_if_fail (self != NULL && visit != NULL, FALSE);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_visit_rows);
  stn_row_set_date (&row, DATE, visit->date);
  stn_row_set_text (&row, WHOM, visit->whom);
  stn_row_set_text (&row, SAID, visit->said);
  stn_row_set_text (&row, CHANGED, visit->changed);
  return stn_row_put (self, stn_identity_ensure_uid (&visit->id), &row, STN_ROW_ANY, error);
}

gboolean
stn_visit_table_delete (StnStore *self, const StnVisit *visit, GError **error)
{
  g_return_val_if_fail (self != NULL && visit != NULL, FALSE);

  return stn_row_delete (self, &stn_visit_rows, visit->id.uid, STN_ROW_ANY, error);
}

GPtrArray *
stn_question_table_list (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_record_list (self, SELECT_QUESTIONS, read_question, (GDestroyNotify) stn_question_free,
                          error);
}

gboolean
stn_question_table_put (StnStore *self, StnQuestion *question, GError **error)
{
  g_return_val_if_fail (self != NULL && question != NULL, FALSE);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_question_rows);
  stn_row_set_text (&row, TEXT, question->text);
  stn_row_set_date (&row, ASKED, question->asked);
  return stn_row_put (self, stn_identity_ensure_uid (&question->id), &row, STN_ROW_ANY, error);
}

gboolean
stn_question_table_delete (StnStore *self, const StnQuestion *question, GError **error)
{
  g_return_val_if_fail (self != NULL && question != NULL, FALSE);

  return stn_row_delete (self, &stn_question_rows, question->id.uid, STN_ROW_ANY, error);
}
