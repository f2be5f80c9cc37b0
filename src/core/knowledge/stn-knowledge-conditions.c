/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-condition.h"
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"

static const StnKnowledgeElement elements[] = {
  {"conditions", "root", "", "", FALSE},
  {"group", "conditions", "id", "", FALSE},
  {"condition", "group", "id grade", "says also is", FALSE},
  {"name", "group condition", "", "", TRUE},
  {"evidence", "condition", "", "", TRUE},
  {"cite", "condition", "source", "", FALSE},
  {NULL, NULL, NULL, NULL, FALSE},
};

/* What is open while the file is read: at most a group and one of its conditions. */
typedef struct {
  StnKnowledge *knowledge;
  GPtrArray *forms; /* conditions that are a form of another, and the id of that, in turn */
  GArray *lines;    /* (element-type int) where each of them stands */
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

/* The other one may come later in the file. */
static void
note_form (Reading *self, StnKnowledgeReader *reader, StnCondition *entry)
{
  const char *is = stn_knowledge_reader_get (reader, "is");
  int line = stn_knowledge_reader_get_line (reader);

  if (is == NULL)
    return;
  g_ptr_array_add (self->forms, entry);
  g_ptr_array_add (self->forms, (gpointer) stn_knowledge_keep (self->knowledge, is));
  g_array_append_val (self->lines, line);
}

static gboolean
join_forms (Reading *self, GError **error)
{
  for (guint i = 0; i < self->lines->len; i++) {
    StnCondition *entry = self->forms->pdata[2 * i];
    const char *id = self->forms->pdata[2 * i + 1];
    int line = g_array_index (self->lines, int, i);

    entry->is = stn_knowledge_get_condition (self->knowledge, id);
    if (entry->is == NULL) {
      g_set_error (error, STN_KNOWLEDGE_ERROR, STN_KNOWLEDGE_ERROR_BAD_FILE,
                   "conditions.xml:%d: there is no condition '%s'", line, id);
      return FALSE;
    }
    for (const StnCondition *other = entry->is; other != NULL; other = other->is)
      if (other == entry) {
        g_set_error (error, STN_KNOWLEDGE_ERROR, STN_KNOWLEDGE_ERROR_BAD_FILE,
                     "conditions.xml:%d: '%s' is a form of itself", line, id);
        return FALSE;
      }
  }
  return TRUE;
}

static gboolean
start_condition (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnCondition *entry = stn_knowledge_new_entry (self->knowledge, sizeof (StnCondition));

  self->condition = entry;
  entry->group = self->group;
  entry->also =
    stn_knowledge_keep_words (self->knowledge, stn_knowledge_reader_get (reader, "also"), ",");
  note_form (self, reader, entry);
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
  g_autoptr (GPtrArray) forms = g_ptr_array_new ();
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (int));
  Reading reading = {.knowledge = self,
                     .forms = forms,
                     .lines = lines,
                     .conditions = conditions,
                     .sources = sources,
                     .group_ids = group_ids};

  if (!stn_knowledge_reader_run (&format, "conditions.xml", xml, &reading, error) ||
      !join_forms (&reading, error))
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

gboolean
stn_condition_is (const StnCondition *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  for (const StnCondition *form = self; form != NULL; form = form->is)
    if (g_str_equal (form->id, id))
      return TRUE;
  return FALSE;
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
