/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-knowledge-reader.h"
#include "model/stn-factor.h"

#include <string.h>

static const StnKnowledgeElement elements[] = {
  {"triggers", "root", "", "", FALSE},
  {"trigger", "triggers", "id", "", FALSE},
  {"factor", "trigger", "slug kind direction grade", "unit min max role derived tracked", FALSE},
  {"tick", "factor", "slug", "direction grade", FALSE},
  {"exposed-when", "factor", "side value", "sex", FALSE},
  {"name", "factor tick", "", "", TRUE},
  {"exposed", "factor tick", "", "", TRUE},
  {"nights", "factor tick", "", "", TRUE},
  {"otherwise", "factor", "", "", TRUE},
  {"question", "factor", "", "", TRUE},
  {"evidence", "factor tick", "", "", TRUE},
  {"cite", "factor tick", "source", "", FALSE},
  {NULL, NULL, NULL, NULL, FALSE},
};

/* What is open while the file is read: at most a factor and one of its ticks. */
typedef struct {
  StnKnowledge *knowledge;
  GHashTable *ids;
  const char *id;
  StnTrigger *factor;
  StnTrigger *tick;
  GPtrArray *factor_sources;
  GPtrArray *tick_sources;
} Reading;

static gboolean
start_trigger (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const char *id = stn_knowledge_reader_get (reader, "id");

  if (strlen (id) != 3 || id[0] != 'T' || !g_ascii_isdigit (id[1]) || !g_ascii_isdigit (id[2]))
    return stn_knowledge_reader_fail (reader, error, "id '%s' is not T and two digits", id);
  self->id = stn_knowledge_keep (self->knowledge, id);
  if (!g_hash_table_add (self->ids, (gpointer) self->id))
    return stn_knowledge_reader_fail (reader, error, "trigger '%s' is there twice", id);
  return TRUE;
}

/* The entry is in the list at once, so that a list stands before its ticks. */
static StnTrigger *
add_entry (Reading *self, const char *slug)
{
  StnTrigger *entry = stn_knowledge_new_entry (self->knowledge, sizeof (StnTrigger));

  entry->id = self->id;
  entry->slug = stn_knowledge_keep (self->knowledge, slug);
  entry->position = (int) self->knowledge->triggers->len;
  g_ptr_array_add (self->knowledge->triggers, entry);
  g_hash_table_insert (self->knowledge->trigger_by_slug, (gpointer) entry->slug, entry);
  return entry;
}

static gboolean
check_slug (Reading *self, StnKnowledgeReader *reader, const char *slug, GError **error)
{
  GError *reason = NULL;

  if (!stn_factor_slug_validate (slug, &reason))
    return stn_knowledge_reader_take (reader, error, reason);
  if (g_hash_table_contains (self->knowledge->trigger_by_slug, slug))
    return stn_knowledge_reader_fail (reader, error, "slug '%s' is there twice", slug);
  return TRUE;
}

/* Direction, grade and role, where they are given; else they keep what they have. */
static gboolean
read_words (StnKnowledgeReader *reader, StnTrigger *entry, GError **error)
{
  const char *direction = stn_knowledge_reader_get (reader, "direction");
  const char *grade = stn_knowledge_reader_get (reader, "grade");
  const char *role = stn_knowledge_reader_get (reader, "role");
  GError *reason = NULL;

  if ((direction == NULL || stn_direction_parse (direction, &entry->direction, &reason)) &&
      (grade == NULL || stn_grade_parse (grade, &entry->grade, &reason)) &&
      (role == NULL || stn_trigger_role_parse (role, &entry->role, &reason)))
    return TRUE;
  return stn_knowledge_reader_take (reader, error, reason);
}

