/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-change-log.h"

#include "store/stn-row-identity.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"
#include "store/stn-stamp-text.h"
#include "store/stn-store-private.h"

#include <string.h>

#define GROUP_COLUMNS "number, label, written"

#define SELECT_TO_UNDO                                                                             \
  "SELECT " GROUP_COLUMNS                                                                          \
  " FROM change_group AS g WHERE undoes IS NULL AND redoes IS NULL AND " STN_GROUP_STANDS (        \
    "g") " ORDER BY number DESC LIMIT 1"
#define SELECT_TO_REDO                                                                             \
  "SELECT g.number, g.label, g.written, u.number FROM change_group AS u JOIN change_group AS g "   \
  "ON g.number = u.undoes"                                                                         \
  " WHERE NOT EXISTS (SELECT 1 FROM change_group AS r WHERE r.redoes = u.number)"                  \
  " AND NOT EXISTS (SELECT 1 FROM change_group AS n WHERE n.number > u.number AND n.undoes IS "    \
  "NULL AND n.redoes IS NULL)"                                                                     \
  " ORDER BY u.number DESC LIMIT 1"
#define COUNT_TO_UNDO "SELECT count (*) FROM (" SELECT_TO_UNDO ")"
#define COUNT_TO_REDO "SELECT count (*) FROM (" SELECT_TO_REDO ")"
#define SELECT_CHANGES                                                                             \
  "SELECT \"table\", uid, before, after FROM change WHERE \"group\" = ? ORDER BY seq DESC"
#define SELECT_GROUP_NIGHTS "SELECT json_extract (after, '$.night') FROM change WHERE \"group\" = ?"
#define SELECT_GROUP_THINGS                                                                        \
  "SELECT DISTINCT coalesce (json_extract (after, '$.name'), json_extract (before, '$.name')), "   \
  "coalesce (json_extract (after, '$.slug'), json_extract (before, '$.slug')) "                    \
  "FROM change WHERE \"group\" = ? AND \"table\" NOT IN ('setting', 'medicine_change') "           \
  "AND json_extract (after, '$.night') IS NULL LIMIT 2"
#define SELECT_NIGHTS_SINCE "SELECT json_extract (after, '$.night') FROM change WHERE seq > ?"
#define SELECT_TIMES                                                                               \
  "SELECT written FROM change_group WHERE source = '" SOURCE "' ORDER BY number DESC LIMIT 500"
#define SELECT_LAST_SEQ "SELECT max (seq) FROM change"

#define UNDO_LABEL "undo"
#define REDO_LABEL "redo"
#define SOURCE "person"

void
stn_change_group_free (StnChangeGroup *self)
{
  if (self == NULL)
    return;
  g_free (self->label);
  g_free (self->name);
  g_free (self->slug);
  g_array_unref (self->nights);
  g_free (self);
}

static int
compare_nights (gconstpointer a, gconstpointer b)
{
  return stn_date_compare (*(const StnDate *) a, *(const StnDate *) b);
}

/* Each once, by key. */
static void
sort_nights (GArray *nights)
{
  guint kept = 0;

  g_array_sort (nights, compare_nights);
  for (guint i = 0; i < nights->len; i++) {
    const StnDate night = g_array_index (nights, StnDate, i);

    if (kept == 0 || stn_date_compare (g_array_index (nights, StnDate, kept - 1), night) != 0)
      g_array_index (nights, StnDate, kept++) = night;
  }
  g_array_set_size (nights, kept);
}

/* Reads a list of nights, of which those that follow each other are mostly the same; @ret_all: there is a row that belongs to none. */
static GArray *
read_nights (
  StnConnection *connection, const char *sql, gint64 number, gboolean *ret_all, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, sql, error);
  g_autoptr (GArray) nights = g_array_new (FALSE, FALSE, sizeof (StnDate));
  gboolean all = FALSE;
  gboolean row;

  if (select == NULL)
    return NULL;
  stn_statement_bind_int (select, 1, number);
  do {
    if (!stn_statement_step (select, &row, error))
      return NULL;
    const char *text = row ? stn_statement_get_opt_text (select, 0) : NULL;
    StnDate night;

    if (row && text == NULL)
      all = TRUE;
    else if (row && stn_date_parse (text, &night, NULL)) {
      if (nights->len == 0 ||
          stn_date_compare (g_array_index (nights, StnDate, nights->len - 1), night) != 0)
        g_array_append_val (nights, night);
    } else if (row) {
      stn_connection_set_damaged (connection, error, "it has a change with night '%s'", text);
      return NULL;
    }
  } while (row);
  sort_nights (nights);
  *ret_all = all;
  return g_steal_pointer (&nights);
}

