/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "present/stn-diary-client.h"
#include "present/stn-today-picture.h"

G_BEGIN_DECLS

#define STN_TYPE_TODAY_ANSWER (stn_today_answer_get_type ())
G_DECLARE_FINAL_TYPE (StnTodayAnswer, stn_today_answer, STN, TODAY_ANSWER, AdwBin)

/**
 * StnTodayAnswer: "How was last night?" with its two answers (keys N and C), or the answer that was given. "No cramps"
 * is saved at once; when that fails it says so and offers to try again.
 *
 * Properties: "client".
 *
 * Signal "answered" (): an answer was saved.
 */

void stn_today_answer_show (StnTodayAnswer *self, const StnTodayPicture *picture);

/** stn_today_answer_show_next: what is shown next is what the person comes back to: it takes the focus. */
void stn_today_answer_show_next (StnTodayAnswer *self);

G_END_DECLS
