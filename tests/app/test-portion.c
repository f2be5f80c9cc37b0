/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-portion.h"

static StnFactor *
make_factor (const char *slug, StnFactorKind kind, const char *unit, gboolean built_in)
{
  StnFactor *factor = stn_factor_new (slug, kind);

  factor->unit = g_strdup (unit);
  factor->built_in = built_in;
  return factor;
}

static void
test_glasses (void)
{
  g_autoptr (StnFactor) fluids = make_factor ("fluids", STN_FACTOR_CONTINUOUS, "ml", TRUE);
  StnPortion portion = stn_portion_of (fluids);

  g_assert_cmpfloat (portion.size, ==, 250);
  g_assert_cmpfloat (portion.min, ==, 0);
  g_assert_cmpfloat (portion.max, ==, 48);
  g_assert_cmpuint (portion.digits, ==, 1);
  g_assert_cmpstr (portion.unit, ==, "glasses");
}

static void
test_scale (void)
{
  g_autoptr (StnFactor) effort = make_factor ("exertion", STN_FACTOR_SCALE, NULL, TRUE);
  StnPortion portion = stn_portion_of (effort);

  g_assert_cmpfloat (portion.size, ==, 1);
  g_assert_cmpfloat (portion.max, ==, 10);
}

/* A person's own glass; a factor of their own that is called alike is none. */
static void
test_own_size (void)
{
  g_autoptr (StnFactor) fluids = make_factor ("fluids", STN_FACTOR_CONTINUOUS, "ml", TRUE);
  g_autoptr (StnFactor) own = make_factor ("fluids", STN_FACTOR_CONTINUOUS, "ml", FALSE);
  StnPortion portion;

  fluids->portion = own->portion = 200;
  portion = stn_portion_of (fluids);
  g_assert_cmpfloat (portion.size, ==, 200);
  g_assert_cmpfloat (portion.max, ==, 60);
  g_assert_cmpfloat (stn_portion_of (own).size, ==, 1);
}

/* A value from a file need not be a whole number of glasses; it is shown as it is. */
static void
test_widen (void)
{
  g_autoptr (StnFactor) fluids = make_factor ("fluids", STN_FACTOR_CONTINUOUS, "ml", TRUE);
  StnPortion portion = stn_portion_of (fluids);

  stn_portion_widen (&portion, 1375);
  g_assert_cmpuint (portion.digits, ==, 1);
  stn_portion_widen (&portion, 1310);
  g_assert_cmpuint (portion.digits, ==, 2);
  stn_portion_widen (&portion, 20100);
  g_assert_cmpfloat (portion.max, ==, 81);
}

static void
test_below_zero (void)
{
  g_autoptr (StnFactor) weather = make_factor ("frost", STN_FACTOR_CONTINUOUS, NULL, FALSE);
  StnPortion portion = stn_portion_of (weather);

  stn_portion_widen (&portion, -7.5);
  g_assert_cmpfloat (portion.min, ==, -8);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/portion/drinks-are-glasses", test_glasses);
  g_test_add_func ("/app/portion/own-size", test_own_size);
  g_test_add_func ("/app/portion/scale", test_scale);
  g_test_add_func ("/app/portion/any-stored-value-is-shown", test_widen);
  g_test_add_func ("/app/portion/below-zero", test_below_zero);
  return g_test_run ();
}
