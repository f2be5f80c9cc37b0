/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-safekeeping.h"
#include "present/stn-diary-client.h"

G_BEGIN_DECLS

/**
 * StnCopies: what there is beside the diary.
 * @files: (element-type StnBackupFile) its backups, newest first. @good: (nullable) the newest that can be read whole.
 * @second_copy: folder of the second copy, "" when there is none. @second_copied: when it was last made and read back.
 */
typedef struct {
  GPtrArray *files;
  StnBackupFacts *good;
  char *second_copy;
  StnStamp second_copied;
} StnCopies;

void stn_copies_free (StnCopies *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCopies, stn_copies_free)

/** stn_copies_read: reads the newest backup whole, so that what is said of it is true now. */
void stn_copies_read (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data);
StnCopies *stn_copies_read_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

/** stn_copies_make: a backup now, and the second copy where it can be reached, also when the diary has far fewer records than they. */
void stn_copies_make (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data);
gboolean stn_copies_make_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

/** stn_copies_choose_folder: @folder for the second copy; NULL: none. */
void stn_copies_choose_folder (StnDiaryClient *client,
                               const char *folder,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
gboolean stn_copies_choose_folder_finish (StnDiaryClient *client,
                                          GAsyncResult *result,
                                          StnSecondCopyState *ret_state,
                                          GError **error);

/** StnRestored: what was, or would be, brought back. @group: of the change log, for Undo. */
typedef struct {
  StnRestoreReport report;
  gint64 group;
} StnRestored;

/** stn_copies_restore: see stn_diary_restore(). */
void stn_copies_restore (StnDiaryClient *client,
                         const char *from,
                         gboolean dry_run,
                         GAsyncReadyCallback callback,
                         gpointer user_data);
StnRestored *
stn_copies_restore_finish (StnDiaryClient *client, GAsyncResult *result, GError **error);

/** stn_copies_forget: "Forget now": see stn_diary_forget(). */
void stn_copies_forget (StnDiaryClient *client, GAsyncReadyCallback callback, gpointer user_data);
gboolean stn_copies_forget_finish (StnDiaryClient *client,
                                   GAsyncResult *result,
                                   StnSecondCopyState *ret_state,
                                   GError **error);

G_END_DECLS
