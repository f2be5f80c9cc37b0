/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge.h"
#include "knowledge/stn-knowledge-catalogue.h"
#include "model/stn-word-list.h"

G_DEFINE_QUARK (stn - knowledge - error - quark, stn_knowledge_error)

static const char *const grade_tokens[] = {NULL, "A", "B", "C", "D", "N", "G"};
static const char *const role_tokens[] = {"trigger", "marker", "context"};

DEFINE_WORDS (StnGrade, stn_grade, grade_tokens, "grade")
DEFINE_WORDS (StnTriggerRole, stn_trigger_role, role_tokens, "role")

double
stn_factor_get_portion (const StnFactor *factor)
{
  g_return_val_if_fail (factor != NULL, 0);
  const char *unit = factor->built_in && factor->unit != NULL ? factor->unit : "";

  if (g_str_equal (factor->slug, "fluids") && g_str_equal (unit, "ml"))
    return factor->portion > 0 ? factor->portion : STN_GLASS_ML;
  if (g_str_equal (factor->slug, "alcohol") && g_str_equal (unit, "g"))
    return factor->portion > 0 ? factor->portion : STN_DRINK_G;
  return 0;
}

StnDirection
stn_trigger_exposed_direction (const StnTrigger *self)
{
  gboolean below =
    self->exposed_when.side == STN_CUT_BELOW || self->exposed_when.side == STN_CUT_AT_OR_BELOW;

  if (!below || self->direction == STN_DIRECTION_NONE)
    return self->direction;
  return self->direction == STN_DIRECTION_UP ? STN_DIRECTION_DOWN : STN_DIRECTION_UP;
}

/* In the order of reading: a file may refer to those above it. */
static const struct {
  const char *name;
  gboolean (*read) (StnKnowledge *self, GBytes *xml, GError **error);
} files[] = {
  {"sources.xml", stn_knowledge_read_sources},
  {"triggers.xml", stn_knowledge_read_triggers},
  {"medicines.xml", stn_knowledge_read_medicines},
  {"conditions.xml", stn_knowledge_read_conditions},
  {"selfcare.xml", stn_knowledge_read_selfcare},
  {"reliefs.xml", stn_knowledge_read_reliefs},
  {"guide.xml", stn_knowledge_read_guide},
  {"signs.xml", stn_knowledge_read_signs},
  {"stretch.xml", stn_knowledge_read_stretch},
  {"flags.xml", stn_knowledge_read_rules},
};

static StnKnowledge *
knowledge_new (void)
{
  StnKnowledge *self = g_new0 (StnKnowledge, 1);

  self->texts = g_string_chunk_new (4096);
  self->owned = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new ();
  self->triggers = g_ptr_array_new ();
  self->medicine_groups = g_ptr_array_new ();
  self->medicine_classes = g_ptr_array_new ();
  self->condition_groups = g_ptr_array_new ();
  self->conditions = g_ptr_array_new ();
  self->selfcare = g_ptr_array_new ();
  self->reliefs = g_ptr_array_new ();
  self->stretch_routines = g_ptr_array_new ();
  self->stretch_notes = g_ptr_array_new ();
  self->stretch_gates = g_ptr_array_new ();
  self->stretch_exercises = g_ptr_array_new ();
  self->guide_pages = g_ptr_array_new ();
  self->doors = g_ptr_array_new ();
  self->signs = g_ptr_array_new ();
  self->rules = g_ptr_array_new ();
  self->source_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->trigger_by_slug = g_hash_table_new (g_str_hash, g_str_equal);
  self->medicine_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->condition_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->advice_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->guide_page_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->sign_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->rule_by_id = g_hash_table_new (g_str_hash, g_str_equal);
  return self;
}

