/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/stn-optional.h"
#include "model/stn-cut.h"
#include "model/stn-words.h"

G_BEGIN_DECLS

/** Error domain of the room knowledge. */
#define STN_KNOWLEDGE_ERROR (stn_knowledge_error_quark ())
GQuark stn_knowledge_error_quark (void);

typedef enum {
  STN_KNOWLEDGE_ERROR_BAD_FILE, /* the XML does not say what its format demands; names file, line and reason */
} StnKnowledgeError;

/** StnGrade: strength of the evidence, clinical grades A-D; N = studies point to no association. */
typedef enum {
  STN_GRADE_A = 1,
  STN_GRADE_B,
  STN_GRADE_C,
  STN_GRADE_D,
  STN_GRADE_N,
} StnGrade;

/**
 * StnSource: a publication. @text as shown in a list of sources (never translated). @link: DOI or address, or NULL.
 */
typedef struct {
  const char *id;
  const char *text;
  const char *link;
} StnSource;

/**
 * StnTrigger: one of the catalogue's triggers (clinical T01-T30), what a factor of the same slug means.
 * All strings are static, in English and to be translated by the wording room where they are for the screen.
 * @id: "T01". @slug: of the factor, or of a part of it for tick lists ("foods.nuts").
 * @name: short name on screen. @exposed: words for the exposed side ("little to drink"). @otherwise: its opposite.
 * @question: what the evening entry asks. @unit: token or NULL. @min, @max: bounds of a value.
 * @direction: of the raw value going up. @exposed_when: the cut; @exposed_when_male: the same for men (side NONE = no other).
 * @derived: not typed in, computed from other records. @tracked: one of the six on by default. @position: order.
 * @evidence: one or two sentences on what studies say. @sources: NULL-terminated.
 */
typedef struct {
  const char *id;
  const char *slug;
  const char *name;
  const char *exposed;
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
  gboolean derived;
  gboolean tracked;
  int position;
  const char *evidence;
  const StnSource *const *sources;
} StnTrigger;

/** StnKnowledge: the catalogue, read-only, loaded once from the program's own resource; any thread. */
typedef struct _StnKnowledge StnKnowledge;

/** stn_knowledge_get: (transfer none) the built-in catalogue. It was validated when the program was built. */
const StnKnowledge *stn_knowledge_get (void);

/** stn_knowledge_get_trigger: (nullable) the trigger whose factor slug is @slug. */
const StnTrigger *stn_knowledge_get_trigger (const StnKnowledge *self, const char *slug);

/** stn_knowledge_list_triggers: NULL-terminated, by position. */
const StnTrigger *const *stn_knowledge_list_triggers (const StnKnowledge *self);

/** stn_knowledge_load_triggers: reads a catalogue from XML text: for the build's check and tests. (transfer full) */
StnKnowledge *stn_knowledge_load (GBytes *triggers_xml, GBytes *sources_xml, GError **error);
void stn_knowledge_free (StnKnowledge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnKnowledge, stn_knowledge_free)

/** stn_grade_to_token: "A" to "D", "N". */
const char *stn_grade_to_token (StnGrade grade);

G_END_DECLS
