/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-tracking.h"
#include "diary/stn-usual-day.h"

/* Sets @slug in the evening of @key. */
static void
set_in_the_evening (DiaryFixture *fixture, const char *key, const char *slug, double value)
{
  g_autofree char *now = g_strconcat (key, "T21:00:00", NULL);
  g_autoptr (StnNight) night = load (fixture->diary, key);

  diary_fixture_set_now (fixture, now);
  stn_night_take_value (night, stn_factor_value_new (slug, value, STN_ENTERED_UNKNOWN));
  save (fixture->diary, night);
}

static StnOptReal
usual (DiaryFixture *fixture, const char *key, const char *slug)
{
  g_autoptr (GPtrArray) values = stn_usual_day_read (fixture->diary, night_of (key), NULL);

  for (guint i = 0; i < values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (values, i);

    g_assert_cmpint (value->entered, ==, STN_ENTERED_USUAL);
    if (g_str_equal (value->slug, slug))
      return STN_KNOWN_REAL (value->value);
  }
  return STN_UNKNOWN_REAL;
}

static void
assert_usual (DiaryFixture *fixture, const char *key, const char *slug, double expected)
{
  StnOptReal value = usual (fixture, key, slug);

  g_assert_true (value.known);
  g_assert_cmpfloat (value.value, ==, expected);
}

