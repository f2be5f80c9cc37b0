/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "store/stn-connection.h"
#include "store/stn-diary-file.h"

G_BEGIN_DECLS

/**
 * stn_backup_copy: copies what @connection reads to @path: into a temporary file beside it, which is reopened, checked,
 * compared with what @connection said at the same moment (rows and their SHA-256, table by table) and made durable, and then
 * takes its place (0600).
 *
 * Errors: of %STN_STORE_ERROR, with %STN_DIARY_FILE_KEEP EXISTS when there is a file; what was at @path is still there.
 */
gboolean stn_backup_copy (StnConnection *connection,
                          const char *path,
                          StnDiaryFilePlacing placing,
                          GError **error);

/** stn_backup_copy_pages: copies what @from reads, as it is at one moment, into the empty @to. */
gboolean stn_backup_copy_pages (StnConnection *from, StnConnection *to, GError **error);

/** stn_backup_check: SQLite's own check of every page, index, CHECK and foreign key. Errors: DAMAGED, saying what. */
gboolean stn_backup_check (StnConnection *connection, GError **error);

G_END_DECLS
