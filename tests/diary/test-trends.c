/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

#include "diary/stn-diary-medicines.h"
#include "diary/stn-diary-person.h"
#include "diary/stn-diary-visits.h"
#include "diary/stn-sample.h"
#include "diary/stn-trends.h"

#include "chart/stn-chart-file.h"

#include <sqlite3.h>

static StnTrends *
make (StnDiary *diary, StnTrendQuestion question)
{
  g_autoptr (GError) error = NULL;
  StnTrends *trends = stn_trends_make (diary, &question, &error);

  g_assert_no_error (error);
  return trends;
}

static void
write_sample (DiaryFixture *self, guint nights)
{
  g_autoptr (GError) error = NULL;
  StnSampleTruth truth;

  stn_sample_write (self->diary, nights, STN_SAMPLE_PLANTED_DEFAULT, 4, FALSE, &truth, &error);
  g_assert_no_error (error);
}

/* The number that SQL gives, as anybody asks the file. */
static gint64
query (DiaryFixture *self, const char *sql)
{
  sqlite3 *file;
  sqlite3_stmt *statement;
  gint64 number;

  g_assert_cmpint (sqlite3_open_v2 (self->path, &file, SQLITE_OPEN_READONLY, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (file, sql, -1, &statement, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  number = sqlite3_column_int64 (statement, 0);
  sqlite3_finalize (statement);
  sqlite3_close (file);
  return number;
}

static StnChart *
chart_of (StnTrends *trends, guint i)
{
  g_assert_cmpuint (i, <, trends->charts->len);
  return g_ptr_array_index (trends->charts, i);
}

/* The table as lines of fields, without its head. */
static GPtrArray *
rows_of (StnChart *chart)
{
  g_autofree char *csv = stn_chart_get_csv (chart);
  g_auto (GStrv) lines = g_strsplit (csv, "\n", -1);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  for (guint i = 1; lines[i] != NULL && *lines[i] != '\0'; i++)
    g_ptr_array_add (rows, g_strsplit (lines[i], ",", -1));
  return rows;
}

/* Behind every week stands what SQL counts in the file. */
static void
test_weeks_are_what_sql_counts (DiaryFixture *self, gconstpointer data)
{
  write_sample (self, 200);
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = NULL});
  g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, 0));
  gint64 all = 0;

  g_assert_cmpuint (rows->len, >, 25);
  for (guint i = 0; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);
    if (*row[2] == '\0') /* a mark */
      continue;
    g_autofree char *recorded =
      g_strdup_printf ("SELECT count(*) FROM night_summary WHERE state <> 'not-recorded' AND night "
                       "BETWEEN '%s' AND '%s'",
                       row[0], row[1]);
    g_autofree char *cramps = g_strdup_printf (
      "SELECT count(*) FROM night_summary WHERE state = 'cramps' AND night BETWEEN '%s' AND '%s'",
      row[0], row[1]);
    double n = g_ascii_strtod (row[2], NULL);

    g_assert_cmpint (g_ascii_strtoll (row[2], NULL, 10), ==, query (self, recorded));
    if (n > 0) {
      g_assert_cmpint (g_ascii_strtoll (row[3], NULL, 10), ==, query (self, cramps));
      g_assert_cmpfloat_with_epsilon (g_ascii_strtod (row[4], NULL),
                                      7 * g_ascii_strtod (row[3], NULL) / n, 1e-9);
    }
    all += (gint64) n;
  }
  g_assert_cmpint (
    all, ==, query (self, "SELECT count(*) FROM night_summary WHERE state <> 'not-recorded'"));
}

/* The calendar has each night once, in the state that the file has. */
static void
test_calendar_is_what_sql_says (DiaryFixture *self, gconstpointer data)
{
  write_sample (self, 200);
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = NULL});
  g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, 1));

  g_assert_cmpuint (rows->len, ==, 200);
  for (guint i = 0; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);
    g_autofree char *sql =
      g_strdup_printf ("SELECT coalesce ((SELECT state = '%s' FROM night_summary WHERE night = "
                       "'%s'), '%s' = 'not-recorded')",
                       row[1], row[0], row[1]);

    g_assert_cmpint (query (self, sql), ==, 1);
  }
}

