/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-calendar-file.h"

#include <string.h>

/* RFC 5545, 3.1: lines end with CR LF and are folded at 75 octets. */
#define LINE_OCTETS 75

static void
add_line (GString *out, const char *name, const char *text)
{
  g_autofree char *line = g_strconcat (name, text, NULL);
  const char *from = line;
  gsize room = LINE_OCTETS;

  while (strlen (from) > room) {
    const char *end = g_utf8_find_prev_char (from, from + room + 1);

    g_string_append_len (out, from, end - from);
    g_string_append (out, "\r\n ");
    from = end;
    room = LINE_OCTETS - 1;
  }
  g_string_append (out, from);
  g_string_append (out, "\r\n");
}

/* RFC 5545, 3.3.11. */
static char *
escape (const char *text)
{
  GString *escaped = g_string_new (NULL);

  for (; *text != '\0'; text++) {
    if (*text == '\n') {
      g_string_append (escaped, "\\n");
      continue;
    }
    if (strchr ("\\;,", *text) != NULL)
      g_string_append_c (escaped, '\\');
    g_string_append_c (escaped, *text);
  }
  return g_string_free (escaped, FALSE);
}

static char *
rule_of (guint days)
{
  static const char *const names[] = {"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
  GString *rule = g_string_new ("FREQ=WEEKLY;BYDAY=");
  const char *comma = "";

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if ((days & (1u << i)) != 0) {
      g_string_append_printf (rule, "%s%s", comma, names[i]);
      comma = ",";
    }
  return g_string_free (rule, FALSE);
}

static void
add_entry (GString *out, const StnCalendarEntry *entry, const char *stamp)
{
  g_autofree char *summary = escape (entry->summary);
  g_autofree char *rule = rule_of (entry->days);
  g_autofree char *start = NULL;
  int year, month, day;

  stn_date_split (entry->first, &year, &month, &day);
  start = g_strdup_printf ("%04d%02d%02dT%02d%02d00", year, month, day, entry->at_min / 60,
                           entry->at_min % 60);
  add_line (out, "BEGIN:", "VEVENT");
  add_line (out, "UID:", entry->uid);
  add_line (out, "DTSTAMP:", stamp);
  add_line (out, "DTSTART:", start);
  add_line (out, "DURATION:", "PT10M");
  add_line (out, "RRULE:", rule);
  add_line (out, "SUMMARY:", summary);
  add_line (out, "TRANSP:", "TRANSPARENT");
  add_line (out, "BEGIN:", "VALARM");
  add_line (out, "ACTION:", "DISPLAY");
  add_line (out, "DESCRIPTION:", summary);
  add_line (out, "TRIGGER:", "PT0S");
  add_line (out, "END:", "VALARM");
  add_line (out, "END:", "VEVENT");
}

void
stn_calendar_write (GString *out, const StnCalendarEntry *entries, guint n, GDateTime *now)
{
  g_return_if_fail (out != NULL && now != NULL);
  g_autoptr (GDateTime) utc = g_date_time_to_utc (now);
  g_autofree char *stamp = g_date_time_format (utc, "%Y%m%dT%H%M%SZ");

  add_line (out, "BEGIN:", "VCALENDAR");
  add_line (out, "VERSION:", "2.0");
  add_line (out, "PRODID:", "-//Stillnight//Stillnight//EN");
  for (guint i = 0; i < n; i++)
    add_entry (out, &entries[i], stamp);
  add_line (out, "END:", "VCALENDAR");
}
