/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-cell.h"

#include "base/stn-text-number.h"

#include <string.h>

/* Of any cell */

/* Behind the last one of a script all digits are ASCII. */
static gunichar
plain_of (gunichar c)
{
  int digit = g_unichar_digit_value (c);

  if (digit >= 0)
    return (gunichar) ('0' + digit);
  switch (c) {
  case 0x00A0: /* no-break space */
  case 0x2007: /* figure space */
  case 0x2009: /* thin space */
  case 0x202F: /* narrow no-break space */
    return ' ';
  case 0x2212: /* minus sign */
    return '-';
  case 0x066B: /* Arabic decimal separator */
    return '.';
  case 0x066C: /* Arabic thousands separator */
  case 0x2019: /* an apostrophe that was typeset */
    return '\'';
  default:
    return c;
  }
}

static gboolean
says_nothing (const char *cell)
{
  static const char *const words[] = {"na", "n/a", "#n/a", "nan", "null", "?"};

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_ascii_strcasecmp (words[i], cell) == 0)
      return TRUE;
  return FALSE;
}

/* What stands for a character is never longer than it. */
static void
make_plain (char *cell)
{
  char *to = cell;

  for (const char *from = cell; *from != '\0';) {
    gunichar c = g_utf8_get_char (from);

    from = g_utf8_next_char (from);
    to += g_unichar_to_utf8 (c < 0x80 ? c : plain_of (c), to);
  }
  *to = '\0';
}

void
stn_csv_cell_clean (char *cell)
{
  if (!g_str_is_ascii (cell))
    make_plain (cell);
  g_strstrip (cell);
  if (says_nothing (cell))
    *cell = '\0';
}

StnAnswer
stn_csv_cell_read_answer (const char *cell)
{
  static const struct {
    const char *word;
    StnAnswer answer;
  } words[] = {
    {"yes", STN_ANSWER_YES},   {"no", STN_ANSWER_NO},     {"true", STN_ANSWER_YES},
    {"false", STN_ANSWER_NO},  {"y", STN_ANSWER_YES},     {"n", STN_ANSWER_NO},
    {"ja", STN_ANSWER_YES},    {"nein", STN_ANSWER_NO},   {"oui", STN_ANSWER_YES},
    {"non", STN_ANSWER_NO},    {"sí", STN_ANSWER_YES},    {"si", STN_ANSWER_YES},
    {"sì", STN_ANSWER_YES},    {"sim", STN_ANSWER_YES},   {"não", STN_ANSWER_NO},
    {"nao", STN_ANSWER_NO},    {"nee", STN_ANSWER_NO},    {"nej", STN_ANSWER_NO},
    {"nei", STN_ANSWER_NO},    {"tak", STN_ANSWER_YES},   {"nie", STN_ANSWER_NO},
    {"ano", STN_ANSWER_YES},   {"ne", STN_ANSWER_NO},     {"igen", STN_ANSWER_YES},
    {"nem", STN_ANSWER_NO},    {"kyllä", STN_ANSWER_YES}, {"ei", STN_ANSWER_NO},
    {"evet", STN_ANSWER_YES},  {"hayır", STN_ANSWER_NO},  {"да", STN_ANSWER_YES},
    {"нет", STN_ANSWER_NO},    {"так", STN_ANSWER_YES},   {"ні", STN_ANSWER_NO},
    {"ναι", STN_ANSWER_YES},   {"όχι", STN_ANSWER_NO},    {"نعم", STN_ANSWER_YES},
    {"لا", STN_ANSWER_NO},     {"بله", STN_ANSWER_YES},   {"نه", STN_ANSWER_NO},
    {"כן", STN_ANSWER_YES},    {"לא", STN_ANSWER_NO},     {"हाँ", STN_ANSWER_YES},
    {"नहीं", STN_ANSWER_NO},    {"是", STN_ANSWER_YES},    {"否", STN_ANSWER_NO},
    {"はい", STN_ANSWER_YES},  {"いいえ", STN_ANSWER_NO}, {"예", STN_ANSWER_YES},
    {"아니오", STN_ANSWER_NO}, {"x", STN_ANSWER_YES},     {"✓", STN_ANSWER_YES},
    {"✔", STN_ANSWER_YES},     {"✗", STN_ANSWER_NO},      {"✘", STN_ANSWER_NO},
  };
  g_autofree char *folded = g_utf8_casefold (cell, -1);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_autofree char *word = g_utf8_casefold (words[i].word, -1);

    if (strcmp (word, folded) == 0)
      return words[i].answer;
  }
  return STN_ANSWER_UNKNOWN;
}