/* Names what the group touched, if that is one thing. */
static gboolean
read_thing (StnConnection *connection, StnChangeGroup *group, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_GROUP_THINGS, error);
  guint things = 0;
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_int (select, 1, group->number);
  do {
    if (!stn_statement_step (select, &row, error))
      return FALSE;
    if (row && things++ == 0) {
      group->name = g_strdup (stn_statement_get_opt_text (select, 0));
      group->slug = g_strdup (stn_statement_get_opt_text (select, 1));
    }
  } while (row);
  if (things > 1) {
    g_clear_pointer (&group->name, g_free);
    g_clear_pointer (&group->slug, g_free);
  }
  return TRUE;
}

/*
 * Finds the group that comes next. @ret_by: for a redo, the group that took it back. Errors: NOTHING.
 */
static StnChangeGroup *
find_group (
  StnConnection *connection, const char *sql, const char *what, gint64 *ret_by, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, sql, error);
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_NOTHING,
                 "there is nothing to %s in diary '%s'", what,
                 stn_connection_get_name (connection));
    return NULL;
  }
  g_autoptr (StnChangeGroup) group = g_new0 (StnChangeGroup, 1);
  gboolean all;

  group->number = stn_statement_get_int (select, 0);
  group->label = g_strdup (stn_statement_get_text (select, 1));
  group->nights = g_array_new (FALSE, FALSE, sizeof (StnDate));
  if (!stn_stamp_from_text (stn_statement_get_text (select, 2), &group->when)) {
    stn_connection_set_damaged (connection, error, "it has a change group with time '%s'",
                                stn_statement_get_text (select, 2));
    return NULL;
  }
  *ret_by = stn_statement_get_int (select, 3);
  GArray *nights = read_nights (connection, SELECT_GROUP_NIGHTS, group->number, &all, error);
  if (nights == NULL)
    return NULL;
  g_array_unref (group->nights);
  group->nights = nights;
  return read_thing (connection, group, error) ? g_steal_pointer (&group) : NULL;
}

/* Whether @in_file says what @json does: mostly in the same words, which are not read then. */
static gboolean
is_still (StnConnection *connection,
          const StnRow *in_file,
          const char *json,
          gboolean *ret_is,
          GError **error)
{
  g_autofree char *in_words = stn_row_to_json (connection, in_file, error);
  g_auto (StnRow) row = {0};

  if (in_words == NULL)
    return FALSE;
  *ret_is = strcmp (in_words, json) == 0;
  if (*ret_is)
    return TRUE;
  if (!stn_row_from_json (connection, in_file->table, json, &row, error))
    return FALSE;
  *ret_is = stn_row_equal (in_file, &row);
  return TRUE;
}

/* Puts one row back to what it was before a change, if it still is what the change made of it. */
static gboolean
take_back_row (StnStore *self, StnConnection *connection, StnStatement *change, GError **error)
{
  const char *name = stn_statement_get_text (change, 0);
  const char *uid = stn_statement_get_text (change, 1);
  const char *before = stn_statement_get_opt_text (change, 2);
  const StnRowTable *table = stn_row_tables_find (name);
  g_auto (StnRow) in_file = {0};
  g_auto (StnRow) row = {0};
  gboolean found, is_still_so = FALSE;

  if (table == NULL) {
    stn_connection_set_damaged (connection, error, "it has a change with table '%s'", name);
    return FALSE;
  }
  if (!stn_row_read (connection, table, uid, &in_file, &found, error) ||
      (found &&
       !is_still (connection, &in_file, stn_statement_get_text (change, 3), &is_still_so, error)))
    return FALSE;
  if (!is_still_so) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED,
                 "cannot write diary '%s': what was written was changed since by something else",
                 stn_store_get_path (self));
    return FALSE;
  }
  /* A decision that left the row as it was. */
  if (g_strcmp0 (before, stn_statement_get_text (change, 3)) == 0)
    return stn_row_confirm (self, table, uid, error);
  if (before == NULL)
    stn_row_init_tombstone (&row, &in_file);
  else if (!stn_row_from_json (connection, table, before, &row, error))
    return FALSE;
  return stn_row_put_over (self, uid, &in_file, &row, error);
}

static gboolean
take_back_rows (
  StnStore *self, StnConnection *connection, gint64 number, guint *ret_rows, GError **error)
{
  g_autoptr (StnStatement) changes = stn_statement_get (connection, SELECT_CHANGES, error);
  guint rows = 0;
  gboolean row;

  if (changes == NULL)
    return FALSE;
  stn_statement_bind_int (changes, 1, number);
  while (TRUE) {
    if (!stn_statement_step (changes, &row, error))
      return FALSE;
    if (!row)
      break;
    if (!take_back_row (self, connection, changes, error))
      return FALSE;
    rows++;
  }
  *ret_rows = rows;
  return TRUE;
}

