/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-text-line.h"

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

gboolean
stn_text_is_line (const char *text, glong max_characters)
{
  g_return_val_if_fail (text != NULL, FALSE);
  gboolean shows = FALSE;

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > max_characters)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_iscntrl (c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR)
      return FALSE;
    shows |= g_unichar_isgraph (c);
  }
  return shows;
}
