/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * The folder PATH.backups (0700) beside a diary PATH. A file has a name in it only after it was read back and compared:
 *
 * YYYY-MM-DD.db: made on that date after a day with changes, or when the person asked for it.
 * YYYY-MM-DD-HHMMSS-REASON.db: made before REASON ("import", "restore") changed much at once.
 */

typedef enum {
  STN_BACKUP_OF_DAY,
  STN_BACKUP_SNAPSHOT,
} StnBackupKind;

/** StnBackupFile: a file of that folder. @date: on which it was made, as its name says. */
typedef struct {
  char *path;
  StnDate date;
  StnBackupKind kind;
} StnBackupFile;

void stn_backup_file_free (StnBackupFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnBackupFile, stn_backup_file_free)

/** stn_backup_folder_path: (transfer full) of the diary at @diary; it need not exist. */
char *stn_backup_folder_path (const char *diary);

/** stn_backup_folder_list: (transfer full) (element-type StnBackupFile) newest first; empty when there is no folder. */
GPtrArray *stn_backup_folder_list (const char *diary);

/** stn_backup_folder_has_any: whether there is a backup of the diary at @diary, whatever is at @diary itself. */
gboolean stn_backup_folder_has_any (const char *diary);

/** stn_backup_folder_name: (transfer full) the path for a new backup, see above. @reason: NULL for one of the day. */
char *stn_backup_folder_name (const char *diary, GDateTime *now, const char *reason);

/**
 * stn_backup_folder_rotate: deletes the backups that are not kept any more (stn-backup-rotation.h), snapshots but the last 5, and
 * what a crash left of one on an earlier day; never @made, which by a clock that was set back may look like the oldest.
 */
gboolean stn_backup_folder_rotate (const char *diary, const char *made, GError **error);

/** Between the name of a diary and the date, when it was damaged and set aside. */
#define STN_DAMAGED_MARK ".damaged"

/**
 * stn_backup_folder_empty: deletes all backups, those made before a migration (PATH.schema-N.bak), and what was set aside
 * (PATH.backups-DATE, PATH.damaged-DATE). What has another name is not the program's and stays.
 *
 * Errors: OPEN when one cannot be deleted.
 */
gboolean stn_backup_folder_empty (const char *diary, GError **error);

/**
 * stn_backup_folder_set_aside: gives the folder another name, PATH.backups-YYYY-MM-DD, so that a new diary may begin at @diary.
 */
gboolean stn_backup_folder_set_aside (const char *diary, StnDate today, GError **error);

G_END_DECLS
