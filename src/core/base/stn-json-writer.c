/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/stn-json-writer.h"
#include "base/stn-text-number.h"

#include <math.h>

void
stn_json_writer_init (StnJsonWriter *self, GString *out, guint lines)
{
  g_return_if_fail (self != NULL && out != NULL);

  *self = (StnJsonWriter){.out = out, .lines = lines};
}

static void
append_text (GString *out, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  g_string_append_c (out, '"');
  for (const char *p = valid; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      g_string_append_printf (out, "\\%c", *p);
    else if (*p == '\n')
      g_string_append (out, "\\n");
    else if (*p == '\t')
      g_string_append (out, "\\t");
    else if ((guchar)*p < 0x20)
      g_string_append_printf (out, "\\u%04x", (guchar)*p);
    else
      g_string_append_c (out, *p);
  }
  g_string_append_c (out, '"');
}

static void
append_line_break (StnJsonWriter *self, guint depth)
{
  g_string_append_c (self->out, '\n');
  for (guint i = 0; i < depth; i++)
    g_string_append (self->out, "  ");
}

/* What stands before a value: comma, line break, name. */
static void
lead_in (StnJsonWriter *self, const char *name)
{
  if (self->depth > 0) {
    if (self->members[self->depth - 1]++ > 0)
      g_string_append_c (self->out, ',');
    if (self->depth <= self->lines)
      append_line_break (self, self->depth);
  }
  if (name != NULL) {
    append_text (self->out, name);
    g_string_append_c (self->out, ':');
  }
}

static void
begin (StnJsonWriter *self, const char *name, char bracket)
{
  g_return_if_fail (self->depth < STN_JSON_DEPTH_MAX);

  lead_in (self, name);
  g_string_append_c (self->out, bracket);
  self->members[self->depth++] = 0;
}

static void
end (StnJsonWriter *self, char bracket)
{
  g_return_if_fail (self->depth > 0);

  self->depth--;
  if (self->depth < self->lines && self->members[self->depth] > 0)
    append_line_break (self, self->depth);
  g_string_append_c (self->out, bracket);
}

void
stn_json_writer_begin_object (StnJsonWriter *self, const char *name)
{
  begin (self, name, '{');
}

void
stn_json_writer_end_object (StnJsonWriter *self)
{
  end (self, '}');
}

void
stn_json_writer_begin_array (StnJsonWriter *self, const char *name)
{
  begin (self, name, '[');
}

void
stn_json_writer_end_array (StnJsonWriter *self)
{
  end (self, ']');
}

void
stn_json_writer_add_null (StnJsonWriter *self, const char *name)
{
  lead_in (self, name);
  g_string_append (self->out, "null");
}

void
stn_json_writer_add_text (StnJsonWriter *self, const char *name, const char *text)
{
  if (text == NULL) {
    stn_json_writer_add_null (self, name);
    return;
  }
  lead_in (self, name);
  append_text (self->out, text);
}

void
stn_json_writer_add_boolean (StnJsonWriter *self, const char *name, gboolean value)
{
  lead_in (self, name);
  g_string_append (self->out, value ? "true" : "false");
}

void
stn_json_writer_add_int (StnJsonWriter *self, const char *name, gint64 value)
{
  lead_in (self, name);
  g_string_append_printf (self->out, "%" G_GINT64_FORMAT, value);
}

void
stn_json_writer_add_real (StnJsonWriter *self, const char *name, double value)
{
  char text[STN_REAL_TEXT_SIZE];

  if (!isfinite (value)) {
    stn_json_writer_add_null (self, name);
    return;
  }
  lead_in (self, name);
  g_string_append (self->out, stn_real_to_text (value, text));
}

void
stn_json_writer_add_rounded (StnJsonWriter *self, const char *name, double value, int digits)
{
  g_return_if_fail (digits >= 1 && digits <= 17);
  char format[8], text[STN_REAL_TEXT_SIZE];

  g_snprintf (format, sizeof format, "%%.%dg", digits);
  stn_json_writer_add_real (
    self, name,
    isfinite (value) ? g_ascii_strtod (g_ascii_formatd (text, sizeof text, format, value), NULL)
                     : value);
}

void
stn_json_writer_add_opt_int (StnJsonWriter *self, const char *name, StnOptInt value)
{
  if (value.known)
    stn_json_writer_add_int (self, name, value.value);
  else
    stn_json_writer_add_null (self, name);
}

void
stn_json_writer_add_opt_real (StnJsonWriter *self, const char *name, StnOptReal value)
{
  stn_json_writer_add_real (self, name, value.known ? value.value : NAN);
}
