/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-visits.h"
#include "store/stn-verify.h"

/* Medicines, conditions, the person and visits, through the diary and back. */

static void
assert_verifies (DiaryFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_store_verify (self->path, self->clock, NULL, &error));
  g_assert_no_error (error);
}

static StnDate
date_of (const char *text)
{
  StnDate date = STN_NO_DATE;

  g_assert_true (stn_date_parse (text, &date, NULL));
  return date;
}

static void
add_medicine (StnDiary *diary, const char *name, const char *start, gboolean as_needed)
{
  g_autoptr (StnMedicine) medicine = stn_medicine_new (name);
  g_autoptr (GError) error = NULL;
  gint64 group = 0;

  medicine->as_needed = as_needed;
  medicine->class_id = g_strdup ("thiazides");
  medicine->schedule = g_strdup ("mornings");
  g_ptr_array_add (medicine->changes,
                   stn_medicine_change_new (STN_MEDICINE_START, date_of (start), "2.5 mg"));
  stn_diary_add_medicine (diary, medicine, &group, &error);
  g_assert_no_error (error);
  g_assert_cmpint (group, >, 0);
}

static StnMedicine *
get_medicine (StnDiary *diary, const char *name)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (diary, NULL);

  return stn_medicine_copy (stn_diary_find_medicine (medicines, name, NULL));
}

static void
change (
  StnDiary *diary, const char *name, StnMedicineEvent event, const char *date, const char *dose)
{
  g_autoptr (GError) error = NULL;

  stn_diary_change_medicine (diary, name, stn_medicine_change_new (event, date_of (date), dose),
                             NULL, &error);
  g_assert_no_error (error);
}

static void
test_medicine_history (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnDiary) again = NULL;
  g_autoptr (StnMedicine) medicine = NULL;
  const StnMedicineChange *last;

  add_medicine (self->diary, "Indapamide", "2026-05-01", FALSE);
  change (self->diary, "indapamide", STN_MEDICINE_DOSE, "2026-10-26", "5 mg");
  change (self->diary, "INDAPAMIDE", STN_MEDICINE_STOP, "2026-11-20", NULL);
  assert_verifies (self);
  again = diary_fixture_open_again (self);
  medicine = get_medicine (again, "Indapamide");
  g_assert_cmpstr (medicine->class_id, ==, "thiazides");
  g_assert_cmpstr (medicine->schedule, ==, "mornings");
  g_assert_cmpuint (medicine->changes->len, ==, 3);
  g_assert_cmpstr (stn_medicine_get_dose_on (medicine, date_of ("2026-11-19")), ==, "5 mg");
  g_assert_false (stn_medicine_is_in_use_on (medicine, date_of ("2026-11-20")));
  last = g_ptr_array_index (medicine->changes, 1);
  g_assert_cmpint (last->direction, ==, STN_DOSE_CHANGE_RAISED);
}

