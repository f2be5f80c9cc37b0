/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-tails.h"
#include "known.h"

#include <math.h>

/* Answers: R 4.2.2, pnorm, qnorm, pt, qt (tests/fixtures/published/published.R). */
static void
test_normal_upper (void)
{
  assert_close (stn_normal_upper (1), 1.586552539e-01, 1e-9);
  assert_close (stn_normal_upper (8), 6.220960574e-16, 1e-9);
  assert_close (stn_normal_upper (37), 5.725571223e-300, 1e-9);
  assert_close (stn_normal_upper (-8), 1, 1e-15);
}

static void
test_normal_quantile (void)
{
  assert_close (stn_normal_quantile (.975), 1.959963985, 1e-9);
  assert_close (stn_normal_quantile (.99), 2.326347874, 1e-9);
  assert_close (stn_normal_quantile (.9954545454545455), 2.608616387, 1e-9);
  g_assert_cmpfloat (stn_normal_quantile (.5), ==, 0);
  assert_close (stn_normal_quantile (.025), -1.959963985, 1e-9);
}

static void
test_student_upper (void)
{
  assert_close (stn_student_upper (2, 3), 6.966298428e-02, 1e-9);
  assert_close (stn_student_upper (1.3, 9.5), 1.121279834e-01, 1e-9);
  assert_close (stn_student_upper (40, 6), 8.159180465e-09, 1e-9);
  assert_close (stn_student_upper (-.4, 20), 6.533017119e-01, 1e-9);
  g_assert_cmpfloat (stn_student_upper (0, 5), ==, .5);
}

static void
test_student_quantile (void)
{
  assert_close (stn_student_quantile (.975, 6), 2.446911851, 1e-9);
  assert_close (stn_student_quantile (.975, 12.25), 2.173891388, 1e-9);
  assert_close (stn_student_quantile (.6, 2), 2.886751346e-01, 1e-9);
  assert_close (stn_student_quantile (.4, 2), -2.886751346e-01, 1e-9);
}

/* t(1) squared is F(1,1): its 97.5 % point is 647.789, the first of the log-F quantiles (R: qf). */
static void
test_log_f_1 (void)
{
  double t = stn_student_quantile (.5 + .975 / 2, 1);

  assert_close (t * t, 647.789, 1e-6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/tails/normal-upper", test_normal_upper);
  g_test_add_func ("/analysis/tails/normal-quantile", test_normal_quantile);
  g_test_add_func ("/analysis/tails/student-upper", test_student_upper);
  g_test_add_func ("/analysis/tails/student-quantile", test_student_quantile);
  g_test_add_func ("/analysis/tails/log-f-1", test_log_f_1);
  return g_test_run ();
}
