/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-text-number.h"
#include "base/stn-base-error.h"
#include "base/stn-text-line.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#define ARABIC_POINT 0x66b

static gboolean
has_number_shape (const char *text)
{
  const char *p = text;
  gsize digits = 0;

  if (*p == '+' || *p == '-')
    p++;
  for (; g_ascii_isdigit (*p); p++)
    digits++;
  if (*p == '.')
    for (p++; g_ascii_isdigit (*p); p++)
      digits++;
  if (digits == 0)
    return FALSE;
  if (*p == 'e' || *p == 'E') {
    p++;
    if (*p == '+' || *p == '-')
      p++;
    if (!g_ascii_isdigit (*p))
      return FALSE;
    while (g_ascii_isdigit (*p))
      p++;
  }
  return *p == '\0';
}

gboolean
stn_real_parse (const char *text, double *ret_value, GError **error)
{
  g_return_val_if_fail (text != NULL && ret_value != NULL, FALSE);
  double value = has_number_shape (text) ? g_ascii_strtod (text, NULL) : NAN;

  if (!isfinite (value)) {
    g_set_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_NUMBER, "'%s' is not a number",
                 stn_excerpt (text));
    return FALSE;
  }
  *ret_value = value == 0 ? 0 : value; /* no negative zero */
  return TRUE;
}

gboolean
stn_int_parse (const char *text, int min, int max, int *ret_value, GError **error)
{
  g_return_val_if_fail (text != NULL && ret_value != NULL, FALSE);
  gint64 value;

  if (!g_ascii_string_to_signed (text, 10, min, max, &value, NULL)) {
    g_set_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_NUMBER,
                 "'%s' is not a whole number from %d to %d", stn_excerpt (text), min, max);
    return FALSE;
  }
  *ret_value = (int) value;
  return TRUE;
}

char *
stn_number_typed (const char *text)
{
  GString *typed = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    const gunichar letter = g_utf8_get_char (c);

    if (g_unichar_isdigit (letter))
      g_string_append_c (typed, (char) ('0' + g_unichar_digit_value (letter)));
    else if (letter == ARABIC_POINT)
      g_string_append_c (typed, '.');
    else
      g_string_append_unichar (typed, letter);
  }
  return g_strstrip (g_string_free (typed, FALSE));
}

const char *
stn_real_to_text (double value, char buffer[STN_REAL_TEXT_SIZE])
{
  g_return_val_if_fail (isfinite (value), "");

  if (fabs (value) < 1e15 && value == trunc (value)) {
    g_snprintf (buffer, STN_REAL_TEXT_SIZE, "%" G_GINT64_FORMAT, (gint64) value);
    return buffer;
  }
  for (int digits = 1; digits <= 17; digits++) {
    char format[8];

    g_snprintf (format, sizeof format, "%%.%dg", digits);
    g_ascii_formatd (buffer, STN_REAL_TEXT_SIZE, format, value);
    if (g_ascii_strtod (buffer, NULL) == value)
      break;
  }
  return buffer;
}

gboolean
stn_clock_time_parse (const char *text, int *ret_minute, GError **error)
{
  g_return_val_if_fail (text != NULL && ret_minute != NULL, FALSE);

  if (strlen (text) == 5 && g_ascii_isdigit (text[0]) && g_ascii_isdigit (text[1]) &&
      text[2] == ':' && g_ascii_isdigit (text[3]) && g_ascii_isdigit (text[4])) {
    int hour = atoi (text), minute = atoi (text + 3);

    if (hour < 24 && minute < 60) {
      *ret_minute = hour * 60 + minute;
      return TRUE;
    }
  }
  g_set_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_TIME,
               "'%s' is not a time of the form HH:MM", stn_excerpt (text));
  return FALSE;
}

gboolean
stn_duration_parse (const char *text, int *ret_seconds, GError **error)
{
  g_return_val_if_fail (text != NULL && ret_seconds != NULL, FALSE);
  static const struct {
    const char *unit;
    int seconds;
  } units[] = {{"s", 1}, {"min", 60}, {"h", 3600}};
  gsize number_length = strspn (text, "0123456789.");
  g_autofree char *number = g_strndup (text, number_length);
  double value;

  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (text + number_length, units[i].unit) &&
        stn_real_parse (number, &value, NULL) && value * units[i].seconds <= 86400) {
      *ret_seconds = (int) lround (value * units[i].seconds);
      return TRUE;
    }
  g_set_error (error, STN_BASE_ERROR, STN_BASE_ERROR_BAD_TIME,
               "'%s' is not a duration such as 90s, 3min or 1h, up to 24h", stn_excerpt (text));
  return FALSE;
}
