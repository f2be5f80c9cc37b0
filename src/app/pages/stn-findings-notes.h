/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "analysis/stn-analysis.h"

G_BEGIN_DECLS

#define STN_TYPE_FINDINGS_NOTES (stn_findings_notes_get_type ())
G_DECLARE_FINAL_TYPE (StnFindingsNotes, stn_findings_notes, STN, FINDINGS_NOTES, AdwBin)

/**
 * StnFindingsNotes: what else the nights say, below the findings about factors: a heading, what has to be said with it, and a row
 * for each. Not shown while there are none.
 */
void stn_findings_notes_show_medicines (StnFindingsNotes *self,
                                        const StnAnalysis *analysis,
                                        StnDate today);
void stn_findings_notes_show_reliefs (StnFindingsNotes *self, const StnAnalysis *analysis);

G_END_DECLS
