/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-verify.h"

#include "base/stn-rev.h"
#include "model/stn-model-error.h"
#include "store/stn-backup-copy.h"
#include "store/stn-condition-table.h"
#include "store/stn-factor-table.h"
#include "store/stn-medicine-table.h"
#include "store/stn-night-table.h"
#include "store/stn-person-settings.h"
#include "store/stn-reminder-table.h"
#include "store/stn-row-json.h"
#include "store/stn-routine-table.h"
#include "store/stn-row-tables.h"
#include "store/stn-schema-check.h"
#include "store/stn-session-table.h"
#include "store/stn-store-private.h"
#include "store/stn-visit-table.h"

#include <string.h>

/* The changes of one row follow each other. */
#define SELECT_CHANGES                                                                             \
  "SELECT \"table\", uid, before, after FROM change ORDER BY \"table\", uid, seq"
/* A minute for whoever writes: a large import is one transaction. */
#define WRITER_TRIES 600
#define WRITER_WAIT_US 100000

#define SELECT_VERSION "SELECT user_version FROM pragma_user_version"

/* Every row, of all tables (%s), is the work of its last change, and every last change is in its row: an entry that was
 * half written would show here. */
#define SELECT_UNLOGGED                                                                            \
  "WITH last AS (SELECT \"table\" AS name, uid, rev, max (seq) FROM change GROUP BY 1, 2), "       \
  "rows AS (%s) "                                                                                  \
  "SELECT rows.name, rows.uid FROM rows LEFT JOIN last USING (name, uid) WHERE last.rev IS NOT "   \
  "rows.rev AND NOT (last.rev IS NULL AND rows.rev <= (SELECT coalesce (forgotten, '') FROM "      \
  "diary)) "                                                                                       \
  "UNION ALL "                                                                                     \
  "SELECT last.name, last.uid FROM last LEFT JOIN rows USING (name, uid) WHERE rows.rev IS NULL "  \
  "LIMIT 1"
#define SELECT_FORGOTTEN "SELECT forgotten IS NOT NULL FROM diary"
/* What came from another diary keeps its revision. */
#define SELECT_EMPTY_GROUP                                                                         \
  "SELECT number FROM change_group WHERE number NOT IN (SELECT \"group\" FROM change) "            \
  "UNION ALL SELECT \"group\" FROM change JOIN change_group ON number = \"group\" WHERE "          \
  "change.rev <> change_group.rev AND NOT (change.rev < change_group.rev AND label IN "            \
  "('import', 'merge')) LIMIT 1"

/* A constant, made once: its address is the key of the statement. */
static const char *
select_unlogged (void)
{
  static const char *sql;

  if (g_once_init_enter (&sql)) {
    g_autoptr (GString) rows = g_string_new (NULL);
    const StnRowTable *const *tables = stn_row_tables_list ();

    for (guint i = 0; tables[i] != NULL; i++)
      g_string_append_printf (rows, "%sSELECT '%s' AS name, uid, rev FROM %s",
                              i > 0 ? " UNION ALL " : "", tables[i]->name, tables[i]->name);
    g_once_init_leave (&sql, g_strdup_printf (SELECT_UNLOGGED, rows->str));
  }
  return sql;
}

/* All revisions that the diary knows. */
static const char *
select_revs (void)
{
  static const char *sql;

  if (g_once_init_enter (&sql)) {
    g_autoptr (GString) revs =
      g_string_new ("SELECT rev FROM change UNION ALL SELECT rev FROM change_group "
                    "UNION ALL SELECT forgotten FROM diary WHERE forgotten IS NOT NULL");
    const StnRowTable *const *tables = stn_row_tables_list ();

    for (guint i = 0; tables[i] != NULL; i++)
      g_string_append_printf (revs, " UNION ALL SELECT rev FROM %s", tables[i]->name);
    g_once_init_leave (&sql, g_strdup (revs->str));
  }
  return sql;
}

/* After one that no clock can have given there might be no later one, and what is written then would count as older. */
static gboolean
check_revs (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, select_revs (), error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  do {
    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (row && !stn_rev_is_valid (stn_statement_get_text (select, 0))) {
      stn_connection_set_damaged (connection, error, "it has a revision '%s', which is none",
                                  stn_statement_get_text (select, 0));
      return FALSE;
    }
  } while (row);
  return TRUE;
}

static gboolean
check_log (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) unlogged = stn_statement_get (connection, select_unlogged (), error);
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

/* The row whose changes are being read. @after: what the last of them made of it; NULL before the first.
 * @was_forgotten: earlier ones are not in the log any more. */
typedef struct {
  StnConnection *connection;
  const StnRowTable *table;
  char *uid;
  char *after;
  gboolean was_forgotten;
} History;

