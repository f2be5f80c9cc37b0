/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-form.h"

#include "base/stn-text-number.h"

typedef struct {
  const char *token;
  int value;
} Token;

static const Token encodings[] = {
  {"utf-8", STN_CSV_ENCODING_UTF8},           {"utf-16le", STN_CSV_ENCODING_UTF16_LE},
  {"utf-16be", STN_CSV_ENCODING_UTF16_BE},    {"windows-1252", STN_CSV_ENCODING_WINDOWS_1252},
  {"latin-1", STN_CSV_ENCODING_WINDOWS_1252},
};
static const Token delimiters[] = {
  {"comma", ','}, {"semicolon", ';'}, {"tab", '\t'}, {"pipe", '|'}};
static const Token dates[] = {{"dmy", STN_CSV_DATES_DAY_FIRST}, {"mdy", STN_CSV_DATES_MONTH_FIRST}};
static const Token decimals[] = {{"point", STN_CSV_DECIMAL_POINT},
                                 {"comma", STN_CSV_DECIMAL_COMMA}};
static const Token nights[] = {{"evening", STN_CSV_NIGHT_OF_EVENING},
                               {"morning", STN_CSV_NIGHT_OF_MORNING}};

static gboolean
find (const Token *tokens, gsize n_tokens, const char *text, int *ret_value)
{
  for (gsize i = 0; i < n_tokens; i++)
    if (g_ascii_strcasecmp (tokens[i].token, text) == 0) {
      *ret_value = tokens[i].value;
      return TRUE;
    }
  return FALSE;
}

/* Each of the functions below is of one list and one type. */
#define PARSE(list, type, text, ret_value)                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    int value;                                                                                     \
    gboolean found = find (list, G_N_ELEMENTS (list), text, &value);                               \
                                                                                                   \
    if (found)                                                                                     \
      *(ret_value) = (type) value;                                                                 \
    return found;                                                                                  \
  }                                                                                                \
  G_STMT_END

gboolean
stn_csv_encoding_parse (const char *token, StnCsvEncoding *ret_encoding)
{
  PARSE (encodings, StnCsvEncoding, token, ret_encoding);
}

gboolean
stn_csv_delimiter_parse (const char *token, char *ret_delimiter)
{
  PARSE (delimiters, char, token, ret_delimiter);
}

gboolean
stn_csv_header_parse (const char *token, guint *ret_line)
{
  int line;

  if (g_ascii_strcasecmp (token, "none") == 0)
    *ret_line = STN_CSV_NO_HEADER;
  else if (stn_int_parse (token, 1, G_MAXINT, &line, NULL))
    *ret_line = (guint) line;
  else
    return FALSE;
  return TRUE;
}

gboolean
stn_csv_dates_parse (const char *token, StnCsvDates *ret_dates)
{
  PARSE (dates, StnCsvDates, token, ret_dates);
}

gboolean
stn_csv_decimal_parse (const char *token, StnCsvDecimal *ret_decimal)
{
  PARSE (decimals, StnCsvDecimal, token, ret_decimal);
}

gboolean
stn_csv_night_of_parse (const char *token, StnCsvNightOf *ret_night_of)
{
  PARSE (nights, StnCsvNightOf, token, ret_night_of);
}
