/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-clock.h"

static StnClock *
clock_at (const char *time)
{
  g_autoptr (GError) error = NULL;
  StnClock *clock = stn_clock_new_from (time, &error);

  g_assert_no_error (error);
  return clock;
}

/* A fixed clock waits at once, and what it measures is what it was told. */
static void
test_fixed (void)
{
  g_autoptr (StnClock) clock = clock_at ("2026-11-22T21:59:59.900Z");
  gint64 before = stn_clock_get_steady_us (clock);
  g_autoptr (GDateTime) after = NULL;

  g_assert_cmpint (stn_clock_get_steady_us (clock), ==, before);
  stn_clock_wait (clock, 200);
  g_assert_cmpint (stn_clock_get_steady_us (clock) - before, ==, 200 * 1000);
  after = stn_clock_now (clock);
  g_assert_cmpint (g_date_time_get_hour (after), ==, 22);
  g_assert_cmpint (g_date_time_get_microsecond (after), ==, 100 * 1000);
  stn_clock_wait (clock, 0);
  g_assert_cmpint (stn_clock_get_steady_us (clock) - before, ==, 200 * 1000);
}

/* The computer's clock goes on, never back, and at least as long as was waited. */
static void
test_running (void)
{
  g_autoptr (StnClock) clock = clock_at (NULL);
  gint64 before = stn_clock_get_steady_us (clock);

  stn_clock_wait (clock, 20);
  g_assert_cmpint (stn_clock_get_steady_us (clock) - before, >=, 20 * 1000);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/clock/fixed", test_fixed);
  g_test_add_func ("/base/clock/running", test_running);
  return g_test_run ();
}
