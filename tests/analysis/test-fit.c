/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-fit.h"
#include "known.h"
#include "published.h"

#include <math.h>

/* A prior so wide that the mode is the maximum of the likelihood. */
#define FREE 1e-12

static StnFit *
fit_table (const Published *table, StnPenalty penalty, double strength)
{
  StnTerm terms[8];

  terms[0] = (StnTerm){table->columns[0], STN_PENALTY_NORMAL, FREE};
  for (guint k = 1; k < table->n_columns; k++)
    terms[k] = (StnTerm){table->columns[k], penalty, strength};
  return stn_fit_new (table->outcomes, table->n_rows, terms, table->n_columns, NULL, 0);
}

static void
assert_table (const StnFit *fit, const double (*answers)[2])
{
  for (guint k = 0; k < fit->n_terms; k++) {
    assert_close (fit->coefs[k], answers[k][0], 1e-8);
    assert_close (stn_fit_get_sd (fit, k), answers[k][1], 1e-8);
  }
}

/* Answers of this file: R 4.2.2, tests/fixtures/published/published.R. */
static void
test_infert (void)
{
  static const double answers[][2] = {{-2.8523903676543, 1.0042829136476},
                                      {1.9253382377824, 0.2986307023529},
                                      {1.1896562106897, 0.2898752483250},
                                      {0.0531809874821, 0.0301415025465},
                                      {-0.7088300628699, 0.1809139321180}};
  g_autoptr (Published) table = published_load ("infert");
  g_autoptr (StnFit) fit = fit_table (table, STN_PENALTY_NORMAL, FREE);

  assert_table (fit, answers);
}

static void
test_birthwt (void)
{
  static const double answers[][2] = {
    {1.39979415757, 1.0804078694211},    {-0.0340731410076, 0.0336739434257},
    {-0.0154471000053, 0.0065867944179}, {0.64753972165, 0.3366502141657},
    {1.89327417009, 0.6833927587515},    {0.88460678464, 0.4440514304707},
  };
  g_autoptr (Published) table = published_load ("birthwt");
  g_autoptr (StnFit) fit = fit_table (table, STN_PENALTY_NORMAL, FREE);

  assert_table (fit, answers);
}

/* NV separates the outcome: by maximum likelihood there is no finite answer, with log-F there is. */
static void
test_endometrial (void)
{
  static const double answers[3][4][2] = {
    {{3.89749484235, 1.48798096459},
     {2.97693878517, 1.52615549439},
     {-0.03330156248, 0.03990199077},
     {-2.69708526422, 0.77684467638}},
    {{3.58766839252, 1.38290455693},
     {2.32381497192, 1.12109830883},
     {-0.02785973784, 0.03708197585},
     {-2.52703863111, 0.72164785299}},
    {{3.33191096903, 1.30068986532},
     {1.97354874309, 0.93730520419},
     {-0.02411492013, 0.03511734418},
     {-2.38004472270, 0.67497922917}},
  };
  g_autoptr (Published) table = published_load ("endometrial");

  for (guint m = 1; m <= 3; m++) {
    g_autoptr (StnFit) fit = fit_table (table, STN_PENALTY_LOG_F, m);

    assert_table (fit, answers[m - 1]);
  }
}

static void
test_start_does_not_matter (void)
{
  g_autoptr (Published) table = published_load ("endometrial");
  g_autoptr (StnFit) cold = fit_table (table, STN_PENALTY_LOG_F, 3);
  const double start[] = {-9, 9};
  g_autoptr (StnFit) warm =
    stn_fit_new (table->outcomes, table->n_rows, cold->terms, cold->n_terms, start, 2);

  for (guint k = 0; k < cold->n_terms; k++)
    assert_close (warm->coefs[k], cold->coefs[k], 1e-9);
}

static void
test_no_nights (void)
{
  const StnTerm term = {NULL, STN_PENALTY_LOG_F, 3};
  g_autoptr (StnFit) fit = stn_fit_new (NULL, 0, &term, 1, NULL, 0);

  g_assert_cmpfloat (fit->coefs[0], ==, 0);
  assert_close (stn_fit_get_sd (fit, 0), sqrt (4.0 / 3), 1e-15);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/analysis/fit/infert", test_infert);
  g_test_add_func ("/analysis/fit/birthwt", test_birthwt);
  g_test_add_func ("/analysis/fit/separation-has-a-finite-mode", test_endometrial);
  g_test_add_func ("/analysis/fit/start-does-not-matter", test_start_does_not_matter);
  g_test_add_func ("/analysis/fit/no-nights-is-the-prior", test_no_nights);
  return g_test_run ();
}
