/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-export.h"
#include "exchange/stn-csv-nights.h"
#include "exchange/stn-csv-writer.h"
#include "exchange/stn-exchange-error.h"
#include "stn-csv-file.h"

#include <glib/gstdio.h>
#include <locale.h>

static StnNight *
add_night (GPtrArray *nights, int day)
{
  StnNight *night = stn_night_new (stn_date_new (2026, 1, day));

  g_ptr_array_add (nights, night);
  return night;
}

static void
add_episode (StnNight *night, StnOptInt severity, StnOptInt duration_s)
{
  StnEpisode *episode = stn_episode_new ();

  episode->severity = severity;
  episode->duration_s = duration_s;
  g_ptr_array_add (night->episodes, episode);
}

static void
add_value (StnNight *night, const char *slug, double value, StnEntered entered)
{
  stn_night_take_value (night, stn_factor_value_new (slug, value, entered));
}

static GPtrArray *
new_nights (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
}

static void
test_form (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();
  StnNight *cramps = add_night (nights, 1);

  add_episode (cramps, STN_KNOWN_INT (3), STN_UNKNOWN_INT);
  add_episode (cramps, STN_KNOWN_INT (7), STN_KNOWN_INT (180));
  add_value (cramps, "stress", 2, STN_ENTERED_EVENING);
  add_night (nights, 2)->no_cramps = TRUE;
  add_value (add_night (nights, 3), "-b", -0.125, STN_ENTERED_UNKNOWN);
  add_night (nights, 4)->note = g_strdup ("only a note");
  g_autofree char *text = stn_csv_export_nights (nights);

  g_assert_cmpstr (text, ==,
                   "date,cramps,severity,duration_s,'-b,stress,stress:entered\n"
                   "2026-01-01,2,7,180,,2,evening\n"
                   "2026-01-02,0,,,,,\n"
                   "2026-01-03,,,,-0.125,,\n");
}

static GPtrArray *
whole_nights (void)
{
  GPtrArray *nights = new_nights ();
  StnNight *night = add_night (nights, 1);
  StnEpisode *episode;

  add_episode (night, STN_KNOWN_INT (7), STN_KNOWN_INT (180));
  episode = g_ptr_array_index (night->episodes, 0);
  episode->start_min = STN_KNOWN_INT (145);
  episode->distress = STN_KNOWN_INT (3);
  episode->side = STN_SIDE_LEFT;
  episode->site = STN_SITE_CALF;
  episode->woke = STN_ANSWER_YES;
  episode->eased = STN_ANSWER_NO;
  episode->soreness_h = STN_KNOWN_REAL (2.5);
  episode->relief = g_strsplit ("stretch walk", " ", -1);
  episode->ended_by = g_strdup ("walk");
  episode->note = g_strdup ("=very, \"bad\"");
  add_episode (night, STN_UNKNOWN_INT, STN_UNKNOWN_INT);
  ((StnEpisode *) g_ptr_array_index (night->episodes, 1))->relief = g_new0 (char *, 1);
  add_value (night, "stress", 2, STN_ENTERED_EVENING);
  night->sleep.into_bed_min = STN_KNOWN_INT (22 * 60 + 5);
  night->sleep.quality = STN_KNOWN_INT (2);
  night->note = g_strdup ("@home\nlate");
  add_night (nights, 2)->no_cramps = TRUE;
  add_night (nights, 3)->sleep.quality = STN_KNOWN_INT (4);
  return nights;
}

/* What Stillnight wrote is read back whole: it is written again with the same bytes. */
static void
assert_table_comes_back (const char *text, StnCsvRows rows, StnCsvParts parts)
{
  g_autoptr (StnCsvFile) file = stn_csv_file_new (text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnCsvNights) nights = stn_csv_nights_read (file->path, NULL, &error);
  g_autoptr (GPtrArray) list = NULL;
  g_autofree char *again = NULL;

  g_assert_no_error (error);
  g_assert_cmpint (nights->rows, ==, rows);
  list = stn_csv_file_list_nights (nights);
  again = stn_csv_export_table (list, rows, parts);
  g_assert_cmpstr (again, ==, text);
}

