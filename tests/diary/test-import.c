/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-diary-factors.h"
#include "diary/stn-import.h"
#include "store/stn-backup-folder.h"

#include "exchange/stn-csv-export.h"
#include "store/stn-factor-table.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

/* A new diary on the morning of 2026-11-22, and a CSV file beside it. */
typedef struct {
  char *folder;
  char *path;
  char *csv;
  StnClock *clock;
  StnDiary *diary;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDateTime) now = g_date_time_new_utc (2026, 11, 22, 7, 10, 0);

  self->folder = g_dir_make_tmp ("stn-import-XXXXXX", &error);
  g_assert_no_error (error);
  self->path = g_build_filename (self->folder, "diary.db", NULL);
  self->csv = g_build_filename (self->folder, "in.csv", NULL);
  self->clock = stn_clock_new_fixed (now);
  self->diary = stn_diary_open (self->path, STN_STORE_CREATE, self->clock, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  stn_diary_close (self->diary);
  stn_clock_unref (self->clock);
  stn_backup_folder_empty (self->path, NULL);
  g_unlink (self->path);
  g_unlink (self->csv);
  g_assert_cmpint (g_rmdir (self->folder), ==, 0);
  g_free (self->folder);
  g_free (self->path);
  g_free (self->csv);
}

static StnImportReport *
import_with (Fixture *self, const char *text, const StnCsvMapping *mapping, StnImportFlags flags)
{
  g_autoptr (StnCsvNights) nights = NULL;
  g_autoptr (GError) error = NULL;
  StnImportReport *report;

  g_file_set_contents (self->csv, text, -1, &error);
  g_assert_no_error (error);
  nights = stn_csv_nights_read (self->csv, mapping, &error);
  g_assert_no_error (error);
  report = stn_diary_import (self->diary, nights, flags, NULL, &error);
  g_assert_no_error (error);
  return report;
}

static StnImportReport *
import (Fixture *self, const char *text, StnImportFlags flags)
{
  return import_with (self, text, NULL, flags);
}

static char *export(Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) nights =
    stn_diary_list_nights (self->diary, STN_NO_DATE, STN_NO_DATE, &error);

  g_assert_no_error (error);
  return stn_csv_export_nights (nights);
}

static gint64
last_seq (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  gint64 seq = stn_change_log_last_seq (stn_diary_get_store (self->diary), &error);

  g_assert_no_error (error);
  return seq;
}

static void
assert_exports (Fixture *self, const char *expected)
{
  g_autofree char *text = export(self);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_counts (const StnImportReport *report, guint n_new, guint filled, guint same, guint kept)
{
  g_assert_cmpuint (report->nights_new, ==, n_new);
  g_assert_cmpuint (report->nights_filled, ==, filled);
  g_assert_cmpuint (report->nights_same, ==, same);
  g_assert_cmpuint (report->values_kept, ==, kept);
}

static void
assert_factor (
  const StnImportReport *report, guint i, const char *slug, StnFactorKind kind, gboolean built_in)
{
  g_assert_cmpuint (i, <, report->factors->len);
  const StnFactor *factor = g_ptr_array_index (report->factors, i);

  g_assert_cmpstr (factor->slug, ==, slug);
  g_assert_cmpint (factor->kind, ==, kind);
  g_assert_cmpint (factor->built_in, ==, built_in);
}

static void
test_new_nights (Fixture *self, gconstpointer data)
{
  static const char *text = "date,cramps,severity,duration_s,pets,stretch\n"
                            "2026-01-01,3,7,180,2.5,1\n"
                            "2026-01-02,0,,,,0\n"
                            "2026-01-03,,,,3,\n"
                            "2026-01-04,2,,60,,\n";
  g_autoptr (StnImportReport) report = import (self, text, STN_IMPORT_FILL);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnNight) first = stn_diary_get_night (self->diary, stn_date_new (2026, 1, 1), &error);
  g_autoptr (StnNight) third = stn_diary_get_night (self->diary, stn_date_new (2026, 1, 3), &error);

  assert_counts (report, 4, 0, 0, 0);
  g_assert_cmpint (report->group, >, 0);
  g_assert_cmpuint (report->factors_new, ==, 1);
  assert_factor (report, 0, "pets", STN_FACTOR_CONTINUOUS, FALSE);
  assert_factor (report, 1, "stretch", STN_FACTOR_BINARY, TRUE);
  assert_exports (self, text);
  g_assert_true (stn_stamp_is_set (first->answered));
  g_assert_false (stn_stamp_is_set (third->answered));
  g_assert_true (g_str_has_prefix (
    ((StnEpisode *) g_ptr_array_index (first->episodes, 0))->id.source, "import "));
  g_assert_cmpint (stn_night_get_value (first, "stretch")->entered, ==, STN_ENTERED_UNKNOWN);
}

