/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-card-reading.h"
#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-known-triggers.h"
#include "diary/stn-material.h"
#include "knowledge/stn-advice.h"
#include "wording/stn-wording-card.h"

#include <locale.h>

/*
 * Three people keep a diary of sixty nights, and each morning the one card is read. What it said on the mornings that the
 * design names is kept in tests/fixtures/cards; what it said within the first fortnight must be all there is for them.
 */

#define NIGHTS 75
#define FORTNIGHT 14

typedef struct {
  const char *name;
  void (*set_up) (StnDiary *diary);
  const char *const
    *days;            /* what is entered in the evening, one after the other; NULL-terminated */
  const char *nights; /* 'c' with a cramp, '.' without, '-' not recorded; again and again */
  const char *conditions[3]; /* for what fits, NULL-terminated */
  const char *medicines[3];
  StnAnswer pregnant;
} Person;

static StnDate
key_of (int night)
{
  return stn_date_add_days (stn_date_new (2026, 9, 1), night - 1);
}

static void
set_time (DiaryFixture *fixture, int night, int hour)
{
  char date[STN_DATE_TEXT_SIZE];
  g_autofree char *text =
    g_strdup_printf ("%sT%02d:10:00", stn_date_to_text (key_of (night), date), hour);

  diary_fixture_set_now (fixture, text);
}

static gboolean
enter_cb (StnNight *night, gpointer data, GError **error)
{
  GPtrArray *values = data;

  for (guint i = 0; i < values->len; i++)
    stn_night_take_value (night, stn_factor_value_copy (values->pdata[i]));
  return TRUE;
}

static void
spend_evening (DiaryFixture *fixture, const char *day, int night)
{
  g_autoptr (GPtrArray) values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_value_free);
  g_auto (GStrv) words = g_strsplit (day, " ", -1);
  g_autoptr (GError) error = NULL;

  for (char **word = words; *word != NULL; word++) {
    g_ptr_array_add (values, stn_diary_parse_factor_value (fixture->diary, *word, &error));
    g_assert_no_error (error);
  }
  g_assert_true (stn_diary_edit_night (fixture->diary, key_of (night), "edit-night", enter_cb,
                                       values, NULL, &error));
}

static void
sleep_through (DiaryFixture *fixture, char outcome, int night)
{
  g_autoptr (StnEpisode) cramp = stn_episode_new ();
  g_autoptr (GError) error = NULL;
  const char *const tried[] = {"stretch", "walk", NULL};

  cramp->start_min = STN_KNOWN_INT (2 * 60 + 30 + night % 4 * 20);
  cramp->duration_s = STN_KNOWN_INT (120 + night % 3 * 60);
  cramp->severity = STN_KNOWN_INT (5 + night % 3);
  cramp->side = STN_SIDE_RIGHT;
  cramp->site = STN_SITE_CALF;
  cramp->woke = STN_ANSWER_YES;
  cramp->relief = g_strdupv ((char **) tried);
  cramp->ended_by = g_strdup (night % 5 == 0 ? "walk" : "stretch");
  if (outcome == 'c')
    stn_diary_log_cramps (fixture->diary, key_of (night), 1, cramp, NULL, &error);
  else if (outcome == '.')
    stn_diary_log_no_cramps (fixture->diary, key_of (night), NULL, &error);
  g_assert_no_error (error);
}

/* (nullable) As the window and the command line do it. */
static StnAnalysis *
analyze_if_due (DiaryFixture *fixture, const StnCardReading *reading)
{
  g_autoptr (StnMaterial) material = NULL;
  StnAnalysis *analysis;

  if (!stn_card_is_outlook_due (&reading->state))
    return NULL;
  material = stn_diary_collect (fixture->diary, NULL);
  analysis = stn_material_analyze (material, NULL, NULL, NULL, NULL);
  g_assert_nonnull (analysis);
  stn_analysis_show_published (analysis);
  return analysis;
}

static void
add_line (GString *out, const char *line)
{
  if (line != NULL)
    g_string_append_printf (out, "%s\n", line);
}

static char *
flatten (const StnCardText *text)
{
  GString *out = g_string_new (NULL);

  add_line (out, text->title);
  add_line (out, text->lead);
  for (guint i = 0; i < text->lines->len; i++)
    add_line (out, text->lines->pdata[i]);
  for (guint i = 0; i < text->known->len; i++) {
    const StnKnownTriggerText *known = text->known->pdata[i];
    g_autofree char *title = stn_wording_known_title (known);

    g_string_append_printf (out, "- %s [%s]\n", title, known->grade);
    add_line (out, known->evidence);
    add_line (out, known->sources);
    add_line (out, known->ask);
  }
  add_line (out, text->care);
  for (guint i = 0; i < text->sayings->len; i++) {
    const StnSayingText *saying = text->sayings->pdata[i];

    g_string_append_printf (out, "%s: %s\n", saying->heading, saying->text);
  }
  if (text->finding != NULL)
    g_string_append_printf (out, "%s\n%s\n%s\n", text->finding->tag, text->finding->counts,
                            text->finding->note);
  add_line (out, text->calm);
  return g_string_free (out, FALSE);
}

