/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-condition.h"
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"

static const StnKnowledgeElement elements[] = {
  {"conditions", "root", "", "", FALSE},
  {"group", "conditions", "id", "", FALSE},
  {"condition", "group", "id grade", "says also", FALSE},
  {"name", "group condition", "", "", TRUE},
  {"evidence", "condition", "", "", TRUE},
  {"cite", "condition", "source", "", FALSE},
  {NULL, NULL, NULL, NULL, FALSE},
};

/* What is open while the file is read: at most a group and one of its conditions. */
typedef struct {
  StnKnowledge *knowledge;
  StnConditionGroup *group;
  StnCondition *condition;
  GPtrArray *conditions;
  GPtrArray *sources;
  GHashTable *group_ids;
} Reading;

static gboolean
start_group (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  self->group = stn_knowledge_new_entry (self->knowledge, sizeof (StnConditionGroup));
  g_ptr_array_add (self->knowledge->condition_groups, self->group);
  g_ptr_array_set_size (self->conditions, 0);
  return stn_knowledge_add_id (self->knowledge, reader, self->group_ids, NULL, &self->group->id,
                               error);
}

static gboolean
start_condition (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnCondition *entry = stn_knowledge_new_entry (self->knowledge, sizeof (StnCondition));

  self->condition = entry;
  entry->group = self->group;
  entry->also =
    stn_knowledge_keep_words (self->knowledge, stn_knowledge_reader_get (reader, "also"), ",");
  g_ptr_array_add (self->conditions, entry);
  g_ptr_array_add (self->knowledge->conditions, entry);
  return stn_knowledge_add_id (self->knowledge, reader, self->knowledge->condition_by_id, entry,
                               &entry->id, error) &&
         stn_knowledge_read_evidence (self->knowledge, reader, &entry->on, error);
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "group"))
    return start_group (self, reader, error);
  if (g_str_equal (element, "condition"))
    return start_condition (self, reader, error);
  return !g_str_equal (element, "cite") ||
         stn_knowledge_cite (self->knowledge, reader, self->sources, error);
}

static gboolean
end_condition (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnCondition *entry = g_steal_pointer (&self->condition);

  if (entry->name == NULL || entry->evidence == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name> and <evidence>", entry->id);
  return stn_knowledge_close_evidence (self->knowledge, reader, entry->id, self->sources,
                                       &entry->on, error);
}

static gboolean
end_group (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnConditionGroup *group = g_steal_pointer (&self->group);

  if (group->name == NULL || self->conditions->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name> and a <condition>",
                                      group->id);
  group->conditions = stn_knowledge_keep_list (self->knowledge, self->conditions);
  return TRUE;
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;
  StnCondition *entry = self->condition;

  if (g_str_equal (element, "condition"))
    return end_condition (self, reader, error);
  if (g_str_equal (element, "group"))
    return end_group (self, reader, error);
  if (g_str_equal (element, "name"))
    return stn_knowledge_set_sentence (self->knowledge, reader,
                                       entry != NULL ? entry->id : self->group->id, element, text,
                                       entry != NULL ? &entry->name : &self->group->name, error);
  return !g_str_equal (element, "evidence") ||
         stn_knowledge_set_sentence (self->knowledge, reader, entry->id, element, text,
                                     &entry->evidence, error);
}

gboolean
stn_knowledge_read_conditions (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GPtrArray) conditions = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GHashTable) group_ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = {
    .knowledge = self, .conditions = conditions, .sources = sources, .group_ids = group_ids};

  if (!stn_knowledge_reader_run (&format, "conditions.xml", xml, &reading, error))
    return FALSE;
  g_ptr_array_add (self->condition_groups, NULL);
  g_ptr_array_add (self->conditions, NULL);
  return TRUE;
}

const StnCondition *
stn_knowledge_get_condition (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->condition_by_id, id);
}

const StnConditionGroup *const *
stn_knowledge_list_condition_groups (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnConditionGroup *const *) self->condition_groups->pdata;
}

const StnCondition *const *
stn_knowledge_list_conditions (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnCondition *const *) self->conditions->pdata;
}
