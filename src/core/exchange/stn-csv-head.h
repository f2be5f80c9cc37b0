/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-reader.h"

G_BEGIN_DECLS

/**
 * StnCsvHead: the top of a file of nights: how it is written and what its columns are called.
 * @form: what was said, and of the rest its delimiter and header line, as they were found.
 * @content: (nullable) the bytes of a pipe, which can be read only once.
 * @names: (array zero-terminated=1) cells of the header, or as many empty ones as the first row has where there is none.
 * @line: where the names stand, else the first row.
 * @date_column: (nullable) the column of which all rows at the top hold dates, where no other does.
 * @time_column: (nullable) the column "time", when all its rows at the top hold times of day.
 * @has_words: for each column: all its rows at the top that have anything there hold something that is neither number nor answer.
 * @may_be_note: for each column: one of its rows does.
 * @has_duration: FALSE once it was found that a column "duration" is of something else than a cramp.
 */
typedef struct {
  StnCsvForm form;
  GBytes *content;
  char **names;
  guint line;
  char *date_column;
  char *time_column;
  gboolean *has_words;
  gboolean *may_be_note;
  gboolean has_duration;
} StnCsvHead;

/**
 * stn_csv_head_read: finds the delimiter with which most rows at the top have the same number of cells, and the row of names: the one
 * with @date_name or a name of a date column; else the one before the first date. Rows before it are a title and are passed over.
 * @said: what somebody said of the form. @date_name: (nullable) as somebody said.
 *
 * Errors: of the reader; FORMAT when the file is empty or has no such line. Returns: (transfer full).
 */
StnCsvHead *
stn_csv_head_read (const char *path, const StnCsvForm *said, const char *date_name, GError **error);
void stn_csv_head_free (StnCsvHead *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCsvHead, stn_csv_head_free)

/** stn_csv_head_open: (transfer full) a reader that stands before the first row. Errors: of the reader. */
StnCsvReader *stn_csv_head_open (const StnCsvHead *self, const char *path, GError **error);

/** stn_csv_column_position_name: "column 3": what the column at @index, from 0, is called when it has no name. (transfer full) */
char *stn_csv_column_position_name (guint index);

G_END_DECLS
