/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "model/stn-model-error.h"
#include "store/stn-setting-table.h"
#include "store/stn-store-private.h"

typedef struct {
  const char *slug;
  double value;
  StnEntered entered;
} Value;

static gboolean
take_value_cb (StnNight *night, gpointer data, GError **error)
{
  const Value *value = data;

  stn_night_take_value (night, stn_factor_value_new (value->slug, value->value, value->entered));
  return TRUE;
}

static gint64
put_value (StnDiary *diary, const char *key, const char *slug, double value, StnEntered entered)
{
  Value data = {slug, value, entered};
  g_autoptr (GError) error = NULL;
  gint64 group = -1;

  g_assert_true (stn_diary_edit_night (diary, night_of (key), "edit-night", take_value_cb, &data,
                                       &group, &error));
  g_assert_no_error (error);
  return group;
}

static void
assert_entered (StnDiary *diary, const char *key, const char *slug, const char *expected)
{
  g_autoptr (StnNight) night = load (diary, key);

  g_assert_nonnull (stn_night_get_value (night, slug));
  g_assert_cmpstr (stn_entered_to_token (stn_night_get_value (night, slug)->entered), ==, expected);
}

typedef struct {
  const char *now;
  const char *answer_before; /* an outcome was given at this time, or NULL */
  StnEntered marked;
  const char *expected;
} EnteredRow;

static const EnteredRow entered_rows[] = {
  {"2026-11-21T20:00:00", NULL, STN_ENTERED_UNKNOWN, "evening"},
  {"2026-11-22T04:59:00", NULL, STN_ENTERED_UNKNOWN, "evening"},
  {"2026-11-22T05:00:00", NULL, STN_ENTERED_UNKNOWN, "after"},
  {"2026-11-21T20:00:00", NULL, STN_ENTERED_USUAL, "usual"},
  {"2026-11-22T07:00:00", NULL, STN_ENTERED_USUAL, "after"},
  {"2026-11-21T23:50:00", "2026-11-21T23:40:00", STN_ENTERED_UNKNOWN, "after"},
  {"2026-11-21T23:50:00", "2026-11-21T23:40:00", STN_ENTERED_USUAL, "after"},
  {"2026-11-25T20:00:00", NULL, STN_ENTERED_UNKNOWN, "after"},
};

static void
test_entered (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (entered_rows); i++) {
    DiaryFixture fixture;

    diary_fixture_set_up (&fixture, NULL);
    g_test_message ("row %u", i);
    if (entered_rows[i].answer_before != NULL) {
      diary_fixture_set_now (&fixture, entered_rows[i].answer_before);
      log_cramps (fixture.diary, "2026-11-21", 1);
    }
    diary_fixture_set_now (&fixture, entered_rows[i].now);
    put_value (fixture.diary, "2026-11-21", "alcohol", 12, entered_rows[i].marked);
    assert_entered (fixture.diary, "2026-11-21", "alcohol", entered_rows[i].expected);
    diary_fixture_tear_down (&fixture, NULL);
  }
}

static void
test_entered_kept (DiaryFixture *fixture, gconstpointer data)
{
  diary_fixture_set_now (fixture, "2026-11-21T20:00:00");
  put_value (fixture->diary, "2026-11-21", "fluids", 1500, STN_ENTERED_UNKNOWN);
  put_value (fixture->diary, "2026-11-21", "alcohol", 0, STN_ENTERED_USUAL);
  diary_fixture_set_now (fixture, "2026-11-22T08:00:00");
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-21"), NULL, NULL));
  g_assert_cmpint (put_value (fixture->diary, "2026-11-21", "fluids", 1500, STN_ENTERED_UNKNOWN),
                   ==, 0);
  assert_entered (fixture->diary, "2026-11-21", "fluids", "evening");
  assert_entered (fixture->diary, "2026-11-21", "alcohol", "usual");
  put_value (fixture->diary, "2026-11-21", "fluids", 1600, STN_ENTERED_UNKNOWN);
  assert_entered (fixture->diary, "2026-11-21", "fluids", "after");
  assert_entered (fixture->diary, "2026-11-21", "alcohol", "usual");
}

static gboolean
outcome_and_value_cb (StnNight *night, gpointer data, GError **error)
{
  night->no_cramps = TRUE;
  stn_night_take_value (night, stn_factor_value_new ("alcohol", 10, STN_ENTERED_UNKNOWN));
  return TRUE;
}

/* Said in one breath with the outcome, at an hour that would be the evening. */
static void
test_entered_with_outcome (DiaryFixture *fixture, gconstpointer data)
{
  diary_fixture_set_now (fixture, "2026-11-21T23:00:00");
  g_assert_true (stn_diary_edit_night (fixture->diary, night_of ("2026-11-21"), "log-no-cramps",
                                       outcome_and_value_cb, NULL, NULL, NULL));
  assert_entered (fixture->diary, "2026-11-21", "alcohol", "after");
}

static gboolean
take_back_cb (StnNight *night, gpointer data, GError **error)
{
  night->no_cramps = FALSE;
  stn_night_take_value (night, stn_factor_value_new ("alcohol", 10, STN_ENTERED_UNKNOWN));
  return TRUE;
}

