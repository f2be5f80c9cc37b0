/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-tracking.h"

static StnFactor *
factor_of (StnDiary *diary, const char *slug)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (diary, NULL);
  StnFactor *factor = stn_factor_list_find (factors, slug);

  return factor == NULL ? NULL : stn_factor_copy (factor);
}

static guint
place_of (StnDiary *diary, const char *slug)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (diary, NULL);
  guint place = 0;

  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (g_str_equal (factor->slug, slug))
      return place;
    place += factor->hidden ? 0 : 1;
  }
  g_assert_not_reached ();
}

static void
set_value (StnDiary *diary, const char *key, const char *slug, double value)
{
  g_autoptr (StnNight) night = load (diary, key);

  stn_night_take_value (night, stn_factor_value_new (slug, value, STN_ENTERED_UNKNOWN));
  save (diary, night);
}

static void
test_move (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) meal =
    stn_diary_add_factor (fixture->diary, "Late meal", STN_FACTOR_BINARY, NULL, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_move_factor (fixture->diary, "late-meal", 1, NULL));
  g_assert_cmpuint (place_of (fixture->diary, "late-meal"), ==, 1);
  g_assert_cmpuint (place_of (fixture->diary, "fluids"), ==, 0);
  g_assert_cmpuint (place_of (fixture->diary, "activity"), ==, 2);
  g_assert_true (stn_diary_move_factor (fixture->diary, "fluids", 3, NULL));
  g_assert_cmpuint (place_of (fixture->diary, "fluids"), ==, 3);
  g_assert_cmpuint (place_of (fixture->diary, "late-meal"), ==, 0);
  g_assert_true (stn_diary_move_factor (fixture->diary, "fluids", 3, NULL));
  g_assert_cmpuint (place_of (fixture->diary, "fluids"), ==, 3);
  g_assert_false (stn_diary_move_factor (fixture->diary, "fluids", 1000, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  g_assert_cmpuint (place_of (fixture->diary, "fluids"), ==, 0);
}

static void
test_hide (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) hidden = NULL;
  g_autoptr (StnFactor) shown = NULL;
  g_autoptr (StnNight) night = NULL;

  set_value (fixture->diary, "2026-11-20", "alcohol", 10);
  g_assert_true (stn_diary_hide_factor (fixture->diary, "alcohol", TRUE, NULL));
  hidden = factor_of (fixture->diary, "alcohol");
  g_assert_true (hidden->hidden && !hidden->tracked);
  g_assert_false (stn_diary_move_factor (fixture->diary, "alcohol", 0, NULL));
  night = load (fixture->diary, "2026-11-20");
  g_assert_cmpfloat (stn_night_get_value (night, "alcohol")->value, ==, 10);
  g_assert_true (stn_diary_track_factor (fixture->diary, "alcohol", TRUE, NULL));
  shown = factor_of (fixture->diary, "alcohol");
  g_assert_true (!shown->hidden && shown->tracked);
}

