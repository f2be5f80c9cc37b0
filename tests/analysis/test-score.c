/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-score.h"
#include "known.h"
#include "published.h"

#include <math.h>

/* R 4.2.2: anova (..., test = "Rao") of adding smoke to low ~ age + lwt + ht + ui of birthwt. */
static void
test_rao (void)
{
  g_autoptr (Published) table = published_load ("birthwt");
  const guint others[] = {0, 1, 2, 4, 5};
  StnTerm terms[G_N_ELEMENTS (others)];

  for (guint k = 0; k < G_N_ELEMENTS (others); k++)
    terms[k] = (StnTerm){table->columns[others[k]], STN_PENALTY_NORMAL, 1e-12};
  g_autoptr (StnFit) fit =
    stn_fit_new (table->outcomes, table->n_rows, terms, G_N_ELEMENTS (terms), NULL, 0);
  double z = stn_score_z (fit, table->columns[3]);

  assert_close (z * z, 3.748920921, 1e-8);
  assert_close (stn_score_two_sided (z), 0.052842, 1e-5);
  g_assert_cmpfloat (z, >, 0);
}

static void
test_copy_of_the_model (void)
{
  g_autoptr (Published) table = published_load ("birthwt");
  const StnTerm terms[] = {{table->columns[0], STN_PENALTY_NORMAL, 1e-12},
                           {table->columns[3], STN_PENALTY_NORMAL, 1e-12}};
  g_autoptr (StnFit) fit = stn_fit_new (table->outcomes, table->n_rows, terms, 2, NULL, 0);

  g_assert_cmpfloat (fabs (stn_score_z (fit, table->columns[3])), <, 1e-3);
}

static void
test_directed (void)
{
  double upper = 0.022750131948179; /* R: pnorm (-2) */

  assert_close (stn_score_directed (2, STN_DIRECTION_UP), upper / .85, 1e-12);
  assert_close (stn_score_directed (-2, STN_DIRECTION_UP), upper / .15, 1e-12);
  assert_close (stn_score_directed (-2, STN_DIRECTION_DOWN), upper / .85, 1e-12);
  assert_close (stn_score_directed (2, STN_DIRECTION_DOWN), upper / .15, 1e-12);
  assert_close (stn_score_directed (2, STN_DIRECTION_NONE), 2 * upper, 1e-12);
  assert_close (stn_score_directed (-2, STN_DIRECTION_NONE), 2 * upper, 1e-12);
  g_assert_cmpfloat (stn_score_directed (-1.036, STN_DIRECTION_UP), <=, 1);
  g_assert_cmpfloat (stn_score_directed (0, STN_DIRECTION_NONE), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/score/rao-test-of-birthwt", test_rao);
  g_test_add_func ("/analysis/score/copy-of-the-model-says-nothing", test_copy_of_the_model);
  g_test_add_func ("/analysis/score/direction-shares-the-error", test_directed);
  return g_test_run ();
}
