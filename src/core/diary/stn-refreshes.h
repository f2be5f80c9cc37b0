/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * StnRefreshes: the weekly refreshes of a diary. There is one at every seventh calendar night counted from the first night
 * with an outcome, up to the last such night: it looks at the diary cut there, with the nights up to that one and the
 * suspects named by then. So they follow from the diary alone, whenever the program was opened.
 *
 * In the last 52 of them every one is looked at, so what is published now, and what changed within a year, is exactly by the week.
 * Of what is older only samples are looked at, three refreshes in a row out of each 12 (beyond 5 x 52 refreshes ago out of
 * 48, beyond 25 x 52 out of 192, ...; groups are counted from the first): then a change is dated by the next sample. So
 * the work does not grow with the square of the diary: 10 years are 121 refreshes instead of 521.
 *
 * What a refresh said is known by a fingerprint of all that it looks at: a change of one night concerns only the refreshes
 * after it, and weeks without an entry none.
 */
typedef struct _StnRefreshes StnRefreshes;

/**
 * stn_refreshes_new: @input: a whole diary; borrowed, it must live as long.
 * @kept: (transfer full) (element-type utf8 utf8) what was said earlier, by fingerprint; damaged texts are passed over.
 */
StnRefreshes *stn_refreshes_new (const StnAnalysisInput *input, GHashTable *kept);
void stn_refreshes_free (StnRefreshes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnRefreshes, stn_refreshes_free)

/** stn_refreshes_count_missing: refreshes that have to be computed. @ret_nights: (nullable) the nights in them, as a measure. */
guint stn_refreshes_count_missing (const StnRefreshes *self, guint64 *ret_nights);

/**
 * stn_refreshes_compute: computes those that are missing, on all processors. What was computed before an error or a
 * cancellation stays computed.
 *
 * Errors: of stn_analysis_run().
 */
gboolean stn_refreshes_compute (StnRefreshes *self,
                                GCancellable *cancellable,
                                StnAnalysisProgressCb progress_cb,
                                gpointer user_data,
                                GError **error);

/** stn_refreshes_publish: gives each finding of @analysis its publication. All must have been computed. */
void stn_refreshes_publish (const StnRefreshes *self, StnAnalysis *analysis);

/** stn_refreshes_list: (element-type StnRefreshRow) what is known, each fingerprint once; texts are borrowed. */
GArray *stn_refreshes_list (const StnRefreshes *self);

/** stn_refreshes_has_new: something was computed since stn_refreshes_new(). */
gboolean stn_refreshes_has_new (const StnRefreshes *self);

G_END_DECLS
