/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-nights.h"
#include "base/stn-text-line.h"
#include "base/stn-text-number.h"
#include "base/stn-uid.h"
#include "exchange/stn-csv-cell.h"
#include "exchange/stn-csv-columns.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-fields.h"
#include "exchange/stn-csv-heading.h"
#include "exchange/stn-csv-own.h"
#include "exchange/stn-csv-reader.h"

#include <gio/gio.h>
#include <math.h>
#include <string.h>

/* Of a row whose date is not clear: what is read of it is thrown away. */
#define ANY_DATE stn_date_new (2000, 1, 1)

/* So long one sleeps: a column that has no shorter duration is not of cramps, if it has a few. */
#define SLEEP_FROM_S (60 * 60)
#define SLEEP_ROWS 3

/* Rows that have nothing but a date are no nights. */
#define NO_NIGHT G_MAXUINT

/* When a row was. */
typedef struct {
  StnDate key;   /* the date of the file until all times are known */
  gint16 minute; /* of the day, or STN_CSV_NO_MINUTE */
  guint line;
  guint place; /* among the packed nights, or NO_NIGHT */
} Row;

/* A file being read: the columns are known, the rows follow one by one. */
typedef struct {
  const char *path;
  StnCsvReader *reader;
  GPtrArray *columns; /* (element-type StnCsvColumn) */
  GArray *rows;       /* (element-type Row) every row */
  StnNightPack *nights;
  guint passed_over;
  StnCsvForm form;    /* as said or found so far */
  StnCsvMarks marks;  /* of all numbers so far */
  GError *unclear;    /* the first cell that can mean two things, until another one tells which */
  gboolean has_times; /* other than midnight */
  gboolean *notes;    /* for each column: one called like a note that has words after all */
  gboolean learned_notes;
  gboolean is_other_duration; /* it is of something else than cramps */
  guint n_durations, n_long_durations;
} Reading;

/* What the cells of one row say beside the factors. */
typedef struct {
  StnDate date;
  int minute;
  StnOptInt cramps;
  StnOptInt severity;
  StnOptInt duration_s;
} Outcome;

/* Reading goes on: another cell may tell. */
static void
note_unclear (Reading *self, GError *reason)
{
  if (self->unclear == NULL)
    self->unclear = reason;
  else
    g_error_free (reason);
}

/* Whether the column's name leaves open what lasted so long. */
static gboolean
may_be_other_duration (const StnCsvColumn *column)
{
  return column->unit_s != 1;
}

static gboolean
fail_number (const Reading *self, const char *name, const char *cell, GError **error)
{
  return stn_csv_reader_fail (self->reader, error,
                              "%s '%s' is not a number; leave it empty if it was not recorded",
                              stn_excerpt (name), stn_excerpt (cell));
}

/* Of a number that is not clear yet the value is NAN. */
static gboolean
try_real (Reading *self, const char *name, const char *cell, double *ret_value)
{
  GError *reason = NULL;

  switch (stn_csv_cell_read_number (cell, self->form.decimal,
                                    stn_csv_reader_get_delimiter (self->reader), ret_value)) {
  case STN_CSV_CELL_READ:
    self->marks |= stn_csv_cell_get_marks (cell);
    return TRUE;
  case STN_CSV_CELL_AMBIGUOUS:
    stn_csv_fail (&reason, STN_EXCHANGE_ERROR_UNCLEAR_NUMBER, self->path,
                  stn_csv_reader_get_line (self->reader),
                  "%s '%s' can be a broken number or thousands", stn_excerpt (name),
                  stn_excerpt (cell));
    note_unclear (self, reason);
    *ret_value = NAN;
    return TRUE;
  case STN_CSV_CELL_UTC:
  case STN_CSV_CELL_WRONG:
    break;
  }
  return FALSE;
}

