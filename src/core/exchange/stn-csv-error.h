/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-exchange-error.h"

G_BEGIN_DECLS

/** Room for what stn_csv_quotable() writes: 40 characters of up to 4 bytes, dots, NUL. */
#define STN_CSV_QUOTABLE_SIZE 168

/**
 * stn_csv_fail: sets @error to "PATH:LINE: what is wrong".
 * @path: as the person gave it, in the file system's encoding. @line: from 1; 0 = the file as a whole, no number.
 *
 * Returns: FALSE.
 */
gboolean stn_csv_fail (
  GError **error, StnExchangeError code, const char *path, guint line, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

/** stn_csv_quotable: @text (UTF-8) cut to 40 characters and on one line, to be shown in a message. */
const char *stn_csv_quotable (const char *text, char buffer[STN_CSV_QUOTABLE_SIZE]);

G_END_DECLS
