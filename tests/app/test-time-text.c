/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-time-text.h"
#include "wording/stn-wording.h"

static void
test_read (void)
{
  static const struct {
    const char *text;
    int minute;
  } cases[] = {
    {"22:40", 1360},   {"22.40", 1360},       {"2240", 1360},  {"7", 420},
    {"07", 420},       {"730", 450},          {"7:05", 425},   {"0:00", 0},
    {"23:59", 1439},   {" 6:50 ", 410},       {"22h40", 1360}, {"10:40 pm", 1360},
    {"10:40PM", 1360}, {"10.40 p. m.", 1360}, {"7a", 420},     {"7 A.M.", 420},
    {"1240 am", 40},   {"12 pm", 720},        {"12:00 AM", 0}, {"١٠:٤٠ pm", 1360},
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
  static const char *const cases[] = {"24:00",     "22:60",   "22:4",   "abc",    ":",
                                      "22:40 Uhr", "-1",      "22::40", "22:400", "99999",
                                      "13 pm",     "0:30 am", "pm",     "10-pm",  "1a0"};

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
test_there_and_back (gconstpointer data)
{
  stn_wording_choose_hours (GPOINTER_TO_INT (data));
  for (int i = 0; i < 24 * 60; i++) {
    g_autofree char *text = stn_time_text_new (STN_KNOWN_INT (i));
    StnOptInt minute = STN_UNKNOWN_INT;

    g_assert_true (stn_time_text_parse (text, &minute));
    g_assert_cmpint (minute.value, ==, i);
  }
  stn_wording_choose_hours (STN_HOURS_OF_LOCALE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/app/time-text/as-people-type-it", test_read);
  g_test_add_func ("/app/time-text/no-time-of-day", test_refused);
  g_test_add_func ("/app/time-text/blank-is-not-known", test_blank);
  g_test_add_data_func ("/app/time-text/there-and-back/24-hours", GINT_TO_POINTER (STN_HOURS_24),
                        test_there_and_back);
  g_test_add_data_func ("/app/time-text/there-and-back/12-hours", GINT_TO_POINTER (STN_HOURS_12),
                        test_there_and_back);
  return g_test_run ();
}
