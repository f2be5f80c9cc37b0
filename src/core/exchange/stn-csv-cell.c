/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-cell.h"

#include "base/stn-text-number.h"

#include <string.h>

gboolean
stn_csv_dates_parse (const char *token, StnCsvDates *ret_dates)
{
  if (strcmp (token, "dmy") == 0)
    *ret_dates = STN_CSV_DATES_DAY_FIRST;
  else if (strcmp (token, "mdy") == 0)
    *ret_dates = STN_CSV_DATES_MONTH_FIRST;
  else
    return FALSE;
  return TRUE;
}

gboolean
stn_csv_decimal_parse (const char *token, StnCsvDecimal *ret_decimal)
{
  if (strcmp (token, "point") == 0)
    *ret_decimal = STN_CSV_DECIMAL_POINT;
  else if (strcmp (token, "comma") == 0)
    *ret_decimal = STN_CSV_DECIMAL_COMMA;
  else
    return FALSE;
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
  gboolean done;

  /* "1 500" */
  if (read_as (cell, ' ', '.', ret_value) && strchr (cell, ' ') != NULL)
    return STN_CSV_CELL_READ;
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

StnCsvCell
stn_csv_cell_read_date (const char *cell, StnCsvDates *dates, StnDate *ret_date)
{
  Number n[3];
  char mark;

  if (!split (cell, n, &mark))
    return STN_CSV_CELL_WRONG;
  /* With dashes it is the form of ISO 8601 or none. */
  if (n[0].digits == 4 && n[1].digits <= 2 && n[2].digits <= 2 &&
      (mark != '-' || n[1].digits + n[2].digits == 4))
    return make_date (n[0].value, n[1].value, n[2].value, ret_date);
  /* A year of two digits can be taken for a day. */
  if (n[2].digits != 4 || n[0].digits > 2 || n[1].digits > 2)
    return STN_CSV_CELL_WRONG;
  if (mark != '.' && *dates == STN_CSV_DATES_AS_FOUND)
    *dates = n[0].value > 12   ? STN_CSV_DATES_DAY_FIRST
             : n[1].value > 12 ? STN_CSV_DATES_MONTH_FIRST
                               : STN_CSV_DATES_AS_FOUND;
  if (mark == '.' || *dates == STN_CSV_DATES_DAY_FIRST)
    return make_date (n[2].value, n[1].value, n[0].value, ret_date);
  return *dates == STN_CSV_DATES_MONTH_FIRST
           ? make_date (n[2].value, n[0].value, n[1].value, ret_date)
           : STN_CSV_CELL_AMBIGUOUS;
}
