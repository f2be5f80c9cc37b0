/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-backup-folder.h"

#include "store/stn-backup-rotation.h"
#include "store/stn-diary-file.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".db"
#define SNAPSHOTS_KEPT 5
#define DATE_LENGTH (STN_DATE_TEXT_SIZE - 1)

void
stn_backup_file_free (StnBackupFile *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self);
}

char *
stn_backup_folder_path (const char *diary)
{
  return g_strconcat (diary, ".backups", NULL);
}

/* "-HHMMSS-REASON" */
static gboolean
is_snapshot_name (const char *rest)
{
  gsize i;

  if (*rest++ != '-')
    return FALSE;
  for (i = 0; g_ascii_isdigit (rest[i]); i++)
    ;
  if (i != 6 || rest[i] != '-')
    return FALSE;
  for (i++; g_ascii_islower (rest[i]); i++)
    ;
  return strcmp (rest + i, SUFFIX) == 0;
}

static gboolean
parse_name (const char *name, StnDate *ret_date, StnBackupKind *ret_kind)
{
  g_autofree char *date = g_strndup (name, DATE_LENGTH);
  const char *rest;

  if (strlen (name) <= DATE_LENGTH || !stn_date_parse (date, ret_date, NULL))
    return FALSE;
  rest = name + DATE_LENGTH;
  *ret_kind = strcmp (rest, SUFFIX) == 0 ? STN_BACKUP_OF_DAY : STN_BACKUP_SNAPSHOT;
  return *ret_kind == STN_BACKUP_OF_DAY || is_snapshot_name (rest);
}

/* By name: date, and within a date the one of the day before snapshots, those by time. */
static gint
compare_newest_first (gconstpointer a, gconstpointer b)
{
  const StnBackupFile *const *first = a;
  const StnBackupFile *const *second = b;

  return strcmp ((*second)->path, (*first)->path);
}

GPtrArray *
stn_backup_folder_list (const char *diary)
{
  g_autofree char *folder = stn_backup_folder_path (diary);
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_backup_file_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    StnBackupFile file = {0};

    if (!parse_name (name, &file.date, &file.kind))
      continue;
    file.path = g_build_filename (folder, name, NULL);
    g_ptr_array_add (files, g_memdup2 (&file, sizeof file));
  }
  g_ptr_array_sort (files, compare_newest_first);
  return files;
}

gboolean
stn_backup_folder_has_any (const char *diary)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (diary);

  return files->len > 0;
}

char *
stn_backup_folder_name (const char *diary, GDateTime *now, const char *reason)
{
  g_autofree char *folder = stn_backup_folder_path (diary);
  g_autofree char *moment =
    g_date_time_format (now, reason == NULL ? "%Y-%m-%d" : "%Y-%m-%d-%H%M%S");
  g_autofree char *name =
    g_strconcat (moment, reason != NULL ? "-" : "", reason != NULL ? reason : "", SUFFIX, NULL);

  return g_build_filename (folder, name, NULL);
}

static gboolean
delete_file (const char *path, GError **error)
{
  int system_error;

  if (g_unlink (path) == 0 || errno == ENOENT)
    return TRUE;
  system_error = errno;
  g_set_error (error, STN_STORE_ERROR, STN_STORE_ERROR_OPEN, "cannot remove backup '%s': %s", path,
               g_strerror (system_error));
  return FALSE;
}

static GPtrArray *
list_kind (const GPtrArray *files, StnBackupKind kind)
{
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < files->len; i++) {
    StnBackupFile *file = g_ptr_array_index (files, i);

    if (file->kind == kind)
      g_ptr_array_add (list, file);
  }
  return list;
}