static void
history_clear (History *self)
{
  g_free (self->uid);
  g_free (self->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (History, history_clear)

static gboolean
fail_history (const History *self, const StnRow *row, const char *what, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < row->table->n_keys; i++)
    g_string_append_printf (keys, "%s ", row->cells[i].text != NULL ? row->cells[i].text : "?");
  stn_connection_set_damaged (self->connection, error, "table %s, row %s(%s): %s", row->table->name,
                              keys->str, self->uid, what);
  return FALSE;
}

/* Two texts may say the same: a whole number as an integer and as a real. */
static gboolean
is_same_row (
  const History *self, const char *json, const StnRow *row, gboolean *ret_same, GError **error)
{
  g_auto (StnRow) logged = {0};

  if (!stn_row_from_json (self->connection, self->table, json, &logged, error))
    return FALSE;
  *ret_same = stn_row_equal (&logged, row) && g_strcmp0 (logged.source, row->source) == 0;
  return TRUE;
}

/* The row in the file is what its last change made of it. */
static gboolean
check_row (const History *self, GError **error)
{
  g_auto (StnRow) row = {0};
  g_autofree char *json = NULL;
  gboolean found, same;

  if (self->after == NULL)
    return TRUE;
  if (!stn_row_read (self->connection, self->table, self->uid, &row, &found, error))
    return FALSE;
  json = stn_row_to_json (self->connection, &row, error);
  if (json == NULL)
    return FALSE;
  if (strcmp (json, self->after) == 0)
    return TRUE;
  if (!is_same_row (self, self->after, &row, &same, error))
    return FALSE;
  return same || fail_history (self, &row, "it differs from its last change", error);
}

/* A change begins where the one before it ended. */
static gboolean
check_before (const History *self, const char *before, GError **error)
{
  g_auto (StnRow) row = {0};
  gboolean same = FALSE;

  if (g_strcmp0 (before, self->after) == 0 || (self->after == NULL && self->was_forgotten))
    return TRUE;
  if (!stn_row_from_json (self->connection, self->table, before != NULL ? before : self->after,
                          &row, error) ||
      (before != NULL && self->after != NULL &&
       !is_same_row (self, self->after, &row, &same, error)))
    return FALSE;
  return same || fail_history (self, &row, "its changes do not follow from each other", error);
}

static gboolean
begin_history (History *self, const char *table, const char *uid, GError **error)
{
  self->table = stn_row_tables_find (table);
  if (self->table == NULL) {
    stn_connection_set_damaged (self->connection, error,
                                "its change log names a table that there is not");
    return FALSE;
  }
  g_free (self->uid);
  self->uid = g_strdup (uid);
  g_clear_pointer (&self->after, g_free);
  return TRUE;
}

static gboolean
check_change (History *self, StnStatement *select, GError **error)
{
  const char *table = stn_statement_get_text (select, 0);
  const char *uid = stn_statement_get_text (select, 1);
  gboolean goes_on =
    self->table != NULL && strcmp (self->table->name, table) == 0 && strcmp (self->uid, uid) == 0;
  g_auto (StnRow) superseded = {0};

  if (goes_on ? !stn_row_from_json (self->connection, self->table, self->after, &superseded, error)
              : !check_row (self, error) || !begin_history (self, table, uid, error))
    return FALSE;
  if (!check_before (self, stn_statement_get_opt_text (select, 2), error))
    return FALSE;
  g_free (self->after);
  self->after = g_strdup (stn_statement_get_text (select, 3));
  return TRUE;
}

static gboolean
check_changes (StnConnection *connection, guint *ret_changes, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_CHANGES, error);
  g_auto (History) history = {.connection = connection};
  guint changes = 0;
  gint64 forgotten;
  gboolean row;

  if (select == NULL || !stn_connection_query_int (connection, SELECT_FORGOTTEN, &forgotten, error))
    return FALSE;
  history.was_forgotten = forgotten != 0;
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (!row)
      break;
    if (!check_change (&history, select, error))
      return FALSE;
    changes++;
  }
  *ret_changes = changes;
  return check_row (&history, error);
}

GHashTable *
stn_verify_list_kinds (StnStore *store, GError **error)
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

gboolean
stn_verify_night (const StnNight *night, GHashTable *kinds, GError **error)
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
  g_autoptr (GHashTable) kinds = stn_verify_list_kinds (store, error);
  g_autoptr (GPtrArray) nights =
    kinds != NULL ? stn_night_table_load_range (store, STN_NO_DATE, STN_NO_DATE, error) : NULL;

  if (nights == NULL)
    return FALSE;
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    g_autoptr (GError) reason = NULL;

    if (!stn_verify_night (night, kinds, &reason)) {
      stn_connection_set_damaged (stn_store_get_connection (store, NULL), error, "%s",
                                  reason->message);
      return FALSE;
    }
    report->nights++;
    report->last = night->key;
    report->episodes += night->episodes->len;
    report->values += night->values->len;
  }
  return TRUE;
}

