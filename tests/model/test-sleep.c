/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-model-error.h"
#include "model/stn-sleep.h"

static void
test_unknown_is_not_zero (void)
{
  StnSleep nothing = {0};
  StnSleep zero = {.awakenings = STN_KNOWN_INT (0)};

  g_assert_true (stn_sleep_is_unknown (&nothing));
  g_assert_false (stn_sleep_is_unknown (&zero));
  g_assert_false (stn_sleep_equal (&nothing, &zero));
}

static void
test_ranges (void)
{
  static const struct {
    StnSleep sleep;
    gboolean fits;
  } rows[] = {
    {{.into_bed_min = {TRUE, 1439}}, TRUE}, {{.into_bed_min = {TRUE, 1440}}, FALSE},
    {{.quality = {TRUE, 0}}, FALSE},        {{.quality = {TRUE, 5}}, TRUE},
    {{.rested = {TRUE, 6}}, FALSE},         {{.tired = {TRUE, 10}}, TRUE},
    {{.tired = {TRUE, 11}}, FALSE},         {{.asleep_min = {TRUE, -1}}, FALSE},
    {{.awake_min = {TRUE, 1441}}, FALSE},   {{.awakenings = {TRUE, 101}}, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (stn_sleep_validate (&rows[i].sleep, &error), ==, rows[i].fits);
    if (!rows[i].fits)
      g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/sleep/unknown-is-not-zero", test_unknown_is_not_zero);
  g_test_add_func ("/model/sleep/ranges", test_ranges);
  return g_test_run ();
}
