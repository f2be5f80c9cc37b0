/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-analysis-csv.h"
#include "base/stn-text-line.h"
#include "base/stn-text-number.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-reader.h"
#include "model/stn-episode.h"

#include <math.h>
#include <string.h>

#define NO_COLUMN G_MAXUINT
#define WEIGHT_PLAIN 1
#define WEIGHT_EXPECTED 2
#define WEIGHT_SUSPECT 5

/* One night as read: @values and @entered have one place per factor. */
typedef struct {
  StnDate date;
  guint line;
  int cramps;
  double *values;
  StnEntered *entered;
} Row;

struct _StnAnalysisCsv {
  StnAnalysisInput input;
  StnDate *dates;
  int *cramps;
  StnAnalysisFactor *factors;
  StnAnalysisMedicine *medicines;
  GPtrArray *columns; /* blocks that the factors point into */
  GStringChunk *names;
};

typedef struct {
  const char *path;
  const StnAnalysisMeta *meta;
  guint n_columns;
  guint date;
  guint cramps;
  guint severity;
  guint *values;
  guint *entered;
} Layout;

static void
row_free (gpointer data)
{
  Row *self = data;

  g_free (self->values);
  g_free (self->entered);
  g_free (self);
}

static gboolean
find_column (
  const char *path, const char *const *header, const char *name, guint *ret_column, GError **error)
{
  guint found = NO_COLUMN;

  for (guint i = 0; header[i] != NULL; i++) {
    if (!g_str_equal (header[i], name))
      continue;
    if (found != NO_COLUMN)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, path, 1,
                           "the column '%s' is there twice", name);
    found = i;
  }
  *ret_column = found;
  return TRUE;
}

static gboolean
find_outcome (Layout *layout, const char *const *header, GError **error)
{
  if (!find_column (layout->path, header, "date", &layout->date, error) ||
      !find_column (layout->path, header, "cramps", &layout->cramps, error) ||
      !find_column (layout->path, header, "severity", &layout->severity, error))
    return FALSE;
  if (layout->cramps == NO_COLUMN &&
      !find_column (layout->path, header, "event", &layout->cramps, error))
    return FALSE;
  if (layout->date != NO_COLUMN && layout->cramps != NO_COLUMN)
    return TRUE;
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, layout->path, 1,
                       "there is no column '%s'", layout->date == NO_COLUMN ? "date" : "cramps");
}

static gboolean
find_factors (Layout *layout, const char *const *header, GError **error)
{
  for (guint j = 0; j < layout->meta->factors->len; j++) {
    const StnMetaFactor *factor = layout->meta->factors->pdata[j];
    g_autofree char *entered = g_strconcat (factor->name, ":entered", NULL);

    if (!find_column (layout->path, header, factor->name, &layout->values[j], error) ||
        !find_column (layout->path, header, entered, &layout->entered[j], error))
      return FALSE;
    if (layout->values[j] == NO_COLUMN)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_MAPPING, layout->path, 1,
                           "there is no column '%s' for the factor of that name", factor->name);
  }
  return TRUE;
}

static const char *
get_cell (const char *const *cells, guint column)
{
  return column == NO_COLUMN ? "" : cells[column];
}

static gboolean
read_value (const StnMetaFactor *factor, const char *cell, double *ret_value, GError **error)
{
  double value = NAN;

  if (*cell != '\0' && !stn_real_parse (cell, &value, error)) {
    g_prefix_error (error, "%s: ", factor->name);
    return FALSE;
  }
  if (factor->kind == STN_FACTOR_BINARY && !isnan (value) && value != 0 && value != 1) {
    g_set_error (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_VALUE, "%s: '%s' is neither 0 nor 1",
                 factor->name, stn_excerpt (cell));
    return FALSE;
  }
  *ret_value = value;
  return TRUE;
}

