/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "diary/stn-progress.h"
#include "exchange/stn-csv-nights.h"
#include "wording/stn-wording.h"

G_BEGIN_DECLS

typedef enum {
  STN_IMPORT_FILL = 0, /* fills what is unknown; a stored value that differs is kept and counted */
  STN_IMPORT_REPLACE = 1 << 0, /* the file's value wins */
  STN_IMPORT_DRY_RUN = 1 << 1, /* says what would happen, stores nothing */
} StnImportFlags;

/**
 * StnImportReport: what an import did or would do.
 * @nights_new: had nothing stored. @nights_filled: got something more. @nights_same: nothing to do.
 * @values_kept: stored values (or outcomes) that differ from the file's and were kept; 0 with REPLACE.
 * @values_replaced: with REPLACE.
 * @factors: (element-type StnFactor) the factor that each column of the file became, in the file's order.
 * @factors_new: how many of them are the person's own and were not there before.
 * @passed_over: severities and durations beside an empty number of cramps, which belong to no cramp.
 * @group: of the change log, 0 when nothing was changed.
 */
typedef struct {
  guint nights_new;
  guint nights_filled;
  guint nights_same;
  guint values_kept;
  guint values_replaced;
  guint factors_new;
  guint passed_over;
  GPtrArray *factors;
  gint64 group;
} StnImportReport;

void stn_import_report_free (StnImportReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnImportReport, stn_import_report_free)

/** stn_import_form: how the file was read, for stn_wording_import_form(). @day_change_min: that was said when it was read. */
StnImportForm stn_import_form (const StnCsvNights *nights, int day_change_min);

/**
 * stn_diary_import: one write group: all of @nights or nothing. A column becomes a built-in factor only if name, kind and
 * bounds fit all its rows, else an own factor (NAME-2 if the slug is taken). Importing twice changes nothing.
 * @progress: (nullable).
 *
 * Errors: FUTURE naming the file's line; of model and store; of stn_progress_tell(). Returns: (transfer full).
 */
StnImportReport *stn_diary_import (StnDiary *self,
                                   const StnCsvNights *nights,
                                   StnImportFlags flags,
                                   const StnProgress *progress,
                                   GError **error);

/**
 * stn_diary_fill_nights: one write group (label "type-in-nights") that fills what is unknown with what somebody typed in: a stored
 * value that differs is kept and counted, as with stn_diary_import(). Of a night's cramps the first tells severity, length and side of
 * the worst.
 * @nights: (element-type StnNight), one of a key; their values are of factors that the diary or the catalogue knows.
 *
 * Errors: FUTURE, UNKNOWN_FACTOR, BAD_VALUE; of model and store. Returns: (transfer full); @factors is NULL.
 */
StnImportReport *stn_diary_fill_nights (StnDiary *self,
                                        const GPtrArray *nights,
                                        gboolean dry_run,
                                        GError **error);

G_END_DECLS
