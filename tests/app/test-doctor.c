/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "app-fixture.h"

#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-visits.h"
#include "pages/stn-doctor-page.h"
#include "widgets/stn-value-entry.h"

/* Something to be seen in the window. */
typedef struct {
  AppFixture *fixture;
  GType type;
  const char *name;
} Sight;

static GtkWidget *
find (const Sight *sight)
{
  return app_fixture_find (GTK_WIDGET (sight->fixture->window), sight->type, sight->name);
}

static gboolean
is_seen (gpointer data)
{
  return find (data) != NULL;
}

static GtkWidget *
wait_for (AppFixture *fixture, GType type, const char *name)
{
  Sight sight = {fixture, type, name};

  app_fixture_wait (is_seen, &sight);
  return find (&sight);
}

static void
press (AppFixture *fixture, const char *name)
{
  g_signal_emit_by_name (wait_for (fixture, GTK_TYPE_BUTTON, name), "clicked");
  app_fixture_settle (fixture);
}

static void
type (AppFixture *fixture, const char *field, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (wait_for (fixture, GTK_TYPE_ENTRY, field)), text);
}

static void
choose (AppFixture *fixture, const char *chip)
{
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (wait_for (fixture, GTK_TYPE_TOGGLE_BUTTON, chip)), TRUE);
}

static void
show (AppFixture *fixture, const char *subpage)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "doctor");
  app_fixture_settle (fixture);
  gtk_widget_activate_action (wait_for (fixture, STN_TYPE_DOCTOR_PAGE, NULL), "doctor.show", "s",
                              subpage);
  app_fixture_settle (fixture);
}

static StnMedicine *
get_medicine (AppFixture *fixture, const char *name)
{
  g_autoptr (GPtrArray) medicines = stn_diary_list_medicines (fixture->other, NULL);
  const StnMedicine *medicine = stn_diary_find_medicine (medicines, name, NULL);

  return medicine == NULL ? NULL : stn_medicine_copy (medicine);
}

static void
add_medicine (AppFixture *fixture, const char *name)
{
  g_autoptr (StnMedicine) medicine = stn_medicine_new (name);

  g_ptr_array_add (medicine->changes, stn_medicine_change_new (
                                        STN_MEDICINE_START, stn_date_new (2026, 5, 1), "1.5 mg"));
  g_assert_true (stn_diary_add_medicine (fixture->other, medicine, NULL, NULL));
}

static void
test_opens_calmly (AppFixture *fixture, gconstpointer data)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "doctor");
  wait_for (fixture, GTK_TYPE_LABEL,
            "Most night cramps have no known cause, and for most people they are just a bother. A "
            "few signs deserve a doctor.");
  wait_for (fixture, GTK_TYPE_LABEL, "My questions for next time");
}

static void
test_medicine_is_recognised (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnMedicine) medicine = NULL;

  show (fixture, "medicines");
  press (fixture, "Add a Medicine");
  type (fixture, "Name, as on the package", "indapamid");
  /* The suggestion, with its class, before anything is saved. */
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "indapamide");
  wait_for (fixture, GTK_TYPE_LABEL, "Seen in several studies");
  type (fixture, "Dose", "2.5 mg");
  press (fixture, "Save");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "indapamid");
  medicine = get_medicine (fixture, "indapamid");
  g_assert_cmpstr (medicine->class_id, ==, "thiazides");
  g_assert_cmpstr (stn_medicine_get_last_change (medicine)->dose, ==, "2.5 mg");
  g_assert_false (stn_date_is_set (stn_medicine_get_last_change (medicine)->date));
}

static void
test_medicine_without_name (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) medicines = NULL;

  show (fixture, "medicines");
  press (fixture, "Add a Medicine");
  press (fixture, "Save");
  wait_for (fixture, GTK_TYPE_LABEL, "A medicine needs a name.");
  medicines = stn_diary_list_medicines (fixture->other, NULL);
  g_assert_cmpuint (medicines->len, ==, 0);
}

