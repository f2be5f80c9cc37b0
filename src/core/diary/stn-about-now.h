/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"
#include "knowledge/stn-advice.h"

G_BEGIN_DECLS

/** StnAboutNow: what is noted of the person today, as far as it changes advice (clinical 3.2). @about: borrows from the rest. */
typedef struct {
  StnAbout about;
  GPtrArray *conditions; /* of StnPersonCondition */
  GPtrArray *medicines;  /* of StnMedicine */
  GPtrArray *condition_ids;
  GPtrArray *class_ids;
} StnAboutNow;

/** stn_diary_read_about: (transfer full) Errors: of the store. */
StnAboutNow *stn_diary_read_about (StnDiary *self, GError **error);
void stn_about_now_free (StnAboutNow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnAboutNow, stn_about_now_free)

/**
 * stn_about_now_find_care: (nullable) what to mind before more or less is made of the factor @slug, where a gate of an advice
 * on it holds for this person ("Ask your team for your own limit"). English, through gettext().
 */
const char *stn_about_now_find_care (const StnAboutNow *self, const char *slug);

G_END_DECLS
