/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-preview.h"
#include "exchange/stn-csv-columns.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-reader.h"

static gboolean
read_header (StnCsvPreview *self, const char *path, StnCsvReader *reader, GError **error)
{
  g_autoptr (StnCsvMapping) by_name = stn_csv_mapping_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) factors = g_strv_builder_new ();
  g_autoptr (GPtrArray) columns = NULL;
  const char *const *cells;

  by_name->all_factors = FALSE;
  if (!stn_csv_reader_next_header (reader, &cells, error))
    return FALSE;
  columns = stn_csv_columns_new (path, stn_csv_reader_get_line (reader), cells, by_name, error);
  if (columns == NULL)
    return FALSE;
  for (guint i = 0; i < columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (columns, i);

    g_strv_builder_add (names, column->name);
    if (stn_csv_column_may_be_factor (column))
      g_strv_builder_add (factors, column->name);
  }
  self->columns = g_strv_builder_end (names);
  self->factor_columns = g_strv_builder_end (factors);
  self->date_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_DATE);
  self->cramps_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_CRAMPS);
  self->severity_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_SEVERITY);
  return TRUE;
}

static gboolean
read_rows (
  StnCsvPreview *self, const char *path, StnCsvReader *reader, guint max_rows, GError **error)
{
  guint n_columns = g_strv_length (self->columns);

  while (self->rows->len < max_rows) {
    const char *const *cells;
    guint n_cells;

    if (!stn_csv_reader_next (reader, &cells, error))
      return FALSE;
    if (cells == NULL)
      break;
    n_cells = g_strv_length ((char **) cells);
    if (n_cells != n_columns)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, stn_csv_reader_get_line (reader),
                           "%u cells in this row, %u in the header", n_cells, n_columns);
    g_ptr_array_add (self->rows, g_strdupv ((char **) cells));
  }
  return TRUE;
}

StnCsvPreview *
stn_csv_preview_read (const char *path, guint max_rows, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (StnCsvReader) reader = stn_csv_reader_open (path, error);
  g_autoptr (StnCsvPreview) self = g_new0 (StnCsvPreview, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (reader == NULL || !read_header (self, path, reader, error) ||
      !read_rows (self, path, reader, max_rows, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
stn_csv_preview_free (StnCsvPreview *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->columns);
  g_free (self->date_column);
  g_free (self->cramps_column);
  g_free (self->severity_column);
  g_strfreev (self->factor_columns);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
