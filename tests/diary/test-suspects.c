/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-material.h"
#include "diary/stn-suspects.h"

static char *
suspects_of (StnDiary *diary)
{
  g_autoptr (GPtrArray) suspects = stn_diary_list_suspects (diary, NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  char date[STN_DATE_TEXT_SIZE];

  g_assert_nonnull (suspects);
  for (guint i = 0; i < suspects->len; i++) {
    const StnFactor *factor = g_ptr_array_index (suspects, i);

    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "", factor->slug,
                            stn_date_to_text (factor->suspect_since, date));
  }
  return g_strdup (text->str);
}

static void
assert_suspects (StnDiary *diary, const char *expected)
{
  g_autofree char *text = suspects_of (diary);

  g_assert_cmpstr (text, ==, expected);
}

static void
add_suspect (StnDiary *diary, const char *slug)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_add_suspect (diary, slug, &error));
  g_assert_no_error (error);
}

static void
test_named_and_taken_back (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) own =
    stn_diary_add_factor (fixture->diary, "Late meal", STN_FACTOR_BINARY, NULL, NULL);

  assert_suspects (fixture->diary, "");
  add_suspect (fixture->diary, "late-meal");
  diary_fixture_set_now (fixture, "2026-11-23T00:30:00");
  add_suspect (fixture->diary, "fluids");
  assert_suspects (fixture->diary, "late-meal 2026-11-21, fluids 2026-11-23");
  diary_fixture_set_now (fixture, "2026-11-25T12:00:00");
  add_suspect (fixture->diary, "late-meal");
  assert_suspects (fixture->diary, "late-meal 2026-11-21, fluids 2026-11-23");
  g_assert_true (stn_diary_remove_suspect (fixture->diary, "late-meal", NULL));
  assert_suspects (fixture->diary, "fluids 2026-11-23");
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  assert_suspects (fixture->diary, "late-meal 2026-11-21, fluids 2026-11-23");
}

static void
test_at_most_three (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  add_suspect (fixture->diary, "fluids");
  add_suspect (fixture->diary, "stress");
  add_suspect (fixture->diary, "heat");
  add_suspect (fixture->diary, "heat");
  g_assert_false (stn_diary_add_suspect (fixture->diary, "sitting", &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_TOO_MANY);
  g_assert_cmpstr (error->message, ==,
                   "there are 3 suspects already (fluids, heat, stress); remove one first");
  g_assert_true (stn_diary_remove_suspect (fixture->diary, "heat", NULL));
  add_suspect (fixture->diary, "sitting");
}

static void
test_refused (DiaryFixture *fixture, gconstpointer data)
{
  const struct {
    gboolean (*change) (StnDiary *diary, const char *slug, GError **error);
    const char *slug;
    StnDiaryError code;
  } cases[] = {
    {stn_diary_add_suspect, "nothing", STN_DIARY_ERROR_UNKNOWN_FACTOR},
    {stn_diary_add_suspect, "immobility", STN_DIARY_ERROR_BAD_VALUE},
    {stn_diary_remove_suspect, "nothing", STN_DIARY_ERROR_UNKNOWN_FACTOR},
    {stn_diary_remove_suspect, "fluids", STN_DIARY_ERROR_NOTHING_STORED},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_false (cases[i].change (fixture->diary, cases[i].slug, &error));
    g_assert_error (error, STN_DIARY_ERROR, (int) cases[i].code);
  }
  assert_suspects (fixture->diary, "");
}

/* The 30th night is the first on which nights are compared: a suspect named on the day after 29 nights is one before looking. */
static void
test_weights (void)
{
  const struct {
    StnDirection expected;
    int named_after; /* nights; -1: never */
    double weight;
  } cases[] = {
    {STN_DIRECTION_NONE, -1, 1}, {STN_DIRECTION_UP, -1, 2},   {STN_DIRECTION_DOWN, -1, 2},
    {STN_DIRECTION_NONE, 0, 5},  {STN_DIRECTION_NONE, 29, 5}, {STN_DIRECTION_UP, 29, 5},
    {STN_DIRECTION_NONE, 30, 2}, {STN_DIRECTION_UP, 30, 2},   {STN_DIRECTION_NONE, 100, 2},
  };
  StnDate dates[60];

  for (int i = 0; i < 60; i++)
    dates[i] = stn_date_add_days (stn_date_new (2026, 3, 1), i);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    StnAnalysisFactor factor = {.name = "x", .expected = cases[i].expected};

    if (cases[i].named_after >= 0)
      factor.suspect_since = stn_date_add_days (dates[0], cases[i].named_after);
    g_assert_cmpfloat (stn_suspect_weight (&factor, dates, 60), ==, cases[i].weight);
  }
}

static void
test_weight_in_the_material (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = stn_night_new (night_of ("2026-11-20"));
  g_autoptr (StnMaterial) material = NULL;
  const StnAnalysisInput *input;

  night->no_cramps = TRUE;
  stn_night_take_value (night, stn_factor_value_new ("fluids", 1500, STN_ENTERED_UNKNOWN));
  stn_night_take_value (night, stn_factor_value_new ("stress", 3, STN_ENTERED_UNKNOWN));
  save (fixture->diary, night);
  add_suspect (fixture->diary, "stress");
  material = stn_diary_collect (fixture->diary, NULL);
  input = stn_material_get_input (material);
  g_assert_cmpfloat (input->factors[0].weight, ==, 2);
  g_assert_false (stn_date_is_set (input->factors[0].suspect_since));
  g_assert_cmpfloat (input->factors[1].weight, ==, 5);
  g_assert_cmpint (stn_date_compare (input->factors[1].suspect_since, stn_date_new (2026, 11, 21)),
                   ==, 0);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/suspects/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("named-and-taken-back", test_named_and_taken_back);
  add ("at-most-three", test_at_most_three);
  add ("refused", test_refused);
  g_test_add_func ("/diary/suspects/weights", test_weights);
  add ("weight-in-the-material", test_weight_in_the_material);
  return g_test_run ();
}