/* A file that was left out has left its lists without an end. */
static void
end_lists (StnKnowledge *self)
{
  GPtrArray *const lists[] = {
    self->sources,          self->triggers,      self->medicine_groups, self->medicine_classes,
    self->condition_groups, self->conditions,    self->selfcare,        self->reliefs,
    self->stretch_routines, self->stretch_notes, self->stretch_gates,   self->stretch_exercises,
    self->guide_pages,      self->doors,         self->signs,           self->rules,
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (lists[i]->len == 0)
      g_ptr_array_add (lists[i], NULL);
}

/* Reads all files but those that are @left_out; on failure @ret_bad is the first one that cannot be read. */
static StnKnowledge *
load_but (
  const gboolean *left_out, StnKnowledgeRead read, gpointer data, guint *ret_bad, GError **error)
{
  g_autoptr (StnKnowledge) self = knowledge_new ();

  for (guint i = 0; i < G_N_ELEMENTS (files); i++) {
    g_autoptr (GBytes) xml = NULL;

    if (left_out[i])
      continue;
    xml = read (files[i].name, data, error);
    if (xml == NULL || !files[i].read (self, xml, error)) {
      *ret_bad = i;
      return NULL;
    }
  }
  end_lists (self);
  return g_steal_pointer (&self);
}

StnKnowledge *
stn_knowledge_load (StnKnowledgeRead read, gpointer data, GError **error)
{
  const gboolean left_out[G_N_ELEMENTS (files)] = {FALSE};
  guint bad;

  g_return_val_if_fail (read != NULL, NULL);
  return load_but (left_out, read, data, &bad, error);
}

/* What refers to a file that is left out cannot be read either, so each attempt begins anew. */
StnKnowledge *
stn_knowledge_load_what_is_sound (StnKnowledgeRead read, gpointer data, GError **problem)
{
  gboolean left_out[G_N_ELEMENTS (files)] = {FALSE};
  StnKnowledge *self = NULL;

  g_return_val_if_fail (read != NULL, NULL);
  while (self == NULL) {
    GError *error = NULL;
    guint bad;

    self = load_but (left_out, read, data, &bad, &error);
    if (self != NULL)
      break;
    left_out[bad] = TRUE;
    if (problem != NULL && *problem == NULL)
      g_propagate_error (problem, error);
    else
      g_error_free (error);
  }
  return self;
}

void
stn_knowledge_free (StnKnowledge *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->guide_page_by_id);
  g_hash_table_unref (self->advice_by_id);
  g_hash_table_unref (self->rule_by_id);
  g_hash_table_unref (self->sign_by_id);
  g_hash_table_unref (self->condition_by_id);
  g_hash_table_unref (self->medicine_by_id);
  g_hash_table_unref (self->trigger_by_slug);
  g_hash_table_unref (self->source_by_id);
  g_ptr_array_unref (self->guide_pages);
  g_ptr_array_unref (self->stretch_exercises);
  g_ptr_array_unref (self->stretch_gates);
  g_ptr_array_unref (self->stretch_notes);
  g_ptr_array_unref (self->stretch_routines);
  g_ptr_array_unref (self->reliefs);
  g_ptr_array_unref (self->selfcare);
  g_ptr_array_unref (self->rules);
  g_ptr_array_unref (self->signs);
  g_ptr_array_unref (self->doors);
  g_ptr_array_unref (self->conditions);
  g_ptr_array_unref (self->condition_groups);
  g_ptr_array_unref (self->medicine_classes);
  g_ptr_array_unref (self->medicine_groups);
  g_ptr_array_unref (self->triggers);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->owned);
  g_string_chunk_free (self->texts);
  g_free (self);
}

const StnTrigger *
stn_knowledge_get_trigger (const StnKnowledge *self, const char *slug)
{
  g_return_val_if_fail (self != NULL && slug != NULL, NULL);
  return g_hash_table_lookup (self->trigger_by_slug, slug);
}

const StnTrigger *const *
stn_knowledge_list_triggers (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnTrigger *const *) self->triggers->pdata;
}

const StnSource *const *
stn_knowledge_list_sources (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnSource *const *) self->sources->pdata;
}