/* (transfer full) "" when there is nothing to say; what is said is remembered. */
static char *
read_card (DiaryFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (StnCardReading) reading = stn_diary_read_card (fixture->diary, &error);
  g_autoptr (StnAnalysis) analysis = NULL;
  g_autoptr (StnCard) card = NULL;
  g_autoptr (StnCardText) text = NULL;

  g_assert_no_error (error);
  analysis = analyze_if_due (fixture, reading);
  reading->state.analysis = analysis;
  card = stn_card_decide (&reading->state);
  text = stn_wording_card (card, reading->factors, analysis, reading->today);
  g_assert_true (
    stn_diary_remember_card (fixture->diary, card->ids, reading->state.last_night, &error));
  return text != NULL ? flatten (text) : g_strdup ("");
}

/* The kept sentences; what is said instead is left in the build's folder, to look at and to keep. */
static void
assert_golden (const Person *person, int night, const char *said)
{
  g_autofree char *name = g_strdup_printf ("%s-%d.txt", person->name, night);
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "cards", name, NULL);
  g_autofree char *actual = g_test_build_filename (G_TEST_BUILT, name, NULL);
  g_autofree char *kept = NULL;

  if (g_file_get_contents (path, &kept, NULL, NULL) && g_str_equal (kept, said))
    return;
  g_file_set_contents (actual, said, -1, NULL);
  g_test_message ("%s says otherwise; what is said now is in %s", path, actual);
  g_test_fail ();
}

/* Before 30 nights nothing is put beside the cramps, and no sentence claims what a diary cannot show. */
static void
check_words (const char *said, guint recorded)
{
  g_autoptr (GRegex) claims =
    g_regex_new ("\\b(caus(es|ed|ing)|safe\\w*|normal\\w*|harmless|prov(en|es)|significan\\w*|"
                 "stop taking|no need to see)\\b|%",
                 G_REGEX_CASELESS, 0, NULL);
  g_autoptr (GRegex) split =
    g_regex_new ("\\d+ (of \\d+ )?nights? (after|with|when)|otherwise|more cramps|fewer cramps go",
                 G_REGEX_CASELESS, 0, NULL);

  g_assert_false (g_regex_match (claims, said, 0, NULL));
  if (recorded < STN_CARD_NIGHTS_TO_COMPARE)
    g_assert_false (g_regex_match (split, said, 0, NULL));
}

/* Where each was said, for whoever reads the log; all of it within the fortnight. */
static void
assert_advice (const Person *person, GPtrArray *mornings, const StnAdvice *advice)
{
  const StnAbout about = {person->conditions, person->medicines, person->pregnant};
  const char *text = stn_advice_get_text (advice, stn_knowledge_get (), &about);
  guint said = 0;

  for (guint i = FORTNIGHT; i > 0; i--)
    if (text != NULL && strstr (mornings->pdata[i - 1], text) != NULL)
      said = i;
  g_test_message ("%s: morning %u: %s", person->name, said, advice->id);
  g_assert_true (text == NULL || said > 0);
  /* Whom a gate keeps from it never reads it. */
  for (guint i = 0; i < mornings->len && text != advice->text; i++)
    g_assert_null (strstr (mornings->pdata[i], advice->text));
}

static void
assert_all_said (DiaryFixture *fixture, const Person *person, GPtrArray *mornings)
{
  const StnKnowledge *knowledge = stn_knowledge_get ();
  g_autoptr (GPtrArray) known = stn_diary_list_known_triggers (fixture->diary, NULL);
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < FORTNIGHT; i++)
    g_string_append (all, mornings->pdata[i]);
  for (const StnAdvice *const *advice = stn_knowledge_list_selfcare (knowledge); *advice != NULL;
       advice++)
    assert_advice (person, mornings, *advice);
  for (const StnAdvice *const *advice = stn_knowledge_list_reliefs (knowledge); *advice != NULL;
       advice++)
    assert_advice (person, mornings, *advice);
  g_assert_cmpuint (known->len, >, 0);
  for (guint i = 0; i < known->len; i++) {
    const StnKnownTrigger *trigger = known->pdata[i];

    g_assert_nonnull (strstr (all->str, trigger->evidence));
  }
}

/* Later ones by the nights that are recorded, which is what counts then. */
static gboolean
is_kept (int night, guint recorded, gboolean is_recorded)
{
  return night == 1 || night == 7 || night == 14 ||
         (is_recorded && (recorded == 30 || recorded == 60));
}

static guint
count_days (const char *const *days)
{
  return g_strv_length ((char **) days);
}

