/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-knowledge-catalogue.h"

#include <string.h>

/* The statements of the two source texts (clinical 1): S1.01 to S1.56, S2.01 to S2.75. */
#define LAST_OF_FIRST_TEXT 56
#define LAST_OF_SECOND_TEXT 75

const char *
stn_knowledge_keep (StnKnowledge *self, const char *text)
{
  return text != NULL ? g_string_chunk_insert_const (self->texts, text) : NULL;
}

gpointer
stn_knowledge_new_entry (StnKnowledge *self, gsize size)
{
  gpointer entry = g_malloc0 (size);

  g_ptr_array_add (self->owned, entry);
  return entry;
}

gpointer
stn_knowledge_keep_list (StnKnowledge *self, GPtrArray *list)
{
  gpointer *copy;

  if (list->len == 0)
    return NULL;
  copy = stn_knowledge_new_entry (self, (list->len + 1) * sizeof *copy);
  memcpy (copy, list->pdata, list->len * sizeof *copy);
  return copy;
}

const StnSource *const *
stn_knowledge_keep_sources (StnKnowledge *self, GPtrArray *sources)
{
  return stn_knowledge_keep_list (self, sources);
}

const char *const *
stn_knowledge_keep_words (StnKnowledge *self, const char *text, const char *separator)
{
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", separator, -1);
  const char **kept = stn_knowledge_new_entry (self, (g_strv_length (words) + 1) * sizeof *kept);

  for (guint i = 0; words[i] != NULL; i++)
    kept[i] = stn_knowledge_keep (self, g_strstrip (words[i]));
  return kept;
}

static gboolean
is_id (const char *text)
{
  return g_ascii_islower (*text) &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789-") == strlen (text);
}

gboolean
stn_knowledge_add_id (StnKnowledge *self,
                      StnKnowledgeReader *reader,
                      GHashTable *by_id,
                      gpointer entry,
                      const char **ret_id,
                      GError **error)
{
  const char *id = stn_knowledge_keep (self, stn_knowledge_reader_get (reader, "id"));

  if (!is_id (id))
    return stn_knowledge_reader_fail (reader, error, "id '%s' is not of a-z, 0-9 and -", id);
  if (!g_hash_table_insert (by_id, (gpointer) id, entry))
    return stn_knowledge_reader_fail (reader, error, "id '%s' is there twice", id);
  *ret_id = id;
  return TRUE;
}

gboolean
stn_knowledge_cite (StnKnowledge *self,
                    StnKnowledgeReader *reader,
                    GPtrArray *sources,
                    GError **error)
{
  const char *id = stn_knowledge_reader_get (reader, "source");
  StnSource *source = g_hash_table_lookup (self->source_by_id, id);

  if (source == NULL)
    return stn_knowledge_reader_fail (reader, error, "no source '%s' in sources.xml", id);
  if (g_ptr_array_find (sources, source, NULL))
    return stn_knowledge_reader_fail (reader, error, "source '%s' is cited twice", id);
  g_ptr_array_add (sources, source);
  return TRUE;
}

gboolean
stn_knowledge_set_sentence (StnKnowledge *self,
                            StnKnowledgeReader *reader,
                            const char *id,
                            const char *element,
                            const char *text,
                            const char **sentence,
                            GError **error)
{
  if (*sentence != NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' has a second <%s>", id, element);
  *sentence = stn_knowledge_keep (self, text);
  return TRUE;
}

static gboolean
is_statement (const char *id)
{
  int last = g_str_has_prefix (id, "S1.")   ? LAST_OF_FIRST_TEXT
             : g_str_has_prefix (id, "S2.") ? LAST_OF_SECOND_TEXT
                                            : 0;

  if (strlen (id) != 5 || !g_ascii_isdigit (id[3]) || !g_ascii_isdigit (id[4]))
    return FALSE;
  return g_ascii_digit_value (id[3]) * 10 + g_ascii_digit_value (id[4]) >= 1 &&
         g_ascii_digit_value (id[3]) * 10 + g_ascii_digit_value (id[4]) <= last;
}

static gboolean
check_statements (StnKnowledgeReader *reader, const char *const *says, GError **error)
{
  for (guint i = 0; says[i] != NULL; i++) {
    if (!is_statement (says[i]))
      return stn_knowledge_reader_fail (
        reader, error, "says='%s' is no statement S1.01 to S1.56 or S2.01 to S2.75", says[i]);
    for (guint j = 0; j < i; j++)
      if (g_str_equal (says[i], says[j]))
        return stn_knowledge_reader_fail (reader, error, "statement '%s' is there twice", says[i]);
  }
  return TRUE;
}

gboolean
stn_knowledge_read_evidence (StnKnowledge *self,
                             StnKnowledgeReader *reader,
                             StnEvidence *evidence,
                             GError **error)
{
  const char *grade = stn_knowledge_reader_get (reader, "grade");
  GError *reason = NULL;

  if (grade != NULL && !stn_grade_parse (grade, &evidence->grade, &reason))
    return stn_knowledge_reader_take (reader, error, reason);
  evidence->says = stn_knowledge_keep_words (self, stn_knowledge_reader_get (reader, "says"), " ");
  return check_statements (reader, evidence->says, error);
}

gboolean
stn_knowledge_close_evidence (StnKnowledge *self,
                              StnKnowledgeReader *reader,
                              const char *id,
                              GPtrArray *sources,
                              StnEvidence *evidence,
                              GError **error)
{
  if (sources->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' cites no source", id);
  evidence->sources = stn_knowledge_keep_sources (self, sources);
  g_ptr_array_set_size (sources, 0);
  return TRUE;
}
