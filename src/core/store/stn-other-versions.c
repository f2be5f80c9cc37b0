/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-other-versions.h"

#include "base/stn-text-number.h"
#include "store/stn-row-json.h"
#include "store/stn-row-tables.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <string.h>

/* An import of a table has the file as its source. */
#define SELECT_JOINS                                                                               \
  "SELECT number FROM change_group AS g WHERE source IN ('merge', 'import') AND undoes IS NULL "   \
  "AND redoes IS NULL AND " STN_GROUP_STANDS ("g") " ORDER BY number DESC"
/* Whether the record was decided on since, be it for what was there. */
#define SELECT_DECIDED                                                                             \
  "SELECT 1 FROM change AS c JOIN change_group AS g ON g.number = c.\"group\" "                    \
  "WHERE g.number > ? AND c.\"table\" = ? AND c.uid = ? AND g.undoes IS NULL "                     \
  "AND g.redoes IS NULL AND " STN_GROUP_STANDS ("g") " LIMIT 1"
/* A record with several versions was there before: what is new has one change. */
#define SELECT_VERSIONS                                                                            \
  "SELECT \"table\", uid, rev, after FROM change WHERE \"group\" = ? AND before IS NOT NULL "      \
  "ORDER BY \"table\", uid, seq"

/* When a night was answered first is no answer of the person's. */
#define UNASKED "answered"

/* The changes of one record in the group, the last one is the version that stays. */
typedef struct {
  char *table, *uid;
  GPtrArray *revs, *rows; /* (element-type utf8) */
} Versions;

void
stn_other_version_free (StnOtherVersion *self)
{
  if (self == NULL)
    return;
  g_free (self->table);
  g_free (self->uid);
  g_free (self->name);
  g_free (self->slug);
  g_free (self->kept);
  g_free (self->other);
  g_clear_pointer (&self->fields, g_ptr_array_unref);
  g_free (self->kept_row);
  g_free (self->other_row);
  g_free (self);
}

static void
versions_clear (Versions *self)
{
  g_free (self->table);
  g_free (self->uid);
  g_ptr_array_unref (self->revs);
  g_ptr_array_unref (self->rows);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Versions, versions_clear)

static void
field_free (gpointer data)
{
  StnVersionField *field = data;

  g_free (field->name);
  g_free (field->kept);
  g_free (field->other);
  g_free (field);
}

/* NULL when it is unknown. */
static char *
cell_to_text (const StnCell *cell)
{
  char number[STN_REAL_TEXT_SIZE];

  if (cell->type == SQLITE_NULL)
    return NULL;
  if (cell->type == SQLITE_TEXT)
    return g_strdup (cell->text);
  if (cell->type == SQLITE_FLOAT)
    return g_strdup (stn_real_to_text (cell->real, number));
  return g_strdup_printf ("%" G_GINT64_FORMAT, cell->integer);
}

static void
append_field (GString *text, const char *name, const char *value)
{
  if (value != NULL)
    g_string_append_printf (text, "%s%s %s", text->len > 0 ? ", " : "", name, value);
}

static const char *
text_of (const StnRow *row, guint column)
{
  return row->cells[column].type == SQLITE_TEXT ? row->cells[column].text : NULL;
}

static char *
first_text (const StnRow *kept, const StnRow *other, guint column)
{
  return g_strdup (text_of (kept, column) != NULL ? text_of (kept, column)
                                                  : text_of (other, column));
}

/* What a person knows the record by. */
static void
describe_column (
  StnOtherVersion *version, const char *name, const StnRow *kept, const StnRow *other, guint column)
{
  g_autofree char *text = first_text (kept, other, column);

  if (text == NULL)
    return;
  if (strcmp (name, "night") == 0)
    stn_date_parse (text, &version->night, NULL);
  else if (strcmp (name, "name") == 0 || strcmp (name, "own_words") == 0)
    version->name = g_steal_pointer (&text);
  else if (strcmp (name, "slug") == 0 || strcmp (name, "factor") == 0)
    version->slug = g_steal_pointer (&text);
}