/* Whoever takes an outcome back has known it all the same. */
static void
test_entered_while_taking_back (DiaryFixture *fixture, gconstpointer data)
{
  diary_fixture_set_now (fixture, "2026-11-21T23:00:00");
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-21"), NULL, NULL));
  g_assert_true (stn_diary_edit_night (fixture->diary, night_of ("2026-11-21"), "edit-night",
                                       take_back_cb, NULL, NULL, NULL));
  assert_entered (fixture->diary, "2026-11-21", "alcohol", "after");
}

static void
test_answered (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) night = NULL;
  g_autoptr (StnNight) later = NULL;

  diary_fixture_set_now (fixture, "2026-11-22T07:00:00");
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-21"), NULL, NULL));
  night = load (fixture->diary, "2026-11-21");
  g_assert_true (stn_stamp_is_set (night->answered));
  diary_fixture_set_now (fixture, "2026-11-22T09:00:00");
  log_cramps (fixture->diary, "2026-11-21", 1);
  later = load (fixture->diary, "2026-11-21");
  g_assert_cmpint (later->answered.utc_s, ==, night->answered.utc_s);
}

static void
test_future (DiaryFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *now;
    const char *key;
    gboolean begun;
  } cases[] = {
    {"2026-11-22T11:59:00", "2026-11-21", TRUE},
    {"2026-11-22T11:59:00", "2026-11-22", FALSE},
    {"2026-11-22T12:00:00", "2026-11-22", TRUE},
    {"2026-11-22T12:00:00", "2026-11-23", FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    gboolean logged;

    diary_fixture_set_now (fixture, cases[i].now);
    logged = stn_diary_log_no_cramps (fixture->diary, night_of (cases[i].key), NULL, &error);
    g_assert_cmpint (logged, ==, cases[i].begun);
    if (!logged)
      g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE);
  }
}

/* Someone who has flown back over the date line may still correct what they entered over there. */
static void
test_future_stored (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  diary_fixture_set_now (fixture, "2026-11-22T13:00:00+13:00");
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-22"), NULL, NULL));
  diary_fixture_set_now (fixture, "2026-11-21T14:00:00-10:00");
  g_assert_true (
    stn_diary_log_cramps (fixture->diary, night_of ("2026-11-22"), 1, NULL, NULL, &error));
  g_assert_no_error (error);
}

static gboolean
both_outcomes_cb (StnNight *night, gpointer data, GError **error)
{
  night->no_cramps = TRUE;
  g_ptr_array_add (night->episodes, stn_episode_new ());
  return TRUE;
}

static void
test_both_outcomes (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnNight) stored = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (stn_diary_edit_night (fixture->diary, night_of ("2026-11-20"), "edit-night",
                                        both_outcomes_cb, NULL, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_CONTRADICTS);
  stored = load (fixture->diary, "2026-11-20");
  g_assert_true (stn_night_is_empty (stored));
}

static void
test_bad_values (DiaryFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *slug;
    double value;
    int code;
  } cases[] = {
    {"no-such-factor", 1, STN_DIARY_ERROR_UNKNOWN_FACTOR},
    {"cramp-last-night", 1, STN_DIARY_ERROR_UNKNOWN_FACTOR},
    {"exertion", 11, STN_DIARY_ERROR_BAD_VALUE},
    {"exertion", 2.5, STN_DIARY_ERROR_BAD_VALUE},
    {"stretch", 2, STN_DIARY_ERROR_BAD_VALUE},
    {"fluids", -1, STN_DIARY_ERROR_BAD_VALUE},
    {"sitting", 25, STN_DIARY_ERROR_BAD_VALUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    Value value = {cases[i].slug, cases[i].value, STN_ENTERED_UNKNOWN};
    g_autoptr (GError) error = NULL;
    g_autoptr (StnNight) night = NULL;

    g_assert_false (stn_diary_edit_night (fixture->diary, night_of ("2026-11-20"), "edit-night",
                                          take_value_cb, &value, NULL, &error));
    g_assert_error (error, STN_DIARY_ERROR, cases[i].code);
    night = load (fixture->diary, "2026-11-20");
    g_assert_true (stn_night_is_empty (night));
  }
}

static void
test_same_changes_nothing (DiaryFixture *fixture, gconstpointer data)
{
  gint64 first = 0, second = -1;

  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-20"), &first, NULL));
  g_assert_true (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-20"), &second, NULL));
  g_assert_cmpint (first, >, 0);
  g_assert_cmpint (second, ==, 0);
}

static void
test_undo_by_other (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnDiary) other = diary_fixture_open_again (fixture);
  g_autoptr (StnChangeGroup) undone = NULL;
  g_autoptr (StnChangeGroup) redone = NULL;
  g_autoptr (StnNight) night = NULL;
  g_autoptr (StnNight) again = NULL;
  gint64 group = 0;

  group = log_cramps (fixture->diary, "2026-11-20", 2);
  g_assert_true (stn_diary_undo (other, 0, &undone, NULL));
  g_assert_cmpint (undone->number, ==, group);
  g_assert_cmpstr (undone->label, ==, "log-cramps");
  g_assert_cmpuint (undone->nights->len, ==, 1);
  night = load (fixture->diary, "2026-11-20");
  g_assert_true (stn_night_is_empty (night));
  g_assert_true (stn_diary_redo (fixture->diary, &redone, NULL));
  again = load (other, "2026-11-20");
  g_assert_cmpuint (again->episodes->len, ==, 2);
}

