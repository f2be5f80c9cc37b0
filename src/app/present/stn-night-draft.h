/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/** What the drafts of the entry of a night are called. */
#define STN_NIGHT_DRAFT_KIND "night"

/**
 * StnNightDraft: an entry of a night that was begun and not saved. Outcome, cramps, sleep and note; what stn_night_merge()
 * joins.
 * @base: the night as it was when the entry was begun. @mine: as it was described when the draft was kept.
 * @began: when that was, local.
 */
typedef struct {
  StnNight *base;
  StnNight *mine;
  GDateTime *began;
} StnNightDraft;

StnNightDraft *stn_night_draft_new (const StnNight *base, const StnNight *mine, GDateTime *began);
void stn_night_draft_free (StnNightDraft *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnNightDraft, stn_night_draft_free)

/** stn_night_draft_write: (transfer full) the draft as text. */
char *stn_night_draft_write (const StnNightDraft *self);

/**
 * stn_night_draft_read: (transfer full) the draft of night @key from its text. What cannot be a night is left out.
 *
 * Errors: of %G_VARIANT_PARSE_ERROR when @text is no draft.
 */
StnNightDraft *stn_night_draft_read (const char *text, StnDate key, GError **error);

G_END_DECLS
