/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary-archive.h"
#include "diary/stn-import.h"

G_BEGIN_DECLS

/** StnImportDone: how far an import is; told by the diary's thread, asked in the main one. */
typedef struct _StnImportDone StnImportDone;

StnImportDone *stn_import_done_ref (StnImportDone *self);
void stn_import_done_unref (StnImportDone *self);

/** stn_import_done_get: 0 to 1. */
double stn_import_done_get (StnImportDone *self);

/** StnImportOutcome: what came of an order: @nights and @report of a table, else @joined. */
typedef struct {
  StnCsvNights *nights;
  StnImportReport *report;
  StnJoinReport *joined;
} StnImportOutcome;

void stn_import_outcome_free (StnImportOutcome *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnImportOutcome, stn_import_outcome_free)

/** StnImportOrder: what the diary's thread is to do with a file. */
typedef struct _StnImportOrder StnImportOrder;

/**
 * stn_import_order_new: (transfer full).
 * @mapping: (transfer full) (nullable) NULL: the file is a diary or the export of one, and is joined. @cancellable: ends it before it is
 * done, and nothing of it stays.
 */
StnImportOrder *stn_import_order_new (const char *path,
                                      StnCsvMapping *mapping,
                                      StnImportFlags flags,
                                      GCancellable *cancellable);
void stn_import_order_free (gpointer order);

/** stn_import_order_get_done: (transfer none). */
StnImportDone *stn_import_order_get_done (StnImportOrder *self);

/**
 * stn_import_order_work: a StnDiaryWork. @order: a StnImportOrder. Returns: (transfer full) a StnImportOutcome.
 *
 * Errors: of reading, importing and joining; %G_IO_ERROR_CANCELLED.
 */
gpointer stn_import_order_work (StnDiary *diary, gpointer order, GError **error);

G_END_DECLS
