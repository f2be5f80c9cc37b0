/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "store/stn-store.h"

G_BEGIN_DECLS

/**
 * StnSalvageReport: @nights: with anything live in them. @last: the newest of them, STN_NO_DATE when there is none.
 * @pages: that @from should have; @missing: those of them that are missing or empty.
 * @records: rows that were brought over, deleted ones too. @lost: rows that were seen and do not fit any more, and factors of which
 * only values are left; what was not even seen nobody can count.
 */
typedef struct {
  guint nights;
  StnDate last;
  guint records;
  guint lost;
  guint pages;
  guint missing;
} StnSalvageReport;

/**
 * stn_salvage: makes a new diary at @to from all that can be read of the damaged @from: row by row from its tables, and from
 * every page of its log of changes, of which the newest state of each record counts. Where its list of tables is damaged they are
 * looked for where a backup or a new diary has them (stn-schema-graft.h). Values of a factor that is itself lost are kept: it is
 * the one of that slug in @catalogue, else one of the person's own without name and unit. @from and its journal are only read; the
 * work is done on a copy. The new diary keeps the identity of its records, has no log of the past, and passes stn_store_verify().
 *
 * @catalogue: (nullable) (element-type StnFactor) the factors that the program knows.
 *
 * Errors: EXISTS when there is a file at @to; OPEN when @from cannot be read; NOT_A_DIARY when nothing in it is a diary's;
 * FULL, IO. Nothing is left at @to then.
 */
gboolean stn_salvage (const char *from,
                      const char *to,
                      StnClock *clock,
                      GPtrArray *catalogue,
                      StnSalvageReport *ret_report,
                      GError **error);

G_END_DECLS