static StnChangeGroup *
undo_in_group (StnStore *self, gint64 expected, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  gint64 unused;
  g_autoptr (StnChangeGroup) group =
    find_group (connection, SELECT_TO_UNDO, "undo", &unused, error);

  if (group == NULL)
    return NULL;
  if (expected != 0 && expected != group->number) {
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED,
                 "cannot undo in diary '%s': something else was written since",
                 stn_store_get_path (self));
    return NULL;
  }
  stn_store_get_group (self)->undoes = group->number;
  if (!take_back_rows (self, connection, group->number, &group->rows, error))
    return NULL;
  return g_steal_pointer (&group);
}

static StnChangeGroup *
redo_in_group (StnStore *self, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  gint64 undoing;
  g_autoptr (StnChangeGroup) group =
    find_group (connection, SELECT_TO_REDO, "redo", &undoing, error);

  if (group == NULL)
    return NULL;
  stn_store_get_group (self)->redoes = undoing;
  if (!take_back_rows (self, connection, undoing, &group->rows, error))
    return NULL;
  return g_steal_pointer (&group);
}

static gboolean
finish (StnStore *self, StnChangeGroup *taken, StnChangeGroup **ret_group, GError **error)
{
  g_autoptr (StnChangeGroup) group = taken;

  if (group == NULL) {
    stn_store_rollback (self);
    return FALSE;
  }
  if (!stn_store_commit (self, NULL, error))
    return FALSE;
  if (ret_group != NULL)
    *ret_group = g_steal_pointer (&group);
  return TRUE;
}

gboolean
stn_change_log_undo (StnStore *self, gint64 expected, StnChangeGroup **ret_group, GError **error)
{
  if (!stn_store_begin (self, UNDO_LABEL, SOURCE, error))
    return FALSE;
  return finish (self, undo_in_group (self, expected, error), ret_group, error);
}

StnChangeGroup *
stn_change_log_peek_undo (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnConnection *connection = stn_store_get_connection (self, error);
  StnChangeGroup *group;
  gint64 unused;

  if (connection == NULL || !stn_connection_begin_read (connection, error))
    return NULL;
  group = find_group (connection, SELECT_TO_UNDO, "undo", &unused, error);
  stn_connection_end_read (connection);
  return group;
}

gboolean
stn_change_log_has_any (StnStore *self,
                        gboolean *ret_can_undo,
                        gboolean *ret_can_redo,
                        GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  gint64 to_undo, to_redo;

  if (connection == NULL ||
      !stn_connection_query_int (connection, COUNT_TO_UNDO, &to_undo, error) ||
      !stn_connection_query_int (connection, COUNT_TO_REDO, &to_redo, error))
    return FALSE;
  *ret_can_undo = to_undo > 0;
  *ret_can_redo = to_redo > 0;
  return TRUE;
}

gboolean
stn_change_log_redo (StnStore *self, StnChangeGroup **ret_group, GError **error)
{
  if (!stn_store_begin (self, REDO_LABEL, SOURCE, error))
    return FALSE;
  return finish (self, redo_in_group (self, error), ret_group, error);
}

GPtrArray *
stn_change_log_list_times (StnStore *self, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) select =
    connection != NULL ? stn_statement_get (connection, SELECT_TIMES, error) : NULL;
  g_autoptr (GPtrArray) times = g_ptr_array_new_with_free_func ((GDestroyNotify) g_date_time_unref);
  gboolean row;

  while (select != NULL && stn_statement_step (select, &row, error)) {
    StnStamp stamp;

    if (!row)
      return g_steal_pointer (&times);
    if (!stn_stamp_from_text (stn_statement_get_text (select, 0), &stamp)) {
      stn_connection_set_damaged (connection, error, "it was changed at time '%s'",
                                  stn_statement_get_text (select, 0));
      return NULL;
    }
    g_ptr_array_add (times, stn_stamp_to_local (stamp));
  }
  return NULL;
}

gint64
stn_change_log_last_seq (StnStore *self, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  gint64 seq;

  if (connection == NULL || !stn_connection_query_int (connection, SELECT_LAST_SEQ, &seq, error))
    return -1;
  return seq;
}

GArray *
stn_change_log_nights_since (
  StnStore *self, gint64 seq, gint64 *ret_seq, gboolean *ret_all, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  GArray *nights = NULL;
  gint64 last;

  if (connection == NULL || !stn_connection_begin_read (connection, error))
    return NULL;
  if (stn_connection_query_int (connection, SELECT_LAST_SEQ, &last, error))
    nights = read_nights (connection, SELECT_NIGHTS_SINCE, seq, ret_all, error);
  stn_connection_end_read (connection);
  if (nights != NULL)
    *ret_seq = last;
  return nights;
}
