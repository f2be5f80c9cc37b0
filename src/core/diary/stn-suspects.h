/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/** As many factors may be suspects at a time: who suspects everything names nothing. */
#define STN_SUSPECTS_MAX 3

/** stn_diary_list_suspects: (transfer full) (element-type StnFactor) by the day they were named, then slug. */
GPtrArray *stn_diary_list_suspects (StnDiary *self, GError **error);

/**
 * stn_diary_add_suspect: names the factor a suspect from today on; one that is keeps its day.
 *
 * Errors: UNKNOWN_FACTOR; BAD_VALUE for a factor that is not compared with cramps; TOO_MANY; of the store.
 */
gboolean stn_diary_add_suspect (StnDiary *self, const char *slug, GError **error);

/** stn_diary_remove_suspect: Errors: UNKNOWN_FACTOR; NOTHING_STORED when it is none; of the store. */
gboolean stn_diary_remove_suspect (StnDiary *self, const char *slug, GError **error);

/**
 * stn_suspect_weight: prior weight of a factor's tests (analysis 5 "Score tests", 1.9): 2 when the direction is expected,
 * else 1; 5 for a suspect named before looking, 2 for one named after.
 *
 * After looking = on the day it was named the diary held 30 or more earlier nights with an outcome: from then on the program
 * compares nights with and without, so whoever names a suspect may have read it there. What nights there are by
 * their date decides, not when they were typed in: a diary that was brought along may have been looked at elsewhere.
 *
 * @dates: of the @n_nights nights with an outcome, ascending.
 */
double stn_suspect_weight (const StnAnalysisFactor *factor, const StnDate *dates, guint n_nights);

G_END_DECLS
