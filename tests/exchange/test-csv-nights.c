/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-text-number.h"
#include "exchange/stn-csv-nights.h"
#include "exchange/stn-csv-preview.h"
#include "exchange/stn-exchange-error.h"
#include "stn-csv-file.h"

static StnCsvNights *
read_text (const char *text, const StnCsvMapping *mapping)
{
  g_autoptr (StnCsvFile) file = stn_csv_file_new (text, -1);
  g_autoptr (GError) error = NULL;
  StnCsvNights *nights = stn_csv_nights_read (file->path, mapping, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (nights->path, ==, file->path);
  return nights;
}

static void
assert_fails (const char *text, const StnCsvMapping *mapping, int code, const char *rest)
{
  g_autoptr (StnCsvFile) file = stn_csv_file_new (text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (stn_csv_nights_read (file->path, mapping, &error));
  stn_csv_file_assert_error (file, error, code, rest);
}

/* Those that were asked for live as long as the test. */
static GPtrArray *asked_for;

static StnNight *
night_at (const StnCsvNights *nights, guint i)
{
  g_assert_cmpuint (i, <, stn_night_pack_get_length (nights->nights));
  g_ptr_array_add (asked_for, stn_night_pack_get (nights->nights, i));
  return asked_for->pdata[asked_for->len - 1];
}

static void
assert_night (const StnCsvNights *nights, guint i, const char *key, StnNightState state)
{
  char text[STN_DATE_TEXT_SIZE];

  g_assert_cmpstr (stn_date_to_text (night_at (nights, i)->key, text), ==, key);
  g_assert_cmpint (stn_night_get_state (night_at (nights, i)), ==, state);
}

static void
assert_factor (
  const StnCsvNights *nights, guint i, const char *slug, StnFactorKind kind, guint n_values)
{
  g_assert_cmpuint (i, <, nights->factors->len);
  const StnCsvFactorColumn *factor = g_ptr_array_index (nights->factors, i);

  g_assert_cmpstr (factor->slug, ==, slug);
  g_assert_cmpint (factor->kind, ==, kind);
  g_assert_cmpuint (factor->n_values, ==, n_values);
}

static void
add_kind (StnCsvMapping *mapping, const char *column, StnFactorKind kind)
{
  StnCsvFactorMapping *said = g_new0 (StnCsvFactorMapping, 1);

  said->column = g_strdup (column);
  said->kind = kind;
  g_ptr_array_add (mapping->factors, said);
}

static void
test_rows (void)
{
  g_autoptr (StnCsvNights) nights = read_text ("date,cramps,severity,stretch,fluids_l\n"
                                               "2026-01-03,2,7,1,1.5\n"
                                               "2026-01-01,0,,0,\n"
                                               "2026-01-02,,4,,0.25\n"
                                               "2026-01-05,,,,\n"
                                               ",,,,\n"
                                               "2026-01-04,1.0,,1,2\n",
                                               NULL);
  StnEpisode *worst;

  g_assert_cmpstr (nights->date_column, ==, "date");
  g_assert_cmpstr (nights->cramps_column, ==, "cramps");
  g_assert_cmpstr (nights->severity_column, ==, "severity");
  g_assert_cmpuint (stn_night_pack_get_length (nights->nights), ==, 4);
  assert_night (nights, 0, "2026-01-01", STN_NIGHT_NO_CRAMPS);
  assert_night (nights, 1, "2026-01-02", STN_NIGHT_NOT_RECORDED);
  assert_night (nights, 2, "2026-01-03", STN_NIGHT_CRAMPS);
  assert_night (nights, 3, "2026-01-04", STN_NIGHT_CRAMPS);
  g_assert_cmpuint (stn_night_pack_get_line (nights->nights, 0), ==, 3);
  g_assert_cmpuint (stn_night_pack_get_line (nights->nights, 2), ==, 2);
  g_assert_cmpuint (night_at (nights, 2)->episodes->len, ==, 2);
  worst = stn_night_get_worst (night_at (nights, 2));
  g_assert_true (worst->severity.known && worst->severity.value == 7);
  g_assert_true (stn_episode_is_unknown (g_ptr_array_index (night_at (nights, 2)->episodes, 1)));
  g_assert_true (stn_episode_is_unknown (g_ptr_array_index (night_at (nights, 3)->episodes, 0)));
  assert_factor (nights, 0, "stretch", STN_FACTOR_BINARY, 3);
  assert_factor (nights, 1, "fluids_l", STN_FACTOR_CONTINUOUS, 3);
  g_assert_cmpfloat (stn_night_get_value (night_at (nights, 1), "fluids_l")->value, ==, 0.25);
  g_assert_null (stn_night_get_value (night_at (nights, 0), "fluids_l"));
}

static void
test_columns_by_name (void)
{
  static const struct {
    const char *header, *date, *cramps, *severity;
    guint n_factors;
  } rows[] = {
    {"date,cramps,severity,x", "date", "cramps", "severity", 1},
    {" DATE , Cramps,SEVERITY,x", "DATE", "Cramps", "SEVERITY", 1},
    {"day,event,y,x", "day", "event", NULL, 2},
    {"event,cramps,night,x", "night", "cramps", NULL, 2},
    {"key;events;x;y", "key", "events", NULL, 2},
    {"\"date\"\tcramp\tx\ty", "date", "cramp", NULL, 2},
    {"x,y,z,Night", "Night", NULL, NULL, 3},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    gboolean is_last = strstr (rows[i].header, "Night") != NULL;
    gboolean is_third = strstr (rows[i].header, "night") != NULL;
    char delimiter = strchr (rows[i].header, ';') != NULL    ? ';'
                     : strchr (rows[i].header, '\t') != NULL ? '\t'
                                                             : ',';
    g_autofree char *comma = g_strconcat (rows[i].header, "\n",
                                          is_last    ? "1,1,1,2026-01-01\n"
                                          : is_third ? "1,1,2026-01-01,1\n"
                                                     : "2026-01-01,1,1,1\n",
                                          NULL);
    g_autofree char *text = g_strdelimit (g_strdup (comma), ",", delimiter);
    g_autoptr (StnCsvNights) nights = read_text (text, NULL);

    g_assert_cmpstr (nights->date_column, ==, rows[i].date);
    g_assert_cmpstr (nights->cramps_column, ==, rows[i].cramps);
    g_assert_cmpstr (nights->severity_column, ==, rows[i].severity);
    g_assert_cmpuint (nights->factors->len, ==, rows[i].n_factors);
  }
}

static void
test_columns_by_mapping (void)
{
  static const char *text = "when,date,attacks,cramps,bad\n2026-01-01,5,1,0,3\n";
  g_autoptr (StnCsvMapping) mapping = stn_csv_mapping_new ();

  mapping->date_column = g_strdup ("WHEN");
  mapping->cramps_column = g_strdup ("attacks");
  mapping->severity_column = g_strdup ("bad");
  add_kind (mapping, "cramps", STN_FACTOR_COUNT);
  g_autoptr (StnCsvNights) all = read_text (text, mapping);

  g_assert_cmpuint (all->factors->len, ==, 2);
  assert_factor (all, 0, "date-2", STN_FACTOR_CONTINUOUS, 1);
  assert_factor (all, 1, "cramps-2", STN_FACTOR_COUNT, 1);
  mapping->all_factors = FALSE;
  g_autoptr (StnCsvNights) said = read_text (text, mapping);

  g_assert_cmpuint (said->factors->len, ==, 1);
  assert_factor (said, 0, "cramps-2", STN_FACTOR_COUNT, 1);
  g_free (mapping->cramps_column);
  mapping->cramps_column = g_strdup ("");
  g_autoptr (StnCsvNights) none = read_text (text, mapping);

  g_assert_null (none->cramps_column);
  g_assert_cmpint (stn_night_get_state (night_at (none, 0)), ==, STN_NIGHT_NOT_RECORDED);
}

static void
test_kinds (void)
{
  static const char *text = "date,a,b,c,d,e\n"
                            "2026-01-01,0,0.0,2,,1e2\n"
                            "2026-01-02,1,1,-1,,-0\n";
  g_autoptr (StnCsvMapping) mapping = stn_csv_mapping_new ();
  g_autoptr (StnCsvNights) found = read_text (text, NULL);

  g_assert_cmpuint (found->factors->len, ==, 4); /* nothing is in d */
  assert_factor (found, 0, "a", STN_FACTOR_BINARY, 2);
  assert_factor (found, 1, "b", STN_FACTOR_BINARY, 2);
  assert_factor (found, 2, "c", STN_FACTOR_CONTINUOUS, 2);
  assert_factor (found, 3, "e", STN_FACTOR_CONTINUOUS, 2);
  add_kind (mapping, "A", STN_FACTOR_SCALE);
  add_kind (mapping, "c", 0);
  g_autoptr (StnCsvNights) said = read_text (text, mapping);

  assert_factor (said, 0, "a", STN_FACTOR_SCALE, 2);
  assert_factor (said, 2, "c", STN_FACTOR_CONTINUOUS, 2);
  g_assert_true (((StnCsvFactorColumn *) g_ptr_array_index (said->factors, 0))->kind_is_given);
  g_assert_false (((StnCsvFactorColumn *) g_ptr_array_index (said->factors, 2))->kind_is_given);
}

static void
test_slugs (void)
{
  g_autoptr (StnCsvNights) nights = read_text ("date,Sleep Hours (h),M\xc3\xbc"
                                               "de,'-x,\xe7\x9d\xa1\xe7\x9c\xa0,A.b_c-1\n"
                                               "2026-01-01,1,1,1,1,1\n",
                                               NULL);
  const StnCsvFactorColumn *other_script;

  assert_factor (nights, 0, "sleep-hours-h", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 1, "mude", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 2, "-x", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 4, "a.b_c-1", STN_FACTOR_BINARY, 1);
  other_script = g_ptr_array_index (nights->factors, 3);
  g_assert_true (g_str_has_prefix (other_script->slug, "column-"));
  g_assert_true (stn_factor_slug_validate (other_script->slug, NULL));
}

static void
test_slug_taken (void)
{
  g_autoptr (StnCsvNights) nights =
    read_text ("date,Sleep (h),sleep h,A,a,a b,a-b,a-b-2,Duration!,duration_s\n"
               "2026-01-01,1,0,1,0,1,0,1,1,\n",
               NULL);
  g_autoptr (StnCsvMapping) chosen = stn_csv_mapping_new ();
  g_autoptr (StnCsvNights) some = NULL;

  assert_factor (nights, 0, "sleep-h", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 1, "sleep-h-2", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 2, "a", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 3, "a-2", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 4, "a-b", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 5, "a-b-3", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 6, "a-b-2", STN_FACTOR_BINARY, 1);
  assert_factor (nights, 7, "duration-2", STN_FACTOR_BINARY, 1);

  chosen->all_factors = FALSE;
  add_kind (chosen, "a", STN_FACTOR_COUNT);
  some = read_text ("date,A,a\n2026-01-01,1,2\n", chosen);
  g_assert_cmpuint (some->factors->len, ==, 1);
  assert_factor (some, 0, "a-2", STN_FACTOR_COUNT, 1);
}

/* A spreadsheet's line break in a name is a space, in the file as in what is said of it. */
static void
test_name_in_lines (void)
{
  g_autoptr (StnCsvMapping) said = stn_csv_mapping_new ();
  g_autoptr (StnCsvNights) nights = NULL;

  said->cramps_column = g_strdup ("how\nmany");
  nights = read_text ("date,\"how\nmany\",\"late\tcoffee\r\n\"\n2026-01-01,1,1\n", said);
  g_assert_cmpstr (nights->cramps_column, ==, "how many");
  g_assert_cmpstr (nights->columns[2], ==, "late coffee");
  assert_factor (nights, 0, "late-coffee", STN_FACTOR_BINARY, 1);
}

static void
test_passed_over (void)
{
  g_autoptr (StnCsvNights) nights = read_text ("date,cramps,severity,duration_s,x\n"
                                               "2026-01-01,1,7,60,1\n2026-01-02,,7,,1\n"
                                               "2026-01-03,,7,60,\n2026-01-04,0,,,\n",
                                               NULL);
  g_autoptr (StnCsvNights) none = read_text ("date,severity\n2026-01-01,7\n", NULL);

  g_assert_cmpuint (nights->passed_over, ==, 3);
  g_assert_cmpuint (stn_night_pack_get_length (nights->nights), ==, 3);
  g_assert_cmpuint (none->passed_over, ==, 1);
  g_assert_cmpuint (stn_night_pack_get_length (none->nights), ==, 0);
}

/* As R and pandas write row numbers. */
static void
test_column_without_name (void)
{
  g_autoptr (StnCsvNights) nights =
    read_text ("\"\",\"date\",\"x\",\"\"\n\"1\",2026-01-01,5,\n\"2\",2026-01-02,6,\n", NULL);

  g_assert_cmpuint (stn_night_pack_get_length (nights->nights), ==, 2);
  g_assert_cmpuint (nights->factors->len, ==, 1);
  assert_factor (nights, 0, "x", STN_FACTOR_CONTINUOUS, 2);
}

static void
test_entered (void)
{
  g_autoptr (StnCsvNights) nights =
    read_text ("date,x,x:entered,y\n2026-01-01,1,evening,5\n2026-01-02,2,after,\n2026-01-03,3,,\n"
               "2026-01-04,,usual,1\n",
               NULL);

  g_assert_cmpuint (nights->factors->len, ==, 2);
  g_assert_true (((StnCsvFactorColumn *) g_ptr_array_index (nights->factors, 0))->has_entered);
  g_assert_false (((StnCsvFactorColumn *) g_ptr_array_index (nights->factors, 1))->has_entered);
  g_assert_cmpint (stn_night_get_value (night_at (nights, 0), "x")->entered, ==,
                   STN_ENTERED_EVENING);
  g_assert_cmpint (stn_night_get_value (night_at (nights, 0), "y")->entered, ==,
                   STN_ENTERED_UNKNOWN);
  g_assert_cmpint (stn_night_get_value (night_at (nights, 1), "x")->entered, ==, STN_ENTERED_AFTER);
  g_assert_cmpint (stn_night_get_value (night_at (nights, 2), "x")->entered, ==,
                   STN_ENTERED_UNKNOWN);
  g_assert_null (stn_night_get_value (night_at (nights, 3), "x"));
}

static void
test_durations (void)
{
  static const struct {
    const char *column, *cell;
    int seconds;
  } rows[] = {
    {"duration_s", "90", 90},    {"duration_min", "2.5", 150},  {"duration", "3min", 180},
    {"Duration", "1h", 3600},    {"duration", "2", 120},        {"duration_s", "86400", 86400},
    {"duration_min", "45s", 45}, {"duration", "00:03:30", 210}, {"duration_s", "0:01:05", 65},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text =
      g_strdup_printf ("date,cramps,%s\n2026-01-01,2,%s\n", rows[i].column, rows[i].cell);
    g_autoptr (StnCsvNights) nights = read_text (text, NULL);
    const StnEpisode *first = g_ptr_array_index (night_at (nights, 0)->episodes, 0);

    g_assert_true (first->duration_s.known);
    g_assert_cmpint (first->duration_s.value, ==, rows[i].seconds);
    g_assert_cmpuint (nights->factors->len, ==, 0);
  }
}

/* Seconds are said; of the other names the cells show whether a cramp lasted so long. */
static void
test_other_durations (void)
{
  static const struct {
    const char *text;
    gboolean is_of_cramps;
  } rows[] = {
    {"date,cramps,duration\n2026-01-01,1,3\n2026-01-02,0,0\n", TRUE},
    {"date,cramps,duration\n2026-01-01,1,3\n2026-01-02,0,420\n", FALSE},
    {"date,cramps,duration_min\n2026-01-01,1,410\n2026-01-02,1,420\n2026-01-03,2,395\n", FALSE},
    {"date,cramps,duration_min\n2026-01-01,1,410\n2026-01-02,1,420\n2026-01-03,2,5\n", TRUE},
    {"date,cramps,duration\n2026-01-01,1,410\n2026-01-02,1,420\n", TRUE},
    {"date,cramps,duration_s\n2026-01-01,1,4100\n2026-01-02,1,4200\n2026-01-03,2,3950\n", TRUE},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnCsvNights) nights = read_text (rows[i].text, NULL);
    const StnEpisode *first = g_ptr_array_index (night_at (nights, 0)->episodes, 0);

    g_assert_cmpint (first->duration_s.known, ==, rows[i].is_of_cramps);
    g_assert_cmpint (nights->duration_column != NULL, ==, rows[i].is_of_cramps);
    g_assert_cmpuint (nights->factors->len, ==, rows[i].is_of_cramps ? 0 : 1);
  }
}

/* Words of a column that is called like one are the note, wherever they begin; of another they are a mistake. */
static void
test_notes (void)
{
  g_autoptr (GString) late = g_string_new ("date,cramps,Notiz,x\n");
  g_autoptr (StnCsvMapping) mapping = stn_csv_mapping_new ();
  g_autoptr (StnCsvNights) nights = NULL;

  for (int day = 1; day <= 28; day++)
    g_string_append_printf (late, "2026-01-%02d,0,%s,1\n", day,
                            day == 27 ? "\" spät, zu viel \"" : "3");
  nights = read_text (late->str, NULL);
  g_assert_cmpstr (nights->note_column, ==, "Notiz");
  g_assert_cmpstr (night_at (nights, 26)->note, ==, "spät, zu viel");
  g_assert_cmpstr (night_at (nights, 27)->note, ==, "3");
  g_assert_cmpuint (nights->factors->len, ==, 1);
  /* Without words it is a number like any other. */
  g_string_assign (late, "date,cramps,Note,x\n2026-01-01,1,3,1\n");
  g_clear_pointer (&nights, stn_csv_nights_free);
  nights = read_text (late->str, NULL);
  g_assert_null (nights->note_column);
  g_assert_cmpuint (nights->factors->len, ==, 2);
  /* Said by name; and what is passed over may hold anything. */
  mapping->note_column = g_strdup ("X");
  g_ptr_array_add (mapping->skipped, g_strdup ("note"));
  g_string_assign (late, "date,cramps,Note,x\n2026-01-01,1,3,1\n2026-01-02,1,?!,far\n");
  g_clear_pointer (&nights, stn_csv_nights_free);
  nights = read_text (late->str, mapping);
  g_assert_cmpstr (night_at (nights, 0)->note, ==, "1");
  g_assert_cmpstr (night_at (nights, 1)->note, ==, "far");
  g_assert_cmpuint (nights->factors->len, ==, 0);
  g_ptr_array_add (mapping->skipped, g_strdup ("y"));
  assert_fails (late->str, mapping, STN_EXCHANGE_ERROR_MAPPING,
                ":1: there is no column 'y'; the columns are: date, cramps, Note, x");
}

/* Tables of cramps and of single items say nothing twice and nothing that a night cannot have. */
static void
test_bad_own_rows (void)
{
  static const struct {
    const char *text, *rest;
  } rows[] = {
    {"night,item,value\n2026-01-01,cramps,1\n2026-01-02,cramps,1\n2026-01-01,fluids,1\n",
     ":4: the night 2026-01-01 is there twice, first in line 2"},
    {"night,item,value\n2026-01-01,severity,4\n", ":2: severity without a cramp before it"},
    {"night,item,value\n2026-01-01,cramps,51\n",
     ":2: cramps 51 is not a whole number from 0 to 50"},
    {"night,item,value\n2026-01-01,cramps,1\n2026-01-01,cramps,1\n", ":3: cramps are there twice"},
    {"night,item,value\n2026-01-01,fluids,1\n2026-01-01,fluids,1\n", ":3: fluids is there twice"},
    {"night,item,value\n2026-01-01,fluids,much\n", ":2: fluids 'much' is not a number"},
    {"night,item,value\n2026-01-01,a b,1\n", ":2: 'a b' is no item of an export"},
    {"night,item,value\nyesterday,fluids,1\n",
     ":2: 'yesterday' is not a date of the form YYYY-MM-DD"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_fails (rows[i].text, NULL, STN_EXCHANGE_ERROR_VALUE, rows[i].rest);
}

static void
test_bad_rows (void)
{
  static const struct {
    const char *text, *rest;
  } rows[] = {
    {"date,cramps\n2026-01-01,1\n2026-02-30,1\n",
     ":3: the day 2026-02-30 does not exist, or its year is not 1900 to 2199"},
    {"date,cramps\n01/02/2026,1\n", ":2: '01/02/2026' can begin with the day or the month"},
    {"date,cramps\nFri 20 Nov 2026,1\nThu 27 Nov 2026,1\n",
     ":3: 'Thu 27 Nov 2026' is another day of the week than it says"},
    {"date,cramps\nMontag 2026-11-21,1\n",
     ":2: 'Montag 2026-11-21' is another day of the week than it says"},
    {"date,cramps\n13/01/2026,1\n01/14/2026,1\n",
     ":3: '01/14/2026' begins with the month and other dates with the day; day and month are "
     "mixed"},
    {"date,cramps\n01/13/2026,1\n14/01/2026,1\n", ":3: '14/01/2026' begins with the day and other "
                                                  "dates with the month; day and month are mixed"},
    {"date,x\n2026-01-01,21 \u00b0C\n2026-01-02,70 \u00b0F\n",
     ":3: x is in '\u00b0F' here and in '\u00b0C' above"},
    {"date,cramps\n2026-1-2,1\n", ":2: '2026-1-2' is not a date of the form YYYY-MM-DD"},
    {"date,cramps\n2026-01-02T21:00:00Z,1\n",
     ":2: '2026-01-02T21:00:00Z' is a time of UTC, which does not say what night it was where you "
     "were; export local times"},
    {"date,cramps\n2026-01-02 25:00,1\n",
     ":2: '2026-01-02 25:00' is not a date of the form YYYY-MM-DD"},
    {"date,time,cramps\n2026-01-02,22:00,1\n2026-01-03,01:00,1\n",
     ":3: the night 2026-01-02 is there twice, first in line 2"},
    {"date,cramps\n01/02/2026,1\n13/02/2026,1\n02/13/2026,1\n",
     ":4: '02/13/2026' begins with the month and other dates with the day; day and month are "
     "mixed"},
    {"date;x\n2026-01-01;1,500\n2026-01-02;7,5\n2026-01-03;7.5\n",
     ":2: x '1,500' can be a broken number or thousands"},
    {"date,x\n2026-01-01,500 ml\n2026-01-02,2 l\n", ":3: x is in 'l' here and in 'ml' above"},
    {"date,x\n2026-01-01,yes\n2026-01-02,3\n", ":3: x has numbers as well as yes and no"},
    {"date,x\n2026-01-01,3\n2026-01-02,yes\n", ":3: x has numbers as well as yes and no"},
    {"date,cramps\n\"a\nb\tc\",1\n", ":2: 'a b c' is not a date of the form YYYY-MM-DD"},
    {"night,cramps\n2026-01-02,1\n,1\n", ":3: the row has no night"},
    {"date,cramps\n2026-01-01,1\n\n2026-01-02,1\n2026-01-01,0\n",
     ":5: the night 2026-01-01 is there twice, first in line 2"},
    {"date,cramps\n2026-01-01,\n2026-01-01,\n",
     ":3: the night 2026-01-01 is there twice, first in line 2"},
    {"date,cramps,severity\n2026-01-01,1,11\n",
     ":2: severity 11 is not a whole number from 0 to 10"},
    {"date,cramps,severity\n2026-01-01,1,-1\n",
     ":2: severity -1 is not a whole number from 0 to 10"},
    {"date,cramps,severity\n2026-01-01,1,4.5\n",
     ":2: severity 4.5 is not a whole number from 0 to 10"},
    {"date,cramps,severity\n2026-01-01,0,4\n", ":2: severity 4 on a night without cramps"},
    {"date,cramps,duration_s\n2026-01-01,0,4\n", ":2: a duration on a night without cramps"},
    {"date,cramps\n2026-01-01,-1\n", ":2: cramps -1 is not a whole number from 0 to 50"},
    {"date,cramps\n2026-01-01,51\n", ":2: cramps 51 is not a whole number from 0 to 50"},
    {"date,x\n2026-01-01,1\n2026-01-02,much\n",
     ":3: x 'much' is not a number; leave it empty if it was not recorded"},
    {"date,cramps\n2026-01-01,none\n",
     ":2: cramps 'none' is not a number; leave it empty if it was not recorded"},
    {"date,x\n2026-01-01,1e999\n",
     ":2: x '1e999' is not a number; leave it empty if it was not recorded"},
    {"date;x\n2026-01-01;1,500\n", ":2: x '1,500' can be a broken number or thousands"},
    {"date,x\n2026-01-02,1\n2026-01-01,aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\n",
     ":3: x 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...' is not a number; leave it empty if it "
     "was "
     "not recorded"},
    {"date,x,x:entered\n2026-01-01,1,noon\n",
     ":2: 'noon' is not one of: evening, usual, after, unknown"},
    {"date,cramps,duration\n2026-01-01,1,-3min\n", ":2: duration -3min is negative"},
    {"date,cramps,duration_s\n2026-01-01,1,-1\n", ":2: duration_s -1 is negative"},
    {"date,cramps,duration_min\n2026-01-01,1,1441\n",
     ":2: duration_min 1441 is longer than 24 hours"},
    {"date,cramps,duration\n2026-01-01,1,long\n",
     ":2: duration 'long' is not a duration such as 90s, 3min or 1h, up to 24h"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_fails (rows[i].text, NULL,
                  strstr (rows[i].rest, "or the month") != NULL ? STN_EXCHANGE_ERROR_UNCLEAR_DATE
                  : strstr (rows[i].rest, "thousands") != NULL  ? STN_EXCHANGE_ERROR_UNCLEAR_NUMBER
                  : g_pattern_match_simple (":?: x '*' is not a number*", rows[i].rest)
                    ? STN_EXCHANGE_ERROR_WORDS
                    : STN_EXCHANGE_ERROR_VALUE,
                  rows[i].rest);
  assert_fails ("date,x,y\n2026-01-01,1\n", NULL, STN_EXCHANGE_ERROR_FORMAT,
                ":2: 2 cells in this row, 3 in the header");
  assert_fails ("date,x,y\n2026-01-01,1,2,3\n", NULL, STN_EXCHANGE_ERROR_FORMAT,
                ":2: 4 cells in this row, 3 in the header");
  assert_fails ("", NULL, STN_EXCHANGE_ERROR_FORMAT, ":1: the file is empty");
  assert_fails ("\n\n", NULL, STN_EXCHANGE_ERROR_FORMAT, ":1: the file is empty");
  assert_fails ("date,x\n", NULL, STN_EXCHANGE_ERROR_FORMAT, ":1: no rows after the header");
}

static void
test_bad_columns (void)
{
  static const struct {
    const char *text, *rest;
  } dateless[] = {
    {"when,x\nyesterday,1\n", ":1: no date column: none of the columns (when, x) is called one of: "
                              "date, night, day, key, datum, fecha, nacht, noche"},
    {"made,slept,x\n2026-01-02,2026-01-01,1\n",
     ":1: no date column: none of the columns (made, slept, x) is called one of: date, night, day, "
     "key, datum, fecha, nacht, noche"},
    {"Start Date,End Date,x\n2026-01-02,2026-01-03,1\n",
     ":1: no date column: none of the columns (Start Date, End Date, x) is called one of: date, "
     "night, day, key, datum, fecha, nacht, noche"},
  };
  static const struct {
    const char *text, *rest;
  } rows[] = {
    {"date,x,x\n2026-01-01,1,1\n", ":1: two columns are called 'x'"},
    {"date,Date,x\n2026-01-01,1,1\n", ":1: two columns are called 'date'"},
    {"date,cramps,CRAMPS\n2026-01-01,1,1\n", ":1: two columns are called 'cramps'"},
    {"date,x,x:entered,X:entered\n2026-01-01,1,after,after\n",
     ":1: column 'X:entered' has no factor column 'X' beside it"},
    {"date,y:entered\n2026-01-01,after\n",
     ":1: column 'y:entered' has no factor column 'y' beside it"},
  };
  g_autoptr (StnCsvMapping) missing = stn_csv_mapping_new ();
  g_autoptr (StnCsvMapping) twice = stn_csv_mapping_new ();
  g_autoptr (StnCsvMapping) kind = stn_csv_mapping_new ();

  for (guint i = 0; i < G_N_ELEMENTS (dateless); i++)
    assert_fails (dateless[i].text, NULL, STN_EXCHANGE_ERROR_NO_DATE, dateless[i].rest);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    assert_fails (rows[i].text, NULL, STN_EXCHANGE_ERROR_MAPPING, rows[i].rest);
  assert_fails ("2026-01-01,1\n", NULL, STN_EXCHANGE_ERROR_NO_HEADER,
                ":1: no names of columns stand above the first date");
  missing->cramps_column = g_strdup ("attack");
  assert_fails ("date,x\n2026-01-01,1\n", missing, STN_EXCHANGE_ERROR_MAPPING,
                ":1: there is no column 'attack'; the columns are: date, x");
  twice->cramps_column = g_strdup ("x");
  add_kind (twice, "x", STN_FACTOR_COUNT);
  assert_fails ("date,x\n2026-01-01,1\n", twice, STN_EXCHANGE_ERROR_MAPPING,
                ":1: column 'x' cannot have two uses");
  add_kind (kind, "x", STN_FACTOR_BINARY);
  assert_fails ("date,x\n2026-01-01,1\n2026-01-02,2\n", kind, STN_EXCHANGE_ERROR_VALUE,
                ":3: x 2 is not yes, no, 1 or 0");
}

/* "KEY:CRAMPS:SEVERITY:VALUE" of each night, "-" for what is not known; x is the first factor. */
static char *
describe (const StnCsvNights *nights)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stn_night_pack_get_length (nights->nights); i++) {
    const StnNight *night = night_at (nights, i);
    const StnEpisode *worst = stn_night_get_worst (night);
    const StnFactorValue *value = night->values->len == 0 ? NULL : night->values->pdata[0];
    char key[STN_DATE_TEXT_SIZE], number[STN_REAL_TEXT_SIZE];

    g_string_append_printf (text, "%s%s:", i > 0 ? " " : "", stn_date_to_text (night->key, key));
    if (stn_night_get_state (night) == STN_NIGHT_NOT_RECORDED)
      g_string_append (text, "-");
    else
      g_string_append_printf (text, "%u", night->episodes->len);
    if (worst != NULL && worst->severity.known)
      g_string_append_printf (text, "/%d", worst->severity.value);
    if (value != NULL)
      g_string_append_printf (text, "=%s", stn_real_to_text (value->value, number));
  }
  return g_string_free (text, FALSE);
}

/* How people and programs write the same thing. */
static void
test_forms (void)
{
  static const struct {
    const char *text, *nights;
  } rows[] = {
    {"date,x\n01/02/2026,1\n13/02/2026,0\n", "2026-02-01:-=1 2026-02-13:-=0"},
    {"date,x\n01/02/2026,1\n02/13/2026,0\n", "2026-01-02:-=1 2026-02-13:-=0"},
    {"date;x\n2026-01-01;1,500\n2026-01-02;7,5\n", "2026-01-01:-=1.5 2026-01-02:-=7.5"},
    {"date;x\n2026-01-01;1.500\n2026-01-02;7,5\n", "2026-01-01:-=1500 2026-01-02:-=7.5"},
    {"date\tx\n2026-01-01\t1.500\n2026-01-02\t7,5\n", "2026-01-01:-=1500 2026-01-02:-=7.5"},
    {"date;x\n2026-01-01;1,500\n2026-01-02;7.5\n", "2026-01-01:-=1500 2026-01-02:-=7.5"},
    {"date,x\n2026-01-01,\"1,500,000\"\n", "2026-01-01:-=1500000"},
    {"date,x\n2026-01-01,1'500.5\n", "2026-01-01:-=1500.5"},
    {"date,x\n2026-01-01,1\u202f500\n", "2026-01-01:-=1500"},
    {"date,x\n2026-01-01,\u22125\n", "2026-01-01:-=-5"},
    {"date,x\n\u0662\u0660\u0662\u0666-\u0660\u0661-\u0660\u0662,\u0663\n", "2026-01-02:-=3"},
    {"date,x\n2026-01-01,500 ml\n2026-01-02,2\n", "2026-01-01:-=500 2026-01-02:-=2"},
    {"date,x\n2026-01-01,7%\n", "2026-01-01:-=7"},
    {"date,x\n2026-01-01,21.5 \u00b0C\n2026-01-02,\"19,5\u00b0C\"\n2026-01-03,18\n",
     "2026-01-01:-=21.5 2026-01-02:-=19.5 2026-01-03:-=18"},
    {"date,x\n2026-01-01,21 C\n2026-01-02,20C\n", "2026-01-01:-=21 2026-01-02:-=20"},
    {"date,Sleep hours\n2026-01-01,7:30\n2026-01-02,08:15:00\n",
     "2026-01-01:-=7.5 2026-01-02:-=8.25"},
    {"date,sleep (h)\n2026-01-01,7:30\n2026-01-02,6\n", "2026-01-01:-=7.5 2026-01-02:-=6"},
    {"date,up,x\n2026-01-01,7:30,1\n", "2026-01-01:-=1"},
    {"date,x\n2026-01-01,70\u2109\n", "2026-01-01:-=70"},
    {"date,cramps\nSo. 1. November 2026,1\n\"Fri, 20 Nov 2026\",0\nsat 2026-11-21,2\n",
     "2026-11-01:1 2026-11-20:0 2026-11-21:2"},
    {"date,x\n2026-01-01,NA\n2026-01-02,n/a\n2026-01-03,5\n", "2026-01-03:-=5"},
    {"date,x\n2026-01-01,Ja\n2026-01-02,nein\n", "2026-01-01:-=1 2026-01-02:-=0"},
    {"date,x\n2026-01-01,oui\n2026-01-02,non\n2026-01-03,\n", "2026-01-01:-=1 2026-01-02:-=0"},
    {"date,x\n2026-01-01,S\u00cd\n2026-01-02,no\n", "2026-01-01:-=1 2026-01-02:-=0"},
    {"date,x\n2026-01-01,x\n2026-01-02,\u2713\n2026-01-03,0\n",
     "2026-01-01:-=1 2026-01-02:-=1 2026-01-03:-=0"},
    {"date,cramps,severity\n2026-01-01,yes,6/10\n2026-01-02,no,\n", "2026-01-01:1/6 2026-01-02:0"},
    {"date,cramps\n1 Nov 2026,1\n02-Dec-2026,0\n\"Jan 3, 2027\",2\n4. March 2027,0\n",
     "2026-11-01:1 2026-12-02:0 2027-01-03:2 2027-03-04:0"},
    {"date,cramps\n2026-01-02 00:00:00,1\n2026-01-03 00:00:00,0\n", "2026-01-02:1 2026-01-03:0"},
    {"date,cramps\n2026-01-02T00:00:00Z,1\n", "2026-01-02:1"},
    {"date,cramps\n2026-01-02 02:10,1\n2026-01-02T23:30:00+01:00,0\n", "2026-01-01:1 2026-01-02:0"},
    {"date,cramps\n\"1/14/2026, 2:10 AM\",1\n1/14/2026 12:00 PM,2\n", "2026-01-13:1 2026-01-14:2"},
    {"date,time,cramps\n2026-01-02,02:10,1\n2026-01-02,22:30,0\n2026-01-03,,2\n",
     "2026-01-01:1 2026-01-02:0 2026-01-03:2"},
    {"Datum;Kr\u00e4mpfe\n1.2.2026;1\n", "2026-02-01:1"},
    {"NACHT;WADENKRA\u0308MPFE;Sta\u0308rke;x\n1.2.2026;1;6;2\n", "2026-02-01:1/6=2"},
    {"Fecha;Calambres;INTENSIDAD\n1.2.2026;1;6\n", "2026-02-01:1/6"},
    {"noche;cramps;calambres\n1.2.2026;1;2\n", "2026-02-01:1=2"},
    {"date;Datum\n2026-02-01;3\n", "2026-02-01:-=3"},
    {"My nights, 2026\n\nmade by hand\ndate;x\n2026-01-01;1\n", "2026-01-01:-=1"},
    {"# made by hand\ndate,x\n# a pause\n2026-01-01,1\n", "2026-01-01:-=1"},
    {"#,date,x\n1,2026-01-01,1\n2,2026-01-02,0\n", "2026-01-01:-=1 2026-01-02:-=2"},
    {"sep=|\ndate|x\n2026-01-01|1\n", "2026-01-01:-=1"},
    {"\"sep=^\"\ndate^x\n2026-01-01^1\n", "2026-01-01:-=1"},
    {"date,x,,\n2026-01-01,1,,\n", "2026-01-01:-=1"},
    {"date,remarks,up,x\n2026-01-01,\"slept, badly\",6:30,1\n2026-01-02,,,2\n",
     "2026-01-01:-=1 2026-01-02:-=2"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (StnCsvNights) nights = read_text (rows[i].text, NULL);
    g_autofree char *found = describe (nights);

    g_assert_cmpstr (found, ==, rows[i].nights);
  }
}

/* What somebody says goes before what is found. */
static void
test_said (void)
{
  g_autoptr (StnCsvMapping) said = stn_csv_mapping_new ();
  g_autoptr (StnCsvNights) nights = NULL;
  g_autofree char *found = NULL;

  said->form = (StnCsvForm){.encoding = STN_CSV_ENCODING_WINDOWS_1252,
                            .delimiter = ';',
                            .header_line = STN_CSV_NO_HEADER,
                            .dates = STN_CSV_DATES_MONTH_FIRST,
                            .decimal = STN_CSV_DECIMAL_COMMA,
                            .night_of = STN_CSV_NIGHT_OF_MORNING};
  said->cramps_column = g_strdup ("column 2");
  add_kind (said, "Column 3", STN_FACTOR_CONTINUOUS);
  nights = read_text ("01/02/2026;1;1,500;\xe4\n", said);
  found = describe (nights);
  g_assert_cmpstr (found, ==, "2026-01-01:1=1.5");
  g_assert_cmpuint (nights->unnamed, ==, 1);
  g_assert_cmpstr (nights->date_column, ==, "column 1");
}

/* How it was read is told. */
static void
test_found_form (void)
{
  g_autoptr (StnCsvNights) nights =
    read_text ("# old\nmy nights\ndate;a\xfc;;x\n"
               "01/02/2026 01:00;7,5;9;good\n13/02/2026 01:00;1.500;9;\n",
               NULL);
  g_autoptr (StnCsvNights) plain = read_text ("date,x\n2026-01-01,1\n", NULL);

  g_assert_cmpint (nights->form.encoding, ==, STN_CSV_ENCODING_WINDOWS_1252);
  g_assert_cmpint (nights->form.delimiter, ==, ';');
  g_assert_cmpuint (nights->form.header_line, ==, 3);
  g_assert_cmpint (nights->form.dates, ==, STN_CSV_DATES_DAY_FIRST);
  g_assert_cmpint (nights->form.decimal, ==, STN_CSV_DECIMAL_COMMA);
  g_assert_true (nights->has_times);
  g_assert_cmpuint (nights->comments, ==, 1);
  g_assert_cmpuint (nights->unnamed, ==, 1);
  g_assert_cmpstr (nights->wordy[0], ==, "x");
  g_assert_cmpint (plain->form.encoding, ==, STN_CSV_ENCODING_UTF8);
  g_assert_cmpuint (plain->form.header_line, ==, 1);
  g_assert_cmpint (plain->form.dates, ==, STN_CSV_DATES_AS_FOUND);
  g_assert_false (plain->has_times);
  g_assert_cmpuint (plain->comments + plain->unnamed, ==, 0);
}

/* What people call their columns. */
static void
test_headings (void)
{
  static const struct {
    const char *heading, *cramps, *severity;
  } rows[] = {
    {"Leg Cramps", "Leg Cramps", NULL},
    {"Number of cramps", "Number of cramps", NULL},
    {"No. of cramps", "No. of cramps", NULL},
    {"Anzahl Kr\u00e4mpfe", "Anzahl Kr\u00e4mpfe", NULL},
    {"Cramps?", "Cramps?", NULL},
    {"Krampf", "Krampf", NULL},
    {"N\u00e4chte,Beinkr\u00e4mpfe", "Beinkr\u00e4mpfe", NULL},
    {"Crampes", "Crampes", NULL},
    {"Calambres (n)", "Calambres (n)", NULL},
    {"event,Leg cramps", "Leg cramps", NULL},
    {"Leg cramps,cramps", "cramps", NULL},
    {"cramps,Pain 0-10", "cramps", "Pain 0-10"},
    {"cramps,Severity (0-10)", "cramps", "Severity (0-10)"},
    {"Kr\u00e4mpfe,St\u00e4rke (0-10)", "Kr\u00e4mpfe", "St\u00e4rke (0-10)"},
    {"cramps,pain", "cramps", NULL},
    {"cramps,cramp pain", "cramps", "cramp pain"},
    {"leg-cramps,leg-cramps:entered", NULL, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const gboolean has_two = strchr (rows[i].heading, ',') != NULL;
    g_autofree char *text =
      g_strdup_printf ("Date of night,%s\n2026-01-02,%s\n2026-01-03,%s\n", rows[i].heading,
                       has_two ? "1," : "1", has_two ? "0," : "0");
    g_autoptr (StnCsvNights) nights = read_text (text, NULL);

    g_assert_cmpstr (nights->date_column, ==, "Date of night");
    g_assert_cmpstr (nights->cramps_column, ==, rows[i].cramps);
    g_assert_cmpstr (nights->severity_column, ==, rows[i].severity);
  }
}

/* A column that speaks of cramps is no factor beside nights without an answer. */
static void
test_unclear_headings (void)
{
  g_autoptr (StnCsvMapping) none = stn_csv_mapping_new ();
  g_autoptr (StnCsvMapping) factor = stn_csv_mapping_new ();
  g_autoptr (StnCsvMapping) skipping = stn_csv_mapping_new ();
  g_autoptr (StnCsvNights) with_none = NULL;
  g_autoptr (StnCsvNights) with_factor = NULL;
  g_autoptr (StnCsvNights) two_dates = NULL;
  static const char *text = "date,Cramp medicine\n2026-01-02,1\n";

  assert_fails (text, NULL, STN_EXCHANGE_ERROR_NO_CRAMPS,
                ":1: column 'Cramp medicine' speaks of cramps, but it is not clear which column "
                "says how many there were");
  assert_fails ("date,leg cramps,foot cramps\n2026-01-02,1,2\n", NULL, STN_EXCHANGE_ERROR_NO_CRAMPS,
                ":1: column 'leg cramps' speaks of cramps, but it is not clear which column says "
                "how many there were");
  assert_fails ("date,No cramps\n2026-01-02,yes\n", NULL, STN_EXCHANGE_ERROR_NO_CRAMPS,
                ":1: column 'No cramps' speaks of cramps, but it is not clear which column says "
                "how many there were");
  assert_fails ("date,cramps,Pain 0-10,worst pain (0-10)\n2026-01-02,1,2,3\n", NULL,
                STN_EXCHANGE_ERROR_TWO_SEVERITIES,
                ":1: 'Pain 0-10' and 'worst pain (0-10)' can both be how bad the cramps were");
  none->cramps_column = g_strdup ("");
  with_none = read_text (text, none);
  g_assert_cmpuint (with_none->factors->len, ==, 1);
  add_kind (factor, "Cramp medicine", STN_FACTOR_BINARY);
  with_factor = read_text (text, factor);
  g_assert_cmpuint (with_factor->factors->len, ==, 1);
  g_ptr_array_add (skipping->skipped, g_strdup ("Written"));
  two_dates = read_text ("Written,Date of night,cramps\n2026-01-03,2026-01-02,1\n", skipping);
  g_assert_cmpstr (two_dates->date_column, ==, "Date of night");
}

static void
test_uid_is_of_the_content (void)
{
  g_autoptr (StnCsvNights) a = read_text ("date,x\n2026-01-01,1\n", NULL);
  g_autoptr (StnCsvNights) b = read_text ("date,x\n2026-01-01,1\n", NULL);
  g_autoptr (StnCsvNights) c = read_text ("date,x\n2026-01-01,2\n", NULL);

  g_assert_cmpstr (a->uid, ==, b->uid);
  g_assert_cmpstr (a->uid, !=, c->uid);
  g_assert_true (g_uuid_string_is_valid (a->uid));
}

static void
test_preview (void)
{
  g_autoptr (StnCsvFile) file =
    stn_csv_file_new ("when,event,x:entered,a\n1,2,3,4\nbad,2,3,\n5,6,7,8\n", -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (StnCsvPreview) preview =
    stn_csv_preview_read (file->path, &(StnCsvForm){0}, 2, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (preview->columns), ==, 4);
  g_assert_cmpstr (preview->columns[0], ==, "when");
  g_assert_null (preview->date_column);
  g_assert_cmpstr (preview->cramps_column, ==, "event");
  g_assert_cmpuint (preview->rows->len, ==, 2);
  g_assert_cmpstr (((char **) g_ptr_array_index (preview->rows, 1))[0], ==, "bad");
  g_assert_cmpstr (((char **) g_ptr_array_index (preview->rows, 1))[3], ==, "");
}

static void
test_real_diaries (void)
{
  static const struct {
    const char *name;
    guint n_rows, n_cramps;
  } rows[] = {
    {"headache-log-10", 80, 68}, {"headache-log-74", 75, 17},  {"headache-log-120", 75, 39},
    {"migraine-n1-545", 79, 21}, {"migraine-n1-1765", 78, 20},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *name = g_strconcat (rows[i].name, ".csv", NULL);
    g_autofree char *path = g_test_build_filename (G_TEST_DIST, "fixtures", "real", name, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (StnCsvNights) nights = stn_csv_nights_read (path, NULL, &error);
    guint n_cramps = 0;

    g_assert_no_error (error);
    for (guint j = 0; j < stn_night_pack_get_length (nights->nights); j++)
      n_cramps += stn_night_get_state (night_at (nights, j)) == STN_NIGHT_CRAMPS;
    g_assert_cmpuint (stn_night_pack_get_length (nights->nights), ==, rows[i].n_rows);
    g_assert_cmpuint (n_cramps, ==, rows[i].n_cramps);
  }
}

/* What takes long can be given up in between; a control: it can be read. */
static void
test_given_up (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (StnCsvFile) file = stn_csv_file_new ("date,cramps\n2026-11-01,1\n", -1);
  g_autoptr (StnCsvNights) nights = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_push_current (cancellable);
  nights = stn_csv_nights_read (file->path, NULL, &error);
  g_assert_no_error (error);
  g_cancellable_cancel (cancellable);
  g_assert_null (stn_csv_nights_read (file->path, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_cancellable_pop_current (cancellable);
}

int
main (int argc, char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/csv-nights/rows", test_rows);
  g_test_add_func ("/exchange/csv-nights/given-up", test_given_up);
  g_test_add_func ("/exchange/csv-nights/columns-by-name", test_columns_by_name);
  g_test_add_func ("/exchange/csv-nights/columns-by-mapping", test_columns_by_mapping);
  g_test_add_func ("/exchange/csv-nights/kinds", test_kinds);
  g_test_add_func ("/exchange/csv-nights/slugs", test_slugs);
  g_test_add_func ("/exchange/csv-nights/slug-taken", test_slug_taken);
  g_test_add_func ("/exchange/csv-nights/name-in-lines", test_name_in_lines);
  g_test_add_func ("/exchange/csv-nights/passed-over", test_passed_over);
  g_test_add_func ("/exchange/csv-nights/column-without-name", test_column_without_name);
  g_test_add_func ("/exchange/csv-nights/entered", test_entered);
  g_test_add_func ("/exchange/csv-nights/durations", test_durations);
  g_test_add_func ("/exchange/csv-nights/other-durations", test_other_durations);
  g_test_add_func ("/exchange/csv-nights/notes", test_notes);
  g_test_add_func ("/exchange/csv-nights/bad-own-rows", test_bad_own_rows);
  g_test_add_func ("/exchange/csv-nights/bad-rows", test_bad_rows);
  g_test_add_func ("/exchange/csv-nights/bad-columns", test_bad_columns);
  g_test_add_func ("/exchange/csv-nights/forms", test_forms);
  g_test_add_func ("/exchange/csv-nights/said", test_said);
  g_test_add_func ("/exchange/csv-nights/found-form", test_found_form);
  g_test_add_func ("/exchange/csv-nights/uid-is-of-the-content", test_uid_is_of_the_content);
  g_test_add_func ("/exchange/csv-nights/preview", test_preview);
  g_test_add_func ("/exchange/csv-nights/headings", test_headings);
  g_test_add_func ("/exchange/csv-nights/unclear-headings", test_unclear_headings);
  g_test_add_func ("/exchange/csv-nights/real-diaries", test_real_diaries);
  asked_for = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_night_free);
  result = g_test_run ();
  g_ptr_array_unref (asked_for);
  return result;
}
