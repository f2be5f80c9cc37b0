/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "exchange/stn-report.h"

G_BEGIN_DECLS

/**
 * stn_report_signs_add: the signs of a report, one by one and by groups: those answered yes, those denied by date; by
 * groups alone what was not asked of what concerns this person.
 * @nights: (element-type StnNight) of the period; cramps of more than ten minutes that stretching did not ease are signs too.
 * @from: first day of the period; @today: up to which answers count.
 *
 * Errors: of the store.
 */
gboolean stn_report_signs_add (StnReport *report,
                               StnDiary *diary,
                               GPtrArray *nights,
                               StnDate from,
                               StnDate today,
                               GError **error);

G_END_DECLS