/* Also "3.0", as programs write whole numbers of a column with gaps. Empty = unknown. */
static gboolean
read_whole (
  Reading *self, const char *name, const char *cell, int max, StnOptInt *ret_value, GError **error)
{
  double value;

  if (*cell == '\0')
    return TRUE;
  if (!try_real (self, name, cell, &value))
    return fail_number (self, name, cell, error);
  if (isnan (value))
    return TRUE;
  if (value < 0 || value > max || value != trunc (value))
    return stn_csv_reader_fail (self->reader, error, "%s %s is not a whole number from 0 to %d",
                                stn_excerpt (name), stn_excerpt (cell), max);
  *ret_value = STN_KNOWN_INT ((int) value);
  return TRUE;
}

/* In the column's unit, or with one of its own: "3 min". */
static gboolean
read_duration (Reading *self,
               const StnCsvColumn *column,
               const char *cell,
               StnOptInt *ret_seconds,
               GError **error)
{
  g_auto (GStrv) words = g_strsplit (cell, " ", -1);
  g_autofree char *compact = g_strjoinv ("", words);
  double value;
  int seconds;

  if (*cell == '\0')
    return TRUE;
  if (*cell == '-')
    return stn_csv_reader_fail (self->reader, error, "%s %s is negative", column->name,
                                stn_excerpt (cell));
  if (try_real (self, column->name, cell, &value)) {
    if (isnan (value))
      return TRUE;
    if (value * column->unit_s > STN_DURATION_MAX_S)
      return stn_csv_reader_fail (self->reader, error, "%s %s is longer than 24 hours",
                                  column->name, stn_excerpt (cell));
    *ret_seconds = STN_KNOWN_INT ((int) lround (value * column->unit_s));
    return TRUE;
  }
  /* Without seconds it can be of minutes or of hours. */
  if (strchr (cell, ':') != strrchr (cell, ':') && stn_csv_cell_read_span (cell, &seconds) &&
      seconds <= STN_DURATION_MAX_S) {
    *ret_seconds = STN_KNOWN_INT (seconds);
    return TRUE;
  }
  if (may_be_other_duration (column) &&
      stn_csv_cell_read_time (cell, &seconds) == STN_CSV_CELL_READ) {
    self->is_other_duration = TRUE;
    return TRUE;
  }
  if (!stn_duration_parse (compact, &seconds, NULL))
    return stn_csv_reader_fail (self->reader, error,
                                "%s '%s' is not a duration such as 90s, 3min or 1h, up to 24h",
                                column->name, stn_excerpt (cell));
  *ret_seconds = STN_KNOWN_INT (seconds);
  return TRUE;
}

/* How many cramps; "yes" is one. */
static gboolean
read_cramps (
  Reading *self, const char *name, const char *cell, StnOptInt *ret_cramps, GError **error)
{
  StnAnswer answer = stn_csv_cell_read_answer (cell);

  if (answer == STN_ANSWER_UNKNOWN)
    return read_whole (self, name, cell, STN_EPISODES_MAX, ret_cramps, error);
  *ret_cramps = STN_KNOWN_INT (answer == STN_ANSWER_YES ? 1 : 0);
  return TRUE;
}

/* Also "6/10". */
static gboolean
read_severity (
  Reading *self, const char *name, const char *cell, StnOptInt *ret_severity, GError **error)
{
  g_autofree char *of_ten =
    g_str_has_suffix (cell, "/10") ? g_strndup (cell, strlen (cell) - 3) : g_strdup (cell);

  return read_whole (self, name, of_ten, STN_SEVERITY_MAX, ret_severity, error);
}

/* Whether it would be a date if it began with the month where the others begin with the day, or the other way round. */
static gboolean
is_of_other_order (StnCsvDates order, const char *cell)
{
  StnCsvDates other =
    order == STN_CSV_DATES_DAY_FIRST ? STN_CSV_DATES_MONTH_FIRST : STN_CSV_DATES_DAY_FIRST;
  StnDate date;
  int minute;

  return order != STN_CSV_DATES_AS_FOUND &&
         stn_csv_cell_read_moment (cell, &other, &date, &minute) == STN_CSV_CELL_READ;
}