static void
test_person (DiaryFixture *fixture, gconstpointer data)
{
  const Person *person = data;
  g_autoptr (GPtrArray) mornings = g_ptr_array_new_with_free_func (g_free);
  guint recorded = 0;

  set_time (fixture, 1, 20);
  person->set_up (fixture->diary);
  /* Night 0: nothing is recorded, nothing is said. */
  g_ptr_array_add (mornings, read_card (fixture));
  g_assert_cmpstr (mornings->pdata[0], ==, "");
  g_ptr_array_set_size (mornings, 0);
  for (int night = 1; night <= NIGHTS; night++) {
    char outcome = person->nights[(gsize) night % strlen (person->nights)];

    set_time (fixture, night, 21);
    spend_evening (fixture, person->days[(guint) night % count_days (person->days)], night);
    set_time (fixture, night + 1, 7);
    sleep_through (fixture, outcome, night);
    recorded += outcome != '-';
    g_ptr_array_add (mornings, read_card (fixture));
    check_words (mornings->pdata[night - 1], recorded);
    if (is_kept (night, recorded, outcome != '-'))
      assert_golden (person, recorded >= 30 ? (int) recorded : night, mornings->pdata[night - 1]);
    if (night == FORTNIGHT)
      assert_all_said (fixture, person, mornings);
  }
}

static void
set_up_nothing (StnDiary *diary)
{
}

static void
add_medicine (StnDiary *diary, const char *name, const char *class_id, StnDate start)
{
  g_autoptr (StnMedicine) medicine = stn_medicine_new (name);
  g_autoptr (GError) error = NULL;

  medicine->class_id = g_strdup (class_id);
  g_ptr_array_add (medicine->changes, stn_medicine_change_new (STN_MEDICINE_START, start, NULL));
  g_assert_true (stn_diary_add_medicine (diary, medicine, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
be_72_cb (StnPerson *person, gpointer data, GError **error)
{
  person->birth_year = STN_KNOWN_INT (1954);
  person->sex = STN_SEX_MALE;
  return TRUE;
}

static void
set_up_heart (StnDiary *diary)
{
  g_autoptr (StnPersonCondition) heart_failure = stn_person_condition_new ("heart-failure", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_edit_person (diary, be_72_cb, NULL, NULL, NULL, &error));
  g_assert_true (stn_diary_put_condition (diary, heart_failure, NULL, &error));
  g_assert_no_error (error);
  add_medicine (diary, "Atorvastatin", "statins", stn_date_new (2019, 5, 1));
  add_medicine (diary, "Indapamide", "thiazides", stn_date_new (2026, 7, 20));
}

static gboolean
be_31_cb (StnPerson *person, gpointer data, GError **error)
{
  person->birth_year = STN_KNOWN_INT (1995);
  person->sex = STN_SEX_FEMALE;
  return TRUE;
}

static void
set_up_pregnant (StnDiary *diary)
{
  const StnPregnancyAnswer pregnancy = {STN_ANSWER_YES, stn_date_new (2026, 12, 20)};
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_edit_person (diary, be_31_cb, NULL, &pregnancy, NULL, &error));
  g_assert_no_error (error);
}

static const char *const dry_days[] = {
  "fluids=750 alcohol=0 activity=30 exertion=3 sitting=5 stretch=no",
  "fluids=2000 alcohol=20 activity=40 exertion=8 sitting=4 stretch=yes",
  "fluids=1000 alcohol=0 activity=20 exertion=2 sitting=6 stretch=no", NULL};
static const char *const heart_days[] = {"fluids=1250 alcohol=0 activity=5 sitting=9 stretch=no",
                                         "fluids=1500 alcohol=0 activity=15 sitting=7 stretch=no",
                                         NULL};
static const char *const pregnant_days[] = {"fluids=2000 alcohol=0 standing=6 cold-legs=no",
                                            "fluids=2250 alcohol=0 standing=2 cold-legs=yes", NULL};

static const Person people[] = {
  {.name = "drinks-little", .set_up = set_up_nothing, .days = dry_days, .nights = "..c..c-.c"},
  {.name = "heart-failure",
   .set_up = set_up_heart,
   .days = heart_days,
   .nights = ".c..cc.",
   .conditions = {"heart-failure", NULL},
   .medicines = {"statins", "thiazides", NULL}},
  {.name = "pregnant",
   .set_up = set_up_pregnant,
   .days = pregnant_days,
   .nights = "...c.",
   .conditions = {"pregnancy", NULL},
   .pregnant = STN_ANSWER_YES},
};

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++) {
    g_autofree char *path = g_strdup_printf ("/diary/mornings/%s", people[i].name);

    g_test_add (path, DiaryFixture, &people[i], diary_fixture_set_up, test_person,
                diary_fixture_tear_down);
  }
  return g_test_run ();
}
