/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-text-line.h"

#define LINE_SEPARATOR 0x2028
#define PARAGRAPH_SEPARATOR 0x2029

static gboolean
breaks_line (gunichar c)
{
  return g_unichar_iscntrl (c) || c == LINE_SEPARATOR || c == PARAGRAPH_SEPARATOR;
}

gboolean
stn_text_is_line (const char *text, glong max_characters)
{
  g_return_val_if_fail (text != NULL, FALSE);
  gboolean shows = FALSE;

  if (!g_utf8_validate (text, -1, NULL) || g_utf8_strlen (text, -1) > max_characters)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (breaks_line (c))
      return FALSE;
    shows |= g_unichar_isgraph (c);
  }
  return shows;
}

const char *
stn_excerpt_write (const char *text, char buffer[STN_EXCERPT_SIZE])
{
  g_return_val_if_fail (text != NULL && buffer != NULL, "");
  char *end = buffer;

  for (guint n = 0; *text != '\0' && n < STN_EXCERPT_CHARACTERS; n++) {
    gunichar c = g_utf8_get_char_validated (text, -1);

    if (c >= (gunichar) -2)
      end += g_snprintf (end, sizeof "\\xff", "\\x%02x", (guchar) *text++);
    else {
      end += g_unichar_to_utf8 (breaks_line (c) ? ' ' : c, end);
      text = g_utf8_next_char (text);
    }
  }
  g_strlcpy (end, *text != '\0' ? "..." : "", STN_EXCERPT_SIZE - (gsize) (end - buffer));
  return buffer;
}
