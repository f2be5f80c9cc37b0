/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Letters of a file. */
typedef enum {
  STN_CSV_ENCODING_AS_FOUND,
  STN_CSV_ENCODING_UTF8,
  STN_CSV_ENCODING_UTF16_LE,
  STN_CSV_ENCODING_UTF16_BE,
  STN_CSV_ENCODING_WINDOWS_1252, /* Latin-1 is a part of it */
} StnCsvEncoding;

/** What comes first in dates with slashes or dashes whose year stands last; those with points begin with the day. */
typedef enum {
  STN_CSV_DATES_AS_FOUND,    /* by a number above 12 somewhere in the file, else refused */
  STN_CSV_DATES_DAY_FIRST,   /* "dmy" */
  STN_CSV_DATES_MONTH_FIRST, /* "mdy" */
} StnCsvDates;

/** What its numbers mean. */
typedef enum {
  STN_CSV_DECIMAL_AS_FOUND, /* by a number that can mean only one thing somewhere in the file, else refused */
  STN_CSV_DECIMAL_POINT, /* "point": 1,500.5 */
  STN_CSV_DECIMAL_COMMA, /* "comma": 1.500,5 */
} StnCsvDecimal;

/** Which night a date without a time names. */
typedef enum {
  STN_CSV_NIGHT_OF_EVENING, /* "evening": the night that begins on it */
  STN_CSV_NIGHT_OF_MORNING, /* "morning": the night that ends on it */
} StnCsvNightOf;

/** For @header_line: the first row holds no names. */
#define STN_CSV_NO_HEADER G_MAXUINT

/**
 * StnCsvForm: how a file of nights is written, as somebody said or as it was found. All zero = all is to be found.
 * @delimiter: ',', ';', '|' or tab. @header_line: line of the names of the columns, from 1, or %STN_CSV_NO_HEADER.
 */
typedef struct {
  StnCsvEncoding encoding;
  char delimiter;
  guint header_line;
  StnCsvDates dates;
  StnCsvDecimal decimal;
  StnCsvNightOf night_of;
} StnCsvForm;

/**
 * Tokens of the command line: "utf-8", "utf-16le", "utf-16be", "windows-1252"; "comma", "semicolon", "tab", "pipe"; "none" or a line
 * from 1; "dmy", "mdy"; "point", "comma"; "evening", "morning". FALSE for others, and then nothing is written.
 */
gboolean stn_csv_encoding_parse (const char *token, StnCsvEncoding *ret_encoding);
gboolean stn_csv_delimiter_parse (const char *token, char *ret_delimiter);
gboolean stn_csv_header_parse (const char *token, guint *ret_line);
gboolean stn_csv_dates_parse (const char *token, StnCsvDates *ret_dates);
gboolean stn_csv_decimal_parse (const char *token, StnCsvDecimal *ret_decimal);
gboolean stn_csv_night_of_parse (const char *token, StnCsvNightOf *ret_night_of);

G_END_DECLS
