/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Error domain of the room exchange. Every message reads "FILE:LINE: what is wrong" ("FILE: ..." for the whole file). */
#define STN_EXCHANGE_ERROR (stn_exchange_error_quark ())
GQuark stn_exchange_error_quark (void);

typedef enum {
  STN_EXCHANGE_ERROR_READ, /* the file cannot be read (missing, a folder, no permission) */
  STN_EXCHANGE_ERROR_FORMAT, /* not text, not UTF-8, a line too long, broken quotes, wrong number of cells */
  STN_EXCHANGE_ERROR_MAPPING, /* a column that is named is not there, or two are called the same */
  STN_EXCHANGE_ERROR_NO_DATE, /* no column, or none alone, is the date */
  STN_EXCHANGE_ERROR_NO_CRAMPS,      /* headings speak of cramps, and none says how many */
  STN_EXCHANGE_ERROR_TWO_SEVERITIES, /* two headings say how bad they were */
  STN_EXCHANGE_ERROR_VALUE,          /* a cell that cannot be what its column holds */
  STN_EXCHANGE_ERROR_UNCLEAR_DATE, /* dates can begin with the day or the month, and somebody has to say which */
  STN_EXCHANGE_ERROR_UNCLEAR_NUMBER, /* commas or points can be decimal or not */
  STN_EXCHANGE_ERROR_NO_HEADER,      /* no row of names, and nobody said which column is which */
  STN_EXCHANGE_ERROR_WORDS, /* a column of numbers has words: somebody has to say whether it is one */
  STN_EXCHANGE_ERROR_WRITE, /* the file cannot be written */
} StnExchangeError;

G_END_DECLS