static gboolean
fail_date (const Reading *self, const char *cell, GError **error)
{
  g_autoptr (GError) reason = NULL;
  StnDate date;

  if (strlen (cell) == STN_DATE_TEXT_SIZE - 1 && strchr (cell, '/') == NULL &&
      !stn_date_parse (cell, &date, &reason))
    return stn_csv_reader_fail (self->reader, error, "%s", reason->message);
  if (stn_csv_cell_is_day_number (cell))
    return stn_csv_reader_fail (
      self->reader, error,
      "'%s' is the number of a day in a spreadsheet, which begins to count in 1900 "
      "or in 1904; show the column as dates there and save it again",
      cell);
  if (is_of_other_order (self->form.dates, cell))
    return stn_csv_reader_fail (
      self->reader, error,
      "'%s' begins with the %s and other dates with the %s; day and month are mixed", cell,
      self->form.dates == STN_CSV_DATES_DAY_FIRST ? "month" : "day",
      self->form.dates == STN_CSV_DATES_DAY_FIRST ? "day" : "month");
  return stn_csv_reader_fail (self->reader, error, "'%s' is not a date of the form YYYY-MM-DD",
                              stn_excerpt (cell));
}

static gboolean
fail_utc (const Reading *self, const char *cell, GError **error)
{
  return stn_csv_reader_fail (
    self->reader, error,
    "'%s' is a time of UTC, which does not say what night it was where you were; "
    "export local times",
    stn_excerpt (cell));
}

/* "Thu 20 Nov 2026", which is a Friday: one of both is wrong, and nobody can tell which. */
static gboolean
check_week_day (const Reading *self, const char *cell, StnDate date, GError **error)
{
  const int week_day = stn_csv_cell_get_week_day (cell);

  return week_day == 0 || week_day == stn_date_weekday (date) ||
         stn_csv_reader_fail (self->reader, error, "'%s' is another day of the week than it says",
                              stn_excerpt (cell));
}

static gboolean
read_date (Reading *self, const char *name, const char *cell, Outcome *outcome, GError **error)
{
  GError *reason = NULL;
  int minute;

  if (*cell == '\0')
    return stn_csv_reader_fail (self->reader, error, "the row has no %s", stn_excerpt (name));
  switch (stn_csv_cell_read_moment (cell, &self->form.dates, &outcome->date, &minute)) {
  case STN_CSV_CELL_READ:
    if (minute != STN_CSV_NO_MINUTE)
      outcome->minute = minute;
    return check_week_day (self, cell, outcome->date, error);
  case STN_CSV_CELL_AMBIGUOUS:
    stn_csv_fail (&reason, STN_EXCHANGE_ERROR_UNCLEAR_DATE, self->path,
                  stn_csv_reader_get_line (self->reader),
                  "'%s' can begin with the day or the month", stn_excerpt (cell));
    note_unclear (self, reason);
    outcome->date = ANY_DATE;
    return TRUE;
  case STN_CSV_CELL_UTC:
    return fail_utc (self, cell, error);
  case STN_CSV_CELL_WRONG:
    break;
  }
  return fail_date (self, cell, error);
}

static gboolean
read_time (const Reading *self, const char *name, const char *cell, int *ret_minute, GError **error)
{
  if (*cell == '\0')
    return TRUE;
  switch (stn_csv_cell_read_time (cell, ret_minute)) {
  case STN_CSV_CELL_READ:
    return TRUE;
  case STN_CSV_CELL_UTC:
    return fail_utc (self, cell, error);
  case STN_CSV_CELL_AMBIGUOUS:
  case STN_CSV_CELL_WRONG:
    break;
  }
  return stn_csv_reader_fail (self->reader, error, "%s '%s' is not a time such as 22:30",
                              stn_excerpt (name), stn_excerpt (cell));
}

/* Of words that count, one has no "s": "1 cup", "2 cups". */
static gboolean
is_same_unit (const char *a, const char *b)
{
  const gsize one = strlen (a), other = strlen (b), shorter = MIN (one, other);

  return g_ascii_strncasecmp (a, b, shorter) == 0 &&
         (one == other || (shorter > 2 && MAX (one, other) == shorter + 1 &&
                           g_ascii_tolower ((one > other ? a : b)[shorter]) == 's'));
}