/* "ml", "%", "°C", "℃", "℉" */
static gboolean
may_begin_unit (gunichar c)
{
  return g_unichar_isalpha (c) || c == '%' || c == 0x00b0 || c == 0x2103 || c == 0x2109;
}

gboolean
stn_csv_cell_cut_unit (char *cell, char ret_unit[STN_CSV_UNIT_SIZE])
{
  char *end = NULL;

  for (char *p = cell; *p != '\0'; p++)
    if (g_ascii_isdigit (*p))
      end = p + 1;
  if (end == NULL || *end == '\0' || g_utf8_strlen (end, -1) > 12)
    return FALSE;
  g_strlcpy (ret_unit, end, STN_CSV_UNIT_SIZE);
  g_strstrip (ret_unit);
  /* A unit, not a sentence; a mark of a number is none. */
  if (!may_begin_unit (g_utf8_get_char (ret_unit)))
    return FALSE;
  if (strchr (ret_unit, ' ') != strrchr (ret_unit, ' '))
    return FALSE;
  *end = '\0';
  return TRUE;
}

/* Numbers */

/* "1", "1,500", "12,500,000" with @mark between groups of three digits. @ret_groups: how many marks. */
static const char *
skip_groups (const char *text, char mark, guint *ret_groups)
{
  const char *p = text + (*text == '-' || *text == '+');
  gsize digits = strspn (p, "0123456789");

  *ret_groups = 0;
  p += digits;
  while (digits <= 3 && *p == mark && strspn (p + 1, "0123456789") == 3) {
    p += 4;
    ++*ret_groups;
  }
  return p;
}

/* With groups by @group and a fraction after @mark. */
static gboolean
read_as (const char *cell, char group, char mark, double *ret_value)
{
  guint groups;
  const char *rest = skip_groups (cell, group, &groups);
  GString *plain;
  gboolean done;

  if (*rest != '\0' && *rest != mark)
    return FALSE;
  if (*rest == mark && strspn (rest + 1, "0123456789") != strlen (rest + 1))
    return FALSE;
  plain = g_string_new (NULL);
  for (const char *p = cell; *p != '\0'; p++)
    if (*p != group || p >= rest)
      g_string_append_c (plain, *p == mark ? '.' : *p);
  done = stn_real_parse (plain->str, ret_value, NULL);
  g_string_free (plain, TRUE);
  return done;
}

/* Exactly one mark with three digits behind it, and one to three before it that do not begin with 0: a group or a fraction. */
static gboolean
may_be_group (const char *cell, char mark)
{
  guint groups;
  const char *digits = cell + (*cell == '-' || *cell == '+');

  return *skip_groups (cell, mark, &groups) == '\0' && groups == 1 && *digits != '0';
}

