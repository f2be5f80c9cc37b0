/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-writer.h"
#include "base/stn-text-number.h"

#include <string.h>

/* Some programs take the wide forms for the others, as they stand in Japanese and Chinese text. */
static gboolean
begins_formula (gunichar c)
{
  return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xff1d || c == 0xff0b ||
         c == 0xff0d || c == 0xff20;
}

gboolean
stn_csv_is_formula (const char *text)
{
  /* One that begins with apostrophes gets one more, so that taking one off gives it back. */
  text += strspn (text, "'");
  if (*text == '\t' || *text == '\r')
    return TRUE;
  while (g_unichar_isspace (g_utf8_get_char (text)) || *text == '\v')
    text = g_utf8_next_char (text);
  return begins_formula (g_utf8_get_char (text));
}

static void
begin_cell (StnCsvWriter *self)
{
  if (self->n_cells > 0)
    g_string_append_c (self->out, ',');
  self->n_cells++;
}

void
stn_csv_writer_add_text (StnCsvWriter *self, const char *text)
{
  g_return_if_fail (self != NULL && text != NULL);
  gboolean quoted = strpbrk (text, ",;\t\"\r\n") != NULL || g_ascii_isspace (text[0]);

  begin_cell (self);
  if (quoted)
    g_string_append_c (self->out, '"');
  if (stn_csv_is_formula (text))
    g_string_append_c (self->out, '\'');
  for (; *text != '\0'; text++) {
    if (*text == '"')
      g_string_append_c (self->out, '"');
    g_string_append_c (self->out, *text);
  }
  if (quoted)
    g_string_append_c (self->out, '"');
}

void
stn_csv_writer_add_real (StnCsvWriter *self, double value)
{
  g_return_if_fail (self != NULL);
  char text[STN_REAL_TEXT_SIZE];

  begin_cell (self);
  g_string_append (self->out, stn_real_to_text (value, text));
}

void
stn_csv_writer_add_empty (StnCsvWriter *self)
{
  g_return_if_fail (self != NULL);
  begin_cell (self);
}

void
stn_csv_writer_end_row (StnCsvWriter *self)
{
  g_return_if_fail (self != NULL);
  g_string_append_c (self->out, '\n');
  self->n_cells = 0;
}
