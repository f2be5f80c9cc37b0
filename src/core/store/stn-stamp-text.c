/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/stn-stamp-text.h"

#include "base/stn-date.h"

#include <string.h>

#define UNIX_EPOCH_JULIAN 719163 /* 1970-01-01 in GDate's count of days */
#define SECONDS_PER_DAY (24 * 60 * 60)
#define CLOCK_LENGTH 8 /* HH:MM:SS */

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

/* Two digits at @text, or -1. */
static int
two_digits (const char *text)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return -1;
  return g_ascii_digit_value (text[0]) * 10 + g_ascii_digit_value (text[1]);
}

/* "HH:MM:SS" at @text in seconds, or -1. */
static int
clock_seconds (const char *text)
{
  int hour = two_digits (text);
  int minute = hour < 0 || text[2] != ':' ? -1 : two_digits (text + 3);
  int second = minute < 0 || text[5] != ':' ? -1 : two_digits (text + 6);

  if (second < 0 || hour > 23 || minute > 59 || second > 59)
    return -1;
  return hour * 3600 + minute * 60 + second;
}

/* "+HH:MM" or "+HH:MM:SS", less than a day, at @text; returns what follows, or NULL. */
static const char *
read_offset (const char *text, int *ret_seconds)
{
  int sign = text[0] == '+' ? 1 : text[0] == '-' ? -1 : 0;
  int hour = sign != 0 ? two_digits (text + 1) : -1;
  int minute = hour < 0 || text[3] != ':' ? -1 : two_digits (text + 4);
  int second = 0;
  const char *rest = text + 6;

  if (minute < 0 || hour > 23 || minute > 59)
    return NULL;
  if (*rest == ':') {
    second = two_digits (rest + 1);
    if (second < 0 || second > 59)
      return NULL;
    rest += 3;
  }
  *ret_seconds = sign * (hour * 3600 + minute * 60 + second);
  return rest;
}

gboolean
stn_stamp_from_text (const char *text, StnStamp *ret_stamp)
{
  char date_text[STN_DATE_TEXT_SIZE];
  StnDate date;
  int offset;

  g_strlcpy (date_text, text, sizeof date_text);
  if (!stn_date_parse (date_text, &date, NULL) || text[STN_DATE_TEXT_SIZE - 1] != 'T')
    return FALSE;
  int seconds = clock_seconds (text + STN_DATE_TEXT_SIZE);
  if (seconds < 0)
    return FALSE;
  const char *zone = read_offset (text + STN_DATE_TEXT_SIZE + CLOCK_LENGTH, &offset);
  gsize length = zone != NULL ? strlen (zone) : 0;
  if (length < 3 || zone[0] != '[' || zone[length - 1] != ']')
    return FALSE;
  g_autofree char *name = g_strndup (zone + 1, length - 2);
  *ret_stamp = (StnStamp){
    .utc_s = ((gint64) date.julian - UNIX_EPOCH_JULIAN) * SECONDS_PER_DAY + seconds - offset,
    .offset_s = offset,
    .zone = g_intern_string (name),
  };
  return TRUE;
}
