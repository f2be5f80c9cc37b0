/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-base-error.h"
#include "base/stn-text-number.h"

#include <math.h>

static void
test_real_texts (void)
{
  static const struct {
    const char *text;
    double value;
  } good[] = {{"0", 0}, {"-0", 0}, {"1.5", 1.5}, {"+2", 2}, {".5", .5}, {"5.", 5}, {"-1e3", -1000}};
  static const char *const bad[] = {"",   " 1", "1 ", "1,5", "0x10",  "nan", "inf", "1e999",
                                    "1e", "e5", ".",  "-",   "1.2.3", "yes", "1e+", "١"};

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    double value = 99;

    g_assert_true (stn_real_parse (good[i].text, &value, NULL));
    g_assert_cmpfloat (value, ==, good[i].value);
    g_assert_false (signbit (value) && value == 0);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    double value = 99;
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_real_parse (bad[i], &value, &error));
    g_assert_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_NUMBER);
    g_assert_cmpfloat (value, ==, 99);
  }
}

static void
test_real_round_trip (void)
{
  guint32 seed = g_test_rand_int () & 0x7fffffff;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  static const double fixed[] = {0,     1,      -1,         .1,        1. / 3,   1e15,
                                 1e300, 5e-324, 123456.789, -0.558853, 1e14 + .5};

  g_test_message ("seed %u", seed);
  for (guint i = 0; i < 20000; i++) {
    double value = i < G_N_ELEMENTS (fixed) ? fixed[i]
                                            : g_rand_double_range (rand, -1, 1) *
                                                pow (10, g_rand_int_range (rand, -9, 12));
    double again = 99;
    char text[STN_REAL_TEXT_SIZE];

    g_assert_true (stn_real_parse (stn_real_to_text (value, text), &again, NULL));
    g_assert_cmpfloat (again, ==, value);
  }
  char text[STN_REAL_TEXT_SIZE];
  g_assert_cmpstr (stn_real_to_text (.1, text), ==, "0.1");
  g_assert_cmpstr (stn_real_to_text (1500, text), ==, "1500");
}

static void
test_whole_numbers (void)
{
  static const char *const bad[] = {
    "", "11", "-1", "3.0", " 3", "3 ", "0x3", "1e1", "99999999999999999999"};
  int value = 99;

  g_assert_true (stn_int_parse ("10", 0, 10, &value, NULL));
  g_assert_cmpint (value, ==, 10);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_int_parse (bad[i], 0, 10, &value, &error));
    g_assert_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_NUMBER);
  }
  g_assert_cmpint (value, ==, 10);
}

static void
test_clock_times (void)
{
  static const char *const bad[] = {"",      "24:00",    "7:30",  "07:60",
                                    "07.30", "07:30:00", " 7:30", "0730"};
  int minute = 99;

  g_assert_true (stn_clock_time_parse ("00:00", &minute, NULL));
  g_assert_cmpint (minute, ==, 0);
  g_assert_true (stn_clock_time_parse ("23:59", &minute, NULL));
  g_assert_cmpint (minute, ==, 1439);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_clock_time_parse (bad[i], &minute, &error));
    g_assert_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_TIME);
  }
}

static void
test_durations (void)
{
  static const struct {
    const char *text;
    int seconds;
  } good[] = {{"3min", 180}, {"90s", 90}, {"0s", 0}, {"1.5min", 90}, {"1h", 3600}, {"24h", 86400}};
  static const char *const bad[] = {"",   "3",   "min",      "-3min", "3 min",
                                    "3m", "25h", "3minutes", "1e2s"};

  for (guint i = 0; i < G_N_ELEMENTS (good); i++) {
    int seconds = -1;

    g_assert_true (stn_duration_parse (good[i].text, &seconds, NULL));
    g_assert_cmpint (seconds, ==, good[i].seconds);
  }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    int seconds = -1;
    g_autoptr (GError) error = NULL;

    g_assert_false (stn_duration_parse (bad[i], &seconds, &error));
    g_assert_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_TIME);
    g_assert_cmpint (seconds, ==, -1);
  }
}

static void
test_typed (void)
{
  static const char *const cases[][2] = {
    {" 5 ", "5"}, {"5,5", "5,5"}, {"۵٫۵", "5.5"}, {"٢٢:٤٠", "22:40"},
    {"१२", "12"}, {"x", "x"},     {"", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *typed = stn_number_typed (cases[i][0]);

    g_assert_cmpstr (typed, ==, cases[i][1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/text-number/real-texts", test_real_texts);
  g_test_add_func ("/base/text-number/real-round-trip", test_real_round_trip);
  g_test_add_func ("/base/text-number/whole-numbers", test_whole_numbers);
  g_test_add_func ("/base/text-number/clock-times", test_clock_times);
  g_test_add_func ("/base/text-number/durations", test_durations);
  g_test_add_func ("/base/text-number/typed", test_typed);
  return g_test_run ();
}
