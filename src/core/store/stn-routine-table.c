/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-routine-table.h"

#include "base/stn-json-writer.h"
#include "store/stn-record-list.h"
#include "store/stn-row-identity.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"

#define COLUMNS "name, steps"
#define SELECT_ROUTINES                                                                            \
  "SELECT " COLUMNS ", " STN_ROW_IDENTITY_COLUMNS                                                  \
  " FROM routine WHERE NOT deleted ORDER BY created, uid"
#define SELECT_STEPS                                                                               \
  "SELECT json_extract (step.value, '$.exercise'), json_extract (step.value, '$.seconds'), "       \
  "json_extract (step.value, '$.repetitions') FROM routine, json_each (routine.steps) AS step "    \
  "WHERE routine.uid = ? ORDER BY step.id"

enum { NAME, STEPS, N_COLUMNS };
enum { EXERCISE, SECONDS, REPETITIONS };

const StnRowTable stn_routine_rows = STN_ROW_TABLE ("routine", 0, N_COLUMNS, COLUMNS, "?, ?");

static gboolean
read_steps (StnConnection *connection, StnRoutine *routine, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_STEPS, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, routine->id.uid);
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    stn_routine_add (routine, stn_statement_get_text (select, EXERCISE),
                     (int) stn_statement_get_int (select, SECONDS),
                     (int) stn_statement_get_int (select, REPETITIONS));
  }
}

static gpointer
read_routine (StnConnection *connection, StnStatement *select, GError **error)
{
  g_autoptr (StnRoutine) routine = stn_routine_new (stn_statement_get_text (select, NAME));
  g_autoptr (GError) reason = NULL;

  if (!stn_row_identity_read (connection, select, N_COLUMNS, &routine->id, error) ||
      !read_steps (connection, routine, error))
    return NULL;
  if (!stn_routine_validate (routine, &reason)) {
    stn_connection_set_damaged (connection, error, "it has a routine that cannot be: %s",
                                reason->message);
    return NULL;
  }
  return g_steal_pointer (&routine);
}

GPtrArray *
stn_routine_table_list (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);

  return stn_record_list (self, SELECT_ROUTINES, read_routine, (GDestroyNotify) stn_routine_free,
                          error);
}

static char *
steps_to_text (const StnRoutine *routine)
{
  GString *text = g_string_new (NULL);
  StnJsonWriter writer;

  stn_json_writer_init (&writer, text, 0);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < routine->steps->len; i++) {
    const StnRoutineStep *step = g_ptr_array_index (routine->steps, i);

    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "exercise", step->exercise);
    stn_json_writer_add_int (&writer, "seconds", step->seconds);
    stn_json_writer_add_int (&writer, "repetitions", step->repetitions);
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  return g_string_free (text, FALSE);
}

gboolean
stn_routine_table_put (StnStore *self, StnRoutine *routine, GError **error)
{
  g_return_val_if_fail (self != NULL && routine != NULL, FALSE);
  g_autofree char *steps = steps_to_text (routine);
  g_auto (StnRow) row = {0};

  stn_row_init (&row, &stn_routine_rows);
  stn_row_set_text (&row, NAME, routine->name);
  stn_row_set_text (&row, STEPS, steps);
  return stn_row_put (self, stn_identity_ensure_uid (&routine->id), &row, STN_ROW_ANY, error);
}

gboolean
stn_routine_table_delete (StnStore *self, const char *uid, GError **error)
{
  g_return_val_if_fail (self != NULL && uid != NULL, FALSE);

  return stn_row_delete (self, &stn_routine_rows, uid, STN_ROW_ANY, error);
}
