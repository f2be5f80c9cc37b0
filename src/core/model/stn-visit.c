/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-visit.h"

#include "base/stn-text-line.h"
#include "model/stn-model-error.h"

#define WHOM_MAX_CHARACTERS 80
#define QUESTION_MAX_CHARACTERS 200

StnVisit *
stn_visit_new (StnDate date)
{
  g_return_val_if_fail (stn_date_is_set (date), NULL);
  StnVisit *self = g_new0 (StnVisit, 1);

  self->date = date;
  return self;
}

StnVisit *
stn_visit_copy (const StnVisit *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnVisit *copy = stn_visit_new (self->date);

  stn_identity_copy (&copy->id, &self->id);
  copy->whom = g_strdup (self->whom);
  copy->said = g_strdup (self->said);
  copy->changed = g_strdup (self->changed);
  return copy;
}

void
stn_visit_free (StnVisit *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->whom);
  g_free (self->said);
  g_free (self->changed);
  g_free (self);
}

static gboolean
check_line (const char *what, const char *text, glong max_characters, GError **error)
{
  if (text == NULL || stn_text_is_line (text, max_characters))
    return TRUE;
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME,
               "%s has 1 to %ld characters in one line", what, max_characters);
  return FALSE;
}

static gboolean
check_text (const char *what, const char *text, GError **error)
{
  if (text == NULL || (*text != '\0' && g_utf8_validate (text, -1, NULL) &&
                       g_utf8_strlen (text, -1) <= STN_VISIT_TEXT_MAX))
    return TRUE;
  g_set_error (error, STN_MODEL_ERROR, STN_MODEL_ERROR_BAD_NAME, "%s has 1 to %d characters", what,
               STN_VISIT_TEXT_MAX);
  return FALSE;
}

gboolean
stn_visit_validate (const StnVisit *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check_line ("whom you saw", self->whom, WHOM_MAX_CHARACTERS, error) &&
         check_text ("what was said", self->said, error) &&
         check_text ("what was changed", self->changed, error);
}

StnQuestion *
stn_question_new (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  StnQuestion *self = g_new0 (StnQuestion, 1);

  self->text = g_strdup (text);
  return self;
}

StnQuestion *
stn_question_copy (const StnQuestion *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnQuestion *copy = stn_question_new (self->text);

  stn_identity_copy (&copy->id, &self->id);
  copy->asked = self->asked;
  return copy;
}

void
stn_question_free (StnQuestion *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->text);
  g_free (self);
}

gboolean
stn_question_validate (const StnQuestion *self, GError **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return check_line ("a question", self->text, QUESTION_MAX_CHARACTERS, error);
}
