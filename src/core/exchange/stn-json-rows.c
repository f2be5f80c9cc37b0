/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-json-rows.h"

#include "exchange/stn-csv-error.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

struct _StnJsonRows {
  char *path;
  FILE *file;
  guint line, row_line;
  GString *row;
  gboolean has_row; /* one was read: a comma stands before the next */
  gboolean at_end;
};

static gboolean
fail (StnJsonRows *self, const char *what, GError **error)
{
  if (ferror (self->file))
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, self->path, 0, "cannot be read: %s",
                         g_strerror (errno));
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->line, "%s",
                       feof (self->file) ? "ends in the middle" : what);
}

static int
take (StnJsonRows *self)
{
  int c = getc_unlocked (self->file);

  self->line += c == '\n';
  return c;
}

/* The next character that is no white space. */
static int
take_mark (StnJsonRows *self)
{
  int c;

  do
    c = take (self);
  while (c == ' ' || c == '\t' || c == '\n' || c == '\r');
  return c;
}

/* Whether a text as it stands in the file has the character that ends a text in C. */
static gboolean
has_zero (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (*p == '\\') {
      if (g_str_has_prefix (p + 1, "u0000"))
        return TRUE;
      p++; /* the next character is part of the escape, and there is one */
    }
  return FALSE;
}

/* A string, its opening quote being read; as it stands there, without quotes. */
static gboolean
take_string (StnJsonRows *self, GString *text, GError **error)
{
  const gsize from = text->len;
  gboolean is_escaped = FALSE;

  while (text->len < STN_JSON_ROW_MAX_BYTES) {
    int c = take (self);

    if (c == EOF || c == '\n')
      break;
    if (c == '"' && !is_escaped)
      return !has_zero (text->str + from) ||
             fail (self, "has a text with \\u0000 in it, a character that no text can have", error);
    is_escaped = c == '\\' && !is_escaped;
    g_string_append_c (text, (char) c);
  }
  return fail (self, "has a text without an end", error);
}

/* A member of the head that is a text or a whole number. */
static gboolean
take_scalar (StnJsonRows *self, GString *text, GError **error)
{
  int c = take_mark (self);

  g_string_truncate (text, 0);
  if (c == '"')
    return take_string (self, text, error);
  while (g_ascii_isdigit (c)) {
    g_string_append_c (text, (char) c);
    c = take (self);
  }
  if (text->len == 0)
    return fail (self, "is no diary exported by Stillnight", error);
  ungetc (c, self->file);
  self->line -= c == '\n';
  return TRUE;
}

static gboolean
check_member (StnJsonRows *self, const char *name, const char *value, GError **error)
{
  char version[12];

  g_snprintf (version, sizeof version, "%d", STN_JSON_VERSION);
  if (strcmp (name, "format") == 0 && strcmp (value, STN_JSON_FORMAT) != 0)
    return fail (self, "is no diary exported by Stillnight", error);
  if (strcmp (name, "version") == 0 && strcmp (value, version) != 0)
    return fail (self, "was exported by a newer version of Stillnight", error);
  return TRUE;
}

/* Up to the bracket that opens the rows. Format and version come before them. */
static gboolean
take_head (StnJsonRows *self, GError **error)
{
  g_autoptr (GString) name = g_string_new (NULL);
  g_autoptr (GString) value = g_string_new (NULL);
  guint members = 0;
  int c = take_mark (self);

  /* A byte order mark. */
  if (c == 0xef && take (self) == 0xbb && take (self) == 0xbf)
    c = take_mark (self);
  if (c != '{')
    return fail (self, c == '[' ? "is no diary exported by Stillnight" : "is no JSON", error);
  while (TRUE) {
    if (take_mark (self) != '"')
      return fail (self, "is no diary exported by Stillnight", error);
    g_string_truncate (name, 0);
    if (!take_string (self, name, error))
      return FALSE;
    if (take_mark (self) != ':')
      return fail (self, "is no JSON: a colon is missing", error);
    if (strcmp (name->str, "rows") == 0)
      break;
    if (!take_scalar (self, value, error) || !check_member (self, name->str, value->str, error))
      return FALSE;
    members += strcmp (name->str, "format") == 0 || strcmp (name->str, "version") == 0;
    if (take_mark (self) != ',')
      return fail (self, "is no diary exported by Stillnight", error);
  }
  if (members != 2 || take_mark (self) != '[')
    return fail (self, "is no diary exported by Stillnight", error);
  return TRUE;
}

