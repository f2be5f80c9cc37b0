/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-quantile.h"
#include "known.h"

#include <float.h>
#include <math.h>

/* R 4.2.2: quantile (x, ..., type = 7), tests/fixtures/published/published.R. */
static void
test_type_7 (void)
{
  double x[] = {3, 1, 4, 1, 5, 9, 2, 6};
  static const double answers[][2] = {{0, 1}, {.025, 1}, {.1, 1}, {.5, 3.5}, {.975, 8.475}, {1, 9}};

  stn_sort_reals (x, G_N_ELEMENTS (x));
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    assert_near (stn_quantile (x, G_N_ELEMENTS (x), answers[i][0]), answers[i][1], 1e-15);
}

static void
test_one_value (void)
{
  const double x[] = {7};

  g_assert_cmpfloat (stn_quantile (x, 1, .025), ==, 7);
}

static void
test_no_overflow (void)
{
  const double x[] = {-DBL_MAX, DBL_MAX};

  g_assert_cmpfloat (stn_quantile (x, 2, .5), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/quantile/type-7", test_type_7);
  g_test_add_func ("/analysis/quantile/one-value", test_one_value);
  g_test_add_func ("/analysis/quantile/ends-of-the-range-do-not-overflow", test_no_overflow);
  return g_test_run ();
}