static void
test_twice_changes_nothing (Fixture *self, gconstpointer data)
{
  /* stress is out of the catalogue's bounds; cramps and severity of every shape */
  static const char *text = "date,cramps,severity,Coffee Cups,stress\n"
                            "2026-01-01,3,7,2,-0.5\n"
                            "2026-01-02,0,0,1,1.5\n"
                            "2026-01-03,2,,,4\n"
                            "2026-01-04,,3,0,\n";
  g_autoptr (StnImportReport) first = import (self, text, STN_IMPORT_FILL);
  gint64 seq = last_seq (self);
  g_autofree char *before = export(self);

  for (int i = 0; i < 2; i++) {
    g_autoptr (StnImportReport) again =
      import (self, text, i == 0 ? STN_IMPORT_FILL : STN_IMPORT_REPLACE);

    assert_counts (again, 0, 0, 4, 0);
    g_assert_cmpint (again->group, ==, 0);
    g_assert_cmpuint (again->values_replaced, ==, 0);
    g_assert_cmpuint (again->factors_new, ==, 0);
    assert_factor (again, 0, "coffee-cups", STN_FACTOR_CONTINUOUS, FALSE);
    assert_factor (again, 1, "stress-2", STN_FACTOR_CONTINUOUS, FALSE);
    g_assert_cmpint (last_seq (self), ==, seq);
    assert_exports (self, before);
  }
}

static void
test_fills_and_keeps (Fixture *self, gconstpointer data)
{
  static const char *text = "date,cramps,severity,pets\n"
                            "2026-01-01,1,,\n"
                            "2026-01-02,2,5,1\n"
                            "2026-01-03,0,,\n"
                            "2026-01-04,,,4\n"
                            "2026-01-06,1,2,\n";
  static const char *more = "date,cramps,severity,pets,cats\n"
                            "2026-01-01,1,6,3,1\n"
                            "2026-01-02,3,9,1,\n"
                            "2026-01-03,1,4,,\n"
                            "2026-01-04,0,,5,\n"
                            "2026-01-05,2,,,2\n"
                            "2026-01-06,1,3,,\n";
  g_autoptr (StnImportReport) first = import (self, text, STN_IMPORT_FILL);
  g_autoptr (StnImportReport) trial =
    import (self, more, (StnImportFlags) (STN_IMPORT_FILL | STN_IMPORT_DRY_RUN));

  assert_counts (trial, 1, 2, 3, 4);
  assert_exports (self, text);
  g_autoptr (StnImportReport) filled = import (self, more, STN_IMPORT_FILL);

  assert_counts (filled, 1, 2, 3, 4);
  assert_exports (self, "date,cramps,severity,cats,pets\n"
                        "2026-01-01,1,6,1,3\n"
                        "2026-01-02,2,5,,1\n"
                        "2026-01-03,0,,,\n"
                        "2026-01-04,0,,,4\n"
                        "2026-01-05,2,,2,\n"
                        "2026-01-06,1,2,,\n");
  g_autoptr (StnImportReport) replaced = import (self, more, STN_IMPORT_REPLACE);

  assert_counts (replaced, 0, 4, 2, 0);
  g_assert_cmpuint (replaced->values_replaced, ==, 5);
  assert_exports (self, "date,cramps,severity,cats,pets\n"
                        "2026-01-01,1,6,1,3\n"
                        "2026-01-02,3,9,,1\n"
                        "2026-01-03,1,4,,\n"
                        "2026-01-04,0,,,5\n"
                        "2026-01-05,2,,2,\n"
                        "2026-01-06,1,3,,\n");
}

