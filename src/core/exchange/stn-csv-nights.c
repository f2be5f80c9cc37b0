/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-nights.h"
#include "base/stn-text-number.h"
#include "base/stn-uid.h"
#include "exchange/stn-csv-columns.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-reader.h"

#include <math.h>
#include <string.h>

/* A file being read: the columns are known, the rows follow one by one. */
typedef struct {
  const char *path;
  StnCsvReader *reader;
  GPtrArray *columns; /* (element-type StnCsvColumn) */
  GHashTable *lines;  /* day -> line, of every row */
  StnNightPack *nights;
  guint passed_over;
  StnCsvDates dates;
  StnCsvDecimal decimal;
} Reading;

/* What the cells of one row say beside the factors. */
typedef struct {
  StnDate date;
  StnOptInt cramps;
  StnOptInt severity;
  StnOptInt duration_s;
} Outcome;

static gboolean fail_value (const Reading *self, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

static gboolean
fail_value (const Reading *self, GError **error, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_VALUE, self->path,
                       stn_csv_reader_get_line (self->reader), "%s", what);
}

/* Says why @cell is no number, with what people most often mean. */
static gboolean
fail_number (const Reading *self, const char *name, const char *cell, GError **error)
{
  static const char *const words[] = {"yes", "no", "true", "false", "y", "n", NULL};
  char shown_name[STN_CSV_QUOTABLE_SIZE], shown[STN_CSV_QUOTABLE_SIZE];
  g_autofree char *lower = g_ascii_strdown (cell, -1);

  stn_csv_quotable (name, shown_name);
  stn_csv_quotable (cell, shown);
  if (g_strv_contains (words, lower))
    return fail_value (self, error, "%s '%s' is not a number; write 1 for yes and 0 for no",
                       shown_name, shown);
  return fail_value (self, error, "%s '%s' is not a number; leave it empty if it was not recorded",
                     shown_name, shown);
}

static gboolean
read_real (
  const Reading *self, const char *name, const char *cell, double *ret_value, GError **error)
{
  char shown_name[STN_CSV_QUOTABLE_SIZE], shown[STN_CSV_QUOTABLE_SIZE];

  switch (stn_csv_cell_read_number (cell, self->decimal,
                                    stn_csv_reader_get_delimiter (self->reader), ret_value)) {
  case STN_CSV_CELL_READ:
    return TRUE;
  case STN_CSV_CELL_AMBIGUOUS:
    return fail_value (self, error,
                       "%s '%s' can be a broken number or thousands; say --decimal comma or "
                       "--decimal point",
                       stn_csv_quotable (name, shown_name), stn_csv_quotable (cell, shown));
  case STN_CSV_CELL_WRONG:
    break;
  }
  return fail_number (self, name, cell, error);
}

/* Also "3.0", as programs write whole numbers of a column with gaps. Empty = unknown. */
static gboolean
read_whole (const Reading *self,
            const char *name,
            const char *cell,
            int max,
            StnOptInt *ret_value,
            GError **error)
{
  char shown_name[STN_CSV_QUOTABLE_SIZE], shown[STN_CSV_QUOTABLE_SIZE];
  double value;

  if (*cell == '\0')
    return TRUE;
  if (!read_real (self, name, cell, &value, error))
    return FALSE;
  if (value < 0 || value > max || value != trunc (value))
    return fail_value (self, error, "%s %s is not a whole number from 0 to %d",
                       stn_csv_quotable (name, shown_name), stn_csv_quotable (cell, shown), max);
  *ret_value = STN_KNOWN_INT ((int) value);
  return TRUE;
}

static gboolean
read_duration (const Reading *self,
               const StnCsvColumn *column,
               const char *cell,
               StnOptInt *ret_seconds,
               GError **error)
{
  char shown[STN_CSV_QUOTABLE_SIZE];
  double value;
  int seconds;

  if (*cell == '\0')
    return TRUE;
  stn_csv_quotable (cell, shown);
  if (*cell == '-')
    return fail_value (self, error, "%s %s is negative", column->name, shown);
  if (stn_real_parse (cell, &value, NULL)) {
    if (value * column->unit_s > STN_DURATION_MAX_S)
      return fail_value (self, error, "%s %s is longer than 24 hours", column->name, shown);
    *ret_seconds = STN_KNOWN_INT ((int) lround (value * column->unit_s));
    return TRUE;
  }
  if (!stn_duration_parse (cell, &seconds, NULL))
    return fail_value (self, error, "%s '%s' is not a duration such as 90s, 3min or 1h, up to 24h",
                       column->name, shown);
  *ret_seconds = STN_KNOWN_INT (seconds);
  return TRUE;
}