static void
test_hours_are_what_sql_counts (DiaryFixture *self, gconstpointer data)
{
  write_sample (self, 200);
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = NULL});
  g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, 2));
  gint64 all = 0;

  for (guint i = 0; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);
    gboolean is_missing = g_str_equal (row[0], "Not said");
    g_autofree char *sql =
      is_missing ? g_strdup ("SELECT count(*) FROM episode WHERE NOT deleted AND start IS NULL")
                 : g_strdup_printf ("SELECT count(*) FROM episode WHERE NOT deleted AND "
                                    "CAST (substr (start, 1, 2) AS INTEGER) = %s",
                                    row[0]);

    g_assert_cmpint (g_ascii_strtoll (row[1], NULL, 10), ==, query (self, sql));
    all += g_ascii_strtoll (row[1], NULL, 10);
  }
  g_assert_cmpint (all, ==, query (self, "SELECT count(*) FROM episode WHERE NOT deleted"));
}

/* Each leg's places, with the cramps in both legs, and those of which it was not said. */
static void
test_places_are_what_sql_counts (DiaryFixture *self, gconstpointer data)
{
  write_sample (self, 200);
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = NULL});
  StnChart *chart = chart_of (trends, 3);
  g_autoptr (GPtrArray) rows = rows_of (chart);
  gint64 all = 0;

  g_assert_cmpint (stn_chart_get_form (chart), ==, STN_CHART_FORM_PLACES);
  for (guint i = 0; i < rows->len; i++)
    all += g_ascii_strtoll (((char **) g_ptr_array_index (rows, i))[1], NULL, 10);
  g_assert_cmpint (
    all, ==,
    query (self,
           "SELECT coalesce (sum (CASE WHEN side = 'both' THEN 2 ELSE 1 END), 0) FROM episode "
           "WHERE NOT deleted AND side IS NOT NULL AND site IS NOT NULL") +
      query (self,
             "SELECT count(*) FROM episode WHERE NOT deleted AND (side IS NULL OR site IS NULL)"));
  g_assert_cmpstr (((char **) g_ptr_array_index (rows, 0))[0], ==, "Left calf");
  g_assert_cmpint (g_ascii_strtoll (((char **) g_ptr_array_index (rows, 0))[1], NULL, 10), ==,
                   query (self,
                          "SELECT count(*) FROM episode WHERE NOT deleted AND site = 'calf' AND "
                          "side IN ('left', 'both')"));
}

/* Numbers of any measure are means that SQL finds too, over the very nights that were asked for. */
static void
test_means_are_what_sql_says (DiaryFixture *self, gconstpointer data)
{
  static const struct {
    StnMeasure measure;
    const char *value;
  } known[] = {{STN_MEASURE_LATENCY, "asleep_min"},    {STN_MEASURE_AWAKE, "awake_min"},
               {STN_MEASURE_AWAKENINGS, "awakenings"}, {STN_MEASURE_QUALITY, "quality"},
               {STN_MEASURE_RESTED, "rested"},         {STN_MEASURE_TIRED, "tired"}};

  write_sample (self, 200);
  StnDate to = stn_date_add_days (stn_diary_last_night (self->diary), -20);
  for (guint i = 0; i < G_N_ELEMENTS (known); i++) {
    g_autoptr (StnTrends) trends = make (
      self->diary, (StnTrendQuestion){
                     .from = stn_date_add_days (to, -90), .to = to, .measure = known[i].measure});
    g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, 0));

    for (guint j = 0; j < rows->len; j++) {
      char **row = g_ptr_array_index (rows, j);
      if (*row[2] == '\0') /* a mark */
        continue;
      g_autofree char *count = g_strdup_printf (
        "SELECT count(%s) FROM night WHERE NOT deleted AND night BETWEEN '%s' AND '%s'",
        known[i].value, row[0], row[1]);
      g_autofree char *mean = g_strdup_printf (
        "SELECT round (1e6 * avg(%s)) FROM night WHERE NOT deleted AND night BETWEEN '%s' AND '%s'",
        known[i].value, row[0], row[1]);

      g_assert_cmpint (g_ascii_strtoll (row[2], NULL, 10), ==, query (self, count));
      if (*row[4] != '\0')
        g_assert_cmpfloat_with_epsilon (1e6 * g_ascii_strtod (row[4], NULL),
                                        (double) query (self, mean), 2);
    }
  }
}

