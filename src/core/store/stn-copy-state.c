/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-copy-state.h"

#include "store/stn-statement.h"

#include <string.h>

#define SELECT_STATE                                                                               \
  "SELECT uid, coalesce ((SELECT rev FROM change_group ORDER BY number DESC LIMIT 1), forgotten, " \
  "''), coalesce (forgotten, ''), (SELECT count (*) FROM night WHERE deleted = 0) FROM diary"

/* Whether the text of a change says that the row lived. */
#define LIVED(json) "(" json " IS NOT NULL AND json_extract (" json ", '$.deleted') IS NULL)"

/* How many more nights live after the group of revision ?1 than did at it, by what the log says was done; no row when the log
 * does not have it. */
#define SELECT_DONE                                                                                \
  "WITH span AS (SELECT min (seq) AS first, max (seq) AS last FROM change WHERE \"table\" = "      \
  "'night' AND \"group\" > (SELECT number FROM change_group WHERE rev = ?1) GROUP BY uid) "        \
  "SELECT (SELECT coalesce (sum (" LIVED ("b.after") " - " LIVED (                                 \
    "a.before") "), 0) FROM span JOIN change AS a ON a.seq = first JOIN change AS b ON b.seq = "   \
                "last) FROM change_group WHERE rev = ?1"

gboolean
stn_copy_state_read (StnConnection *connection, StnCopyState *ret_state, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_STATE, error);
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  if (!row) {
    stn_connection_set_damaged (connection, error, "the row that says what it is is missing");
    return FALSE;
  }
  *ret_state = (StnCopyState){
    .uid = g_strdup (stn_statement_get_text (select, 0)),
    .rev = g_strdup (stn_statement_get_text (select, 1)),
    .forgotten = g_strdup (stn_statement_get_text (select, 2)),
    .nights = (guint) stn_statement_get_int (select, 3),
  };
  return TRUE;
}

void
stn_copy_state_clear (StnCopyState *self)
{
  g_clear_pointer (&self->uid, g_free);
  g_clear_pointer (&self->rev, g_free);
  g_clear_pointer (&self->forgotten, g_free);
}

gboolean
stn_copy_count_vanished (StnConnection *diary,
                         const StnCopyState *own,
                         const StnCopyState *before,
                         guint *ret_n,
                         GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (diary, SELECT_DONE, error);
  gint64 expected = before->nights;
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, before->rev);
  if (!stn_statement_step (select, &row, error))
    return FALSE;
  if (row)
    expected += stn_statement_get_int (select, 0);
  /* Since then the log was forgotten: who deleted what is not known any more. */
  else if (strcmp (before->rev, own->forgotten) < 0)
    expected = 0;
  *ret_n = (guint) MAX (0, expected - (gint64) own->nights);
  return TRUE;
}

gboolean
stn_copy_are_many (guint vanished, const StnCopyState *before)
{
  return (guint64) vanished * 10 > before->nights;
}
