/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-night-rows.h"

#include "base/stn-uid.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"

#define WHERE                                                                                      \
  " FROM factor_value WHERE night BETWEEN ? AND ? AND NOT deleted ORDER BY night, factor"
#define KEYS "night, factor"
#define REST "value, entered"
#define COLUMNS KEYS ", " REST

enum { NIGHT, FACTOR, VALUE, ENTERED, N_COLUMNS };

const StnRowTable stn_factor_value_rows =
  STN_ROW_TABLE_OF_KEYS ("factor_value", 2, N_COLUMNS, KEYS, "?, ?", REST, "?, ?");

/* (nullable) (transfer full) NULL on error. */
static StnFactorValue *
take_plain (StnConnection *connection, StnStatement *select, GError **error)
{
  StnEntered entered;

  if (!stn_entered_parse (stn_statement_get_text (select, ENTERED), &entered, NULL)) {
    stn_connection_set_damaged (connection, error, "it has a factor value with entered '%s'",
                                stn_statement_get_text (select, ENTERED));
    return NULL;
  }
  return stn_factor_value_new (stn_statement_get_text (select, FACTOR),
                               stn_statement_get_real (select, VALUE), entered);
}

static gboolean
read_plain_value (StnConnection *connection, StnStatement *select, StnNight *night, GError **error)
{
  StnFactorValue *value = take_plain (connection, select, error);

  if (value != NULL)
    g_ptr_array_add (night->values, value); /* they come by slug, as the night has them */
  return value != NULL;
}

static gboolean
read_value (StnConnection *connection, StnStatement *select, StnNight *night, GError **error)
{
  g_autoptr (StnFactorValue) value = take_plain (connection, select, error);

  if (value == NULL)
    return FALSE;
  value->id = g_new0 (StnIdentity, 1);
  if (!stn_row_identity_read (connection, select, N_COLUMNS, value->id, error))
    return FALSE;
  g_ptr_array_add (night->values, g_steal_pointer (&value));
  return TRUE;
}

const StnNightReader stn_factor_value_reader = {
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS WHERE,
  read_value,
};

const StnNightReader stn_plain_factor_value_reader = {
  "SELECT " COLUMNS WHERE,
  read_plain_value,
};

static char *
uid_of (const char *night, const char *slug)
{
  g_autofree char *key = g_strconcat (night, "/", slug, NULL);

  return stn_uid_new_for (stn_factor_value_rows.name, key);
}

static gboolean
save_value (StnStore *store,
            const char *night,
            const StnFactorValue *old,
            const StnFactorValue *new,
            GError **error)
{
  g_autofree char *uid = uid_of (night, new->slug);
  g_auto (StnRow) row = {0};

  if (old != NULL && old->value == new->value && old->entered == new->entered)
    return TRUE;
  stn_row_init (&row, &stn_factor_value_rows);
  stn_row_set_text (&row, NIGHT, night);
  stn_row_set_text (&row, FACTOR, new->slug);
  stn_row_set_real (&row, VALUE, new->value);
  stn_row_set_text (&row, ENTERED, stn_entered_to_token (new->entered));
  return stn_row_put (store, uid, &row,
                      old != NULL ? stn_factor_value_get_id (old)->rev : STN_ROW_ABSENT, error);
}

gboolean
stn_factor_values_save (StnStore *store,
                        const StnNight *before,
                        const StnNight *after,
                        GError **error)
{
  char night[STN_DATE_TEXT_SIZE];

  stn_date_to_text (after->key, night);
  for (guint i = 0; i < before->values->len; i++) {
    const StnFactorValue *old = g_ptr_array_index (before->values, i);
    g_autofree char *uid = uid_of (night, old->slug);

    if (stn_night_get_value (after, old->slug) == NULL &&
        !stn_row_delete (store, &stn_factor_value_rows, uid, stn_factor_value_get_id (old)->rev,
                         error))
      return FALSE;
  }
  for (guint i = 0; i < after->values->len; i++) {
    const StnFactorValue *new = g_ptr_array_index (after->values, i);

    if (!save_value (store, night, stn_night_get_value (before, new->slug), new, error))
      return FALSE;
  }
  return TRUE;
}
