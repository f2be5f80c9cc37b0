/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

/** What was said of the dates of a file with slashes or dashes whose year stands last; those with points begin with the day. */
typedef enum {
  STN_CSV_DATES_AS_FOUND,    /* by a number above 12, else refused */
  STN_CSV_DATES_DAY_FIRST,   /* "dmy" */
  STN_CSV_DATES_MONTH_FIRST, /* "mdy" */
} StnCsvDates;

/** What was said of its numbers. */
typedef enum {
  STN_CSV_DECIMAL_AS_FOUND, /* where it can mean only one thing, else refused */
  STN_CSV_DECIMAL_POINT,    /* "point": 1,500.5 */
  STN_CSV_DECIMAL_COMMA,    /* "comma": 1.500,5 */
} StnCsvDecimal;

/** How a cell was read. */
typedef enum {
  STN_CSV_CELL_READ,
  STN_CSV_CELL_AMBIGUOUS, /* it can mean two things */
  STN_CSV_CELL_WRONG,
} StnCsvCell;

/** Tokens as above; FALSE for others. */
gboolean stn_csv_dates_parse (const char *token, StnCsvDates *ret_dates);
gboolean stn_csv_decimal_parse (const char *token, StnCsvDecimal *ret_decimal);

/**
 * stn_csv_cell_read_number: "1500", "1500.5", "1500,5", "1.500,5", "1,500.5", "1 500". "1,500" is ambiguous unless @decimal says
 * more; "1.500" where @delimiter is a semicolon, as it is where commas are decimal.
 */
StnCsvCell stn_csv_cell_read_number (const char *cell,
                                     StnCsvDecimal decimal,
                                     char delimiter,
                                     double *ret_value);

/**
 * stn_csv_cell_read_date: "2026-11-01", "2026/11/01", "2026.11.1", "1.11.2026"; "13/11/2026" by @dates, or by the number above 12.
 * @dates: what it is by such a number holds for the cells after it. AMBIGUOUS when that says nothing; WRONG also for a day that does not exist.
 */
StnCsvCell stn_csv_cell_read_date (const char *cell, StnCsvDates *dates, StnDate *ret_date);

G_END_DECLS