static void
test_heading (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) factor = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_put_factor_under (fixture->diary, "foods", "Food", NULL));
  factor = factor_of (fixture->diary, "foods");
  g_assert_cmpstr (factor->heading, ==, "Food");
  g_assert_false (stn_diary_put_factor_under (fixture->diary, "foods", "a\nb", &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  g_assert_true (stn_diary_put_factor_under (fixture->diary, "foods", NULL, NULL));
  g_clear_pointer (&factor, stn_factor_free);
  factor = factor_of (fixture->diary, "foods");
  g_assert_null (factor->heading);
}

static void
test_delete (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) meal =
    stn_diary_add_factor (fixture->diary, "Late meal", STN_FACTOR_BINARY, NULL, NULL);
  g_autoptr (StnFactor) tea =
    stn_diary_add_factor (fixture->diary, "Tea", STN_FACTOR_COUNT, "cups", NULL);
  g_autoptr (StnFactor) gone = NULL;
  g_autoptr (StnFactor) kept = NULL;
  g_autoptr (StnNight) night = NULL;
  g_autoptr (GError) error = NULL;
  guint n_nights;

  set_value (fixture->diary, "2026-11-20", "late-meal", 1);
  g_assert_true (stn_diary_delete_factor (fixture->diary, "tea", &n_nights, NULL));
  g_assert_cmpuint (n_nights, ==, 0);
  gone = factor_of (fixture->diary, "tea");
  g_assert_null (gone);
  g_assert_true (stn_diary_delete_factor (fixture->diary, "late-meal", &n_nights, NULL));
  g_assert_cmpuint (n_nights, ==, 1);
  kept = factor_of (fixture->diary, "late-meal");
  g_assert_true (kept->hidden);
  g_assert_cmpstr (kept->name, ==, "Late meal");
  night = load (fixture->diary, "2026-11-20");
  g_assert_cmpfloat (stn_night_get_value (night, "late-meal")->value, ==, 1);
  g_assert_false (stn_diary_delete_factor (fixture->diary, "fluids", NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  g_clear_pointer (&kept, stn_factor_free);
  kept = factor_of (fixture->diary, "late-meal");
  g_assert_true (kept->tracked && !kept->hidden);
}

static char *
offer (StnDiary *diary, const char *key)
{
  g_autoptr (StnFactor) factor = NULL;

  g_assert_true (stn_diary_get_offer (diary, night_of (key), &factor, NULL));
  return factor == NULL ? NULL : g_strdup (factor->slug);
}

/* One an evening; put off for a week; every factor has its turn before one comes again. */
static void
test_offers (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  StnDate key = night_of ("2026-11-21");
  guint n = 0;

  for (;; key = stn_date_add_days (key, 1), n++) {
    char text[STN_DATE_TEXT_SIZE];
    g_autofree char *none = NULL;
    char *slug = offer (fixture->diary, stn_date_to_text (key, text));

    g_assert_nonnull (slug);
    g_assert_null (strchr (slug, '.'));
    if (!g_hash_table_add (seen, slug))
      break;
    g_assert_true (stn_diary_put_off (fixture->diary, slug, key, NULL));
    none = offer (fixture->diary, text);
    g_assert_null (none);
  }
  g_assert_cmpuint (n, ==, 22);
}

static void
test_put_off_for_a_week (DiaryFixture *fixture, gconstpointer data)
{
  static const char *const others[] = {"2026-11-22", "2026-11-23", "2026-11-24",
                                       "2026-11-25", "2026-11-26", "2026-11-27"};
  g_autofree char *first = NULL;
  g_autofree char *after_a_week = NULL;
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (fixture->diary, NULL);

  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (!g_str_equal (factor->slug, "heat"))
      g_assert_true (stn_diary_hide_factor (fixture->diary, factor->slug, TRUE, NULL));
  }
  first = offer (fixture->diary, "2026-11-21");
  g_assert_cmpstr (first, ==, "heat");
  g_assert_true (stn_diary_put_off (fixture->diary, "heat", night_of ("2026-11-21"), NULL));
  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    g_autofree char *slug = offer (fixture->diary, others[i]);

    g_assert_null (slug);
  }
  after_a_week = offer (fixture->diary, "2026-11-28");
  g_assert_cmpstr (after_a_week, ==, "heat");
}

/* An answer is its turn, too. */
static void
test_answered (DiaryFixture *fixture, gconstpointer data)
{
  g_autofree char *first = offer (fixture->diary, "2026-11-20");
  g_autofree char *none = NULL;
  g_autofree char *next = NULL;

  set_value (fixture->diary, "2026-11-20", first, 0);
  none = offer (fixture->diary, "2026-11-20");
  g_assert_null (none);
  next = offer (fixture->diary, "2026-11-21");
  g_assert_cmpstr (next, !=, first);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/tracking/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("move", test_move);
  add ("hide", test_hide);
  add ("heading", test_heading);
  add ("delete", test_delete);
  add ("offers", test_offers);
  add ("answered", test_answered);
  add ("put-off-for-a-week", test_put_off_for_a_week);
  return g_test_run ();
}
