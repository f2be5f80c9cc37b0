/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "schedule/stn-civil-instant.h"

/* @expected: ISO 8601 with the offset that the clock shows. Where zones change their rules at short notice, days that are over. */
static void
check (const char *zone_id, const char *date, int hour, int minute, const char *expected)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (zone_id);
  StnDate day;

  g_assert_nonnull (zone);
  g_assert_true (stn_date_parse (date, &day, NULL));
  g_autoptr (GDateTime) utc =
    g_date_time_new_from_unix_utc (stn_civil_instant (day, hour * 60 + minute, zone));
  g_autoptr (GDateTime) local = g_date_time_to_timezone (utc, zone);
  g_autofree char *text = g_date_time_format_iso8601 (local);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_ordinary (void)
{
  check ("Europe/Berlin", "2026-11-22", 22, 30, "2026-11-22T22:30:00+01");
  check ("America/New_York", "2026-07-01", 0, 0, "2026-07-01T00:00:00-04");
  check ("UTC", "2026-07-01", 23, 59, "2026-07-01T23:59:00Z");
  check ("Pacific/Kiritimati", "2026-07-01", 12, 0, "2026-07-01T12:00:00+14");
  check ("Asia/Kathmandu", "2026-07-01", 6, 15, "2026-07-01T06:15:00+05:45");
}

static void
test_minute_that_does_not_come (void)
{
  check ("Europe/Berlin", "2026-03-29", 1, 59, "2026-03-29T01:59:00+01");
  check ("Europe/Berlin", "2026-03-29", 2, 0, "2026-03-29T03:00:00+02");
  check ("Europe/Berlin", "2026-03-29", 2, 30, "2026-03-29T03:00:00+02");
  check ("Europe/Berlin", "2026-03-29", 3, 0, "2026-03-29T03:00:00+02");
  check ("Africa/Cairo", "2025-04-25", 0, 15, "2025-04-25T01:00:00+03");
  check ("Australia/Lord_Howe", "2026-10-04", 2, 10, "2026-10-04T02:30:00+11");
  /* A day that was left out. */
  check ("Pacific/Apia", "2011-12-30", 22, 30, "2011-12-31T00:00:00+14");
}

static void
test_minute_that_comes_twice (void)
{
  check ("Europe/Berlin", "2026-10-25", 2, 0, "2026-10-25T02:00:00+02");
  check ("Europe/Berlin", "2026-10-25", 2, 30, "2026-10-25T02:30:00+02");
  check ("Europe/Berlin", "2026-10-25", 3, 0, "2026-10-25T03:00:00+01");
  check ("America/Havana", "2025-11-02", 0, 30, "2025-11-02T00:30:00-04");
  check ("America/Havana", "2025-11-02", 22, 0, "2025-11-02T22:00:00-05");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/civil-instant/ordinary", test_ordinary);
  g_test_add_func ("/schedule/civil-instant/minute-that-does-not-come",
                   test_minute_that_does_not_come);
  g_test_add_func ("/schedule/civil-instant/minute-that-comes-twice", test_minute_that_comes_twice);
  return g_test_run ();
}
