/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-stretch-routine.h"

#include <string.h>

/* A sentence that is read while stretching must be short. */
#define MAX_WORDS 20

/* The trial's routine lies within 3 minutes (clinical 6.1); nothing else may take more than 10. */
#define MAX_TRIAL_S 180
#define MAX_ROUTINE_S 600

static const StnKnowledgeElement elements[] = {
  {"stretch", "root", "", "", FALSE},
  {"routine", "stretch", "id grade", "says seated", FALSE},
  {"exercise", "routine", "id factor prepare-s hold-s repetitions", "in-s out-s", FALSE},
  {"gate", "stretch", "id grade exercises", "sign condition pregnant closes asked", FALSE},
  {"note", "stretch", "id grade", "says", FALSE},
  {"name", "routine exercise", "", "", TRUE},
  {"text", "routine gate note", "", "", TRUE},
  {"prepare", "exercise", "", "", TRUE},
  {"left", "exercise", "", "", TRUE},
  {"right", "exercise", "", "", TRUE},
  {"both", "exercise", "", "", TRUE},
  {"hold", "exercise", "", "", TRUE},
  {"in", "exercise", "", "", TRUE},
  {"out", "exercise", "", "", TRUE},
  {"cite", "routine gate note", "source", "", FALSE},
  {NULL, NULL, NULL, NULL, FALSE},
};

