/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-model-error.h"
#include "model/stn-person-condition.h"
#include "model/stn-person.h"
#include "model/stn-visit.h"

static StnDate
date_of (const char *text)
{
  StnDate date = STN_NO_DATE;

  if (text != NULL)
    g_assert_true (stn_date_parse (text, &date, NULL));
  return date;
}

static void
test_birth_years (void)
{
  static const struct {
    int year;
    gboolean fits;
  } rows[] = {{2026, TRUE}, {2027, FALSE}, {1906, TRUE}, {1905, FALSE}, {1951, TRUE}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnPerson) person = stn_person_new ();
    g_autoptr (GError) error = NULL;

    person->birth_year = STN_KNOWN_INT (rows[i].year);
    g_assert_cmpint (stn_person_validate (person, date_of ("2026-11-22"), &error), ==,
                     rows[i].fits);
    if (!rows[i].fits)
      g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_OUT_OF_RANGE);
  }
}

static void
test_ages (void)
{
  g_autoptr (StnPerson) person = stn_person_new ();
  StnDate today = date_of ("2026-11-22");

  g_assert_cmpint (stn_person_is_under_age (person, 18, today), ==, STN_ANSWER_UNKNOWN);
  person->birth_year = STN_KNOWN_INT (2009);
  g_assert_cmpint (stn_person_is_under_age (person, 18, today), ==, STN_ANSWER_YES);
  person->birth_year = STN_KNOWN_INT (2008);
  g_assert_cmpint (stn_person_is_under_age (person, 18, today), ==, STN_ANSWER_UNKNOWN);
  person->birth_year = STN_KNOWN_INT (2007);
  g_assert_cmpint (stn_person_is_under_age (person, 18, today), ==, STN_ANSWER_NO);
}

static void
test_numbers_to_call (void)
{
  static const struct {
    const char *number;
    gboolean fits;
  } rows[] = {
    {"112", TRUE}, {"+49 30 (0) 112-0", TRUE}, {"*#06#", TRUE},  {"1", FALSE},
    {"", FALSE},   {"call me", FALSE},         {"112\n", FALSE}, {"123456789012345678901", FALSE}};

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnPerson) person = stn_person_new ();

    person->emergency_number = g_strdup (rows[i].number);
    g_assert_cmpint (stn_person_validate (person, date_of ("2026-11-22"), NULL), ==, rows[i].fits);
  }
}

static StnPersonCondition *
condition_of (const char *id, const char *since, const char *until)
{
  StnPersonCondition *condition = stn_person_condition_new (id, NULL);

  condition->since = date_of (since);
  condition->until = date_of (until);
  return condition;
}

static void
test_condition_dates (void)
{
  g_autoptr (StnPersonCondition) turned = condition_of ("anaemia", "2026-05-02", "2026-05-01");
  g_autoptr (StnPersonCondition) empty = condition_of ("anaemia", "2026-05-01", "2026-05-01");
  g_autoptr (StnPersonCondition) past = condition_of ("anaemia", NULL, "2026-05-01");
  g_autoptr (StnPersonCondition) now = condition_of ("anaemia", "2026-05-01", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (stn_person_condition_validate (turned, &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_HISTORY);
  g_assert_false (stn_person_condition_validate (empty, NULL));
  g_assert_true (stn_person_condition_validate (past, NULL));
  g_assert_true (stn_person_condition_holds_on (past, date_of ("1950-01-01")));
  g_assert_false (stn_person_condition_holds_on (past, date_of ("2026-05-01")));
  g_assert_true (stn_person_condition_holds_on (now, date_of ("2026-05-01")));
  g_assert_false (stn_person_condition_holds_on (now, date_of ("2026-04-30")));
  g_assert_false (stn_person_condition_overlaps (past, now));
  g_assert_false (stn_person_condition_overlaps (now, past));
  now->since = date_of ("2026-04-30");
  g_assert_true (stn_person_condition_overlaps (past, now));
  g_assert_true (stn_person_condition_overlaps (now, past));
}

static void
test_same_conditions (void)
{
  g_autoptr (StnPersonCondition) a = stn_person_condition_new (NULL, "Flat feet");
  g_autoptr (StnPersonCondition) b = stn_person_condition_new (NULL, "flat FEET");
  g_autoptr (StnPersonCondition) c = stn_person_condition_new ("anaemia", NULL);
  g_autoptr (StnPersonCondition) d = stn_person_condition_new ("anaemia", NULL);
  g_autoptr (StnPersonCondition) e = stn_person_condition_new (NULL, "anaemia");

  g_assert_true (stn_person_condition_is_same (a, b));
  g_assert_true (stn_person_condition_is_same (c, d));
  g_assert_false (stn_person_condition_is_same (c, e));
  g_assert_false (stn_person_condition_is_same (e, c));
}

static void
test_pregnancy (void)
{
  g_autoptr (StnPerson) person = stn_person_new ();
  g_autoptr (GPtrArray) conditions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_person_condition_free);
  StnDate day = date_of ("2026-06-11");

  g_assert_cmpint (stn_person_is_pregnant_on (person, conditions, day), ==, STN_ANSWER_UNKNOWN);
  person->not_pregnant_on = day;
  g_assert_cmpint (stn_person_is_pregnant_on (person, conditions, day), ==, STN_ANSWER_NO);
  g_assert_cmpint (stn_person_is_pregnant_on (person, conditions, date_of ("2026-06-10")), ==,
                   STN_ANSWER_UNKNOWN);
  g_ptr_array_add (conditions, condition_of (STN_CONDITION_PREGNANCY, "2026-03-12", NULL));
  g_assert_cmpint (stn_person_is_pregnant_on (person, conditions, day), ==, STN_ANSWER_YES);
  /* The 13th week is complete after 91 days. */
  g_assert_cmpint (stn_person_conditions_get_pregnancy_week (conditions, day).value, ==, 13);
  g_assert_cmpint (
    stn_person_conditions_get_pregnancy_week (conditions, date_of ("2026-06-10")).value, ==, 12);
  g_assert_false (
    stn_person_conditions_get_pregnancy_week (conditions, date_of ("2026-03-11")).known);
}

static void
test_visits (void)
{
  g_autoptr (StnVisit) visit = stn_visit_new (date_of ("2026-05-12"));
  g_autoptr (StnQuestion) question = stn_question_new ("two\nlines");
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_visit_validate (visit, NULL));
  visit->said = g_strdup ("Stretch at bedtime.\nCome back if it gets worse.");
  g_assert_true (stn_visit_validate (visit, NULL));
  visit->whom = g_strdup (" ");
  g_assert_false (stn_visit_validate (visit, &error));
  g_assert_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME);
  g_assert_false (stn_question_validate (question, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/person/birth-years", test_birth_years);
  g_test_add_func ("/model/person/ages", test_ages);
  g_test_add_func ("/model/person/numbers-to-call", test_numbers_to_call);
  g_test_add_func ("/model/person/condition-dates", test_condition_dates);
  g_test_add_func ("/model/person/same-conditions", test_same_conditions);
  g_test_add_func ("/model/person/pregnancy", test_pregnancy);
  g_test_add_func ("/model/person/visits", test_visits);
  return g_test_run ();
}
