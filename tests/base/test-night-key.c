/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-night-key.h"

typedef struct {
  const char *zone;
  const char *local;
  int day_change_min;
  const char *key;
} Row;

/* Zones whose clocks jump at night, and one that skipped a whole day. */
static const Row rows[] = {
  {"UTC", "2026-11-22T11:59:59", 720, "2026-11-21"},
  {"UTC", "2026-11-22T12:00:00", 720, "2026-11-22"},
  {"UTC", "2026-11-22T00:00:00", 720, "2026-11-21"},
  {"UTC", "2026-01-01T03:00:00", 720, "2025-12-31"},
  {"UTC", "2028-03-01T03:00:00", 720, "2028-02-29"},
  {"UTC", "2026-11-22T05:59:00", 360, "2026-11-21"},
  {"UTC", "2026-11-22T06:00:00", 360, "2026-11-22"},
  {"UTC", "2026-11-22T17:59:00", 1080, "2026-11-21"},
  {"UTC", "2026-11-22T18:00:00", 1080, "2026-11-22"},
  {"Europe/Berlin", "2026-03-29T03:30:00", 720, "2026-03-28"},
  {"Europe/Berlin", "2026-10-25T02:30:00", 720, "2026-10-24"},
  {"Europe/Berlin", "2026-10-25T12:00:00", 720, "2026-10-25"},
  {"America/Sao_Paulo", "2018-11-04T01:00:00", 720, "2018-11-03"},
  {"Australia/Lord_Howe", "2026-10-04T02:45:00", 720, "2026-10-03"},
  {"Asia/Kathmandu", "2026-06-01T11:45:00", 720, "2026-05-31"},
  {"Pacific/Apia", "2011-12-29T23:00:00", 720, "2011-12-29"},
  /* The 30th never came there; the key is calendar arithmetic all the same. */
  {"Pacific/Apia", "2011-12-31T09:00:00", 720, "2011-12-30"},
};

static void
test_key_at (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GTimeZone) zone = g_time_zone_new_identifier (rows[i].zone);
    g_assert_nonnull (zone);
    g_autoptr (GDateTime) local = g_date_time_new_from_iso8601 (rows[i].local, zone);
    char key[STN_DATE_TEXT_SIZE];

    stn_date_to_text (stn_night_key_at (local, rows[i].day_change_min), key);
    g_assert_cmpstr (key, ==, rows[i].key);
  }
}

static void
test_last_night_at_every_hour (void)
{
  for (int hour = 0; hour < 24; hour++) {
    g_autoptr (GDateTime) local = g_date_time_new_utc (2026, 3, 1, hour, 30, 0);
    char key[STN_DATE_TEXT_SIZE];

    g_assert_cmpstr (stn_date_to_text (stn_night_key_last (local), key), ==, "2026-02-28");
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/night-key/by-local-time-and-day-change", test_key_at);
  g_test_add_func ("/base/night-key/last-night-at-every-hour", test_last_night_at_every_hour);
  return g_test_run ();
}
