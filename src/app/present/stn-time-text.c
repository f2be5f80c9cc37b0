/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-time-text.h"

#include <string.h>

#include "base/stn-text-number.h"
#include "wording/stn-wording.h"

/* Digits from @text, at most @max; @ret_end: what follows them. */
static guint
read_digits (const char *text, guint max, int *ret_value, const char **ret_end)
{
  guint n = 0;

  *ret_value = 0;
  while (n < max && g_ascii_isdigit (text[n]))
    *ret_value = *ret_value * 10 + (text[n++] - '0');
  *ret_end = text + n;
  return n;
}

/* Which half of a clock of 12 hours. */
typedef enum { HALF_NONE, HALF_BEFORE_NOON, HALF_AFTER_NOON, HALF_UNREADABLE } Half;

#define HALF_DAY_H 12

/* What stands before and after the digits of @text, of which nothing but letters counts: "pm" of "10:40 p. m.". NULL when other
 * signs stand there. */
static char *
words_around (const char *text)
{
  const char *first = strpbrk (text, "0123456789");
  const char *last = first;
  GString *words = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c++)
    last = g_ascii_isdigit (*c) ? c : last;
  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c)) {
    const gunichar letter = g_utf8_get_char (c);

    if (first != NULL && c >= first && c <= last)
      continue;
    if (g_unichar_isalpha (letter) || g_unichar_ismark (letter))
      g_string_append_unichar (words, g_unichar_tolower (letter));
    else if (letter != '.' && !g_unichar_isspace (letter)) {
      g_string_free (words, TRUE);
      return NULL;
    }
  }
  return g_string_free (words, FALSE);
}

/* Whether @words are those that the program's own language has for the half in which @minute is. */
static gboolean
is_word_of (const char *words, int minute)
{
  g_autofree char *text = stn_wording_time (minute);
  g_autofree char *typed = stn_number_typed (text);
  g_autofree char *own = words_around (typed);

  return *words != '\0' && g_strcmp0 (words, own) == 0;
}

static Half
read_half (const char *words)
{
  if (words == NULL)
    return HALF_UNREADABLE;
  if (*words == '\0')
    return HALF_NONE;
  if (g_str_equal (words, "a") || g_str_equal (words, "am") || is_word_of (words, 0))
    return HALF_BEFORE_NOON;
  if (g_str_equal (words, "p") || g_str_equal (words, "pm") || is_word_of (words, HALF_DAY_H * 60))
    return HALF_AFTER_NOON;
  return HALF_UNREADABLE;
}

/* The hour of the day; -1 when the clock has no such hour. */
static int
hour_of_day (int hour, Half half)
{
  switch (half) {
  case HALF_NONE:
    return hour < 2 * HALF_DAY_H ? hour : -1;
  case HALF_BEFORE_NOON:
  case HALF_AFTER_NOON:
    if (hour < 1 || hour > HALF_DAY_H)
      return -1;
    return hour % HALF_DAY_H + (half == HALF_AFTER_NOON ? HALF_DAY_H : 0);
  case HALF_UNREADABLE:
    return -1;
  }
  g_assert_not_reached ();
}

/* The digits of @text and what stands between them: "10:40" of "10:40 pm". */
static char *
digits_of (const char *text)
{
  const char *first = text + strcspn (text, "0123456789");
  const char *end = first;

  for (const char *c = first; *c != '\0'; c++)
    end = g_ascii_isdigit (*c) ? c + 1 : end;
  return g_strndup (first, (gsize) (end - first));
}

gboolean
stn_time_text_parse (const char *text, StnOptInt *ret_minute)
{
  g_autofree char *stripped = stn_number_typed (text);
  g_autofree char *words = words_around (stripped);
  g_autofree char *digits = digits_of (stripped);
  const char *rest = digits;
  /* "730" is half past seven. */
  guint hour_digits = strspn (digits, "0123456789") == 3 ? 1 : 2;
  int hour;
  int minute = 0;

  if (*stripped == '\0') {
    *ret_minute = STN_UNKNOWN_INT;
    return TRUE;
  }
  if (read_digits (rest, hour_digits, &hour, &rest) == 0)
    return FALSE;
  if (*rest != '\0') {
    rest += strchr (":.h", *rest) != NULL;
    if (read_digits (rest, 2, &minute, &rest) != 2 || *rest != '\0')
      return FALSE;
  }
  hour = hour_of_day (hour, read_half (words));
  if (hour < 0 || minute > 59)
    return FALSE;
  *ret_minute = STN_KNOWN_INT (hour * 60 + minute);
  return TRUE;
}

char *
stn_time_text_new (StnOptInt minute)
{
  return minute.known ? stn_wording_time (minute.value) : g_strdup ("");
}

char *
stn_time_text_hour (int hour)
{
  return stn_wording_hour (hour);
}

char *
stn_time_text_example (void)
{
  return stn_wording_time (22 * 60 + 40);
}

int
stn_time_text_width (void)
{
  g_autofree char *widest = stn_time_text_example ();

  return (int) g_utf8_strlen (widest, -1);
}
