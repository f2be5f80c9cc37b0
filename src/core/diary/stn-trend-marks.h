/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart.h"
#include "model/stn-medicine.h"
#include "model/stn-visit.h"

G_BEGIN_DECLS

/**
 * stn_trend_marks_add: changes of medicines and visits that lie on the axis of @chart, a course, the newest few.
 * @nights: (element-type StnNight) all of the diary. @medicines: (element-type StnMedicine). @visits: (element-type StnVisit).
 * @brief: nothing is said where it is too early to compare.
 */
void stn_trend_marks_add (
  StnChart *chart, GPtrArray *nights, GPtrArray *medicines, GPtrArray *visits, gboolean brief);

G_END_DECLS