StnCsvCell
stn_csv_cell_read_number (const char *cell,
                          StnCsvDecimal decimal,
                          char delimiter,
                          double *ret_value)
{
  static const char plain_groups[] = {' ', '\''};
  gboolean done;

  /* "1 500", "1'500.5"; the mark behind them is decimal */
  for (guint i = 0; i < G_N_ELEMENTS (plain_groups); i++)
    if (strchr (cell, plain_groups[i]) != NULL)
      return read_as (cell, plain_groups[i], '.', ret_value) ||
                 read_as (cell, plain_groups[i], ',', ret_value)
               ? STN_CSV_CELL_READ
               : STN_CSV_CELL_WRONG;
  switch (decimal) {
  case STN_CSV_DECIMAL_POINT:
    done = read_as (cell, ',', '.', ret_value) || stn_real_parse (cell, ret_value, NULL);
    return done ? STN_CSV_CELL_READ : STN_CSV_CELL_WRONG;
  case STN_CSV_DECIMAL_COMMA:
    return read_as (cell, '.', ',', ret_value) ? STN_CSV_CELL_READ : STN_CSV_CELL_WRONG;
  case STN_CSV_DECIMAL_AS_FOUND:
    break;
  }
  if (may_be_group (cell, ',') || (delimiter == ';' && may_be_group (cell, '.')))
    return STN_CSV_CELL_AMBIGUOUS;
  done = stn_real_parse (cell, ret_value, NULL) || read_as (cell, '.', ',', ret_value) ||
         read_as (cell, ',', '.', ret_value);
  return done ? STN_CSV_CELL_READ : STN_CSV_CELL_WRONG;
}

StnCsvMarks
stn_csv_cell_get_marks (const char *cell)
{
  const char *point = strrchr (cell, '.'), *comma = strrchr (cell, ',');

  if (point == NULL && comma == NULL)
    return STN_CSV_MARKS_NONE;
  if (point != NULL && comma != NULL)
    return point > comma ? STN_CSV_MARKS_POINT : STN_CSV_MARKS_COMMA;
  if (point != NULL)
    return strchr (cell, '.') != point ? STN_CSV_MARKS_COMMA
           : may_be_group (cell, '.')  ? STN_CSV_MARKS_POINT_GROUP
                                       : STN_CSV_MARKS_POINT;
  return strchr (cell, ',') != comma ? STN_CSV_MARKS_POINT
         : may_be_group (cell, ',')  ? STN_CSV_MARKS_COMMA_GROUP
                                     : STN_CSV_MARKS_COMMA;
}

/* Dates */

typedef struct {
  int value;
  gsize digits;
} Number;

static gboolean
split (const char *cell, Number numbers[3], char *ret_mark)
{
  const char *p = cell;

  *ret_mark = '\0';
  for (guint i = 0; i < 3; i++) {
    numbers[i].digits = strspn (p, "0123456789");
    if (numbers[i].digits == 0 || numbers[i].digits > 4)
      return FALSE;
    numbers[i].value = (int) g_ascii_strtoll (p, NULL, 10);
    p += numbers[i].digits;
    if (i == 2)
      return *p == '\0';
    if (i == 0)
      *ret_mark = *p;
    if (*p != *ret_mark || strchr ("-/.", *p) == NULL || *p == '\0')
      return FALSE;
    p++;
  }
  return FALSE;
}

static StnCsvCell
make_date (int year, int month, int day, StnDate *ret_date)
{
  char text[STN_DATE_TEXT_SIZE + 8];

  g_snprintf (text, sizeof text, "%04d-%02d-%02d", year, month, day);
  return stn_date_parse (text, ret_date, NULL) ? STN_CSV_CELL_READ : STN_CSV_CELL_WRONG;
}