/* What is open while the file is read: a routine and one of its exercises, or a gate, or a note. */
typedef struct {
  StnKnowledge *knowledge;
  GHashTable *ids;
  StnStretchRoutine *routine;
  StnStretchExercise *exercise;
  StnStretchGate *gate;
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

/* A rhythm has both halves or none. */
static gboolean
read_rhythm (StnKnowledgeReader *reader, StnStretchDose *dose, GError **error)
{
  const char *in = stn_knowledge_reader_get (reader, "in-s");
  const char *out = stn_knowledge_reader_get (reader, "out-s");

  if ((in == NULL) != (out == NULL))
    return stn_knowledge_reader_fail (reader, error, "in-s and out-s belong together");
  return in == NULL || (read_whole (reader, "in-s", 60, &dose->in_s, error) &&
                        read_whole (reader, "out-s", 60, &dose->out_s, error));
}

static gboolean
start_exercise (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnKnowledge *knowledge = self->knowledge;
  StnStretchExercise *entry = stn_knowledge_new_entry (knowledge, sizeof (StnStretchExercise));
  const char *factor = stn_knowledge_reader_get (reader, "factor");

  self->exercise = entry;
  g_ptr_array_add (self->exercises, entry);
  g_ptr_array_add (knowledge->stretch_exercises, entry);
  if (!g_hash_table_contains (knowledge->trigger_by_slug, factor))
    return stn_knowledge_reader_fail (reader, error, "there is no factor '%s'", factor);
  entry->factor = stn_knowledge_keep (knowledge, factor);
  if (!stn_knowledge_add_id (knowledge, reader, self->ids, NULL, &entry->id, error))
    return FALSE;
  entry->dose.exercise = entry->id;
  return read_whole (reader, "prepare-s", 60, &entry->dose.prepare_s, error) &&
         read_whole (reader, "hold-s", 60, &entry->dose.hold_s, error) &&
         read_whole (reader, "repetitions", 10, &entry->dose.repetitions, error) &&
         read_rhythm (reader, &entry->dose, error);
}

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
read_gate_exercises (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const char *const *ids =
    stn_knowledge_keep_words (self->knowledge, stn_knowledge_reader_get (reader, "exercises"), " ");
  GPtrArray *known = self->knowledge->stretch_exercises;

  for (guint i = 0; ids[i] != NULL; i++) {
    gboolean is_known = FALSE;

    for (guint j = 0; j < known->len && !is_known; j++)
      is_known = g_str_equal (((StnStretchExercise *) g_ptr_array_index (known, j))->id, ids[i]);
    if (!is_known)
      return stn_knowledge_reader_fail (reader, error, "there is no exercise '%s' above", ids[i]);
  }
  self->gate->exercises = ids;
  return TRUE;
}

static gboolean
start_gate (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnKnowledge *knowledge = self->knowledge;
  StnStretchGate *entry = stn_knowledge_new_entry (knowledge, sizeof (StnStretchGate));

  self->gate = entry;
  g_ptr_array_add (knowledge->stretch_gates, entry);
  if (!stn_knowledge_add_id (knowledge, reader, self->ids, NULL, &entry->id, error) ||
      !read_gate_exercises (self, reader, error) ||
      !read_ids (self, reader, "sign", knowledge->sign_by_id, &entry->signs, error) ||
      !read_ids (self, reader, "condition", knowledge->condition_by_id, &entry->conditions,
                 error) ||
      !stn_knowledge_reader_get_flag (reader, "pregnant", &entry->pregnant, error) ||
      !stn_knowledge_reader_get_flag (reader, "closes", &entry->closes, error) ||
      !stn_knowledge_reader_get_flag (reader, "asked", &entry->asked, error))
    return FALSE;
  if (entry->signs[0] == NULL && entry->conditions[0] == NULL && !entry->pregnant)
    return stn_knowledge_reader_fail (reader, error, "a <gate> that never holds");
  return stn_knowledge_read_evidence (knowledge, reader, &entry->on, error);
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
  if (g_str_equal (element, "gate"))
    return start_gate (self, reader, error);
  if (g_str_equal (element, "note"))
    return start_note (self, reader, error);
  return !g_str_equal (element, "cite") ||
         stn_knowledge_cite (self->knowledge, reader, self->sources, error);
}

static gboolean
end_exercise (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchExercise *entry = g_steal_pointer (&self->exercise);
  gboolean has_sides = entry->left != NULL && entry->right != NULL && entry->both == NULL;
  gboolean has_both = entry->left == NULL && entry->right == NULL && entry->both != NULL;

  if (entry->name == NULL || entry->prepare == NULL || entry->hold == NULL ||
      (!has_sides && !has_both))
    return stn_knowledge_reader_fail (
      reader, error, "'%s' needs <name>, <prepare>, <left> and <right> or <both>, and <hold>",
      entry->id);
  if ((entry->in == NULL) != (entry->out == NULL) || (entry->in != NULL && entry->dose.in_s == 0))
    return stn_knowledge_reader_fail (
      reader, error, "'%s': <in> and <out> belong together and to a rhythm", entry->id);
  entry->dose.is_sided = has_sides;
  return TRUE;
}

static gboolean
end_routine (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchRoutine *entry = g_steal_pointer (&self->routine);
  int max;

  if (entry->name == NULL || entry->text == NULL || self->exercises->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name>, <text> and an <exercise>",
                                      entry->id);
  entry->exercises = stn_knowledge_keep_list (self->knowledge, self->exercises);
  max = entry->exercises[0]->dose.is_sided ? MAX_TRIAL_S : MAX_ROUTINE_S;
  if (stn_stretch_routine_get_seconds (entry) > max)
    return stn_knowledge_reader_fail (reader, error, "'%s' takes %d seconds, more than %d",
                                      entry->id, stn_stretch_routine_get_seconds (entry), max);
  return stn_knowledge_close_evidence (self->knowledge, reader, entry->id, self->sources,
                                       &entry->on, error);
}

static gboolean
end_gate (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnStretchGate *entry = g_steal_pointer (&self->gate);

  if (entry->text == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <text>", entry->id);
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

  if (self->gate != NULL)
    return g_str_equal (element, "text") ? &self->gate->text : NULL;
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
         : g_str_equal (element, "both")    ? &exercise->both
         : g_str_equal (element, "hold")    ? &exercise->hold
         : g_str_equal (element, "in")      ? &exercise->in
         : g_str_equal (element, "out")     ? &exercise->out
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
  const char *id = self->gate != NULL       ? self->gate->id
                   : self->note != NULL     ? self->note->id
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
  if (g_str_equal (element, "gate"))
    return end_gate (self, reader, error);
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
  g_ptr_array_add (self->stretch_exercises, NULL);
  g_ptr_array_add (self->stretch_gates, NULL);
  g_ptr_array_add (self->stretch_notes, NULL);
  return TRUE;
}
