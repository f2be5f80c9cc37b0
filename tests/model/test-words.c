/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-model-error.h"
#include "model/stn-words.h"

static void
test_tokens_round_trip (void)
{
  for (StnSide i = STN_SIDE_LEFT; i <= STN_SIDE_BOTH; i++) {
    StnSide again = STN_SIDE_UNKNOWN;
    g_assert_true (stn_side_parse (stn_side_to_token (i), &again, NULL));
    g_assert_cmpint (again, ==, i);
  }
  for (StnSite i = STN_SITE_CALF; i <= STN_SITE_OTHER; i++) {
    StnSite again = STN_SITE_UNKNOWN;
    g_assert_true (stn_site_parse (stn_site_to_token (i), &again, NULL));
    g_assert_cmpint (again, ==, i);
  }
  for (StnFactorKind i = STN_FACTOR_BINARY; i <= STN_FACTOR_CONTINUOUS; i++) {
    StnFactorKind again = 0;
    g_assert_true (stn_factor_kind_parse (stn_factor_kind_to_token (i), &again, NULL));
    g_assert_cmpint (again, ==, i);
  }
  for (StnEntered i = STN_ENTERED_UNKNOWN; i <= STN_ENTERED_AFTER; i++) {
    StnEntered again = STN_ENTERED_AFTER;
    g_assert_true (stn_entered_parse (stn_entered_to_token (i), &again, NULL));
    g_assert_cmpint (again, ==, i);
  }
}

static void
test_unknown_has_no_token (void)
{
  g_assert_null (stn_side_to_token (STN_SIDE_UNKNOWN));
  g_assert_null (stn_site_to_token (STN_SITE_UNKNOWN));
  g_assert_null (stn_answer_to_token (STN_ANSWER_UNKNOWN));
  g_assert_cmpstr (stn_night_state_to_token (STN_NIGHT_NOT_RECORDED), ==, "not-recorded");
}

static void
test_an_unknown_word_lists_the_known (void)
{
  StnSite site = STN_SITE_TOES;
  g_autoptr (GError) error = NULL;

  g_assert_false (stn_site_parse ("knee", &site, &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_UNKNOWN_WORD);
  g_assert_cmpstr (
    error->message, ==,
    "'knee' is not a site; it is one of calf, foot, toes, front-thigh, back-thigh, other");
  g_assert_cmpint (site, ==, STN_SITE_TOES);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/words/tokens-round-trip", test_tokens_round_trip);
  g_test_add_func ("/model/words/unknown-has-no-token", test_unknown_has_no_token);
  g_test_add_func ("/model/words/an-unknown-word-lists-the-known",
                   test_an_unknown_word_lists_the_known);
  return g_test_run ();
}
