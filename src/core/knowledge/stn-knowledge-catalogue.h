/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/**
 * The inside of StnKnowledge while it is filled, file by file.
 * @texts: owns every string; @owned: every array and entry that is not owned by a list below.
 * Lists are NULL-terminated when complete.
 */
struct _StnKnowledge {
  GStringChunk *texts;
  GPtrArray *owned;
  GPtrArray *sources;           /* (element-type StnSource) */
  GPtrArray *triggers;          /* (element-type StnTrigger) */
  GPtrArray *medicine_groups;   /* (element-type StnMedicineGroup) */
  GPtrArray *medicine_classes;  /* (element-type StnMedicineClass) */
  GPtrArray *condition_groups;  /* (element-type StnConditionGroup) */
  GPtrArray *conditions;        /* (element-type StnCondition) */
  GPtrArray *selfcare;          /* (element-type StnAdvice) */
  GPtrArray *reliefs;           /* (element-type StnAdvice) */
  GPtrArray *stretch_routines;  /* (element-type StnStretchRoutine) */
  GPtrArray *stretch_notes;     /* (element-type StnStretchNote) */
  GPtrArray *stretch_gates;     /* (element-type StnStretchGate) */
  GPtrArray *stretch_exercises; /* (element-type StnStretchExercise) of all routines */
  GPtrArray *guide_pages;       /* (element-type StnGuidePage) */
  GPtrArray *doors;             /* (element-type StnDoor) */
  GPtrArray *signs;             /* (element-type StnSignQuestion) */
  GPtrArray *rules;             /* (element-type StnRule) */
  GHashTable *source_by_id;
  GHashTable *trigger_by_slug;
  GHashTable *medicine_by_id; /* of groups and classes alike */
  GHashTable *condition_by_id;
  GHashTable *advice_by_id; /* of self-care and relief alike */
  GHashTable *guide_page_by_id;
  GHashTable *sign_by_id;
  GHashTable *rule_by_id;
};

/** The readers of the files; Errors: BAD_FILE. Sources come first. */
gboolean stn_knowledge_read_sources (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_triggers (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_medicines (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_conditions (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_selfcare (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_reliefs (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_stretch (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_guide (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_signs (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_rules (StnKnowledge *self, GBytes *xml, GError **error);

G_END_DECLS
