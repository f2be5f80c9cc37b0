/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-form.h"

G_BEGIN_DECLS

/** Limits that a diary file keeps easily: longer means that it is no diary. */
#define STN_CSV_MAX_BYTES (64 * 1024 * 1024)
#define STN_CSV_MAX_LINE_BYTES (1024 * 1024)
#define STN_CSV_MAX_COLUMNS 1000
#define STN_CSV_MAX_PIPE_BYTES (64 * 1024 * 1024)

/**
 * StnCsvReader: pull parser for CSV after RFC 4180: quotes, CRLF or LF, comma, semicolon, tab or pipe (the one that the first
 * record has most of, or what a line "sep=;" before it says). Letters are UTF-8 or UTF-16 by their byte order mark; else UTF-8, and
 * Windows-1252 from the first byte on that is not, if all before it were ASCII. A line end within quotation marks is one LF, unless the
 * file's lines end with LF, where a CR is text. Records that begin with '#' and a letter are
 * comments. Reads in pieces: memory is one record, not the file; only UTF-16 is read whole.
 */
typedef struct _StnCsvReader StnCsvReader;

/** stn_csv_reader_open: Errors: READ, FORMAT (not UTF-8 text), naming @path. (transfer full) */
StnCsvReader *stn_csv_reader_open (const char *path, GError **error);
void stn_csv_reader_free (StnCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCsvReader, stn_csv_reader_free)

/**
 * stn_csv_reader_open_as: the same where somebody said how it is written. @form: its encoding and delimiter hold; a comment in its
 * header_line is none. @content: (nullable) the bytes of the file, where they were read before.
 *
 * Errors: as above; FORMAT also where the letters are not what was said.
 */
StnCsvReader *
stn_csv_reader_open_as (const char *path, const StnCsvForm *form, GBytes *content, GError **error);

/**
 * stn_csv_content_read: (transfer full) (nullable) the bytes of what can be read only once, a pipe; NULL for a file that can be read
 * again.
 *
 * Errors: READ.
 */
gboolean stn_csv_content_read (const char *path, GBytes **ret_content, GError **error);

/** stn_csv_reader_next_header: the first record, as below. Errors: also FORMAT when there is none. */
gboolean
stn_csv_reader_next_header (StnCsvReader *self, const char *const **ret_cells, GError **error);

/**
 * stn_csv_reader_next: the next record; blank lines are passed over.
 * @ret_cells: (transfer none) (array zero-terminated=1), valid until the next call; NULL at the end of the file.
 *
 * Errors: FORMAT with file and line.
 */
gboolean stn_csv_reader_next (StnCsvReader *self, const char *const **ret_cells, GError **error);

/** stn_csv_reader_get_line: where the record last returned began, from 1. */
guint stn_csv_reader_get_line (StnCsvReader *self);

/**
 * stn_csv_reader_fail: sets @error to what is wrong with a cell of the record last returned: VALUE with file and line.
 *
 * Returns: FALSE.
 */
gboolean stn_csv_reader_fail (const StnCsvReader *self, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

/** stn_csv_reader_get_delimiter: ',', ';', '|', tab, or what "sep=" says, once a record was read. */
char stn_csv_reader_get_delimiter (StnCsvReader *self);

/** stn_csv_reader_get_encoding: of what was read so far, never AS_FOUND. */
StnCsvEncoding stn_csv_reader_get_encoding (StnCsvReader *self);

/** stn_csv_reader_get_comments: how many records were passed over as comments so far. */
guint stn_csv_reader_get_comments (StnCsvReader *self);

/** stn_csv_reader_get_digest: SHA-256 of the file's bytes in hex digits, once stn_csv_reader_next() met its end. */
const char *stn_csv_reader_get_digest (StnCsvReader *self);

G_END_DECLS