static void
test_dose_and_undo (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnMedicine) raised = NULL;
  g_autoptr (StnMedicine) as_before = NULL;

  add_medicine (fixture, "Indapamide");
  show (fixture, "medicines");
  g_signal_emit_by_name (wait_for (fixture, ADW_TYPE_ACTION_ROW, "Indapamide"), "activate");
  app_fixture_settle (fixture);
  choose (fixture, "Another dose");
  type (fixture, "New dose", "2.5 mg");
  press (fixture, "Save");
  wait_for (fixture, GTK_TYPE_LABEL, "Dose raised to 2.5 mg");
  raised = get_medicine (fixture, "Indapamide");
  g_assert_cmpint (stn_medicine_get_last_change (raised)->direction, ==, STN_DOSE_CHANGE_RAISED);
  press (fixture, "Undo");
  wait_for (fixture, GTK_TYPE_LABEL, "Undone: change of a medicine");
  as_before = get_medicine (fixture, "Indapamide");
  g_assert_cmpuint (as_before->changes->len, ==, 1);
}

static void
test_same_day_twice (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnMedicine) medicine = NULL;

  add_medicine (fixture, "Indapamide");
  g_assert_true (stn_diary_change_medicine (
    fixture->other, "Indapamide",
    stn_medicine_change_new (STN_MEDICINE_DOSE, stn_date_new (2026, 11, 22), "2 mg"), NULL, NULL));
  show (fixture, "medicines");
  g_signal_emit_by_name (wait_for (fixture, ADW_TYPE_ACTION_ROW, "Indapamide"), "activate");
  app_fixture_settle (fixture);
  choose (fixture, "Stopped");
  press (fixture, "Save");
  wait_for (fixture, GTK_TYPE_LABEL, "Not saved: these dates cannot follow each other.");
  medicine = get_medicine (fixture, "Indapamide");
  g_assert_cmpuint (medicine->changes->len, ==, 2);
}

static void
test_condition (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) conditions = NULL;
  g_autoptr (GPtrArray) none = NULL;

  show (fixture, "conditions");
  type (fixture, "Name", "type 2 diabetes");
  wait_for (fixture, GTK_TYPE_LABEL, "Few or weak studies");
  press (fixture, "Add");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "Type 2 diabetes");
  conditions = stn_diary_list_conditions (fixture->other, NULL);
  g_assert_cmpuint (conditions->len, ==, 1);
  g_assert_cmpstr (((StnPersonCondition *) g_ptr_array_index (conditions, 0))->condition_id, ==,
                   "diabetes-2");
  press (fixture, "Delete: Type 2 diabetes");
  wait_for (fixture, GTK_TYPE_LABEL, "Deleted: Type 2 diabetes");
  none = stn_diary_list_conditions (fixture->other, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

static void
test_person (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (StnPerson) person = NULL;

  show (fixture, "person");
  stn_value_entry_set_text (STN_VALUE_ENTRY (wait_for (fixture, STN_TYPE_VALUE_ENTRY, NULL)),
                            "1951");
  choose (fixture, "Female");
  choose (fixture, "South of the equator");
  type (fixture, "Number to call in an emergency", "x");
  press (fixture, "Save");
  wait_for (
    fixture, GTK_TYPE_LABEL,
    "The number to call needs at least two digits, and nothing but digits, spaces and +-()*#.");
  type (fixture, "Number to call in an emergency", "112");
  press (fixture, "Save");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "About you");
  person = stn_diary_get_person (fixture->other, NULL);
  g_assert_cmpint (person->birth_year.value, ==, 1951);
  g_assert_cmpint (person->sex, ==, STN_SEX_FEMALE);
  g_assert_cmpint (person->hemisphere, ==, STN_HEMISPHERE_SOUTH);
  g_assert_cmpstr (person->emergency_number, ==, "112");
}

