/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-base-error.h"
#include "base/stn-date.h"

static void
test_days_that_do_not_exist (void)
{
  static const int days[][3] = {{2026, 2, 29}, {2026, 2, 30}, {2100, 2, 29},     {2026, 4, 31},
                                {2026, 13, 1}, {2026, 0, 1},  {2026, 1, 0},      {1899, 12, 31},
                                {2200, 1, 1},  {2026, -1, 1}, {2026, 1, 256 + 1}};

  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    g_assert_false (stn_date_is_set (stn_date_new (days[i][0], days[i][1], days[i][2])));
  g_assert_true (stn_date_is_set (stn_date_new (2000, 2, 29)));
}

static void
test_text_round_trip (void)
{
  StnDate date = stn_date_new (STN_DATE_FIRST_YEAR, 1, 1);
  StnDate last = stn_date_new (STN_DATE_LAST_YEAR, 12, 31);
  guint n = 0;

  for (; stn_date_is_set (date); date = stn_date_add_days (date, 1), n++) {
    char text[STN_DATE_TEXT_SIZE];
    StnDate again = STN_NO_DATE;
    g_autoptr (GError) error = NULL;

    g_assert_true (stn_date_parse (stn_date_to_text (date, text), &again, &error));
    g_assert_no_error (error);
    g_assert_cmpint (stn_date_compare (date, again), ==, 0);
  }
  g_assert_cmpuint (n, ==, 109573); /* 300 years of 365 days and 73 leap days */
  g_assert_cmpint (stn_date_days_between (stn_date_new (1900, 1, 1), last), ==, (int) n - 1);
}

static void
test_bad_texts (void)
{
  static const char *const texts[] = {
    "",           "2026-11-2",   "2026-11-021", "2026/11/21", "21.11.2026",  "2026-02-30",
    "20261121",   " 2026-11-21", "2026-11-21 ", "today",      "２026-11-21", "+026-11-21",
    "2026-1１-21"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    StnDate date = stn_date_new (2000, 1, 1);
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_date_parse (texts[i], &date, &error));
    g_assert_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_DATE);
    if (*texts[i] != '\0')
      g_assert_nonnull (strstr (error->message, texts[i]));
    g_assert_cmpint (stn_date_days_between (stn_date_new (2000, 1, 1), date), ==, 0);
  }
}

static void
test_weekday_and_parts (void)
{
  int year, month, day;

  g_assert_cmpint (stn_date_weekday (stn_date_new (2026, 11, 22)), ==, 7); /* a Sunday */
  g_assert_cmpint (stn_date_weekday (stn_date_new (2026, 11, 23)), ==, 1);
  stn_date_split (stn_date_new (2024, 2, 29), &year, &month, &day);
  g_assert_cmpint (year, ==, 2024);
  g_assert_cmpint (month, ==, 2);
  g_assert_cmpint (day, ==, 29);
}

static void
test_adding_leaves_no_range (void)
{
  g_assert_false (stn_date_is_set (stn_date_add_days (stn_date_new (2199, 12, 31), 1)));
  g_assert_false (stn_date_is_set (stn_date_add_days (stn_date_new (1900, 1, 1), -1)));
  g_assert_false (stn_date_is_set (stn_date_add_days (stn_date_new (1900, 1, 1), G_MAXINT)));
  g_assert_false (stn_date_is_set (stn_date_add_days (stn_date_new (1900, 1, 1), G_MININT)));
  g_assert_cmpint (
    stn_date_compare (stn_date_add_days (stn_date_new (2026, 2, 28), 1), stn_date_new (2026, 3, 1)),
    ==, 0);
  g_assert_cmpint (stn_date_compare (STN_NO_DATE, stn_date_new (1900, 1, 1)), <, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/date/days-that-do-not-exist", test_days_that_do_not_exist);
  g_test_add_func ("/base/date/text-round-trip", test_text_round_trip);
  g_test_add_func ("/base/date/bad-texts", test_bad_texts);
  g_test_add_func ("/base/date/weekday-and-parts", test_weekday_and_parts);
  g_test_add_func ("/base/date/adding-leaves-no-range", test_adding_leaves_no_range);
  return g_test_run ();
}
