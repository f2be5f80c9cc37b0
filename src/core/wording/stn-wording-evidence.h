/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/** What studies say of a trigger: the grade in words, the sentence, the sources ("Allen and Kirby 2012 · ..."). Inside
 * the room only. */
const char *stn_wording_grade (StnGrade grade);
char *stn_wording_evidence (const StnTrigger *trigger);
char *stn_wording_sources (const StnSource *const *sources);

G_END_DECLS
