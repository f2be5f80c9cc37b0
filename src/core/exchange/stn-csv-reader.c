/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-reader.h"
#include "exchange/stn-csv-error.h"
#include "exchange/stn-csv-letters.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (64 * 1024)
#define NO_BYTE (-1)
#define DELIMITERS ",;\t|"

struct _StnCsvReader {
  char *path;
  int fd;
  guint8 buffer[BUFFER_BYTES];
  gsize position; /* of the next byte in the buffer */
  gsize filled;
  gboolean at_end;         /* of the file: the buffer holds its last bytes */
  StnCsvEncoding encoding; /* AS_FOUND while all that was read is ASCII */
  guint header_line;       /* which is no comment */
  guint n_comments;
  GBytes *text; /* all of it, where it was read whole; of UTF-16 in UTF-8; else NULL */
  gsize text_read;
  GChecksum *checksum;

  GString *
    record; /* the bytes of a record as they stand in the file, then its cells one after the other */
  GPtrArray *cells;  /* (element-type utf8) into record, the last one NULL */
  guint record_line; /* where it began */
  guint line;        /* at the reading position */
  char delimiter;    /* '\0' until it is said or a record was read */
  int line_end;      /* the first byte behind the first record, or NO_BYTE */
};

static void
take_text (StnCsvReader *self, gsize length)
{
  gsize all;
  const guint8 *bytes = g_bytes_get_data (self->text, &all);
  gsize got = MIN (length, all - self->text_read);

  memcpy (self->buffer + self->filled, bytes + self->text_read, got);
  g_checksum_update (self->checksum, bytes + self->text_read, (gssize) got);
  self->filled += got;
  self->text_read += got;
  self->at_end = got == 0;
}

/* Reads on until the buffer holds something or the file ends. */
static gboolean
fill (StnCsvReader *self, GError **error)
{
  gsize length;
  gssize got;

  memmove (self->buffer, self->buffer + self->position, self->filled - self->position);
  self->filled -= self->position;
  self->position = 0;
  length = sizeof self->buffer - self->filled;
  if (self->text != NULL) {
    take_text (self, length);
    return TRUE;
  }
  do
    got = read (self->fd, self->buffer + self->filled, length);
  while (got < 0 && errno == EINTR);
  if (got < 0)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, self->path, 0, "cannot be read: %s",
                         g_strerror (errno));
  g_checksum_update (self->checksum, self->buffer + self->filled, got);
  self->filled += got;
  self->at_end = got == 0;
  return TRUE;
}

/* The next byte or, at the end of the file, NO_BYTE. */
static gboolean
peek (StnCsvReader *self, int *ret_byte, GError **error)
{
  if (self->position == self->filled && !self->at_end && !fill (self, error))
    return FALSE;
  *ret_byte = self->position < self->filled ? self->buffer[self->position] : NO_BYTE;
  return TRUE;
}

static gboolean
starts_with (const StnCsvReader *self, const char *bytes, gsize n_bytes)
{
  return self->filled >= n_bytes && memcmp (self->buffer, bytes, n_bytes) == 0;
}

/* Spreadsheets write "Unicode text" in UTF-16, which is read whole and turned into UTF-8. */
static gboolean
take_utf16 (StnCsvReader *self, StnCsvEncoding encoding, GError **error)
{
  const char *charset = encoding == STN_CSV_ENCODING_UTF16_LE ? "UTF-16LE" : "UTF-16BE";
  g_autoptr (GBytes) content = self->text != NULL ? g_bytes_ref (self->text) : NULL;
  const char *bytes;
  char *text, *all;
  gsize length, written, mark;

  if (content == NULL) {
    if (!g_file_get_contents (self->path, &all, &length, NULL))
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, self->path, 0, "cannot be read");
    content = g_bytes_new_take (all, length);
  }
  bytes = g_bytes_get_data (content, &length);
  mark = length >= 2 && (memcmp (bytes, "\xff\xfe", 2) == 0 || memcmp (bytes, "\xfe\xff", 2) == 0)
           ? 2
           : 0;
  text = g_convert (bytes + mark, (gssize) (length - mark), "UTF-8", charset, NULL, &written, NULL);
  if (text == NULL)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, 1,
                         "this is UTF-16 text that is damaged; save it as CSV in UTF-8");
  self->encoding = encoding;
  g_clear_pointer (&self->text, g_bytes_unref);
  self->text = g_bytes_new_take (text, written);
  self->text_read = 0;
  self->position = self->filled = 0;
  self->at_end = FALSE;
  return TRUE;
}

