/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-trash.h"

#include "base/stn-rev.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"
#include "store/stn-stamp-text.h"
#include "store/stn-store-private.h"

#include <string.h>

#define LABEL "restore-deleted"
#define SOURCE "person"

/* The group whose work this one does again. */
#define ORIGINAL                                                                                   \
  "coalesce ((SELECT o.label FROM change_group AS u JOIN change_group AS o ON o.number = "         \
  "u.undoes WHERE u.number = g.redoes), (SELECT o.label FROM change_group AS o WHERE o.number = "  \
  "g.undoes), g.label)"
#define IS_DELETION                                                                                \
  "c.before IS NOT NULL AND json_extract (c.before, '$.deleted') IS NULL "                         \
  "AND json_extract (c.after, '$.deleted') = 1"
/* Taking back what came from the trash is deleting again. */
#define SELECT_DELETIONS                                                                           \
  "SELECT c.\"group\", c.\"table\", c.uid, c.rev, g.written, json_extract (c.after, '$.night') "   \
  "AS night, json_extract (c.before, '$.name'), json_extract (c.before, '$.slug'), " ORIGINAL      \
  " AS original FROM change_group AS g JOIN change AS c ON c.\"group\" = g.number "                \
  "WHERE g.rev >= ? AND " IS_DELETION " AND (g.undoes IS NULL OR original = '" LABEL "') "         \
  "ORDER BY c.\"group\" DESC, night DESC, c.seq"
#define SELECT_PARTS                                                                               \
  "SELECT c.\"table\", c.uid, c.rev, c.before FROM change AS c WHERE c.\"group\" = ?1 "            \
  "AND " IS_DELETION " AND iif (?2 IS NULL, c.uid = ?3, json_extract (c.after, '$.night') = ?2) "  \
  "ORDER BY c.seq DESC"
#define SELECT_LIVE_FACTOR "SELECT 1 FROM factor WHERE slug = ? AND NOT deleted"

void
stn_trash_item_free (StnTrashItem *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->uid);
  g_free (self->name);
  g_free (self->slug);
  g_free (self);
}

StnTrashItem *
stn_trash_item_copy (const StnTrashItem *self)
{
  StnTrashItem *copy = g_memdup2 (self, sizeof *self);

  copy->table = g_strdup (self->table);
  copy->uid = g_strdup (self->uid);
  copy->name = g_strdup (self->name);
  copy->slug = g_strdup (self->slug);
  return copy;
}

/* The smallest revision of what was written within the last days. */
static void
first_rev (StnStore *self, char ret_rev[STN_REV_SIZE])
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  g_autoptr (GDateTime) then = g_date_time_add_days (now, -STN_TRASH_DAYS);

  g_snprintf (ret_rev, STN_REV_SIZE, "%012" G_GINT64_MODIFIER "x",
              g_date_time_to_unix (then) * 1000);
}

/* Whether the row still is what the change of revision @rev made of it. */
static gboolean
is_still_deleted (StnConnection *connection,
                  const char *table,
                  const char *uid,
                  const char *rev,
                  gboolean *ret_is,
                  GError **error)
{
  const StnRowTable *rows = stn_row_tables_find (table);
  g_auto (StnRow) row = {0};
  gboolean found;

  if (rows == NULL) {
    stn_connection_set_damaged (connection, error, "it has a change with table '%s'", table);
    return FALSE;
  }
  if (!stn_row_read (connection, rows, uid, &row, &found, error))
    return FALSE;
  *ret_is = found && row.deleted && strcmp (row.rev, rev) == 0;
  return TRUE;
}

static StnTrashItem *
item_new (StnConnection *connection, StnStatement *deletion, GError **error)
{
  g_autoptr (StnTrashItem) item = g_new0 (StnTrashItem, 1);
  const char *night = stn_statement_get_opt_text (deletion, 5);

  item->group = stn_statement_get_int (deletion, 0);
  if (!stn_stamp_from_text (stn_statement_get_text (deletion, 4), &item->when) ||
      (night != NULL && !stn_date_parse (night, &item->night, NULL))) {
    stn_connection_set_damaged (connection, error, "it has a change with night '%s' at time '%s'",
                                night != NULL ? night : "", stn_statement_get_text (deletion, 4));
    return NULL;
  }
  if (night != NULL)
    return g_steal_pointer (&item);
  item->table = g_strdup (stn_statement_get_text (deletion, 1));
  item->uid = g_strdup (stn_statement_get_text (deletion, 2));
  item->name = g_strdup (stn_statement_get_opt_text (deletion, 6));
  item->slug = g_strdup (stn_statement_get_opt_text (deletion, 7));
  return g_steal_pointer (&item);
}

/* Whether a part of that kind makes an item: a value that was cleared in an edit is none. */
static gboolean
is_worth_showing (StnStatement *deletion)
{
  const char *table = stn_statement_get_text (deletion, 1);
  const char *label = stn_statement_get_text (deletion, 8);

  if (strcmp (label, "delete-nights") == 0 || strcmp (label, LABEL) == 0)
    return TRUE;
  return strcmp (table, stn_factor_value_rows.name) != 0 &&
         strcmp (table, stn_setting_rows.name) != 0;
}