/* Binary values need no bounds; the others have both. */
static gboolean
read_bounds (StnKnowledgeReader *reader, StnTrigger *entry, GError **error)
{
  gboolean binary = entry->kind == STN_FACTOR_BINARY;

  if (!stn_knowledge_reader_get_real (reader, "min", &entry->min, error) ||
      !stn_knowledge_reader_get_real (reader, "max", &entry->max, error))
    return FALSE;
  if (binary && (entry->min.known || entry->max.known || entry->unit != NULL))
    return stn_knowledge_reader_fail (reader, error,
                                      "a binary factor has neither bounds nor a unit");
  if (!binary && !(entry->min.known && entry->max.known && entry->min.value < entry->max.value))
    return stn_knowledge_reader_fail (reader, error, "'%s' needs min and max, min below max",
                                      entry->slug);
  return TRUE;
}

static gboolean
start_factor (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const char *slug = stn_knowledge_reader_get (reader, "slug");
  StnFactorKind kind;
  GError *reason = NULL;

  if (!check_slug (self, reader, slug, error))
    return FALSE;
  if (strchr (slug, '.') != NULL)
    return stn_knowledge_reader_fail (reader, error, "slug '%s' has a point: that is for ticks",
                                      slug);
  if (!stn_factor_kind_parse (stn_knowledge_reader_get (reader, "kind"), &kind, &reason))
    return stn_knowledge_reader_take (reader, error, reason);
  self->factor = add_entry (self, slug);
  self->factor->kind = kind;
  self->factor->unit =
    stn_knowledge_keep (self->knowledge, stn_knowledge_reader_get (reader, "unit"));
  if (kind == STN_FACTOR_BINARY)
    self->factor->exposed_when = (StnCut){STN_CUT_AT_OR_ABOVE, 1};
  g_ptr_array_set_size (self->factor_sources, 0);
  return read_words (reader, self->factor, error) && read_bounds (reader, self->factor, error) &&
         stn_knowledge_reader_get_flag (reader, "derived", &self->factor->derived, error) &&
         stn_knowledge_reader_get_flag (reader, "tracked", &self->factor->tracked, error);
}

/* What a tick does not say it takes from its list; sources go with the evidence. */
static gboolean
start_tick (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  g_autofree char *slug =
    g_strdup_printf ("%s.%s", self->factor->slug, stn_knowledge_reader_get (reader, "slug"));
  const StnTrigger *list = self->factor;

  if (list->kind != STN_FACTOR_BINARY)
    return stn_knowledge_reader_fail (reader, error, "'%s' is not binary and has no ticks",
                                      list->slug);
  if (!check_slug (self, reader, slug, error))
    return FALSE;
  self->tick = add_entry (self, slug);
  self->tick->list = list->slug;
  self->tick->kind = list->kind;
  self->tick->direction = list->direction;
  self->tick->exposed_when = list->exposed_when;
  self->tick->grade = list->grade;
  self->tick->role = list->role;
  self->tick->derived = list->derived;
  g_ptr_array_set_size (self->tick_sources, 0);
  return read_words (reader, self->tick, error);
}

static gboolean
start_exposed_when (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const char *sex = stn_knowledge_reader_get (reader, "sex");
  StnCut *cut = sex != NULL ? &self->factor->exposed_when_male : &self->factor->exposed_when;
  StnCutSide side;
  StnOptReal value;
  GError *reason = NULL;

  if (sex != NULL && !g_str_equal (sex, "male"))
    return stn_knowledge_reader_fail (reader, error, "sex='%s' must be male", sex);
  if (self->factor->kind == STN_FACTOR_BINARY)
    return stn_knowledge_reader_fail (reader, error, "a binary factor is exposed when it is yes");
  if (cut->side != STN_CUT_NONE)
    return stn_knowledge_reader_fail (reader, error, "'%s' has this <exposed-when> twice",
                                      self->factor->slug);
  if (!stn_cut_side_parse (stn_knowledge_reader_get (reader, "side"), &side, &reason))
    return stn_knowledge_reader_take (reader, error, reason);
  if (!stn_knowledge_reader_get_real (reader, "value", &value, error))
    return FALSE;
  if (value.value < self->factor->min.value || value.value > self->factor->max.value)
    return stn_knowledge_reader_fail (reader, error, "the cut of '%s' lies outside of its bounds",
                                      self->factor->slug);
  *cut = (StnCut){side, value.value};
  return TRUE;
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "trigger"))
    return start_trigger (self, reader, error);
  if (g_str_equal (element, "factor"))
    return start_factor (self, reader, error);
  if (g_str_equal (element, "tick"))
    return start_tick (self, reader, error);
  if (g_str_equal (element, "exposed-when"))
    return start_exposed_when (self, reader, error);
  if (g_str_equal (element, "cite"))
    return stn_knowledge_cite (self->knowledge, reader,
                               self->tick != NULL ? self->tick_sources : self->factor_sources,
                               error);
  return TRUE;
}

