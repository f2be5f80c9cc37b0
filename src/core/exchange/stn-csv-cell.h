/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "exchange/stn-csv-form.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/** How a cell was read. */
typedef enum {
  STN_CSV_CELL_READ,
  STN_CSV_CELL_AMBIGUOUS, /* it can mean two things */
  STN_CSV_CELL_UTC,       /* a time that does not say what the clocks of the place showed */
  STN_CSV_CELL_WRONG,
} StnCsvCell;

/** What a number tells of all numbers of its file, as flags. */
typedef enum {
  STN_CSV_MARKS_NONE = 0,
  STN_CSV_MARKS_POINT = 1 << 0,       /* "7.5": a point is decimal */
  STN_CSV_MARKS_COMMA = 1 << 1,       /* "7,5": a comma is decimal */
  STN_CSV_MARKS_POINT_GROUP = 1 << 2, /* "1.500": one or the other */
  STN_CSV_MARKS_COMMA_GROUP = 1 << 3, /* "1,500": one or the other */
} StnCsvMarks;

/** A time that is not told. */
#define STN_CSV_NO_MINUTE (-1)

/** Room for a unit behind a number, of at most 12 characters. */
#define STN_CSV_UNIT_SIZE 49

/**
 * stn_csv_cell_clean: in its own place: white space around it is taken off, digits and minus signs of other scripts become ASCII,
 * spaces that do not break become plain ones. A cell that says that there is no value (NA, N/A, NaN, null, ?) becomes "".
 */
void stn_csv_cell_clean (char *cell);

/**
 * stn_csv_cell_read_number: "1500", "1500.5", "1500,5", "1.500,5", "1,500.5", "1 500", "1'500". "1,500" is ambiguous unless @decimal
 * says more; "1.500" where @delimiter is a semicolon, as it is where commas are decimal.
 */
StnCsvCell stn_csv_cell_read_number (const char *cell,
                                     StnCsvDecimal decimal,
                                     char delimiter,
                                     double *ret_value);

/** stn_csv_cell_get_marks: what the number @cell tells of its file. */
StnCsvMarks stn_csv_cell_get_marks (const char *cell);

/**
 * stn_csv_cell_cut_unit: "500 ml" becomes "500" and "ml", in its own place.
 *
 * Returns: whether there is a digit, and behind the last one a unit without white space or of two words ("fl oz").
 */
gboolean stn_csv_cell_cut_unit (char *cell, char ret_unit[STN_CSV_UNIT_SIZE]);

/**
 * stn_csv_cell_read_answer: yes and no in the languages of people who keep diaries, "true", "x", and marks of a tick.
 * %STN_ANSWER_UNKNOWN for all others, numbers among them.
 */
StnAnswer stn_csv_cell_read_answer (const char *cell);

/**
 * stn_csv_cell_read_date: "2026-11-01", "2026/11/01", "2026.11.1", "20261101", "1.11.2026", "1 Nov 2026", "Nov 1, 2026", "1. März 2026",
 * "1 de marzo de 2026", also behind the day of the week; "13/11/2026" by @dates, or by the number above 12.
 *
 * A year of two digits is one from 2000 to 2099, and stands last: behind points or the name of a month, "1.11.26"; elsewhere it could
 * be taken for a day, and is read only where @dates says what the first number is.
 * @dates: what it is by such a number holds for the cells after it. AMBIGUOUS when that says nothing; WRONG also for a day that
 * does not exist.
 */
StnCsvCell stn_csv_cell_read_date (const char *cell, StnCsvDates *dates, StnDate *ret_date);

/** stn_csv_cell_get_week_day: that stands beside a date: 1 = Monday to 7 = Sunday; 0 = none does. */
int stn_csv_cell_get_week_day (const char *cell);

/** stn_csv_cell_is_day_number: "46327": days since 1900, or since 1904, as spreadsheets keep dates. */
gboolean stn_csv_cell_is_day_number (const char *cell);

/**
 * stn_csv_cell_read_time: "22:30", "22:30:15", "10:30 PM", also with an offset "+01:00": minutes after midnight as the clocks showed
 * there.
 */
StnCsvCell stn_csv_cell_read_time (const char *cell, int *ret_minute);

/** stn_csv_cell_read_span: "7:30", "00:03:30": how long something was, up to 24 hours, not when. */
gboolean stn_csv_cell_read_span (const char *cell, int *ret_seconds);

/** stn_csv_cell_read_moment: a date, or one with a time behind it. @ret_minute: or %STN_CSV_NO_MINUTE. */
StnCsvCell
stn_csv_cell_read_moment (const char *cell, StnCsvDates *dates, StnDate *ret_date, int *ret_minute);

G_END_DECLS
