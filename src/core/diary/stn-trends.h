/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-summary.h"
#include "chart/stn-chart.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * StnTrendQuestion: what the charts shall show.
 * @from, @to: nights; @from STN_NO_DATE or before the first night of the diary: from that one on; @to STN_NO_DATE or
 * later than last night: to that one.
 * @slug: (nullable) of the factor that @measure is laid over.
 * @compare: also the period of the same length before it.
 * @brief: marks say nothing where it is too early to say anything.
 */
typedef struct {
  StnDate from, to;
  StnMeasure measure;
  char *slug;
  gboolean compare;
  gboolean brief;
} StnTrendQuestion;

void stn_trend_question_free (StnTrendQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnTrendQuestion, stn_trend_question_free)

/**
 * StnTrends: the charts of a diary.
 * @from, @to: nights that they show. @recorded: of them, nights with an outcome.
 * @first, @last: nights that may be asked for: from the first one of the diary to last night; @first STN_NO_DATE: the
 * diary is empty.
 * @charts: (element-type StnChart) the course first.
 */
typedef struct {
  StnDate from, to;
  StnDate first, last;
  guint recorded;
  GPtrArray *charts;
} StnTrends;

/** Nights with an outcome from which on outcomes are told by factor: before it, chance alone makes such pairs. */
#define STN_TRENDS_NIGHTS_FOR_PAIRS 30

/**
 * stn_trends_make: (transfer full) the charts that answer @question; NULL on error. An empty diary gives charts that say
 * that there is nothing to draw.
 *
 * Errors: of the store.
 */
StnTrends *stn_trends_make (StnDiary *self, const StnTrendQuestion *question, GError **error);
void stn_trends_free (StnTrends *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnTrends, stn_trends_free)

G_END_DECLS
