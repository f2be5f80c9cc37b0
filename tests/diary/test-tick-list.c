/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-factors.h"
#include "diary/stn-tick-list.h"

/* Places of the ticks in the catalogue. */
#define SUPPORTIVE (1 << 0)
#define BAREFOOT (1 << 3)
#define NUTS (1 << 3)

static double
value_of (const StnNight *night, const char *slug)
{
  const StnFactorValue *value = stn_night_get_value (night, slug);

  return value != NULL ? value->value : -1;
}

static void
test_answer (void)
{
  g_autoptr (StnFactor) foods = stn_factor_new_of_catalogue ("foods");
  g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 11, 22));
  gboolean is_known;

  g_assert_true (stn_tick_list_has_none (foods));
  stn_tick_list_answer (foods, night, NUTS, TRUE);
  g_assert_cmpfloat (value_of (night, "foods"), ==, 1);
  g_assert_cmpfloat (value_of (night, "foods.nuts"), ==, 1);
  g_assert_cmpfloat (value_of (night, "foods.bananas"), ==, 0);
  g_assert_cmpuint (stn_tick_list_read (foods, night, &is_known), ==, NUTS);
  g_assert_true (is_known);
  stn_tick_list_answer (foods, night, 0, TRUE);
  g_assert_cmpfloat (value_of (night, "foods"), ==, 0);
  g_assert_cmpfloat (value_of (night, "foods.nuts"), ==, 0);
  stn_tick_list_answer (foods, night, 0, FALSE);
  g_assert_cmpuint (night->values->len, ==, 0);
  g_assert_cmpuint (stn_tick_list_read (foods, night, &is_known), ==, 0);
  g_assert_false (is_known);
}

/* Shoes with support speak against "shoes without support". */
static void
test_both_ways (void)
{
  g_autoptr (StnFactor) footwear = stn_factor_new_of_catalogue ("footwear");
  g_autoptr (StnNight) night = stn_night_new (stn_date_new (2026, 11, 22));

  g_assert_false (stn_tick_list_has_none (footwear));
  stn_tick_list_answer (footwear, night, SUPPORTIVE, TRUE);
  g_assert_cmpfloat (value_of (night, "footwear"), ==, 0);
  stn_tick_list_answer (footwear, night, SUPPORTIVE | BAREFOOT, TRUE);
  g_assert_cmpfloat (value_of (night, "footwear"), ==, 1);
  g_assert_cmpfloat (value_of (night, "footwear.flat"), ==, 0);
}

static void
test_others (void)
{
  g_autoptr (StnFactor) heat = stn_factor_new_of_catalogue ("heat");
  g_autoptr (StnFactor) own = stn_factor_new ("foods", STN_FACTOR_BINARY);
  g_autoptr (GPtrArray) of_heat = stn_tick_list_get_ticks (heat);
  g_autoptr (GPtrArray) of_own = stn_tick_list_get_ticks (own);

  g_assert_null (of_heat);
  g_assert_null (of_own);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/tick-list/answer", test_answer);
  g_test_add_func ("/diary/tick-list/both-ways", test_both_ways);
  g_test_add_func ("/diary/tick-list/other-factors-have-none", test_others);
  return g_test_run ();
}
