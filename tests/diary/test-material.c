/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-diary-factors.h"
#include "diary/stn-diary-medicines.h"
#include "diary/stn-material.h"

#include <math.h>

static void
put (StnDiary *diary,
     const char *key,
     guint cramps,
     gboolean no_cramps,
     const char *slug,
     double value)
{
  g_autoptr (StnNight) night = stn_night_new (night_of (key));

  night->no_cramps = no_cramps;
  for (guint i = 0; i < cramps; i++)
    g_ptr_array_add (night->episodes, stn_episode_new ());
  if (slug != NULL)
    stn_night_take_value (night, stn_factor_value_new (slug, value, STN_ENTERED_UNKNOWN));
  save (diary, night);
}

static StnMaterial *
collect (StnDiary *diary)
{
  g_autoptr (GError) error = NULL;
  StnMaterial *material = stn_diary_collect (diary, &error);

  g_assert_no_error (error);
  return material;
}

static void
test_empty (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnMaterial) material = collect (fixture->diary);
  const StnAnalysisInput *input = stn_material_get_input (material);

  g_assert_cmpuint (input->n_nights, ==, 0);
  g_assert_cmpuint (input->n_factors, ==, 0);
}

/* Only nights with an outcome; a factor without a value there is a column of unknowns. */
static void
test_nights_with_outcome (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnMaterial) material = NULL;
  const StnAnalysisInput *input;
  char key[STN_DATE_TEXT_SIZE];

  put (fixture->diary, "2026-11-10", 2, FALSE, "fluids", 1000);
  put (fixture->diary, "2026-11-12", 0, TRUE, NULL, 0);
  put (fixture->diary, "2026-11-13", 0, FALSE, "stress", 8);
  put (fixture->diary, "2026-11-14", 0, TRUE, "fluids", 2000);
  material = collect (fixture->diary);
  input = stn_material_get_input (material);
  g_assert_cmpuint (input->n_nights, ==, 3);
  g_assert_cmpstr (stn_date_to_text (input->dates[0], key), ==, "2026-11-10");
  g_assert_cmpstr (stn_date_to_text (input->dates[2], key), ==, "2026-11-14");
  g_assert_cmpint (input->cramps[0], ==, 2);
  g_assert_cmpint (input->cramps[1], ==, 0);
  g_assert_cmpuint (input->n_factors, ==, 2);
  g_assert_cmpstr (input->factors[0].name, ==, "fluids");
  g_assert_cmpfloat (input->factors[0].values[0], ==, 1000);
  g_assert_true (isnan (input->factors[0].values[1]));
  g_assert_cmpfloat (input->factors[0].values[2], ==, 2000);
  g_assert_cmpint (input->factors[0].entered[0], ==, STN_ENTERED_AFTER);
  g_assert_cmpint (input->factors[0].entered[1], ==, STN_ENTERED_UNKNOWN);
  g_assert_cmpstr (input->factors[1].name, ==, "stress");
  g_assert_true (isnan (input->factors[1].values[0]));
}

static void
test_what_the_catalogue_knows (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) own =
    stn_diary_add_factor (fixture->diary, "Bath", STN_FACTOR_CONTINUOUS, "min", NULL);
  g_autoptr (StnMaterial) material = NULL;
  const StnAnalysisInput *input;

  put (fixture->diary, "2026-11-10", 0, TRUE, "bath", 10);
  put (fixture->diary, "2026-11-11", 0, TRUE, "fluids", 1000);
  put (fixture->diary, "2026-11-12", 0, TRUE, "immobility", 1);
  material = collect (fixture->diary);
  input = stn_material_get_input (material);
  g_assert_cmpuint (input->n_factors, ==, 2); /* immobility is for the doctor, not for statistics */
  g_assert_cmpstr (input->factors[0].name, ==, "bath");
  g_assert_cmpint (input->factors[0].expected, ==, STN_DIRECTION_NONE);
  g_assert_cmpfloat (input->factors[0].weight, ==, 1);
  g_assert_cmpint (input->factors[0].cut.side, ==, STN_CUT_NONE);
  g_assert_cmpint (input->factors[1].expected, ==, STN_DIRECTION_DOWN);
  g_assert_cmpfloat (input->factors[1].weight, ==, 2);
  g_assert_cmpint (input->factors[1].cut.side, ==, STN_CUT_BELOW);
  g_assert_cmpfloat (input->factors[1].cut.value, ==, 1500);
  g_assert_cmpstr (
    ((StnFactor *) g_ptr_array_index (stn_material_list_factors (material), 0))->slug, ==, "bath");
}