/* A column has one unit, or numbers without one among it. */
static gboolean
take_unit (const Reading *self, StnCsvFactorColumn *factor, const char *unit, GError **error)
{
  if (factor->unit == NULL)
    factor->unit = g_strdup (unit);
  return is_same_unit (factor->unit, unit) ||
         stn_csv_reader_fail (self->reader, error, "%s is in '%s' here and in '%s' above",
                              stn_excerpt (factor->column), stn_excerpt (unit), factor->unit);
}

/* A number, a number with a unit, yes and no, or hours and minutes where the name says hours. */
static gboolean
read_factor_number (
  Reading *self, StnCsvFactorColumn *factor, const char *cell, double *ret_value, GError **error)
{
  StnAnswer answer;
  g_autofree char *number = NULL;
  char unit[STN_CSV_UNIT_SIZE];
  int seconds;

  if (try_real (self, factor->column, cell, ret_value))
    return TRUE;
  answer = stn_csv_cell_read_answer (cell);
  if (answer != STN_ANSWER_UNKNOWN) {
    *ret_value = answer == STN_ANSWER_YES ? 1 : 0;
    factor->has_answers = TRUE;
    return TRUE;
  }
  number = g_strdup (cell);
  if (stn_csv_cell_cut_unit (number, unit) && try_real (self, factor->column, number, ret_value))
    return take_unit (self, factor, unit, error);
  if (stn_csv_cell_read_span (cell, &seconds) && stn_csv_heading_says_hours (factor->column)) {
    *ret_value = seconds / 3600.0;
    return TRUE;
  }
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_WORDS, self->path,
                       stn_csv_reader_get_line (self->reader),
                       "%s '%s' is not a number; leave it empty if it was not recorded",
                       stn_excerpt (factor->column), stn_excerpt (cell));
}

static gboolean
check_kind (const Reading *self, StnCsvFactorColumn *factor, double value, GError **error)
{
  g_autoptr (GError) reason = NULL;

  if (factor->kind_is_given &&
      !stn_factor_kind_validate (factor->kind, stn_excerpt (factor->column), value, &reason))
    return stn_csv_reader_fail (self->reader, error, "%s", reason->message);
  if (!factor->kind_is_given && value != 0 && value != 1)
    factor->kind = STN_FACTOR_CONTINUOUS;
  if (factor->has_answers && factor->kind == STN_FACTOR_CONTINUOUS)
    return stn_csv_reader_fail (self->reader, error, "%s has numbers as well as yes and no",
                                stn_excerpt (factor->column));
  return TRUE;
}

/* The words of a column that is called like a note: the file is read again with them. */
static gboolean
learn_note (Reading *self, guint column, GError **reason)
{
  const StnCsvColumn *it = g_ptr_array_index (self->columns, column);

  if (!it->may_be_note || !g_error_matches (*reason, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_WORDS))
    return FALSE;
  g_clear_error (reason);
  self->notes[column] = self->learned_notes = TRUE;
  return TRUE;
}

static gboolean
read_value (Reading *self, guint column, const char *cell, StnNight *night, GError **error)
{
  StnCsvFactorColumn *factor = ((StnCsvColumn *) g_ptr_array_index (self->columns, column))->factor;
  GError *reason = NULL;
  double value;

  if (*cell == '\0')
    return TRUE;
  if (!read_factor_number (self, factor, cell, &value, &reason)) {
    if (learn_note (self, column, &reason))
      return TRUE;
    g_propagate_error (error, reason);
    return FALSE;
  }
  if (isnan (value))
    return TRUE;
  if (!check_kind (self, factor, value, error))
    return FALSE;
  stn_csv_factor_column_note (factor, value);
  stn_night_take_value (night, stn_factor_value_new (factor->slug, value, STN_ENTERED_UNKNOWN));
  return TRUE;
}

/* Of a value that is not there nothing is to be known. */
static gboolean
read_entered (const Reading *self,
              const StnCsvColumn *column,
              const char *cell,
              StnNight *night,
              GError **error)
{
  StnFactorValue *value = stn_night_get_value (night, column->factor->slug);
  StnEntered entered;

  if (*cell == '\0')
    return TRUE;
  if (!stn_entered_parse (cell, &entered, NULL))
    return stn_csv_reader_fail (self->reader, error,
                                "'%s' is not one of: evening, usual, after, unknown",
                                stn_excerpt (cell));
  if (value != NULL)
    value->entered = entered;
  return TRUE;
}