/* The encoding that the first bytes show: by a byte order mark, or by zeros where letters of UTF-16 have them. */
static StnCsvEncoding
find_encoding (const StnCsvReader *self)
{
  const guint8 *b = self->buffer;

  if (starts_with (self, "\xef\xbb\xbf", 3))
    return STN_CSV_ENCODING_UTF8;
  if (starts_with (self, "\xff\xfe", 2) ||
      (self->filled >= 4 && b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0))
    return STN_CSV_ENCODING_UTF16_LE;
  if (starts_with (self, "\xfe\xff", 2) ||
      (self->filled >= 4 && b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0))
    return STN_CSV_ENCODING_UTF16_BE;
  return STN_CSV_ENCODING_AS_FOUND;
}

/* No header has bytes that are no letters: a picture, a song, random bytes. A zero is told where it stands. */
static gboolean
check_first_line (const StnCsvReader *self, GError **error)
{
  for (gsize i = self->position; i < self->filled && strchr ("\n\r", self->buffer[i]) == NULL; i++)
    if (self->buffer[i] < 0x20 && self->buffer[i] != '\t')
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, 1,
                           "not a text file (byte 0x%02X): neither a table nor an export",
                           self->buffer[i]);
  return TRUE;
}

/* Says by the first bytes what people take for CSV and is not; passes over a UTF-8 byte order mark. */
static gboolean
check_signature (StnCsvReader *self, GError **error)
{
  static const struct {
    const char *bytes, *what;
  } others[] = {
    {"PK\x03\x04", "a spreadsheet or an archive"},
    {"\xd0\xcf\x11\xe0", "a spreadsheet"},
    {"\x1f\x8b", "an archive"},
    {"%PDF", "a PDF"},
    {"<", "a web page or XML"},
  };

  while (self->filled < 4 && !self->at_end)
    if (!fill (self, error))
      return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (starts_with (self, others[i].bytes, strlen (others[i].bytes)))
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, 1,
                           "this is %s; save it as CSV in UTF-8", others[i].what);
  if (self->encoding == STN_CSV_ENCODING_AS_FOUND)
    self->encoding = find_encoding (self);
  if (self->encoding == STN_CSV_ENCODING_UTF16_LE || self->encoding == STN_CSV_ENCODING_UTF16_BE)
    return take_utf16 (self, self->encoding, error);
  if (self->encoding == STN_CSV_ENCODING_UTF8 && starts_with (self, "\xef\xbb\xbf", 3))
    self->position = 3;
  return check_first_line (self, error);
}

StnCsvReader *
stn_csv_reader_open (const char *path, GError **error)
{
  return stn_csv_reader_open_as (path, &(StnCsvForm){0}, NULL, error);
}

static int
open_file (const char *path, struct stat *ret_about, GError **error)
{
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);

  if (fd < 0 || fstat (fd, ret_about) != 0)
    stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, path, 0, "cannot be opened: %s",
                  g_strerror (errno));
  else if (S_ISDIR (ret_about->st_mode))
    stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, path, 0, "is a folder, not a file");
  else if (S_ISREG (ret_about->st_mode) && ret_about->st_size > STN_CSV_MAX_BYTES)
    stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, 0,
                  "the file is longer than %d MiB; this is not a diary",
                  STN_CSV_MAX_BYTES / (1024 * 1024));
  else
    return fd;
  if (fd >= 0)
    close (fd);
  return -1;
}

