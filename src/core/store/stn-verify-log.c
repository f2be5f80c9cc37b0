/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-verify-log.h"

#include "base/stn-rev.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"

#include <string.h>

/* By seq. What came from another diary keeps its revision. */
#define SELECT_CHANGES                                                                             \
  "SELECT seq, \"table\", uid, change.rev, before, after, "                                        \
  "change.rev <> change_group.rev AND NOT (change.rev < change_group.rev AND label IN "            \
  "('import', 'merge')) "                                                                          \
  "FROM change CROSS JOIN change_group ON number = \"group\" ORDER BY seq"
#define SELECT_CHANGE "SELECT \"table\", uid, before, after FROM change WHERE seq = ?"
#define SELECT_EMPTY_GROUP                                                                         \
  "SELECT number FROM change_group WHERE NOT EXISTS (SELECT 1 FROM change WHERE \"group\" = "      \
  "number) LIMIT 1"
#define SELECT_FORGOTTEN "SELECT forgotten FROM diary"
#define SELECT_GROUP_REVS                                                                          \
  "SELECT rev FROM change_group "                                                                  \
  "UNION ALL SELECT forgotten FROM diary WHERE forgotten IS NOT NULL"

/* What is remembered of a change: digests, since most of them match and the texts of the others can be read again. */
typedef struct {
  guint64 row;           /* of table and uid */
  guint64 before, after; /* NO_ROW: there was none */
  guint64 rev;
  gint64 seq : 63;
  guint64 has_row : 1; /* the row was met; of the last change of each row */
} Link;

#define NO_ROW 0
#define DIGEST_FACTOR G_GUINT64_CONSTANT (0x9e3779b97f4a7c15)

typedef struct {
  StnConnection *connection;
  GArray *links;   /* of Link, by row, then in the order in which they were written */
  char *forgotten; /* (nullable) what is not later than that need not be in the log any more */
} Log;

static void
log_clear (Log *self)
{
  g_array_unref (self->links);
  g_free (self->forgotten);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Log, log_clear)

/* Against accidents: two texts have the same one time in 2^64. */
static guint64
digest (guint64 begin, const char *text)
{
  gsize left = strlen (text);
  guint64 sum = begin ^ left;
  guint64 word;

  for (; left > 0; text += MIN (left, sizeof word), left -= MIN (left, sizeof word)) {
    word = 0;
    memcpy (&word, text, MIN (left, sizeof word));
    sum = (sum ^ word) * DIGEST_FACTOR;
    sum ^= sum >> 29;
  }
  return sum != NO_ROW ? sum : 1;
}

static guint64
digest_row (const char *table, const char *uid)
{
  return digest (digest (1, table), uid);
}

static gboolean
check_rev (StnConnection *connection, const char *rev, GError **error)
{
  if (stn_rev_is_valid (rev))
    return TRUE;
  /* After one that no clock can have given there might be no later one, and what is written then would count as older. */
  stn_connection_set_damaged (connection, error, "it has a revision '%s', which is none", rev);
  return FALSE;
}

static gboolean
check_groups (StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) revs = stn_statement_get (connection, SELECT_GROUP_REVS, error);
  g_autoptr (StnStatement) empty =
    revs != NULL ? stn_statement_get (connection, SELECT_EMPTY_GROUP, error) : NULL;
  gboolean row;

  if (empty == NULL)
    return FALSE;
  do {
    if (!stn_statement_step (revs, &row, error) ||
        (row && !check_rev (connection, stn_statement_get_text (revs, 0), error)))
      return FALSE;
  } while (row);
  if (!stn_statement_step (empty, &row, error))
    return FALSE;
  if (row)
    stn_connection_set_damaged (connection, error,
                                "its change log has a group without its changes");
  return !row;
}

/* What a change began with can be read as a row: so can what the one before it ended with, which says the same. Of a table that
 * there is not no row will be found. */
static gboolean
check_readable (StnConnection *connection, const char *name, const char *json, GError **error)
{
  const StnRowTable *table = stn_row_tables_find (name);
  g_auto (StnRow) row = {0};

  return table == NULL || json == NULL || stn_row_from_json (connection, table, json, &row, error);
}

