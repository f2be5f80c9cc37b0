/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include <locale.h>
#include <string.h>

static StnMedicineFinding
change (StnMedicineEvent event, StnMedicineVerdict verdict)
{
  return (StnMedicineFinding){.name = (char *) "Indapamide",
                              .change = event,
                              .date = stn_date_new (2026, 5, 3),
                              .nights_before = 60,
                              .cramps_before = 12,
                              .nights_after = 70,
                              .cramps_after = 30,
                              .verdict = verdict};
}

static void
assert_change (StnMedicineFinding finding, const char *title, const char *tag, const char *note)
{
  g_autoptr (StnMedicineText) text = stn_wording_medicine_finding (&finding, words_today ());

  g_assert_cmpstr (text->title, ==, title);
  g_assert_cmpstr (text->tag, ==, tag);
  g_assert_cmpstr (text->counts, ==, "Cramps on 12 of 60 nights before, 30 of 70 since.");
  g_assert_cmpstr (text->note, ==, note);
}

static void
test_changes (void)
{
  StnMedicineFinding drifting = change (STN_MEDICINE_STOP, STN_MEDICINE_VERDICT_UNCLEAR);

  assert_change (change (STN_MEDICINE_START, STN_MEDICINE_VERDICT_WORSE),
                 "Indapamide, started 3 May", "More cramps since then", NULL);
  assert_change (change (STN_MEDICINE_DOSE, STN_MEDICINE_VERDICT_BETTER),
                 "Indapamide, dose changed 3 May", "Fewer cramps since then", NULL);
  assert_change (change (STN_MEDICINE_START, STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA),
                 "Indapamide, started 3 May", "Not enough nights yet",
                 "It takes 28 nights recorded before and 28 after, with cramps on 5 of them. No "
                 "other change of a medicine may lie between.");
  drifting.trend_adjusted = TRUE;
  assert_change (drifting, "Indapamide, stopped 3 May", "Cannot tell yet",
                 "Cramps were becoming more or less frequent anyway; this is taken into account.");
}

/* Nothing to compare: no counts. What is said with all of them is always there. */
static void
test_no_counts (void)
{
  StnMedicineFinding finding = change (STN_MEDICINE_START, STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA);
  g_autoptr (StnMedicineText) text = NULL;

  finding.nights_before = finding.cramps_before = 0;
  text = stn_wording_medicine_finding (&finding, words_today ());
  g_assert_null (text->counts);
  g_assert_nonnull (strstr (stn_wording_medicines_lead (), "whoever prescribed"));
  g_assert_nonnull (strstr (stn_wording_medicines_lead (), "never"));
}

static void
assert_relief (StnReliefFinding finding, const char *title, const char *line)
{
  g_autofree char *said = stn_wording_relief_title (&finding);
  g_autofree char *told = stn_wording_relief_finding (&finding);

  g_assert_cmpstr (said, ==, title);
  g_assert_cmpstr (told, ==, line);
}

static void
test_reliefs (void)
{
  assert_relief ((StnReliefFinding){(char *) "stretch", 24, TRUE, 2.5, 2, 4}, "Stretching",
                 "Tried in 24 cramps; half of them were over within 2 min 30 s, likely between "
                 "2 min and 4 min.");
  assert_relief ((StnReliefFinding){(char *) "pickle juice", 5, FALSE}, "Pickle juice",
                 "Tried in 5 cramps; it takes 6 to say how soon they were over.");
  assert_relief ((StnReliefFinding){(char *) "cold", 1, FALSE}, "Cold",
                 "Tried in 1 cramp; it takes 6 to say how soon it was over.");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/before-after/changes", test_changes);
  g_test_add_func ("/wording/before-after/no-counts", test_no_counts);
  g_test_add_func ("/wording/before-after/reliefs", test_reliefs);
  return g_test_run ();
}
