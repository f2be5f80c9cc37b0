/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-column.h"

G_BEGIN_DECLS

/**
 * StnSubject: one factor of the input and what is made of it.
 * @factor: borrowed. @column: NULL when it cannot be tested. @finding: verdict by the floors, counts, unit.
 */
typedef struct {
  const StnAnalysisFactor *factor;
  StnRecord *record;
  StnColumn *column;
  StnFinding *finding;
} StnSubject;

/** stn_subject_new: (transfer full). */
StnSubject *stn_subject_new (const StnAnalysisFactor *factor, const StnCalendar *calendar);
void stn_subject_free (StnSubject *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnSubject, stn_subject_free)

/** stn_subject_list: (transfer full) (element-type StnSubject) all factors of @input by name in byte order. */
GPtrArray *stn_subject_list (const StnAnalysisInput *input, const StnCalendar *calendar);

G_END_DECLS
