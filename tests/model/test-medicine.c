/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-medicine.h"
#include "model/stn-model-error.h"

/* "start 2026-05-01 2.5 mg; dose 2026-06-01 5 mg; stop 2026-07-01"; "?" is a date that is not known. */
static StnMedicine *
medicine_of (const char *history)
{
  StnMedicine *medicine = stn_medicine_new ("Indapamide");
  g_auto (GStrv) steps = g_strsplit (history, "; ", -1);

  for (guint i = 0; steps[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (steps[i], " ", 3);
    StnMedicineEvent event = 0;
    StnDate date = STN_NO_DATE;

    g_assert_true (stn_medicine_event_parse (words[0], &event, NULL));
    if (!g_str_equal (words[1], "?"))
      g_assert_true (stn_date_parse (words[1], &date, NULL));
    g_ptr_array_add (medicine->changes, stn_medicine_change_new (event, date, words[2]));
  }
  return medicine;
}

static StnDate
date_of (const char *text)
{
  StnDate date = STN_NO_DATE;

  g_assert_true (stn_date_parse (text, &date, NULL));
  return date;
}

static void
test_histories (void)
{
  static const struct {
    const char *history;
    const char *problem; /* NULL: it can be */
  } rows[] = {
    {"start 2026-05-01", NULL},
    {"start ?", NULL},
    {"start ?; stop 2026-05-01", NULL},
    {"start 2026-05-01; dose 2026-05-02; stop 2026-05-03; start 2026-05-04", NULL},
    {"stop 2026-05-01", "not taken then"},
    {"dose 2026-05-01", "not taken then"},
    {"start 2026-05-01; start 2026-06-01", "since 2026-05-01 already"},
    {"start ?; start 2026-06-01", "taken already"},
    {"start 2026-05-01; stop 2026-05-01", "on 2026-05-01 already"},
    {"start 2026-05-01; stop 2026-06-01; stop 2026-07-01", "not taken then"},
    {"start 2026-05-01; stop 2026-06-01; dose 2026-07-01", "not taken then"},
    {"start 2026-05-01; stop ?", "a stop needs a date"},
    {"start 2026-05-01; dose ?", "a change of the dose needs a date"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnMedicine) medicine = medicine_of (rows[i].history);
    g_autoptr (GError) error = NULL;

    g_assert_cmpint (stn_medicine_validate (medicine, &error), ==, rows[i].problem == NULL);
    if (rows[i].problem != NULL) {
      g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_HISTORY);
      g_assert_nonnull (strstr (error->message, "Indapamide"));
      if (strstr (error->message, rows[i].problem) == NULL)
        g_error ("%s: %s", rows[i].history, error->message);
    }
  }
}

