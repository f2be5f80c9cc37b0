/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-knowledge-reader.h"

G_BEGIN_DECLS

/**
 * What the readers of all files share: strings, entries and arrays that the catalogue owns, and what an entry stands on.
 * Inside the room only.
 */

/** stn_knowledge_keep: the catalogue's copy of @text; NULL stays NULL. */
const char *stn_knowledge_keep (StnKnowledge *self, const char *text);

/** stn_knowledge_new_entry: (transfer none) @size zeroed bytes that live as long as the catalogue. */
gpointer stn_knowledge_new_entry (StnKnowledge *self, gsize size);

/**
 * stn_knowledge_keep_words: the words of @text, parted by @separator, without blanks around them, NULL-terminated.
 * @text: NULL = no words.
 */
const char *const *
stn_knowledge_keep_words (StnKnowledge *self, const char *text, const char *separator);

/** stn_knowledge_keep_list: a NULL-terminated copy of @list, of the type of its elements; NULL when it is empty. */
gpointer stn_knowledge_keep_list (StnKnowledge *self, GPtrArray *list);
const StnSource *const *stn_knowledge_keep_sources (StnKnowledge *self, GPtrArray *sources);

/** stn_knowledge_add_id: reads the attribute "id" of an entry; Errors: not a slug, there twice in @by_id. */
gboolean stn_knowledge_add_id (StnKnowledge *self,
                               StnKnowledgeReader *reader,
                               GHashTable *by_id,
                               gpointer entry,
                               const char **ret_id,
                               GError **error);

/** stn_knowledge_cite: at <cite source="ID"/>; adds to @sources. Errors: unknown, there twice. */
gboolean stn_knowledge_cite (StnKnowledge *self,
                             StnKnowledgeReader *reader,
                             GPtrArray *sources,
                             GError **error);

/** stn_knowledge_set_sentence: at the end of an element with text; Errors: a second one in the entry @id. */
gboolean stn_knowledge_set_sentence (StnKnowledge *self,
                                     StnKnowledgeReader *reader,
                                     const char *id,
                                     const char *element,
                                     const char *text,
                                     const char **sentence,
                                     GError **error);

/** stn_knowledge_read_evidence: the attributes "grade" and "says" of the element that starts; what is absent stays. */
gboolean stn_knowledge_read_evidence (StnKnowledge *self,
                                      StnKnowledgeReader *reader,
                                      StnEvidence *evidence,
                                      GError **error);

/** stn_knowledge_close_evidence: at the end of the entry @id; empties @sources. Errors: no source, no grade. */
gboolean stn_knowledge_close_evidence (StnKnowledge *self,
                                       StnKnowledgeReader *reader,
                                       const char *id,
                                       GPtrArray *sources,
                                       StnEvidence *evidence,
                                       GError **error);

G_END_DECLS
