/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-medicine-class.h"

static const StnKnowledgeElement elements[] = {
  {"medicines", "root", "", "", FALSE},
  {"group", "medicines", "id grade", "says", FALSE},
  {"class", "group", "id grade", "says treatment", FALSE},
  {"name", "group class", "", "", TRUE},
  {"evidence", "group class", "", "", TRUE},
  {"ask", "class", "", "", TRUE},
  {"cite", "group class", "source", "", FALSE},
  {"medicine", "class", "name", "also", FALSE},
  {NULL, NULL, NULL, NULL, FALSE},
};

/* What is open while the file is read: at most a group and one of its classes. */
typedef struct {
  StnKnowledge *knowledge;
  StnMedicineGroup *group;
  StnMedicineClass *medicine_class;
  GPtrArray *group_sources;
  GPtrArray *class_sources;
  GPtrArray *classes;
  GPtrArray *medicines;
  GHashTable *names;
} Reading;

static gboolean
start_group (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnMedicineGroup *group = stn_knowledge_new_entry (self->knowledge, sizeof (StnMedicineGroup));

  self->group = group;
  g_ptr_array_add (self->knowledge->medicine_groups, group);
  g_ptr_array_set_size (self->classes, 0);
  return stn_knowledge_add_id (self->knowledge, reader, self->knowledge->medicine_by_id, NULL,
                               &group->id, error) &&
         stn_knowledge_read_evidence (self->knowledge, reader, &group->on, error);
}

static gboolean
start_class (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnMedicineClass *entry = stn_knowledge_new_entry (self->knowledge, sizeof (StnMedicineClass));

  self->medicine_class = entry;
  entry->group = self->group;
  g_ptr_array_add (self->classes, entry);
  g_ptr_array_add (self->knowledge->medicine_classes, entry);
  g_ptr_array_set_size (self->medicines, 0);
  return stn_knowledge_add_id (self->knowledge, reader, self->knowledge->medicine_by_id, entry,
                               &entry->id, error) &&
         stn_knowledge_reader_get_flag (reader, "treatment", &entry->treatment, error) &&
         stn_knowledge_read_evidence (self->knowledge, reader, &entry->on, error);
}

static gboolean
add_name (Reading *self, StnKnowledgeReader *reader, const char *name, GError **error)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  if (!g_hash_table_add (self->names, g_steal_pointer (&folded)))
    return stn_knowledge_reader_fail (reader, error, "medicine '%s' is there twice", name);
  return TRUE;
}

static gboolean
start_medicine (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnMedicineName *entry = stn_knowledge_new_entry (self->knowledge, sizeof (StnMedicineName));

  entry->medicine_class = self->medicine_class;
  entry->name = stn_knowledge_keep (self->knowledge, stn_knowledge_reader_get (reader, "name"));
  entry->also =
    stn_knowledge_keep_words (self->knowledge, stn_knowledge_reader_get (reader, "also"), ",");
  g_ptr_array_add (self->medicines, entry);
  if (!add_name (self, reader, entry->name, error))
    return FALSE;
  for (guint i = 0; entry->also[i] != NULL; i++)
    if (!add_name (self, reader, entry->also[i], error))
      return FALSE;
  return TRUE;
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "group"))
    return start_group (self, reader, error);
  if (g_str_equal (element, "class"))
    return start_class (self, reader, error);
  if (g_str_equal (element, "medicine"))
    return start_medicine (self, reader, error);
  if (g_str_equal (element, "cite"))
    return stn_knowledge_cite (
      self->knowledge, reader,
      self->medicine_class != NULL ? self->class_sources : self->group_sources, error);
  return TRUE;
}

static gboolean
end_class (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnMedicineClass *entry = g_steal_pointer (&self->medicine_class);

  if (entry->name == NULL || entry->evidence == NULL || entry->ask == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name>, <evidence> and <ask>",
                                      entry->id);
  if (self->medicines->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' has no <medicine>", entry->id);
  entry->medicines = stn_knowledge_keep_list (self->knowledge, self->medicines);
  return stn_knowledge_close_evidence (self->knowledge, reader, entry->id, self->class_sources,
                                       &entry->on, error);
}

static gboolean
end_group (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnMedicineGroup *group = g_steal_pointer (&self->group);

  if (group->name == NULL || group->evidence == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name> and <evidence>", group->id);
  if (self->classes->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' has no <class>", group->id);
  group->classes = stn_knowledge_keep_list (self->knowledge, self->classes);
  return stn_knowledge_close_evidence (self->knowledge, reader, group->id, self->group_sources,
                                       &group->on, error);
}

/* Which sentence an element holds; NULL for elements without one. */
static const char **
find_sentence (Reading *self, const char *element)
{
  StnMedicineClass *entry = self->medicine_class;

  if (g_str_equal (element, "name"))
    return entry != NULL ? &entry->name : &self->group->name;
  if (g_str_equal (element, "evidence"))
    return entry != NULL ? &entry->evidence : &self->group->evidence;
  return g_str_equal (element, "ask") ? &entry->ask : NULL;
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;
  const char **sentence;

  if (g_str_equal (element, "class"))
    return end_class (self, reader, error);
  if (g_str_equal (element, "group"))
    return end_group (self, reader, error);
  sentence = find_sentence (self, element);
  return sentence == NULL ||
         stn_knowledge_set_sentence (self->knowledge, reader,
                                     self->medicine_class != NULL ? self->medicine_class->id
                                                                  : self->group->id,
                                     element, text, sentence, error);
}

gboolean
stn_knowledge_read_medicines (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GPtrArray) group_sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) class_sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) classes = g_ptr_array_new ();
  g_autoptr (GPtrArray) medicines = g_ptr_array_new ();
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Reading reading = {.knowledge = self,
                     .group_sources = group_sources,
                     .class_sources = class_sources,
                     .classes = classes,
                     .medicines = medicines,
                     .names = names};

  if (!stn_knowledge_reader_run (&format, "medicines.xml", xml, &reading, error))
    return FALSE;
  g_ptr_array_add (self->medicine_groups, NULL);
  g_ptr_array_add (self->medicine_classes, NULL);
  return TRUE;
}

const StnMedicineClass *
stn_knowledge_get_medicine_class (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->medicine_by_id, id);
}

const StnMedicineGroup *const *
stn_knowledge_list_medicine_groups (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnMedicineGroup *const *) self->medicine_groups->pdata;
}

const StnMedicineClass *const *
stn_knowledge_list_medicine_classes (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnMedicineClass *const *) self->medicine_classes->pdata;
}

gboolean
stn_medicine_class_is (const StnMedicineClass *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, FALSE);
  return g_str_equal (self->id, id) || g_str_equal (self->group->id, id);
}
