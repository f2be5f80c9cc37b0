/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-factor-table.h"

#include "base/stn-uid.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"

#define KEYS "slug"
#define REST                                                                                       \
  "name, kind, unit, built_in, tracked, position, suspect_since, heading, hidden, usual, "         \
  "offer_from"
#define COLUMNS KEYS ", " REST
#define SELECT_ALL                                                                                 \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS                                                  \
  " FROM factor WHERE NOT deleted ORDER BY position, slug"
#define SELECT_N_NIGHTS "SELECT count (*) FROM factor_value WHERE factor = ? AND NOT deleted"
#define SELECT_UID "SELECT uid FROM factor WHERE slug = ?"

enum {
  SLUG,
  NAME,
  KIND,
  UNIT,
  BUILT_IN,
  TRACKED,
  POSITION,
  SUSPECT_SINCE,
  HEADING,
  HIDDEN,
  USUAL,
  OFFER_FROM,
  N_COLUMNS
};

const StnRowTable stn_factor_rows = STN_ROW_TABLE_OF_KEYS (
  "factor", 1, N_COLUMNS, KEYS, "?", REST, "?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?");

/* How the person wants it to be asked for. */
static gboolean
read_wishes (StnConnection *connection, StnStatement *select, StnFactor *factor, GError **error)
{
  const char *offer_from = stn_statement_get_opt_text (select, OFFER_FROM);

  factor->heading = g_strdup (stn_statement_get_opt_text (select, HEADING));
  factor->hidden = stn_statement_get_type (select, HIDDEN) != SQLITE_NULL;
  if (stn_statement_get_type (select, USUAL) != SQLITE_NULL)
    factor->usual = STN_KNOWN_REAL (stn_statement_get_real (select, USUAL));
  if (offer_from == NULL || stn_date_parse (offer_from, &factor->offer_from, NULL))
    return TRUE;
  stn_connection_set_damaged (connection, error, "a factor is offered from '%s'", offer_from);
  return FALSE;
}

static StnFactor *
read_factor (StnConnection *connection, StnStatement *select, GError **error)
{
  const char *suspect_since = stn_statement_get_opt_text (select, SUSPECT_SINCE);
  StnFactorKind kind;

  if (!stn_factor_kind_parse (stn_statement_get_text (select, KIND), &kind, NULL)) {
    stn_connection_set_damaged (connection, error, "it has a factor with kind '%s'",
                                stn_statement_get_text (select, KIND));
    return NULL;
  }
  g_autoptr (StnFactor) factor = stn_factor_new (stn_statement_get_text (select, SLUG), kind);
  factor->name = g_strdup (stn_statement_get_opt_text (select, NAME));
  factor->unit = g_strdup (stn_statement_get_opt_text (select, UNIT));
  factor->built_in = stn_statement_get_int (select, BUILT_IN) != 0;
  factor->tracked = stn_statement_get_int (select, TRACKED) != 0;
  factor->position = (int) stn_statement_get_int (select, POSITION);
  if (suspect_since != NULL && !stn_date_parse (suspect_since, &factor->suspect_since, NULL)) {
    stn_connection_set_damaged (connection, error, "a factor is suspected since '%s'",
                                suspect_since);
    return NULL;
  }
  if (!read_wishes (connection, select, factor, error) ||
      !stn_row_identity_read (connection, select, N_COLUMNS, &factor->id, error))
    return NULL;
  return g_steal_pointer (&factor);
}

GPtrArray *
stn_factor_table_list (StnStore *self, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_ALL, error) : NULL;
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);
  gboolean row;

  if (select == NULL)
    return NULL;
  do {
    if (!stn_statement_step (select, &row, error))
      return NULL;
    StnFactor *factor = row ? read_factor (connection, select, error) : NULL;
    if (row && factor == NULL)
      return NULL;
    if (row)
      g_ptr_array_add (factors, factor);
  } while (row);
  return g_steal_pointer (&factors);
}

/* The uid that the slug has in the file, deleted or not; else a new one of the slug, so that two computers make the same
 * row. */
static char *
find_uid (StnConnection *connection, const StnFactor *factor, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_UID, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, factor->slug);
  if (!stn_statement_step (select, &row, error))
    return NULL;
  if (row)
    return g_strdup (stn_statement_get_text (select, 0));
  return stn_uid_new_for (stn_factor_rows.name, factor->slug);
}

void
stn_factor_to_row (const StnFactor *factor, StnRow *ret_row)
{
  char date[STN_DATE_TEXT_SIZE];

  stn_row_init (ret_row, &stn_factor_rows);
  stn_row_set_text (ret_row, SLUG, factor->slug);
  stn_row_set_text (ret_row, NAME, factor->name);
  stn_row_set_text (ret_row, KIND, stn_factor_kind_to_token (factor->kind));
  stn_row_set_text (ret_row, UNIT, factor->unit);
  stn_row_set_int (ret_row, BUILT_IN, factor->built_in ? 1 : 0);
  stn_row_set_int (ret_row, TRACKED, factor->tracked ? 1 : 0);
  stn_row_set_int (ret_row, POSITION, factor->position);
  if (stn_date_is_set (factor->suspect_since))
    stn_row_set_text (ret_row, SUSPECT_SINCE, stn_date_to_text (factor->suspect_since, date));
  stn_row_set_text (ret_row, HEADING, factor->heading);
  if (factor->hidden)
    stn_row_set_int (ret_row, HIDDEN, 1);
  if (factor->usual.known)
    stn_row_set_real (ret_row, USUAL, factor->usual.value);
  if (stn_date_is_set (factor->offer_from))
    stn_row_set_text (ret_row, OFFER_FROM, stn_date_to_text (factor->offer_from, date));
}

gboolean
stn_factor_table_put (StnStore *self, const StnFactor *factor, GError **error)
{
  g_return_val_if_fail (factor != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autofree char *uid = connection != NULL ? find_uid (connection, factor, error) : NULL;
  g_auto (StnRow) row = {0};

  if (uid == NULL)
    return FALSE;
  stn_factor_to_row (factor, &row);
  return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
}

gboolean
stn_factor_table_count_values (StnStore *self,
                               const char *slug,
                               guint *ret_n_nights,
                               GError **error)
{
  g_return_val_if_fail (slug != NULL && ret_n_nights != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_N_NIGHTS, error) : NULL;
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, slug);
  if (!stn_statement_step (select, &row, error))
    return FALSE;
  *ret_n_nights = (guint) stn_statement_get_int (select, 0);
  return TRUE;
}

gboolean
stn_factor_table_delete (StnStore *self, const StnFactor *factor, GError **error)
{
  g_return_val_if_fail (factor != NULL && factor->id.uid != NULL, FALSE);

  return stn_row_delete (self, &stn_factor_rows, factor->id.uid, STN_ROW_ANY, error);
}
