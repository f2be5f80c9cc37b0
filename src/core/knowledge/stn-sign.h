/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/** Whom a question is for; any of them. 0 = everybody. */
typedef enum {
  STN_ASKED_OF_PREGNANT = 1 << 0,
  STN_ASKED_OF_QUININE = 1 << 1,
  STN_ASKED_OF_STATIN = 1 << 2,
  STN_ASKED_OF_DIALYSIS = 1 << 3,
  STN_ASKED_OF_DIABETES = 1 << 4,
} StnAskedOf;

typedef struct _StnDoor StnDoor;

/**
 * StnSignQuestion: a sign that is asked about with yes and no (clinical 5.2). Strings are English, through gettext() for
 * the screen.
 * @id: what the diary stores. @asked: the row. @hint: what counts, or NULL. @asked_of: see StnAskedOf.
 * @behind: the sign whose yes unfolds this one, or NULL. @door: never NULL.
 */
typedef struct _StnSignQuestion StnSignQuestion;
struct _StnSignQuestion {
  const char *id;
  const char *asked;
  const char *hint;
  StnAskedOf asked_of;
  const StnSignQuestion *behind;
  const StnDoor *door;
};

/** StnDoor: a group of signs, one of eight on screen. @icon: name of a symbolic icon. @signs: NULL-terminated, in order; follow-ups after their sign. */
struct _StnDoor {
  const char *id;
  const char *name;
  const char *icon;
  const StnSignQuestion *const *signs;
};

/** stn_knowledge_get_sign: (nullable) the sign called @id. */
const StnSignQuestion *stn_knowledge_get_sign (const StnKnowledge *self, const char *id);

/** stn_knowledge_list_doors: (transfer none) NULL-terminated, in the order of the file. */
const StnDoor *const *stn_knowledge_list_doors (const StnKnowledge *self);

/** stn_knowledge_list_signs: (transfer none) NULL-terminated, all signs in the order of the file. */
const StnSignQuestion *const *stn_knowledge_list_signs (const StnKnowledge *self);

G_END_DECLS