/* @ret_more: whether the other says anything that the kept one does not. */
static gboolean
describe (StnConnection *connection,
          StnOtherVersion *version,
          const StnRow *kept,
          const StnRow *other,
          gboolean *ret_more,
          GError **error)
{
  g_autoptr (StnStatement) names = stn_statement_get (connection, kept->table->select, error);
  g_autoptr (GString) kept_text = g_string_new (NULL);
  g_autoptr (GString) other_text = g_string_new (NULL);

  if (names == NULL)
    return FALSE;
  version->fields = g_ptr_array_new_with_free_func (field_free);
  *ret_more = kept->deleted != other->deleted;
  for (guint i = 0; i < kept->table->n_columns; i++) {
    const char *name = stn_statement_get_name (names, (int) i);
    StnVersionField *field;

    describe_column (version, name, kept, other, i);
    if (stn_cell_equal (&kept->cells[i], &other->cells[i]) || strcmp (name, UNASKED) == 0)
      continue;
    field = g_new0 (StnVersionField, 1);
    field->name = g_strdup (name);
    field->kept = cell_to_text (&kept->cells[i]);
    field->other = cell_to_text (&other->cells[i]);
    g_ptr_array_add (version->fields, field);
    append_field (kept_text, name, field->kept);
    append_field (other_text, name, field->other);
    *ret_more |= other->cells[i].type != SQLITE_NULL;
  }
  version->kept = kept->deleted ? NULL : g_strdup (kept_text->str);
  version->other = other->deleted ? NULL : g_strdup (other_text->str);
  return TRUE;
}

static gboolean
is_undecided (StnConnection *connection,
              const StnOtherVersion *version,
              const StnRow *kept,
              gboolean *ret_is,
              GError **error)
{
  g_autoptr (StnStatement) select = NULL;
  g_auto (StnRow) in_file = {0};
  gboolean found, is_decided;

  if (!stn_row_read (connection, kept->table, version->uid, &in_file, &found, error))
    return FALSE;
  *ret_is = FALSE;
  if (!found || !stn_row_equal (&in_file, kept))
    return TRUE;
  select = stn_statement_get (connection, SELECT_DECIDED, error);
  if (select == NULL)
    return FALSE;
  stn_statement_bind_int (select, 1, version->group);
  stn_statement_bind_text (select, 2, version->table);
  stn_statement_bind_text (select, 3, version->uid);
  if (!stn_statement_step (select, &is_decided, error))
    return FALSE;
  *ret_is = !is_decided;
  return TRUE;
}

/* @i: of an earlier version. */
static gboolean
add_version (StnConnection *connection,
             gint64 group,
             const Versions *versions,
             guint i,
             GPtrArray *list,
             GError **error)
{
  const StnRowTable *table = stn_row_tables_find (versions->table);
  g_autoptr (StnOtherVersion) version = g_new0 (StnOtherVersion, 1);
  g_auto (StnRow) kept = {0};
  g_auto (StnRow) other = {0};
  gboolean says_more;

  version->group = group;
  version->table = g_strdup (versions->table);
  version->uid = g_strdup (versions->uid);
  version->kept_row = g_strdup (versions->rows->pdata[versions->rows->len - 1]);
  version->other_row = g_strdup (versions->rows->pdata[i]);
  if (table == NULL) {
    stn_connection_set_damaged (connection, error, "it has a change with table '%s'",
                                versions->table);
    return FALSE;
  }
  if (!stn_row_from_json (connection, table, version->kept_row, &kept, error) ||
      !stn_row_from_json (connection, table, version->other_row, &other, error) ||
      !is_undecided (connection, version, &kept, &version->is_kept, error) ||
      !describe (connection, version, &kept, &other, &says_more, error))
    return FALSE;
  if (says_more)
    g_ptr_array_add (list, g_steal_pointer (&version));
  return TRUE;
}

static gboolean
is_new (const Versions *versions, guint i)
{
  const char *rev = versions->revs->pdata[i];

  if (strcmp (rev, versions->revs->pdata[versions->revs->len - 1]) == 0)
    return FALSE;
  for (guint j = 0; j < i; j++)
    if (strcmp (rev, versions->revs->pdata[j]) == 0)
      return FALSE;
  return TRUE;
}

static gboolean
end_record (
  StnConnection *connection, gint64 group, Versions *versions, GPtrArray *list, GError **error)
{
  for (guint i = 0; i + 1 < versions->revs->len; i++)
    if (is_new (versions, i) && !add_version (connection, group, versions, i, list, error))
      return FALSE;
  g_ptr_array_set_size (versions->revs, 0);
  g_ptr_array_set_size (versions->rows, 0);
  return TRUE;
}

