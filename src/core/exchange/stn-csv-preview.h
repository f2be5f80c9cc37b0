/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-form.h"

G_BEGIN_DECLS

/**
 * StnCsvPreview: the top of a CSV file as it stands there, for a person who says which column is what.
 * @columns: (array zero-terminated=1) the header's names.
 * @form: what was said of it, and of the rest its delimiter and header line, as they were found.
 * @date_column, @time_column, @cramps_column, @severity_column, @note_column: the columns that are taken when nobody says; NULL = none.
 * @offered: (array zero-terminated=1) columns that are not taken when nobody says: those without a name and those of words.
 * @factor_columns: (array zero-terminated=1) those of the others that can be factors.
 * @rows: (element-type GStrv) the first rows, each with as many cells as there are columns.
 */
typedef struct {
  StnCsvForm form;
  char **columns;
  char *date_column;
  char *time_column;
  char *cramps_column;
  char *severity_column;
  char *note_column;
  char **factor_columns;
  char **offered;
  GPtrArray *rows;
} StnCsvPreview;

/**
 * stn_csv_preview_read: reads the header and at most @max_rows rows, up to one that has another number of cells; what they
 * say is not checked.
 * @said: what somebody said of its form; all zero = nothing.
 *
 * Errors: of %STN_EXCHANGE_ERROR; a missing date column is none. Returns: (transfer full).
 */
StnCsvPreview *
stn_csv_preview_read (const char *path, const StnCsvForm *said, guint max_rows, GError **error);
void stn_csv_preview_free (StnCsvPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCsvPreview, stn_csv_preview_free)

G_END_DECLS