static gboolean
belongs_to (const StnTrashItem *item, const StnTrashItem *part)
{
  return item != NULL && item->group == part->group && stn_date_is_set (part->night) &&
         stn_date_compare (item->night, part->night) == 0;
}

static gboolean
add_deletion (StnConnection *connection, StnStatement *deletion, GPtrArray *items, GError **error)
{
  StnTrashItem *last = items->len > 0 ? g_ptr_array_index (items, items->len - 1) : NULL;
  const char *table = stn_statement_get_text (deletion, 1);
  g_autoptr (StnTrashItem) part = NULL;
  gboolean is_there;

  if (!is_worth_showing (deletion))
    return TRUE;
  if (!is_still_deleted (connection, table, stn_statement_get_text (deletion, 2),
                         stn_statement_get_text (deletion, 3), &is_there, error))
    return FALSE;
  if (!is_there)
    return TRUE;
  part = item_new (connection, deletion, error);
  if (part == NULL)
    return FALSE;
  if (!belongs_to (last, part))
    g_ptr_array_add (items, last = g_steal_pointer (&part));
  if (strcmp (table, stn_episode_rows.name) == 0)
    last->episodes++;
  return TRUE;
}

static GPtrArray *
list_deletions (StnStore *self, StnConnection *connection, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_DELETIONS, error);
  g_autoptr (GPtrArray) items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_trash_item_free);
  char rev[STN_REV_SIZE];
  gboolean row;

  if (select == NULL)
    return NULL;
  first_rev (self, rev);
  stn_statement_bind_text (select, 1, rev);
  while (TRUE) {
    if (!stn_statement_step (select, &row, error))
      return NULL;
    if (!row)
      return g_steal_pointer (&items);
    if (!add_deletion (connection, select, items, error))
      return NULL;
  }
}

GPtrArray *
stn_trash_list (StnStore *self, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  GPtrArray *items;

  if (connection == NULL || !stn_connection_begin_read (connection, error))
    return NULL;
  items = list_deletions (self, connection, error);
  stn_connection_end_read (connection);
  return items;
}

/* A value cannot come back while what it is a value of is deleted. */
static gboolean
has_what_it_needs (StnConnection *connection, const StnRow *row, gboolean *ret_has, GError **error)
{
  g_autoptr (StnStatement) select = NULL;

  *ret_has = TRUE;
  if (row->table != &stn_factor_value_rows)
    return TRUE;
  select = stn_statement_get (connection, SELECT_LIVE_FACTOR, error);
  if (select == NULL)
    return FALSE;
  stn_statement_bind_text (select, 1, row->cells[1].text);
  return stn_statement_step (select, ret_has, error);
}

static gboolean
restore_part (StnStore *self, StnConnection *connection, StnStatement *part, GError **error)
{
  const char *table = stn_statement_get_text (part, 0);
  const char *uid = stn_statement_get_text (part, 1);
  g_auto (StnRow) row = {0};
  gboolean is_there, has_needs;

  if (!is_still_deleted (connection, table, uid, stn_statement_get_text (part, 2), &is_there,
                         error) ||
      !stn_row_from_json (connection, stn_row_tables_find (table), stn_statement_get_text (part, 3),
                          &row, error) ||
      !has_what_it_needs (connection, &row, &has_needs, error))
    return FALSE;
  if (is_there && has_needs)
    return stn_row_put (self, uid, &row, STN_ROW_ANY, error);
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED,
               "cannot bring back in diary '%s': it was written again since",
               stn_store_get_path (self));
  return FALSE;
}

static gboolean
restore_parts (StnStore *self, const StnTrashItem *item, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (StnStatement) parts =
    connection != NULL ? stn_statement_get (connection, SELECT_PARTS, error) : NULL;
  char night[STN_DATE_TEXT_SIZE];
  gboolean row;

  if (parts == NULL)
    return FALSE;
  stn_statement_bind_int (parts, 1, item->group);
  stn_statement_bind_text (
    parts, 2, stn_date_is_set (item->night) ? stn_date_to_text (item->night, night) : NULL);
  stn_statement_bind_text (parts, 3, item->uid);
  while (TRUE) {
    if (!stn_statement_step (parts, &row, error))
      return FALSE;
    if (!row)
      return TRUE;
    if (!restore_part (self, connection, parts, error))
      return FALSE;
  }
}

gboolean
stn_trash_restore (StnStore *self, const StnTrashItem *item, gint64 *ret_group, GError **error)
{
  g_return_val_if_fail (item != NULL, FALSE);

  if (!stn_store_begin (self, LABEL, SOURCE, error))
    return FALSE;
  if (restore_parts (self, item, error))
    return stn_store_commit (self, ret_group, error);
  stn_store_rollback (self);
  return FALSE;
}
