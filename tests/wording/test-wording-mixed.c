/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <glib/gi18n.h>
#include <locale.h>

/* Run by in-language: German sentences, whatever the locale of times is. */

static void
assert_names (const char *times)
{
  g_assert_nonnull (setlocale (LC_TIME, times));
  assert_words (stn_wording_date (stn_date_new (2026, 2, 3), words_today ()),
                "Dienstag, 3. Februar");
  assert_words (stn_wording_month (2026, 5), "Mai 2026");
  setlocale (LC_TIME, "");
}

static void
test_other_times (void)
{
  assert_names ("C.UTF-8");
  assert_names ("C");
}

static void
test_same_times (void)
{
  assert_names ("");
}

static void
test_half_days (void)
{
  stn_wording_choose_hours (STN_HOURS_12);
  assert_words (stn_wording_time (150), "2:30 AM");
  stn_wording_choose_hours (STN_HOURS_OF_LOCALE);
  assert_words (stn_wording_time (150), "02:30");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain ("stillnight", g_getenv ("STN_LOCALEDIR"));
  bind_textdomain_codeset ("stillnight", "UTF-8");
  textdomain ("stillnight");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/mixed/times-of-another-language", test_other_times);
  g_test_add_func ("/wording/mixed/times-of-the-same", test_same_times);
  g_test_add_func ("/wording/mixed/half-days", test_half_days);
  return g_test_run ();
}
