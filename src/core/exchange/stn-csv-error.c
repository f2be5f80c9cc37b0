/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-error.h"

gboolean
stn_csv_fail (
  GError **error, StnExchangeError code, const char *path, guint line, const char *format, ...)
{
  g_autofree char *shown_path = g_filename_display_name (path);
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  if (line == 0)
    g_set_error (error, STN_EXCHANGE_ERROR, code, "%s: %s", shown_path, what);
  else
    g_set_error (error, STN_EXCHANGE_ERROR, code, "%s:%u: %s", shown_path, line, what);
  return FALSE;
}