static void
test_tables (void)
{
  static const struct {
    StnCsvRows rows;
    StnCsvParts parts;
    const char *text;
  } rows[] = {
    {STN_CSV_ROWS_NIGHTS, STN_CSV_PARTS_ALL,
     "date,cramps,severity,duration_s,stress,stress:entered,sleep.into_bed,sleep.quality,note\n"
     "2026-01-01,2,7,180,2,evening,22:05,2,\"'@home\nlate\"\n"
     "2026-01-02,0,,,,,,,\n"
     "2026-01-03,,,,,,,4,\n"},
    {STN_CSV_ROWS_NIGHTS, STN_CSV_PARTS_SLEEP,
     "date,sleep.into_bed,sleep.quality\n2026-01-01,22:05,2\n2026-01-03,,4\n"},
    {STN_CSV_ROWS_EPISODES, STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_NOTES,
     "night,start,duration_s,severity,distress,side,site,by_day,arms_or_hands,woke,eased,ongoing,"
     "soreness_h,relief,ended_by,note\n"
     "2026-01-01,02:25,180,7,3,left,calf,,,yes,no,,2.5,stretch walk,walk,\"'=very, \"\"bad\"\"\"\n"
     "2026-01-01,,,,,,,,,,,,,none,,\n"},
    {STN_CSV_ROWS_EPISODES, STN_CSV_PARTS_CRAMPS,
     "night,start,duration_s,severity,distress,side,site,by_day,arms_or_hands,woke,eased,ongoing,"
     "soreness_h,relief,ended_by\n"
     "2026-01-01,02:25,180,7,3,left,calf,,,yes,no,,2.5,stretch walk,walk\n"
     "2026-01-01,,,,,,,,,,,,,none,\n"},
    {STN_CSV_ROWS_LONG, STN_CSV_PARTS_ALL,
     "night,item,value\n2026-01-01,cramps,2\n2026-01-01,severity,7\n2026-01-01,duration_s,180\n"
     "2026-01-01,stress,2\n2026-01-01,sleep.into_bed,22:05\n2026-01-01,sleep.quality,2\n"
     "2026-01-01,note,\"'@home\nlate\"\n2026-01-02,cramps,0\n2026-01-03,sleep.quality,4\n"},
    {STN_CSV_ROWS_LONG, STN_CSV_PARTS_FACTORS, "night,item,value\n2026-01-01,stress,2\n"},
  };
  g_autoptr (GPtrArray) nights = whole_nights ();

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = stn_csv_export_table (nights, rows[i].rows, rows[i].parts);

    g_assert_cmpstr (text, ==, rows[i].text);
    assert_table_comes_back (text, rows[i].rows, rows[i].parts);
  }
}

static void
test_empty_diary (void)
{
  g_autoptr (GPtrArray) nights = new_nights ();
  g_autofree char *text = stn_csv_export_nights (nights);

  g_assert_cmpstr (text, ==, "date,cramps,severity\n");
}

/* As the note of a night. */
static void
assert_is_read_back (const char *text)
{
  g_autoptr (GString) out = g_string_new ("date,cramps,severity,note\n2026-01-01,1,,");
  g_autoptr (StnCsvNights) nights = NULL;
  g_autoptr (StnCsvFile) file = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  StnCsvWriter writer = {out, 0};

  stn_csv_writer_add_text (&writer, text);
  stn_csv_writer_end_row (&writer);
  file = stn_csv_file_new (out->str, -1);
  nights = stn_csv_nights_read (file->path, NULL, &error);
  g_assert_no_error (error);
  list = stn_csv_file_list_nights (nights);
  g_assert_cmpstr (((StnNight *) list->pdata[0])->note, ==, *text == '\0' ? NULL : text);
}

