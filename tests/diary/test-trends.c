/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-fixture.h"

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
    g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM episode WHERE NOT deleted AND "
                                            "CAST (substr (start, 1, 2) AS INTEGER) = %s",
                                            row[0]);

    g_assert_cmpint (g_ascii_strtoll (row[1], NULL, 10), ==, query (self, sql));
    all += g_ascii_strtoll (row[1], NULL, 10);
  }
  g_assert_cmpint (
    all, ==, query (self, "SELECT count(*) FROM episode WHERE NOT deleted AND start IS NOT NULL"));
}

/* Both sides of a yes-or-no factor, once 30 nights are recorded; nothing before. */
static void
test_pairs_need_thirty_nights (DiaryFixture *self, gconstpointer data)
{
  g_autofree char *slug = g_strdup ("stretch");

  write_sample (self, 200);
  g_autoptr (StnTrends) trends = make (self->diary, (StnTrendQuestion){.slug = slug});
  g_autoptr (GPtrArray) rows = rows_of (chart_of (trends, trends->charts->len - 1));
  g_assert_cmpuint (rows->len, ==, 2);
  for (guint i = 0; i < rows->len; i++) {
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
  ADD ("/diary/trends/pairs-need-thirty-nights", test_pairs_need_thirty_nights);
  ADD ("/diary/trends/every-measure-draws", test_every_measure_draws);
  return g_test_run ();
}