StnJsonRows *
stn_json_rows_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (StnJsonRows) self = g_new0 (StnJsonRows, 1);
  struct stat about;

  self->path = g_strdup (path);
  self->line = 1;
  self->row = g_string_new (NULL);
  self->file = fopen (path, "re");
  if (self->file == NULL) {
    stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, path, 0, "cannot be read: %s",
                  g_strerror (errno));
    return NULL;
  }
  if (fstat (fileno (self->file), &about) == 0 && about.st_size > STN_JSON_MAX_BYTES) {
    stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, 0,
                  "the file is longer than %d MiB; this is not a diary",
                  STN_JSON_MAX_BYTES / (1024 * 1024));
    return NULL;
  }
  return take_head (self, error) ? g_steal_pointer (&self) : NULL;
}

void
stn_json_rows_free (StnJsonRows *self)
{
  g_clear_pointer (&self->file, fclose);
  g_string_free (self->row, TRUE);
  g_free (self->path);
  g_free (self);
}

/* The object, its opening brace being read. */
static gboolean
take_object (StnJsonRows *self, GError **error)
{
  guint depth = 1;

  g_string_assign (self->row, "{");
  while (depth > 0) {
    int c = take (self);

    if (c == EOF || self->row->len > STN_JSON_ROW_MAX_BYTES)
      return fail (self, "has a row that is too long", error);
    /* White space between the parts of a row says nothing. */
    if (c == '\n' || c == '\r')
      continue;
    g_string_append_c (self->row, (char) c);
    depth += c == '{';
    depth -= c == '}';
    if (c == '"') {
      if (!take_string (self, self->row, error))
        return FALSE;
      g_string_append_c (self->row, '"');
    }
  }
  return TRUE;
}

/* After the rows only the end may come. */
static gboolean
take_tail (StnJsonRows *self, GError **error)
{
  self->at_end = TRUE;
  return (take_mark (self) == '}' && take_mark (self) == EOF && !ferror (self->file)) ||
         fail (self, "goes on after its rows", error);
}

gboolean
stn_json_rows_next (StnJsonRows *self, const char **ret_object, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_object != NULL, FALSE);
  int c;

  *ret_object = NULL;
  if (self->at_end)
    return TRUE;
  c = take_mark (self);
  if (c == ']')
    return take_tail (self, error);
  if (self->has_row) {
    if (c != ',')
      return fail (self, "is no JSON: a comma is missing between two rows", error);
    c = take_mark (self);
  }
  self->row_line = self->line;
  if (c != '{')
    return fail (self, "has something that is no row", error);
  if (!take_object (self, error))
    return FALSE;
  if (!g_utf8_validate (self->row->str, (gssize) self->row->len, NULL))
    return fail (self, "is not UTF-8", error);
  self->has_row = TRUE;
  *ret_object = self->row->str;
  return TRUE;
}

guint
stn_json_rows_get_line (const StnJsonRows *self)
{
  return self->row_line;
}

gboolean
stn_json_rows_is_json (const char *path)
{
  FILE *file = fopen (path, "re");
  int c;

  if (file == NULL)
    return FALSE;
  if ((c = getc (file)) == 0xef && getc (file) == 0xbb &&
      getc (file) == 0xbf) /* a byte order mark */
    c = ' ';
  while (c == ' ' || c == '\t' || c == '\n' || c == '\r')
    c = getc (file);
  fclose (file);
  return c == '{' || c == '[';
}
