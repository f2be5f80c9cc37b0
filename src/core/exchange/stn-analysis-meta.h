/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-cut.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/** Factors a person may name as suspects before looking. */
#define STN_MAX_SUSPECTS 3

/** StnMetaFactor: what is known of a column of a CSV beside its values. */
typedef struct {
  char *name;
  StnFactorKind kind;
  StnDirection expected;
  gboolean suspect;
} StnMetaFactor;

/** StnMetaMedicine: @start, @stop: the day it began or ended, or STN_NO_DATE. */
typedef struct {
  char *name;
  StnDate start;
  StnDate stop;
} StnMetaMedicine;

/**
 * StnAnalysisMeta: the META.json of "analyze --json DIARY.csv --meta META.json".
 * @factors: (element-type StnMetaFactor) each name once. @medicines: (element-type StnMetaMedicine).
 */
typedef struct {
  GPtrArray *factors;
  GPtrArray *medicines;
} StnAnalysisMeta;

/** stn_analysis_meta_read: Errors: READ, FORMAT, VALUE of %STN_EXCHANGE_ERROR. Returns: (transfer full). */
StnAnalysisMeta *stn_analysis_meta_read (const char *path, GError **error);
void stn_analysis_meta_free (StnAnalysisMeta *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnAnalysisMeta, stn_analysis_meta_free)

G_END_DECLS
