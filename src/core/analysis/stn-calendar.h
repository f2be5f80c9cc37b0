/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

/**
 * StnCalendar: the logged nights laid on the calendar from the first to the last of them.
 * @n_nights: logged nights. @n_days: calendar nights, 0 without a logged night.
 * @days: per logged night its place on the calendar, from 0.
 * @outcomes: per logged night 1 = cramps, 0 = none.
 */
typedef struct {
  guint n_nights;
  guint n_days;
  guint n_cramps;
  StnDate first;
  guint *days;
  double *outcomes;
} StnCalendar;

/** stn_calendar_new: (transfer full) of an input that was checked. */
StnCalendar *stn_calendar_new (const StnAnalysisInput *input);
void stn_calendar_free (StnCalendar *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCalendar, stn_calendar_free)

G_END_DECLS
