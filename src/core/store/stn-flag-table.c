/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-flag-table.h"

#include "base/stn-uid.h"
#include "store/stn-record-list.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-stamp-text.h"

#define COLUMNS "rule, day, tier, raised, reply, answered"
#define SELECT_ALL                                                                                 \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS " FROM flag WHERE NOT deleted ORDER BY day, "    \
                                                  "rule"

enum { RULE, DAY, TIER, RAISED, REPLY, ANSWERED, N_COLUMNS };

const StnRowTable stn_flag_rows = STN_ROW_TABLE ("flag", 2, N_COLUMNS, COLUMNS, "?, ?, ?, ?, ?, ?");

static gboolean
read_stamp (StnStatement *select, int column, StnStamp *ret_stamp)
{
  const char *text = stn_statement_get_opt_text (select, column);

  return text == NULL || stn_stamp_from_text (text, ret_stamp);
}

static gpointer
read_note (StnConnection *connection, StnStatement *select, GError **error)
{
  const char *rule = stn_statement_get_text (select, RULE);
  const char *reply = stn_statement_get_opt_text (select, REPLY);
  g_autoptr (StnFlagNote) note = NULL;
  StnDate day;

  if (!stn_statement_read_date (connection, select, DAY, &day, error))
    return NULL;
  note = stn_flag_note_new (rule, day, stn_statement_get_text (select, TIER));
  if (!read_stamp (select, RAISED, &note->raised) ||
      !read_stamp (select, ANSWERED, &note->answered) ||
      (reply != NULL && !stn_flag_reply_parse (reply, &note->reply, NULL))) {
    stn_connection_set_damaged (connection, error, "what it has of flag %s cannot be read", rule);
    return NULL;
  }
  if (!stn_row_identity_read (connection, select, N_COLUMNS, &note->id, error))
    return NULL;
  return g_steal_pointer (&note);
}

GPtrArray *
stn_flag_table_list (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_record_list (self, SELECT_ALL, read_note, (GDestroyNotify) stn_flag_note_free, error);
}

gboolean
stn_flag_table_put (StnStore *self, const StnFlagNote *note, GError **error)
{
  g_return_val_if_fail (self != NULL && note != NULL, FALSE);
  char day[STN_DATE_TEXT_SIZE];
  g_autofree char *key = g_strconcat (note->rule, "/", stn_date_to_text (note->day, day), NULL);
  g_autofree char *uid = stn_uid_new_for (stn_flag_rows.name, key);
  g_autofree char *raised = stn_stamp_to_text (note->raised);
  g_autofree char *answered = stn_stamp_to_text (note->answered);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_flag_rows);
  stn_row_set_text (&row, RULE, note->rule);
  stn_row_set_text (&row, DAY, day);
  stn_row_set_text (&row, TIER, note->tier);
  stn_row_set_text (&row, RAISED, raised);
  stn_row_set_text (&row, REPLY, stn_flag_reply_to_token (note->reply));
  stn_row_set_text (&row, ANSWERED, answered);
  return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
}