static void
test_medicine_errors (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnMedicine) same = stn_medicine_new ("INDAPAMIDE");
  g_autoptr (StnMedicine) after = NULL;
  g_autoptr (GError) error = NULL;

  add_medicine (self->diary, "Indapamide", "2026-05-01", FALSE);
  g_ptr_array_add (same->changes, stn_medicine_change_new (STN_MEDICINE_START, STN_NO_DATE, NULL));
  g_assert_false (stn_diary_add_medicine (self->diary, same, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  g_clear_error (&error);
  g_assert_false (stn_diary_change_medicine (
    self->diary, "Indapamide",
    stn_medicine_change_new (STN_MEDICINE_STOP, date_of ("2026-11-22"), NULL), NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE);
  g_clear_error (&error);
  g_assert_false (stn_diary_change_medicine (
    self->diary, "aspirin",
    stn_medicine_change_new (STN_MEDICINE_STOP, date_of ("2026-11-20"), NULL), NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD);
  g_clear_error (&error);
  /* As scheduled: not counted. */
  g_assert_false (stn_diary_take_medicine (self->diary, "Indapamide", date_of ("2026-11-20"),
                                           STN_KNOWN_INT (1), NULL, &error));
  g_assert_nonnull (error);
  after = get_medicine (self->diary, "Indapamide");
  g_assert_cmpuint (after->changes->len, ==, 1);
  g_assert_cmpuint (after->intakes->len, ==, 0);
  assert_verifies (self);
}

static void
test_intakes (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnMedicine) medicine = NULL;
  g_autoptr (GError) error = NULL;
  StnDate night = date_of ("2026-11-20");

  add_medicine (self->diary, "Salbutamol", "2026-05-01", TRUE);
  g_assert_true (
    stn_diary_take_medicine (self->diary, "Salbutamol", night, STN_KNOWN_INT (2), NULL, &error));
  g_assert_true (
    stn_diary_take_medicine (self->diary, "Salbutamol", night, STN_UNKNOWN_INT, NULL, &error));
  g_assert_true (
    stn_diary_take_medicine (self->diary, "Salbutamol", night, STN_KNOWN_INT (0), NULL, &error));
  assert_verifies (self);
  medicine = get_medicine (self->diary, "Salbutamol");
  g_assert_cmpint (stn_medicine_is_taken_on (medicine, night), ==, STN_ANSWER_NO);
  g_assert_false (stn_diary_take_medicine (self->diary, "Salbutamol", date_of ("2026-04-30"),
                                           STN_KNOWN_INT (1), NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
}

static void
test_delete_and_undo (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (StnMedicine) medicine = NULL;
  g_autoptr (StnChangeGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  add_medicine (self->diary, "Salbutamol", "2026-05-01", TRUE);
  stn_diary_take_medicine (self->diary, "Salbutamol", date_of ("2026-11-20"), STN_KNOWN_INT (2),
                           NULL, NULL);
  g_assert_true (stn_diary_delete_medicine (self->diary, "salbutamol", NULL, &error));
  none = stn_diary_list_medicines (self->diary, NULL);
  g_assert_cmpuint (none->len, ==, 0);
  assert_verifies (self);
  g_assert_true (stn_diary_undo (self->diary, 0, &group, &error));
  g_assert_cmpstr (group->label, ==, "delete-medicine");
  medicine = get_medicine (self->diary, "Salbutamol");
  g_assert_cmpint (stn_medicine_get_intake (medicine, date_of ("2026-11-20")).value, ==, 2);
  g_assert_cmpuint (medicine->changes->len, ==, 1);
  assert_verifies (self);
}

static gboolean
edit_person_cb (StnPerson *person, gpointer data, GError **error)
{
  person->birth_year = STN_KNOWN_INT (GPOINTER_TO_INT (data));
  person->sex = STN_SEX_FEMALE;
  person->hemisphere = STN_HEMISPHERE_SOUTH;
  g_free (person->emergency_number);
  person->emergency_number = g_strdup ("112");
  return TRUE;
}

static gboolean
forget_person_cb (StnPerson *person, gpointer data, GError **error)
{
  person->birth_year = STN_UNKNOWN_INT;
  g_clear_pointer (&person->emergency_number, g_free);
  return TRUE;
}

static void
test_person (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnPerson) person = stn_diary_get_person (self->diary, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (person->birth_year.known);
  g_assert_true (stn_diary_edit_person (self->diary, edit_person_cb, GINT_TO_POINTER (1951), NULL,
                                        NULL, &error));
  g_assert_false (stn_diary_edit_person (self->diary, edit_person_cb, GINT_TO_POINTER (2027), NULL,
                                         NULL, &error));
  stn_person_free (person);
  person = stn_diary_get_person (self->diary, NULL);
  g_assert_cmpint (person->birth_year.value, ==, 1951);
  g_assert_cmpint (person->sex, ==, STN_SEX_FEMALE);
  g_assert_cmpint (person->hemisphere, ==, STN_HEMISPHERE_SOUTH);
  g_assert_cmpstr (person->emergency_number, ==, "112");
  assert_verifies (self);
  g_assert_true (stn_diary_edit_person (self->diary, forget_person_cb, NULL, NULL, NULL, NULL));
  stn_person_free (person);
  person = stn_diary_get_person (self->diary, NULL);
  g_assert_false (person->birth_year.known);
  g_assert_null (person->emergency_number);
  g_assert_cmpint (person->sex, ==, STN_SEX_FEMALE);
  assert_verifies (self);
}

static StnAnswer
is_pregnant (DiaryFixture *self, const char *date)
{
  g_autoptr (StnPerson) person = stn_diary_get_person (self->diary, NULL);
  g_autoptr (GPtrArray) conditions = stn_diary_list_conditions (self->diary, NULL);

  return stn_person_is_pregnant_on (person, conditions, date_of (date));
}

static void
set_pregnant (DiaryFixture *self, StnAnswer pregnant, const char *due)
{
  StnPregnancyAnswer answer = {pregnant, due == NULL ? STN_NO_DATE : date_of (due)};
  g_autoptr (GError) error = NULL;

  stn_diary_edit_person (self->diary, NULL, NULL, &answer, NULL, &error);
  g_assert_no_error (error);
}

static void
test_pregnancy (DiaryFixture *self, gconstpointer data)
{
  const StnPregnancyAnswer too_late = {STN_ANSWER_YES, date_of ("2028-01-01")};
  g_autoptr (StnPerson) person = NULL;
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (is_pregnant (self, "2026-11-21"), ==, STN_ANSWER_UNKNOWN);
  set_pregnant (self, STN_ANSWER_NO, NULL);
  g_assert_cmpint (is_pregnant (self, "2026-11-21"), ==, STN_ANSWER_NO);
  set_pregnant (self, STN_ANSWER_YES, NULL);
  set_pregnant (self, STN_ANSWER_YES, "2027-05-22"); /* the same one, and when it is due */
  g_assert_cmpint (is_pregnant (self, "2026-11-21"), ==, STN_ANSWER_YES);
  conditions = stn_diary_list_conditions (self->diary, NULL);
  g_assert_cmpuint (conditions->len, ==, 1);
  g_assert_cmpint (
    stn_person_conditions_get_pregnancy_week (conditions, date_of ("2026-11-21")).value, ==, 14);
  g_assert_false (stn_diary_edit_person (self->diary, edit_person_cb, GINT_TO_POINTER (1990),
                                         &too_late, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  person = stn_diary_get_person (self->diary, NULL);
  g_assert_false (person->birth_year.known); /* all or nothing */
  set_pregnant (self, STN_ANSWER_NO, NULL);
  g_assert_cmpint (is_pregnant (self, "2026-11-20"), ==, STN_ANSWER_YES);
  g_assert_cmpint (is_pregnant (self, "2026-11-21"), ==, STN_ANSWER_NO);
  assert_verifies (self);
}

static void
test_conditions (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnPersonCondition) condition = stn_person_condition_new ("diabetes-2", NULL);
  g_autoptr (StnPersonCondition) again = stn_person_condition_new ("diabetes-2", NULL);
  g_autoptr (StnPersonCondition) own = stn_person_condition_new (NULL, "Flat feet");
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (GError) error = NULL;

  condition->since = date_of ("2019-03-01");
  g_assert_true (stn_diary_put_condition (self->diary, condition, NULL, &error));
  g_assert_false (stn_diary_put_condition (self->diary, again, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  g_clear_error (&error);
  condition->until = date_of ("2026-11-01");
  g_assert_true (stn_diary_put_condition (self->diary, condition, NULL, &error));
  again->since = date_of ("2026-11-02");
  g_assert_true (stn_diary_put_condition (self->diary, again, NULL, &error));
  g_assert_true (stn_diary_put_condition (self->diary, own, NULL, &error));
  conditions = stn_diary_list_conditions (self->diary, NULL);
  g_assert_cmpuint (conditions->len, ==, 3);
  assert_verifies (self);
  g_assert_true (stn_diary_delete_condition (self->diary, own->id.uid, NULL, &error));
  g_assert_false (stn_diary_delete_condition (self->diary, own->id.uid, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_SUCH_RECORD);
  assert_verifies (self);
}

static void
test_visits (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (StnVisit) visit = stn_visit_new (date_of ("2026-05-12"));
  g_autoptr (StnVisit) early = stn_visit_new (date_of ("2026-11-22"));
  g_autoptr (StnQuestion) question = stn_question_new ("Does the dose matter?");
  g_autoptr (StnQuestion) twin = stn_question_new ("Does the dose matter?");
  g_autoptr (GPtrArray) questions = g_ptr_array_new ();
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) listed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_put_question (self->diary, question, NULL, &error));
  g_assert_false (stn_diary_put_question (self->diary, twin, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  g_clear_error (&error);
  visit->whom = g_strdup ("Dr Haugen");
  visit->said = g_strdup ("Stretch at bedtime.\nCome back if it gets worse.");
  question->asked = visit->date;
  g_ptr_array_add (questions, question);
  g_assert_true (stn_diary_put_visit (self->diary, visit, questions, NULL, &error));
  g_assert_false (stn_diary_put_visit (self->diary, early, NULL, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE);
  g_clear_error (&error);
  visits = stn_diary_list_visits (self->diary, NULL);
  g_assert_cmpuint (visits->len, ==, 1);
  g_assert_cmpstr (((StnVisit *) g_ptr_array_index (visits, 0))->said, ==, visit->said);
  assert_verifies (self);
  /* One step takes back the visit and what was asked at it. */
  g_assert_true (stn_diary_undo (self->diary, 0, NULL, &error));
  listed = stn_diary_list_questions (self->diary, NULL);
  g_assert_cmpuint (listed->len, ==, 1);
  g_assert_false (stn_date_is_set (((StnQuestion *) g_ptr_array_index (listed, 0))->asked));
  assert_verifies (self);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/diary/records/" name, DiaryFixture, NULL, diary_fixture_set_up, test,              \
              diary_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("medicine-history", test_medicine_history);
  ADD ("medicine-errors", test_medicine_errors);
  ADD ("intakes", test_intakes);
  ADD ("delete-and-undo", test_delete_and_undo);
  ADD ("person", test_person);
  ADD ("pregnancy", test_pregnancy);
  ADD ("conditions", test_conditions);
  ADD ("visits", test_visits);
  return g_test_run ();
}
