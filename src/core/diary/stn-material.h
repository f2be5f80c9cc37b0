/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-analysis.h"
#include "diary/stn-diary.h"

G_BEGIN_DECLS

/**
 * StnMaterial: a diary made ready for the analysis: owns the columns; made on the diary's thread, then read on any.
 */
typedef struct _StnMaterial StnMaterial;

/** stn_diary_collect: (transfer full) evening values first (analysis 1.6); NULL on error. */
StnMaterial *stn_diary_collect (StnDiary *self, GError **error);
const StnAnalysisInput *stn_material_get_input (const StnMaterial *self);

/** stn_material_list_factors: (transfer none) (element-type StnFactor) the factor of each column, in the input's order. */
GPtrArray *stn_material_list_factors (const StnMaterial *self);
void stn_material_free (StnMaterial *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnMaterial, stn_material_free)

G_END_DECLS