static void
test_text_cells (void)
{
  static const struct {
    const char *text, *cell;
  } rows[] = {
    {"plain", "plain"},
    {"a,b", "\"a,b\""},
    {"say \"no\"", "\"say \"\"no\"\"\""},
    {"a\nb", "\"a\nb\""},
    {"=1+1", "'=1+1"},
    {"+1", "'+1"},
    {"-1", "'-1"},
    {"@sum", "'@sum"},
    {"\tx", "\"'\tx\""},
    {"\rx", "\"'\rx\""},
    {" x", "\" x\""},
    {"", ""},
    {"a;b", "\"a;b\""},
    {"=a,b", "\"'=a,b\""},
    {"'=1", "''=1"},
    {"''@x", "'''@x"},
    {"'x", "'x"},
    {"it's", "it's"},
    {"\n=cmd", "\"'\n=cmd\""},
    {" =1", "\"' =1\""},
    {"\v@x", "'\v@x"},
    {"\u00a0-1", "'\u00a0-1"},
    {"'\n+1", "\"''\n+1\""},
    {"\uff1d1", "'\uff1d1"},
    {"\uff0b1", "'\uff0b1"},
    {"\uff0d1", "'\uff0d1"},
    {"\uff20x", "'\uff20x"},
    {"\nwell", "\"\nwell\""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GString) out = g_string_new (NULL);
    StnCsvWriter writer = {out, 0};

    stn_csv_writer_add_text (&writer, rows[i].text);
    g_assert_cmpstr (out->str, ==, rows[i].cell);
    assert_is_read_back (rows[i].text);
  }
}

/* What a name can begin with, alone and behind apostrophes: no cell begins with it, and it is read back. */
static void
test_formulas_come_back (void)
{
  static const char leads[] = "=+-@'x";

  for (guint i = 0; leads[i] != '\0'; i++)
    for (guint quotes = 0; quotes < 3; quotes++) {
      g_autofree char *text = g_strdup_printf ("%.*s%c1", (int) quotes, "''", leads[i]);
      g_autoptr (GString) out = g_string_new (NULL);
      g_autoptr (StnCsvMapping) mapping = stn_csv_mapping_new ();
      g_autoptr (StnCsvNights) nights = NULL;
      g_autoptr (StnCsvFile) file = NULL;
      g_autoptr (GError) error = NULL;
      StnCsvWriter writer = {out, 0};

      stn_csv_writer_add_text (&writer, text);
      g_assert_null (strchr ("=+-@", *out->str));
      stn_csv_writer_add_text (&writer, "cramps");
      stn_csv_writer_end_row (&writer);
      g_string_append (out, "2026-01-01,1\n2026-01-02,0\n");
      file = stn_csv_file_new (out->str, -1);
      mapping->date_column = g_strconcat (stn_csv_is_formula (text) ? "'" : "", text, NULL);
      nights = stn_csv_nights_read (file->path, mapping, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (nights->date_column, ==, text);
    }
}

static GPtrArray *
random_nights (void)
{
  static const char *const slugs[] = {"a", "-dash", "day", "event", "x.y", "stress", "z_9"};
  GPtrArray *nights = new_nights ();

  for (int day = 1; day <= 28; day++) {
    StnNight *night = add_night (nights, day);
    int n_cramps = g_test_rand_int_range (-1, 4);

    night->no_cramps = n_cramps == 0;
    for (int i = 0; i < n_cramps; i++)
      add_episode (
        night, g_test_rand_bit () ? STN_KNOWN_INT (g_test_rand_int_range (0, 11)) : STN_UNKNOWN_INT,
        g_test_rand_bit () ? STN_KNOWN_INT (g_test_rand_int_range (0, 86401)) : STN_UNKNOWN_INT);
    for (guint i = 0; i < G_N_ELEMENTS (slugs); i++)
      if (g_test_rand_bit ())
        add_value (night, slugs[i],
                   i % 2 == 0
                     ? g_test_rand_int_range (0, 2)
                     : g_test_rand_double_range (-1e6, 1e6) * (g_test_rand_bit () ? 1 : 1e-12),
                   i < 3 ? STN_ENTERED_UNKNOWN : (StnEntered) g_test_rand_int_range (0, 4));
  }
  return nights;
}

static void
assert_comes_back (const GPtrArray *nights)
{
  g_autofree char *text = stn_csv_export_nights (nights);
  g_autoptr (StnCsvFile) file = stn_csv_file_new (text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnCsvNights) read = stn_csv_nights_read (file->path, NULL, &error);

  g_assert_no_error (error);
  g_autoptr (GPtrArray) list = stn_csv_file_list_nights (read);
  g_autofree char *again = stn_csv_export_nights (list);

  g_assert_cmpstr (again, ==, text);
}

/* Also in a locale that writes a decimal comma, where the machine has one. */
static void
test_random_diaries_come_back (void)
{
  g_autofree char *locale = g_strdup (setlocale (LC_ALL, NULL));

  for (int i = 0; i < 100; i++) {
    g_autoptr (GPtrArray) nights = random_nights ();

    setlocale (LC_ALL, i % 2 == 0 ? locale : "de_DE.UTF-8");
    assert_comes_back (nights);
  }
  setlocale (LC_ALL, locale);
}

/* Whatever the bytes: nights, or one line of UTF-8 that begins with the file's name. */
static void
assert_survives (const GString *bytes)
{
  g_autoptr (StnCsvFile) file = stn_csv_file_new (bytes->str, (gssize) bytes->len);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnCsvNights) nights = stn_csv_nights_read (file->path, NULL, &error);

  if (nights != NULL) {
    g_autoptr (GPtrArray) list = stn_csv_file_list_nights (nights);

    for (guint i = 0; i < list->len; i++)
      g_assert_true (stn_night_validate (g_ptr_array_index (list, i), NULL));
    /* A file of no rows is none. */
    if (list->len > 0)
      assert_comes_back (list);
    return;
  }
  g_assert_nonnull (error);
  g_assert_true (g_str_has_prefix (error->message, file->path));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_null (strchr (error->message, '\n'));
}

