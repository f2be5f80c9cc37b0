/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-calendar-file.h"

#include <string.h>

static char *
write_one (StnCalendarEntry entry)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GTimeZone) zone = g_time_zone_new_offset (2 * 60 * 60);
  g_autoptr (GDateTime) now = g_date_time_new (zone, 2026, 11, 22, 21, 5, 0);

  stn_calendar_write (out, &entry, 1, now);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static StnCalendarEntry
entry_of (const char *summary, guint days)
{
  return (StnCalendarEntry){.uid = "one",
                            .summary = summary,
                            .at_min = 9 * 60 + 5,
                            .days = days,
                            .first = stn_date_new (2026, 11, 23)};
}

static void
test_event (void)
{
  g_autofree char *text = write_one (entry_of ("Evening stretch", 1 | 16 | 64));

  g_assert_cmpstr (text, ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Stillnight//Stillnight//EN\r\n"
                   "BEGIN:VEVENT\r\nUID:one\r\nDTSTAMP:20261122T190500Z\r\n"
                   "DTSTART:20261123T090500\r\nDURATION:PT10M\r\n"
                   "RRULE:FREQ=WEEKLY;BYDAY=MO,FR,SU\r\nSUMMARY:Evening stretch\r\n"
                   "TRANSP:TRANSPARENT\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\n"
                   "DESCRIPTION:Evening stretch\r\nTRIGGER:PT0S\r\nEND:VALARM\r\n"
                   "END:VEVENT\r\nEND:VCALENDAR\r\n");
}

static void
test_none (void)
{
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 21, 5, 0);

  stn_calendar_write (out, NULL, 0, now);
  g_assert_cmpstr (out->str, ==,
                   "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Stillnight//Stillnight//EN\r\n"
                   "END:VCALENDAR\r\n");
}

static void
test_escaped (void)
{
  g_autofree char *text = write_one (entry_of ("a,b;c\\d\ne", 1));

  g_assert_nonnull (strstr (text, "\r\nSUMMARY:a\\,b\\;c\\\\d\\ne\r\n"));
}

/* No line has more than 75 octets, no character is cut in two, and what was folded unfolds to the same. */
static void
test_folded (void)
{
  for (guint length = 20; length < 160; length++) {
    g_autoptr (GString) summary = g_string_new (NULL);
    g_autofree char *text = NULL;
    g_auto (GStrv) lines = NULL;
    g_auto (GStrv) pieces = NULL;
    g_autofree char *unfolded = NULL;
    g_autofree char *wanted = NULL;

    for (guint i = 0; i < length; i++)
      g_string_append (summary, i % 3 == 0 ? "\xe2\x82\xac" : i % 3 == 1 ? "\xc3\xb1" : "x");
    text = write_one (entry_of (summary->str, 127));
    lines = g_strsplit (text, "\r\n", -1);
    for (guint i = 0; lines[i] != NULL; i++) {
      g_assert_cmpuint (strlen (lines[i]), <=, 75);
      g_assert_true (g_utf8_validate (lines[i], -1, NULL));
    }
    pieces = g_strsplit (text, "\r\n ", -1);
    unfolded = g_strjoinv ("", pieces);
    wanted = g_strconcat ("\r\nSUMMARY:", summary->str, "\r\n", NULL);
    g_assert_nonnull (strstr (unfolded, wanted));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/calendar-file/event", test_event);
  g_test_add_func ("/exchange/calendar-file/none", test_none);
  g_test_add_func ("/exchange/calendar-file/escaped", test_escaped);
  g_test_add_func ("/exchange/calendar-file/folded", test_folded);
  return g_test_run ();
}
