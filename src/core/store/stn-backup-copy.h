/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"
#include "store/stn-diary-file.h"

G_BEGIN_DECLS

/**
 * stn_backup_copy: copies what @connection reads to @path: into a temporary file beside it, as stn_backup_write() does, which
 * is reopened, checked and made durable, and then takes its place (0600).
 *
 * Errors: of %STN_STORE_ERROR, with %STN_DIARY_FILE_KEEP EXISTS when there is a file; what was at @path is still there.
 */
gboolean stn_backup_copy (StnConnection *connection,
                          const char *path,
                          StnDiaryFilePlacing placing,
                          GError **error);

/**
 * stn_backup_write: copies what @connection reads into @file, makes it durable, reads it back and compares every byte with
 * the diary. The diary is locked for some milliseconds at a time, never while something is written to a slow disk:
 * others read and write it meanwhile, and what comes out is of one moment nevertheless.
 * @name: the path as the person gave it, for messages.
 *
 * It ends when the thread's current cancellable (g_cancellable_get_current()) is cancelled: %G_IO_ERROR_CANCELLED.
 *
 * Errors: of %STN_STORE_ERROR; BUSY when others wrote to the diary all the time. @file is of no use then.
 */
gboolean
stn_backup_write (StnConnection *connection, const char *file, const char *name, GError **error);

/** stn_backup_copy_pages: copies what @from reads, as it is at one moment, into the empty @to; see stn_backup_write(). */
gboolean stn_backup_copy_pages (StnConnection *from, StnConnection *to, GError **error);

/** stn_backup_check: SQLite's own check of every page, index, CHECK and foreign key. Errors: DAMAGED, saying what. */
gboolean stn_backup_check (StnConnection *connection, GError **error);

/** stn_backup_check_file: the same of @file, as a new reader gets it. @name: for messages. */
gboolean stn_backup_check_file (const char *file, const char *name, GError **error);

G_END_DECLS
