/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <langinfo.h>
#include <locale.h>
#include <string.h>

static gint chosen_hours = STN_HOURS_OF_LOCALE;

/* The language of the sentences, "de": that of the catalogue, English without one. (transfer full) */
static char *
get_language (void)
{
  /* The entry in which a catalogue tells of itself. */
  static const char about[] = "";
  static const char field[] = "\nLanguage: ";
  const char *found = strstr (gettext (about), field);
  const char *language = found != NULL ? found + strlen (field) : "en";

  return g_strndup (language, strcspn (language, "_@.\n"));
}

/* The built-in locale C speaks English. */
static gboolean
is_of_language (const char *locale, const char *language)
{
  const gsize length = strlen (language);

  if (locale[0] == 'C' || g_str_equal (locale, "POSIX"))
    return g_str_equal (language, "en");
  return strncmp (locale, language, length) == 0 && strchr ("_@.", locale[length]) != NULL;
}

/* As the person's locale is, but with the names of days and months in @language; 0 when they are so already, or none here has them. */
static locale_t
make_locale (const char *language)
{
  const char *messages = setlocale (LC_MESSAGES, NULL);
  g_autofree char *country = g_ascii_strup (language, -1);
  g_autofree char *usual = g_str_equal (language, "en")
                             ? g_strdup ("C.UTF-8")
                             : g_strdup_printf ("%s_%s.UTF-8", language, country);
  locale_t base, made;

  if (is_of_language (setlocale (LC_TIME, NULL), language))
    return (locale_t) 0;
  base = duplocale (LC_GLOBAL_LOCALE);
  made = newlocale (LC_TIME_MASK, is_of_language (messages, language) ? messages : usual, base);
  if (made == (locale_t) 0)
    freelocale (base);
  return made;
}

char *
stn_wording_format (GDateTime *time, const char *format)
{
  g_autofree char *language = get_language ();
  locale_t names = make_locale (language);
  locale_t before;
  char *text;

  g_return_val_if_fail (time != NULL && format != NULL, NULL);
  if (names == (locale_t) 0)
    return g_date_time_format (time, format);
  before = uselocale (names);
  text = g_date_time_format (time, format);
  uselocale (before);
  freelocale (names);
  return text;
}

void
stn_wording_choose_hours (StnHours hours)
{
  g_atomic_int_set (&chosen_hours, (gint) hours);
}

gboolean
stn_wording_has_12_hours (void)
{
  switch ((StnHours) g_atomic_int_get (&chosen_hours)) {
  case STN_HOURS_OF_LOCALE:
    return strpbrk (nl_langinfo (T_FMT), "rIlpP") != NULL;
  case STN_HOURS_12:
    return TRUE;
  case STN_HOURS_24:
    return FALSE;
  }
  g_assert_not_reached ();
}

/* The hours that a format of 12 tells with the same words. */
static gboolean
is_before_noon (int minute)
{
  return minute < 12 * 60;
}

static char *
format_date (StnDate date, const char *format)
{
  g_autoptr (GDateTime) midnight = NULL;
  int year, month, day;

  stn_date_split (date, &year, &month, &day);
  midnight = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return stn_wording_format (midnight, format);
}

static int
year_of (StnDate date)
{
  int year;

  stn_date_split (date, &year, NULL, NULL);
  return year;
}

static int
month_of (StnDate date)
{
  int month;

  stn_date_split (date, NULL, &month, NULL);
  return month;
}

static gboolean
is_in_year_of (StnDate date, StnDate today)
{
  return stn_date_is_set (today) && year_of (date) == year_of (today);
}

/* Translators of this file: formats of g_date_time_format(): %A weekday, %a short weekday, %-d day, %B month, %Y year.
 * Take %OB in the place of %B where your language has another form of the month beside a day. */

char *
stn_wording_date (StnDate date, StnDate today)
{
  g_return_val_if_fail (stn_date_is_set (date), NULL);
  return format_date (date, is_in_year_of (date, today)
                              /* Translators: "Saturday 21 November" */
                              ? C_ ("date format", "%A %-d %B")
                              /* Translators: "Saturday 21 November 2025" */
                              : C_ ("date format", "%A %-d %B %Y"));
}

