/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "card/stn-card.h"
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

/** What is always said beside medicines (clinical 5.3). */
const char *stn_wording_medicine_care (void);

/** "Little to drink: 3 glasses (750 ml)". */
char *stn_wording_known_title (const StnKnownTriggerText *text);

/** StnSayingText: "One thing to try tonight", and what that is. @factor: (nullable) slug of what records it. */
typedef struct {
  StnSayingKind kind;
  const char *factor;
  char *heading;
  char *text;
} StnSayingText;

/**
 * StnCardText: the one card in words; plain text.
 * @title: "Your first week". @lead: the sentence that matters ("6 nights recorded, cramps on 2."), or NULL.
 * @lines: (element-type utf8) further sentences. @known: (element-type StnKnownTriggerText), @care: what is said beside
 * medicines among them, or NULL. @sayings: (element-type StnSayingText). @calm: or NULL.
 * @finding: (nullable) of a clear pattern, which has its words there.
 */
typedef struct {
  char *title;
  char *lead;
  GPtrArray *lines;
  GPtrArray *known;
  const char *care;
  GPtrArray *sayings;
  const char *calm;
  StnFindingText *finding;
} StnCardText;

/**
 * stn_wording_card: (nullable) @card in words; NULL when it has nothing to say. Before 30 recorded nights no sentence of it puts
 * anything beside the cramps, in counts or words (product 3).
 * @factors: (element-type StnFactor) those of the findings. @analysis: (nullable) that the card was decided with.
 */
StnCardText *stn_wording_card (const StnCard *card,
                               GPtrArray *factors,
                               const StnAnalysis *analysis,
                               StnDate today);
void stn_card_text_free (StnCardText *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnCardText, stn_card_text_free)

G_END_DECLS