/* Which sentence of @entry an element holds; NULL for elements without one. */
static const char **
find_sentence (StnTrigger *entry, const char *element)
{
  const struct {
    const char *element;
    const char **sentence;
  } sentences[] = {
    {"name", &entry->name},         {"exposed", &entry->exposed},
    {"nights", &entry->nights},     {"otherwise", &entry->otherwise},
    {"question", &entry->question}, {"evidence", &entry->evidence},
  };

  for (guint i = 0; i < G_N_ELEMENTS (sentences); i++)
    if (g_str_equal (sentences[i].element, element))
      return sentences[i].sentence;
  return NULL;
}

static gboolean
check_entry (StnKnowledgeReader *reader, StnTrigger *entry, GError **error)
{
  const char *const needed[] = {"name", "exposed", "nights", "evidence"};

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    if (*find_sentence (entry, needed[i]) == NULL)
      return stn_knowledge_reader_fail (reader, error, "'%s' has no <%s>", entry->slug, needed[i]);
  if (entry->sources == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' cites no source", entry->slug);
  if (entry->exposed_when.side == STN_CUT_NONE)
    return stn_knowledge_reader_fail (reader, error, "'%s' has no <exposed-when>", entry->slug);
  return TRUE;
}

static gboolean
end_factor (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnTrigger *factor = g_steal_pointer (&self->factor);

  if (factor->otherwise == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' has no <otherwise>", factor->slug);
  if ((factor->question == NULL) != factor->derived)
    return stn_knowledge_reader_fail (reader, error, "'%s' must have a <question> or derived='yes'",
                                      factor->slug);
  if (factor->tracked && factor->derived)
    return stn_knowledge_reader_fail (reader, error, "'%s' is derived and cannot be asked",
                                      factor->slug);
  factor->sources = stn_knowledge_keep_sources (self->knowledge, self->factor_sources);
  return check_entry (reader, factor, error);
}

static gboolean
end_tick (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnTrigger *tick = g_steal_pointer (&self->tick);
  gboolean own_sources = self->tick_sources->len > 0;

  if ((tick->evidence != NULL) != own_sources)
    return stn_knowledge_reader_fail (
      reader, error, "'%s' needs both <evidence> and <cite>, or neither", tick->slug);
  if (tick->evidence == NULL)
    tick->evidence = self->factor->evidence;
  tick->sources = stn_knowledge_keep_sources (self->knowledge, own_sources ? self->tick_sources
                                                                           : self->factor_sources);
  return check_entry (reader, tick, error);
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;
  StnTrigger *entry = self->tick != NULL ? self->tick : self->factor;
  const char **sentence;

  if (g_str_equal (element, "tick"))
    return end_tick (self, reader, error);
  if (g_str_equal (element, "factor"))
    return end_factor (self, reader, error);
  sentence = entry != NULL ? find_sentence (entry, element) : NULL;
  return sentence == NULL || stn_knowledge_set_sentence (self->knowledge, reader, entry->slug,
                                                         element, text, sentence, error);
}

gboolean
stn_knowledge_read_triggers (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) factor_sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) tick_sources = g_ptr_array_new ();
  Reading reading = {
    .knowledge = self, .ids = ids, .factor_sources = factor_sources, .tick_sources = tick_sources};

  if (!stn_knowledge_reader_run (&format, "triggers.xml", xml, &reading, error))
    return FALSE;
  g_ptr_array_add (self->triggers, NULL);
  return TRUE;
}
