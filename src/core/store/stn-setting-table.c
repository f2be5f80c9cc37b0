/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-setting-table.h"

#include "base/stn-uid.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"

#define SELECT_VALUE "SELECT value FROM setting WHERE name = ? AND NOT deleted"

enum { NAME, VALUE, N_COLUMNS };

const StnRowTable stn_setting_rows = STN_ROW_TABLE ("setting", 1, N_COLUMNS, "name, value", "?, ?");

char *
stn_setting_table_get (StnStore *self, const char *name, const char *fallback, GError **error)
{
  g_return_val_if_fail (name != NULL && fallback != NULL, NULL);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_VALUE, error) : NULL;
  g_autofree char *value = NULL;
  gboolean row;

  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, name);
  if (!stn_statement_step (select, &row, error))
    return NULL;
  value = g_strdup (row ? stn_statement_get_text (select, 0) : fallback);
  /* The second step finds no other row of that name, but it tells of damage in this one. */
  if (row && !stn_statement_step (select, &row, error))
    return NULL;
  return g_steal_pointer (&value);
}

gboolean
stn_setting_table_put (StnStore *self, const char *name, const char *value, GError **error)
{
  g_return_val_if_fail (name != NULL && value != NULL, FALSE);
  g_autofree char *uid = stn_uid_new_for (stn_setting_rows.name, name);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_setting_rows);
  stn_row_set_text (&row, NAME, name);
  stn_row_set_text (&row, VALUE, value);
  return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
}

gboolean
stn_setting_table_clear (StnStore *self, const char *name, GError **error)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_autofree char *uid = stn_uid_new_for (stn_setting_rows.name, name);

  return stn_row_delete (self, &stn_setting_rows, uid, STN_ROW_ANY, error);
}
