/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-running-cramp-table.h"

#include "base/stn-uid.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-stamp-text.h"
#include "store/stn-store-private.h"

#define COLUMNS "one, night, episode, began, touched"
#define SELECT_RUNNING                                                                             \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS " FROM running_cramp WHERE NOT deleted"

enum { ONE, NIGHT, EPISODE, BEGAN, TOUCHED, N_COLUMNS };

const StnRowTable stn_running_cramp_rows =
  STN_ROW_TABLE ("running_cramp", 1, N_COLUMNS, COLUMNS, "?, ?, ?, ?, ?");

void
stn_running_cramp_free (StnRunningCramp *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->episode);
  g_free (self);
}

static StnRunningCramp *
read_running (StnConnection *connection, StnStatement *select, GError **error)
{
  g_autoptr (StnRunningCramp) running = g_new0 (StnRunningCramp, 1);

  running->episode = g_strdup (stn_statement_get_text (select, EPISODE));
  if (!stn_date_parse (stn_statement_get_text (select, NIGHT), &running->night, NULL) ||
      !stn_stamp_from_text (stn_statement_get_text (select, BEGAN), &running->began) ||
      !stn_stamp_from_text (stn_statement_get_text (select, TOUCHED), &running->touched)) {
    stn_connection_set_damaged (connection, error, "it has a running cramp that began '%s'",
                                stn_statement_get_text (select, BEGAN));
    return NULL;
  }
  if (!stn_row_identity_read (connection, select, N_COLUMNS, &running->id, error))
    return NULL;
  return g_steal_pointer (&running);
}

gboolean
stn_running_cramp_table_get (StnStore *self, StnRunningCramp **ret_running, GError **error)
{
  g_return_val_if_fail (ret_running != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_RUNNING, error) : NULL;
  g_autoptr (StnRunningCramp) running = NULL;
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  if (row) {
    running = read_running (connection, select, error);
    /* The second step finds no other row, but it tells of damage in this one. */
    if (running == NULL || !stn_statement_step (select, &row, error))
      return FALSE;
  }
  *ret_running = g_steal_pointer (&running);
  return TRUE;
}

gboolean
stn_running_cramp_table_put (StnStore *self, const StnRunningCramp *running, GError **error)
{
  g_return_val_if_fail (running != NULL, FALSE);
  g_autofree char *uid = stn_uid_new_for (stn_running_cramp_rows.name, "1");
  g_autofree char *began = stn_stamp_to_text (running->began);
  g_autofree char *touched = stn_stamp_to_text (running->touched);
  g_auto (StnRow) row = {0};
  char night[STN_DATE_TEXT_SIZE];

  stn_row_init (&row, &stn_running_cramp_rows);
  stn_row_set_int (&row, ONE, 1);
  stn_row_set_text (&row, NIGHT, stn_date_to_text (running->night, night));
  stn_row_set_text (&row, EPISODE, running->episode);
  stn_row_set_text (&row, BEGAN, began);
  stn_row_set_text (&row, TOUCHED, touched);
  return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
}

gboolean
stn_running_cramp_table_delete (StnStore *self, GError **error)
{
  g_autofree char *uid = stn_uid_new_for (stn_running_cramp_rows.name, "1");

  return stn_row_delete (self, &stn_running_cramp_rows, uid, STN_ROW_ANY, error);
}
