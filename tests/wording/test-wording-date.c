/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <locale.h>

static void
test_date (void)
{
  assert_words (stn_wording_date (stn_date_new (2026, 11, 21), words_today ()),
                "Saturday 21 November");
  assert_words (stn_wording_date (stn_date_new (2025, 11, 1), words_today ()),
                "Saturday 1 November 2025");
  assert_words (stn_wording_date (stn_date_new (2026, 11, 21), STN_NO_DATE),
                "Saturday 21 November 2026");
  assert_words (stn_wording_date_brief (stn_date_new (2026, 3, 3), words_today ()), "3 March");
  assert_words (stn_wording_date_brief (stn_date_new (2024, 2, 29), words_today ()),
                "29 February 2024");
  assert_words (stn_wording_month (2026, 11), "November 2026");
}

static void
test_time (void)
{
  assert_words (stn_wording_time (0), "00:00");
  assert_words (stn_wording_time (150), "02:30");
  assert_words (stn_wording_time (1439), "23:59");
}

static void
test_half_days (void)
{
  stn_wording_choose_hours (STN_HOURS_12);
  assert_words (stn_wording_time (0), "12:00 AM");
  assert_words (stn_wording_time (150), "2:30 AM");
  assert_words (stn_wording_time (720), "12:00 PM");
  assert_words (stn_wording_time (1439), "11:59 PM");
  assert_words (stn_wording_hour (22), "10 PM");
  stn_wording_choose_hours (STN_HOURS_OF_LOCALE);
  assert_words (stn_wording_hour (22), "22");
}

/* What the morning says again is not said of the evening. */
static void
test_night (void)
{
  const struct {
    int year, month, day;
    const char *whole, *brief;
  } nights[] = {
    {2026, 11, 21, "Night of Saturday 21 to Sunday 22 November", "Sat 21 to Sun 22 November"},
    {2026, 11, 12, "Night of Thursday 12 to Friday 13 November", "Thu 12 to Fri 13 November"},
    {2026, 10, 31, "Night of Saturday 31 October to Sunday 1 November",
     "Sat 31 October to Sun 1 November"},
    {2025, 11, 12, "Night of Wednesday 12 to Thursday 13 November 2025",
     "Wed 12 to Thu 13 November 2025"},
    {2025, 12, 31, "Night of Wednesday 31 December 2025 to Thursday 1 January 2026",
     "Wed 31 December 2025 to Thu 1 January 2026"},
    {2024, 2, 28, "Night of Wednesday 28 to Thursday 29 February 2024",
     "Wed 28 to Thu 29 February 2024"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (nights); i++) {
    StnDate key = stn_date_new (nights[i].year, nights[i].month, nights[i].day);

    assert_words (stn_wording_night (key, words_today ()), nights[i].whole);
    assert_words (stn_wording_night_short (key, words_today ()), nights[i].brief);
  }
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/date/year-only-when-another", test_date);
  g_test_add_func ("/wording/date/time-of-day", test_time);
  g_test_add_func ("/wording/date/time-of-half-a-day", test_half_days);
  g_test_add_func ("/wording/date/night-spans-do-not-repeat", test_night);
  return g_test_run ();
}
