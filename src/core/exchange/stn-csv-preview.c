/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-preview.h"
#include "exchange/stn-csv-columns.h"
#include "exchange/stn-csv-reader.h"

static gboolean
take_header (StnCsvPreview *self, const char *path, const StnCsvHead *head, GError **error)
{
  g_autoptr (StnCsvMapping) by_name = stn_csv_mapping_new ();
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) factors = g_strv_builder_new ();
  g_autoptr (GStrvBuilder) offered = g_strv_builder_new ();
  g_autoptr (GPtrArray) columns = NULL;

  by_name->all_factors = FALSE;
  columns = stn_csv_columns_new (path, head, by_name, error);
  if (columns == NULL)
    return FALSE;
  for (guint i = 0; i < columns->len; i++) {
    const StnCsvColumn *column = g_ptr_array_index (columns, i);

    g_strv_builder_add (names, column->name);
    if (!column->is_named || column->has_words)
      g_strv_builder_add (offered, column->name);
    if (stn_csv_column_may_be_factor (column))
      g_strv_builder_add (factors, column->name);
  }
  self->form = head->form;
  self->columns = g_strv_builder_end (names);
  self->offered = g_strv_builder_end (offered);
  self->factor_columns = g_strv_builder_end (factors);
  self->date_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_DATE);
  self->time_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_TIME);
  self->cramps_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_CRAMPS);
  self->severity_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_SEVERITY);
  self->note_column = stn_csv_columns_dup_name (columns, STN_CSV_USE_NOTE);
  return TRUE;
}

/* A row that is wrong ends what is shown: reading the file as a whole says what is wrong with it. */
static void
read_rows (StnCsvPreview *self, StnCsvReader *reader, guint max_rows)
{
  const guint n_columns = g_strv_length (self->columns);
  const char *const *cells;

  while (self->rows->len < max_rows && stn_csv_reader_next (reader, &cells, NULL) &&
         cells != NULL && g_strv_length ((char **) cells) == n_columns)
    g_ptr_array_add (self->rows, g_strdupv ((char **) cells));
}

StnCsvPreview *
stn_csv_preview_read (const char *path, const StnCsvForm *said, guint max_rows, GError **error)
{
  g_return_val_if_fail (path != NULL && said != NULL, NULL);
  g_autoptr (StnCsvHead) head = stn_csv_head_read (path, said, NULL, error);
  g_autoptr (StnCsvReader) reader = head == NULL ? NULL : stn_csv_head_open (head, path, error);
  g_autoptr (StnCsvPreview) self = g_new0 (StnCsvPreview, 1);

  self->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  if (reader == NULL || !take_header (self, path, head, error))
    return NULL;
  read_rows (self, reader, max_rows);
  return g_steal_pointer (&self);
}

void
stn_csv_preview_free (StnCsvPreview *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->columns);
  g_free (self->date_column);
  g_free (self->time_column);
  g_free (self->cramps_column);
  g_free (self->severity_column);
  g_free (self->note_column);
  g_strfreev (self->factor_columns);
  g_strfreev (self->offered);
  g_ptr_array_unref (self->rows);
  g_free (self);
}