static gboolean
read_outcome_cell (
  Reading *self, const StnCsvColumn *column, const char *cell, Outcome *outcome, GError **error)
{
  switch (column->use) {
  case STN_CSV_USE_DATE:
    return read_date (self, column->name, cell, outcome, error);
  case STN_CSV_USE_TIME:
    return read_time (self, column->name, cell, &outcome->minute, error);
  case STN_CSV_USE_CRAMPS:
    return read_cramps (self, column->name, cell, &outcome->cramps, error);
  case STN_CSV_USE_SEVERITY:
    return read_severity (self, column->name, cell, &outcome->severity, error);
  case STN_CSV_USE_DURATION:
    return read_duration (self, column, cell, &outcome->duration_s, error);
  case STN_CSV_USE_NOTHING:
  case STN_CSV_USE_FACTOR:
  case STN_CSV_USE_ENTERED:
  case STN_CSV_USE_SLEEP:
  case STN_CSV_USE_NOTE:
  case STN_CSV_USE_SKIPPED:
    break;
  }
  return TRUE;
}

/* Whether it can be a cramp's; a file that says otherwise is read again. */
static gboolean
check_duration (Reading *self, const Outcome *outcome, GError **error)
{
  const StnCsvColumn *column = stn_csv_columns_find_use (self->columns, STN_CSV_USE_DURATION);
  const gboolean without_cramps = outcome->cramps.known && outcome->cramps.value == 0;

  if (!outcome->duration_s.known || outcome->duration_s.value == 0)
    return TRUE;
  self->n_durations++;
  self->n_long_durations += outcome->duration_s.value >= SLEEP_FROM_S;
  if (!without_cramps)
    return TRUE;
  self->is_other_duration |= may_be_other_duration (column);
  return may_be_other_duration (column) ||
         stn_csv_reader_fail (self->reader, error, "a duration on a night without cramps");
}

/* Without a count of cramps there is no cramp that a severity could be of; beside "none" it contradicts. */
static gboolean
set_outcome (Reading *self, const Outcome *outcome, StnNight *night, GError **error)
{
  if (!outcome->cramps.known) {
    self->passed_over += (guint) outcome->severity.known + (guint) outcome->duration_s.known;
    return TRUE;
  }
  night->no_cramps = outcome->cramps.value == 0;
  if (night->no_cramps && outcome->severity.known && outcome->severity.value > 0)
    return stn_csv_reader_fail (self->reader, error, "severity %d on a night without cramps",
                                outcome->severity.value);
  for (int i = 0; i < outcome->cramps.value; i++) {
    StnEpisode *episode = stn_episode_new ();

    if (i == 0) {
      episode->severity = outcome->severity;
      episode->duration_s = outcome->duration_s;
    }
    g_ptr_array_add (night->episodes, episode);
  }
  return TRUE;
}

/* What Stillnight wrote is read as it stands; else no white space around it. */
static gboolean
read_note (
  Reading *self, const StnCsvColumn *column, const char *raw, StnNight *night, GError **error)
{
  g_autofree char *text = stn_csv_take_text (raw);

  if (text != NULL && !column->is_own_note)
    g_strstrip (text);
  if (text == NULL || *text == '\0')
    return TRUE;
  if (strlen (text) > STN_NOTE_MAX_BYTES)
    return stn_csv_reader_fail (self->reader, error, "%s is longer than %d bytes",
                                stn_excerpt (column->name), STN_NOTE_MAX_BYTES);
  night->note = g_steal_pointer (&text);
  return TRUE;
}

static gboolean
read_sleep (
  Reading *self, const StnCsvColumn *column, const char *cell, StnNight *night, GError **error)
{
  g_autoptr (GError) reason = NULL;

  return (stn_csv_take_sleep_field (&night->sleep, column->sleep_field, cell, &reason) &&
          stn_sleep_validate (&night->sleep, &reason)) ||
         stn_csv_reader_fail (self->reader, error, "%s: %s", column->name, reason->message);
}

