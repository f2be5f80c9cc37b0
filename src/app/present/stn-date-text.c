/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-date-text.h"

#include "wording/stn-wording.h"

#include <glib/gi18n.h>

/* A year of four digits: "1 May 26" may mean another century than the one a library guesses. */
static gboolean
has_year (const char *text)
{
  return g_regex_match_simple ("(?<!\\d)\\d{4}(?!\\d)", text, 0, 0);
}

/* GLib reads "0001-01-01" as a day of 2001. */
static gboolean
says_year (const char *text, int year)
{
  g_autofree char *digits = g_strdup_printf ("%04d", year);

  return strstr (text, digits) != NULL;
}

gboolean
stn_date_text_parse (const char *text, StnDate *ret_date)
{
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  StnDate date = STN_NO_DATE;
  GDate parsed;

  if (stn_date_parse (trimmed, ret_date, NULL))
    return TRUE;
  if (!has_year (trimmed))
    return FALSE;
  g_date_set_parse (&parsed, trimmed);
  if (g_date_valid (&parsed) && says_year (trimmed, g_date_get_year (&parsed)))
    date = stn_date_new (g_date_get_year (&parsed), g_date_get_month (&parsed),
                         g_date_get_day (&parsed));
  if (!stn_date_is_set (date))
    return FALSE;
  *ret_date = date;
  return TRUE;
}

char *
stn_date_text_new (StnDate date)
{
  int year, month, day;

  stn_date_split (date, &year, &month, &day);
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: "21 November 2025" */
  g_autofree char *text = stn_wording_format (midnight, C_ ("date format", "%-d %B %Y"));
  StnDate back;

  /* Not every language's months can be read back. */
  if (stn_date_text_parse (text, &back) && stn_date_compare (back, date) == 0)
    return g_steal_pointer (&text);
  char iso[STN_DATE_TEXT_SIZE];
  return g_strdup (stn_date_to_text (date, iso));
}

char *
stn_date_text_weekday (GDateTime *day)
{
  return stn_wording_format (day, "%a");
}

char *
stn_date_text_month (int month)
{
  g_autoptr (GDateTime) first = g_date_time_new_utc (2000, month, 1, 0, 0, 0);

  return stn_wording_format (first, "%OB");
}
