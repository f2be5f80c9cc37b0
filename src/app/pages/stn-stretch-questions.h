/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define STN_TYPE_STRETCH_QUESTIONS (stn_stretch_questions_get_type ())
G_DECLARE_FINAL_TYPE (StnStretchQuestions, stn_stretch_questions, STN, STRETCH_QUESTIONS, AdwBin)

/**
 * StnStretchQuestions: what is asked before the first stretch (clinical 6.4): one thing a line, to be ticked, and one button.
 *
 * Signal "answered" (): the person is done; see stn_stretch_questions_list_yes().
 */

/** stn_stretch_questions_show: @questions: (element-type StnStretchQuestion); nothing is ticked. */
void stn_stretch_questions_show (StnStretchQuestions *self, GPtrArray *questions);

/** stn_stretch_questions_list_yes: (transfer full) ids that are ticked, NULL-terminated. */
GStrv stn_stretch_questions_list_yes (StnStretchQuestions *self);

G_END_DECLS