gboolean
stn_csv_content_read (const char *path, GBytes **ret_content, GError **error)
{
  g_return_val_if_fail (path != NULL && ret_content != NULL, FALSE);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  struct stat about;
  int fd = open_file (path, &about, error);
  guint8 piece[4096];
  gssize got = 1;

  if (fd < 0)
    return FALSE;
  while (!S_ISREG (about.st_mode) && got != 0) {
    got = read (fd, piece, sizeof piece);
    if (got < 0 && errno == EINTR)
      continue;
    if (got < 0 || all->len > STN_CSV_MAX_PIPE_BYTES)
      break;
    g_byte_array_append (all, piece, (guint) got);
  }
  close (fd);
  if (got < 0)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, path, 0, "cannot be read: %s",
                         g_strerror (errno));
  if (all->len > STN_CSV_MAX_PIPE_BYTES)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, path, 0,
                         "is longer than %d bytes; write it to a file first",
                         STN_CSV_MAX_PIPE_BYTES);
  *ret_content =
    S_ISREG (about.st_mode) ? NULL : g_byte_array_free_to_bytes (g_steal_pointer (&all));
  return TRUE;
}

StnCsvReader *
stn_csv_reader_open_as (const char *path, const StnCsvForm *form, GBytes *content, GError **error)
{
  g_return_val_if_fail (path != NULL && form != NULL, NULL);
  g_autoptr (StnCsvReader) self = g_new0 (StnCsvReader, 1);
  struct stat about;

  self->path = g_strdup (path);
  self->encoding = form->encoding;
  self->delimiter = form->delimiter;
  self->header_line = form->header_line;
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->record = g_string_new (NULL);
  self->cells = g_ptr_array_new ();
  self->line = 1;
  self->line_end = NO_BYTE;
  self->fd = -1;
  if (content != NULL)
    self->text = g_bytes_ref (content);
  else {
    self->fd = open_file (path, &about, error);
    if (self->fd < 0)
      return NULL;
  }
  if (!check_signature (self, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
stn_csv_reader_free (StnCsvReader *self)
{
  if (self == NULL)
    return;
  if (self->fd >= 0)
    close (self->fd);
  g_checksum_free (self->checksum);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_string_free (self->record, TRUE);
  g_ptr_array_unref (self->cells);
  g_free (self->path);
  g_free (self);
}

static gboolean
is_delimiter (const StnCsvReader *self, int byte)
{
  if (self->delimiter != '\0')
    return byte == self->delimiter;
  return byte != '\0' && strchr (DELIMITERS, byte) != NULL;
}

/* Passes over a line end (LF, CRLF or CR) of which @byte was the first. */
static gboolean
end_line (StnCsvReader *self, int byte, GError **error)
{
  int next = NO_BYTE;

  if (byte == '\r' && !peek (self, &next, error))
    return FALSE;
  if (next == '\n')
    self->position++;
  self->line++;
  return TRUE;
}

/* Between quotation marks a CR is a part of the text where lines do not end with it. */
static gboolean
ends_line (const StnCsvReader *self, int byte, gboolean quoted)
{
  return byte == '\n' || (byte == '\r' && !(quoted && self->line_end == '\n'));
}

/* Takes the bytes of one record, without its line end. A line end between quotation marks belongs to the record. */
static gboolean
collect (StnCsvReader *self, GError **error)
{
  gboolean cell_starts = TRUE, quoted = FALSE;
  int byte;

  g_string_truncate (self->record, 0);
  self->record_line = self->line;
  for (;;) {
    if (!peek (self, &byte, error))
      return FALSE;
    if (byte == NO_BYTE)
      break;
    self->position++;
    if (byte == '\0')
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->line,
                           "not a text file (it has a zero byte)");
    if (self->record->len >= STN_CSV_MAX_LINE_BYTES)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->record_line,
                           "the row is longer than %d bytes; this is not a diary",
                           STN_CSV_MAX_LINE_BYTES);
    if (ends_line (self, byte, quoted)) {
      if (!end_line (self, byte, error))
        return FALSE;
      if (!quoted) {
        self->line_end = self->line_end == NO_BYTE ? byte : self->line_end;
        return TRUE;
      }
      byte = '\n';
    }
    g_string_append_c (self->record, (char) byte);
    /* A doubled mark closes and opens again, which is as good as staying open. */
    if (byte == '"' && (cell_starts || quoted)) {
      int next;

      if (!peek (self, &next, error))
        return FALSE;
      if (quoted && next == '"') {
        self->position++;
        g_string_append_c (self->record, '"');
      } else
        quoted = !quoted;
    }
    cell_starts = !quoted && is_delimiter (self, byte);
  }
  if (quoted)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->record_line,
                         "a quotation mark is opened here and never closed");
  return TRUE;
}

