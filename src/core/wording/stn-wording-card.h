/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "card/stn-known-trigger.h"
#include "wording/stn-wording.h"

G_BEGIN_DECLS

/**
 * StnKnownTriggerText: a known trigger in words.
 * @title: "Little to drink". @entered: what was entered last ("3 glasses (750 ml)"), or NULL. @days: "on 4 of 6 days", or NULL.
 * @grade: "Often named, poorly supported". @evidence: one or two sentences. @sources: "Allen and Kirby 2012 · ...".
 * @ask: what to ask whom, or NULL.
 */
typedef struct {
  char *title;
  char *entered;
  char *days;
  char *grade;
  char *evidence;
  char *sources;
  char *ask;
} StnKnownTriggerText;

StnKnownTriggerText *stn_wording_known_trigger (const StnKnownTrigger *known);
void stn_known_trigger_text_free (StnKnownTriggerText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnKnownTriggerText, stn_known_trigger_text_free)

/** "Most night cramps have no known cause, and for most people they are just a bother." (S1.04, S1.40) */
const char *stn_wording_calm (void);

G_END_DECLS
