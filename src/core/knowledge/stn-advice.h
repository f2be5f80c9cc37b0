/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/**
 * StnAbout: what is known of a person as far as it changes advice. Never changed, not owned.
 * @conditions: ids of the conditions that the person has now. @medicine_classes: ids of the classes taken now. Both
 * NULL-terminated; NULL = nothing noted. @pregnant: only YES counts.
 */
typedef struct {
  const char *const *conditions;
  const char *const *medicine_classes;
  StnAnswer pregnant;
} StnAbout;

/**
 * StnGate: for whom an advice is not meant (clinical 3.2, 6.4). It holds for a person of whom any of it is true.
 * @conditions: ids, also of what is one of them (dialysis is kidney disease). @medicines: ids of classes or groups. Both
 * NULL-terminated. @instead: what is said instead, English, through gettext(); NULL = nothing is said.
 */
typedef struct {
  const char *const *conditions;
  const char *const *medicines;
  gboolean pregnant;
  const char *instead;
} StnGate;

/**
 * StnAdvice: something to try against night cramps (self-care) or during one (relief). Strings are English, through
 * gettext() for the screen.
 * @id: of a relief also the word of "--relief". @text: a few short sentences. @factors: NULL-terminated slugs of the factors
 * that record it, may be empty. @tonight: can be tried this evening.
 * @spares_leg: it leaves the leg alone: for a leg too that must not be stretched or rubbed.
 * @sheet, @hint: a line of the sheet for use during a cramp, and what is to be minded; NULL for what is not on it, @hint
 * also elsewhere. @gates: NULL-terminated, in order of weight; NULL when it is for everybody.
 */
typedef struct {
  const char *id;
  const char *name;
  const char *text;
  const char *sheet;
  const char *hint;
  const char *const *factors;
  gboolean tonight;
  gboolean spares_leg;
  StnEvidence on;
  const StnGate *const *gates;
} StnAdvice;

/** Lists: (transfer none) NULL-terminated, in the order of the files. */
const StnAdvice *const *stn_knowledge_list_selfcare (const StnKnowledge *self);
const StnAdvice *const *stn_knowledge_list_reliefs (const StnKnowledge *self);

/** stn_knowledge_get_advice: (nullable) a self-care or a relief by its id; ids are unique among both. */
const StnAdvice *stn_knowledge_get_advice (const StnKnowledge *self, const char *id);

/** stn_advice_find_gate: (nullable) the first gate that holds for the person; @about: NULL = nothing is known. */
const StnGate *
stn_advice_find_gate (const StnAdvice *self, const StnKnowledge *knowledge, const StnAbout *about);

/**
 * stn_advice_get_text: (nullable) what to say to this person: the text, what is said instead, or NULL: nothing.
 * English, through gettext().
 */
const char *
stn_advice_get_text (const StnAdvice *self, const StnKnowledge *knowledge, const StnAbout *about);

G_END_DECLS