static gboolean
is_ascii (const GString *text)
{
  for (gsize i = 0; i < text->len; i++)
    if ((text->str[i] & 0x80) != 0)
      return FALSE;
  return TRUE;
}

static gboolean
fail_letters (const StnCsvReader *self, const char *bad, const char *encoding, GError **error)
{
  guint line = self->record_line;

  for (const char *p = self->record->str; p < bad; p++)
    line += *p == '\n';
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, line,
                       "not %s text (byte 0x%02X); save it as CSV in UTF-8", encoding,
                       (guint8) *bad);
}

/* Makes the record UTF-8. What letters beyond ASCII the file has shows with the first of them. */
static gboolean
decode (StnCsvReader *self, GError **error)
{
  const char *bad;
  g_autoptr (GString) decoded = NULL;

  if (self->encoding != STN_CSV_ENCODING_WINDOWS_1252) {
    if (g_utf8_validate_len (self->record->str, self->record->len, &bad)) {
      if (self->encoding == STN_CSV_ENCODING_AS_FOUND && !is_ascii (self->record))
        self->encoding = STN_CSV_ENCODING_UTF8;
      return TRUE;
    }
    if (self->encoding != STN_CSV_ENCODING_AS_FOUND)
      return fail_letters (self, bad, "UTF-8", error);
  }
  decoded = g_string_sized_new (self->record->len);
  bad = stn_csv_letters_take (self->record->str, self->record->len, decoded);
  if (bad != NULL)
    return fail_letters (self, bad,
                         self->encoding == STN_CSV_ENCODING_WINDOWS_1252 ? "Windows-1252"
                                                                         : "UTF-8 or Windows-1252",
                         error);
  self->encoding = STN_CSV_ENCODING_WINDOWS_1252;
  g_string_assign (self->record, decoded->str);
  return TRUE;
}

/* The delimiter that the header has most of, outside quotation marks. */
static char
find_delimiter (const char *header)
{
  guint counts[sizeof DELIMITERS] = {0};
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *header != '\0'; header++) {
    quoted ^= *header == '"';
    for (guint i = 0; !quoted && DELIMITERS[i] != '\0'; i++)
      counts[i] += *header == DELIMITERS[i];
  }
  for (guint i = 1; DELIMITERS[i] != '\0'; i++)
    if (counts[i] > counts[best])
      best = i;
  return DELIMITERS[best];
}

/* "# made by ..." is a comment; "#,date" is a row of names, the first one of which is "#". */
static gboolean
is_comment (const StnCsvReader *self)
{
  const char *text = self->record->str;

  return text[0] == '#' && text[1] != '\0' && text[1] != '"' && !is_delimiter (self, text[1]) &&
         self->record_line != self->header_line;
}

/* "sep=;", with which a spreadsheet is told; what a person said goes before it. */
static gboolean
take_separator_line (StnCsvReader *self)
{
  const char *text = self->record->str;
  gboolean is_quoted = *text == '"';

  text += is_quoted;
  if (self->record_line != 1 || g_ascii_strncasecmp (text, "sep=", 4) != 0 || text[4] == '\0' ||
      strcmp (text + 5, is_quoted ? "\"" : "") != 0)
    return FALSE;
  if (self->delimiter == '\0')
    self->delimiter = text[4];
  return TRUE;
}

/* Unquotes the cell at *from to *to; *from then stands behind its closing mark, which collect() has seen. */
static gboolean
take_quoted (StnCsvReader *self, const char **from, char **to, GError **error)
{
  const char *p = *from + 1;

  for (; p[0] != '"' || p[1] == '"'; p++) {
    p += p[0] == '"';
    *(*to)++ = *p;
  }
  p++;
  if (*p != '\0' && *p != self->delimiter)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->record_line,
                         "text follows a closing quotation mark");
  *from = p;
  return TRUE;
}

