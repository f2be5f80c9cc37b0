/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-reader.h"
#include "exchange/stn-csv-error.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_BYTES (64 * 1024)
#define NO_BYTE (-1)

struct _StnCsvReader {
  char *path;
  int fd;
  guint8 buffer[BUFFER_BYTES];
  gsize position; /* of the next byte in the buffer */
  gsize filled;
  gboolean at_end; /* of the file: the buffer holds its last bytes */
  GBytes *text;    /* of a file in UTF-16: all of it in UTF-8; else NULL */
  gsize text_read;
  GChecksum *checksum;

  GString *
    record; /* the bytes of a record as they stand in the file, then its cells one after the other */
  GPtrArray *cells;  /* (element-type utf8) into record, the last one NULL */
  guint record_line; /* where it began */
  guint line;        /* at the reading position */
  char delimiter;    /* '\0' until the header was read */
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

/* Spreadsheets write "Unicode text" in UTF-16 with a byte order mark, which is read whole and turned into UTF-8. */
static gboolean
take_utf16 (StnCsvReader *self, GError **error)
{
  g_autofree char *bytes = NULL;
  char *text;
  gsize length, written;

  if (!g_file_get_contents (self->path, &bytes, &length, NULL))
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, self->path, 0, "cannot be read");
  text = g_convert (bytes, (gssize) length, "UTF-8", "UTF-16", NULL, &written, NULL);
  if (text == NULL)
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, 1,
                         "this is UTF-16 text that is damaged; save it as CSV in UTF-8");
  self->text = g_bytes_new_take (text, written);
  self->position = self->filled = 0;
  self->at_end = FALSE;
  return TRUE;
}

/* Says by the first bytes what people take for CSV and is not; passes over a UTF-8 byte order mark. */
static gboolean
check_signature (StnCsvReader *self, GError **error)
{
  const guint8 *b = self->buffer;

  while (self->filled < 4 && !self->at_end)
    if (!fill (self, error))
      return FALSE;
  if (starts_with (self, "\xff\xfe", 2) || starts_with (self, "\xfe\xff", 2))
    return take_utf16 (self, error);
  if ((self->filled >= 4 && ((b[0] == 0 && b[1] != 0 && b[2] == 0 && b[3] != 0) ||
                             (b[0] != 0 && b[1] == 0 && b[2] != 0 && b[3] == 0))))
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, 1,
                         "this is UTF-16 text; save it as CSV in UTF-8");
  if (starts_with (self, "PK\x03\x04", 4))
    return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, 1,
                         "this is a spreadsheet or an archive; save it as CSV in UTF-8");
  if (starts_with (self, "\xef\xbb\xbf", 3))
    self->position = 3;
  return TRUE;
}

StnCsvReader *
stn_csv_reader_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  g_autoptr (StnCsvReader) self = g_new0 (StnCsvReader, 1);
  struct stat about;

  self->path = g_strdup (path);
  self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  self->record = g_string_new (NULL);
  self->cells = g_ptr_array_new ();
  self->line = 1;
  self->fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (self->fd < 0 || fstat (self->fd, &about) != 0) {
    stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, path, 0, "cannot be opened: %s",
                  g_strerror (errno));
    return NULL;
  }
  if (S_ISDIR (about.st_mode)) {
    stn_csv_fail (error, STN_EXCHANGE_ERROR_READ, path, 0, "is a folder, not a file");
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
  return byte == ',' || byte == ';' || byte == '\t';
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
    if (byte == '\n' || byte == '\r') {
      if (!end_line (self, byte, error))
        return FALSE;
      if (!quoted)
        return TRUE;
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
check_utf8 (StnCsvReader *self, GError **error)
{
  const char *bad;
  guint line = self->record_line;

  if (g_utf8_validate_len (self->record->str, self->record->len, &bad))
    return TRUE;
  for (const char *p = self->record->str; p < bad; p++)
    line += *p == '\n';
  return stn_csv_fail (error, STN_EXCHANGE_ERROR_FORMAT, self->path, line,
                       "not UTF-8 text (byte 0x%02X); save it as CSV in UTF-8", (guint8) *bad);
}

/* The delimiter that the header has most of, outside quotation marks. */
static char
find_delimiter (const char *header)
{
  static const char known[] = {',', ';', '\t'};
  guint counts[G_N_ELEMENTS (known)] = {0};
  gboolean quoted = FALSE;
  guint best = 0;

  for (; *header != '\0'; header++) {
    quoted ^= *header == '"';
    for (guint i = 0; !quoted && i < G_N_ELEMENTS (known); i++)
      counts[i] += *header == known[i];
  }
  for (guint i = 1; i < G_N_ELEMENTS (known); i++)
    if (counts[i] > counts[best])
      best = i;
  return known[best];
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
    if (!collect (self, error) || !check_utf8 (self, error))
      return FALSE;
  } while (strspn (self->record->str, " ") == self->record->len);
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

char
stn_csv_reader_get_delimiter (StnCsvReader *self)
{
  g_return_val_if_fail (self != NULL, ',');
  return self->delimiter;
}

const char *
stn_csv_reader_get_digest (StnCsvReader *self)
{
  g_return_val_if_fail (self != NULL && self->at_end, NULL);
  return g_checksum_get_string (self->checksum);
}