/* The rule "a night once" holds for rows without anything else in them, too. */
static gboolean
read_date (Reading *self, const char *name, const char *cell, StnDate *ret_date, GError **error)
{
  char shown_name[STN_CSV_QUOTABLE_SIZE], shown[STN_CSV_QUOTABLE_SIZE];
  g_autoptr (GError) reason = NULL;
  guint line;

  if (*cell == '\0')
    return fail_value (self, error, "the row has no %s", stn_csv_quotable (name, shown_name));
  stn_csv_quotable (cell, shown);
  switch (stn_csv_cell_read_date (cell, &self->dates, ret_date)) {
  case STN_CSV_CELL_READ:
    break;
  case STN_CSV_CELL_AMBIGUOUS:
    return fail_value (self, error,
                       "'%s' can begin with the day or the month; say --date-order dmy or "
                       "--date-order mdy",
                       shown);
  case STN_CSV_CELL_WRONG:
    if (strlen (cell) != STN_DATE_TEXT_SIZE - 1 || strchr (cell, '/') != NULL ||
        stn_date_parse (cell, ret_date, &reason))
      return fail_value (self, error, "'%s' is not a date of the form YYYY-MM-DD", shown);
    return fail_value (self, error, "%s", reason->message);
  }
  line = GPOINTER_TO_UINT (g_hash_table_lookup (self->lines, GUINT_TO_POINTER (ret_date->julian)));
  if (line != 0)
    return fail_value (self, error, "the night %s is there twice, first in line %u", shown, line);
  g_hash_table_insert (self->lines, GUINT_TO_POINTER (ret_date->julian),
                       GUINT_TO_POINTER (stn_csv_reader_get_line (self->reader)));
  return TRUE;
}

static gboolean
read_value (const Reading *self,
            StnCsvFactorColumn *factor,
            const char *cell,
            StnNight *night,
            GError **error)
{
  char shown[STN_CSV_QUOTABLE_SIZE];
  g_autoptr (GError) reason = NULL;
  double value;

  if (*cell == '\0')
    return TRUE;
  if (!read_real (self, factor->column, cell, &value, error))
    return FALSE;
  if (factor->kind_is_given &&
      !stn_factor_kind_validate (factor->kind, stn_csv_quotable (factor->column, shown), value,
                                 &reason))
    return fail_value (self, error, "%s", reason->message);
  if (!factor->kind_is_given && value != 0 && value != 1)
    factor->kind = STN_FACTOR_CONTINUOUS;
  factor->min = factor->n_values == 0 ? value : MIN (factor->min, value);
  factor->max = factor->n_values == 0 ? value : MAX (factor->max, value);
  if (value != trunc (value))
    factor->broken = STN_KNOWN_REAL (value);
  factor->n_values++;
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
  char shown[STN_CSV_QUOTABLE_SIZE];
  StnEntered entered;

  if (*cell == '\0')
    return TRUE;
  if (!stn_entered_parse (cell, &entered, NULL))
    return fail_value (self, error, "'%s' is not one of: evening, usual, after, unknown",
                       stn_csv_quotable (cell, shown));
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
    return read_date (self, column->name, cell, &outcome->date, error);
  case STN_CSV_USE_CRAMPS:
    return read_whole (self, column->name, cell, STN_EPISODES_MAX, &outcome->cramps, error);
  case STN_CSV_USE_SEVERITY:
    return read_whole (self, column->name, cell, STN_SEVERITY_MAX, &outcome->severity, error);
  case STN_CSV_USE_DURATION:
    return read_duration (self, column, cell, &outcome->duration_s, error);
  case STN_CSV_USE_NOTHING:
  case STN_CSV_USE_FACTOR:
  case STN_CSV_USE_ENTERED:
    break;
  }
  return TRUE;
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
    return fail_value (self, error, "severity %d on a night without cramps",
                       outcome->severity.value);
  if (night->no_cramps && outcome->duration_s.known && outcome->duration_s.value > 0)
    return fail_value (self, error, "a duration on a night without cramps");
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