/* @raw: the cells as they stand in the file. */
static gboolean
read_words (Reading *self, char **cells, const char *const *raw, StnNight *night, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (column->use == STN_CSV_USE_NOTE && (*cells[i] != '\0' || column->is_own_note) &&
        !read_note (self, column, raw[i], night, error))
      return FALSE;
    if (column->use == STN_CSV_USE_SLEEP && !read_sleep (self, column, cells[i], night, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_factor_cells (Reading *self, char **cells, StnNight *night, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    column->has_cells |= *cells[i] != '\0';
    if (column->use == STN_CSV_USE_FACTOR && !read_value (self, i, cells[i], night, error))
      return FALSE;
  }
  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (column->use == STN_CSV_USE_ENTERED && !read_entered (self, column, cells[i], night, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_row (Reading *self, char **cells, const char *const *raw, GError **error)
{
  Outcome outcome = {STN_NO_DATE, STN_CSV_NO_MINUTE, STN_UNKNOWN_INT, STN_UNKNOWN_INT,
                     STN_UNKNOWN_INT};
  g_autoptr (StnNight) night = NULL;
  Row row;

  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (!read_outcome_cell (self, column, cells[i], &outcome, error))
      return FALSE;
  }
  night = stn_night_new (outcome.date);
  if (!check_duration (self, &outcome, error) || !set_outcome (self, &outcome, night, error) ||
      !read_factor_cells (self, cells, night, error) ||
      !read_words (self, cells, raw, night, error))
    return FALSE;
  row.place = stn_night_is_empty (night) ? NO_NIGHT : stn_night_pack_get_length (self->nights);
  row.key = outcome.date;
  row.minute = (gint16) outcome.minute;
  row.line = stn_csv_reader_get_line (self->reader);
  g_array_append_val (self->rows, row);
  self->has_times |= outcome.minute > 0;
  if (row.place != NO_NIGHT)
    stn_night_pack_add (self->nights, night, row.line);
  return TRUE;
}

static gboolean
all_empty (char **cells)
{
  while (*cells != NULL && **cells == '\0')
    cells++;
  return *cells == NULL;
}

/* Whoever waits for the file can give it up in between. */
#define ROWS_BETWEEN 4096

/* Rows of nothing but empty cells, as spreadsheets leave them, are passed over like blank lines. */
static gboolean
read_rows (Reading *self, GError **error)
{
  GCancellable *cancellable = g_cancellable_get_current ();
  const char *const *raw;
  gboolean has_rows = FALSE;

  for (guint n = 0;; n++) {
    if ((n % ROWS_BETWEEN == 0 && g_cancellable_set_error_if_cancelled (cancellable, error)) ||
        !stn_csv_reader_next (self->reader, &raw, error))
      return FALSE;
    if (raw == NULL)
      break;
    g_auto (GStrv) cells = g_strdupv ((char **) raw);
    guint n_cells = g_strv_length (cells);

    for (guint i = 0; i < n_cells; i++)
      stn_csv_cell_clean (cells[i]);
    if (all_empty (cells))
      continue;
    if (n_cells != self->columns->len)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path,
                           stn_csv_reader_get_line (self->reader),
                           "%u cells in this row, %u in the header", n_cells, self->columns->len);
    if (!read_row (self, cells, raw, error))
      return FALSE;
    has_rows = TRUE;
  }
  return has_rows ||
         stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path,
                       stn_csv_reader_get_line (self->reader), "no rows after the header");
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *row = a, *other = b;
  int order = stn_date_compare (row->key, other->key);

  return order != 0 ? order : (row->line > other->line) - (row->line < other->line);
}

/* A date that ends a night, or a time before the day changes, is of the night that began the day before. */
static void
set_keys (Reading *self, int day_change_min)
{
  for (guint i = 0; i < self->rows->len; i++) {
    Row *row = &g_array_index (self->rows, Row, i);
    gboolean has_time = self->has_times && row->minute != STN_CSV_NO_MINUTE;
    gboolean is_day_before =
      has_time ? row->minute < day_change_min : self->form.night_of == STN_CSV_NIGHT_OF_MORNING;

    if (is_day_before)
      row->key = stn_date_add_days (row->key, -1);
    if (is_day_before && row->place != NO_NIGHT)
      stn_night_pack_set_key (self->nights, row->place, row->key);
  }
}

/* The rows by night, each night once; the rule holds for rows without anything else in them, too. */
static gboolean
sort_rows (Reading *self, GError **error)
{
  const Row *twice = NULL;
  guint first = 0;
  char key[STN_DATE_TEXT_SIZE];

  g_array_sort (self->rows, compare_rows);
  for (guint i = 1; i < self->rows->len; i++) {
    const Row *row = &g_array_index (self->rows, Row, i), *before = row - 1;

    if (stn_date_compare (row->key, before->key) == 0 &&
        (twice == NULL || row->line < twice->line)) {
      twice = row;
      first = before->line;
    }
  }
  if (twice == NULL)
    return TRUE;
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_VALUE, self->path, twice->line,
                       "the night %s is there twice, first in line %u",
                       stn_date_to_text (twice->key, key), first);
}

static void
take_columns (StnCsvNights *nights, GPtrArray *columns)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) wordy = g_strv_builder_new ();

  nights->date_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_DATE);
  nights->time_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_TIME);
  nights->cramps_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_CRAMPS);
  nights->severity_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_SEVERITY);
  nights->duration_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_DURATION);
  nights->note_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_NOTE);
  for (guint i = 0; i < columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (columns, i);

    g_strv_builder_add (names, column->name);
    nights->unnamed += !column->is_named && column->use == STN_CSV_USE_NOTHING && column->has_cells;
    if (column->is_named && column->use == STN_CSV_USE_NOTHING && column->has_words)
      g_strv_builder_add (wordy, column->name);
    if (column->use != STN_CSV_USE_FACTOR || column->factor->n_values == 0)
      continue;
    column->use = STN_CSV_USE_NOTHING;
    g_ptr_array_add (nights->factors, g_steal_pointer (&column->factor));
  }
  nights->columns = g_strv_builder_end (names);
  nights->wordy = g_strv_builder_end (wordy);
}