/* The names of months that begin with these letters, in the languages of people who keep diaries: no two languages mean two months. */
static const char *const months[][24] = {
  {"january", "januar", "januari", "jänner", "enero", "ene", "janvier", "janv", "gennaio", "gen",
   "janeiro", NULL},
  {"february", "februar", "februari", "febrero", "février", "févr", "fév", "febbraio", "fevereiro",
   "fev", NULL},
  {"march", "märz", "mär", "mrz", "maerz", "maart", "mrt", "marzo", "mars", "março", NULL},
  {"april", "abril", "abr", "avril", "avr", "aprile", NULL},
  {"may", "mai", "mayo", "mei", "maggio", "mag", "maio", "maj", NULL},
  {"june", "juni", "junio", "juin", "giugno", "giu", "junho", NULL},
  {"july", "juli", "julio", "juillet", "juil", "luglio", "lug", "julho", NULL},
  {"august", "augustus", "agosto", "ago", "août", "aout", NULL},
  {"september", "sept", "septiembre", "setiembre", "septembre", "settembre", "setembro", "set",
   NULL},
  {"october", "oktober", "okt", "octubre", "octobre", "ottobre", "ott", "outubro", "out", NULL},
  {"november", "noviembre", "novembre", "novembro", NULL},
  {"december", "dezember", "dez", "diciembre", "dic", "décembre", "déc", "dicembre", "dezembro",
   NULL},
};

/* Beside a date they say nothing. */
static const char *const fillers[] = {"de", "del", "the", "of"};

/* From Monday on. */
static const char *const week_days[][12] = {
  {"monday", "mon", "montag", "mo", "lunes", "lun", "lundi", NULL},
  {"tuesday", "tue", "tues", "dienstag", "di", "martes", "mardi", NULL},
  {"wednesday", "wed", "mittwoch", "mi", "miércoles", "mié", "mercredi", NULL},
  {"thursday", "thu", "thur", "thurs", "donnerstag", "do", "jueves", "jue", "jeudi", NULL},
  {"friday", "fri", "freitag", "fr", "viernes", "vie", "vendredi", NULL},
  {"saturday", "sat", "samstag", "sonnabend", "sa", "sábado", "sáb", "samedi", NULL},
  {"sunday", "sun", "sonntag", "so", "domingo", "dom", "dimanche", NULL},
};

static gboolean
is_one_of (const char *word, const char *const *words, guint n)
{
  for (guint i = 0; i < n && words[i] != NULL; i++) {
    g_autofree char *folded = g_utf8_casefold (words[i], -1);

    if (strcmp (folded, word) == 0)
      return TRUE;
  }
  return FALSE;
}

/* 1 = Monday; 0 = it is no day of the week. @word is folded. */
static int
find_week_day (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (week_days); i++)
    if (is_one_of (word, week_days[i], G_N_ELEMENTS (week_days[i])))
      return (int) i + 1;
  return 0;
}

static gboolean
is_passed_over (const char *word)
{
  return is_one_of (word, fillers, G_N_ELEMENTS (fillers)) || find_week_day (word) != 0;
}

int
stn_csv_cell_get_week_day (const char *cell)
{
  g_autofree char *folded = NULL;
  g_auto (GStrv) words = NULL;
  int found = 0;

  if (strspn (cell, "0123456789-/.:") == strlen (cell))
    return 0;
  folded = g_utf8_casefold (cell, -1);
  words = g_strsplit_set (folded, " -,./:0123456789", -1);
  for (guint i = 0; words[i] != NULL && found == 0; i++)
    found = *words[i] == '\0' ? 0 : find_week_day (words[i]);
  return found;
}

/* "jan" of every language that has it; 0 = it is no month. @word is folded. */
static int
find_month (const char *word)
{
  static const char *const shorts[] = {"jan", "feb", "mar", "apr", "may", "jun",
                                       "jul", "aug", "sep", "oct", "nov", "dec"};

  for (guint i = 0; i < G_N_ELEMENTS (shorts); i++)
    if (strcmp (shorts[i], word) == 0 || is_one_of (word, months[i], G_N_ELEMENTS (months[i])))
      return (int) i + 1;
  return 0;
}

/* Two digits are of this century: a diary of cramps is no chronicle. */
static int
whole_year (const char *digits)
{
  const int year = (int) g_ascii_strtoll (digits, NULL, 10);

  return strlen (digits) == 2 ? 2000 + year : strlen (digits) == 4 ? year : 0;
}

static gboolean
is_number (const char *word)
{
  return *word != '\0' && strspn (word, "0123456789") == strlen (word) && strlen (word) <= 4;
}

