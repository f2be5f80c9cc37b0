/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-reminder-table.h"

#include "base/stn-text-number.h"
#include "base/stn-uid.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"

#include <string.h>

#define COLUMNS "kind, at, days, is_on, follows_bedtime"
#define SELECT_ALL                                                                                 \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS " FROM reminder WHERE NOT deleted"

enum { KIND, AT, DAYS, IS_ON, FOLLOWS_BEDTIME, N_COLUMNS };

const StnRowTable stn_reminder_rows =
  STN_ROW_TABLE ("reminder", 1, N_COLUMNS, COLUMNS, "?, ?, ?, ?, ?");

static gboolean
read_reminder (StnConnection *connection,
               StnStatement *select,
               StnReminder *ret_reminder,
               GError **error)
{
  StnIdentity id = {0};
  StnReminder reminder = {.days = (guint) stn_statement_get_int (select, DAYS),
                          .is_on = stn_statement_get_int (select, IS_ON) != 0,
                          .follows_bedtime = stn_statement_get_int (select, FOLLOWS_BEDTIME) != 0};

  if (!stn_reminder_kind_parse (stn_statement_get_text (select, KIND), &reminder.kind, NULL) ||
      !stn_clock_time_parse (stn_statement_get_text (select, AT), &reminder.at_min, NULL) ||
      !stn_reminder_validate (&reminder, NULL)) {
    stn_connection_set_damaged (connection, error, "it has a reminder '%s' at '%s'",
                                stn_statement_get_text (select, KIND),
                                stn_statement_get_text (select, AT));
    return FALSE;
  }
  if (!stn_row_identity_read (connection, select, N_COLUMNS, &id, error))
    return FALSE;
  reminder.set_s = id.updated.utc_s;
  stn_identity_clear (&id);
  *ret_reminder = reminder;
  return TRUE;
}

gboolean
stn_reminder_table_load (StnStore *self, StnReminder *ret_reminders, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_reminders != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_ALL, error) : NULL;
  StnReminder reminders[STN_N_REMINDERS];
  gboolean row = TRUE;

  for (guint i = 0; i < STN_N_REMINDERS; i++)
    reminders[i] = stn_reminder_default ((StnReminderKind) i);
  while (select != NULL && stn_statement_step (select, &row, error)) {
    StnReminder reminder;

    if (!row) {
      memcpy (ret_reminders, reminders, sizeof reminders);
      return TRUE;
    }
    if (!read_reminder (connection, select, &reminder, error))
      return FALSE;
    reminders[reminder.kind] = reminder;
  }
  return FALSE;
}

gboolean
stn_reminder_table_put (StnStore *self, const StnReminder *reminder, GError **error)
{
  g_return_val_if_fail (self != NULL && reminder != NULL, FALSE);
  const char *kind = stn_reminder_kind_to_token (reminder->kind);
  g_autofree char *uid = stn_uid_new_for (stn_reminder_rows.name, kind);
  g_autofree char *at = g_strdup_printf ("%02d:%02d", reminder->at_min / 60, reminder->at_min % 60);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_reminder_rows);
  stn_row_set_text (&row, KIND, kind);
  stn_row_set_text (&row, AT, at);
  stn_row_set_int (&row, DAYS, reminder->days);
  stn_row_set_int (&row, IS_ON, reminder->is_on ? 1 : 0);
  stn_row_set_int (&row, FOLLOWS_BEDTIME, reminder->follows_bedtime ? 1 : 0);
  return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
}
