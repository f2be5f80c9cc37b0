/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-stamp.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * stn_store_copy_to: copies the diary to @path (0600) and nothing is written to the diary: by SQLite's backup API into a
 * temporary file beside it, which is made durable, compared with the diary byte by byte, read record by record as
 * stn_store_verify() does, and only then gets its name. Others read and write the diary meanwhile; see stn_backup_write().
 * What is forgotten meanwhile is not in it.
 *
 * Errors: of %STN_STORE_ERROR; %G_IO_ERROR_CANCELLED; what was at @path is still there.
 */
gboolean stn_store_copy_to (StnStore *self, const char *path, GError **error);

/** stn_store_back_up: the same, for a copy that is kept elsewhere: the diary remembers when. */
gboolean stn_store_back_up (StnStore *self, const char *path, GError **error);

/** stn_store_get_backed_up: when stn_store_back_up() last succeeded; STN_NO_STAMP = never. */
gboolean stn_store_get_backed_up (StnStore *self, StnStamp *ret_when, GError **error);

/**
 * stn_store_adopt: makes a diary at @path, where there is none, from the diary or backup @from: that is verified, copied,
 * and the copy read back. @from stays as it is; an older one becomes one of this version.
 *
 * Errors: EXISTS when there is a file at @path; those of stn_store_verify() and stn_store_back_up(). Nothing is made then.
 */
gboolean stn_store_adopt (const char *from, const char *path, StnClock *clock, GError **error);

/**
 * stn_store_adopt_over: the same where there is a file that cannot be read: it gets a dated name and stays as it is, but only
 * once the copy is complete.
 * @ret_aside: (transfer full) its new name.
 *
 * Errors: as of stn_store_adopt(); what is at @path is still there.
 */
gboolean stn_store_adopt_over (
  const char *from, const char *path, StnClock *clock, char **ret_aside, GError **error);

G_END_DECLS
