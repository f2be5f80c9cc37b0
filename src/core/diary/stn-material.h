/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * StnMaterial: a diary made ready for the analysis: owns the columns, and knows what earlier weekly refreshes said. Made on
 * the diary's thread, then used on any, one at a time.
 */
typedef struct _StnMaterial StnMaterial;

/** stn_diary_collect: (transfer full) evening values first (analysis 1.6); NULL on error. */
StnMaterial *stn_diary_collect (StnDiary *self, GError **error);

/**
 * stn_material_new: of nights that need not be in a diary. @nights: (element-type StnNight) ascending.
 * @factors: (element-type StnFactor) all that there are. @medicines: (nullable) (element-type StnMedicine).
 * @kept: (transfer full) of stn_refreshes_new().
 */
StnMaterial *
stn_material_new (GPtrArray *nights, GPtrArray *factors, GPtrArray *medicines, GHashTable *kept);

const StnAnalysisInput *stn_material_get_input (const StnMaterial *self);

/** stn_material_list_factors: (transfer none) (element-type StnFactor) the factor of each column, in the input's order. */
GPtrArray *stn_material_list_factors (const StnMaterial *self);

/**
 * stn_material_analyze: (transfer full) the analysis of tonight with what the weekly refreshes published of each finding.
 * Computes the refreshes that are not known yet, on all processors; those stay known when it is cancelled.
 * @progress_cb: (nullable) called in this thread.
 *
 * Errors: of stn_analysis_run().
 */
StnAnalysis *stn_material_analyze (StnMaterial *self,
                                   GCancellable *cancellable,
                                   StnAnalysisProgressCb progress_cb,
                                   gpointer user_data,
                                   GError **error);

/**
 * stn_diary_keep_refreshes: on the diary's thread: what was computed is kept in the diary for next time, see
 * stn_refresh_table_keep(); also after a cancelled run.
 */
gboolean stn_diary_keep_refreshes (StnDiary *self, const StnMaterial *material, GError **error);

void stn_material_free (StnMaterial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnMaterial, stn_material_free)

G_END_DECLS