/* "1 Nov 2026", "01-Nov-26", "Nov 1, 2026", "So., 1. November 2026", "1 de noviembre de 2026". */
static StnCsvCell
read_named_month (const char *cell, StnDate *ret_date)
{
  g_autofree char *folded = g_utf8_casefold (cell, -1);
  g_auto (GStrv) words = g_strsplit_set (folded, " -,./", -1);
  const char *numbers[2] = {NULL, NULL};
  int n_numbers = 0, month = 0, day;

  for (guint i = 0; words[i] != NULL; i++) {
    if (*words[i] == '\0' || is_passed_over (words[i]))
      continue;
    if (is_number (words[i]) && n_numbers < 2)
      numbers[n_numbers++] = words[i];
    else if (month == 0 && find_month (words[i]) != 0)
      month = find_month (words[i]);
    else
      return STN_CSV_CELL_WRONG;
  }
  if (month == 0 || n_numbers != 2 || strlen (numbers[0]) > 2)
    return STN_CSV_CELL_WRONG;
  day = (int) g_ascii_strtoll (numbers[0], NULL, 10);
  return make_date (whole_year (numbers[1]), month, day, ret_date);
}

/* "20261101". */
static StnCsvCell
read_compact (const char *cell, StnDate *ret_date)
{
  const int number = (int) g_ascii_strtoll (cell, NULL, 10);

  return make_date (number / 10000, number / 100 % 100, number % 100, ret_date);
}

gboolean
stn_csv_cell_is_day_number (const char *cell)
{
  return strlen (cell) == 5 && strspn (cell, "0123456789") == 5 && *cell >= '3' && *cell <= '6';
}

/* Behind "So ", "Sunday, ". */
static const char *
skip_week_day (const char *cell)
{
  const char *end = cell + strcspn (cell, " ,.0123456789");
  g_autofree char *folded = g_utf8_casefold (cell, end - cell);

  return end > cell && is_passed_over (folded) ? end + strspn (end, " ,.") : cell;
}

StnCsvCell
stn_csv_cell_read_date (const char *cell, StnCsvDates *dates, StnDate *ret_date)
{
  Number n[3];
  char mark;

  if (strlen (cell) == 8 && strspn (cell, "0123456789") == 8)
    return read_compact (cell, ret_date);
  cell = skip_week_day (cell);
  if (!split (cell, n, &mark))
    return read_named_month (cell, ret_date);
  /* With dashes it is the form of ISO 8601 or none. */
  if (n[0].digits == 4 && n[1].digits <= 2 && n[2].digits <= 2 &&
      (mark != '-' || n[1].digits + n[2].digits == 4))
    return make_date (n[0].value, n[1].value, n[2].value, ret_date);
  if (n[0].digits > 2 || n[1].digits > 2 || (n[2].digits != 4 && n[2].digits != 2))
    return STN_CSV_CELL_WRONG;
  if (n[2].digits == 2) {
    n[2].value += 2000;
    /* Without points it can be taken for a day, whatever the others are. */
    if (mark != '.' && *dates == STN_CSV_DATES_AS_FOUND)
      return STN_CSV_CELL_AMBIGUOUS;
  } else if (mark != '.' && *dates == STN_CSV_DATES_AS_FOUND)
    *dates = n[0].value > 12   ? STN_CSV_DATES_DAY_FIRST
             : n[1].value > 12 ? STN_CSV_DATES_MONTH_FIRST
                               : STN_CSV_DATES_AS_FOUND;
  if (mark == '.' || *dates == STN_CSV_DATES_DAY_FIRST)
    return make_date (n[2].value, n[1].value, n[0].value, ret_date);
  return *dates == STN_CSV_DATES_MONTH_FIRST
           ? make_date (n[2].value, n[0].value, n[1].value, ret_date)
           : STN_CSV_CELL_AMBIGUOUS;
}

/* Times */

