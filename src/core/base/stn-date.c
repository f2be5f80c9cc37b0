/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-date.h"
#include "base/stn-base-error.h"
#include "base/stn-text-line.h"

#include <stdlib.h>
#include <string.h>

StnDate
stn_date_new (int year, int month, int day)
{
  if (year < STN_DATE_FIRST_YEAR || year > STN_DATE_LAST_YEAR)
    return STN_NO_DATE;
  if (month < 1 || month > 12 || day < 1 || day > 31)
    return STN_NO_DATE;
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year))
    return STN_NO_DATE;

  GDate date;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  return (StnDate){g_date_get_julian (&date)};
}

StnDate
stn_date_of (GDateTime *local)
{
  g_return_val_if_fail (local != NULL, STN_NO_DATE);
  int year, month, day;

  g_date_time_get_ymd (local, &year, &month, &day);
  return stn_date_new (year, month, day);
}

gboolean
stn_date_parse (const char *text, StnDate *ret_date, GError **error)
{
  g_return_val_if_fail (text != NULL && ret_date != NULL, FALSE);
  static const char shape[] = "dddd-dd-dd";
  gboolean has_shape = strlen (text) == sizeof shape - 1;

  for (gsize i = 0; has_shape && shape[i] != '\0'; i++)
    has_shape = shape[i] == 'd' ? g_ascii_isdigit (text[i]) : text[i] == shape[i];
  if (!has_shape) {
    g_set_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_DATE,
                 "'%s' is not a date of the form YYYY-MM-DD", stn_excerpt (text));
    return FALSE;
  }

  StnDate date = stn_date_new (atoi (text), atoi (text + 5), atoi (text + 8));
  if (!stn_date_is_set (date)) {
    g_set_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_DATE,
                 "the day %s does not exist, or its year is not %d to %d", text,
                 STN_DATE_FIRST_YEAR, STN_DATE_LAST_YEAR);
    return FALSE;
  }
  *ret_date = date;
  return TRUE;
}

gboolean
stn_date_is_set (StnDate date)
{
  return date.julian != 0;
}

const char *
stn_date_to_text (StnDate date, char buffer[STN_DATE_TEXT_SIZE])
{
  int year, month, day;

  buffer[0] = '\0';
  if (!stn_date_is_set (date))
    return buffer;
  stn_date_split (date, &year, &month, &day);
  g_snprintf (buffer, STN_DATE_TEXT_SIZE, "%04d-%02d-%02d", year, month, day);
  return buffer;
}

void
stn_date_split (StnDate date, int *ret_year, int *ret_month, int *ret_day)
{
  g_return_if_fail (stn_date_is_set (date));
  GDate gdate;

  g_date_clear (&gdate, 1);
  g_date_set_julian (&gdate, date.julian);
  if (ret_year != NULL)
    *ret_year = g_date_get_year (&gdate);
  if (ret_month != NULL)
    *ret_month = g_date_get_month (&gdate);
  if (ret_day != NULL)
    *ret_day = g_date_get_day (&gdate);
}

StnDate
stn_date_add_days (StnDate date, int days)
{
  g_return_val_if_fail (stn_date_is_set (date), STN_NO_DATE);
  gint64 julian = (gint64) date.julian + days;
  StnDate first = stn_date_new (STN_DATE_FIRST_YEAR, 1, 1);
  StnDate last = stn_date_new (STN_DATE_LAST_YEAR, 12, 31);

  if (julian < first.julian || julian > last.julian)
    return STN_NO_DATE;
  return (StnDate){(guint32) julian};
}

int
stn_date_days_between (StnDate from, StnDate to)
{
  g_return_val_if_fail (stn_date_is_set (from) && stn_date_is_set (to), 0);
  return (int) ((gint64) to.julian - (gint64) from.julian);
}

int
stn_date_weekday (StnDate date)
{
  g_return_val_if_fail (stn_date_is_set (date), 1);
  return (int) ((date.julian - 1) % 7) + 1;
}

int
stn_date_compare (StnDate a, StnDate b)
{
  return (a.julian > b.julian) - (a.julian < b.julian);
}
