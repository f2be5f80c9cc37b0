/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "model/stn-flag-note.h"

#include "model/stn-word-list.h"

static const char *const reply_tokens[] = {NULL,     "contacted", "will-contact", "not-applicable",
                                           "booked", "seen"};

DEFINE_WORDS (StnFlagReply, stn_flag_reply, reply_tokens, "reply")

StnFlagNote *
stn_flag_note_new (const char *rule, StnDate day, const char *tier)
{
  g_return_val_if_fail (rule != NULL && tier != NULL && stn_date_is_set (day), NULL);
  StnFlagNote *self = g_new0 (StnFlagNote, 1);

  self->rule = g_strdup (rule);
  self->day = day;
  self->tier = g_strdup (tier);
  return self;
}

StnFlagNote *
stn_flag_note_copy (const StnFlagNote *self)
{
  StnFlagNote *copy = stn_flag_note_new (self->rule, self->day, self->tier);

  stn_identity_copy (&copy->id, &self->id);
  copy->raised = self->raised;
  copy->reply = self->reply;
  copy->answered = self->answered;
  return copy;
}

void
stn_flag_note_free (StnFlagNote *self)
{
  if (self == NULL)
    return;
  stn_identity_clear (&self->id);
  g_free (self->rule);
  g_free (self->tier);
  g_free (self);
}
