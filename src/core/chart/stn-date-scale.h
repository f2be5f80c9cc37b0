/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"

G_BEGIN_DECLS

typedef enum {
  STN_DATE_UNIT_DAY,
  STN_DATE_UNIT_MONTH,
  STN_DATE_UNIT_YEAR,
} StnDateUnit;

/**
 * StnDateLabel: (transfer full): how a tick is named: "3 Nov", "Nov", "2026"; @named_year: a day or month says its
 * year too, being the first of its year on the axis.
 */
typedef char *(*StnDateLabel) (StnDate date, StnDateUnit unit, gboolean named_year, gpointer data);

/** StnDateStep: @count days (7: Mondays), months or years from one tick to the next. */
typedef struct {
  StnDateUnit unit;
  guint count;
} StnDateStep;

/** stn_date_step_get: the steps an axis may have, the finest first; FALSE past the last. */
gboolean stn_date_step_get (guint i, StnDateStep *ret_step);

/**
 * stn_date_step_first: the first tick on or after @from: any day, Mondays, the first of a month, months that the count
 * divides, years that it divides.
 */
StnDate stn_date_step_first (StnDateStep self, StnDate from);

/** stn_date_step_next: the tick after @tick; STN_NO_DATE past the last year. */
StnDate stn_date_step_next (StnDateStep self, StnDate tick);

G_END_DECLS