/* What stands behind the digits of a time. */
static StnCsvCell
read_zone (const char *text, int minute)
{
  if (*text == '\0')
    return STN_CSV_CELL_READ;
  if (g_ascii_strcasecmp (text, "Z") == 0 || g_ascii_strcasecmp (text, "UTC") == 0)
    return minute == 0 ? STN_CSV_CELL_READ : STN_CSV_CELL_UTC;
  if ((*text == '+' || *text == '-') && strlen (text) >= 3 &&
      strspn (text + 1, "0123456789:") == strlen (text + 1))
    return STN_CSV_CELL_READ;
  return STN_CSV_CELL_WRONG;
}

/* "AM", "p.m."; FALSE when there is none. */
static gboolean
take_half (const char **text, gboolean *ret_is_pm)
{
  static const char *const forms[] = {"am", "pm", "a.m.", "p.m."};

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_ascii_strcasecmp (*text, forms[i]) == 0) {
      *ret_is_pm = g_ascii_tolower (**text) == 'p';
      *text += strlen (forms[i]);
      return TRUE;
    }
  return FALSE;
}

static int
take_number (const char **text)
{
  gsize digits = strspn (*text, "0123456789");
  int value = digits == 0 || digits > 2 ? -1 : (int) g_ascii_strtoll (*text, NULL, 10);

  *text += digits;
  return value;
}

gboolean
stn_csv_cell_read_span (const char *cell, int *ret_seconds)
{
  const char *p = cell;
  const int hours = take_number (&p);
  int minutes, seconds = 0;

  if (hours < 0 || hours > 24 || *p++ != ':' || strspn (p, "0123456789") != 2)
    return FALSE;
  minutes = take_number (&p);
  if (*p == ':') {
    p++;
    if (strspn (p, "0123456789") != 2)
      return FALSE;
    seconds = take_number (&p);
  }
  *ret_seconds = 60 * (60 * hours + minutes) + seconds;
  return *p == '\0' && minutes < 60 && seconds < 60;
}

StnCsvCell
stn_csv_cell_read_time (const char *cell, int *ret_minute)
{
  const char *p = cell;
  int hour = take_number (&p), minute, second = 0;
  gboolean is_pm;

  if (hour < 0 || *p++ != ':')
    return STN_CSV_CELL_WRONG;
  minute = take_number (&p);
  if (*p == ':') {
    p++;
    second = take_number (&p);
    if (*p == '.')
      p += 1 + strspn (p + 1, "0123456789");
  }
  p += strspn (p, " ");
  if (take_half (&p, &is_pm)) {
    if (hour < 1 || hour > 12)
      return STN_CSV_CELL_WRONG;
    hour = hour % 12 + (is_pm ? 12 : 0);
  }
  if (hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59)
    return STN_CSV_CELL_WRONG;
  *ret_minute = 60 * hour + minute;
  return read_zone (p, 60 * *ret_minute + second);
}

StnCsvCell
stn_csv_cell_read_moment (const char *cell, StnCsvDates *dates, StnDate *ret_date, int *ret_minute)
{
  const char *colon = strchr (cell, ':'), *time;
  g_autofree char *date = NULL;
  StnCsvCell read;

  *ret_minute = STN_CSV_NO_MINUTE;
  if (colon == NULL)
    return stn_csv_cell_read_date (cell, dates, ret_date);
  for (time = colon; time > cell && g_ascii_isdigit (time[-1]); time--)
    ;
  if (time == colon || time == cell || (time[-1] != ' ' && time[-1] != 'T' && time[-1] != 't'))
    return STN_CSV_CELL_WRONG;
  date = g_strndup (cell, (gsize) (time - 1 - cell));
  g_strstrip (date);
  if (g_str_has_suffix (date, ","))
    date[strlen (date) - 1] = '\0';
  read = stn_csv_cell_read_date (date, dates, ret_date);
  return read == STN_CSV_CELL_READ ? stn_csv_cell_read_time (time, ret_minute) : read;
}
