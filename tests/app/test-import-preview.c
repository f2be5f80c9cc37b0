/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present-fixture.h"

#include "present/stn-import-preview.h"

#define GOOD                                                                                       \
  "date,event,severity,coffee,note count\n"                                                        \
  "2026-11-01,1,4,1,3\n"                                                                           \
  "2026-11-02,0,,0,12\n"                                                                           \
  "2026-11-03,,,1,7\n"

enum { DATE, EVENT, SEVERITY, COFFEE, NOTE_COUNT };

static StnImportPreview *
open_text (PresentFixture *fixture, const char *text)
{
  g_autofree char *path = present_fixture_write_file (fixture, "nights.csv", text);
  StnImportPreview *preview = stn_import_preview_new (fixture->client, path);

  present_fixture_settle (fixture);
  g_assert_false (stn_import_preview_is_busy (preview));
  return preview;
}

static void
test_good_file (PresentFixture *fixture, gconstpointer data)
{
  StnImportPreview *preview = open_text (fixture, GOOD);
  const StnImportReport *report = stn_import_preview_get_report (preview);

  g_assert_null (stn_import_preview_get_error (preview));
  g_assert_cmpstr (stn_import_preview_get_name (preview), ==, "nights.csv");
  g_assert_cmpuint (g_strv_length ((char **) stn_import_preview_get_columns (preview)), ==, 5);
  g_assert_cmpuint (stn_import_preview_get_rows (preview)->len, ==, 3);
  g_assert_cmpint (stn_import_preview_get_role (preview, STN_IMPORT_DATE), ==, DATE);
  g_assert_cmpint (stn_import_preview_get_role (preview, STN_IMPORT_CRAMPS), ==, EVENT);
  g_assert_cmpint (stn_import_preview_get_role (preview, STN_IMPORT_SEVERITY), ==, SEVERITY);
  g_assert_false (stn_import_preview_may_be_factor (preview, DATE));
  g_assert_true (stn_import_preview_may_be_factor (preview, COFFEE));
  g_assert_cmpint (stn_import_preview_get_factor (preview, COFFEE)->kind, ==, STN_FACTOR_BINARY);
  g_assert_cmpint (stn_import_preview_get_factor (preview, NOTE_COUNT)->kind, ==,
                   STN_FACTOR_CONTINUOUS);
  g_assert_cmpuint (report->nights_new, ==, 3);
  g_assert_cmpint (report->group, ==, 0);
  g_assert_true (stn_import_preview_can_import (preview));
  g_assert_finalize_object (preview);
}

static void
test_meaning_is_changed (PresentFixture *fixture, gconstpointer data)
{
  StnImportPreview *preview = open_text (fixture, GOOD);

  stn_import_preview_set_kind (preview, NOTE_COUNT, STN_IMPORT_COUNT);
  g_assert_true (stn_import_preview_is_busy (preview));
  g_assert_false (stn_import_preview_can_import (preview));
  present_fixture_settle (fixture);
  g_assert_cmpint (stn_import_preview_get_factor (preview, NOTE_COUNT)->kind, ==, STN_FACTOR_COUNT);

  stn_import_preview_set_kind (preview, COFFEE, STN_IMPORT_LEFT_OUT);
  stn_import_preview_set_role (preview, STN_IMPORT_SEVERITY, STN_IMPORT_NO_COLUMN);
  present_fixture_settle (fixture);
  g_assert_null (stn_import_preview_get_factor (preview, COFFEE));
  g_assert_true (stn_import_preview_may_be_factor (preview, SEVERITY));
  g_assert_nonnull (stn_import_preview_get_factor (preview, SEVERITY));

  /* A column has one role. */
  stn_import_preview_set_role (preview, STN_IMPORT_CRAMPS, COFFEE);
  stn_import_preview_set_role (preview, STN_IMPORT_SEVERITY, COFFEE);
  g_assert_cmpint (stn_import_preview_get_role (preview, STN_IMPORT_CRAMPS), ==,
                   STN_IMPORT_NO_COLUMN);
  present_fixture_settle (fixture);
  g_assert_finalize_object (preview);
}

static void
test_kind_that_does_not_fit (PresentFixture *fixture, gconstpointer data)
{
  StnImportPreview *preview = open_text (fixture, GOOD);

  stn_import_preview_set_kind (preview, NOTE_COUNT, STN_IMPORT_SCALE);
  present_fixture_settle (fixture);
  g_assert_true (g_str_has_prefix (stn_import_preview_get_error (preview), "nights.csv:3: "));
  g_assert_false (stn_import_preview_can_import (preview));
  stn_import_preview_set_kind (preview, NOTE_COUNT, STN_IMPORT_FOUND);
  present_fixture_settle (fixture);
  g_assert_null (stn_import_preview_get_error (preview));
  g_assert_true (stn_import_preview_can_import (preview));
  g_assert_finalize_object (preview);
}