static void
test_stop_before_start (void)
{
  g_autoptr (StnMedicine) medicine = medicine_of ("start 2026-05-01");
  g_autoptr (GError) error = NULL;

  g_assert_false (stn_medicine_add_change (
    medicine, stn_medicine_change_new (STN_MEDICINE_STOP, date_of ("2026-04-30"), NULL), &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_HISTORY);
  /* As it was. */
  g_assert_cmpuint (medicine->changes->len, ==, 1);
  g_assert_true (stn_medicine_validate (medicine, NULL));
}

static void
test_taken (void)
{
  static const struct {
    const char *history;
    const char *date;
    StnAnswer taken;
    const char *dose;
  } rows[] = {
    {"start 2026-05-01 5 mg", "2026-04-30", STN_ANSWER_NO, NULL},
    {"start 2026-05-01 5 mg", "2026-05-01", STN_ANSWER_YES, "5 mg"},
    {"start 2026-05-01 5 mg; stop 2026-06-01", "2026-05-31", STN_ANSWER_YES, "5 mg"},
    {"start 2026-05-01 5 mg; stop 2026-06-01", "2026-06-01", STN_ANSWER_NO, NULL},
    {"start 2026-05-01 5 mg; dose 2026-06-01 7 mg", "2026-05-31", STN_ANSWER_YES, "5 mg"},
    {"start 2026-05-01 5 mg; dose 2026-06-01 7 mg", "2026-06-01", STN_ANSWER_YES, "7 mg"},
    {"start 2026-05-01 5 mg; stop 2026-06-01; start 2026-07-01", "2026-07-01", STN_ANSWER_YES,
     NULL},
    {"start ? 5 mg", "1950-01-01", STN_ANSWER_YES, "5 mg"},
    {"start ?; stop 2026-06-01", "2026-06-01", STN_ANSWER_NO, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnMedicine) medicine = medicine_of (rows[i].history);
    StnDate date = date_of (rows[i].date);

    g_assert_cmpint (stn_medicine_is_taken_on (medicine, date), ==, rows[i].taken);
    g_assert_cmpstr (stn_medicine_get_dose_on (medicine, date), ==, rows[i].dose);
  }
}

static void
test_as_needed (void)
{
  g_autoptr (StnMedicine) medicine = medicine_of ("start 2026-05-01; stop 2026-06-01");
  g_autoptr (GError) error = NULL;
  StnDate day = date_of ("2026-05-10");

  medicine->as_needed = TRUE;
  g_assert_cmpint (stn_medicine_is_taken_on (medicine, day), ==, STN_ANSWER_UNKNOWN);
  stn_medicine_set_intake (medicine, day, STN_KNOWN_INT (0));
  g_assert_cmpint (stn_medicine_is_taken_on (medicine, day), ==, STN_ANSWER_NO);
  stn_medicine_set_intake (medicine, day, STN_KNOWN_INT (2));
  stn_medicine_set_intake (medicine, date_of ("2026-05-09"), STN_KNOWN_INT (1));
  g_assert_cmpint (stn_medicine_is_taken_on (medicine, day), ==, STN_ANSWER_YES);
  g_assert_cmpint (stn_medicine_get_intake (medicine, day).value, ==, 2);
  g_assert_true (stn_medicine_validate (medicine, &error));
  stn_medicine_set_intake (medicine, day, STN_UNKNOWN_INT);
  g_assert_cmpint (stn_medicine_is_taken_on (medicine, day), ==, STN_ANSWER_UNKNOWN);
  g_assert_cmpint (stn_medicine_is_taken_on (medicine, date_of ("2026-06-02")), ==, STN_ANSWER_NO);
  stn_medicine_set_intake (medicine, day, STN_KNOWN_INT (STN_INTAKES_MAX + 1));
  g_assert_false (stn_medicine_validate (medicine, &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE);
}

/* Clinical 3, T12: 0 to 84 days after a start or raise. */
static void
test_new (void)
{
  static const struct {
    const char *history;
    const char *date;
    StnAnswer is_new;
  } rows[] = {
    {"start 2026-05-01", "2026-04-30", STN_ANSWER_NO},
    {"start 2026-05-01", "2026-05-01", STN_ANSWER_YES},
    {"start 2026-05-01", "2026-07-23", STN_ANSWER_YES}, /* day 83 after it */
    {"start 2026-05-01", "2026-07-24", STN_ANSWER_NO},
    {"start ?", "2026-07-24", STN_ANSWER_UNKNOWN},
    {"start 2026-01-01 1 mg; dose 2026-07-01 2 mg", "2026-07-02", STN_ANSWER_UNKNOWN},
    {"start 2026-05-01; stop 2026-05-10", "2026-05-10", STN_ANSWER_NO},
    {"start ?; stop 2026-01-01; start 2026-03-01", "2026-11-01", STN_ANSWER_NO},
    {"start ?; stop 2026-10-01; start 2026-10-03", "2026-11-01", STN_ANSWER_YES},
  };
  g_autoptr (StnMedicine) medicine = medicine_of ("start 2026-01-01 1 mg");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnMedicine) row = medicine_of (rows[i].history);

    g_assert_cmpint (stn_medicine_is_new_on (row, date_of (rows[i].date), 84), ==, rows[i].is_new);
  }
  /* A direction is read from the doses. */
  g_assert_true (stn_medicine_add_change (
    medicine, stn_medicine_change_new (STN_MEDICINE_DOSE, date_of ("2026-06-01"), "2 mg"), NULL));
  g_assert_true (stn_medicine_add_change (
    medicine, stn_medicine_change_new (STN_MEDICINE_DOSE, date_of ("2026-11-01"), "1 mg"), NULL));
  g_assert_cmpint (stn_medicine_is_new_on (medicine, date_of ("2026-06-02"), 84), ==,
                   STN_ANSWER_YES);
  g_assert_cmpint (stn_medicine_is_new_on (medicine, date_of ("2026-11-02"), 84), ==,
                   STN_ANSWER_NO);
}

static void
test_doses (void)
{
  static const struct {
    const char *before;
    const char *after;
    StnDoseChange change;
  } rows[] = {
    {"1.5 mg", "2.5 mg", STN_DOSE_CHANGE_RAISED},
    {"2,5 mg", "1,25 mg", STN_DOSE_CHANGE_LOWERED},
    {" 10mg", "20 mg", STN_DOSE_CHANGE_RAISED},
    {"10 mg", "10.0 mg", STN_DOSE_CHANGE_UNKNOWN},
    {"500 mg", "1 g", STN_DOSE_CHANGE_UNKNOWN},
    {"one", "two", STN_DOSE_CHANGE_UNKNOWN},
    {NULL, "2 mg", STN_DOSE_CHANGE_UNKNOWN},
    {"2 mg", NULL, STN_DOSE_CHANGE_UNKNOWN},
    {"-1 mg", "2 mg", STN_DOSE_CHANGE_UNKNOWN},
    {"", "2 mg", STN_DOSE_CHANGE_UNKNOWN},
    {"1 tablet", "2 tablet", STN_DOSE_CHANGE_RAISED},
    {"nan", "inf", STN_DOSE_CHANGE_UNKNOWN},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (stn_dose_compare (rows[i].before, rows[i].after), ==, rows[i].change);
}

static void
test_copy (void)
{
  g_autoptr (StnMedicine) medicine = medicine_of ("start 2026-05-01 5 mg; dose 2026-06-01 7 mg");
  g_autoptr (StnMedicine) copy = NULL;

  medicine->as_needed = TRUE;
  stn_medicine_set_intake (medicine, date_of ("2026-05-03"), STN_KNOWN_INT (3));
  copy = stn_medicine_copy (medicine);
  stn_medicine_set_intake (medicine, date_of ("2026-05-03"), STN_KNOWN_INT (4));
  g_ptr_array_set_size (medicine->changes, 0);
  g_assert_cmpint (stn_medicine_get_intake (copy, date_of ("2026-05-03")).value, ==, 3);
  g_assert_cmpstr (stn_medicine_get_last_change (copy)->dose, ==, "7 mg");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/medicine/histories", test_histories);
  g_test_add_func ("/model/medicine/stop-before-start", test_stop_before_start);
  g_test_add_func ("/model/medicine/taken", test_taken);
  g_test_add_func ("/model/medicine/as-needed", test_as_needed);
  g_test_add_func ("/model/medicine/new", test_new);
  g_test_add_func ("/model/medicine/doses", test_doses);
  g_test_add_func ("/model/medicine/copy", test_copy);
  return g_test_run ();
}
