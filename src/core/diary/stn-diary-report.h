/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "diary/stn-diary.h"
#include "exchange/stn-bedside-card.h"
#include "exchange/stn-report.h"

G_BEGIN_DECLS

/**
 * StnReportQuestion: what the page shall be about.
 * @from, @to: nights, not before the first one of the diary; @from STN_NO_DATE: since the last visit before @to, else from the first night of the diary; @to
 * STN_NO_DATE: to last night.
 * @nights: also every night of the period, on pages of their own.
 */
typedef struct {
  StnDate from, to;
  gboolean nights;
} StnReportQuestion;

/**
 * stn_diary_make_report: (transfer full) the page for a doctor; NULL on error. What the person said no to is told with its date,
 * what was not asked as not asked; a sign that was ever answered yes and not denied since is told, however old it is.
 * @analysis: (nullable) the whole diary as published (stn_analysis_show_published()), for its clear patterns.
 * @factors: (element-type StnFactor) (nullable) those of @analysis.
 *
 * Errors: of the store.
 */
StnReport *stn_diary_make_report (StnDiary *self,
                                  const StnReportQuestion *question,
                                  const StnAnalysis *analysis,
                                  GPtrArray *factors,
                                  GError **error);

/** stn_diary_make_bedside_card: (transfer full) NULL on error. Errors: of the store. */
StnBedsideCard *stn_diary_make_bedside_card (StnDiary *self, GError **error);

G_END_DECLS
