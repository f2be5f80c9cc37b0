/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** Limits that a diary file keeps easily: longer means that it is no diary. */
#define STN_CSV_MAX_LINE_BYTES (1024 * 1024)
#define STN_CSV_MAX_COLUMNS 1000

/**
 * StnCsvReader: pull parser for CSV after RFC 4180: quotes, CRLF or LF, a UTF-8 byte order mark, comma,
 * semicolon or tab (found from the header line). Reads in pieces: memory is one record, not the file.
 */
typedef struct _StnCsvReader StnCsvReader;

/** stn_csv_reader_open: Errors: READ, FORMAT (not UTF-8 text), naming @path. (transfer full) */
StnCsvReader *stn_csv_reader_open (const char *path, GError **error);
void stn_csv_reader_free (StnCsvReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCsvReader, stn_csv_reader_free)

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

/** stn_csv_reader_get_delimiter: ',', ';' or tab, once the header was read. */
char stn_csv_reader_get_delimiter (StnCsvReader *self);

/** stn_csv_reader_get_digest: SHA-256 of the file's bytes in hex digits, once stn_csv_reader_next() met its end. */
const char *stn_csv_reader_get_digest (StnCsvReader *self);

G_END_DECLS
