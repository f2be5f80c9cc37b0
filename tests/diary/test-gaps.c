/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

static guint
gaps (StnDiary *diary, guint max, GArray **ret_keys)
{
  guint total;

  g_assert_true (stn_diary_list_gaps (diary, stn_date_add_days (stn_diary_last_night (diary), -1),
                                      max, ret_keys, &total, NULL));
  return total;
}

static void
assert_gaps (StnDiary *diary, const char *expected)
{
  g_autoptr (GArray) keys = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  gaps (diary, 100, &keys);
  for (guint i = 0; i < keys->len; i++) {
    char key[STN_DATE_TEXT_SIZE];

    g_string_append_printf (text, "%s%s", i == 0 ? "" : " ",
                            stn_date_to_text (g_array_index (keys, StnDate, i), key) + 5);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_newest_first (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) keys = NULL;

  diary_fixture_set_now (fixture, "2026-11-22T07:00:00");
  assert_gaps (fixture->diary, "");
  log_cramps (fixture->diary, "2026-11-15", 1);
  log_cramps (fixture->diary, "2026-11-18", 1);
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-20"), NULL, NULL));
  assert_gaps (fixture->diary, "11-19 11-17 11-16");
  g_assert_cmpuint (gaps (fixture->diary, 2, &keys), ==, 3);
  g_assert_cmpuint (keys->len, ==, 2);
}

/* Factors alone are no answer. */
static void
test_factors_alone (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = load (fixture->diary, "2026-11-19");

  diary_fixture_set_now (fixture, "2026-11-22T07:00:00");
  stn_night_take_value (night, stn_factor_value_new ("heat", 1, STN_ENTERED_UNKNOWN));
  save (fixture->diary, night);
  assert_gaps (fixture->diary, "11-20 11-19");
}

static void
test_forgotten (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  g_autoptr (GError) error = NULL;

  diary_fixture_set_now (fixture, "2026-11-22T07:00:00");
  log_cramps (fixture->diary, "2026-11-18", 1);
  g_assert_true (stn_diary_forget_night (fixture->diary, night_of ("2026-11-20"), NULL, NULL));
  assert_gaps (fixture->diary, "11-19");
  night = load (fixture->diary, "2026-11-20");
  g_assert_cmpint (stn_night_get_state (night), ==, STN_NIGHT_NOT_RECORDED);
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  assert_gaps (fixture->diary, "11-20 11-19");
  g_assert_false (stn_diary_forget_night (fixture->diary, night_of ("2026-11-18"), NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS);
}

/* Who remembers after all has not forgotten. */
static void
test_remembered (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  StnDate key = night_of ("2026-11-20");

  diary_fixture_set_now (fixture, "2026-11-22T07:00:00");
  g_assert_true (stn_diary_forget_night (fixture->diary, key, NULL, NULL));
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, key, NULL, NULL));
  night = load (fixture->diary, "2026-11-20");
  g_assert_false (night->forgotten);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/gaps/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("newest-first", test_newest_first);
  add ("factors-alone", test_factors_alone);
  add ("forgotten", test_forgotten);
  add ("remembered", test_remembered);
  return g_test_run ();
}