static void
test_bad_row (PresentFixture *fixture, gconstpointer data)
{
  StnImportPreview *preview = open_text (fixture, "date,cramps\n2026-11-01,1\n2026-02-30,0\n");

  /* The columns are there to be chosen: perhaps another one is the date. */
  g_assert_nonnull (stn_import_preview_get_columns (preview));
  g_assert_true (g_str_has_prefix (stn_import_preview_get_error (preview), "nights.csv:3: "));
  g_assert_null (stn_import_preview_get_report (preview));
  g_assert_false (stn_import_preview_can_import (preview));
  g_assert_finalize_object (preview);
}

static void
test_no_date (PresentFixture *fixture, gconstpointer data)
{
  StnImportPreview *preview = open_text (fixture, "when,written,cramps\n2026-11-01,2026-11-02,1\n");

  g_assert_cmpint (stn_import_preview_get_role (preview, STN_IMPORT_DATE), ==,
                   STN_IMPORT_NO_COLUMN);
  g_assert_nonnull (stn_import_preview_get_error (preview));
  stn_import_preview_set_role (preview, STN_IMPORT_DATE, 0);
  stn_import_preview_set_kind (preview, 1, STN_IMPORT_LEFT_OUT);
  present_fixture_settle (fixture);
  g_assert_null (stn_import_preview_get_error (preview));
  g_assert_cmpuint (stn_import_preview_get_report (preview)->nights_new, ==, 1);
  g_assert_finalize_object (preview);
}

static void
test_unreadable (PresentFixture *fixture, gconstpointer data)
{
  static const char *const texts[] = {"", "\xff\xfe"
                                          "d"};

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    StnImportPreview *preview = open_text (fixture, texts[i]);

    g_assert_null (stn_import_preview_get_columns (preview));
    g_assert_true (g_str_has_prefix (stn_import_preview_get_error (preview), "nights.csv"));
    g_assert_false (stn_import_preview_can_import (preview));
    g_assert_finalize_object (preview);
  }
}

static void
test_stored_values_win_unless_told (PresentFixture *fixture, gconstpointer data)
{
  StnImportPreview *preview;

  present_fixture_log (fixture, 20, 0); /* 1 November, where the file says one cramp */
  preview = open_text (fixture, GOOD);
  g_assert_cmpuint (stn_import_preview_get_report (preview)->values_kept, ==, 1);
  g_assert_cmpuint (stn_import_preview_get_report (preview)->nights_filled, ==, 1);
  stn_import_preview_set_replace (preview, TRUE);
  present_fixture_settle (fixture);
  g_assert_cmpuint (stn_import_preview_get_report (preview)->values_kept, ==, 0);
  g_assert_cmpuint (stn_import_preview_get_report (preview)->values_replaced, ==, 1);
  g_assert_finalize_object (preview);
}

typedef struct {
  char *text;
  gint64 group;
} Answer;

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  StnImportOutcome *got;
  Answer *answer = user_data;

  answer->text =
    stn_import_preview_import_finish (STN_IMPORT_PREVIEW (source), result, &got, &error);
  g_autoptr (StnImportOutcome) outcome = got;
  g_assert_no_error (error);
  answer->group = outcome->report->group;
}

static void
test_import (PresentFixture *fixture, gconstpointer data)
{
  StnImportPreview *preview = open_text (fixture, GOOD);
  Answer answer = {NULL, 0};
  g_autoptr (StnNight) night = NULL;

  stn_import_preview_import (preview, imported_cb, &answer);
  present_fixture_settle (fixture);
  g_assert_cmpstr (answer.text, ==, "Imported 3 nights");
  g_assert_cmpint (answer.group, >, 0);
  g_free (answer.text);
  night = stn_diary_get_night (fixture->other, stn_date_new (2026, 11, 1), NULL);
  g_assert_cmpint (stn_night_get_worst (night)->severity.value, ==, 4);
  g_assert_finalize_object (preview);

  /* A second time there is nothing left to import. */
  preview = open_text (fixture, GOOD);
  g_assert_cmpuint (stn_import_preview_get_report (preview)->nights_same, ==, 3);
  g_assert_false (stn_import_preview_can_import (preview));
  g_assert_finalize_object (preview);
}

#define ADD(path, function)                                                                        \
  g_test_add ("/app/import-preview/" path, PresentFixture, NULL, present_fixture_set_up, function, \
              present_fixture_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("good-file", test_good_file);
  ADD ("meaning-is-changed", test_meaning_is_changed);
  ADD ("kind-that-does-not-fit", test_kind_that_does_not_fit);
  ADD ("bad-row", test_bad_row);
  ADD ("no-date", test_no_date);
  ADD ("unreadable", test_unreadable);
  ADD ("stored-values-win-unless-told", test_stored_values_win_unless_told);
  ADD ("import", test_import);
  return g_test_run ();
}
