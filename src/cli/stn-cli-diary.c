/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli.h"

#include "base/stn-unfinished.h"
#include "diary/stn-second-copy.h"
#include "stn-cli-spool.h"
#include "store/stn-automatic-backup.h"
#include "store/stn-backup-folder.h"
#include "store/stn-diary-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <unistd.h>

void
stn_cli_notice (StnCli *self, const char *format, ...)
{
  va_list arguments;

  if (self->notice != NULL)
    return;
  va_start (arguments, format);
  self->notice = g_strdup_vprintf (format, arguments);
  va_end (arguments);
}

static void
unreadable_cb (const GArray *nights, gpointer data)
{
  StnCli *self = data;

  stn_cli_notice (self, "%u nights of diary '%s' are damaged and left out: see recover and restore",
                  nights->len, self->diary_path);
}

/* After each day with changes, before the first of the next: what was written until then is in a backup. */
static void
keep_copies (StnCli *self, StnDiary *diary)
{
  StnStore *store = stn_diary_get_store (diary);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) mounts = NULL;
  StnBackupReport report;
  StnSecondCopyState state;

  if (!stn_store_keep_backup (store, STN_BACKUP_WHEN_DUE, &report, &error)) {
    stn_cli_notice (self, "no backup could be made: %s", error->message);
    return;
  }
  if (report.outcome == STN_BACKUP_HELD_BACK)
    stn_cli_notice (
      self,
      "%u nights that the newest backup of diary '%s' has are gone: no new one is made until "
      "\"backup\" says so, or \"restore\" brings them back",
      report.vanished, self->diary_path);
  if (report.outcome != STN_BACKUP_MADE)
    return;
  mounts = stn_mounts_list ();
  if (!stn_diary_keep_second_copy (diary, (const char *const *) mounts, FALSE, &state, &error))
    stn_cli_notice (self, "the second copy could not be made: %s", error->message);
}

StnDiary *
stn_cli_open_diary (StnCli *self, StnStoreMode mode, GError **error)
{
  gboolean must_exist = mode == STN_STORE_READ_ONLY || mode == STN_STORE_EXISTING;
  StnDiary *diary;

  if (must_exist && g_access (self->diary_path, F_OK) != 0 && errno == ENOENT &&
      !stn_backup_folder_has_any (self->diary_path)) {
    g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_DATA, "there is no diary at %s yet",
                 self->diary_path);
    return NULL;
  }
  diary = stn_diary_open (self->diary_path, mode, self->clock, error);
  if (diary == NULL)
    return NULL;
  stn_diary_tell_unreadable (diary, unreadable_cb, self);
  if (stn_store_is_newer (stn_diary_get_store (diary)))
    stn_cli_notice (self, "read only: diary '%s' was written by a newer version of Stillnight",
                    self->diary_path);
  if (must_exist ? mode == STN_STORE_EXISTING : mode == STN_STORE_CREATE)
    keep_copies (self, diary);
  return diary;
}

void
stn_cli_name_way_out (StnCli *self, GError **error)
{
  g_autofree char *quoted = g_strdup_printf ("'%s'", self->diary_path);
  g_autoptr (StnBackupFacts) good = NULL;
  char date[STN_DATE_TEXT_SIZE];

  if ((!g_error_matches (*error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED) &&
       !g_error_matches (*error, STN_STORE_ERROR, STN_STORE_ERROR_NOT_A_DIARY)) ||
      strstr ((*error)->message, quoted) == NULL || !stn_backup_folder_has_any (self->diary_path))
    return;
  good = stn_backup_find_last_good (self->diary_path, self->clock);
  if (good == NULL)
    return;
  g_autofree char *message =
    g_strdup_printf ("%s; the last good backup is of %s: \"restore --set-aside %s\" puts it in its "
                     "place, \"recover\" reads what can still be read",
                     (*error)->message, stn_date_to_text (good->date, date), good->path);
  g_free ((*error)->message);
  (*error)->message = g_steal_pointer (&message);
}