static gboolean
read_factor_cells (const Reading *self, char **cells, StnNight *night, GError **error)
{
  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (column->use == STN_CSV_USE_FACTOR &&
        !read_value (self, column->factor, cells[i], night, error))
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
read_row (Reading *self, char **cells, GError **error)
{
  Outcome outcome = {STN_NO_DATE, STN_UNKNOWN_INT, STN_UNKNOWN_INT, STN_UNKNOWN_INT};
  g_autoptr (StnNight) night = NULL;

  for (guint i = 0; i < self->columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (self->columns, i);

    if (!read_outcome_cell (self, column, cells[i], &outcome, error))
      return FALSE;
  }
  night = stn_night_new (outcome.date);
  if (!set_outcome (self, &outcome, night, error) || !read_factor_cells (self, cells, night, error))
    return FALSE;
  if (stn_night_is_empty (night))
    return TRUE;
  stn_night_pack_add (self->nights, night, stn_csv_reader_get_line (self->reader));
  return TRUE;
}

static gboolean
all_empty (char **cells)
{
  while (*cells != NULL && **cells == '\0')
    cells++;
  return *cells == NULL;
}

/* Rows of nothing but empty cells, as spreadsheets leave them, are passed over like blank lines. */
static gboolean
read_rows (Reading *self, GError **error)
{
  const char *const *raw;
  gboolean has_rows = FALSE;

  for (;;) {
    if (!stn_csv_reader_next (self->reader, &raw, error))
      return FALSE;
    if (raw == NULL)
      break;
    g_auto (GStrv) cells = g_strdupv ((char **) raw);
    guint n_cells = g_strv_length (cells);

    for (guint i = 0; i < n_cells; i++)
      g_strstrip (cells[i]);
    if (all_empty (cells))
      continue;
    if (n_cells != self->columns->len)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path,
                           stn_csv_reader_get_line (self->reader),
                           "%u cells in this row, %u in the header", n_cells, self->columns->len);
    if (!read_row (self, cells, error))
      return FALSE;
    has_rows = TRUE;
  }
  return has_rows ||
         stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path,
                       stn_csv_reader_get_line (self->reader), "no rows after the header");
}

static void
take_columns (StnCsvNights *nights, GPtrArray *columns)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();

  nights->date_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_DATE);
  nights->cramps_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_CRAMPS);
  nights->severity_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_SEVERITY);
  nights->duration_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_DURATION);
  for (guint i = 0; i < columns->len; i++) {
    StnCsvColumn *column = g_ptr_array_index (columns, i);

    g_strv_builder_add (names, column->name);
    if (column->use != STN_CSV_USE_FACTOR || column->factor->n_values == 0)
      continue;
    column->use = STN_CSV_USE_NOTHING;
    g_ptr_array_add (nights->factors, g_steal_pointer (&column->factor));
  }
  nights->columns = g_strv_builder_end (names);
}

static StnCsvNights *
take_nights (Reading *self)
{
  StnCsvNights *nights = g_new0 (StnCsvNights, 1);

  nights->path = g_strdup (self->path);
  nights->uid = stn_uid_new_for ("import", stn_csv_reader_get_digest (self->reader));
  nights->factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_csv_factor_column_free);
  nights->passed_over = self->passed_over;
  take_columns (nights, self->columns);
  return nights;
}

StnCsvNights *
stn_csv_nights_read (const char *path, const StnCsvMapping *mapping, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (StnCsvReader) reader = stn_csv_reader_open (path, error);
  g_autoptr (StnCsvMapping) by_name = stn_csv_mapping_new ();
  g_autoptr (GPtrArray) columns = NULL;
  g_autoptr (GHashTable) lines = g_hash_table_new (NULL, NULL);
  g_autoptr (StnNightPack) packed = stn_night_pack_new ();
  StnCsvNights *nights;
  const char *const *header;

  if (reader == NULL || !stn_csv_reader_next_header (reader, &header, error))
    return NULL;
  columns = stn_csv_columns_new (path, stn_csv_reader_get_line (reader), header,
                                 mapping != NULL ? mapping : by_name, error);
  if (columns == NULL ||
      !stn_csv_columns_check_date (columns, path, stn_csv_reader_get_line (reader), error))
    return NULL;

  Reading self = {path,
                  reader,
                  columns,
                  lines,
                  packed,
                  0,
                  mapping != NULL ? mapping->dates : STN_CSV_DATES_AS_FOUND,
                  mapping != NULL ? mapping->decimal : STN_CSV_DECIMAL_AS_FOUND};

  if (!read_rows (&self, error))
    return NULL;
  nights = take_nights (&self);
  stn_night_pack_sort (packed);
  nights->nights = g_steal_pointer (&packed);
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
  g_free (self->date_column);
  g_free (self->cramps_column);
  g_free (self->severity_column);
  g_free (self->duration_column);
  g_ptr_array_unref (self->factors);
  stn_night_pack_free (self->nights);
  g_free (self);
}
