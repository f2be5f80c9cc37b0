/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-tracking.h"

typedef struct {
  const char *assignment;
  const char *slug; /* NULL: refused */
  double value;
  int code;
} ParseRow;

static const ParseRow parse_rows[] = {
  {"stretch=yes", "stretch", 1, 0},
  {"stretch=no", "stretch", 0, 0},
  {"stretch=1", "stretch", 1, 0},
  {"stretch=0", "stretch", 0, 0},
  {"foods.nuts=yes", "foods.nuts", 1, 0},
  {"fluids=1500", "fluids", 1500, 0},
  {"fluids=0", "fluids", 0, 0},
  {"sitting=7.5", "sitting", 7.5, 0},
  {"exertion=10", "exertion", 10, 0},
  {"stretch=maybe", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"stretch=2", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"stretch=", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"exertion=11", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"exertion=2.5", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"sitting=25", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"fluids=-1", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"fluids=1,5", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"fluids=nan", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"fluids=1500ml", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"fluids", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"=1", NULL, 0, STN_DIARY_ERROR_BAD_VALUE},
  {"no-such-factor=1", NULL, 0, STN_DIARY_ERROR_UNKNOWN_FACTOR},
  {"Fluids=1", NULL, 0, STN_DIARY_ERROR_UNKNOWN_FACTOR},
  {"short-sleep=yes", NULL, 0, STN_DIARY_ERROR_UNKNOWN_FACTOR},
};

static void
test_parse (DiaryFixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (parse_rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (StnFactorValue) value =
      stn_diary_parse_factor_value (fixture->diary, parse_rows[i].assignment, &error);

    g_test_message ("%s", parse_rows[i].assignment);
    if (parse_rows[i].slug == NULL) {
      g_assert_null (value);
      g_assert_error (error, STN_DIARY_ERROR, parse_rows[i].code);
      continue;
    }
    g_assert_no_error (error);
    g_assert_cmpstr (value->slug, ==, parse_rows[i].slug);
    g_assert_cmpfloat (value->value, ==, parse_rows[i].value);
  }
}

static guint
count_tracked (GPtrArray *factors)
{
  guint n = 0;

  for (guint i = 0; i < factors->len; i++)
    n += ((StnFactor *) g_ptr_array_index (factors, i))->tracked ? 1 : 0;
  return n;
}

static void
test_six_by_default (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (fixture->diary, NULL);

  g_assert_cmpuint (count_tracked (factors), ==, 6);
  for (const char *const *slug = (const char *const[]){"fluids", "activity", "exertion", "sitting",
                                                       "alcohol", "stretch", NULL};
       *slug != NULL; slug++)
    g_assert_true (stn_factor_list_find (factors, *slug)->tracked);
  g_assert_null (stn_factor_list_find (factors, "cramp-last-night"));
}

/* A first value gives a factor its row; the list stays as it was. */
static void
test_order_is_steady (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) before = stn_diary_list_factors (fixture->diary, NULL);
  g_autoptr (StnFactor) own = NULL;
  g_autoptr (GPtrArray) after = NULL;

  g_assert_true (stn_diary_track_factor (fixture->diary, "stress", TRUE, NULL));
  own = stn_diary_add_factor (fixture->diary, "Late meal", STN_FACTOR_BINARY, NULL, NULL);
  after = stn_diary_list_factors (fixture->diary, NULL);
  g_assert_cmpuint (after->len, ==, before->len + 1);
  for (guint i = 0; i < before->len; i++)
    g_assert_cmpstr (((StnFactor *) g_ptr_array_index (after, i))->slug, ==,
                     ((StnFactor *) g_ptr_array_index (before, i))->slug);
  g_assert_cmpstr (((StnFactor *) g_ptr_array_index (after, before->len))->slug, ==, "late-meal");
  g_assert_cmpuint (count_tracked (after), ==, 8);
}

static void
test_slugs (DiaryFixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name;
    const char *slug;
  } cases[] = {
    {"Late meal", "late-meal"},      {"late-meal", "late-meal-2"}, /* another name, the same slug */
    {"  Käse & Brot ", "kase-brot"}, {"Fluids!", "fluids-2"},      /* never the catalogue's */
    {"Diuretic?", "diuretic-2"},     {"夜食", "factor"},           {"7 km", "7-km"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (StnFactor) factor =
      stn_diary_add_factor (fixture->diary, cases[i].name, STN_FACTOR_COUNT, "km", &error);

    g_assert_no_error (error);
    g_assert_cmpstr (factor->slug, ==, cases[i].slug);
  }
}

static void
test_names_are_unique (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (StnFactor) own =
    stn_diary_add_factor (fixture->diary, "Late meal", STN_FACTOR_BINARY, NULL, NULL);
  static const char *const bad[] = {"", "late MEAL", "Drinks"};

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;

    g_assert_null (stn_diary_add_factor (fixture->diary, bad[i], STN_FACTOR_BINARY, NULL, &error));
    g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_BAD_VALUE);
  }
}

static void
test_rename_and_hide (DiaryFixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) factors = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_rename_factor (fixture->diary, "fluids", "Wasser", NULL));
  g_assert_true (stn_diary_track_factor (fixture->diary, "alcohol", FALSE, NULL));
  factors = stn_diary_list_factors (fixture->diary, NULL);
  g_assert_cmpstr (stn_factor_list_find (factors, "fluids")->name, ==, "Wasser");
  g_assert_true (stn_factor_list_find (factors, "fluids")->tracked);
  g_assert_false (stn_factor_list_find (factors, "alcohol")->tracked);
  g_assert_false (stn_diary_rename_factor (fixture->diary, "nothing", "x", &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_UNKNOWN_FACTOR);
}

static void
add (const char *name, void (*test) (DiaryFixture *, gconstpointer))
{
  g_autofree char *path = g_strconcat ("/diary/factors/", name, NULL);

  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("parse", test_parse);
  add ("six-by-default", test_six_by_default);
  add ("order-is-steady", test_order_is_steady);
  add ("slugs", test_slugs);
  add ("names-are-unique", test_names_are_unique);
  add ("rename-and-hide", test_rename_and_hide);
  return g_test_run ();
}