/* What the cells tell of their columns: TRUE when @head now says more than before, and the file is to be read again with it. */
static gboolean
learn_columns (const Reading *self, StnCsvHead *head)
{
  for (guint i = 0; i < self->columns->len; i++)
    head->may_be_note[i] |= self->notes[i];
  if (!self->is_other_duration &&
      (self->n_durations < SLEEP_ROWS || self->n_durations > self->n_long_durations))
    return self->learned_notes;
  if (!may_be_other_duration (stn_csv_columns_find_use (self->columns, STN_CSV_USE_DURATION)))
    return self->learned_notes;
  head->has_duration = FALSE;
  return TRUE;
}

/* What the other cells tell of those that can mean two things: TRUE when @form now says more than before, and the file is to be read
 * again with it. Where commas are decimal, "1.500" was no broken number. */
static gboolean
learn (const Reading *self, StnCsvForm *form)
{
  gboolean has_point = (self->marks & STN_CSV_MARKS_POINT) != 0;
  gboolean has_comma = (self->marks & STN_CSV_MARKS_COMMA) != 0;
  gboolean is_misread = has_comma && (self->marks & STN_CSV_MARKS_POINT_GROUP) != 0;
  gboolean learned = FALSE;

  if (form->dates != self->form.dates && self->unclear != NULL) {
    form->dates = self->form.dates;
    learned = TRUE;
  }
  if (form->decimal == STN_CSV_DECIMAL_AS_FOUND && (self->unclear != NULL || is_misread) &&
      has_point != has_comma) {
    form->decimal = has_comma ? STN_CSV_DECIMAL_COMMA : STN_CSV_DECIMAL_POINT;
    learned = TRUE;
  }
  return learned;
}

static StnCsvNights *
take_nights (Reading *self)
{
  StnCsvNights *nights = g_new0 (StnCsvNights, 1);

  nights->path = g_strdup (self->path);
  nights->uid = stn_uid_new_for ("import", stn_csv_reader_get_digest (self->reader));
  nights->factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_csv_factor_column_free);
  nights->passed_over = self->passed_over;
  nights->form = self->form;
  nights->form.encoding = stn_csv_reader_get_encoding (self->reader);
  nights->has_times = self->has_times;
  nights->comments = stn_csv_reader_get_comments (self->reader);
  take_columns (nights, self->columns);
  return nights;
}

