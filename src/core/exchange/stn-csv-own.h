/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "exchange/stn-csv-head.h"
#include "exchange/stn-csv-nights.h"

G_BEGIN_DECLS

/**
 * stn_csv_own_rows: what a row is of a file with exactly the columns of stn_csv_export_table(): a cramp or a thing said;
 * %STN_CSV_ROWS_NIGHTS for all other files, whose columns tell what they are one by one.
 */
StnCsvRows stn_csv_own_rows (const StnCsvHead *head);

/**
 * stn_csv_own_read: reads such a file back. All rows of a night stand together. Exporting it again gives the same bytes.
 * @rows: not %STN_CSV_ROWS_NIGHTS.
 *
 * Errors: of %STN_EXCHANGE_ERROR, with file and line. Returns: (transfer full).
 */
StnCsvNights *
stn_csv_own_read (const char *path, const StnCsvHead *head, StnCsvRows rows, GError **error);

/** stn_csv_own_sleep_field: the place of "sleep.quality" among stn_csv_sleep_fields[], or -1. */
int stn_csv_own_sleep_field (const char *name);

/** stn_csv_own_has_note: whether the last column is the notes of the nights, as Stillnight writes them. */
gboolean stn_csv_own_has_note (const char *const *names);

G_END_DECLS