/* @made: stays in any case. */
static gboolean
rotate_days (const GPtrArray *days, const char *made, GError **error)
{
  g_autofree StnDate *dates = g_new (StnDate, days->len);
  g_autofree gboolean *keep = g_new (gboolean, days->len);

  for (guint i = 0; i < days->len; i++)
    dates[i] = ((StnBackupFile *) g_ptr_array_index (days, i))->date;
  stn_backup_rotation_choose (dates, days->len, keep);
  for (guint i = 0; i < days->len; i++) {
    const char *path = ((StnBackupFile *) g_ptr_array_index (days, i))->path;

    if (!keep[i] && !g_str_equal (path, made) && !delete_file (path, error))
      return FALSE;
  }
  return TRUE;
}

/* What a crash left of a copy: "YYYY-MM-DD.db.new" and the like. */
static gboolean
is_unfinished (const char *name, StnDate *ret_date)
{
  g_autofree char *date = g_strndup (name, DATE_LENGTH);

  return stn_date_parse (date, ret_date, NULL) && strstr (name, SUFFIX ".") != NULL;
}

/* Of @today one may still be being made, by another program. */
static gboolean
delete_unfinished (const char *diary, StnDate today, GError **error)
{
  g_autofree char *folder = stn_backup_folder_path (diary);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  StnDate date;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (is_unfinished (name, &date) && stn_date_compare (date, today) < 0 &&
        !delete_file (path, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
stn_backup_folder_rotate (const char *diary, const char *made, GError **error)
{
  g_autoptr (GPtrArray) files = stn_backup_folder_list (diary);
  g_autoptr (GPtrArray) days = list_kind (files, STN_BACKUP_OF_DAY);
  g_autoptr (GPtrArray) snapshots = list_kind (files, STN_BACKUP_SNAPSHOT);

  for (guint i = SNAPSHOTS_KEPT; i < snapshots->len; i++) {
    const char *path = ((StnBackupFile *) g_ptr_array_index (snapshots, i))->path;

    if (!g_str_equal (path, made) && !delete_file (path, error))
      return FALSE;
  }
  if (files->len > 0 &&
      !delete_unfinished (diary, ((StnBackupFile *) files->pdata[0])->date, error))
    return FALSE;
  return rotate_days (days, made, error);
}

static gboolean
empty_folder (const char *folder, GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    StnBackupKind kind;
    StnDate date;

    if ((parse_name (name, &date, &kind) || is_unfinished (name, &date)) &&
        !delete_file (path, error))
      return FALSE;
  }
  if (dir != NULL)
    (void) !g_rmdir (folder); /* unless there is something of the person's in it */
  return TRUE;
}

/* "-YYYY-MM-DD", with what follows when there was one of that name. */
static gboolean
is_date_mark (const char *rest)
{
  g_autofree char *date = *rest == '-' ? g_strndup (rest + 1, DATE_LENGTH) : NULL;
  StnDate parsed;

  return date != NULL && stn_date_parse (date, &parsed, NULL);
}

/* @rest: what follows the diary's own name. */
static gboolean
delete_beside (const char *path, const char *rest, GError **error)
{
  if (g_str_equal (rest, ".backups") ||
      (g_str_has_prefix (rest, ".backups") && is_date_mark (rest + strlen (".backups"))))
    return empty_folder (path, error);
  if ((g_str_has_prefix (rest, ".schema-") && g_str_has_suffix (rest, ".bak")) ||
      (g_str_has_prefix (rest, STN_DAMAGED_MARK) &&
       is_date_mark (rest + strlen (STN_DAMAGED_MARK))))
    return delete_file (path, error);
  return TRUE;
}

gboolean
stn_backup_folder_empty (const char *diary, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (diary);
  g_autofree char *base = g_path_get_basename (diary);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);

    if (g_str_has_prefix (name, base) && !delete_beside (path, name + strlen (base), error))
      return FALSE;
  }
  return TRUE;
}

gboolean
stn_backup_folder_set_aside (const char *diary, StnDate today, GError **error)
{
  g_autofree char *folder = stn_backup_folder_path (diary);

  if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    return TRUE;
  return stn_diary_file_set_aside (folder, "", today, NULL, error);
}
