/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-exchange-error.h"

G_BEGIN_DECLS

/** Longest file and longest row in bytes; longer means that it is no diary. */
#define STN_JSON_MAX_BYTES (512 * 1024 * 1024)
#define STN_JSON_ROW_MAX_BYTES (1024 * 1024)

/** What a JSON export of a diary says of itself. */
#define STN_JSON_FORMAT "stillnight-diary"
#define STN_JSON_VERSION 1

/**
 * StnJsonRows: pull parser for a diary exported as JSON:
 *
 *   {"format": "stillnight-diary", "version": 1, "rows": [{...}, ...]}
 *
 * with any white space. One row is in memory at a time. What is in a row is not looked at, only where it ends.
 */
typedef struct _StnJsonRows StnJsonRows;

/** stn_json_rows_open: reads up to the first row. Errors: READ, FORMAT, naming file and line. (transfer full) */
StnJsonRows *stn_json_rows_open (const char *path, GError **error);
void stn_json_rows_free (StnJsonRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnJsonRows, stn_json_rows_free)

/**
 * stn_json_rows_next: the next row.
 * @ret_object: (transfer none) its text, valid until the next call; NULL after the last one.
 *
 * Errors: READ, FORMAT with file and line.
 */
gboolean stn_json_rows_next (StnJsonRows *self, const char **ret_object, GError **error);

/** stn_json_rows_get_line: where the row last returned began, from 1. */
guint stn_json_rows_get_line (const StnJsonRows *self);

/** stn_json_rows_is_json: whether the file at @path begins as JSON does, behind a byte order mark as well; FALSE also when it cannot be read. */
gboolean stn_json_rows_is_json (const char *path);

/** Before the first row, between two, and after the last one of an export; each row is a line. */
#define STN_JSON_ROWS_HEAD "{\"format\":\"" STN_JSON_FORMAT "\",\"version\":1,\"rows\":["
#define STN_JSON_ROWS_TAIL "\n]}\n"

G_END_DECLS