char *
stn_wording_date_brief (StnDate date, StnDate today)
{
  g_return_val_if_fail (stn_date_is_set (date), NULL);
  return format_date (date, is_in_year_of (date, today)
                              /* Translators: "21 November" */
                              ? C_ ("date format", "%-d %B")
                              /* Translators: "21 November 2025" */
                              : C_ ("date format", "%-d %B %Y"));
}

char *
stn_wording_weekday (StnDate date)
{
  return format_date (date, "%A");
}

char *
stn_wording_month (int year, int month)
{
  /* Translators: head of a month in a calendar, "November 2026"; %OB = the month alone. */
  return format_date (stn_date_new (year, month, 1), C_ ("month format", "%OB %Y"));
}

char *
stn_wording_time (int minute)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, minute / 60, minute % 60, 0);

  g_return_val_if_fail (minute >= 0 && minute < 24 * 60, NULL);
  if (!stn_wording_has_12_hours ())
    /* Translators: a time of day, "02:30"; for those whose clock has 24 hours */
    return stn_wording_format (time, C_ ("time format", "%H:%M"));
  return stn_wording_format (
    time, is_before_noon (minute)
            /* Translators: a time of day for those whose clock has 12 hours: "2:30 AM" */
            ? C_ ("time format", "%-I:%M AM")
            /* Translators: a time of day for those whose clock has 12 hours: "2:30 PM" */
            : C_ ("time format", "%-I:%M PM"));
}

char *
stn_wording_hour (int hour)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (2000, 1, 1, hour, 0, 0);

  g_return_val_if_fail (hour >= 0 && hour < 24, NULL);
  if (!stn_wording_has_12_hours ())
    /* Translators: an hour of the night below a chart, "22" */
    return stn_wording_format (time, C_ ("axis format", "%-H"));
  return stn_wording_format (
    time,
    is_before_noon (hour * 60)
      /* Translators: an hour of the night below a chart, for those whose clock has 12 hours: "2 AM" */
      ? C_ ("axis format", "%-I AM")
      /* Translators: an hour of the night below a chart, for those whose clock has 12 hours: "10 PM" */
      : C_ ("axis format", "%-I PM"));
}

/* The evening's part of a night: what the morning's part says again is left out. */
static const char *
evening_format (StnDate key, StnDate morning)
{
  if (month_of (key) == month_of (morning))
    /* Translators: evening of a night within one month: "Saturday 21" in "Saturday 21 to Sunday 22 November" */
    return C_ ("evening format", "%A %-d");
  if (year_of (key) == year_of (morning))
    /* Translators: evening of a night: "Monday 30 November" in "Monday 30 November to Tuesday 1 December" */
    return C_ ("evening format", "%A %-d %B");
  return C_ ("evening format", "%A %-d %B %Y");
}

static const char *
evening_format_short (StnDate key, StnDate morning)
{
  if (month_of (key) == month_of (morning))
    /* Translators: evening of a night in a title: "Thu 12" in "Thu 12 to Fri 13 November" */
    return C_ ("short evening format", "%a %-d");
  if (year_of (key) == year_of (morning))
    return C_ ("short evening format", "%a %-d %B");
  return C_ ("short evening format", "%a %-d %B %Y");
}

char *
stn_wording_night (StnDate key, StnDate today)
{
  StnDate morning = stn_date_add_days (key, 1);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (stn_date_is_set (key), NULL);
  first = format_date (key, evening_format (key, morning));
  second = stn_wording_date (morning, year_of (key) == year_of (morning) ? today : STN_NO_DATE);
  /* Translators: 1: evening, 2: morning. "Night of Saturday 21 to Sunday 22 November" */
  return g_strdup_printf (_ ("Night of %1$s to %2$s"), first, second);
}

char *
stn_wording_night_short (StnDate key, StnDate today)
{
  StnDate morning = stn_date_add_days (key, 1);
  gboolean same_year = year_of (key) == year_of (morning) && is_in_year_of (morning, today);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  g_return_val_if_fail (stn_date_is_set (key), NULL);
  first = format_date (key, evening_format_short (key, morning));
  second = format_date (morning, same_year
                                   /* Translators: "Fri 13 November" */
                                   ? C_ ("short date format", "%a %-d %B")
                                   : C_ ("short date format", "%a %-d %B %Y"));
  /* Translators: 1: evening, 2: morning. "Thu 12 to Fri 13 November" */
  return g_strdup_printf (C_ ("short night", "%1$s to %2$s"), first, second);
}
