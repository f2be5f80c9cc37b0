/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-exchange-error.h"

G_BEGIN_DECLS

/**
 * stn_csv_fail: sets @error to "PATH:LINE: what is wrong".
 * @path: as the person gave it, in the file system's encoding. @line: from 1; 0 = the file as a whole, no number.
 *
 * Returns: FALSE.
 */
gboolean stn_csv_fail (
  GError **error, StnExchangeError code, const char *path, guint line, const char *format, ...)
  G_GNUC_PRINTF (5, 6);

G_END_DECLS
