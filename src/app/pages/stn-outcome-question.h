/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"

G_BEGIN_DECLS

#define STN_TYPE_OUTCOME_QUESTION (stn_outcome_question_get_type ())
G_DECLARE_FINAL_TYPE (StnOutcomeQuestion, stn_outcome_question, STN, OUTCOME_QUESTION, AdwBin)

/** StnOutcomeQuestion: a night joined from two computers has cramps and the answer "no cramps": which is right? */

/** stn_outcome_question_show: is visible only while @night needs the question. */
void
stn_outcome_question_show (StnOutcomeQuestion *self, StnDiaryClient *client, const StnNight *night);

G_END_DECLS
