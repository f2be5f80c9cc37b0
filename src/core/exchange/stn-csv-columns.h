/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-head.h"
#include "exchange/stn-csv-nights.h"

G_BEGIN_DECLS

typedef enum {
  STN_CSV_USE_NOTHING,
  STN_CSV_USE_DATE,
  STN_CSV_USE_TIME,
  STN_CSV_USE_CRAMPS,
  STN_CSV_USE_SEVERITY,
  STN_CSV_USE_DURATION,
  STN_CSV_USE_FACTOR,
  STN_CSV_USE_ENTERED,
  STN_CSV_USE_SLEEP,
  STN_CSV_USE_NOTE,
  STN_CSV_USE_SKIPPED, /* said so */
} StnCsvUse;

/**
 * StnCsvColumn: a column of the header and what it is read as.
 * @name: trimmed, as written but in one line; "column 3" when it has none, and @is_named is FALSE. @folded: the same for comparing
 * without case.
 * @slug: what it would be called as a factor; no two columns have the same.
 * @has_words: see StnCsvHead: not taken for a factor when nobody says.
 * @has_cells: a row has something in it (set by who reads the rows).
 * @unit_s: of a duration: seconds of one. @sleep_field: of sleep: its place among stn_csv_sleep_fields[].
 * @is_own_note: of the note: Stillnight wrote it, and it is read as it stands. @may_be_note: a factor that is called like a note.
 * @factor: of a factor: what is said of it, the values not yet read; also of the factor that an entered column
 * belongs to (borrowed).
 */
typedef struct {
  char *name;
  char *folded;
  char *slug;
  gboolean is_named;
  gboolean has_words;
  gboolean has_cells;
  StnCsvUse use;
  int unit_s;
  guint sleep_field;
  gboolean is_own_note;
  gboolean may_be_note;
  StnCsvFactorColumn *factor;
} StnCsvColumn;

/**
 * stn_csv_columns_new: gives every column of @head its use.
 * @path: for messages. @mapping: see stn_csv_nights_read(), not NULL.
 *
 * Errors: MAPPING, FORMAT. Returns: (transfer full) (element-type StnCsvColumn).
 */
GPtrArray *stn_csv_columns_new (const char *path,
                                const StnCsvHead *head,
                                const StnCsvMapping *mapping,
                                GError **error);

/** stn_csv_columns_find_use: (nullable) (transfer none) the first column of that use. */
const StnCsvColumn *stn_csv_columns_find_use (const GPtrArray *columns, StnCsvUse use);

/**
 * stn_csv_columns_check: whether it is clear which of @columns is the date, and which the cramps and their severity where headings
 * speak of them; the rest is as for stn_csv_columns_new(). Errors: NO_DATE, NO_CRAMPS, TWO_SEVERITIES.
 */
gboolean stn_csv_columns_check (GPtrArray *columns,
                                const StnCsvHead *head,
                                const StnCsvMapping *mapping,
                                const char *path,
                                GError **error);

/** stn_csv_column_may_be_factor: it has a name and no use yet, and does not say when another one was entered. */
gboolean stn_csv_column_may_be_factor (const StnCsvColumn *column);

/** stn_csv_columns_dup_name: (nullable) (transfer full) the name of the column of that use. */
char *stn_csv_columns_dup_name (const GPtrArray *columns, StnCsvUse use);

G_END_DECLS
