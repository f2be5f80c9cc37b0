/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

typedef enum {
  STN_BACKUP_WHEN_DUE, /* once after each day with changes */
  STN_BACKUP_NOW,      /* in any case */
} StnBackupMoment;

typedef enum {
  STN_BACKUP_NOT_DUE, /* nothing was changed on a day before today that the newest backup does not have */
  STN_BACKUP_MADE,
  STN_BACKUP_HELD_BACK, /* many nights vanished since the newest backup: the person is asked first */
} StnBackupOutcome;

/**
 * StnBackupReport: @vanished: nights that the newest backup of a day has and the diary has not, though nobody deleted them in the
 * program: it lost them, or an older file was put in its place. @before: date of that backup; when there is one.
 */
typedef struct {
  StnBackupOutcome outcome;
  guint vanished;
  StnDate before;
} StnBackupReport;

/**
 * stn_store_keep_backup: makes a backup in the diary's folder of backups and deletes those that are not kept any more.
 *
 * It is copied by SQLite's backup API at one moment, synced, reopened, checked (integrity, foreign keys, every record as
 * stn_store_verify() reads it), compared with the diary table by table, and only then gets its name. Nothing is written to the
 * diary. A diary that is only read is left alone.
 *
 * Errors: of %STN_STORE_ERROR; DAMAGED when the diary itself does not pass: older backups are as they were then.
 */
gboolean stn_store_keep_backup (StnStore *self,
                                StnBackupMoment moment,
                                StnBackupReport *ret_report,
                                GError **error);

/**
 * StnSnapshot: a backup before something that changes much at once, to be ended by stn_store_end_snapshot().
 * @path: (nullable) (owned) NULL: none was made. @replaced: it took the place of one of the same second.
 */
typedef struct {
  char *path;
  gboolean replaced;
} StnSnapshot;

/**
 * stn_store_snapshot: makes such a backup; the older ones stay until it is ended. Errors: as of stn_store_keep_backup().
 * @reason: "import", "restore".
 */
gboolean
stn_store_snapshot (StnStore *self, const char *reason, StnSnapshot *ret_snapshot, GError **error);

/**
 * stn_store_end_snapshot: @changed: what it was made for has changed the diary, and the backups that are not kept any more go;
 * else it goes itself, and the others stay. What cannot be deleted now goes another time.
 */
void stn_store_end_snapshot (StnStore *self, StnSnapshot *snapshot, gboolean changed);

/**
 * StnBackupFacts: a backup that was read whole. @date: on which it was made. @nights: with anything live in them. @last: the
 * newest of them, STN_NO_DATE when there is none.
 */
typedef struct {
  char *path;
  StnDate date;
  guint nights;
  StnDate last;
} StnBackupFacts;

void stn_backup_facts_free (StnBackupFacts *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnBackupFacts, stn_backup_facts_free)

/**
 * stn_backup_find_last_good: (transfer full) (nullable) the newest backup of the diary at @diary that passes
 * stn_store_verify(); NULL when there is none.
 */
StnBackupFacts *stn_backup_find_last_good (const char *diary, StnClock *clock);

G_END_DECLS
