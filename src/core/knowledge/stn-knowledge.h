/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"
#include "model/stn-cut.h"
#include "model/stn-factor.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/** Error domain of the room knowledge. */
#define STN_KNOWLEDGE_ERROR (stn_knowledge_error_quark ())
GQuark stn_knowledge_error_quark (void);

typedef enum {
  STN_KNOWLEDGE_ERROR_BAD_FILE, /* the XML does not say what its format demands; names file, line and reason */
} StnKnowledgeError;

/**
 * StnGrade: strength of the evidence, clinical grades A-D; N = studies point to no association; G = advice of health
 * services or how to do a thing, which is no matter of studies (when to see a doctor).
 */
typedef enum {
  STN_GRADE_A = 1,
  STN_GRADE_B,
  STN_GRADE_C,
  STN_GRADE_D,
  STN_GRADE_N,
  STN_GRADE_G,
} StnGrade;

/**
 * Portions in which people count, unless they say otherwise: millilitres of a glass (clinical 3.1: cups of 250 ml), grams
 * of alcohol of a drink (clinical 11.1: 10 g; EU countries count 10 to 12 g).
 */
#define STN_GLASS_ML 250
#define STN_DRINK_G 10

/** StnTriggerRole: what a trigger is good for. */
typedef enum {
  STN_ROLE_TRIGGER, /* compared with the nights, and one of the "known triggers" when written down */
  STN_ROLE_MARKER, /* compared with the nights, but goes along with cramps and is no trigger of them */
  STN_ROLE_CONTEXT, /* never in statistics; for the rules on when to see a doctor */
} StnTriggerRole;

/**
 * StnSource: a publication. @brief: as cited in a line ("Allen and Kirby 2012"). @text: as shown in a list of sources.
 * Neither is translated. @link: DOI or address, or NULL. @read: read at the source; else known from elsewhere, and to
 * be shown as such.
 */
typedef struct {
  const char *id;
  const char *brief;
  const char *text;
  const char *link;
  gboolean read;
} StnSource;

/**
 * StnEvidence: what a text stands on. @says: NULL-terminated ids of the statements of the two source texts that it holds
 * ("S1.12"; clinical 1), may be empty. @grade: strength. @sources: NULL-terminated, at least one.
 */
typedef struct {
  const char *const *says;
  StnGrade grade;
  const StnSource *const *sources;
} StnEvidence;

/**
 * StnTrigger: what a built-in factor means: one of the catalogue's triggers (clinical T01-T30) or a part of one.
 * All strings are static, in English; what is for the screen goes through gettext() (the wording room does).
 * @id: "T01"; shared by the factors of one trigger. @slug: of the factor; a tick of a list is "foods.nuts".
 * @list: slug of the list that a tick belongs to, NULL for others. A list is itself a binary factor.
 * @name: short name on screen. @exposed: the exposed side as a noun ("little to drink"). @nights: the nights that follow
 * it ("after little to drink"). @otherwise: the other side, NULL for ticks. @question: what the evening entry asks, NULL
 * for ticks and derived ones. @unit: token or NULL. @min, @max: bounds of a value.
 * @direction: of the raw value going up. @exposed_when: the cut, never NONE; @exposed_when_male: the same for men (side
 * NONE = no other). @derived: not typed in, computed from other records. @tracked: one of the six on by default.
 * @position: order on screen, from 0. @evidence: one or two sentences on what studies say.
 * @sources: NULL-terminated, at least one.
 */
typedef struct {
  const char *id;
  const char *slug;
  const char *list;
  const char *name;
  const char *exposed;
  const char *nights;
  const char *otherwise;
  const char *question;
  StnFactorKind kind;
  const char *unit;
  StnOptReal min;
  StnOptReal max;
  StnDirection direction;
  StnCut exposed_when;
  StnCut exposed_when_male;
  StnGrade grade;
  StnTriggerRole role;
  gboolean derived;
  gboolean tracked;
  int position;
  const char *evidence;
  const StnSource *const *sources;
} StnTrigger;

/**
 * stn_factor_get_portion: how much of @factor's unit people count as one: ml of a glass, g of a drink; 0 for what is not
 * counted in portions. As the person said, else as above.
 */
double stn_factor_get_portion (const StnFactor *factor);

/**
 * stn_trigger_exposed_direction: how the exposed side is expected to go with cramps: up for little to drink (the raw
 * value is expected down, and exposed means below the cut), down for the bedtime stretch.
 */
StnDirection stn_trigger_exposed_direction (const StnTrigger *self);

/** StnKnowledge: the catalogue, read-only, loaded once from the program's own resource; any thread. */
typedef struct _StnKnowledge StnKnowledge;

/**
 * stn_knowledge_get: (transfer none) the built-in catalogue. It was validated when the program was built; if it has been
 * damaged since, it holds what can still be read, so that a diary can always be opened and written.
 */
const StnKnowledge *stn_knowledge_get (void);

/** stn_knowledge_get_problem: (nullable) what is damaged in the built-in catalogue: "triggers.xml:3: ...". */
const char *stn_knowledge_get_problem (void);

/** stn_knowledge_get_trigger: (nullable) the trigger whose factor slug is @slug. */
const StnTrigger *stn_knowledge_get_trigger (const StnKnowledge *self, const char *slug);

/** stn_knowledge_list_triggers: (transfer none) NULL-terminated, by position. */
const StnTrigger *const *stn_knowledge_list_triggers (const StnKnowledge *self);

/** stn_knowledge_list_sources: (transfer none) NULL-terminated, in the order of the file. */
const StnSource *const *stn_knowledge_list_sources (const StnKnowledge *self);

/** StnKnowledgeRead: (transfer full) the bytes of the file called @name; NULL with @error set. */
typedef GBytes *(*StnKnowledgeRead) (const char *name, gpointer data, GError **error);

/**
 * stn_knowledge_load: reads a catalogue from XML files (data/knowledge/README.md has the format): for the built-in one,
 * the build's check and tests. @read is asked for each file once.
 *
 * Errors: those of @read; BAD_FILE, "triggers.xml:LINE: what is wrong". Returns: (transfer full).
 */
StnKnowledge *stn_knowledge_load (StnKnowledgeRead read, gpointer data, GError **error);

/**
 * stn_knowledge_load_what_is_sound: the same without the files that cannot be read, and without those that refer to them.
 * @problem: what stn_knowledge_load() would have said; unset when all is well. Returns: (transfer full): never NULL.
 */
StnKnowledge *
stn_knowledge_load_what_is_sound (StnKnowledgeRead read, gpointer data, GError **problem);
void stn_knowledge_free (StnKnowledge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnKnowledge, stn_knowledge_free)

/** Tokens: "A" to "D", "N", "G"; "trigger", "marker", "context". */
const char *stn_grade_to_token (StnGrade grade);
const char *stn_trigger_role_to_token (StnTriggerRole role);

/** Readers; Errors: %STN_MODEL_ERROR_UNKNOWN_WORD. */
gboolean stn_grade_parse (const char *token, StnGrade *ret_grade, GError **error);
gboolean stn_trigger_role_parse (const char *token, StnTriggerRole *ret_role, GError **error);

G_END_DECLS