static gboolean
take_change (Log *self, StnStatement *select, GError **error)
{
  const char *table = stn_statement_get_text (select, 1);
  const char *rev = stn_statement_get_text (select, 3);
  const char *before = stn_statement_get_opt_text (select, 4);
  const Link link = {
    .row = digest_row (table, stn_statement_get_text (select, 2)),
    .before = before != NULL ? digest (1, before) : NO_ROW,
    .after = digest (1, stn_statement_get_text (select, 5)),
    .rev = digest (1, rev),
    .seq = stn_statement_get_int (select, 0),
  };

  if (!check_rev (self->connection, rev, error) ||
      !check_readable (self->connection, table, before, error))
    return FALSE;
  if (stn_statement_get_int (select, 6) != 0) {
    stn_connection_set_damaged (self->connection, error,
                                "its change log has a group without its changes");
    return FALSE;
  }
  g_array_append_val (self->links, link);
  return TRUE;
}

static int
compare_links (gconstpointer a, gconstpointer b)
{
  const Link *one = a;
  const Link *other = b;

  if (one->row != other->row)
    return one->row < other->row ? -1 : 1;
  return (one->seq > other->seq) - (one->seq < other->seq);
}

static gboolean
take_changes (Log *self, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->connection, SELECT_CHANGES, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  do {
    if (!stn_statement_step (select, &row, error) || (row && !take_change (self, select, error)))
      return FALSE;
  } while (row);
  g_array_sort (self->links, compare_links);
  return TRUE;
}

static gboolean
fail_row (Log *self, const StnRow *row, const char *uid, const char *what, GError **error)
{
  g_autoptr (GString) keys = g_string_new (NULL);

  for (guint i = 0; i < row->table->n_keys; i++)
    g_string_append_printf (keys, "%s ", row->cells[i].text != NULL ? row->cells[i].text : "?");
  stn_connection_set_damaged (self->connection, error, "table %s, row %s(%s): %s", row->table->name,
                              keys->str, uid, what);
  return FALSE;
}

static gboolean
fail_difference (Log *self, const char *table, const char *uid, GError **error)
{
  stn_connection_set_damaged (self->connection, error,
                              "table %s and the change log differ on row %s", table, uid);
  return FALSE;
}

/* A change that was read again. */
typedef struct {
  char *table, *uid, *before, *after;
} Change;

static void
change_clear (Change *self)
{
  g_free (self->table);
  g_free (self->uid);
  g_free (self->before);
  g_free (self->after);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Change, change_clear)

static gboolean
read_change (Log *self, const Link *link, Change *ret_change, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->connection, SELECT_CHANGE, error);
  gboolean row;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_int (select, 1, link->seq);
  if (!stn_statement_step (select, &row, error))
    return FALSE;
  ret_change->table = g_strdup (stn_statement_get_text (select, 0));
  ret_change->uid = g_strdup (stn_statement_get_text (select, 1));
  ret_change->before = g_strdup (stn_statement_get_opt_text (select, 2));
  ret_change->after = g_strdup (stn_statement_get_text (select, 3));
  return TRUE;
}

/* Two texts may say the same: a whole number as an integer and as a real. */
static gboolean
is_same_row (Log *self, const char *json, const StnRow *row, gboolean *ret_same, GError **error)
{
  g_auto (StnRow) logged = {0};

  if (!stn_row_from_json (self->connection, row->table, json, &logged, error))
    return FALSE;
  *ret_same = stn_row_equal (&logged, row) && g_strcmp0 (logged.source, row->source) == 0;
  return TRUE;
}

/* @earlier: (nullable) the change of the same row before @link, whose digests do not match: whether what they say does. */
static gboolean
compare_changes (Log *self, const Link *earlier, const Link *link, GError **error)
{
  g_auto (Change) change = {0};
  g_auto (Change) previous = {0};
  g_auto (StnRow) row = {0};
  gboolean same = FALSE;

  if (!read_change (self, link, &change, error) ||
      (earlier != NULL && !read_change (self, earlier, &previous, error)))
    return FALSE;
  const StnRowTable *table = stn_row_tables_find (change.table);
  if (table == NULL)
    return fail_difference (self, change.table, change.uid, error);
  if (!stn_row_from_json (self->connection, table,
                          change.before != NULL ? change.before : change.after, &row, error) ||
      (change.before != NULL && earlier != NULL &&
       !is_same_row (self, previous.after, &row, &same, error)))
    return FALSE;
  return same ||
         fail_row (self, &row, change.uid, "its changes do not follow from each other", error);
}

