/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-time-text.h"

static void
test_read (void)
{
  static const struct {
    const char *text;
    int minute;
  } cases[] = {
    {"22:40", 1360}, {"22.40", 1360}, {"2240", 1360},  {"7", 420},
    {"07", 420},     {"730", 450},    {"7:05", 425},   {"0:00", 0},
    {"23:59", 1439}, {" 6:50 ", 410}, {"22h40", 1360},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    StnOptInt minute = STN_UNKNOWN_INT;

    g_assert_true (stn_time_text_parse (cases[i].text, &minute));
    g_assert_true (minute.known);
    g_assert_cmpint (minute.value, ==, cases[i].minute);
  }
}

static void
test_refused (void)
{
  static const char *const cases[] = {"24:00",     "22:60", "22:4",   "abc",    ":",
                                      "22:40 Uhr", "-1",    "22::40", "22:400", "99999"};

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    StnOptInt minute = STN_KNOWN_INT (7);

    g_assert_false (stn_time_text_parse (cases[i], &minute));
    g_assert_cmpint (minute.value, ==, 7);
  }
}

static void
test_blank (void)
{
  StnOptInt minute = STN_KNOWN_INT (7);
  g_autofree char *text = stn_time_text_new (STN_UNKNOWN_INT);

  g_assert_true (stn_time_text_parse ("  ", &minute));
  g_assert_false (minute.known);
  g_assert_cmpstr (text, ==, "");
}

static void
test_there_and_back (void)
{
  for (int i = 0; i < 24 * 60; i++) {
    g_autofree char *text = stn_time_text_new (STN_KNOWN_INT (i));
    StnOptInt minute = STN_UNKNOWN_INT;

    g_assert_true (stn_time_text_parse (text, &minute));
    g_assert_cmpint (minute.value, ==, i);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/time-text/as-people-type-it", test_read);
  g_test_add_func ("/app/time-text/no-time-of-day", test_refused);
  g_test_add_func ("/app/time-text/blank-is-not-known", test_blank);
  g_test_add_func ("/app/time-text/there-and-back", test_there_and_back);
  return g_test_run ();
}
