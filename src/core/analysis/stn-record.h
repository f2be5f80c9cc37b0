/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-calendar.h"

G_BEGIN_DECLS

/** What a factor must have before anything is said of it (analysis, section 5 "Minimum data"). */
#define STN_MIN_RECORDED 20
#define STN_MIN_CRAMPS 5
#define STN_MIN_QUIET 5
#define STN_MIN_SIDE 5

/**
 * StnRecord: the values of one factor that count: those entered after the night only when there are fewer than
 * %STN_MIN_RECORDED others, because memory after a bad night invents triggers (analysis, sections 1.6 and 0.7).
 * @values: one per logged night, NaN = none that counts. @sorted: the @n_recorded that count, ascending.
 * @n_late: how many of them were entered after the night.
 */
typedef struct {
  double *values;
  double *sorted;
  guint n_recorded;
  guint n_cramps;
  guint n_late;
} StnRecord;

/** stn_record_new: (transfer full). */
StnRecord *stn_record_new (const StnAnalysisFactor *factor, const StnCalendar *calendar);
void stn_record_free (StnRecord *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnRecord, stn_record_free)

/** stn_record_has_floors: enough nights, cramp nights and quiet nights for an answer. */
gboolean stn_record_has_floors (const StnRecord *self);

/**
 * stn_record_has_contrast: FALSE when all values are equal, or there are two and one of them on fewer than
 * %STN_MIN_SIDE nights.
 */
gboolean stn_record_has_contrast (const StnRecord *self);

/**
 * stn_record_get_nights_needed: logged nights still needed for the floors, if this factor goes on being recorded and
 * cramps go on coming as often as so far; unknown when one of the two never happened, 0 when nothing is missing.
 */
StnOptInt stn_record_get_nights_needed (const StnRecord *self, const StnCalendar *calendar);

G_END_DECLS
