/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-verify.h"

#include "model/stn-model-error.h"
#include "store/stn-backup-copy.h"
#include "store/stn-condition-table.h"
#include "store/stn-factor-table.h"
#include "store/stn-medicine-table.h"
#include "store/stn-night-table.h"
#include "store/stn-person-settings.h"
#include "store/stn-reminder-table.h"
#include "store/stn-routine-table.h"
#include "store/stn-schema-check.h"
#include "store/stn-session-table.h"
#include "store/stn-store-private.h"
#include "store/stn-verify-log.h"
#include "store/stn-visit-table.h"

/* A minute for whoever writes: a large import is one transaction. */
#define WRITER_TRIES 600
#define WRITER_WAIT_US 100000

#define DAYS_AT_ONCE 366

#define SELECT_VERSION "SELECT user_version FROM pragma_user_version"

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

static gboolean
check_nights_between (StnStore *store,
                      GHashTable *kinds,
                      StnDate from,
                      StnDate to,
                      StnStoreReport *report,
                      GError **error)
{
  g_autoptr (GPtrArray) nights = stn_night_table_load_range (store, from, to, error);

  if (nights == NULL)
    return FALSE;
  for (guint i = 0; i < nights->len; i++) {
    const StnNight *night = g_ptr_array_index (nights, i);
    g_autoptr (GError) reason = NULL;

    if (!stn_verify_night (night, kinds, &reason)) {
      char key[STN_DATE_TEXT_SIZE];

      stn_connection_set_damaged (stn_store_get_connection (store, NULL), error, "night %s: %s",
                                  stn_date_to_text (night->key, key), reason->message);
      return FALSE;
    }
    report->nights++;
    report->last = night->key;
    report->episodes += night->episodes->len;
    report->values += night->values->len;
  }
  return TRUE;
}

/* Every row that is not deleted, as the model understands it; a year at a time, the ends open. */
static gboolean
check_nights (StnStore *store, StnStoreReport *report, GError **error)
{
  g_autoptr (GHashTable) kinds = stn_verify_list_kinds (store, error);
  StnDate from = STN_NO_DATE;
  StnDate to, last;

  if (kinds == NULL || !stn_night_table_get_first (store, &to, error) ||
      !stn_night_table_get_last (store, &last, error))
    return FALSE;
  while (stn_date_is_set (to)) {
    to = stn_date_add_days (to, DAYS_AT_ONCE);
    if (stn_date_compare (to, last) >= 0)
      to = STN_NO_DATE;
    if (!check_nights_between (store, kinds, from, to, report, error))
      return FALSE;
    from = stn_date_is_set (to) ? stn_date_add_days (to, 1) : to;
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
                   stn_backup_check (connection, error) && check_nights (store, report, error) &&
                   stn_verify_person (store, error) &&
                   stn_verify_log (connection, &report->changes, error);
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