static void
test_nothing_assumed (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) values = stn_usual_day_read (fixture->diary, night_of ("2026-11-21"), NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (values->len, ==, 0);
  g_assert_false (stn_usual_day_take (fixture->diary, night_of ("2026-11-21"), NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NO_USUAL);
}

static void
test_median_and_mode (DiaryFixture *fixture, gconstpointer data)
{
  g_assert_true (stn_diary_track_factor (fixture->diary, "heat", TRUE, NULL));
  set_in_the_evening (fixture, "2026-11-01", "fluids", 1000);
  set_in_the_evening (fixture, "2026-11-02", "fluids", 1750);
  set_in_the_evening (fixture, "2026-11-03", "fluids", 1500);
  set_in_the_evening (fixture, "2026-11-04", "fluids", 2500);
  assert_usual (fixture, "2026-11-04", "fluids", 1500);
  assert_usual (fixture, "2026-11-05", "fluids", 1500);
  set_in_the_evening (fixture, "2026-11-01", "heat", 1);
  set_in_the_evening (fixture, "2026-11-02", "heat", 0);
  assert_usual (fixture, "2026-11-05", "heat", 0);
  set_in_the_evening (fixture, "2026-11-03", "heat", 1);
  assert_usual (fixture, "2026-11-05", "heat", 1);
}

/* What is done at bedtime is no part of the day; what is not tracked is not asked. */
static void
test_what_is_left_out (DiaryFixture *fixture, gconstpointer data)
{
  set_in_the_evening (fixture, "2026-11-03", "stretch", 1);
  set_in_the_evening (fixture, "2026-11-03", "standing", 6);
  g_assert_false (usual (fixture, "2026-11-04", "stretch").known);
  g_assert_false (usual (fixture, "2026-11-04", "standing").known);
  g_assert_true (stn_diary_track_factor (fixture->diary, "standing", TRUE, NULL));
  assert_usual (fixture, "2026-11-04", "standing", 6);
}

/* A night may colour the memory: what was entered after it says nothing about usual days. */
static void
test_only_evenings (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = load (fixture->diary, "2026-11-03");

  diary_fixture_set_now (fixture, "2026-11-04T09:00:00");
  stn_night_take_value (night, stn_factor_value_new ("fluids", 500, STN_ENTERED_UNKNOWN));
  save (fixture->diary, night);
  g_assert_false (usual (fixture, "2026-11-05", "fluids").known);
}

/* 5 evenings of 6 glasses, then 20 ordinary days with 6 other ones: the typed ones are not the usual. */
static void
test_ordinary_days_count (DiaryFixture *fixture, gconstpointer data)
{
  StnDate key = night_of ("2026-10-01");

  for (guint i = 0; i < 31; i++, key = stn_date_add_days (key, 1)) {
    char text[STN_DATE_TEXT_SIZE];

    stn_date_to_text (key, text);
    if (i < 5 || i % 4 == 0) {
      set_in_the_evening (fixture, text, "fluids", i < 5 ? 1500 : 750);
    } else {
      g_autofree char *now = g_strconcat (text, "T21:00:00", NULL);

      diary_fixture_set_now (fixture, now);
      g_assert_true (stn_usual_day_take (fixture->diary, key, NULL, NULL));
    }
  }
  assert_usual (fixture, "2026-11-01", "fluids", 1500);
}

/* A habit that changed is the usual one after half of the values that are looked at. */
static void
test_habits_change (DiaryFixture *fixture, gconstpointer data)
{
  StnDate key = night_of ("2026-10-01");
  char text[STN_DATE_TEXT_SIZE];

  for (guint i = 0; i < 28 + 14; i++, key = stn_date_add_days (key, 1))
    set_in_the_evening (fixture, stn_date_to_text (key, text), "fluids", i < 28 ? 1500 : 750);
  assert_usual (fixture, stn_date_to_text (key, text), "fluids", 750);
}

static void
test_set_by_the_person (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_set_usual (fixture->diary, "fluids", STN_KNOWN_REAL (2000), NULL));
  set_in_the_evening (fixture, "2026-11-03", "fluids", 1000);
  assert_usual (fixture, "2026-11-04", "fluids", 2000);
  g_assert_false (stn_diary_set_usual (fixture->diary, "fluids", STN_KNOWN_REAL (-1), &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  g_assert_true (stn_diary_set_usual (fixture->diary, "fluids", STN_UNKNOWN_REAL, NULL));
  assert_usual (fixture, "2026-11-04", "fluids", 1000);
}

static StnEntered
entered_of (StnDiary *diary, const char *key, const char *slug)
{
  g_autoptr (StnNight) night = load (diary, key);

  return stn_night_get_value (night, slug)->entered;
}

static void
test_take (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  gint64 group = 0;

  set_in_the_evening (fixture, "2026-11-19", "fluids", 1500);
  set_in_the_evening (fixture, "2026-11-19", "alcohol", 0);
  set_in_the_evening (fixture, "2026-11-20", "fluids", 1000);
  g_assert_true (stn_usual_day_take (fixture->diary, night_of ("2026-11-20"), &group, NULL));
  g_assert_cmpint (group, !=, 0);
  night = load (fixture->diary, "2026-11-20");
  g_assert_cmpfloat (stn_night_get_value (night, "fluids")->value, ==, 1000);
  g_assert_cmpint (entered_of (fixture->diary, "2026-11-20", "fluids"), ==, STN_ENTERED_EVENING);
  g_assert_cmpint (entered_of (fixture->diary, "2026-11-20", "alcohol"), ==, STN_ENTERED_USUAL);
  set_in_the_evening (fixture, "2026-11-20", "alcohol", 20);
  g_assert_cmpint (entered_of (fixture->diary, "2026-11-20", "alcohol"), ==, STN_ENTERED_EVENING);
}

/* Glasses counted one by one are not the whole day, unless they are more than usual; a number that was typed is. */
static void
test_counted_glasses (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) counted = NULL;
  g_autoptr (StnNight) many = NULL;

  set_in_the_evening (fixture, "2026-11-19", "fluids", 500);
  diary_fixture_set_now (fixture, "2026-11-20T21:00:00");
  g_assert_true (stn_diary_count_glass (fixture->diary, night_of ("2026-11-20"), NULL, NULL));
  counted = load (fixture->diary, "2026-11-20");
  g_assert_cmpfloat (stn_night_get_value (counted, "fluids")->value, ==, 250);
  g_assert_cmpint (entered_of (fixture->diary, "2026-11-20", "fluids"), ==, STN_ENTERED_EVENING);
  g_assert_true (stn_usual_day_take (fixture->diary, night_of ("2026-11-20"), NULL, NULL));
  g_clear_pointer (&counted, stn_night_free);
  counted = load (fixture->diary, "2026-11-20");
  g_assert_cmpfloat (stn_night_get_value (counted, "fluids")->value, ==, 500);
  g_assert_cmpint (entered_of (fixture->diary, "2026-11-20", "fluids"), ==, STN_ENTERED_USUAL);
  diary_fixture_set_now (fixture, "2026-11-21T21:00:00");
  for (guint i = 0; i < 3; i++)
    g_assert_true (stn_diary_count_glass (fixture->diary, night_of ("2026-11-21"), NULL, NULL));
  stn_usual_day_take (fixture->diary, night_of ("2026-11-21"), NULL, NULL);
  many = load (fixture->diary, "2026-11-21");
  g_assert_cmpfloat (stn_night_get_value (many, "fluids")->value, ==, 750);
}

static void
test_after_wins (DiaryFixture *fixture, gconstpointer data)
{
  set_in_the_evening (fixture, "2026-11-19", "fluids", 1500);
  diary_fixture_set_now (fixture, "2026-11-21T08:00:00");
  g_assert_true (stn_usual_day_take (fixture->diary, night_of ("2026-11-20"), NULL, NULL));
  g_assert_cmpint (entered_of (fixture->diary, "2026-11-20", "fluids"), ==, STN_ENTERED_AFTER);
  diary_fixture_set_now (fixture, "2026-11-21T20:00:00");
  log_cramps (fixture->diary, "2026-11-21", 1);
  g_assert_true (stn_usual_day_take (fixture->diary, night_of ("2026-11-21"), NULL, NULL));
  g_assert_cmpint (entered_of (fixture->diary, "2026-11-21", "fluids"), ==, STN_ENTERED_AFTER);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/usual-day/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("nothing-assumed", test_nothing_assumed);
  add ("median-and-mode", test_median_and_mode);
  add ("what-is-left-out", test_what_is_left_out);
  add ("only-evenings", test_only_evenings);
  add ("ordinary-days-count", test_ordinary_days_count);
  add ("habits-change", test_habits_change);
  add ("set-by-the-person", test_set_by_the_person);
  add ("take", test_take);
  add ("counted-glasses", test_counted_glasses);
  add ("after-wins", test_after_wins);
  return g_test_run ();
}
