/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "model/stn-episode.h"

G_BEGIN_DECLS

#define STN_TYPE_RELIEF_FORM (stn_relief_form_get_type ())
G_DECLARE_FINAL_TYPE (StnReliefForm, stn_relief_form, STN, RELIEF_FORM, AdwBin)

/**
 * StnReliefForm: what was tried against a cramp, what ended it and whether stretching eased it. "What ended it?" offers
 * what was tried, and "It just stopped". When stretching ended it, stretching eased it, unless that was answered.
 *
 * Signal "changed" (): the person answered or took an answer back.
 */

void stn_relief_form_show (StnReliefForm *self, const StnEpisode *episode);

/** stn_relief_form_answer_eased: as if the person had answered "Did stretching ease it?" here. */
void stn_relief_form_answer_eased (StnReliefForm *self, StnAnswer answer);

/** stn_relief_form_read: puts the three answers into @episode. */
void stn_relief_form_read (StnReliefForm *self, StnEpisode *episode);

G_END_DECLS
