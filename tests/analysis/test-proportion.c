/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-proportion.h"
#include "known.h"

#include <math.h>

/* R 4.2.2: prop.test (37, 169, correct = FALSE). */
static void
test_wilson (void)
{
  StnProportion rate = stn_proportion_of (37, 169);

  g_assert_true (rate.known);
  assert_close (rate.share, 37.0 / 169, 1e-15);
  assert_close (rate.low, 0.1632171093, 1e-9);
  assert_close (rate.high, 0.2871462431, 1e-9);
}

static void
test_no_nights (void)
{
  g_assert_false (stn_proportion_of (0, 0).known);
}

static void
test_ends (void)
{
  StnProportion none = stn_proportion_of (0, 10), all = stn_proportion_of (10, 10);

  g_assert_cmpfloat (none.low, ==, 0);
  g_assert_cmpfloat (all.high, ==, 1);
  assert_close (none.high, 1 - all.low, 1e-14);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/proportion/wilson", test_wilson);
  g_test_add_func ("/analysis/proportion/no-nights-is-undefined", test_no_nights);
  g_test_add_func ("/analysis/proportion/none-and-all", test_ends);
  return g_test_run ();
}