static gboolean
check_medicines (StnStore *store, GError **error)
{
  g_autoptr (GPtrArray) medicines = stn_medicine_table_list (store, error);

  for (guint i = 0; medicines != NULL && i < medicines->len; i++)
    if (!stn_medicine_validate (g_ptr_array_index (medicines, i), error))
      return FALSE;
  return medicines != NULL;
}

static gboolean
check_conditions (StnStore *store, GError **error)
{
  g_autoptr (GPtrArray) conditions = stn_condition_table_list (store, error);

  for (guint i = 0; conditions != NULL && i < conditions->len; i++)
    if (!stn_person_condition_validate (g_ptr_array_index (conditions, i), error))
      return FALSE;
  return conditions != NULL;
}

static gboolean
check_visits (StnStore *store, GError **error)
{
  g_autoptr (GPtrArray) visits = stn_visit_table_list (store, error);
  g_autoptr (GPtrArray) questions = visits == NULL ? NULL : stn_question_table_list (store, error);

  for (guint i = 0; questions != NULL && i < visits->len; i++)
    if (!stn_visit_validate (g_ptr_array_index (visits, i), error))
      return FALSE;
  for (guint i = 0; questions != NULL && i < questions->len; i++)
    if (!stn_question_validate (g_ptr_array_index (questions, i), error))
      return FALSE;
  return questions != NULL;
}

static gboolean
check_reminders (StnStore *store, GError **error)
{
  StnReminder reminders[STN_N_REMINDERS];

  return stn_reminder_table_load (store, reminders, error);
}

/* Reading a routine validates it. */
static gboolean
check_stretches (StnStore *store, GError **error)
{
  g_autoptr (GPtrArray) sessions = stn_session_table_list (store, error);
  g_autoptr (GPtrArray) routines = sessions == NULL ? NULL : stn_routine_table_list (store, error);

  return routines != NULL;
}

gboolean
stn_verify_person (StnStore *store, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (store));
  g_autoptr (StnPerson) person = NULL;
  g_autoptr (GError) reason = NULL;

  if (check_medicines (store, &reason) && check_conditions (store, &reason) &&
      check_visits (store, &reason) && check_reminders (store, &reason) &&
      check_stretches (store, &reason) &&
      (person = stn_person_settings_load (store, &reason)) != NULL &&
      stn_person_validate (person, stn_date_of (now), &reason))
    return TRUE;
  if (reason->domain == STN_MODEL_ERROR)
    stn_connection_set_damaged (stn_store_get_connection (store, NULL), error, "%s",
                                reason->message);
  else
    g_propagate_error (error, g_steal_pointer (&reason));
  return FALSE;
}

gboolean
stn_verify_records (StnStore *store, GError **error)
{
  StnStoreReport report = {0};

  return check_nights (store, &report, error) && stn_verify_person (store, error);
}

/* All of it is of one moment, or the reading gave way to somebody who wants to write. */
static gboolean
verify_once (StnStore *store, StnConnection *connection, StnStoreReport *report, GError **error)
{
  *report = (StnStoreReport){0};
  stn_connection_set_gives_way (connection, TRUE);
  stn_connection_limit_work (connection);
  if (!stn_connection_begin_read (connection, error))
    return FALSE;
  gboolean sound = stn_schema_check (connection, stn_schema_get_current (), error) &&
                   stn_backup_check (connection, error) && check_revs (connection, error) &&
                   check_log (connection, error) && check_nights (store, report, error) &&
                   stn_verify_person (store, error) &&
                   check_changes (connection, &report->changes, error);
  stn_connection_end_read (connection);
  return sound;
}

gboolean
stn_store_verify (const char *path, StnClock *clock, StnStoreReport *ret_report, GError **error)
{
  g_return_val_if_fail (path != NULL && clock != NULL, FALSE);
  g_autoptr (StnStore) store = stn_store_open (path, STN_STORE_READ_ONLY, clock, error);
  StnConnection *connection = store != NULL ? stn_store_get_connection (store, error) : NULL;
  g_autoptr (GError) reason = NULL;
  StnStoreReport report;
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
  for (int i = 0; !verify_once (store, connection, &report, &reason); i++) {
    if (!stn_connection_gave_way (connection) || i == WRITER_TRIES) {
      g_propagate_error (error, g_steal_pointer (&reason));
      return FALSE;
    }
    g_clear_error (&reason);
    g_usleep (WRITER_WAIT_US);
  }
  if (ret_report != NULL)
    *ret_report = report;
  return TRUE;
}
