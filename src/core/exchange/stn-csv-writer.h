/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnCsvWriter: writes CSV cell by cell (RFC 4180 with LF), the same bytes in every locale. A plain value: initialise
 * with { out }, nothing to free.
 * @out: borrowed; the text is appended to it.
 */
typedef struct {
  GString *out;
  guint n_cells; /* of the row that is being written */
} StnCsvWriter;

/**
 * stn_csv_writer_add_text: quoted where it must be. Text that a spreadsheet would run as a formula (it begins with
 * TAB or CR, or behind white space with = + - @ in their narrow or wide form) gets an apostrophe before it (OWASP ASVS 1.2.10), which the readers take off a column's name.
 */
void stn_csv_writer_add_text (StnCsvWriter *self, const char *text);

/** stn_csv_writer_add_real: the shortest text that reads back as the same number. */
void stn_csv_writer_add_real (StnCsvWriter *self, double value);

/** stn_csv_writer_add_empty: not recorded. */
void stn_csv_writer_add_empty (StnCsvWriter *self);

void stn_csv_writer_end_row (StnCsvWriter *self);

/** stn_csv_is_formula: whether a spreadsheet may run @text, once any apostrophes before it are taken off. */
gboolean stn_csv_is_formula (const char *text);

G_END_DECLS