/* A change begins where the one before it ended. */
static gboolean
check_chains (Log *self, GError **error)
{
  const Link *links = (const Link *) (gpointer) self->links->data;

  for (guint i = 0; i < self->links->len; i++) {
    const Link *earlier = i > 0 && links[i - 1].row == links[i].row ? &links[i - 1] : NULL;

    if (earlier == NULL && self->forgotten != NULL)
      continue;
    if (links[i].before != (earlier != NULL ? earlier->after : NO_ROW) &&
        !compare_changes (self, earlier, &links[i], error))
      return FALSE;
  }
  return TRUE;
}

/* The last change of a row, NULL when there is none. */
static Link *
find_last (Log *self, guint64 row)
{
  Link *links = (Link *) (gpointer) self->links->data;
  guint from = 0, to = self->links->len;

  while (from < to) {
    guint middle = from + (to - from) / 2;

    if (links[middle].row <= row)
      from = middle + 1;
    else
      to = middle;
  }
  return from > 0 && links[from - 1].row == row ? &links[from - 1] : NULL;
}

/* The row in the file is what its last change made of it. */
static gboolean
check_row (Log *self, const StnRow *row, const char *uid, GError **error)
{
  Link *last = find_last (self, digest_row (row->table->name, uid));
  g_autofree char *json = NULL;
  g_auto (Change) change = {0};
  gboolean same;

  if (!check_rev (self->connection, row->rev, error))
    return FALSE;
  if (last == NULL)
    return (self->forgotten != NULL && strcmp (row->rev, self->forgotten) <= 0) ||
           fail_difference (self, row->table->name, uid, error);
  last->has_row = TRUE;
  if (last->rev != digest (1, row->rev))
    return fail_difference (self, row->table->name, uid, error);
  json = stn_row_to_json (self->connection, row, error);
  if (json == NULL)
    return FALSE;
  if (last->after == digest (1, json))
    return TRUE;
  if (!read_change (self, last, &change, error) ||
      !is_same_row (self, change.after, row, &same, error))
    return FALSE;
  return same || fail_row (self, row, uid, "it differs from its last change", error);
}

static gboolean
check_table (Log *self, const StnRowTable *table, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->connection, table->all, error);
  gboolean more;

  if (select == NULL)
    return FALSE;
  while (TRUE) {
    g_auto (StnRow) row = {0};

    if (!stn_statement_step (select, &more, error))
      return FALSE;
    if (!more)
      return TRUE;
    stn_row_take (select, table, &row);
    if (!check_row (self, &row, stn_statement_get_text (select, (int) table->n_columns + 3), error))
      return FALSE;
  }
}

/* Every last change is in a row: an entry that was half written would show here. */
static gboolean
check_all_met (Log *self, GError **error)
{
  const Link *links = (const Link *) (gpointer) self->links->data;
  g_auto (Change) change = {0};

  for (guint i = 0; i < self->links->len; i++) {
    if (links[i].has_row || (i + 1 < self->links->len && links[i + 1].row == links[i].row))
      continue;
    return read_change (self, &links[i], &change, error) &&
           fail_difference (self, change.table, change.uid, error);
  }
  return TRUE;
}

static gboolean
read_forgotten (Log *self, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (self->connection, SELECT_FORGOTTEN, error);
  gboolean row;

  if (select == NULL || !stn_statement_step (select, &row, error))
    return FALSE;
  self->forgotten = row ? g_strdup (stn_statement_get_opt_text (select, 0)) : NULL;
  return TRUE;
}

gboolean
stn_verify_log (StnConnection *connection, guint *ret_changes, GError **error)
{
  g_auto (Log) log = {.connection = connection, .links = g_array_new (FALSE, FALSE, sizeof (Link))};
  const StnRowTable *const *tables = stn_row_tables_list ();

  if (!read_forgotten (&log, error) || !check_groups (connection, error) ||
      !take_changes (&log, error) || !check_chains (&log, error))
    return FALSE;
  for (guint i = 0; tables[i] != NULL; i++)
    if (!check_table (&log, tables[i], error))
      return FALSE;
  *ret_changes = log.links->len;
  return check_all_met (&log, error);
}
