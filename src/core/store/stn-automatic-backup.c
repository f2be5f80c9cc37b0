/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-automatic-backup.h"

#include "store/stn-backup.h"
#include "store/stn-backup-folder.h"
#include "store/stn-copy-state.h"
#include "store/stn-diary-file.h"
#include "store/stn-statement.h"
#include "store/stn-store-private.h"
#include "store/stn-verify.h"

#include <glib/gstdio.h>
#include <string.h>

/* On another day, not an earlier one: the clock may have been set back. */
#define SELECT_REV_BEFORE_TODAY                                                                    \
  "SELECT rev FROM change_group WHERE substr (written, 1, 10) <> ? ORDER BY number DESC LIMIT 1"

/* (transfer full) of the last change on a day that was not @today, "" when there is none; NULL on error. */
static char *
read_rev_before (StnConnection *connection, const char *today, GError **error)
{
  g_autoptr (StnStatement) select = stn_statement_get (connection, SELECT_REV_BEFORE_TODAY, error);
  gboolean row;

  if (select == NULL)
    return NULL;
  stn_statement_bind_text (select, 1, today);
  if (!stn_statement_step (select, &row, error))
    return NULL;
  return g_strdup (row ? stn_statement_get_text (select, 0) : "");
}

/* The backup of a day with the latest revision, which need not have the latest date; FALSE when none can be read.
 * @enough: none after one with that revision is looked at. */
static gboolean
read_newest (const char *diary, const char *enough, StnCopyState *ret_state, StnDate *ret_date)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (diary);
  gboolean found = FALSE;

  for (guint i = 0; i < files->len && (!found || strcmp (ret_state->rev, enough) < 0); i++) {
    const StnBackupFile *file = g_ptr_array_index (files, i);
    g_autoptr (StnConnection) connection = NULL;
    g_auto (StnCopyState) state = {0};

    if (file->kind != STN_BACKUP_OF_DAY)
      continue;
    connection = stn_connection_open (file->path, file->path, STN_CONNECTION_READ, NULL);
    if (connection == NULL || !stn_copy_state_read (connection, &state, NULL) ||
        (found && strcmp (state.rev, ret_state->rev) <= 0))
      continue;
    stn_copy_state_clear (ret_state);
    *ret_state = state;
    state = (StnCopyState){0};
    *ret_date = file->date;
    found = TRUE;
  }
  return found;
}

static gboolean
count_vanished (StnConnection *connection,
                const StnCopyState *before,
                StnBackupReport *report,
                GError **error)
{
  g_auto (StnCopyState) own = {0};

  return stn_copy_state_read (connection, &own, error) &&
         stn_copy_count_vanished (connection, &own, before, &report->vanished, error);
}

/* What to do: MADE for "make one". */
static gboolean
decide (StnStore *self, StnConnection *connection, StnBackupReport *report, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  g_auto (StnCopyState) before = {0};
  char today[STN_DATE_TEXT_SIZE];
  g_autofree char *changed = NULL;
  gboolean has_backup;

  stn_date_to_text (stn_date_of (now), today);
  changed = read_rev_before (connection, today, error);
  if (changed == NULL)
    return FALSE;
  has_backup = read_newest (stn_store_get_path (self), changed, &before, &report->before);
  if (has_backup && !count_vanished (connection, &before, report, error))
    return FALSE;
  if (has_backup && stn_copy_are_many (report->vanished, &before))
    report->outcome = STN_BACKUP_HELD_BACK;
  else if (*changed != '\0' && (!has_backup || strcmp (changed, before.rev) > 0))
    report->outcome = STN_BACKUP_MADE;
  else
    report->outcome = STN_BACKUP_NOT_DUE;
  return TRUE;
}

static gboolean
make (StnStore *self, const char *path, GError **error)
{
  return stn_diary_file_make_folder (path, error) && stn_store_copy_to (self, path, error);
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
    g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
    g_autofree char *path = stn_backup_folder_name (stn_store_get_path (self), now, NULL);

    if (!make (self, path, error) ||
        !stn_backup_folder_rotate (stn_store_get_path (self), path, error))
      return FALSE;
  }
  if (ret_report != NULL)
    *ret_report = report;
  return TRUE;
}

gboolean
stn_store_snapshot (StnStore *self, const char *reason, StnSnapshot *ret_snapshot, GError **error)
{
  g_autoptr (GDateTime) now = stn_clock_now (stn_store_get_clock (self));
  g_autofree char *path = stn_backup_folder_name (stn_store_get_path (self), now, reason);

  const gboolean replaced = g_file_test (path, G_FILE_TEST_EXISTS);

  if (!make (self, path, error))
    return FALSE;
  *ret_snapshot = (StnSnapshot){g_steal_pointer (&path), replaced};
  return TRUE;
}

void
stn_store_end_snapshot (StnStore *self, StnSnapshot *snapshot, gboolean changed)
{
  g_autofree char *path = g_steal_pointer (&snapshot->path);

  if (path == NULL)
    return;
  if (changed)
    (void) stn_backup_folder_rotate (stn_store_get_path (self), path, NULL);
  else if (!snapshot->replaced)
    (void) !g_unlink (path);
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