static void
test_reliefs (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = stn_night_new (night_of ("2026-11-10"));
  StnEpisode *timed = stn_episode_new (), *untimed = stn_episode_new ();
  const char *const tried[] = {"stretch", "walk", NULL};
  g_autoptr (StnMaterial) material = NULL;
  const StnAnalysisInput *input;

  timed->duration_s = STN_KNOWN_INT (90);
  timed->relief = g_strdupv ((char **) tried);
  untimed->relief = g_strdupv ((char **) tried);
  g_ptr_array_add (night->episodes, timed);
  g_ptr_array_add (night->episodes, untimed);
  save (fixture->diary, night);
  material = collect (fixture->diary);
  input = stn_material_get_input (material);
  g_assert_cmpuint (input->n_reliefs, ==, 2);
  g_assert_cmpstr (input->reliefs[0].name, ==, "stretch");
  g_assert_cmpfloat (input->reliefs[0].minutes, ==, 1.5);
  g_assert_cmpstr (input->reliefs[1].name, ==, "walk");
}

static StnMedicine *
medicine_new (const char *name, StnDate start)
{
  StnMedicine *medicine = stn_medicine_new (name);

  g_ptr_array_add (medicine->changes, stn_medicine_change_new (STN_MEDICINE_START, start, "1 mg"));
  return medicine;
}

/* Each change with a date is one; a start of which none is known has no before and after. */
static void
test_medicines (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnMedicine) dated = medicine_new ("Water tablet", night_of ("2026-08-20"));
  g_autoptr (StnMedicine) undated = medicine_new ("Statin", STN_NO_DATE);
  g_autoptr (StnMaterial) material = NULL;
  g_autoptr (StnAnalysis) analysis = NULL;
  g_autoptr (GError) error = NULL;
  StnMedicineChange *dose =
    stn_medicine_change_new (STN_MEDICINE_DOSE, night_of ("2026-10-20"), "2 mg");
  StnMedicineChange *end =
    stn_medicine_change_new (STN_MEDICINE_STOP, night_of ("2026-11-01"), NULL);

  g_assert_true (stn_medicine_add_change (dated, dose, &error));
  g_assert_true (stn_medicine_add_change (undated, end, &error));
  stn_diary_add_medicine (fixture->diary, dated, NULL, &error);
  g_assert_no_error (error);
  stn_diary_add_medicine (fixture->diary, undated, NULL, &error);
  g_assert_no_error (error);
  for (int day = 0; day < 160; day++) {
    char key[STN_DATE_TEXT_SIZE];
    StnDate date = stn_date_add_days (night_of ("2026-06-01"), day);
    gboolean since = stn_date_compare (date, night_of ("2026-08-20")) >= 0;

    put (fixture->diary, stn_date_to_text (date, key), since ? day % 2 : day % 10 == 0,
         since ? day % 2 == 0 : day % 10 != 0, NULL, 0);
  }
  material = collect (fixture->diary);
  analysis = stn_material_analyze (material, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (analysis->medicines->len, ==, 3);

  const StnMedicineFinding *stop = analysis->medicines->pdata[0];
  const StnMedicineFinding *start = analysis->medicines->pdata[1];
  const StnMedicineFinding *raise = analysis->medicines->pdata[2];
  g_assert_cmpstr (stop->name, ==, "Statin");
  g_assert_cmpint (stop->change, ==, STN_MEDICINE_STOP);
  g_assert_cmpint (stop->verdict, ==, STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA);
  g_assert_cmpint (start->change, ==, STN_MEDICINE_START);
  g_assert_cmpint (start->verdict, ==, STN_MEDICINE_VERDICT_WORSE);
  g_assert_cmpuint (start->nights_before, ==, 80);
  g_assert_cmpuint (start->cramps_before, ==, 8);
  g_assert_cmpuint (start->nights_after, ==, 61); /* up to the next change */
  g_assert_cmpint (raise->change, ==, STN_MEDICINE_DOSE);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/material/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("empty", test_empty);
  add ("nights-with-an-outcome", test_nights_with_outcome);
  add ("what-the-catalogue-knows", test_what_the_catalogue_knows);
  add ("reliefs-of-timed-cramps", test_reliefs);
  add ("medicines", test_medicines);
  return g_test_run ();
}
