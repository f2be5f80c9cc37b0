/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Years a diary may speak of. */
#define STN_DATE_FIRST_YEAR 1900
#define STN_DATE_LAST_YEAR 2199

/** Characters of "YYYY-MM-DD" with the closing NUL. */
#define STN_DATE_TEXT_SIZE 11

/**
 * StnDate: a civil date (no time, no zone), a plain value that is copied.
 * @julian: days in GDate's count (1 = 1 January of year 1), 0 = no date.
 *
 * A night's key is the date of its evening.
 */
typedef struct {
  guint32 julian;
} StnDate;

#define STN_NO_DATE ((StnDate){0})

/** stn_date_new: the date, or STN_NO_DATE when that day does not exist or its year is out of range. */
StnDate stn_date_new (int year, int month, int day);

/** stn_date_of: the civil date that @local shows. */
StnDate stn_date_of (GDateTime *local);

/**
 * stn_date_parse: reads exactly "YYYY-MM-DD".
 *
 * Errors: %STN_BASE_ERROR_BAD_DATE, naming the text. @ret_date is written only on success.
 */
gboolean stn_date_parse (const char *text, StnDate *ret_date, GError **error);

/** stn_date_is_set: whether @date is a date at all. */
gboolean stn_date_is_set (StnDate date);

/** stn_date_to_text: writes "YYYY-MM-DD" into @buffer and returns it; "" for STN_NO_DATE. */
const char *stn_date_to_text (StnDate date, char buffer[STN_DATE_TEXT_SIZE]);

/** stn_date_split: year, month 1-12 and day 1-31 of a set @date; each output may be NULL. */
void stn_date_split (StnDate date, int *ret_year, int *ret_month, int *ret_day);

/** stn_date_add_days: by calendar arithmetic; STN_NO_DATE when the result leaves the range of years. */
StnDate stn_date_add_days (StnDate date, int days);

/** stn_date_days_between: days from @from to @to, negative when @to is earlier. Both must be set. */
int stn_date_days_between (StnDate from, StnDate to);

/** stn_date_weekday: 1 = Monday to 7 = Sunday. */
int stn_date_weekday (StnDate date);

/** stn_date_compare: <0, 0, >0; STN_NO_DATE sorts first. */
int stn_date_compare (StnDate a, StnDate b);

G_END_DECLS
