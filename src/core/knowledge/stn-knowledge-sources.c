/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-knowledge-reader.h"

static const StnKnowledgeElement elements[] = {
  {"sources", "root", "", "", FALSE},
  {"source", "sources", "id read brief text", "link", FALSE},
  {NULL, NULL, NULL, NULL, FALSE},
};

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  StnKnowledge *self = data;
  const char *id = stn_knowledge_reader_get (reader, "id");
  gboolean read;

  if (!g_str_equal (element, "source"))
    return TRUE;
  if (g_hash_table_contains (self->source_by_id, id))
    return stn_knowledge_reader_fail (reader, error, "source '%s' is there twice", id);
  if (!stn_knowledge_reader_get_flag (reader, "read", &read, error))
    return FALSE;

  StnSource *source = stn_knowledge_new_entry (self, sizeof (StnSource));
  source->id = stn_knowledge_keep (self, id);
  source->brief = stn_knowledge_keep (self, stn_knowledge_reader_get (reader, "brief"));
  source->text = stn_knowledge_keep (self, stn_knowledge_reader_get (reader, "text"));
  source->link = stn_knowledge_keep (self, stn_knowledge_reader_get (reader, "link"));
  source->read = read;
  g_ptr_array_add (self->sources, source);
  g_hash_table_insert (self->source_by_id, (gpointer) source->id, source);
  return TRUE;
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  return TRUE;
}

gboolean
stn_knowledge_read_sources (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};

  if (!stn_knowledge_reader_run (&format, "sources.xml", xml, self, error))
    return FALSE;
  g_ptr_array_add (self->sources, NULL);
  return TRUE;
}