static gboolean
take_plain (StnCsvReader *self, const char **from, char **to, GError **error)
{
  const char *p = *from;

  for (; *p != '\0' && *p != self->delimiter; p++) {
    if (*p == '"')
      return stn_csv_fail (
        error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->record_line,
        "a quotation mark inside a cell; put the whole cell in quotation marks and double it");
    *(*to)++ = *p;
  }
  *from = p;
  return TRUE;
}

/* Cuts the record into cells, in its own place: a cell is never longer than it stands in the file. */
static gboolean
split (StnCsvReader *self, GError **error)
{
  const char *from = self->record->str;
  char *to = self->record->str;
  gboolean is_last;

  g_ptr_array_set_size (self->cells, 0);
  do {
    if (self->cells->len == STN_CSV_MAX_COLUMNS)
      return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, self->record_line,
                           "more than %d cells in a row; this is not a diary", STN_CSV_MAX_COLUMNS);
    g_ptr_array_add (self->cells, to);
    if (!(*from == '"' ? take_quoted (self, &from, &to, error)
                       : take_plain (self, &from, &to, error)))
      return FALSE;
    is_last = *from++ == '\0';
    *to++ = '\0';
  } while (!is_last);
  g_ptr_array_add (self->cells, NULL);
  return TRUE;
}

/* A blank line, a comment, or what says how the others are to be read. */
static gboolean
is_passed_over (StnCsvReader *self)
{
  if (is_comment (self)) {
    self->n_comments++;
    return TRUE;
  }
  return strspn (self->record->str, " ") == self->record->len || take_separator_line (self);
}

gboolean
stn_csv_reader_next (StnCsvReader *self, const char *const **ret_cells, GError **error)
{
  g_return_val_if_fail (self != NULL && ret_cells != NULL, FALSE);

  do {
    int byte;

    if (!peek (self, &byte, error))
      return FALSE;
    if (byte == NO_BYTE) {
      *ret_cells = NULL;
      return TRUE;
    }
    if (!collect (self, error) || !decode (self, error))
      return FALSE;
  } while (is_passed_over (self));
  if (self->delimiter == '\0')
    self->delimiter = find_delimiter (self->record->str);
  if (!split (self, error))
    return FALSE;
  *ret_cells = (const char *const *) self->cells->pdata;
  return TRUE;
}

gboolean
stn_csv_reader_next_header (StnCsvReader *self, const char *const **ret_cells, GError **error)
{
  const char *const *cells;

  if (!stn_csv_reader_next (self, &cells, error))
    return FALSE;
  if (cells == NULL)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, 1, "the file is empty");
  *ret_cells = cells;
  return TRUE;
}

guint
stn_csv_reader_get_line (StnCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->record_line;
}

gboolean
stn_csv_reader_fail (const StnCsvReader *self, GError **error, const char *format, ...)
{
  g_return_val_if_fail (self != NULL && format != NULL, FALSE);
  va_list args;

  va_start (args, format);
  g_autofree char *what = g_strdup_vprintf (format, args);
  va_end (args);
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_VALUE, self->path, self->record_line, "%s", what);
}

char
stn_csv_reader_get_delimiter (StnCsvReader *self)
{
  g_return_val_if_fail (self != NULL, ',');
  return self->delimiter;
}

StnCsvEncoding
stn_csv_reader_get_encoding (StnCsvReader *self)
{
  g_return_val_if_fail (self != NULL, STN_CSV_ENCODING_UTF8);
  return self->encoding == STN_CSV_ENCODING_AS_FOUND ? STN_CSV_ENCODING_UTF8 : self->encoding;
}

guint
stn_csv_reader_get_comments (StnCsvReader *self)
{
  g_return_val_if_fail (self != NULL, 0);
  return self->n_comments;
}

const char *
stn_csv_reader_get_digest (StnCsvReader *self)
{
  g_return_val_if_fail (self != NULL && self->at_end, NULL);
  return g_checksum_get_string (self->checksum);
}
