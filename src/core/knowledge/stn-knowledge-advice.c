/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-advice.h"
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"

/* selfcare.xml and reliefs.xml: the same but for the outermost element. */
static const StnKnowledgeElement elements[] = {
  {"selfcare", "root", "", "", FALSE},
  {"reliefs", "root", "", "", FALSE},
  {"advice", "selfcare reliefs", "id grade", "says factor tonight spares-leg", FALSE},
  {"name", "advice", "", "", TRUE},
  {"sheet", "advice", "", "", TRUE},
  {"hint", "advice", "", "", TRUE},
  {"text", "advice", "", "", TRUE},
  {"cite", "advice", "source", "", FALSE},
  {"gate", "advice", "", "condition medicine pregnant", FALSE},
  {"instead", "gate", "", "", TRUE},
  {NULL, NULL, NULL, NULL, FALSE},
};

/* What is open while the file is read: at most an advice and one of its gates. */
typedef struct {
  StnKnowledge *knowledge;
  GPtrArray *list;
  StnAdvice *advice;
  StnGate *gate;
  GPtrArray *sources;
  GPtrArray *gates;
} Reading;

/* The words of an attribute, each of which must be in @known. */
static gboolean
read_ids (Reading *self,
          StnKnowledgeReader *reader,
          const char *attribute,
          GHashTable *known,
          const char *const **ret_ids,
          GError **error)
{
  const char *text = stn_knowledge_reader_get (reader, attribute);
  const char *const *ids = stn_knowledge_keep_words (self->knowledge, text, " ");

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (known, ids[i]))
      return stn_knowledge_reader_fail (reader, error, "there is no %s '%s'", attribute, ids[i]);
  *ret_ids = ids;
  return TRUE;
}

static gboolean
start_advice (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnKnowledge *knowledge = self->knowledge;
  StnAdvice *entry = stn_knowledge_new_entry (knowledge, sizeof (StnAdvice));

  self->advice = entry;
  g_ptr_array_add (self->list, entry);
  g_ptr_array_set_size (self->gates, 0);
  return stn_knowledge_add_id (knowledge, reader, knowledge->advice_by_id, entry, &entry->id,
                               error) &&
         read_ids (self, reader, "factor", knowledge->trigger_by_slug, &entry->factors, error) &&
         stn_knowledge_reader_get_flag (reader, "tonight", &entry->tonight, error) &&
         stn_knowledge_reader_get_flag (reader, "spares-leg", &entry->spares_leg, error) &&
         stn_knowledge_read_evidence (knowledge, reader, &entry->on, error);
}

static gboolean
start_gate (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnKnowledge *knowledge = self->knowledge;
  StnGate *gate = stn_knowledge_new_entry (knowledge, sizeof (StnGate));

  self->gate = gate;
  g_ptr_array_add (self->gates, gate);
  if (!read_ids (self, reader, "condition", knowledge->condition_by_id, &gate->conditions, error) ||
      !read_ids (self, reader, "medicine", knowledge->medicine_by_id, &gate->medicines, error) ||
      !stn_knowledge_reader_get_flag (reader, "pregnant", &gate->pregnant, error))
    return FALSE;
  if (gate->conditions[0] == NULL && gate->medicines[0] == NULL && !gate->pregnant)
    return stn_knowledge_reader_fail (reader, error, "a <gate> that never holds");
  return TRUE;
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "advice"))
    return start_advice (self, reader, error);
  if (g_str_equal (element, "gate"))
    return start_gate (self, reader, error);
  return !g_str_equal (element, "cite") ||
         stn_knowledge_cite (self->knowledge, reader, self->sources, error);
}

static gboolean
end_advice (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnAdvice *entry = g_steal_pointer (&self->advice);

  if (entry->name == NULL || entry->text == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name> and <text>", entry->id);
  if (entry->hint != NULL && entry->sheet == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' has a <hint> without a <sheet>",
                                      entry->id);
  entry->gates = stn_knowledge_keep_list (self->knowledge, self->gates);
  return stn_knowledge_close_evidence (self->knowledge, reader, entry->id, self->sources,
                                       &entry->on, error);
}

/* Which sentence an element holds; NULL for elements without one. */
static const char **
find_sentence (Reading *self, const char *element)
{
  if (g_str_equal (element, "name"))
    return &self->advice->name;
  if (g_str_equal (element, "sheet"))
    return &self->advice->sheet;
  if (g_str_equal (element, "hint"))
    return &self->advice->hint;
  if (g_str_equal (element, "text"))
    return &self->advice->text;
  return g_str_equal (element, "instead") ? &self->gate->instead : NULL;
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;
  const char **sentence;

  if (g_str_equal (element, "advice"))
    return end_advice (self, reader, error);
  sentence = self->advice != NULL ? find_sentence (self, element) : NULL;
  return sentence == NULL || stn_knowledge_set_sentence (self->knowledge, reader, self->advice->id,
                                                         element, text, sentence, error);
}

static gboolean
read_list (StnKnowledge *self, const char *file, GBytes *xml, GPtrArray *list, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) gates = g_ptr_array_new ();
  Reading reading = {.knowledge = self, .list = list, .sources = sources, .gates = gates};

  if (!stn_knowledge_reader_run (&format, file, xml, &reading, error))
    return FALSE;
  g_ptr_array_add (list, NULL);
  return TRUE;
}

gboolean
stn_knowledge_read_selfcare (StnKnowledge *self, GBytes *xml, GError **error)
{
  return read_list (self, "selfcare.xml", xml, self->selfcare, error);
}

gboolean
stn_knowledge_read_reliefs (StnKnowledge *self, GBytes *xml, GError **error)
{
  return read_list (self, "reliefs.xml", xml, self->reliefs, error);
}

const StnAdvice *const *
stn_knowledge_list_selfcare (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnAdvice *const *) self->selfcare->pdata;
}

const StnAdvice *const *
stn_knowledge_list_reliefs (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnAdvice *const *) self->reliefs->pdata;
}

const StnAdvice *
stn_knowledge_get_advice (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->advice_by_id, id);
}
