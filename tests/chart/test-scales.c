/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "chart/stn-date-scale.h"
#include "chart/stn-number-scale.h"

#include <math.h>

static void
test_known (void)
{
  static const struct {
    double low, high;
    guint most;
    gboolean whole;
    double first, step;
    guint n;
  } known[] = {
    {0, 7, 5, FALSE, 0, 2, 5},         {0, 7, 8, FALSE, 0, 1, 8},
    {0, 1, 6, TRUE, 0, 1, 2},          {0, 1, 6, FALSE, 0, .2, 6},
    {0, 10000, 6, FALSE, 0, 2000, 6},  {-3, 4, 5, FALSE, -4, 2, 5},
    {.31, .34, 5, FALSE, .31, .01, 4}, {5, 5, 5, TRUE, 4, 2, 4},
    {0, 0, 5, FALSE, 0, .5, 3},        {1e-7, 3e-7, 4, FALSE, 1e-7, 1e-7, 3},
  };

  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    StnNumberScale scale =
      stn_number_scale_fit (known[i].low, known[i].high, known[i].most, known[i].whole);

    g_assert_cmpfloat_with_epsilon (scale.first, known[i].first, 1e-12);
    g_assert_cmpfloat_with_epsilon (scale.step, known[i].step, 1e-12);
    g_assert_cmpuint (scale.n, ==, known[i].n);
  }
}

/* Seven nights a week: no tick above 6 when they are two apart, and 7 is at the very end. */
static void
test_end_at (void)
{
  StnNumberScale scale = stn_number_scale_fit (0, 7, 5, FALSE);

  stn_number_scale_end_at (&scale, 7);
  g_assert_cmpuint (scale.n, ==, 4);
  g_assert_cmpfloat (stn_number_scale_tick (&scale, 3), ==, 6);
  g_assert_cmpfloat (stn_number_scale_share (&scale, 7), ==, 1);
  stn_number_scale_end_at (&scale, 9);
  g_assert_cmpfloat (scale.end, ==, 7);
  stn_number_scale_end_at (&scale, 0);
  g_assert_cmpfloat (scale.end, ==, 7);
}

/* Whatever the numbers: they are on the axis, the ticks are few, and the step is 1, 2 or 5. */
static void
test_any (void)
{
  guint32 seed = g_test_rand_int () & 0x7fffffff;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++) {
    double a = g_rand_double_range (random, -1, 1) * pow (10, g_rand_int_range (random, -8, 9));
    double b = g_rand_double_range (random, -1, 1) * pow (10, g_rand_int_range (random, -8, 9));
    double low = MIN (a, b), high = MAX (a, b);
    guint most = (guint) g_rand_int_range (random, 3, 12);
    gboolean whole = g_rand_boolean (random);
    StnNumberScale scale = stn_number_scale_fit (low, high, most, whole);
    double lead = scale.step / pow (10, floor (log10 (scale.step) + 1e-9));

    g_assert_cmpuint (scale.n, >=, 2);
    g_assert_cmpuint (scale.n, <=, most);
    g_assert_cmpfloat (stn_number_scale_share (&scale, low), >=, -1e-6);
    g_assert_cmpfloat (stn_number_scale_share (&scale, high), <=, 1 + 1e-6);
    g_assert_true (ABS (lead - 1) < 1e-6 || ABS (lead - 2) < 1e-6 || ABS (lead - 5) < 1e-6);
    g_assert_true (!whole || scale.step >= 1);
  }
}

static void
assert_ticks (StnDateStep step, StnDate from, const char *first, const char *second)
{
  char text[STN_DATE_TEXT_SIZE];
  StnDate tick = stn_date_step_first (step, from);

  g_assert_cmpstr (stn_date_to_text (tick, text), ==, first);
  g_assert_cmpstr (stn_date_to_text (stn_date_step_next (step, tick), text), ==, second);
}

static void
test_date_steps (void)
{
  StnDate from = stn_date_new (2026, 11, 22); /* a Sunday */

  assert_ticks ((StnDateStep){STN_DATE_UNIT_DAY, 1}, from, "2026-11-22", "2026-11-23");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_DAY, 7}, from, "2026-11-23", "2026-11-30");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_MONTH, 1}, from, "2026-12-01", "2027-01-01");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_MONTH, 3}, from, "2027-01-01", "2027-04-01");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_YEAR, 1}, from, "2027-01-01", "2028-01-01");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_YEAR, 10}, from, "2030-01-01", "2040-01-01");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_MONTH, 1}, stn_date_new (2026, 11, 1), "2026-11-01",
                "2026-12-01");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_YEAR, 1}, stn_date_new (2026, 1, 1), "2026-01-01",
                "2027-01-01");
  assert_ticks ((StnDateStep){STN_DATE_UNIT_YEAR, 1}, stn_date_new (2199, 1, 1), "2199-01-01", "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/chart/number-scale/known", test_known);
  g_test_add_func ("/chart/number-scale/ends-where-nothing-can-be", test_end_at);
  g_test_add_func ("/chart/number-scale/any-numbers", test_any);
  g_test_add_func ("/chart/date-scale/steps", test_date_steps);
  return g_test_run ();
}
