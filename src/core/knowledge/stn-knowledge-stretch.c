/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-stretch-routine.h"

#include <string.h>

/* A sentence that is read while stretching must be short. */
#define MAX_WORDS 20

/* The trial's routine lies within 3 minutes (clinical 6.1). */
#define MAX_ROUTINE_S 180

static const StnKnowledgeElement elements[] = {
  {"stretch", "root", "", "", FALSE},
  {"routine", "stretch", "id grade", "says seated", FALSE},
  {"exercise", "routine", "id prepare-s hold-s repetitions", "", FALSE},
  {"note", "stretch", "id grade", "says", FALSE},
  {"name", "routine exercise", "", "", TRUE},
  {"text", "routine note", "", "", TRUE},
  {"prepare", "exercise", "", "", TRUE},
  {"left", "exercise", "", "", TRUE},
  {"right", "exercise", "", "", TRUE},
  {"hold", "exercise", "", "", TRUE},
  {"cite", "routine note", "source", "", FALSE},
  {NULL, NULL, NULL, NULL, FALSE},
};

/* What is open while the file is read: a routine and one of its exercises, or a note. */
typedef struct {
  StnKnowledge *knowledge;
  GHashTable *ids;
  StnStretchRoutine *routine;
  StnStretchExercise *exercise;
  StnStretchNote *note;
  GPtrArray *exercises;
  GPtrArray *sources;
} Reading;

static gboolean
start_routine (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchRoutine *entry = stn_knowledge_new_entry (self->knowledge, sizeof (StnStretchRoutine));

  self->routine = entry;
  g_ptr_array_add (self->knowledge->stretch_routines, entry);
  g_ptr_array_set_size (self->exercises, 0);
  return stn_knowledge_add_id (self->knowledge, reader, self->ids, NULL, &entry->id, error) &&
         stn_knowledge_reader_get_flag (reader, "seated", &entry->seated, error) &&
         stn_knowledge_read_evidence (self->knowledge, reader, &entry->on, error);
}

static gboolean
read_whole (StnKnowledgeReader *reader, const char *attribute, int max, int *ret, GError **error)
{
  StnOptReal value;

  if (!stn_knowledge_reader_get_real (reader, attribute, &value, error))
    return FALSE;
  if (value.value < 1 || value.value > max || value.value != (int) value.value)
    return stn_knowledge_reader_fail (reader, error, "%s='%g' must be a whole number from 1 to %d",
                                      attribute, value.value, max);
  *ret = (int) value.value;
  return TRUE;
}

static gboolean
start_exercise (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchExercise *entry =
    stn_knowledge_new_entry (self->knowledge, sizeof (StnStretchExercise));

  self->exercise = entry;
  g_ptr_array_add (self->exercises, entry);
  return stn_knowledge_add_id (self->knowledge, reader, self->ids, NULL, &entry->id, error) &&
         read_whole (reader, "prepare-s", 60, &entry->prepare_s, error) &&
         read_whole (reader, "hold-s", 60, &entry->hold_s, error) &&
         read_whole (reader, "repetitions", 10, &entry->repetitions, error);
}

static gboolean
start_note (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchNote *entry = stn_knowledge_new_entry (self->knowledge, sizeof (StnStretchNote));

  self->note = entry;
  g_ptr_array_add (self->knowledge->stretch_notes, entry);
  return stn_knowledge_add_id (self->knowledge, reader, self->ids, NULL, &entry->id, error) &&
         stn_knowledge_read_evidence (self->knowledge, reader, &entry->on, error);
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "routine"))
    return start_routine (self, reader, error);
  if (g_str_equal (element, "exercise"))
    return start_exercise (self, reader, error);
  if (g_str_equal (element, "note"))
    return start_note (self, reader, error);
  return !g_str_equal (element, "cite") ||
         stn_knowledge_cite (self->knowledge, reader, self->sources, error);
}

static gboolean
end_exercise (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const StnStretchExercise *entry = g_steal_pointer (&self->exercise);

  if (entry->name != NULL && entry->prepare != NULL && entry->left != NULL &&
      entry->right != NULL && entry->hold != NULL)
    return TRUE;
  return stn_knowledge_reader_fail (
    reader, error, "'%s' needs <name>, <prepare>, <left>, <right> and <hold>", entry->id);
}