/* Fewer cramps by --replace: those of which most is known stay. */
static void
test_replaces_fewer (Fixture *self, gconstpointer data)
{
  StnDate key = stn_date_new (2026, 1, 1);
  g_autoptr (StnNight) before = stn_night_new (key);
  g_autoptr (StnNight) after = stn_night_new (key);
  g_autoptr (GError) error = NULL;

  for (int severity = 2; severity < 6; severity++) {
    StnEpisode *episode = stn_episode_new ();

    if (severity != 3)
      episode->severity = STN_KNOWN_INT (severity);
    g_ptr_array_add (after->episodes, episode);
  }
  g_assert_true (stn_store_begin (stn_diary_get_store (self->diary), "edit-night", "person", NULL));
  g_assert_true (stn_diary_put_night (self->diary, before, after, &error));
  g_assert_true (stn_store_commit (stn_diary_get_store (self->diary), NULL, &error));
  g_autoptr (StnImportReport) three =
    import (self, "date,cramps\n2026-01-01,3\n", STN_IMPORT_REPLACE);
  g_autoptr (StnNight) night = stn_diary_get_night (self->diary, key, &error);

  g_assert_cmpuint (night->episodes->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    g_assert_true (((StnEpisode *) g_ptr_array_index (night->episodes, i))->severity.known);
  g_autoptr (StnImportReport) one =
    import (self, "date,cramps\n2026-01-01,1\n", STN_IMPORT_REPLACE);

  assert_exports (self, "date,cramps,severity\n2026-01-01,1,5\n");
  g_autoptr (StnImportReport) none =
    import (self, "date,cramps\n2026-01-01,0\n", STN_IMPORT_REPLACE);

  assert_exports (self, "date,cramps,severity\n2026-01-01,0,\n");
}

static void
test_which_factor (Fixture *self, gconstpointer data)
{
  static const struct {
    const char *column, *values[2];
    StnFactorKind said; /* 0 = nothing */
    const char *slug;
    StnFactorKind kind;
    gboolean built_in;
  } rows[] = {
    {"fluids", {"1500", "900.5"}, 0, "fluids", STN_FACTOR_CONTINUOUS, TRUE},
    {"Stress", {"3", "10"}, 0, "stress", STN_FACTOR_SCALE, TRUE},
    {"stress", {"3", "11"}, 0, "stress-2", STN_FACTOR_CONTINUOUS, FALSE},
    {"exertion", {"3.5", "1"}, 0, "exertion-2", STN_FACTOR_CONTINUOUS, FALSE},
    {"sweating", {"2", "3"}, 0, "sweating", STN_FACTOR_SCALE, TRUE},
    {"alcohol", {"0", "1"}, 0, "alcohol-2", STN_FACTOR_BINARY, FALSE},
    {"caffeine", {"1", "0"}, STN_FACTOR_CONTINUOUS, "caffeine", STN_FACTOR_CONTINUOUS, TRUE},
    {"activity", {"3", "4"}, STN_FACTOR_COUNT, "activity-2", STN_FACTOR_COUNT, FALSE},
    {"heat", {"0", "1"}, 0, "heat", STN_FACTOR_BINARY, TRUE},
    {"foods.nuts", {"0", "1"}, 0, "foods.nuts", STN_FACTOR_BINARY, TRUE},
    {"tight-covers", {"2", "1"}, 0, "tight-covers-2", STN_FACTOR_CONTINUOUS, FALSE},
    {"short-sleep", {"0", "1"}, 0, "short-sleep-2", STN_FACTOR_BINARY, FALSE},
    {"pets", {"0", "1"}, STN_FACTOR_SCALE, "pets", STN_FACTOR_SCALE, FALSE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf ("date,%s\n2026-01-01,%s\n2026-01-02,%s\n",
                                             rows[i].column, rows[i].values[0], rows[i].values[1]);
    g_autoptr (StnCsvMapping) mapping = stn_csv_mapping_new ();

    if (rows[i].said != 0) {
      StnCsvFactorMapping *said = g_new0 (StnCsvFactorMapping, 1);

      said->column = g_strdup (rows[i].column);
      said->kind = rows[i].said;
      g_ptr_array_add (mapping->factors, said);
    }
    for (int pass = 0; pass < 2; pass++) {
      g_autoptr (StnImportReport) report = import_with (self, text, mapping, STN_IMPORT_FILL);

      assert_factor (report, 0, rows[i].slug, rows[i].kind, rows[i].built_in);
      g_assert_cmpuint (report->nights_same, ==, pass == 0 ? 0 : 2);
    }
  }
}

/* A factor of the diary's own is met again when it can hold the values, whatever they look like this month. */
static void
test_own_factor_again (Fixture *self, gconstpointer data)
{
  g_autoptr (StnImportReport) cups = import (self, "date,cups\n2026-01-01,3\n", STN_IMPORT_FILL);
  g_autoptr (StnImportReport) few =
    import (self, "date,cups\n2026-02-01,1\n2026-02-02,0\n", STN_IMPORT_FILL);
  g_autoptr (StnImportReport) yes = import (self, "date,cats\n2026-01-01,1\n", STN_IMPORT_FILL);
  g_autoptr (StnImportReport) many = import (self, "date,cats\n2026-02-01,4\n", STN_IMPORT_FILL);
  g_autoptr (StnImportReport) both =
    import (self, "date,cats,cats-2\n2026-03-01,4,1\n", STN_IMPORT_FILL);

  assert_factor (few, 0, "cups", STN_FACTOR_CONTINUOUS, FALSE);
  g_assert_cmpuint (few->factors_new, ==, 0);
  assert_factor (yes, 0, "cats", STN_FACTOR_BINARY, FALSE);
  assert_factor (many, 0, "cats-2", STN_FACTOR_CONTINUOUS, FALSE);
  assert_factor (both, 0, "cats-3", STN_FACTOR_CONTINUOUS, FALSE);
  assert_factor (both, 1, "cats-2", STN_FACTOR_CONTINUOUS, FALSE);
}

/* A column is called in the diary as in the file, unless something else of the person's own is called so. */
static void
test_column_keeps_its_name (Fixture *self, gconstpointer data)
{
  g_autoptr (StnImportReport) low =
    import (self, "date, stress ,mood\n2026-01-01,-1,1\n", STN_IMPORT_FILL);
  g_autoptr (StnImportReport) high = import (self, "date,mood\n2026-01-02,7\n", STN_IMPORT_FILL);
  const StnFactor *stress = g_ptr_array_index (low->factors, 0);
  const StnFactor *mood = g_ptr_array_index (high->factors, 0);

  g_assert_cmpstr (stress->slug, ==, "stress-2");
  g_assert_cmpstr (stress->name, ==, "stress");
  g_assert_cmpstr (mood->slug, ==, "mood-2");
  g_assert_null (mood->name);
}

/* Values 0 and 1 of a scale come back as that scale when they say when they were entered, as the export does. */
static void
test_own_export_keeps_factor (Fixture *self, gconstpointer data)
{
  static const char *text = "date,cramps,severity,sweating,sweating:entered\n"
                            "2026-01-01,0,,1,evening\n2026-01-02,0,,0,after\n";
  g_autoptr (StnImportReport) report = import (self, text, STN_IMPORT_FILL);

  assert_factor (report, 0, "sweating", STN_FACTOR_SCALE, TRUE);
  assert_exports (self, text);
}

/* Two columns whose names come to the same: NAME and NAME-2, again and again. */
static void
test_same_slug (Fixture *self, gconstpointer data)
{
  static const char *text = "date,Sleep (h),sleep h,Fluids,fluids\n2026-01-01,7,8,1,0\n"
                            "2026-01-02,6.5,8,0,1\n";
  g_autoptr (StnImportReport) first = import (self, text, STN_IMPORT_FILL);
  gint64 seq = last_seq (self);
  g_autoptr (StnImportReport) second = import (self, text, STN_IMPORT_FILL);

  assert_factor (first, 0, "sleep-h", STN_FACTOR_CONTINUOUS, FALSE);
  assert_factor (first, 1, "sleep-h-2", STN_FACTOR_CONTINUOUS, FALSE);
  g_assert_cmpuint (first->factors_new, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpstr (((StnFactor *) g_ptr_array_index (first->factors, i))->slug, ==,
                     ((StnFactor *) g_ptr_array_index (second->factors, i))->slug);
  assert_counts (second, 0, 0, 2, 0);
  g_assert_cmpuint (second->factors_new, ==, 0);
  g_assert_cmpint (last_seq (self), ==, seq);
}

/* When a number was entered is filled in where it is unknown, and kept where it is not. */
static void
test_fills_entered (Fixture *self, gconstpointer data)
{
  static const char *without = "date,cups\n2026-01-01,3\n2026-01-02,4\n";
  static const char *with = "date,cups,cups:entered\n2026-01-01,3,evening\n2026-01-02,5,after\n";
  g_autoptr (StnImportReport) numbers = import (self, without, STN_IMPORT_FILL);
  g_autoptr (StnImportReport) filled = import (self, with, STN_IMPORT_FILL);
  gint64 seq = last_seq (self);
  g_autoptr (StnImportReport) again = import (self, with, STN_IMPORT_FILL);
  g_autoptr (StnImportReport) less = import (self, without, STN_IMPORT_FILL);

  assert_counts (filled, 0, 1, 1, 1);
  assert_counts (again, 0, 0, 2, 1);
  assert_counts (less, 0, 0, 2, 0);
  g_assert_cmpint (last_seq (self), ==, seq);
  assert_exports (self, "date,cramps,severity,cups,cups:entered\n2026-01-01,,,3,evening\n"
                        "2026-01-02,,,4,unknown\n");
}

static void
test_passed_over (Fixture *self, gconstpointer data)
{
  g_autoptr (StnImportReport) report =
    import (self, "date,cramps,severity,x\n2026-01-01,,7,1\n2026-01-02,,3,\n", STN_IMPORT_DRY_RUN);

  assert_counts (report, 1, 0, 0, 0);
  g_assert_cmpuint (report->passed_over, ==, 2);
}

static void
test_new_factor (Fixture *self, gconstpointer data)
{
  g_autoptr (StnImportReport) report =
    import (self, "date,Air Quality,pets\n2026-01-01,22,2\n", STN_IMPORT_FILL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self->diary, &error);
  const StnFactor *air = stn_factor_list_find (factors, "air-quality");
  const StnFactor *pets = stn_factor_list_find (factors, "pets");

  g_assert_cmpstr (air->name, ==, "Air Quality");
  g_assert_null (pets->name);
  g_assert_false (air->tracked);
  g_assert_true (g_ptr_array_index (factors, factors->len - 2) == air);
  g_assert_true (g_ptr_array_index (factors, factors->len - 1) == pets);
}

static void
test_undo_takes_all_back (Fixture *self, gconstpointer data)
{
  g_autoptr (StnImportReport) first =
    import (self, "date,cramps,pets\n2026-01-01,1,\n", STN_IMPORT_FILL);
  g_autofree char *before = export(self);
  static const char *more = "date,cramps,pets,stress\n2026-01-01,2,2,-1\n2026-01-02,1,3,1\n";
  g_autoptr (StnImportReport) second = import (self, more, STN_IMPORT_REPLACE);
  g_autofree char *after = export(self);
  g_autoptr (StnChangeGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (stn_diary_undo (self->diary, second->group, &group, &error));
  g_assert_no_error (error);
  assert_exports (self, before);
  g_autoptr (GPtrArray) factors = stn_diary_list_factors (self->diary, &error);

  g_assert_null (stn_factor_list_find (factors, "stress-2"));
  g_autoptr (StnImportReport) again = import (self, more, STN_IMPORT_REPLACE);

  assert_factor (again, 1, "stress-2", STN_FACTOR_CONTINUOUS, FALSE);
  assert_exports (self, after);
}

static void
test_future (Fixture *self, gconstpointer data)
{
  gint64 seq = last_seq (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) reason = NULL;
  g_autoptr (StnCsvNights) nights = NULL;
  g_autofree char *message =
    g_strconcat (self->csv, ":3: night 2026-11-22 has not begun yet", NULL);

  g_file_set_contents (self->csv, "date,cramps\n2026-11-21,0\n2026-11-22,0\n", -1, &error);
  nights = stn_csv_nights_read (self->csv, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (stn_diary_import (self->diary, nights, STN_IMPORT_FILL, NULL, &reason));
  g_assert_error (reason, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE);
  g_assert_cmpstr (reason->message, ==, message);
  g_assert_cmpint (last_seq (self), ==, seq);
  assert_exports (self, "date,cramps,severity\n");
  g_autoptr (StnImportReport) control =
    import (self, "date,cramps\n2026-11-20,0\n2026-11-21,0\n", STN_IMPORT_FILL);

  assert_counts (control, 2, 0, 0, 0);
}

/* Gives up when it is told for the nth time. */
static gboolean
give_up (double done, gpointer data)
{
  int *left = data;

  g_assert_true (done >= 0 && done <= 1);
  return (*left)-- > 0;
}

/* Of every byte of the file. */
static char *
digest (Fixture *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;

  g_file_get_contents (stn_store_get_path (stn_diary_get_store (self->diary)), &bytes, &size,
                       &error);
  g_assert_no_error (error);
  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) bytes, size);
}

/* Wherever it is given up, all tables are as they were; told once more, it is done, and they are not. */
static void
test_given_up (Fixture *self, gconstpointer data)
{
  g_autoptr (StnImportReport) before =
    import (self, "date,cramps,tea\n2020-01-09,1,3\n", STN_IMPORT_FILL);
  g_autofree char *untouched = digest (self);
  g_autoptr (GString) text = g_string_new ("date,cramps,tea,sugar\n");
  int times = 0;

  for (int i = 0; i < 350; i++) {
    char key[STN_DATE_TEXT_SIZE];

    g_string_append_printf (
      text, "%s,%d,%d,0.5\n",
      stn_date_to_text (stn_date_add_days (stn_date_new (2020, 1, 1), i), key), i % 3, i);
  }
  g_file_set_contents (self->csv, text->str, -1, NULL);
  g_autoptr (StnCsvNights) nights = stn_csv_nights_read (self->csv, NULL, NULL);

  for (g_autoptr (StnImportReport) report = NULL; report == NULL; times++) {
    g_autoptr (GError) error = NULL;
    int left = times;

    report = stn_diary_import (self->diary, nights, STN_IMPORT_REPLACE,
                               &(StnProgress){give_up, &left}, &error);
    g_autofree char *now = digest (self);

    if (report == NULL) {
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpstr (now, ==, untouched);
    } else
      g_assert_cmpstr (now, !=, untouched);
    /* The copy of before is there when there is something to go back from. */
    g_assert_cmpint (stn_backup_folder_has_any (self->path), ==, report != NULL);
  }
  g_assert_cmpint (times, ==, 6); /* at the begin, after each hundred, and not at all */
}

/* Forty days, some missing; columns that fit built-in factors, the diary's own or none, by chance. */
static char *
random_file (void)
{
  static const char *const columns[] = {"fluids",  "stress", "stretch",
                                        "alcohol", "pets",   "Late Meal"};
  static const int bounds[] = {1, 2, 10, 12};
  GString *text = g_string_new ("date,cramps,severity,duration_s");
  int maxima[G_N_ELEMENTS (columns)];
  gboolean has[G_N_ELEMENTS (columns)];

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
    has[i] = g_test_rand_bit ();
    maxima[i] = bounds[g_test_rand_int_range (0, G_N_ELEMENTS (bounds))];
    if (has[i])
      g_string_append_printf (text, ",%s", columns[i]);
  }
  for (int day = 0; day < 40; day++) {
    StnDate date = stn_date_add_days (stn_date_new (2026, 3, 1), day);
    int cramps = g_test_rand_int_range (-1, 4);
    char key[STN_DATE_TEXT_SIZE];

    if (g_test_rand_int_range (0, 4) == 0)
      continue;
    g_string_append_printf (text, "\n%s,", stn_date_to_text (date, key));
    if (cramps >= 0)
      g_string_append_printf (text, "%d", cramps);
    g_string_append_c (text, ',');
    if (cramps > 0 && g_test_rand_bit ())
      g_string_append_printf (text, "%d", g_test_rand_int_range (0, 11));
    g_string_append_c (text, ',');
    if (cramps > 0 && g_test_rand_bit ())
      g_string_append_printf (text, "%d", g_test_rand_int_range (0, 600));
    for (guint i = 0; i < G_N_ELEMENTS (columns); i++) {
      if (has[i])
        g_string_append_c (text, ',');
      if (has[i] && g_test_rand_int_range (0, 3) > 0)
        g_string_append_printf (text, "%d", g_test_rand_int_range (0, maxima[i] + 1));
    }
  }
  return g_string_free (text, FALSE);
}

/* Whatever is there: a trial says what will be done, the same file again changes nothing, one undo takes one import back. */
static void
test_random_pairs (Fixture *self, gconstpointer data)
{
  for (int i = 0; i < 25; i++) {
    g_autofree char *text = random_file ();
    g_autofree char *before = export(self);
    StnImportFlags flags = g_test_rand_bit () ? STN_IMPORT_REPLACE : STN_IMPORT_FILL;
    g_autoptr (StnImportReport) trial =
      import (self, text, (StnImportFlags) (flags | STN_IMPORT_DRY_RUN));
    g_autoptr (StnImportReport) first = import (self, text, flags);
    g_autofree char *after = export(self);
    gint64 seq = last_seq (self);
    g_autoptr (StnImportReport) second = import (self, text, flags);

    assert_counts (first, trial->nights_new, trial->nights_filled, trial->nights_same,
                   trial->values_kept);
    g_assert_cmpuint (first->values_replaced, ==, trial->values_replaced);
    g_assert_cmpuint (second->nights_new + second->nights_filled + second->values_replaced, ==, 0);
    g_assert_cmpuint (second->values_kept, ==, first->values_kept);
    g_assert_cmpint (last_seq (self), ==, seq);
    assert_exports (self, after);
    if (first->group != 0 && g_test_rand_bit ()) {
      g_autoptr (StnChangeGroup) undone = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_true (stn_diary_undo (self->diary, first->group, &undone, &error));
      g_assert_no_error (error);
      assert_exports (self, before);
    }
  }
}

static StnNight *
typed_night (int day, guint cramps, int severity, StnSide side, const char *note)
{
  StnNight *night = stn_night_new (stn_date_new (2026, 11, day));

  for (guint i = 0; i < cramps; i++)
    g_ptr_array_add (night->episodes, stn_episode_new ());
  night->no_cramps = cramps == 0;
  night->note = g_strdup (note);
  if (cramps > 0) {
    StnEpisode *first = g_ptr_array_index (night->episodes, 0);

    first->severity = STN_KNOWN_INT (severity);
    first->side = side;
  }
  stn_night_take_value (night, stn_factor_value_new ("fluids", 1500, STN_ENTERED_UNKNOWN));
  return night;
}

/* What was typed in fills what is unknown: what the person said before wins. One step takes it back. */
static void
test_typed_in (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  g_autoptr (StnImportReport) before =
    import (self, "date,cramps,severity,fluids\n2026-11-12,2,,500\n", STN_IMPORT_FILL);
  g_autofree char *exported = export(self);
  g_autoptr (StnImportReport) dry = NULL;
  g_autoptr (StnImportReport) done = NULL;
  g_autoptr (StnImportReport) again = NULL;
  g_autoptr (StnNight) night = NULL;
  const StnEpisode *worst;

  g_ptr_array_add (nights, typed_night (11, 0, 0, STN_SIDE_UNKNOWN, NULL));
  g_ptr_array_add (nights, typed_night (12, 2, 6, STN_SIDE_LEFT, "new shoes"));
  dry = stn_diary_fill_nights (self->diary, nights, TRUE, NULL);
  assert_counts (dry, 1, 1, 0, 1);
  assert_exports (self, exported);
  done = stn_diary_fill_nights (self->diary, nights, FALSE, NULL);
  assert_counts (done, 1, 1, 0, 1);
  night = stn_diary_get_night (self->diary, stn_date_new (2026, 11, 12), NULL);
  worst = stn_night_get_worst (night);
  g_assert_cmpint (worst->severity.value, ==, 6);
  g_assert_cmpint (worst->side, ==, STN_SIDE_LEFT);
  g_assert_cmpstr (night->note, ==, "new shoes");
  g_assert_cmpfloat (stn_night_get_value (night, "fluids")->value, ==, 500);
  again = stn_diary_fill_nights (self->diary, nights, FALSE, NULL);
  assert_counts (again, 0, 0, 2, 1);
  g_assert_cmpint (again->group, ==, 0);
  g_assert_true (stn_diary_undo (self->diary, done->group, NULL, NULL));
  assert_exports (self, exported);
}

/* Nothing of a night that has not begun, and nothing of those before it. */
static void
test_typed_in_future (Fixture *self, gconstpointer data)
{
  g_autoptr (GPtrArray) nights = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  g_autofree char *exported = export(self);
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (nights, typed_night (11, 0, 0, STN_SIDE_UNKNOWN, NULL));
  g_ptr_array_add (nights, typed_night (23, 0, 0, STN_SIDE_UNKNOWN, NULL));
  g_assert_null (stn_diary_fill_nights (self->diary, nights, FALSE, &error));
  g_assert_error (error, STN_DIARY_ERROR, STN_DIARY_ERROR_FUTURE);
  assert_exports (self, exported);
}

/* Fifty years of nights are one import. */
static void
test_many_nights (Fixture *self, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("date,cramps,severity,fluids,pets,stretch\n");
  StnDate date = stn_date_new (1976, 1, 1);
  char key[STN_DATE_TEXT_SIZE];

  for (int i = 0; i < 18000; i++) {
    int cramps = i % 3;

    g_string_append_printf (text, "%s,%d,%s,%d,%d,%d\n", stn_date_to_text (date, key), cramps,
                            cramps > 0 ? "5" : "", 1000 + i % 700, i % 5, i % 2);
    date = stn_date_add_days (date, 1);
  }
  g_autoptr (StnImportReport) report = import (self, text->str, STN_IMPORT_FILL);

  g_autofree char *exported = export(self);

  assert_counts (report, 18000, 0, 0, 0);
  g_assert_true (g_str_equal (exported, text->str)); /* too long to be printed */
}

#define add(name, test) g_test_add ("/diary/import/" name, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add ("new-nights", test_new_nights);
  add ("twice-changes-nothing", test_twice_changes_nothing);
  add ("fills-and-keeps", test_fills_and_keeps);
  add ("replaces-fewer", test_replaces_fewer);
  add ("which-factor", test_which_factor);
  add ("own-factor-again", test_own_factor_again);
  add ("column-keeps-its-name", test_column_keeps_its_name);
  add ("own-export-keeps-factor", test_own_export_keeps_factor);
  add ("same-slug", test_same_slug);
  add ("fills-entered", test_fills_entered);
  add ("passed-over", test_passed_over);
  add ("new-factor", test_new_factor);
  add ("undo-takes-all-back", test_undo_takes_all_back);
  add ("future", test_future);
  add ("given-up", test_given_up);
  add ("random-pairs", test_random_pairs);
  add ("typed-in", test_typed_in);
  add ("typed-in-future", test_typed_in_future);
  add ("many-nights", test_many_nights);
  return g_test_run ();
}
