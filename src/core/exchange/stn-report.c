/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-report.h"

StnReport *
stn_report_new (void)
{
  StnReport *self = g_new0 (StnReport, 1);

  for (guint i = 0; i < STN_N_REPORT_PARTS; i++)
    self->parts[i].rows = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_report_row_free);
  self->brief_signs = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_report_row_free);
  return self;
}

void
stn_report_free (StnReport *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < STN_N_REPORT_PARTS; i++) {
    g_free (self->parts[i].heading);
    g_ptr_array_unref (self->parts[i].rows);
  }
  g_ptr_array_unref (self->brief_signs);
  g_clear_pointer (&self->chart, stn_chart_unref);
  g_free (self->title);
  g_free (self->period);
  g_free (self->person);
  g_free (self->rate);
  g_free (self->course);
  g_free (self->chart_note);
  g_free (self->foot);
  g_free (self->made);
  g_free (self);
}

StnReportRow *
stn_report_row_new (char *label, char *item)
{
  StnReportRow *self = g_new0 (StnReportRow, 1);

  self->label = label;
  self->items = g_ptr_array_new_with_free_func (g_free);
  if (item != NULL)
    g_ptr_array_add (self->items, item);
  return self;
}

void
stn_report_row_free (StnReportRow *self)
{
  g_free (self->label);
  g_ptr_array_unref (self->items);
  g_free (self->aside);
  g_free (self);
}

StnReportRow *
stn_report_add (StnReport *self, StnReportPart part, StnReportRow *row)
{
  g_ptr_array_add (self->parts[part].rows, row);
  return row;
}

char *
stn_report_row_join (const StnReportRow *self, guint first, guint n)
{
  GString *text = g_string_new (NULL);

  for (guint i = first; i < first + n && i < self->items->len; i++)
    g_string_append_printf (text, "%s%s", i > first ? "; " : "",
                            (const char *) g_ptr_array_index (self->items, i));
  return g_string_free (text, FALSE);
}

static void
append_row (GString *text, const StnReportRow *row)
{
  g_autofree char *said = stn_report_row_join (row, 0, row->items->len);

  g_string_append (text, " ");
  if (row->label != NULL)
    g_string_append_printf (text, " %s%s", row->label, *said != '\0' || row->aside ? ":" : "");
  if (*said != '\0')
    g_string_append_printf (text, " %s", said);
  if (row->aside != NULL)
    g_string_append_printf (text, "%s %s", *said != '\0' ? "," : "", row->aside);
  g_string_append_c (text, '\n');
}

static void
append_part (GString *text, const StnReportSection *part)
{
  if (part->rows->len == 0)
    return;
  if (part->heading != NULL)
    g_string_append_printf (text, "\n%s\n", part->heading);
  for (guint i = 0; i < part->rows->len; i++)
    append_row (text, g_ptr_array_index (part->rows, i));
}

char *
stn_report_to_text (const StnReport *self)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\n", self->title);
  if (self->person != NULL)
    g_string_append_printf (text, "%s\n", self->person);
  g_string_append_printf (text, "%s\n\n%s\n", self->period, self->rate);
  if (self->course != NULL)
    g_string_append_printf (text, "%s\n", self->course);
  for (guint i = STN_REPORT_QUESTIONS; i <= STN_REPORT_CONDITIONS; i++)
    append_part (text, &self->parts[i]);
  if (self->chart != NULL)
    g_string_append_printf (text, "\n%s\n  %s\n", stn_chart_get_title (self->chart),
                            stn_chart_get_sentence (self->chart));
  for (guint i = STN_REPORT_TRIED; i < STN_N_REPORT_PARTS; i++)
    append_part (text, &self->parts[i]);
  g_string_append_printf (text, "\n%s\n%s\n", self->foot, self->made);
  return g_string_free (text, FALSE);
}

guint
stn_report_count_words (const char *text)
{
  guint words = 0;
  gboolean is_within = FALSE;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at)) {
    gboolean is_space = g_unichar_isspace (g_utf8_get_char (at));

    words += !is_space && !is_within;
    is_within = !is_space;
  }
  return words;
}