/* Nothing is reckoned from the severity; a wrong one says that the columns are not what they are taken for. */
static gboolean
check_severity (const char *cell, GError **error)
{
  double severity = 0;

  if (*cell != '\0' && !stn_real_parse (cell, &severity, error)) {
    g_prefix_error (error, "severity: ");
    return FALSE;
  }
  if (severity < 0 || severity > STN_SEVERITY_MAX) {
    g_set_error (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_VALUE,
                 "severity %g is not from 0 to %d", severity, STN_SEVERITY_MAX);
    return FALSE;
  }
  return TRUE;
}

static gboolean
read_cramps (const char *cell, int *ret_cramps, GError **error)
{
  if (stn_int_parse (cell, 0, G_MAXINT, ret_cramps, NULL))
    return TRUE;
  g_set_error (error, STN_EXCHANGE_ERROR, STN_EXCHANGE_ERROR_VALUE,
               "cramps: '%s' is not a whole number of 0 or more", stn_excerpt (cell));
  return FALSE;
}

static gboolean
read_row (const Layout *layout, const char *const *cells, Row *row, GError **error)
{
  const GPtrArray *factors = layout->meta->factors;

  if (!stn_date_parse (cells[layout->date], &row->date, error) ||
      !read_cramps (cells[layout->cramps], &row->cramps, error) ||
      !check_severity (get_cell (cells, layout->severity), error))
    return FALSE;
  row->values = g_new (double, factors->len);
  row->entered = g_new0 (StnEntered, factors->len);
  for (guint j = 0; j < factors->len; j++) {
    const char *entered = get_cell (cells, layout->entered[j]);

    if (!read_value (factors->pdata[j], get_cell (cells, layout->values[j]), &row->values[j],
                     error) ||
        (*entered != '\0' && !stn_entered_parse (entered, &row->entered[j], error)))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_rows (const Layout *layout, StnCsvReader *reader, GPtrArray *rows, GError **error)
{
  const char *const *cells;

  while (TRUE) {
    if (!stn_csv_reader_next (reader, &cells, error))
      return FALSE;
    if (cells == NULL)
      return TRUE;
    guint line = stn_csv_reader_get_line (reader);
    guint n_cells = g_strv_length ((char **) cells);
    if (n_cells != layout->n_columns)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, layout->path, line,
                           "%u cells under a header of %u columns", n_cells, layout->n_columns);
    if (*cells[layout->cramps] == '\0')
      continue;

    Row *row = g_new0 (Row, 1);
    g_autoptr (GError) reason = NULL;
    g_ptr_array_add (rows, row);
    row->line = line;
    if (!read_row (layout, cells, row, &reason))
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_VALUE, layout->path, line, "%s",
                           reason->message);
  }
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *const *left = a, *const *right = b;
  int order = stn_date_compare ((*left)->date, (*right)->date);

  return order != 0 ? order : ((*left)->line > (*right)->line) - ((*left)->line < (*right)->line);
}

static gboolean
sort_rows (GPtrArray *rows, const char *path, GError **error)
{
  g_ptr_array_sort (rows, compare_rows);
  for (guint i = 1; i < rows->len; i++) {
    const Row *before = rows->pdata[i - 1], *row = rows->pdata[i];
    char text[STN_DATE_TEXT_SIZE];

    if (stn_date_compare (before->date, row->date) == 0)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_VALUE, path, row->line,
                           "the night %s is there twice (first on line %u)",
                           stn_date_to_text (row->date, text), before->line);
  }
  return TRUE;
}

static void
take_nights (StnAnalysisCsv *self, const GPtrArray *rows)
{
  self->dates = g_new (StnDate, rows->len);
  self->cramps = g_new (int, rows->len);
  for (guint i = 0; i < rows->len; i++) {
    const Row *row = rows->pdata[i];

    self->dates[i] = row->date;
    self->cramps[i] = row->cramps;
  }
  self->input.n_nights = rows->len;
  self->input.dates = self->dates;
  self->input.cramps = self->cramps;
}

