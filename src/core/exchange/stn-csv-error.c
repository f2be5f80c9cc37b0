/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-error.h"

#include <string.h>

#define SHOWN_CHARACTERS 40

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

const char *
stn_csv_quotable (const char *text, char buffer[STN_CSV_QUOTABLE_SIZE])
{
  char *end = buffer;
  int shown;

  for (shown = 0; *text != '\0' && shown < SHOWN_CHARACTERS; shown++) {
    gunichar c = g_utf8_get_char (text);

    end += g_unichar_to_utf8 (g_unichar_isprint (c) ? c : ' ', end);
    text = g_utf8_next_char (text);
  }
  g_strlcpy (end, *text != '\0' ? "..." : "", buffer + STN_CSV_QUOTABLE_SIZE - end);
  return buffer;
}
