/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-stamp-text.h"

#include <stdio.h>
#include <string.h>

char *
stn_stamp_to_text (StnStamp stamp)
{
  if (!stn_stamp_is_set (stamp))
    return NULL;
  g_autoptr (GDateTime) local = stn_stamp_to_local (stamp);
  /* RFC 9557 has no seconds in the offset, but a hand-made TZ may; nothing is lost. */
  g_autofree char *text = g_date_time_format (
    local, stamp.offset_s % 60 == 0 ? "%Y-%m-%dT%H:%M:%S%:z" : "%Y-%m-%dT%H:%M:%S%::z");

  return g_strdup_printf ("%s[%s]", text, stamp.zone);
}

gboolean
stn_stamp_from_text (const char *text, StnStamp *ret_stamp)
{
  int year, month, day, hour, minute, second, offset_h, offset_m, offset_s = 0, used = 0;
  char sign;

  if (sscanf (text, "%4d-%2d-%2dT%2d:%2d:%2d%c%2d:%2d%n", &year, &month, &day, &hour, &minute,
              &second, &sign, &offset_h, &offset_m, &used) != 9 ||
      (sign != '+' && sign != '-'))
    return FALSE;
  int more = 0;
  if (sscanf (text + used, ":%2d%n", &offset_s, &more) == 1)
    used += more;
  gsize length = strlen (text);
  if (text[used] != '[' || text[length - 1] != ']' || length < (gsize) used + 3)
    return FALSE;
  g_autoptr (GDateTime) local = g_date_time_new_utc (year, month, day, hour, minute, second);
  if (local == NULL)
    return FALSE;
  g_autofree char *zone = g_strndup (text + used + 1, length - (gsize) used - 2);
  int offset = offset_h * 3600 + offset_m * 60 + offset_s;

  ret_stamp->offset_s = sign == '-' ? -offset : offset;
  ret_stamp->utc_s = g_date_time_to_unix (local) - ret_stamp->offset_s;
  ret_stamp->zone = g_intern_string (zone);
  return TRUE;
}
