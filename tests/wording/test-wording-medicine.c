/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include "wording/stn-wording-medicine.h"

#include <locale.h>

static StnMedicine *
taken_since (const char *name, StnDate since, const char *dose)
{
  StnMedicine *medicine = stn_medicine_new (name);

  g_ptr_array_add (medicine->changes, stn_medicine_change_new (STN_MEDICINE_START, since, dose));
  return medicine;
}

static void
change (StnMedicine *medicine, StnMedicineEvent event, StnDate date, const char *dose)
{
  g_assert_true (
    stn_medicine_add_change (medicine, stn_medicine_change_new (event, date, dose), NULL));
}

static void
test_status (void)
{
  StnDate today = words_today ();
  g_autoptr (StnMedicine) medicine = taken_since ("Indapamide", STN_NO_DATE, "1.5 mg");

  assert_words (stn_wording_medicine_status (medicine, today), "Since when is not known");
  assert_words (stn_wording_medicine_usage (medicine, today), "1.5 mg");
  medicine->schedule = g_strdup ("one in the morning");
  change (medicine, STN_MEDICINE_DOSE, stn_date_new (2026, 10, 26), "2.5 mg");
  assert_words (stn_wording_medicine_status (medicine, today), "Dose raised 26 October");
  assert_words (stn_wording_medicine_usage (medicine, today), "2.5 mg, one in the morning");
  change (medicine, STN_MEDICINE_DOSE, stn_date_new (2026, 10, 30), "half a tablet");
  assert_words (stn_wording_medicine_status (medicine, today), "Dose changed 30 October");
  change (medicine, STN_MEDICINE_STOP, stn_date_new (2026, 11, 3), NULL);
  assert_words (stn_wording_medicine_status (medicine, today), "Stopped 3 November");
  assert_words (stn_wording_medicine_usage (medicine, today), "One in the morning");
  change (medicine, STN_MEDICINE_START, stn_date_new (2026, 11, 20), NULL);
  assert_words (stn_wording_medicine_status (medicine, today), "Since 20 November");
}

static void
test_usage_of_as_needed (void)
{
  g_autoptr (StnMedicine) medicine = taken_since ("Salbutamol", STN_NO_DATE, NULL);

  g_assert_null (stn_wording_medicine_usage (medicine, words_today ()));
  medicine->as_needed = TRUE;
  assert_words (stn_wording_medicine_usage (medicine, words_today ()), "When needed");
}

static void
test_line (void)
{
  g_autoptr (GPtrArray) medicines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_medicine_free);
  StnMedicine *past = taken_since ("Quinine", stn_date_new (2025, 1, 1), NULL);
  StnMedicine *indapamide = taken_since ("Indapamide", stn_date_new (2020, 3, 1), "1.5 mg");
  StnMedicine *salbutamol = taken_since ("Salbutamol", STN_NO_DATE, NULL);

  g_assert_null (stn_wording_medicines_line (medicines, words_today ()));
  change (past, STN_MEDICINE_STOP, stn_date_new (2025, 2, 1), NULL);
  change (indapamide, STN_MEDICINE_DOSE, stn_date_new (2026, 10, 26), "2.5 mg");
  salbutamol->as_needed = TRUE;
  g_ptr_array_add (medicines, salbutamol);
  g_ptr_array_add (medicines, past);
  g_ptr_array_add (medicines, taken_since ("Atorvastatin", stn_date_new (2018, 5, 1), NULL));
  g_ptr_array_add (medicines, indapamide);
  assert_words (stn_wording_medicines_line (medicines, words_today ()),
                "Indapamide (dose raised 26 October), Atorvastatin, Salbutamol when needed");
}

static void
test_conditions (void)
{
  g_autoptr (StnPersonCondition) known = stn_person_condition_new ("diabetes-2", NULL);
  g_autoptr (StnPersonCondition) later = stn_person_condition_new ("of-a-newer-version", NULL);
  g_autoptr (StnPersonCondition) own = stn_person_condition_new (NULL, "Flat feet");
  StnDate today = words_today ();

  g_assert_cmpstr (stn_wording_condition_name (known), ==, "Type 2 diabetes");
  g_assert_cmpstr (stn_wording_condition_name (later), ==, "of-a-newer-version");
  g_assert_cmpstr (stn_wording_condition_name (own), ==, "Flat feet");
  assert_words (stn_wording_condition_dates (own, today), "Since when is not known");
  own->until = stn_date_new (2026, 5, 1);
  assert_words (stn_wording_condition_dates (own, today), "Until 1 May");
  own->since = stn_date_new (2019, 5, 1);
  assert_words (stn_wording_condition_dates (own, today), "1 May 2019 to 1 May");
  own->until = STN_NO_DATE;
  assert_words (stn_wording_condition_dates (own, today), "Since 1 May 2019");
}

/* Every class says what is known, on what grounds, and what to ask whom. */
static void
test_known (void)
{
  const StnMedicineClass *const *classes =
    stn_knowledge_list_medicine_classes (stn_knowledge_get ());

  for (guint i = 0; classes[i] != NULL; i++) {
    g_autoptr (StnKnownText) text = stn_wording_known_of_class (classes[i]);

    g_assert_true (*text->name != '\0' && *text->grade != '\0' && *text->evidence != '\0');
    g_assert_true (*text->sources != '\0' && *text->ask != '\0');
  }
  g_assert_cmpuint (g_strv_length ((char **) classes), >, 30);
}

static void
test_visits (void)
{
  g_autoptr (StnVisit) visit = stn_visit_new (stn_date_new (2026, 5, 12));

  assert_words (stn_wording_visit_title (visit, words_today ()), "12 May");
  g_assert_null (stn_wording_visit_line (visit));
  visit->whom = g_strdup ("Dr Haugen");
  visit->said = g_strdup ("stretch at bedtime,\ncome back if it gets worse");
  visit->changed = g_strdup ("nothing");
  assert_words (stn_wording_visit_title (visit, words_today ()), "12 May, Dr Haugen");
  assert_words (stn_wording_visit_line (visit),
                "Said: stretch at bedtime, come back if it gets worse · Changed: nothing");
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wording/medicine/status", test_status);
  g_test_add_func ("/wording/medicine/usage-of-as-needed", test_usage_of_as_needed);
  g_test_add_func ("/wording/medicine/line", test_line);
  g_test_add_func ("/wording/medicine/conditions", test_conditions);
  g_test_add_func ("/wording/medicine/known", test_known);
  g_test_add_func ("/wording/medicine/visits", test_visits);
  return g_test_run ();
}
