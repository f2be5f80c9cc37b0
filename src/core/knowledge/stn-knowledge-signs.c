/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-sign.h"

static const StnKnowledgeElement elements[] = {
  {"signs", "root", "", "", FALSE}, {"door", "signs", "id icon", "", FALSE},
  {"name", "door", "", "", TRUE},   {"sign", "door sign", "id", "for", FALSE},
  {"asked", "sign", "", "", TRUE},  {"hint", "sign", "", "", TRUE},
  {NULL, NULL, NULL, NULL, FALSE},
};

static const struct {
  const char *word;
  StnAskedOf asked_of;
} people[] = {
  {"pregnant", STN_ASKED_OF_PREGNANT}, {"quinine", STN_ASKED_OF_QUININE},
  {"statin", STN_ASKED_OF_STATIN},     {"dialysis", STN_ASKED_OF_DIALYSIS},
  {"diabetes", STN_ASKED_OF_DIABETES},
};

/* What is open while the file is read: a door, a sign and one behind it. */
typedef struct {
  StnKnowledge *knowledge;
  StnDoor *door;
  StnSignQuestion *first;
  StnSignQuestion *behind;
  GPtrArray *signs;
  GHashTable *door_ids;
} Reading;

static gboolean
start_door (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  self->door = stn_knowledge_new_entry (self->knowledge, sizeof (StnDoor));
  g_ptr_array_add (self->knowledge->doors, self->door);
  g_ptr_array_set_size (self->signs, 0);
  self->door->icon =
    stn_knowledge_keep (self->knowledge, stn_knowledge_reader_get (reader, "icon"));
  return stn_knowledge_add_id (self->knowledge, reader, self->door_ids, NULL, &self->door->id,
                               error);
}

static gboolean
read_asked_of (StnKnowledgeReader *reader, StnSignQuestion *sign, GError **error)
{
  const char *text = stn_knowledge_reader_get (reader, "for");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **word = words; *word != NULL; word++) {
    guint i = 0;

    while (i < G_N_ELEMENTS (people) && !g_str_equal (people[i].word, *word))
      i++;
    if (i == G_N_ELEMENTS (people))
      return stn_knowledge_reader_fail (
        reader, error, "for='%s' is none of pregnant, quinine, statin, dialysis, diabetes", *word);
    sign->asked_of |= people[i].asked_of;
  }
  return TRUE;
}

static gboolean
start_sign (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnSignQuestion *sign = stn_knowledge_new_entry (self->knowledge, sizeof (StnSignQuestion));

  if (self->behind != NULL)
    return stn_knowledge_reader_fail (reader, error, "a sign behind a sign has none behind itself");
  sign->door = self->door;
  sign->behind = self->first;
  if (self->first == NULL)
    self->first = sign;
  else
    self->behind = sign;
  g_ptr_array_add (self->signs, sign);
  g_ptr_array_add (self->knowledge->signs, sign);
  return stn_knowledge_add_id (self->knowledge, reader, self->knowledge->sign_by_id, sign,
                               &sign->id, error) &&
         read_asked_of (reader, sign, error);
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  if (g_str_equal (element, "door"))
    return start_door (data, reader, error);
  return !g_str_equal (element, "sign") || start_sign (data, reader, error);
}

static gboolean
end_sign (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const StnSignQuestion *sign = self->behind != NULL ? self->behind : self->first;

  if (sign->asked == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' has no <asked>", sign->id);
  if (self->behind != NULL)
    self->behind = NULL;
  else
    self->first = NULL;
  return TRUE;
}

static gboolean
end_door (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  if (self->door->name == NULL || self->signs->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name> and a <sign>",
                                      self->door->id);
  self->door->signs = stn_knowledge_keep_list (self->knowledge, self->signs);
  return TRUE;
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;
  StnSignQuestion *sign = self->behind != NULL ? self->behind : self->first;

  if (g_str_equal (element, "sign"))
    return end_sign (self, reader, error);
  if (g_str_equal (element, "door"))
    return end_door (self, reader, error);
  if (g_str_equal (element, "name"))
    return stn_knowledge_set_sentence (self->knowledge, reader, self->door->id, element, text,
                                       &self->door->name, error);
  if (g_str_equal (element, "signs"))
    return TRUE;
  return stn_knowledge_set_sentence (self->knowledge, reader, sign->id, element, text,
                                     g_str_equal (element, "asked") ? &sign->asked : &sign->hint,
                                     error);
}

gboolean
stn_knowledge_read_signs (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GPtrArray) signs = g_ptr_array_new ();
  g_autoptr (GHashTable) door_ids = g_hash_table_new (g_str_hash, g_str_equal);
  Reading reading = {.knowledge = self, .signs = signs, .door_ids = door_ids};

  if (!stn_knowledge_reader_run (&format, "signs.xml", xml, &reading, error))
    return FALSE;
  g_ptr_array_add (self->doors, NULL);
  g_ptr_array_add (self->signs, NULL);
  return TRUE;
}

const StnSignQuestion *
stn_knowledge_get_sign (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->sign_by_id, id);
}

const StnDoor *const *
stn_knowledge_list_doors (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnDoor *const *) self->doors->pdata;
}

const StnSignQuestion *const *
stn_knowledge_list_signs (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnSignQuestion *const *) self->signs->pdata;
}