/* Three hundred nights with cramps on every third: two weeks before the day they become twice as many. */
static void
write_change (DiaryFixture *self, int nights, StnDate change)
{
  g_autoptr (GError) error = NULL;
  StnStore *store = stn_diary_get_store (self->diary);

  g_assert_true (stn_store_begin (store, "sample", "sample", &error));
  for (int i = nights - 1; i >= 0; i--) {
    g_autoptr (StnNight) before =
      stn_night_new (stn_date_add_days (stn_diary_last_night (self->diary), -i));
    g_autoptr (StnNight) after = stn_night_copy (before);

    if (i % (stn_date_compare (before->key, change) < 0 ? 4 : 2) == 0)
      g_ptr_array_add (after->episodes, stn_episode_new ());
    else
      after->no_cramps = TRUE;
    g_assert_true (stn_diary_put_night (self->diary, before, after, &error));
  }
  g_assert_true (stn_store_commit (store, NULL, &error));
  g_assert_no_error (error);
}

static double
rate_of (DiaryFixture *self, StnDate from, StnDate to)
{
  char first[STN_DATE_TEXT_SIZE], last[STN_DATE_TEXT_SIZE];
  g_autofree char *sql =
    g_strdup_printf ("SELECT round (7e9 * avg (state = 'cramps')) FROM night_summary WHERE night "
                     "BETWEEN '%s' AND '%s'",
                     stn_date_to_text (from, first), stn_date_to_text (to, last));

  return (double) query (self, sql) / 1e9;
}

static char **
find_mark (GPtrArray *rows, const char *title)
{
  for (guint i = 0; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);

    if (g_strv_length (row) == 10 && g_str_equal (row[7], title))
      return row;
  }
  g_error ("no mark \"%s\"", title);
}

/* A medicine, a visit and a condition: each tells the rate before and after, to the next change of a medicine. */
static void
test_marks (DiaryFixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  StnDate last = stn_diary_last_night (self->diary);
  StnDate start = stn_date_add_days (last, -100), visit = stn_date_add_days (last, -60);
  StnMedicine *medicine = stn_medicine_new ("Indapamide");
  g_autoptr (StnVisit) seen = stn_visit_new (visit);
  g_autoptr (StnPersonCondition) condition = stn_person_condition_new (NULL, "Sciatica");

  write_change (self, 300, start);
  g_ptr_array_add (medicine->changes, stn_medicine_change_new (STN_MEDICINE_START, start, NULL));
  g_assert_true (stn_diary_add_medicine (self->diary, medicine, NULL, &error));
  stn_medicine_free (medicine);
  g_assert_true (stn_diary_put_visit (self->diary, seen, NULL, NULL, &error));
  condition->since = stn_date_add_days (last, -10);
  g_assert_true (stn_diary_put_condition (self->diary, condition, NULL, &error));
  g_assert_no_error (error);

  g_autoptr (StnTrends) trends =
    make (self->diary, (StnTrendQuestion){.from = stn_date_add_days (last, -110)});
  g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, 0));
  char **row = find_mark (rows, "Indapamide started");
  g_assert_cmpfloat_with_epsilon (
    g_ascii_strtod (row[8], NULL),
    rate_of (self, stn_date_add_days (start, -182), stn_date_add_days (start, -1)), 1e-8);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (row[9], NULL), rate_of (self, start, last), 1e-8);
  row = find_mark (rows, "Visit");
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (row[8], NULL),
                                  rate_of (self, start, stn_date_add_days (visit, -1)), 1e-8);
  g_assert_cmpfloat_with_epsilon (g_ascii_strtod (row[9], NULL), rate_of (self, visit, last), 1e-8);
  row = find_mark (rows, "Sciatica began"); /* ten days are too few */
  g_assert_cmpstr (row[8], ==, "");
  g_assert_cmpstr (row[9], ==, "");
}

