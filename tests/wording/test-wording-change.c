/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <locale.h>

static void
test_saved (void)
{
  StnDate today = words_today (), last = stn_date_new (2026, 11, 21),
          key = stn_date_new (2026, 11, 12);
  g_autoptr (StnNight) night = stn_night_new (key);

  assert_words (stn_wording_saved (night, last, today), "Saved: night of 12 November");
  assert_words (stn_wording_saved (night, key, today), "Saved: last night");
  night->no_cramps = TRUE;
  assert_words (stn_wording_saved (night, last, today), "Saved: no cramps, night of 12 November");
  assert_words (stn_wording_saved (night, key, today), "Saved: no cramps last night");
  g_ptr_array_add (night->episodes, stn_episode_new ());
  assert_words (stn_wording_saved (night, last, today), "Saved: 1 cramp, night of 12 November");
  assert_words (stn_wording_saved (night, key, today), "Saved: 1 cramp last night");
  g_ptr_array_add (night->episodes, stn_episode_new ());
  assert_words (stn_wording_saved (night, last, today), "Saved: 2 cramps, night of 12 November");
  assert_words (stn_wording_saved (night, key, today), "Saved: 2 cramps last night");
}

static void
test_changes (void)
{
  StnDate key = stn_date_new (2026, 11, 12);
  const struct {
    StnChangeFacts facts;
    const char *words;
  } changes[] = {
    {{"log-no-cramps", key, 1, NULL, NULL}, "no cramps, night of 12 November"},
    {{"log-cramps", key, 1, NULL, NULL}, "cramps, night of 12 November"},
    {{"edit-night", key, 1, NULL, NULL}, "change to the night of 12 November"},
    {{"delete-nights", key, 1, NULL, NULL}, "deletion of the night of 12 November"},
    {{"delete-nights", key, 2, NULL, NULL}, "deletion of 2 nights"},
    {{"restore-deleted", key, 1, NULL, NULL}, "night of 12 November brought back"},
    {{"import", key, 1, NULL, NULL}, "import of 1 night"},
    {{"import", key, 200, "Coffee", "coffee"}, "import of 200 nights"},
    {{"what-is-this", key, 3, NULL, NULL}, "changes to 3 nights"},
    {{"rename-factor", STN_NO_DATE, 0, "Coffee", "coffee"}, "new name (Coffee)"},
    {{"add-suspect", STN_NO_DATE, 0, NULL, "fluids"}, "named as a suspect (Drinks)"},
    {{"untrack-factor", STN_NO_DATE, 0, NULL, "coffee"}, "no longer tracked (coffee)"},
    {{"hide-factor", STN_NO_DATE, 0, NULL, "coffee"}, "hidden (coffee)"},
    {{"add-factor", STN_NO_DATE, 0, NULL, NULL}, "something new to track"},
    {{"what-is-this", STN_NO_DATE, 0, "Amlodipine", NULL}, "change to Amlodipine"},
    {{"add-medicine", STN_NO_DATE, 0, "Amlodipine", NULL}, "medicine added (Amlodipine)"},
    {{"delete-medicine", key, 3, "Amlodipine", NULL}, "medicine deleted (Amlodipine)"},
    {{"take-medicine", key, 1, NULL, NULL}, "how often a medicine was taken"},
    {{"set-person", STN_NO_DATE, 0, "birth-year", NULL}, "answers about you"},
    {{"restore", key, 2, "Amlodipine", NULL}, "restored from a backup"},
    {{"move-factor", STN_NO_DATE, 0, NULL, "coffee"}, "new order of the list"},
    {{"add-visit", STN_NO_DATE, 0, NULL, NULL}, "visit added"},
    {{"what-is-this", STN_NO_DATE, 0, NULL, NULL}, "the last change"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    g_autofree char *undone = g_strconcat ("Undone: ", changes[i].words, NULL);
    g_autofree char *redone = g_strconcat ("Redone: ", changes[i].words, NULL);

    assert_words (stn_wording_change (&changes[i].facts, words_today ()), changes[i].words);
    assert_words (stn_wording_undone (&changes[i].facts, words_today ()), undone);
    assert_words (stn_wording_redone (&changes[i].facts, words_today ()), redone);
  }
}

static void
test_import (void)
{
  StnImportCounts counts = {0};

  assert_words (stn_wording_import_summary (&counts, FALSE), "Nothing to import");
  counts.nights_new = 1;
  assert_words (stn_wording_import_summary (&counts, FALSE), "1 new night");
  assert_words (stn_wording_import_summary (&counts, TRUE), "Nothing is stored yet: 1 new night");
  counts = (StnImportCounts){.passed_over = 1};
  assert_words (stn_wording_import_summary (&counts, TRUE),
                "Nothing to import · 1 value of how bad or how long was passed over: no number of "
                "cramps stood beside it");
  counts = (StnImportCounts){.nights_new = 2, .passed_over = 3};
  assert_words (stn_wording_import_summary (&counts, TRUE),
                "Nothing is stored yet: 2 new nights · 3 values of how bad or how long were passed "
                "over: no number of cramps stood beside them");
  counts = (StnImportCounts){12, 3, 2, 2, 1, 1, 0};
  assert_words (
    stn_wording_import_summary (&counts, FALSE),
    "12 new nights · 3 nights filled in · 2 nights were there already · 1 value replaced · "
    "2 values differ and were kept · 1 new factor");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/change/saved", test_saved);
  g_test_add_func ("/wording/change/changes", test_changes);
  g_test_add_func ("/wording/change/import", test_import);
  return g_test_run ();
}
