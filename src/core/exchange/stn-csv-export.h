/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What a row is. */
typedef enum {
  STN_CSV_ROWS_NIGHTS,   /* "nights" */
  STN_CSV_ROWS_EPISODES, /* "episodes": a cramp */
  STN_CSV_ROWS_LONG,     /* "long": the three columns night, item, value */
} StnCsvRows;

/** What is in it, as flags. */
typedef enum {
  STN_CSV_PARTS_NONE = 0,
  STN_CSV_PARTS_CRAMPS = 1 << 0,  /* "cramps" */
  STN_CSV_PARTS_FACTORS = 1 << 1, /* "factors" */
  STN_CSV_PARTS_SLEEP = 1 << 2,   /* "sleep" */
  STN_CSV_PARTS_NOTES = 1 << 3,   /* "notes" */
} StnCsvParts;
#define STN_CSV_PARTS_ALL                                                                          \
  (STN_CSV_PARTS_CRAMPS | STN_CSV_PARTS_FACTORS | STN_CSV_PARTS_SLEEP | STN_CSV_PARTS_NOTES)

/** Tokens as above, parts with commas between them; FALSE for others, and then nothing is written. */
gboolean stn_csv_rows_parse (const char *token, StnCsvRows *ret_rows);
gboolean stn_csv_parts_parse (const char *tokens, StnCsvParts *ret_parts);

/** stn_csv_parts_of: the parts that a table of @rows can have. */
StnCsvParts stn_csv_parts_of (StnCsvRows rows);

/** stn_csv_parts_default: those that it has when nobody says: of nights what comes back when it is imported, else all. */
StnCsvParts stn_csv_parts_default (StnCsvRows rows);

/**
 * stn_csv_export_table: the same bytes in every locale; nights without anything in @parts have no row.
 *
 * A night: as stn_csv_export_nights(), with sleep a column "sleep.into_bed" and so on for each thing that is known of any night, with
 * notes a column "note". A cramp: night, then what is known of it, with the names of "list --json"; what was tried with spaces between,
 * "none" for nothing. In long form: cramps, severity and duration_s of the worst; factors by slug; "sleep.quality" and so on; note.
 * @nights: (element-type StnNight) by key. @parts: some of stn_csv_parts_of().
 *
 * Returns: (transfer full) UTF-8, lines end with LF.
 */
char *stn_csv_export_table (const GPtrArray *nights, StnCsvRows rows, StnCsvParts parts);

/**
 * stn_csv_export_nights: CSV that stn_csv_nights_read() reads back without a mapping, the same bytes in every locale:
 * one row a night with an outcome or a factor value, the columns date, cramps, severity (the night's worst), duration_s
 * (of the worst, when any is known) and each factor by slug, followed by "SLUG:entered" when any of it is known.
 * Sleep, notes and further details of episodes are not in it: see stn_csv_export_table().
 * @nights: (element-type StnNight) by key.
 *
 * Returns: (transfer full) UTF-8, lines end with LF.
 */
char *stn_csv_export_nights (const GPtrArray *nights);

/**
 * stn_csv_export_save: makes @text the content of the file @path (0600) by a temporary file beside it: there is the whole
 * text or what was there before.
 *
 * Errors: WRITE.
 */
gboolean stn_csv_export_save (const char *text, const char *path, GError **error);

G_END_DECLS