static void
test_delete_nights (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (StnDate));
  StnDate days[] = {night_of ("2026-11-19"), night_of ("2026-11-20")};
  g_autoptr (StnNight) kept = NULL;
  g_autoptr (StnNight) back = NULL;
  g_autoptr (GPtrArray) left = NULL;
  g_autoptr (GError) error = NULL;

  g_array_append_vals (keys, days, G_N_ELEMENTS (days));
  log_cramps (fixture->diary, "2026-11-19", 2);
  g_assert_false (stn_diary_delete_nights (fixture->diary, keys, NULL, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_NOTHING_STORED);
  kept = load (fixture->diary, "2026-11-19");
  g_assert_cmpuint (kept->episodes->len, ==, 2);

  put_value (fixture->diary, "2026-11-20", "fluids", 1000, STN_ENTERED_UNKNOWN);
  g_assert_true (stn_diary_delete_nights (fixture->diary, keys, NULL, NULL));
  left = stn_diary_list_nights (fixture->diary, STN_NO_DATE, STN_NO_DATE, NULL);
  g_assert_cmpuint (left->len, ==, 0);
  g_assert_true (stn_diary_undo (fixture->diary, 0, NULL, NULL));
  back = load (fixture->diary, "2026-11-20");
  g_assert_cmpfloat (stn_night_get_value (back, "fluids")->value, ==, 1000);
}

static void
test_day_change (DiaryFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *setting;
    int minute;
  } cases[] = {
    {"", 720}, {"15:30", 930}, {"06:00", 360}, {"03:00", 360}, {"23:00", 1080}, {"noon", 720},
  };
  StnStore *store = stn_diary_get_store (fixture->diary);
  char text[STN_DATE_TEXT_SIZE];
  StnDate key;
  int minute;

  diary_fixture_set_now (fixture, "2026-11-22T13:00:00");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    if (*cases[i].setting != '\0') {
      g_assert_true (stn_store_begin (store, "setting", "person", NULL));
      g_assert_true (stn_setting_table_put (store, "day-change", cases[i].setting, NULL));
      g_assert_true (stn_store_commit (store, NULL, NULL));
    }
    g_assert_true (stn_diary_get_day_change (fixture->diary, &minute, NULL));
    g_assert_cmpint (minute, ==, cases[i].minute);
    g_assert_true (stn_diary_current_night (fixture->diary, &key, NULL));
    g_assert_cmpstr (stn_date_to_text (key, text), ==,
                     cases[i].minute > 13 * 60 ? "2026-11-21" : "2026-11-22");
    g_assert_cmpstr (stn_date_to_text (stn_diary_last_night (fixture->diary), text), ==,
                     "2026-11-21");
  }
}

/* A day change that cannot be read is not the usual one: nothing is saved under a guessed night. */
static void
test_day_change_unreadable (DiaryFixture *fixture, gconstpointer data)
{
  StnStore *store = stn_diary_get_store (fixture->diary);
  StnConnection *connection = stn_store_get_connection (store, NULL);
  g_autoptr (GError) error = NULL;
  StnDate key;
  int minute;

  g_assert_true (stn_store_begin (store, "setting", "person", NULL));
  g_assert_true (stn_setting_table_put (store, "day-change", "15:30", NULL));
  g_assert_true (stn_store_commit (store, NULL, NULL));
  g_assert_true (stn_connection_execute (
    connection, "UPDATE setting SET value = CAST (x'31ff' AS TEXT)", "damage", &error));
  g_assert_false (stn_diary_get_day_change (fixture->diary, &minute, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (stn_diary_current_night (fixture->diary, &key, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (stn_diary_log_no_cramps (fixture->diary, night_of ("2026-11-20"), NULL, &error));
  g_assert_error (error, STN_STORE_ERROR, STN_STORE_ERROR_DAMAGED);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/edit/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/diary/edit/entered", test_entered);
  add ("entered-kept-while-the-number-stays", test_entered_kept);
  add ("entered-with-the-outcome-is-after", test_entered_with_outcome);
  add ("entered-while-taking-back-is-after", test_entered_while_taking_back);
  add ("answered-at-the-first-outcome", test_answered);
  add ("future", test_future);
  add ("future-but-stored", test_future_stored);
  add ("two-outcomes-at-once", test_both_outcomes);
  add ("bad-values", test_bad_values);
  add ("same-changes-nothing", test_same_changes_nothing);
  add ("undo-by-another-program", test_undo_by_other);
  add ("delete-all-or-nothing", test_delete_nights);
  add ("day-change", test_day_change);
  add ("day-change-unreadable", test_day_change_unreadable);
  return g_test_run ();
}
