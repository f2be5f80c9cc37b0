/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-date-text.h"
#include "present/stn-trend-range.h"

#include <locale.h>

#define FIRST stn_date_new (2024, 1, 1)
#define LAST stn_date_new (2026, 11, 21)

static void
count_cb (guint *count)
{
  (*count)++;
}

static StnTrendRange *
new_range (void)
{
  StnTrendRange *range = stn_trend_range_new ();

  stn_trend_range_set_limits (range, FIRST, LAST);
  return range;
}

static void
assert_range (StnTrendRange *range, const char *from, const char *to)
{
  char text[STN_DATE_TEXT_SIZE];

  g_assert_cmpstr (stn_date_to_text (stn_trend_range_get_from (range), text), ==, from);
  g_assert_cmpstr (stn_date_to_text (stn_trend_range_get_to (range), text), ==, to);
}

/* A year at first; what is asked for, as far as there are nights. */
static void
test_days (void)
{
  g_autoptr (StnTrendRange) range = new_range ();
  guint changes = 0;

  assert_range (range, "2025-11-22", "2026-11-21");
  g_signal_connect_swapped (range, "changed", G_CALLBACK (count_cb), &changes);
  stn_trend_range_set_days (range, 30);
  assert_range (range, "2026-10-23", "2026-11-21");
  stn_trend_range_set_days (range, 30);
  g_assert_cmpuint (changes, ==, 1);
  stn_trend_range_set_days (range, 0);
  assert_range (range, "2024-01-01", "2026-11-21");
  g_assert_false (stn_trend_range_can_zoom_out (range));
  stn_trend_range_set_custom (range, stn_date_new (2020, 1, 1), stn_date_new (2030, 1, 1));
  assert_range (range, "2024-01-01", "2026-11-21");
  g_assert_cmpint (stn_trend_range_get_days (range), ==, STN_TREND_RANGE_CUSTOM);
}

/* The days go with the last night; what was chosen by dates stays. */
static void
test_limits (void)
{
  g_autoptr (StnTrendRange) range = new_range ();

  stn_trend_range_set_days (range, 30);
  stn_trend_range_set_limits (range, FIRST, stn_date_add_days (LAST, 1));
  assert_range (range, "2026-10-24", "2026-11-22");
  stn_trend_range_set_custom (range, stn_date_new (2026, 1, 1), stn_date_new (2026, 2, 1));
  stn_trend_range_set_limits (range, FIRST, stn_date_add_days (LAST, 2));
  assert_range (range, "2026-01-01", "2026-02-01");
  stn_trend_range_set_limits (range, STN_NO_DATE, LAST);
  assert_range (range, "2026-11-21", "2026-11-21");
}

/* A half and twice as many, around one night; back to what was chosen. */
static void
test_zoom (void)
{
  g_autoptr (StnTrendRange) range = new_range ();

  stn_trend_range_set_days (range, 100);
  stn_trend_range_zoom (range, .5, stn_trend_range_get_to (range));
  g_assert_cmpint (stn_trend_range_count (range), ==, 50);
  assert_range (range, "2026-10-03", "2026-11-21");
  stn_trend_range_zoom (range, 2, stn_trend_range_get_to (range));
  g_assert_cmpint (stn_trend_range_count (range), ==, 100);
  for (int i = 0; i < 20; i++)
    stn_trend_range_zoom (range, .5, stn_trend_range_get_from (range));
  g_assert_cmpint (stn_trend_range_count (range), ==, STN_TREND_RANGE_SHORTEST);
  g_assert_false (stn_trend_range_can_zoom_in (range));
  stn_trend_range_reset (range);
  g_assert_cmpint (stn_trend_range_get_days (range), ==, 100);
  assert_range (range, "2026-08-14", "2026-11-21");
}

static void
test_move (void)
{
  g_autoptr (StnTrendRange) range = new_range ();

  stn_trend_range_set_days (range, 30);
  stn_trend_range_move (range, -10);
  assert_range (range, "2026-10-13", "2026-11-11");
  stn_trend_range_move (range, 1000);
  assert_range (range, "2026-10-23", "2026-11-21");
  stn_trend_range_move (range, -100000);
  assert_range (range, "2024-01-01", "2024-01-30");
}

/* Whatever is done: within the limits, in order, and moving keeps the number of nights. */
static void
test_any (void)
{
  guint32 seed = g_test_rand_int () & 0x7fffffff;
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (StnTrendRange) range = new_range ();

  g_test_message ("seed %u", seed);
  for (int i = 0; i < 20000; i++) {
    int before = stn_trend_range_count (range);
    StnDate around = stn_date_add_days (FIRST, g_rand_int_range (random, -50, 1100));

    switch (g_rand_int_range (random, 0, 4)) {
    case 0:
      stn_trend_range_zoom (range, g_rand_double_range (random, .1, 10), around);
      break;
    case 1:
      stn_trend_range_move (range, g_rand_int_range (random, -400, 400));
      g_assert_cmpint (stn_trend_range_count (range), ==, before);
      break;
    case 2:
      stn_trend_range_set_days (range, g_rand_int_range (random, 0, 2000));
      break;
    default:
      stn_trend_range_set_custom (range, around,
                                  stn_date_add_days (around, g_rand_int_range (random, 0, 900)));
    }
    g_assert_cmpint (stn_date_compare (stn_trend_range_get_from (range), FIRST), >=, 0);
    g_assert_cmpint (stn_date_compare (stn_trend_range_get_to (range), LAST), <=, 0);
    g_assert_cmpint (stn_trend_range_count (range), >=, 1);
  }
}

static void
assert_date (const char *text, const char *answer)
{
  char iso[STN_DATE_TEXT_SIZE];
  StnDate date = STN_NO_DATE;

  g_assert_true (stn_date_text_parse (text, &date) == (answer != NULL));
  g_assert_cmpstr (stn_date_to_text (date, iso), ==, answer != NULL ? answer : "");
}

static void
test_date_text (void)
{
  assert_date ("2026-05-01", "2026-05-01");
  assert_date ("  1 May 2026 ", "2026-05-01");
  assert_date ("May 1, 2026", "2026-05-01");
  assert_date ("", NULL);
  assert_date ("May", NULL);
  assert_date ("1 May", NULL);
  assert_date ("1 May 26", NULL);
  assert_date ("2026-02-30", NULL);
  assert_date ("0001-01-01", NULL);
  assert_date ("31 February 2026", NULL);
  assert_date ("yesterday 2026", NULL);
  for (int day = 0; day < 800; day++) {
    StnDate date = stn_date_add_days (FIRST, day), back;
    g_autofree char *text = stn_date_text_new (date);

    g_assert_true (stn_date_text_parse (text, &back));
    g_assert_cmpint (stn_date_compare (back, date), ==, 0);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/present/trend-range/days", test_days);
  g_test_add_func ("/present/trend-range/limits", test_limits);
  g_test_add_func ("/present/trend-range/zoom", test_zoom);
  g_test_add_func ("/present/trend-range/move", test_move);
  g_test_add_func ("/present/trend-range/any", test_any);
  g_test_add_func ("/present/date-text/as-typed", test_date_text);
  return g_test_run ();
}