static double
choose_weight (const StnMetaFactor *factor)
{
  if (factor->suspect)
    return WEIGHT_SUSPECT;
  return factor->expected == STN_DIRECTION_NONE ? WEIGHT_PLAIN : WEIGHT_EXPECTED;
}

static void
take_factors (StnAnalysisCsv *self, const StnAnalysisMeta *meta, const GPtrArray *rows)
{
  self->factors = g_new0 (StnAnalysisFactor, meta->factors->len);
  for (guint j = 0; j < meta->factors->len; j++) {
    const StnMetaFactor *factor = meta->factors->pdata[j];
    double *values = g_new (double, rows->len);
    StnEntered *entered = g_new (StnEntered, rows->len);

    g_ptr_array_add (self->columns, values);
    g_ptr_array_add (self->columns, entered);
    for (guint i = 0; i < rows->len; i++) {
      const Row *row = rows->pdata[i];

      values[i] = row->values[j];
      entered[i] = row->entered[j];
    }
    self->factors[j] =
      (StnAnalysisFactor){.name = g_string_chunk_insert (self->names, factor->name),
                          .kind = factor->kind,
                          .expected = factor->expected,
                          .weight = choose_weight (factor),
                          .values = values,
                          .entered = entered};
  }
  self->input.n_factors = meta->factors->len;
  self->input.factors = self->factors;
}

static void
add_change (StnAnalysisCsv *self, const char *name, StnMedicineEvent change, StnDate date)
{
  if (stn_date_is_set (date))
    self->medicines[self->input.n_medicines++] =
      (StnAnalysisMedicine){g_string_chunk_insert (self->names, name), change, date};
}

static void
take_medicines (StnAnalysisCsv *self, const StnAnalysisMeta *meta)
{
  self->medicines = g_new0 (StnAnalysisMedicine, 2 * meta->medicines->len);
  self->input.medicines = self->medicines;
  for (guint i = 0; i < meta->medicines->len; i++) {
    const StnMetaMedicine *medicine = meta->medicines->pdata[i];

    add_change (self, medicine->name, STN_MEDICINE_START, medicine->start);
    add_change (self, medicine->name, STN_MEDICINE_STOP, medicine->stop);
  }
}

StnAnalysisCsv *
stn_analysis_csv_read (const char *path, const StnAnalysisMeta *meta, GError **error)
{
  g_autoptr (StnCsvReader) reader = stn_csv_reader_open (path, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (row_free);
  g_autofree guint *values = g_new (guint, meta->factors->len);
  g_autofree guint *entered = g_new (guint, meta->factors->len);
  Layout layout = {.path = path, .meta = meta, .values = values, .entered = entered};
  const char *const *header;

  if (reader == NULL || !stn_csv_reader_next_header (reader, &header, error))
    return NULL;
  layout.n_columns = g_strv_length ((char **) header);
  if (!find_outcome (&layout, header, error) || !find_factors (&layout, header, error) ||
      !read_rows (&layout, reader, rows, error) || !sort_rows (rows, path, error))
    return NULL;

  StnAnalysisCsv *self = g_new0 (StnAnalysisCsv, 1);
  self->columns = g_ptr_array_new_with_free_func (g_free);
  self->names = g_string_chunk_new (256);
  take_nights (self, rows);
  take_factors (self, meta, rows);
  take_medicines (self, meta);
  return self;
}

void
stn_analysis_csv_free (StnAnalysisCsv *self)
{
  g_free (self->dates);
  g_free (self->cramps);
  g_free (self->factors);
  g_free (self->medicines);
  g_ptr_array_unref (self->columns);
  g_string_chunk_free (self->names);
  g_free (self);
}

const StnAnalysisInput *
stn_analysis_csv_get_input (const StnAnalysisCsv *self)
{
  return &self->input;
}
