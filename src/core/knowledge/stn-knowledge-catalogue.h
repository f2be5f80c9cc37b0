/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge.h"

G_BEGIN_DECLS

/**
 * The inside of StnKnowledge while it is filled, file by file.
 * @texts: owns every string. @sources, @triggers: (element-type StnSource, StnTrigger), NULL-terminated when complete.
 */
struct _StnKnowledge {
  GStringChunk *texts;
  GPtrArray *sources;
  GPtrArray *triggers;
  GHashTable *source_by_id;
  GHashTable *trigger_by_slug;
};

/** The readers of the files; Errors: BAD_FILE. Sources come first. */
gboolean stn_knowledge_read_sources (StnKnowledge *self, GBytes *xml, GError **error);
gboolean stn_knowledge_read_triggers (StnKnowledge *self, GBytes *xml, GError **error);

G_END_DECLS
