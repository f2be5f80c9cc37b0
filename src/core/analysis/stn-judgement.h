/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-calendar.h"
#include "analysis/stn-watch.h"

G_BEGIN_DECLS

/**
 * stn_judge: selection, estimates, verdicts and tiers of the subjects that can be tested, into their findings.
 * @subjects: (element-type StnSubject) all of them, by name.
 * @only_verdicts: leave out what stn_analysis_run_verdicts() does without.
 *
 * Errors: G_IO_ERROR_CANCELLED.
 */
gboolean stn_judge (GPtrArray *subjects,
                    const StnCalendar *calendar,
                    gboolean only_verdicts,
                    const StnWatch *watch,
                    GError **error);

G_END_DECLS
