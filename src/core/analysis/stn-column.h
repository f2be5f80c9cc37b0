/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-record.h"

G_BEGIN_DECLS

/**
 * StnColumn: a factor as the tests and fits see it (analysis, section 5 "Factor coding").
 * @values: one per logged night, centred, not recorded = 0 = the mean. Binary: 0/1 less its mean; else winsorised at the
 * 2.5 and 97.5 % quantiles and divided by 2 standard deviations.
 * @unit: contrast behind the odds ratio in the factor's own unit; @unit_known FALSE when no double can hold it.
 */
typedef struct {
  double *values;
  gboolean unit_known;
  double unit;
} StnColumn;

/** stn_column_new: (transfer full) (nullable) NULL when the values are constant once winsorised. */
StnColumn *stn_column_new (StnFactorKind kind, const StnRecord *record, guint n_nights);
void stn_column_free (StnColumn *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnColumn, stn_column_free)

G_END_DECLS