static void
test_visit_and_question (AppFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) visits = NULL;
  g_autoptr (GPtrArray) questions = NULL;
  const StnQuestion *question;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "doctor");
  app_fixture_settle (fixture);
  type (fixture, "Add a question", "Does the dose matter?");
  press (fixture, "Add the Question");
  wait_for (fixture, GTK_TYPE_LABEL, "Does the dose matter?");
  press (fixture, "Add a Visit");
  type (fixture, "Whom did you see?", "Dr Haugen");
  gtk_check_button_set_active (
    GTK_CHECK_BUTTON (wait_for (fixture, GTK_TYPE_CHECK_BUTTON, "Does the dose matter?")), TRUE);
  press (fixture, "Save");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "22 November, Dr Haugen");
  visits = stn_diary_list_visits (fixture->other, NULL);
  g_assert_cmpuint (visits->len, ==, 1);
  questions = stn_diary_list_questions (fixture->other, NULL);
  question = g_ptr_array_index (questions, 0);
  g_assert_cmpint (stn_date_compare (question->asked, stn_date_new (2026, 11, 22)), ==, 0);
}

static void
test_back (AppFixture *fixture, gconstpointer data)
{
  show (fixture, "medicines");
  press (fixture, "Add a Medicine");
  wait_for (fixture, GTK_TYPE_ENTRY, "Name, as on the package");
  gtk_widget_activate_action (wait_for (fixture, GTK_TYPE_ENTRY, "Name, as on the package"),
                              "subpage.back", NULL);
  wait_for (fixture, GTK_TYPE_BUTTON, "Add a Medicine");
  gtk_widget_activate_action (wait_for (fixture, GTK_TYPE_BUTTON, "Add a Medicine"), "subpage.back",
                              NULL);
  wait_for (fixture, GTK_TYPE_LABEL, "To take along");
}

/* Escape by mistake: what was typed is there when the form is opened again, and gone once it is saved. */
static void
test_left_unsaved (AppFixture *fixture, gconstpointer data)
{
  GtkWidget *page;

  show (fixture, "medicines");
  press (fixture, "Add a Medicine");
  page = wait_for (fixture, STN_TYPE_DOCTOR_PAGE, NULL);
  type (fixture, "Dose", "2.5 mg");
  gtk_widget_activate_action (page, "subpage.back", NULL);
  press (fixture, "Add a Medicine");
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (wait_for (fixture, GTK_TYPE_ENTRY, "Dose"))), ==,
    "2.5 mg");
  gtk_widget_activate_action (page, "subpage.back", NULL);
  gtk_widget_activate_action (page, "subpage.back", NULL);
  press (fixture, "Add a Visit");
  type (fixture, "Whom did you see?", "Dr Haugen");
  gtk_widget_activate_action (page, "subpage.back", NULL);
  press (fixture, "Add a Visit");
  press (fixture, "Save");
  wait_for (fixture, ADW_TYPE_ACTION_ROW, "22 November, Dr Haugen");
  press (fixture, "Add a Visit");
  g_assert_cmpstr (
    gtk_editable_get_text (GTK_EDITABLE (wait_for (fixture, GTK_TYPE_ENTRY, "Whom did you see?"))),
    ==, "");
}

/* Who is sent to the reasons for a visit sees them, whatever was open on the page before. */
static void
test_top_of_page (AppFixture *fixture, gconstpointer data)
{
  show (fixture, "check-up");
  g_assert_null (app_fixture_find (GTK_WIDGET (fixture->window), GTK_TYPE_BUTTON, "Add a Visit"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-page", "s", "doctor/doctor");
  wait_for (fixture, GTK_TYPE_BUTTON, "Add a Visit");
  app_fixture_settle (fixture);
}

#define ADD(name, test)                                                                            \
  g_test_add ("/app/doctor/" name, AppFixture, NULL, app_fixture_set_up, test,                     \
              app_fixture_tear_down)

int
main (int argc, char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  ADD ("opens-calmly", test_opens_calmly);
  ADD ("top-of-page", test_top_of_page);
  ADD ("medicine-is-recognised", test_medicine_is_recognised);
  ADD ("medicine-without-name", test_medicine_without_name);
  ADD ("dose-and-undo", test_dose_and_undo);
  ADD ("same-day-twice", test_same_day_twice);
  ADD ("condition", test_condition);
  ADD ("person", test_person);
  ADD ("visit-and-question", test_visit_and_question);
  ADD ("left-unsaved", test_left_unsaved);
  ADD ("back", test_back);
  return g_test_run ();
}