static gboolean
end_routine (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchRoutine *entry = g_steal_pointer (&self->routine);

  if (entry->name == NULL || entry->text == NULL || self->exercises->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name>, <text> and an <exercise>",
                                      entry->id);
  entry->exercises = stn_knowledge_keep_list (self->knowledge, self->exercises);
  if (stn_stretch_routine_get_seconds (entry) > MAX_ROUTINE_S)
    return stn_knowledge_reader_fail (reader, error, "'%s' takes %d seconds, more than %d",
                                      entry->id, stn_stretch_routine_get_seconds (entry),
                                      MAX_ROUTINE_S);
  return stn_knowledge_close_evidence (self->knowledge, reader, entry->id, self->sources,
                                       &entry->on, error);
}

static gboolean
end_note (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchNote *entry = g_steal_pointer (&self->note);

  if (entry->text == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <text>", entry->id);
  return stn_knowledge_close_evidence (self->knowledge, reader, entry->id, self->sources,
                                       &entry->on, error);
}

/* Which sentence an element holds; NULL for elements without one. */
static const char **
find_sentence (Reading *self, const char *element)
{
  StnStretchExercise *exercise = self->exercise;

  if (self->note != NULL)
    return g_str_equal (element, "text") ? &self->note->text : NULL;
  if (exercise == NULL && self->routine != NULL)
    return g_str_equal (element, "name")   ? &self->routine->name
           : g_str_equal (element, "text") ? &self->routine->text
                                           : NULL;
  if (exercise == NULL)
    return NULL;
  return g_str_equal (element, "name")      ? &exercise->name
         : g_str_equal (element, "prepare") ? &exercise->prepare
         : g_str_equal (element, "left")    ? &exercise->left
         : g_str_equal (element, "right")   ? &exercise->right
         : g_str_equal (element, "hold")    ? &exercise->hold
                                            : NULL;
}

/* The words of the longest sentence. */
static guint
count_words (const char *text)
{
  guint words = 1, most = 1;

  for (const char *c = text; *c != '\0'; c++)
    if (*c == ' ') {
      words = c > text && strchr (".:;!?", c[-1]) != NULL ? 1 : words + 1;
      most = MAX (most, words);
    }
  return most;
}

static gboolean
set_sentence (
  Reading *self, StnKnowledgeReader *reader, const char *element, const char *text, GError **error)
{
  const char **sentence = find_sentence (self, element);
  const char *id = self->note != NULL       ? self->note->id
                   : self->exercise != NULL ? self->exercise->id
                                            : self->routine->id;

  if (count_words (text) > MAX_WORDS)
    return stn_knowledge_reader_fail (reader, error, "'%s' has a sentence of more than %d words",
                                      id, MAX_WORDS);
  return stn_knowledge_set_sentence (self->knowledge, reader, id, element, text, sentence, error);
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "exercise"))
    return end_exercise (self, reader, error);
  if (g_str_equal (element, "routine"))
    return end_routine (self, reader, error);
  if (g_str_equal (element, "note"))
    return end_note (self, reader, error);
  return find_sentence (self, element) == NULL || set_sentence (self, reader, element, text, error);
}

gboolean
stn_knowledge_read_stretch (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) exercises = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  Reading reading = {.knowledge = self, .ids = ids, .exercises = exercises, .sources = sources};

  if (!stn_knowledge_reader_run (&format, "stretch.xml", xml, &reading, error))
    return FALSE;
  g_ptr_array_add (self->stretch_routines, NULL);
  g_ptr_array_add (self->stretch_notes, NULL);
  return TRUE;
}

int
stn_stretch_routine_get_seconds (const StnStretchRoutine *self)
{
  int seconds = 0;

  g_return_val_if_fail (self != NULL, 0);
  for (guint i = 0; self->exercises[i] != NULL; i++)
    seconds += self->exercises[i]->prepare_s +
               2 * self->exercises[i]->hold_s * self->exercises[i]->repetitions;
  return seconds;
}

const StnStretchRoutine *const *
stn_knowledge_list_stretch_routines (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnStretchRoutine *const *) self->stretch_routines->pdata;
}

const StnStretchNote *const *
stn_knowledge_list_stretch_notes (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnStretchNote *const *) self->stretch_notes->pdata;
}
