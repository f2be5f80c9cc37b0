/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-summary.h"
#include "chart/stn-chart.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * StnTrendQuestion: what the charts shall show.
 * @from, @to: nights; @from STN_NO_DATE or before the first night of the diary: from that one on; @to STN_NO_DATE: to
 * last night.
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
 * @charts: (element-type StnChart) the course first.
 * @places, @places_sentence: where the cramps were; NULL unless the measure is cramps.
 */
typedef struct {
  StnDate from, to;
  guint recorded;
  GPtrArray *charts;
  StnPlaces places;
  char *places_sentence;
} StnTrends;

/** Nights with an outcome from which on outcomes are told by factor: before it, chance alone makes such pairs. */
#define STN_TRENDS_NIGHTS_FOR_PAIRS 30

/**
 * stn_trends_make: (transfer full) the charts that answer @question; NULL on error. An empty diary gives charts that say
 * that there is nothing to draw.
 *
 * A medicine's mark tells the rate in up to 182 nights before and after it, not beyond another change of a medicine, once
 * 28 are recorded on each side: the nights that the analysis compares.
 *
 * Errors: of the store.
 */
StnTrends *stn_trends_make (StnDiary *self, const StnTrendQuestion *question, GError **error);
void stn_trends_free (StnTrends *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnTrends, stn_trends_free)

G_END_DECLS
