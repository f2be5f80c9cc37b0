/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-rev.h"

static void
test_later_is_greater (void)
{
  StnRevClock clock;
  char before[STN_REV_SIZE] = "", rev[STN_REV_SIZE];
  guint32 seed = g_test_rand_int () & 0x7fffffff;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  gint64 now_ms = 1763769600000;

  g_test_message ("seed %u", seed);
  stn_rev_clock_init (&clock, "0123456789abcdef");
  for (int i = 0; i < 200000; i++) {
    now_ms += g_rand_int_range (rand, -50, 50); /* a clock that is often set back */
    stn_rev_clock_next (&clock, now_ms, rev);
    g_assert_cmpint (strlen (rev), ==, STN_REV_SIZE - 1);
    g_assert_cmpstr (before, <, rev);
    g_strlcpy (before, rev, sizeof before);
  }
}

static void
test_counter_runs_over (void)
{
  StnRevClock clock;
  char before[STN_REV_SIZE] = "", rev[STN_REV_SIZE];

  stn_rev_clock_init (&clock, "0123456789abcdef");
  for (int i = 0; i < 0x10000 + 5; i++) {
    stn_rev_clock_next (&clock, 1000, rev);
    g_assert_cmpstr (before, <, rev);
    g_strlcpy (before, rev, sizeof before);
  }
}

static void
test_observed_is_smaller (void)
{
  StnRevClock clock;
  char rev[STN_REV_SIZE];
  const char *seen = "0199ffffffff-0007-fedcba9876543210";

  stn_rev_clock_init (&clock, "0123456789abcdef");
  stn_rev_clock_observe (&clock, NULL);
  stn_rev_clock_observe (&clock, "");
  stn_rev_clock_observe (&clock, seen);
  stn_rev_clock_observe (&clock, "000000000001-0000-fedcba9876543210");
  stn_rev_clock_next (&clock, 5, rev);
  g_assert_cmpstr (rev, >, seen);
  g_assert_true (g_str_has_suffix (rev, "-0123456789abcdef"));
}

/* A file from elsewhere may say anything; the next revision has its form, and is greater than all that are one. */
static void
test_nothing_is_too_late (void)
{
  static const struct {
    const char *rev;
    gboolean is_valid;
  } cases[] = {
    {"0699e991a7ff-ffff-ffffffffffffffff", TRUE},  {"0699e991a800-0000-0000000000000000", FALSE},
    {"ffffffffffff-ffff-ffffffffffffffff", FALSE}, {"0199FFFFFFFF-0007-fedcba9876543210", FALSE},
    {"0199ffffffff-0007-fedcba987654321", FALSE},  {"0199ffffffff-0007-fedcba98765432100", FALSE},
    {"0199ffffffff 0007-fedcba9876543210", FALSE}, {"0199ffffffff-0007_fedcba9876543210", FALSE},
    {"0199ffffffff-0007-fedcba987654321g", FALSE}, {"", FALSE},
    {"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz", FALSE},
  };

  g_assert_false (stn_rev_is_valid (NULL));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    StnRevClock clock;
    char rev[STN_REV_SIZE];

    g_assert_cmpint (stn_rev_is_valid (cases[i].rev), ==, cases[i].is_valid);
    stn_rev_clock_init (&clock, "0123456789abcdef");
    stn_rev_clock_observe (&clock, cases[i].rev);
    stn_rev_clock_next (&clock, 5, rev);
    g_assert_true (stn_rev_is_valid (rev) || cases[i].is_valid);
    g_assert_cmpuint (strlen (rev), ==, STN_REV_SIZE - 1);
    if (cases[i].is_valid)
      g_assert_cmpstr (rev, >, cases[i].rev);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/rev/later-is-greater-though-the-clock-goes-back", test_later_is_greater);
  g_test_add_func ("/base/rev/counter-runs-over", test_counter_runs_over);
  g_test_add_func ("/base/rev/observed-is-smaller", test_observed_is_smaller);
  g_test_add_func ("/base/rev/nothing-is-too-late", test_nothing_is_too_late);
  return g_test_run ();
}
