/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-automatic-backup.h"

#include "store/stn-backup-copy.h"
#include "store/stn-backup-folder.h"
#include "store/stn-row-tables.h"
#include "store/stn-statement.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <string.h>

/* So many fewer entries than in the backup, and more than a tenth, want a word. */
#define FEWER_MIN 5

#define SELECT_REV_BEFORE_TODAY                                                                    \
  "SELECT rev FROM change_group WHERE written < ? ORDER BY number DESC LIMIT 1"
#define SELECT_LAST_REV                                                                            \
  "SELECT coalesce ((SELECT rev FROM change_group ORDER BY number DESC LIMIT 1), "                 \
  "(SELECT forgotten FROM diary), '')"

/* A constant, made once: its address is the key of the statement. */
static const char *
select_entries (void)
{
  static const char *sql;

  if (g_once_init_enter (&sql)) {
    g_autoptr (GString) text = g_string_new ("SELECT 0");
    const StnRowTable *const *tables = stn_row_tables_list ();

    for (guint i = 0; tables[i] != NULL; i++)
      g_string_append_printf (text, " + (SELECT count (*) FROM %s WHERE NOT deleted)",
                              tables[i]->name);
    g_once_init_leave (&sql, g_string_free (g_steal_pointer (&text), FALSE));
  }
  return sql;
}

static gboolean
count_entries (StnConnection *connection, guint *ret_n, GError **error)
{
  gint64 n;

  if (!stn_connection_query_int (connection, select_entries (), &n, error))
    return FALSE;
  *ret_n = (guint) n;
  return TRUE;
}

/* (transfer full) "" when there is none; NULL on error. */
static char *
read_rev (StnConnection *connection, const char *sql, const char *argument, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, sql, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  if (argument != NULL)
    stn_statement_bind_text (select, 1, argument);
  if (!stn_statement_step (select, &row, error))
    return NULL;
  return g_strdup (row ? stn_statement_get_text (select, 0) : "");
}

/* The newest backup of a day that can be read at all; its last revision, NULL when there is none. */
static char *
read_newest (const char *diary, StnBackupReport *report)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (diary);

  for (guint i = 0; i < files->len; i++) {
    const StnBackupFile *file = g_ptr_array_index (files, i);
    g_autoptr (StnConnection) connection = NULL;
    char *rev = NULL;

    if (file->kind != STN_BACKUP_OF_DAY)
      continue;
    connection = stn_connection_open (file->path, file->path, STN_CONNECTION_READ, NULL);
    if (connection == NULL || !count_entries (connection, &report->entries_before, NULL))
      continue;
    rev = read_rev (connection, SELECT_LAST_REV, NULL, NULL);
    if (rev == NULL)
      continue;
    report->before = file->date;
    return rev;
  }
  report->entries_before = 0;
  return NULL;
}

static gboolean
is_far_fewer (const StnBackupReport *report)
{
  return report->entries + FEWER_MIN <= report->entries_before &&
         (guint64) report->entries * 10 < (guint64) report->entries_before * 9;
}

/* What to do: MADE for "make one". */
static gboolean
decide (StnStore *self, StnConnection *connection, StnBackupReport *report, GError **error)
{
  const char *diary = stn_store_get_path (self);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  char today[STN_DATE_TEXT_SIZE];
  g_autofree char *done = read_newest (diary, report);
  g_autofree char *changed = NULL;

  stn_date_to_text (stn_date_of (now), today);
  changed = read_rev (connection, SELECT_REV_BEFORE_TODAY, today, error);
  if (changed == NULL || !count_entries (connection, &report->entries, error))
    return FALSE;
  if (is_far_fewer (report))
    report->outcome = STN_BACKUP_HELD_BACK;
  else if (*changed != '\0' && (done == NULL || strcmp (changed, done) > 0))
    report->outcome = STN_BACKUP_MADE;
  else
    report->outcome = STN_BACKUP_NOT_DUE;
  return TRUE;
}

static gboolean
make (StnStore *self, StnConnection *connection, const char *path, GError **error)
{
  g_autofree char *unproved = g_strconcat (path, ".new", NULL);
  gboolean made;

  if (!stn_diary_file_make_folder (path, error) ||
      !stn_backup_copy (connection, unproved, STN_DIARY_FILE_REPLACE, error))
    return FALSE;
  made = stn_store_verify (unproved, stn_store_get_clock (self), NULL, error) &&
         stn_diary_file_place (unproved, path, STN_DIARY_FILE_REPLACE, error);
  if (!made)
    g_unlink (unproved);
  return made;
}

gboolean
stn_store_keep_backup (StnStore *self,
                       StnBackupMoment moment,
                       StnBackupReport *ret_report,
                       GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  StnBackupReport report = {0};

  if (connection == NULL)
    return FALSE;
  if (!stn_store_is_read_only (self) && !decide (self, connection, &report, error))
    return FALSE;
  if (!stn_store_is_read_only (self) && moment == STN_BACKUP_NOW)
    report.outcome = STN_BACKUP_MADE;
  if (report.outcome == STN_BACKUP_MADE) {
    const char *diary = stn_store_get_path (self);
    g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
    g_autofree char *path = stn_backup_folder_name (diary, now, NULL);

    if (!make (self, connection, path, error) || !stn_backup_folder_rotate (diary, error))
      return FALSE;
  }
  if (ret_report != NULL)
    *ret_report = report;
  return TRUE;
}

gboolean
stn_store_snapshot (StnStore *self, const char *reason, char **ret_path, GError **error)
{
  StnConnection *connection = stn_store_get_connection (self, error);
  const char *diary = stn_store_get_path (self);
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  g_autofree char *path = stn_backup_folder_name (diary, now, reason);

  if (connection == NULL || !make (self, connection, path, error) ||
      !stn_backup_folder_rotate (diary, error))
    return FALSE;
  if (ret_path != NULL)
    *ret_path = g_steal_pointer (&path);
  return TRUE;
}

void
stn_backup_facts_free (StnBackupFacts *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

StnBackupFacts *
stn_backup_find_last_good (const char *diary, StnClock *clock)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (diary);

  for (guint i = 0; i < files->len; i++) {
    const StnBackupFile *file = g_ptr_array_index (files, i);
    StnStoreReport report;
    StnBackupFacts *facts;

    if (!stn_store_verify (file->path, clock, &report, NULL))
      continue;
    facts = g_new0 (StnBackupFacts, 1);
    *facts = (StnBackupFacts){g_strdup (file->path), file->date, report.nights, report.last};
    return facts;
  }
  return NULL;
}