static gboolean
read_versions (StnConnection *connection, gint64 group, GPtrArray *list, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_VERSIONS, error);
  g_auto (Versions) versions = {NULL, NULL, g_ptr_array_new_with_free_func (g_free),
                                g_ptr_array_new_with_free_func (g_free)};
  gboolean row = TRUE;

  if (select == NULL)
    return FALSE;
  stn_statement_bind_int (select, 1, group);
  while (stn_statement_step (select, &row, error) && row) {
    const char *table = stn_statement_get_text (select, 0);
    const char *uid = stn_statement_get_text (select, 1);

    if (g_strcmp0 (versions.table, table) != 0 || g_strcmp0 (versions.uid, uid) != 0) {
      if (!end_record (connection, group, &versions, list, error))
        return FALSE;
      g_free (versions.table);
      g_free (versions.uid);
      versions.table = g_strdup (table);
      versions.uid = g_strdup (uid);
    }
    g_ptr_array_add (versions.revs, g_strdup (stn_statement_get_text (select, 2)));
    g_ptr_array_add (versions.rows, g_strdup (stn_statement_get_text (select, 3)));
  }
  return !row && end_record (connection, group, &versions, list, error);
}

/* By night; what belongs to none comes last. */
static gint
compare (gconstpointer a, gconstpointer b)
{
  const StnOtherVersion *first = *(StnOtherVersion *const *) a;
  const StnOtherVersion *second = *(StnOtherVersion *const *) b;
  const gboolean has_first = stn_date_is_set (first->night),
                 has_second = stn_date_is_set (second->night);
  int order = has_first != has_second ? has_second - has_first
              : has_first             ? stn_date_compare (first->night, second->night)
                                      : 0;

  order = order != 0 ? order : strcmp (first->table, second->table);
  order = order != 0 ? order : strcmp (first->uid, second->uid);
  return order != 0 ? order : strcmp (first->other_row, second->other_row);
}

/* Of the last joining that has any. */
static gboolean
read_last_versions (StnConnection *connection, GPtrArray *list, GError **error)
{
  g_autoptr (StnStatement) joins = stn_statement_get (connection, SELECT_JOINS, error);
  gboolean row = joins != NULL;

  while (row && list->len == 0) {
    if (!stn_statement_step (joins, &row, error) ||
        (row && !read_versions (connection, stn_statement_get_int (joins, 0), list, error)))
      return FALSE;
  }
  return joins != NULL;
}

GPtrArray *
stn_other_versions_list (StnStore *self, gint64 group, GError **error)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_autoptr (GPtrArray) list =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_other_version_free);
  gboolean done;

  if (connection == NULL || !stn_connection_begin_read (connection, error))
    return NULL;
  done = group != 0 ? read_versions (connection, group, list, error)
                    : read_last_versions (connection, list, error);
  stn_connection_end_read (connection);
  g_ptr_array_sort (list, compare);
  return done ? g_steal_pointer (&list) : NULL;
}

/* Errors: CHANGED. */
static gboolean
check_undecided (StnStore *self,
                 StnConnection *connection,
                 const StnOtherVersion *version,
                 GError **error)
{
  const StnRowTable *table = stn_row_tables_find (version->table);
  g_auto (StnRow) kept = {0};
  gboolean is_kept;

  g_return_val_if_fail (table != NULL, FALSE);
  if (!stn_row_from_json (connection, table, version->kept_row, &kept, error) ||
      !is_undecided (connection, version, &kept, &is_kept, error))
    return FALSE;
  if (!is_kept)
    g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_CHANGED,
                 "the record was decided on or changed since the diaries were joined; diary '%s' "
                 "stays as it is",
                 stn_store_get_path (self));
  return is_kept;
}

gboolean
stn_other_version_keep (StnStore *self, const StnOtherVersion *version, GError **error)
{
  g_return_val_if_fail (self != NULL && version != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);

  return connection != NULL && check_undecided (self, connection, version, error) &&
         stn_row_confirm (self, stn_row_tables_find (version->table), version->uid, error);
}

gboolean
stn_other_version_put (StnStore *self, const StnOtherVersion *version, GError **error)
{
  g_return_val_if_fail (self != NULL && version != NULL, FALSE);
  StnConnection *connection = stn_store_get_connection (self, error);
  g_auto (StnRow) other = {0};

  return connection != NULL && check_undecided (self, connection, version, error) &&
         stn_row_from_json (connection, stn_row_tables_find (version->table), version->other_row,
                            &other, error) &&
         stn_row_put (self, version->uid, &other, STN_ROW_ANY, error) &&
         stn_verify_records (self, error);
}
