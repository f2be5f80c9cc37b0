/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-cut.h"
#include "model/stn-model-error.h"

static void
test_sides (void)
{
  static const struct {
    StnCutSide side;
    gboolean below, at, above;
  } rows[] = {
    {STN_CUT_AT_OR_ABOVE, FALSE, TRUE, TRUE},
    {STN_CUT_ABOVE, FALSE, FALSE, TRUE},
    {STN_CUT_AT_OR_BELOW, TRUE, TRUE, FALSE},
    {STN_CUT_BELOW, TRUE, FALSE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    StnCut cut = {rows[i].side, 8};
    StnCutSide again = STN_CUT_NONE;

    g_assert_cmpint (stn_cut_holds (cut, 7.5), ==, rows[i].below);
    g_assert_cmpint (stn_cut_holds (cut, 8), ==, rows[i].at);
    g_assert_cmpint (stn_cut_holds (cut, 8.5), ==, rows[i].above);
    g_assert_true (stn_cut_side_parse (stn_cut_side_to_token (cut.side), &again, NULL));
    g_assert_cmpint (again, ==, cut.side);
  }
}

static void
test_direction_words (void)
{
  StnDirection direction = STN_DIRECTION_NONE;
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_direction_parse ("down", &direction, NULL));
  g_assert_cmpint (direction, ==, STN_DIRECTION_DOWN);
  g_assert_false (stn_direction_parse ("sideways", &direction, &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_UNKNOWN_WORD);
  g_assert_nonnull (strstr (error->message, "none, up, down"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/cut/sides", test_sides);
  g_test_add_func ("/model/cut/direction-words", test_direction_words);
  return g_test_run ();
}
