/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "chart/stn-chart.h"
#include "model/stn-medicine.h"
#include "model/stn-person-condition.h"
#include "model/stn-visit.h"

G_BEGIN_DECLS

/** Days before and after a mark whose nights are told. */
#define STN_TREND_MARK_DAYS 182

/**
 * StnTrendMarks: what may be marked in a chart; all borrowed.
 * @nights: (element-type StnNight) at least those up to %STN_TREND_MARK_DAYS before and after the axis.
 * @brief: only medicines and visits, and only of medicines what can be told already.
 * @medicines: (element-type StnMedicine). @visits: (element-type StnVisit). @conditions: (element-type StnPersonCondition).
 */
typedef struct {
  GPtrArray *nights;
  GPtrArray *medicines;
  GPtrArray *visits;
  GPtrArray *conditions;
  StnDate today;
  gboolean brief;
} StnTrendMarks;

/**
 * stn_trend_marks_add: the changes of medicines, the visits, and the conditions that began or ended on the axis of @chart,
 * a course, the newest few. Each tells the rate of cramp nights before and after it, not beyond a change of a medicine, once
 * 28 nights are recorded on both sides. They are rows of the table too.
 */
void stn_trend_marks_add (const StnTrendMarks *self, StnChart *chart);

/** stn_trend_marks_count_left_out: how many from @from to @to are too many to be drawn. */
guint stn_trend_marks_count_left_out (const StnTrendMarks *self, StnDate from, StnDate to);

G_END_DECLS
