/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * stn_csv_letters_take: appends the Windows-1252 text of @length bytes at @bytes to @out, as UTF-8.
 *
 * Returns: NULL, or the first byte that stands for nothing there, with @out as it was.
 */
const char *stn_csv_letters_take (const char *bytes, gsize length, GString *out);

G_END_DECLS