static void
test_random_damage (void)
{
  static const char alphabet[] = "\"\"\",,;\t\r\n\n -+.0123456789aeX:'=\0\xc3\xa4\xff";

  for (int i = 0; i < 2000; i++) {
    g_autoptr (GPtrArray) nights = random_nights ();
    g_autofree char *text = stn_csv_export_nights (nights);
    g_autoptr (GString) bytes = g_string_new (text);

    g_string_truncate (bytes, (gsize) g_test_rand_int_range (0, 600));
    for (int n = g_test_rand_int_range (0, 4); n > 0 && bytes->len > 0; n--) {
      gsize at = (gsize) g_test_rand_int_range (0, (int) bytes->len);
      char c = alphabet[g_test_rand_int_range (0, sizeof alphabet - 1)];

      if (g_test_rand_bit ())
        bytes->str[at] = c;
      else
        g_string_insert_c (bytes, (gssize) at, c);
    }
    assert_survives (bytes);
  }
}

static void
assert_content (const char *path, const char *expected, guint mode)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  GStatBuf about;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
  g_assert_cmpint (g_stat (path, &about), ==, 0);
  g_assert_cmpuint (about.st_mode & 0777, ==, mode);
}

static void
test_save (void)
{
  g_autoptr (StnCsvFile) file = stn_csv_file_new ("old", -1);
  g_autofree char *in_folder = g_build_filename (file->path, "x.csv", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) folder_error = NULL;
  g_autoptr (GError) missing_error = NULL;

  g_assert_cmpint (g_chmod (file->path, 0644), ==, 0);
  g_assert_true (stn_csv_export_save ("date\n", file->path, &error));
  g_assert_no_error (error);
  assert_content (file->path, "date\n", 0600);
  g_assert_false (stn_csv_export_save ("date\n", file->folder, &folder_error));
  g_assert_error (folder_error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_WRITE);
  g_assert_true (g_str_has_suffix (folder_error->message, ": is not a file"));
  g_assert_false (stn_csv_export_save ("date\n", in_folder, &missing_error));
  g_assert_error (missing_error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_WRITE);
  g_assert_true (g_str_has_suffix (missing_error->message, ": cannot be written: Not a directory"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-export/form", test_form);
  g_test_add_func ("/exchange/csv-export/tables", test_tables);
  g_test_add_func ("/exchange/csv-export/empty-diary", test_empty_diary);
  g_test_add_func ("/exchange/csv-export/text-cells", test_text_cells);
  g_test_add_func ("/exchange/csv-export/formulas-come-back", test_formulas_come_back);
  g_test_add_func ("/exchange/csv-export/random-diaries-come-back", test_random_diaries_come_back);
  g_test_add_func ("/exchange/csv-export/random-damage", test_random_damage);
  g_test_add_func ("/exchange/csv-export/save", test_save);
  return g_test_run ();
}