/* The file once through, with @form. Returns NULL with neither an error nor a value when what was found on the way makes clear what
 * was not: @form and @head say so then. */
static StnCsvNights *
read_once (const char *path,
           StnCsvHead *head,
           const StnCsvMapping *mapping,
           StnCsvForm *form,
           GError **error)
{
  g_autoptr (StnCsvReader) reader = stn_csv_head_open (head, path, error);
  g_autoptr (GPtrArray) columns =
    reader == NULL ? NULL : stn_csv_columns_new (path, head, mapping, error);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr (GError) unclear = NULL;
  g_autoptr (StnNightPack) packed = stn_night_pack_new ();
  g_autofree gboolean *notes = g_new0 (gboolean, g_strv_length (head->names) + 1);
  Reading self = {.path = path,
                  .reader = reader,
                  .columns = columns,
                  .rows = rows,
                  .nights = packed,
                  .form = *form,
                  .notes = notes};
  StnCsvNights *nights;
  gboolean is_read;

  if (columns == NULL || !stn_csv_columns_check (columns, head, mapping, path, error))
    return NULL;
  is_read = read_rows (&self, error);
  unclear = self.unclear;
  if (!is_read)
    return NULL;
  if (learn_columns (&self, head) || learn (&self, form))
    return NULL;
  if (unclear != NULL) {
    g_propagate_error (error, g_steal_pointer (&unclear));
    return NULL;
  }
  set_keys (&self, mapping->day_change_min);
  if (!sort_rows (&self, error))
    return NULL;
  nights = take_nights (&self);
  nights->shape = g_strdup (mapping->shape);
  nights->choices = g_strdup (mapping->choices);
  stn_night_pack_sort (packed);
  nights->nights = g_steal_pointer (&packed);
  return nights;
}

/* Names that nobody gave cannot be found by name. */
static gboolean
check_header (const char *path,
              const StnCsvHead *head,
              const StnCsvMapping *mapping,
              GError **error)
{
  if (head->form.header_line != STN_CSV_NO_HEADER ||
      mapping->form.header_line == STN_CSV_NO_HEADER || mapping->cramps_column != NULL ||
      mapping->factors->len > 0)
    return TRUE;
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_NO_HEADER, path, head->line,
                       "no names of columns stand above the first date");
}

StnCsvNights *
stn_csv_nights_read (const char *path, const StnCsvMapping *mapping, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (StnCsvMapping) by_name = stn_csv_mapping_new ();
  const StnCsvMapping *said = mapping != NULL ? mapping : by_name;
  g_autoptr (StnCsvHead) head = stn_csv_head_read (path, &said->form, said->date_column, error);
  StnCsvNights *nights = NULL;
  GError *reason = NULL;
  StnCsvRows rows;
  StnCsvForm form;

  rows = head == NULL ? STN_CSV_ROWS_NIGHTS : stn_csv_own_rows (head);
  if (rows != STN_CSV_ROWS_NIGHTS)
    return stn_csv_own_read (path, head, rows, error);
  if (head == NULL || !check_header (path, head, said, error))
    return NULL;
  form = head->form;
  /* A few times more at most: for its dates, its numbers, its notes and its durations. */
  while (nights == NULL && reason == NULL)
    nights = read_once (path, head, said, &form, &reason);
  if (reason != NULL)
    g_propagate_error (error, reason);
  return nights;
}

void
stn_csv_nights_free (StnCsvNights *self)
{
  if (self == NULL)
    return;
  g_free (self->path);
  g_free (self->uid);
  g_strfreev (self->columns);
  g_strfreev (self->wordy);
  g_free (self->shape);
  g_free (self->choices);
  g_free (self->date_column);
  g_free (self->time_column);
  g_free (self->cramps_column);
  g_free (self->severity_column);
  g_free (self->duration_column);
  g_free (self->note_column);
  g_ptr_array_unref (self->factors);
  stn_night_pack_free (self->nights);
  g_free (self);
}
