/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-verify.h"

#include "store/stn-backup-copy.h"
#include "store/stn-factor-table.h"
#include "store/stn-night-table.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"

#define SELECT_CHANGES "SELECT \"table\", before, after FROM change"
#define SELECT_VERSION "SELECT user_version FROM pragma_user_version"

/* Rows of all tables in one form. */
#define ROWS                                                                                       \
  "SELECT 'night' AS name, uid, rev FROM night UNION ALL SELECT 'episode', uid, rev FROM episode"  \
  " UNION ALL SELECT 'factor', uid, rev FROM factor UNION ALL SELECT 'factor_value', uid, rev "    \
  "FROM factor_value"                                                                              \
  " UNION ALL SELECT 'setting', uid, rev FROM setting"

/* Every row is the work of its last change, and every last change is in its row: an entry that was half written
 * would show here. */
#define SELECT_UNLOGGED                                                                            \
  "WITH last AS (SELECT \"table\" AS name, uid, rev, max (seq) FROM change GROUP BY 1, 2), "       \
  "rows AS (" ROWS ") "                                                                            \
  "SELECT rows.name, rows.uid FROM rows LEFT JOIN last USING (name, uid) WHERE last.rev IS NOT "   \
  "rows.rev "                                                                                      \
  "UNION ALL "                                                                                     \
  "SELECT last.name, last.uid FROM last LEFT JOIN rows USING (name, uid) WHERE rows.rev IS NULL "  \
  "LIMIT 1"
#define SELECT_EMPTY_GROUP                                                                         \
  "SELECT number FROM change_group WHERE number NOT IN (SELECT \"group\" FROM change) "            \
  "UNION ALL SELECT \"group\" FROM change JOIN change_group ON number = \"group\" WHERE "          \
  "change.rev <> change_group.rev LIMIT 1"

static gboolean
check_log (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) unlogged = stn_statement_get (connection, SELECT_UNLOGGED, error);
  g_autoptr (StnStatement) empty =
    unlogged != NULL ? stn_statement_get (connection, SELECT_EMPTY_GROUP, error) : NULL;
  gboolean row;

  if (empty == NULL || !stn_statement_step (unlogged, &row, error))
    return FALSE;
  if (row) {
    stn_connection_set_damaged (connection, error, "table %s and the change log differ on row %s",
                                stn_statement_get_text (unlogged, 0),
                                stn_statement_get_text (unlogged, 1));
    return FALSE;
  }
  if (!stn_statement_step (empty, &row, error))
    return FALSE;
  if (row)
    stn_connection_set_damaged (connection, error,
                                "its change log has a group without its changes");
  return !row;
}

static gboolean
check_change (StnConnection *connection, StnStatement *select, GError **error)
{
  const char *before = stn_statement_get_opt_text (select, 1);
  const StnRowTable *table = stn_row_tables_find (stn_statement_get_text (select, 0));
  g_auto (StnRow) old = {0};
  g_auto (StnRow) new = {0};

  if (table == NULL) {
    stn_connection_set_damaged (connection, error,
                                "its change log names a table that there is not");
    return FALSE;
  }
  return (before == NULL || stn_row_from_json (connection, table, before, &old, error)) &&
         stn_row_from_json (connection, table, stn_statement_get_text (select, 2), &new, error);
}

static gboolean
check_changes (StnConnection *connection, guint *ret_changes, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_CHANGES, error);
  guint changes = 0;
  gboolean row;

  if (select == NULL)
    return FALSE;
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (!row)
      break;
    if (!check_change (connection, select, error))
      return FALSE;
    changes++;
  }
  *ret_changes = changes;
  return TRUE;
}

static GHashTable *
kinds_by_slug (StnStore *store, GError **error)
{
  g_autoptr (GPtrArray) factors = stn_factor_table_list (store, error);

  if (factors == NULL)
    return NULL;
  GHashTable *kinds = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    g_hash_table_insert (kinds, g_strdup (factor->slug), GINT_TO_POINTER (factor->kind));
  }
  return kinds;
}

static gboolean
check_night (const StnNight *night, GHashTable *kinds, GError **error)
{
  if (!stn_night_validate (night, error))
    return FALSE;
  for (guint i = 0; i < night->values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (night->values, i);
    StnFactorKind kind = (StnFactorKind) GPOINTER_TO_INT (g_hash_table_lookup (kinds, value->slug));

    if (kind == 0) {
      g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED,
                   "there is a value of '%s', which is deleted", value->slug);
      return FALSE;
    }
    if (!stn_factor_kind_validate (kind, value->slug, value->value, error))
      return FALSE;
  }
  return TRUE;
}

/* Every row that is not deleted, as the model understands it. */
static gboolean
check_nights (StnStore *store, StnStoreReport *report, GError **error)
{
  g_autoptr (GHashTable) kinds = kinds_by_slug (store, error);
  g_autoptr (GPtrArray) nights =
    kinds != NULL ? stn_night_table_load_range (store, STN_NO_DATE, STN_NO_DATE, error) : NULL;

  if (nights == NULL)
    return FALSE;
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    g_autoptr (GError) reason = NULL;

    if (!check_night (night, kinds, &reason)) {
      stn_connection_set_damaged (stn_store_get_connection (store, NULL), error, "%s",
                                  reason->message);
      return FALSE;
    }
    report->nights++;
    report->episodes += night->episodes->len;
    report->values += night->values->len;
  }
  return TRUE;
}

gboolean
stn_store_verify (const char *path, StnClock *clock, StnStoreReport *ret_report, GError **error)
{
  g_return_val_if_fail (path != NULL && clock != NULL, FALSE);
  g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_READ_ONLY, clock, error);
  StnConnection *connection = store != NULL ? stn_store_get_connection (store, error) : NULL;
  StnStoreReport report = {0};
  gint64 version;

  if (connection == NULL || !stn_connection_query_int (connection, SELECT_VERSION, &version, error))
    return FALSE;
  if (version > stn_schema_get_current ()->version) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NEWER,
                 "cannot verify diary '%s': it was written by a newer version of Stillnight "
                 "(schema %d, this version "
                 "knows %d)",
                 path, (int) version, stn_schema_get_current ()->version);
    return FALSE;
  }
  if (!stn_connection_begin_read (connection, error))
    return FALSE;
  gboolean sound = stn_backup_check (connection, error) && check_log (connection, error) &&
                   check_changes (connection, &report.changes, error) &&
                   check_nights (store, &report, error);
  stn_connection_end_read (connection);
  if (sound && ret_report != NULL)
    *ret_report = report;
  return sound;
}
