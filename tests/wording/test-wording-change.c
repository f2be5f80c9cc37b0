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
test_undone_and_redone (void)
{
  const struct {
    const char *label;
    guint n;
    const char *undone, *redone;
  } changes[] = {
    {"log-no-cramps", 1, "Undone: no cramps, night of 12 November",
     "Redone: no cramps, night of 12 November"},
    {"log-cramps", 1, "Undone: cramps, night of 12 November",
     "Redone: cramps, night of 12 November"},
    {"edit-night", 1, "Undone: change to the night of 12 November",
     "Redone: change to the night of 12 November"},
    {"delete-nights", 1, "Undone: the night of 12 November is back",
     "Redone: the night of 12 November deleted"},
    {"delete-nights", 2, "Undone: 2 nights are back", "Redone: 2 nights deleted"},
    {"import", 1, "Undone: import of 1 night", "Redone: import of 1 night"},
    {"import", 200, "Undone: import of 200 nights", "Redone: import of 200 nights"},
    {"rename-factor", 0, "Undone: the last change", "Redone: the last change"},
    {"what-is-this", 3, "Undone: changes to 3 nights", "Redone: changes to 3 nights"},
  };
  StnDate key = stn_date_new (2026, 11, 12);

  for (guint i = 0; i < G_N_ELEMENTS (changes); i++) {
    assert_words (stn_wording_undone (changes[i].label, key, changes[i].n, words_today ()),
                  changes[i].undone);
    assert_words (stn_wording_redone (changes[i].label, key, changes[i].n, words_today ()),
                  changes[i].redone);
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
  assert_words (
    stn_wording_import_summary (&counts, TRUE),
    "Nothing to import · 1 severity or duration without a number of cramps was passed over");
  counts = (StnImportCounts){.nights_new = 2, .passed_over = 3};
  assert_words (stn_wording_import_summary (&counts, TRUE),
                "Nothing is stored yet: 2 new nights · 3 severities or durations without a number "
                "of cramps were passed over");
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
  g_test_add_func ("/wording/change/undone-and-redone", test_undone_and_redone);
  g_test_add_func ("/wording/change/import", test_import);
  return g_test_run ();
}
