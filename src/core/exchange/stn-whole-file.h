/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_whole_file_save: writes @length bytes to @path, mode 0600, whole or not at all: a file that was there stays until the new one
 * is on the disk.
 *
 * Errors: %STN_EXCHANGE_ERROR_WRITE.
 */
gboolean stn_whole_file_save (const char *bytes, gsize length, const char *path, GError **error);

G_END_DECLS
