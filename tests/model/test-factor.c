/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-factor.h"
#include "model/stn-model-error.h"

#include <math.h>

static void
test_values_by_kind (void)
{
  static const struct {
    StnFactorKind kind;
    double value;
    gboolean fits;
  } rows[] = {
    {STN_FACTOR_BINARY, 0, TRUE},        {STN_FACTOR_BINARY, 1, TRUE},
    {STN_FACTOR_BINARY, 2, FALSE},       {STN_FACTOR_BINARY, .5, FALSE},
    {STN_FACTOR_COUNT, 0, TRUE},         {STN_FACTOR_COUNT, 40, TRUE},
    {STN_FACTOR_COUNT, 1.5, FALSE},      {STN_FACTOR_COUNT, -1, FALSE},
    {STN_FACTOR_SCALE, 10, TRUE},        {STN_FACTOR_SCALE, 11, FALSE},
    {STN_FACTOR_SCALE, -1, FALSE},       {STN_FACTOR_CONTINUOUS, -1e9, TRUE},
    {STN_FACTOR_CONTINUOUS, NAN, FALSE}, {STN_FACTOR_CONTINUOUS, INFINITY, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (stn_factor_kind_validate (rows[i].kind, "coffee", rows[i].value, &error), ==,
                     rows[i].fits);
    if (!rows[i].fits) {
      g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE);
      g_assert_nonnull (strstr (error->message, "coffee"));
    }
  }
}

static void
test_slugs (void)
{
  static const char *const bad[] = {"", "Coffee", "late meal", "café", "a/b", "a=b"};

  g_assert_true (stn_factor_slug_validate ("late_meal.2-x", NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_factor_slug_validate (bad[i], &error));
    g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_SLUG);
  }
}

static void
test_names (void)
{
  g_autofree char *longest = g_strnfill (80, 'x');
  g_autofree char *too_long = g_strnfill (81, 'x');
  const char *const good[] = {"Tea", "x", "Late meal, salty", "می‌خوابم", "干し", longest};
  const char *const bad[] = {"",       " ",        "\u00a0",   "two\nlines",
                             "bell\a", "a\u2028b", "\x85 bad", too_long};

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (stn_factor_name_validate (good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_factor_name_validate (bad[i], &error));
    g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME);
  }
}

static void
test_units (void)
{
  const char *const good[] = {"ml", "µg", "glasses of 200 ml"};
  const char *const bad[] = {"", " ", "m\nl", "m\x1fl", "an unusually long unit"};

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    g_assert_true (stn_factor_unit_validate (good[i], NULL));
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_factor_unit_validate (bad[i], &error));
    g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME);
  }
}

static void
test_copy_is_its_own (void)
{
  g_autoptr (StnFactor) factor = stn_factor_new ("coffee", STN_FACTOR_COUNT);

  factor->name = g_strdup ("Coffee");
  factor->position = 7;
  g_autoptr (StnFactor) copy = stn_factor_copy (factor);
  factor->name[0] = 'x';
  g_assert_cmpstr (copy->name, ==, "Coffee");
  g_assert_cmpint (copy->position, ==, 7);
  g_assert_cmpint (copy->kind, ==, STN_FACTOR_COUNT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/factor/values-by-kind", test_values_by_kind);
  g_test_add_func ("/model/factor/slugs", test_slugs);
  g_test_add_func ("/model/factor/names", test_names);
  g_test_add_func ("/model/factor/units", test_units);
  g_test_add_func ("/model/factor/copy-is-its-own", test_copy_is_its_own);
  return g_test_run ();
}
