/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-date.h"
#include "base/stn-stamp.h"
#include "model/stn-identity.h"

G_BEGIN_DECLS

/** StnFlagReply: how a person dealt with a flag. */
typedef enum {
  STN_FLAG_REPLY_NONE,
  STN_FLAG_REPLY_CONTACTED,      /* has phoned, has spoken to somebody */
  STN_FLAG_REPLY_WILL_CONTACT,   /* will do so */
  STN_FLAG_REPLY_NOT_APPLICABLE, /* does not apply */
  STN_FLAG_REPLY_BOOKED,         /* a visit is booked; routine */
  STN_FLAG_REPLY_SEEN,           /* somebody has looked at it; routine */
} StnFlagReply;

/** Tokens: NULL, "contacted", "will-contact", "not-applicable", "booked", "seen". */
const char *stn_flag_reply_to_token (StnFlagReply reply);

/** stn_flag_reply_parse: Errors: %STN_MODEL_ERROR_UNKNOWN_WORD, naming those that there are. */
gboolean stn_flag_reply_parse (const char *token, StnFlagReply *ret_reply, GError **error);

/**
 * StnFlagNote: what the diary remembers of one flag: that it was raised, and what the person answered.
 * @rule: id of the knowledge ("F-R1"). @day: the newest night or date that it speaks of; of a pattern, the day on which it
 * was raised or answered.
 * @tier: token of the tier it had ("right-away").
 * @raised: when. @reply, @answered: NONE and unset while it has no answer.
 */
typedef struct {
  StnIdentity id;
  char *rule;
  StnDate day;
  char *tier;
  StnStamp raised;
  StnFlagReply reply;
  StnStamp answered;
} StnFlagNote;

StnFlagNote *stn_flag_note_new (const char *rule, StnDate day, const char *tier);
StnFlagNote *stn_flag_note_copy (const StnFlagNote *self);
void stn_flag_note_free (StnFlagNote *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnFlagNote, stn_flag_note_free)

G_END_DECLS
