/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-time-text.h"

#include <string.h>

#include "base/stn-text-number.h"

/* Digits from @text, at most @max; @ret_end: what follows them. */
static guint
read_digits (const char *text, guint max, int *ret_value, const char **ret_end)
{
  guint n = 0;

  *ret_value = 0;
  while (n < max && g_ascii_isdigit (text[n]))
    *ret_value = *ret_value * 10 + (text[n++] - '0');
  *ret_end = text + n;
  return n;
}

gboolean
stn_time_text_parse (const char *text, StnOptInt *ret_minute)
{
  g_autofree char *stripped = stn_number_typed (text);
  const char *rest = stripped;
  /* "730" is half past seven. */
  guint hour_digits = strspn (stripped, "0123456789") == 3 ? 1 : 2;
  int hour;
  int minute = 0;

  if (*stripped == '\0') {
    *ret_minute = STN_UNKNOWN_INT;
    return TRUE;
  }
  if (read_digits (rest, hour_digits, &hour, &rest) == 0)
    return FALSE;
  if (*rest != '\0') {
    rest += strchr (":.h", *rest) != NULL;
    if (read_digits (rest, 2, &minute, &rest) != 2 || *rest != '\0')
      return FALSE;
  }
  if (hour > 23 || minute > 59)
    return FALSE;
  *ret_minute = STN_KNOWN_INT (hour * 60 + minute);
  return TRUE;
}

char *
stn_time_text_new (StnOptInt minute)
{
  return minute.known ? g_strdup_printf ("%02d:%02d", minute.value / 60, minute.value % 60)
                      : g_strdup ("");
}
