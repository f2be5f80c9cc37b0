/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"
#include "wording/stn-wording-evidence.h"

#include <locale.h>

static void
test_names (void)
{
  g_autoptr (StnFactor) fluids = words_built_in ("fluids");
  g_autoptr (StnFactor) own = words_own (NULL, STN_FACTOR_BINARY, NULL);

  assert_words (stn_wording_factor_name (fluids), "Drinks");
  assert_words (stn_wording_factor_question (fluids), "How much did you drink today?");
  fluids->name = g_strdup ("Water & tea");
  assert_words (stn_wording_factor_name (fluids), "Water & tea");
  assert_words (stn_wording_factor_name (own), "own");
  assert_words (stn_wording_factor_question (own), "own");
}

/* An own factor never takes a catalogue's words, whatever its slug. */
static void
test_own_with_a_known_slug (void)
{
  g_autoptr (StnFactor) factor = stn_factor_new ("stress", STN_FACTOR_CONTINUOUS);

  assert_words (stn_wording_factor_name (factor), "stress");
  assert_words (stn_wording_factor_value (factor, 2.5), "2.5");
}

static void
test_values (void)
{
  g_autoptr (StnFactor) fluids = words_built_in ("fluids");
  g_autoptr (StnFactor) alcohol = words_built_in ("alcohol");
  g_autoptr (StnFactor) sitting = words_built_in ("sitting");
  g_autoptr (StnFactor) stretch = words_built_in ("stretch");
  g_autoptr (StnFactor) exertion = words_built_in ("exertion");
  g_autoptr (StnFactor) sweating = words_built_in ("sweating");
  g_autoptr (StnFactor) smoking = words_built_in ("smoking");
  g_autoptr (StnFactor) own = words_own ("Screen time", STN_FACTOR_CONTINUOUS, "lux");

  assert_words (stn_wording_factor_value (fluids, 1500), "1500 ml (6 glasses)");
  assert_words (stn_wording_factor_value (fluids, 250), "250 ml (1 glass)");
  assert_words (stn_wording_factor_value (fluids, 1125), "1125 ml (4.5 glasses)");
  assert_words (stn_wording_factor_value (fluids, 1234), "1234 ml");
  assert_words (stn_wording_factor_value (fluids, 0), "0 ml");
  assert_words (stn_wording_factor_value (alcohol, 10), "10 g (1 drink)");
  assert_words (stn_wording_factor_value (alcohol, 25), "25 g (2.5 drinks)");
  assert_words (stn_wording_factor_portions (fluids, 1100), "4.4 glasses (1100 ml)");
  assert_words (stn_wording_factor_portions (alcohol, 10), "1 drink (10 g)");
  assert_words (stn_wording_factor_portions (alcohol, 0), "None");
  assert_words (stn_wording_factor_value (alcohol, 14), "14 g");
  assert_words (stn_wording_portion_note (alcohol),
                "1 drink = a small beer, a glass of wine or a short: 10 g of alcohol");
  assert_words (stn_wording_portion_note (fluids), "1 glass = 250 ml");
  assert_words (stn_wording_portion_note (stretch), "");
  alcohol->portion = 14;
  fluids->portion = 200;
  assert_words (stn_wording_factor_value (alcohol, 14), "14 g (1 drink)");
  assert_words (stn_wording_factor_value (fluids, 1500), "1500 ml (7.5 glasses)");
  assert_words (stn_wording_factor_value (fluids, 1250), "1250 ml");
  assert_words (stn_wording_portion_note (alcohol), "1 drink = 14 g of alcohol");
  assert_words (stn_wording_portion_note (fluids), "1 glass = 200 ml");
  assert_words (stn_wording_factor_value (sitting, 9.5), "9.5 h");
  assert_words (stn_wording_factor_value (sitting, 0.333333), "0.33 h");
  assert_words (stn_wording_factor_value (sitting, 19.697), "19.7 h");
  assert_words (stn_wording_factor_value (stretch, 1), "Yes");
  assert_words (stn_wording_factor_value (stretch, 0), "No");
  assert_words (stn_wording_factor_value (exertion, 4), "4 of 10");
  assert_words (stn_wording_factor_value (sweating, 2), "2 of 3");
  assert_words (stn_wording_factor_value (smoking, 12), "12");
  assert_words (stn_wording_factor_value (own, -0.0), "0 lux");
}

static void
test_units (void)
{
  g_assert_cmpstr (stn_wording_unit ("ml"), ==, "ml");
  g_assert_cmpstr (stn_wording_unit (NULL), ==, "");
  g_assert_cmpstr (stn_wording_unit ("lux"), ==, "lux");
}

static void
test_entered (void)
{
  g_assert_cmpstr (stn_wording_entered (STN_ENTERED_EVENING), ==, "in the evening");
  g_assert_cmpstr (stn_wording_entered (STN_ENTERED_USUAL), ==, "as usual");
  g_assert_cmpstr (stn_wording_entered (STN_ENTERED_AFTER), ==, "after the night");
  g_assert_cmpstr (stn_wording_entered (STN_ENTERED_UNKNOWN), ==, "");
}

static void
test_evidence (void)
{
  const StnKnowledge *knowledge = stn_knowledge_get ();

  assert_words (stn_wording_sources (stn_knowledge_get_trigger (knowledge, "alcohol")->sources),
                "Delacour 2018");
  assert_words (
    stn_wording_sources (stn_knowledge_get_trigger (knowledge, "supplements.b-complex")->sources),
    "Chan 1998 (not read by us)");
  assert_words (stn_wording_sources (stn_knowledge_get_trigger (knowledge, "stretch")->sources),
                "Hallegraeff 2012 · Coppin 2005 · Cochrane 2021 (stretching)");
  for (int grade = STN_GRADE_A; grade <= STN_GRADE_N; grade++)
    g_assert_cmpstr (stn_wording_grade ((StnGrade) grade), !=, "");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/factor/names", test_names);
  g_test_add_func ("/wording/factor/own-with-a-known-slug", test_own_with_a_known_slug);
  g_test_add_func ("/wording/factor/values", test_values);
  g_test_add_func ("/wording/factor/units", test_units);
  g_test_add_func ("/wording/factor/entered", test_entered);
  g_test_add_func ("/wording/factor/evidence", test_evidence);
  return g_test_run ();
}
