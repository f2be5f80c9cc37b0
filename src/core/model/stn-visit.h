/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "model/stn-identity.h"

G_BEGIN_DECLS

/** Most characters of a text of a visit. */
#define STN_VISIT_TEXT_MAX 2000

/**
 * StnVisit: having seen a doctor, nurse or pharmacist.
 * @whom: one line, or NULL. @said, @changed: what was said and what was changed, any lines, or NULL.
 */
typedef struct {
  StnIdentity id;
  StnDate date;
  char *whom;
  char *said;
  char *changed;
} StnVisit;

StnVisit *stn_visit_new (StnDate date);
StnVisit *stn_visit_copy (const StnVisit *self);
void stn_visit_free (StnVisit *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnVisit, stn_visit_free)

/** stn_visit_validate: Errors: BAD_NAME of %STN_MODEL_ERROR. */
gboolean stn_visit_validate (const StnVisit *self, GError **error);

/**
 * StnQuestion: something the person wants to ask at the next visit.
 * @text: one line. @asked: the day on which it was asked; STN_NO_DATE: still to be asked.
 */
typedef struct {
  StnIdentity id;
  char *text;
  StnDate asked;
} StnQuestion;

StnQuestion *stn_question_new (const char *text);
StnQuestion *stn_question_copy (const StnQuestion *self);
void stn_question_free (StnQuestion *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnQuestion, stn_question_free)

/** stn_question_validate: Errors: BAD_NAME of %STN_MODEL_ERROR. */
gboolean stn_question_validate (const StnQuestion *self, GError **error);

G_END_DECLS
