/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "analysis/stn-publication.h"

G_BEGIN_DECLS

/**
 * StnOpinions: what the analysis said at one weekly refresh, and the text in which the diary keeps it: a line a factor with
 * verdict, tier, chance and what it is entangled with, "fluids trigger likely 0.03125" or "heat unclear possible 0.05 sweating",
 * in the order of the findings. A factor without a line had
 * not enough data.
 */
typedef struct _StnOpinions StnOpinions;

StnOpinions *stn_opinions_of (const StnAnalysis *analysis);

/** stn_opinions_parse: (nullable) (transfer full) NULL when the text is not one of ours. */
StnOpinions *stn_opinions_parse (const char *text);
void stn_opinions_free (StnOpinions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnOpinions, stn_opinions_free)

const char *stn_opinions_get_text (const StnOpinions *self);

/** stn_opinions_get: of the factor @name; names in it are borrowed. */
StnOpinion stn_opinions_get (const StnOpinions *self, const char *name);

G_END_DECLS
