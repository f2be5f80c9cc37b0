/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-base-error.h"
#include "base/stn-clock.h"
#include "base/stn-stamp.h"

static void
test_wall_time_is_kept (void)
{
  g_autoptr (GTimeZone) zone = g_time_zone_new_identifier ("Asia/Kathmandu");
  g_autoptr (GDateTime) local = g_date_time_new (zone, 2026, 3, 29, 2, 30, 0);
  StnStamp stamp = stn_stamp_of (local);
  g_autoptr (GDateTime) again = stn_stamp_to_local (stamp);
  g_autofree char *text = g_date_time_format (again, "%F %T");

  g_assert_cmpint (stamp.offset_s, ==, 5 * 3600 + 45 * 60);
  g_assert_cmpstr (stamp.zone, ==, "Asia/Kathmandu");
  g_assert_cmpstr (text, ==, "2026-03-29 02:30:00");
  g_assert_cmpint (g_date_time_to_unix (again), ==, stamp.utc_s);
}

static void
test_the_epoch_is_a_stamp (void)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);

  g_assert_true (stn_stamp_is_set (stn_stamp_of (epoch)));
  g_assert_false (stn_stamp_is_set (STN_NO_STAMP));
}

static void
test_fixed_clock_stands_still (void)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2026, 11, 22, 7, 10, 0);
  g_autoptr (GDateTime) second = g_date_time_new_utc (2027, 1, 1, 0, 0, 0);
  g_autoptr (StnClock) clock = stn_clock_new_fixed (first);
  g_autoptr (GDateTime) read_first = stn_clock_now (clock);

  g_assert_true (g_date_time_equal (first, read_first));
  stn_clock_set (clock, second);
  g_autoptr (GDateTime) read_second = stn_clock_now (clock);
  g_assert_true (g_date_time_equal (second, read_second));
}

static void
test_clock_from_the_environment (void)
{
  g_setenv ("STILLNIGHT_NOW", "2026-11-22T07:10:00", TRUE);
  g_autoptr (StnClock) clock = stn_clock_new ();
  g_autoptr (GDateTime) now = stn_clock_now (clock);
  g_autofree char *text = g_date_time_format (now, "%F %T");

  g_assert_cmpstr (text, ==, "2026-11-22 07:10:00");
  g_unsetenv ("STILLNIGHT_NOW");
}

static void
test_clock_from_another_text (void)
{
  static const char *const bad[] = {"garbage",
                                    "2026-11-22",
                                    " ",
                                    "1900-06-01T00:00:00",
                                    "2199-06-01T00:00:00",
                                    "0001-01-01T00:00:00Z"};
  g_autoptr (StnClock) running = stn_clock_new_from (NULL, NULL);
  g_autoptr (StnClock) running_too = stn_clock_new_from ("", NULL);

  g_assert_nonnull (running);
  g_assert_nonnull (running_too);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (stn_clock_new_from (bad[i], &error));
    g_assert_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_TIME);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/stamp/wall-time-is-kept", test_wall_time_is_kept);
  g_test_add_func ("/base/stamp/the-epoch-is-a-stamp", test_the_epoch_is_a_stamp);
  g_test_add_func ("/base/clock/fixed-stands-still", test_fixed_clock_stands_still);
  g_test_add_func ("/base/clock/from-the-environment", test_clock_from_the_environment);
  g_test_add_func ("/base/clock/from-another-text", test_clock_from_another_text);
  return g_test_run ();
}