/* More than three years: months, with the nights of each; the same nights as SQL counts. */
static void
test_months_are_what_sql_counts (DiaryFixture *self, gconstpointer data)
{
  write_change (self, 1500, stn_date_new (2024, 1, 1));
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = NULL});
  StnChart *chart = chart_of (trends, 1);
  g_autoptr (GPtrArray) rows = rows_of (chart);

  g_assert_cmpint (stn_chart_get_form (chart), ==, STN_CHART_FORM_MONTHS);
  g_assert_cmpuint (rows->len, ==, 50);
  for (guint i = 0; i < rows->len; i++) {
    char **row = g_ptr_array_index (rows, i);
    g_autofree char *sql = g_strdup_printf ("SELECT 1000 * count(*) + sum (state = 'cramps') FROM "
                                            "night_summary WHERE night BETWEEN '%s' AND '%s'",
                                            row[0], row[1]);

    g_assert_cmpint (1000 * g_ascii_strtoll (row[2], NULL, 10) + g_ascii_strtoll (row[3], NULL, 10),
                     ==, query (self, sql));
  }
}

/* A range is what was asked for, as far as there are nights, and its table has no others. */
static void
test_range (DiaryFixture *self, gconstpointer data)
{
  write_sample (self, 100);
  StnDate last = stn_diary_last_night (self->diary), first = stn_date_add_days (last, -99);
  StnDate from = stn_date_add_days (last, -50), to = stn_date_add_days (last, -11);
  g_autoptr (StnTrends) some = make (self->diary, (StnTrendQuestion){.from = from, .to = to});
  g_autoptr (GPtrArray) cells = rows_of (chart_of (some, 1));
  g_autoptr (StnTrends) all =
    make (self->diary,
          (StnTrendQuestion){.from = stn_date_new (1990, 1, 1), .to = stn_date_new (2090, 1, 1)});

  g_assert_cmpuint (cells->len, ==, 40);
  g_assert_cmpint (stn_date_compare (some->from, from), ==, 0);
  g_assert_cmpint (stn_date_compare (some->to, to), ==, 0);
  g_assert_cmpstr (stn_chart_get_when (chart_of (some, 0)), ==, "1 October to 9 November 2026");
  g_assert_cmpint (stn_date_compare (all->from, first), ==, 0);
  g_assert_cmpint (stn_date_compare (all->to, last), ==, 0);
  g_assert_cmpint (stn_date_compare (all->first, first), ==, 0);
  g_assert_cmpint (stn_date_compare (all->last, last), ==, 0);
}

/* Nights that say nothing of the factor are in no group, but in the table. */
static void
test_nights_without_a_value (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *slug = g_strdup ("stretch");

  write_sample (self, 200);
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = slug});
  g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, trends->charts->len - 1));
  char **row = g_ptr_array_index (rows, 2);

  g_assert_cmpstr (row[0], ==, "Not recorded");
  g_assert_cmpint (
    g_ascii_strtoll (row[1], NULL, 10), ==,
    query (self,
           "SELECT count(*) FROM night_summary WHERE state <> 'not-recorded' AND night NOT IN "
           "(SELECT night FROM factor_value WHERE factor = 'stretch' AND NOT deleted)"));
}

/* Two nights forty years apart, and nothing between: words or a drawing in every chart, and none of them endless. */
static void
test_forty_years_apart (DiaryFixture *self, gconstpointer data)
{
  PangoContext *context = stn_chart_font_context ("Cantarell", 11);
  StnChartFace face = stn_chart_face_of (context);

  log_cramps (self->diary, "1986-03-01", 1);
  log_cramps (self->diary, "2026-03-01", 2);
  for (StnMeasure measure = 0; measure < STN_N_MEASURES; measure++) {
    g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.measure = measure});

    for (guint i = 0; i < trends->charts->len; i++) {
      g_autoptr (StnScene) scene = stn_chart_lay_out (chart_of (trends, i), &face, 800, FALSE);

      g_assert_cmpstr (stn_chart_get_sentence (chart_of (trends, i)), !=, "");
      g_assert_cmpuint (stn_scene_get_n_shapes (scene), >, 0);
      g_assert_cmpuint (stn_scene_get_n_shapes (scene), <, 4 * 800);
      g_assert_cmpfloat (stn_scene_get_height (scene), <, 1000);
    }
  }
  g_object_unref (context);
}

