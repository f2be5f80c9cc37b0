/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-sign-table.h"

#include "base/stn-uid.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"

#define COLUMNS "date, sign, answer"
#define SELECT_RANGE                                                                               \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS                                                  \
  " FROM sign WHERE date BETWEEN ? AND ? AND NOT deleted ORDER BY date, sign"

enum { DATE, SIGN, ANSWER, N_COLUMNS };

const StnRowTable stn_sign_rows = STN_ROW_TABLE ("sign", 2, N_COLUMNS, COLUMNS, "?, ?, ?");

static StnSign *
read_sign (StnConnection *connection, StnStatement *select, GError **error)
{
  StnDate date;
  StnAnswer answer;

  if (!stn_date_parse (stn_statement_get_text (select, DATE), &date, NULL) ||
      !stn_answer_parse (stn_statement_get_text (select, ANSWER), &answer, NULL)) {
    stn_connection_set_damaged (connection, error, "it has a sign with date '%s' and answer '%s'",
                                stn_statement_get_text (select, DATE),
                                stn_statement_get_text (select, ANSWER));
    return NULL;
  }
  g_autoptr (StnSign) sign = stn_sign_new (date, stn_statement_get_text (select, SIGN), answer);
  if (!stn_row_identity_read (connection, select, N_COLUMNS, &sign->id, error))
    return NULL;
  return g_steal_pointer (&sign);
}

GPtrArray *
stn_sign_table_list (StnStore *self, StnDate from, StnDate to, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_RANGE, error) : NULL;
  g_autoptr (GPtrArray) signs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_sign_free);
  char first[STN_DATE_TEXT_SIZE], last[STN_DATE_TEXT_SIZE];
  gboolean row;

  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, stn_date_to_text (from, first));
  stn_statement_bind_text (select, 2,
                           stn_date_is_set (to) ? stn_date_to_text (to, last) : "9999-12-31");
  do {
    if (!stn_statement_step (select, &row, error))
      return NULL;
    StnSign *sign = row ? read_sign (connection, select, error) : NULL;
    if (row && sign == NULL)
      return NULL;
    if (row)
      g_ptr_array_add (signs, sign);
  } while (row);
  return g_steal_pointer (&signs);
}

/* The same on every computer. */
static char *
uid_of (StnDate date, const char *sign)
{
  char text[STN_DATE_TEXT_SIZE];
  g_autofree char *key = g_strconcat (stn_date_to_text (date, text), "/", sign, NULL);

  return stn_uid_new_for (stn_sign_rows.name, key);
}

gboolean
stn_sign_table_put (StnStore *self, const StnSign *sign, GError **error)
{
  g_return_val_if_fail (sign != NULL && sign->answer != STN_ANSWER_UNKNOWN, FALSE);
  g_autofree char *uid = uid_of (sign->date, sign->sign);
  g_auto (StnRow) row = {0};
  char date[STN_DATE_TEXT_SIZE];

  stn_row_init (&row, &stn_sign_rows);
  stn_row_set_text (&row, DATE, stn_date_to_text (sign->date, date));
  stn_row_set_text (&row, SIGN, sign->sign);
  stn_row_set_text (&row, ANSWER, stn_answer_to_token (sign->answer));
  return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
}

gboolean
stn_sign_table_delete (StnStore *self, StnDate date, const char *sign, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autofree char *uid = uid_of (date, sign);
  g_auto (StnRow) row = {0};
  gboolean found;

  if (connection == NULL || !stn_row_read (connection, &stn_sign_rows, uid, &row, &found, error))
    return FALSE;
  return !found || stn_row_delete (self, &stn_sign_rows, uid, STN_ROW_ANY, error);
}