char *
stn_cli_make_empty_diary (StnCli *self, GError **error)
{
  sigset_t signals;
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autoptr (StnDiary) diary = NULL;

  stn_unfinished_hold (&signals);
  folder = g_dir_make_tmp ("stillnight-XXXXXX", error);
  path = folder != NULL ? g_build_filename (folder, "diary.db", NULL) : NULL;
  if (folder != NULL) {
    stn_unfinished_add (folder);
    stn_unfinished_add (path);
  }
  stn_unfinished_release (&signals);
  if (folder == NULL)
    return NULL;
  diary = stn_diary_open (path, STN_STORE_CREATE_NEW, self->clock, error);
  if (diary != NULL)
    return g_steal_pointer (&path);
  g_rmdir (folder);
  stn_unfinished_forget (path);
  stn_unfinished_forget (folder);
  return NULL;
}

void
stn_cli_remove_empty_diary (char *path)
{
  g_autofree char *folder = g_path_get_dirname (path);

  g_unlink (path);
  g_rmdir (folder);
  stn_unfinished_forget (path);
  stn_unfinished_forget (folder);
  g_free (path);
}

gboolean
stn_cli_try_first (StnCli *self, gboolean (*run) (StnCli *, GError **), GError **error)
{
  char *path = self->diary_path;
  char *trial;
  gboolean done;

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;
  /* Where there is no room for a trial, an entry is worth more than what a refused one may leave. */
  trial = stn_cli_make_empty_diary (self, NULL);
  if (trial == NULL)
    return TRUE;
  self->diary_path = trial;
  done = run (self, error);
  self->diary_path = path;
  stn_cli_remove_empty_diary (trial);
  g_string_truncate (self->out, 0);
  g_clear_pointer (&self->notice, g_free);
  return done;
}

typedef gboolean (*Fill) (StnDiary *diary, gpointer data, GError **error);

static gboolean
fill_at (StnCli *self, const char *path, Fill fill, gpointer data, GError **error)
{
  g_autoptr (StnDiary) diary = stn_diary_open (path, STN_STORE_CREATE_NEW, self->clock, error);

  return diary != NULL && fill (diary, data, error);
}

/* A diary of that name that another program made meanwhile is the error EXISTS. */
static gboolean
fill_new (StnCli *self, Fill fill, gpointer data, GError **error)
{
  g_autofree char *beside = NULL;
  GError *reason = NULL;
  gboolean done;

  if (stn_diary_file_make_folder (self->diary_path, error))
    beside = stn_diary_file_new_beside (self->diary_path, error);
  if (beside == NULL)
    return FALSE;
  g_unlink (beside); /* the store makes no diary of an empty file */
  done = fill_at (self, beside, fill, data, &reason) &&
         stn_diary_file_place (beside, self->diary_path, STN_DIARY_FILE_KEEP, &reason);
  if (done)
    return TRUE;
  stn_diary_file_discard (beside);
  stn_cli_spool_tell (&reason, beside, self->diary_path);
  g_propagate_error (error, reason);
  return FALSE;
}

gboolean
stn_cli_fill_diary (StnCli *self, Fill fill, gpointer data, GError **error)
{
  g_return_val_if_fail (self != NULL && fill != NULL, FALSE);
  g_autoptr (StnDiary) diary = NULL;
  GError *reason = NULL;

  if (!g_file_test (self->diary_path, G_FILE_TEST_EXISTS) &&
      !stn_backup_folder_has_any (self->diary_path)) {
    if (fill_new (self, fill, data, &reason))
      return TRUE;
    if (!g_error_matches (reason, STN_STORE_ERROR, STN_STORE_ERROR_EXISTS)) {
      g_propagate_error (error, reason);
      return FALSE;
    }
    g_error_free (reason);
    g_string_truncate (self->out, 0);
  }
  diary = stn_cli_open_diary (self, STN_STORE_CREATE, error);
  return diary != NULL && fill (diary, data, error);
}