/* Both sides of a yes-or-no factor, once 30 nights are recorded; nothing before. */
static void
test_pairs_need_thirty_nights (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *slug = g_strdup ("stretch");

  write_sample (self, 200);
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = slug});
  g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, trends->charts->len - 1));
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < 2; i++) {
    g_autofree char *sql = g_strdup_printf (
      "SELECT count(*) FROM night_summary JOIN factor_value USING (night) WHERE state = 'cramps' "
      "AND factor = 'stretch' AND NOT deleted AND value = %u",
      i);
    char **row = g_ptr_array_index (rows, i);

    g_assert_cmpint (g_ascii_strtoll (row[2], NULL, 10), ==, query (self, sql));
  }

  StnDate to = stn_diary_last_night (self->diary);
  g_autoptr (StnTrends) early =
    make (self->diary, (StnTrendQuestion){.from = stn_date_add_days (to, -20), .slug = slug});
  g_autoptr (GPtrArray) none = rows_of (chart_of (early, early->charts->len - 1));
  g_assert_cmpuint (none->len, ==, 0);
}

/* Every measure, on nothing, one night, and a year: a chart with words, and the axis of the range. */
static void
test_every_measure_draws (DiaryFixture *self, gconstpointer data)
{
  PangoContext *context = stn_chart_font_context ("Cantarell", 11);
  StnChartFace face = stn_chart_face_of (context);

  for (guint nights = 0; nights <= 200; nights += 100) {
    DiaryFixture fixture;

    diary_fixture_set_up (&fixture, NULL);
    if (nights > 0)
      write_sample (&fixture, nights);
    for (StnMeasure measure = 0; measure < STN_N_MEASURES; measure++) {
      g_autoptr (StnTrends) trends =
        make (fixture.diary, (StnTrendQuestion){.measure = measure, .compare = TRUE});

      for (guint i = 0; i < trends->charts->len; i++) {
        g_autoptr (StnScene) scene =
          stn_chart_lay_out (chart_of (trends, i), &face, 360, i % 2 == 0);

        g_assert_cmpstr (stn_chart_get_title (chart_of (trends, i)), !=, "");
        g_assert_cmpstr (stn_chart_get_sentence (chart_of (trends, i)), !=, "");
        g_assert_cmpuint (stn_scene_get_n_shapes (scene), >, 0);
      }
    }
    diary_fixture_tear_down (&fixture, NULL);
  }
  g_object_unref (context);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test)                                                                            \
  g_test_add (path, DiaryFixture, NULL, diary_fixture_set_up, test, diary_fixture_tear_down)
  ADD ("/diary/trends/weeks-are-what-sql-counts", test_weeks_are_what_sql_counts);
  ADD ("/diary/trends/calendar-is-what-sql-says", test_calendar_is_what_sql_says);
  ADD ("/diary/trends/hours-are-what-sql-counts", test_hours_are_what_sql_counts);
  ADD ("/diary/trends/places-are-what-sql-counts", test_places_are_what_sql_counts);
  ADD ("/diary/trends/means-are-what-sql-says", test_means_are_what_sql_says);
  ADD ("/diary/trends/months-are-what-sql-counts", test_months_are_what_sql_counts);
  ADD ("/diary/trends/marks", test_marks);
  ADD ("/diary/trends/range", test_range);
  ADD ("/diary/trends/nights-without-a-value", test_nights_without_a_value);
  ADD ("/diary/trends/forty-years-apart", test_forty_years_apart);
  ADD ("/diary/trends/pairs-need-thirty-nights", test_pairs_need_thirty_nights);
  ADD ("/diary/trends/every-measure-draws", test_every_measure_draws);
  return g_test_run ();
}
