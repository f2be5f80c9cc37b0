/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "knowledge/stn-rule-test.h"
#include "model/stn-word-list.h"

#include <string.h>

static const StnKnowledgeElement elements[] = {
  {"flags", "root", "", "", FALSE},
  {"rule", "flags", "id grade", "present-days burden", FALSE},
  {"case", "rule", "tier", "says event", FALSE},
  {"title", "case", "", "", TRUE},
  {"do", "case", "", "", TRUE},
  {"evidence", "rule", "", "", TRUE},
  {"cite", "rule", "source", "", FALSE},
  STN_RULE_TEST_ELEMENTS ("case all any at-least"),
  {NULL, NULL, NULL, NULL, FALSE},
};

static const char *const tier_tokens[] = {NULL,   "information", "routine",
                                          "days", "right-away",  "emergency"};

DEFINE_WORDS (StnFlagTier, stn_flag_tier, tier_tokens, "tier")

/* How soon a general guide itself says to see a doctor: no case that carries the statement may be less urgent, and one
 * must carry it (clinical 1.1: "right away" and "office visit"). */
static const struct {
  const char *statement;
  StnFlagTier tier;
} floors[] = {
  {"S1.42", STN_FLAG_TIER_RIGHT_AWAY},
  {"S1.43", STN_FLAG_TIER_RIGHT_AWAY},
  {"S1.44", STN_FLAG_TIER_ROUTINE},
  {"S1.45", STN_FLAG_TIER_DAYS},
};

/* A rule that another one names, to be found when all are read. */
typedef struct {
  StnRuleTest *test;
  const StnRule *in;
  const char *id;
  int line;
} Reference;

/* What is open while the file is read: a rule, one of its cases and the groups of its condition, the innermost last. */
typedef struct {
  StnKnowledge *knowledge;
  StnRule *rule;
  StnRuleCase *which;
  GPtrArray *cases;
  GPtrArray *sources;
  GPtrArray *groups;  /* (element-type StnRuleTest) */
  GPtrArray *insides; /* (element-type GPtrArray) what stands in each group */
  GArray *references; /* (element-type Reference) */
  guint carried;      /* floors whose statement is carried, as bits */
} Reading;

static gboolean
start_rule (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const char *id = stn_knowledge_reader_get (reader, "id");
  StnRule *rule = stn_knowledge_new_entry (self->knowledge, sizeof (StnRule));
  StnEvidence evidence = {0};
  StnOptReal days;

  if (!g_str_has_prefix (id, "F-"))
    return stn_knowledge_reader_fail (reader, error, "id '%s' does not begin with F-", id);
  if (g_hash_table_contains (self->knowledge->rule_by_id, id))
    return stn_knowledge_reader_fail (reader, error, "rule '%s' is there twice", id);
  self->rule = rule;
  rule->id = stn_knowledge_keep (self->knowledge, id);
  g_ptr_array_add (self->knowledge->rules, rule);
  g_hash_table_insert (self->knowledge->rule_by_id, (gpointer) rule->id, rule);
  g_ptr_array_set_size (self->cases, 0);
  if (!stn_knowledge_read_evidence (self->knowledge, reader, &evidence, error) ||
      !stn_knowledge_reader_get_real (reader, "present-days", &days, error) ||
      !stn_knowledge_reader_get_flag (reader, "burden", &rule->is_burden, error))
    return FALSE;
  rule->grade = evidence.grade;
  rule->present_days = days.known ? (int) days.value : 0;
  return TRUE;
}

static gboolean
check_floors (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++) {
    if (!g_strv_contains (self->which->says, floors[i].statement))
      continue;
    if (self->which->tier < floors[i].tier)
      return stn_knowledge_reader_fail (
        reader, error, "%s says '%s': tier '%s' is too low", floors[i].statement,
        stn_flag_tier_to_token (floors[i].tier), stn_flag_tier_to_token (self->which->tier));
    self->carried |= 1u << i;
  }
  return TRUE;
}

/* The first case that holds speaks, so the more urgent stands first. */
static gboolean
check_order (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const StnRuleCase *before;

  if (self->cases->len == 0)
    return TRUE;
  before = g_ptr_array_index (self->cases, self->cases->len - 1);
  return before->tier >= self->which->tier ||
         stn_knowledge_reader_fail (reader, error, "a more urgent case must stand first");
}

static gboolean
start_case (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnRuleCase *which = stn_knowledge_new_entry (self->knowledge, sizeof (StnRuleCase));
  StnEvidence evidence = {0};
  gboolean event;
  GError *reason = NULL;

  self->which = which;
  if (!stn_flag_tier_parse (stn_knowledge_reader_get (reader, "tier"), &which->tier, &reason))
    return stn_knowledge_reader_take (reader, error, reason);
  if (!stn_knowledge_read_evidence (self->knowledge, reader, &evidence, error) ||
      !stn_knowledge_reader_get_flag (reader, "event", &event, error))
    return FALSE;
  which->says = evidence.says;
  which->is_event = event || which->tier >= STN_FLAG_TIER_RIGHT_AWAY;
  if (!check_floors (self, reader, error) || !check_order (self, reader, error))
    return FALSE;
  g_ptr_array_add (self->cases, which);
  return TRUE;
}

static void
refer (Reading *self, StnKnowledgeReader *reader, StnRuleTest *test)
{
  Reference reference = {
    .test = test,
    .in = self->rule,
    .id = stn_knowledge_keep (self->knowledge, stn_knowledge_reader_get (reader, "id")),
    .line = stn_knowledge_reader_get_line (reader),
  };

  g_array_append_val (self->references, reference);
}

static gboolean
start_test (Reading *self,
            StnKnowledgeReader *reader,
            StnRuleTestKind kind,
            const char *element,
            GError **error)
{
  StnRuleTest *test = stn_knowledge_new_entry (self->knowledge, sizeof (StnRuleTest));

  test->kind = kind;
  if (self->groups->len > 0)
    g_ptr_array_add (g_ptr_array_index (self->insides, self->insides->len - 1), test);
  else if (self->which->test != NULL)
    return stn_knowledge_reader_fail (reader, error,
                                      "a case has one condition; put several into <all> or <any>");
  else
    self->which->test = test;
  if (stn_rule_test_is_group (kind)) {
    g_ptr_array_add (self->groups, test);
    g_ptr_array_add (self->insides, g_ptr_array_new ());
  }
  if (kind == STN_TEST_FLAG)
    refer (self, reader, test);
  return stn_rule_test_read (self->knowledge, reader, test, element, error);
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  Reading *self = data;
  StnRuleTestKind kind;

  if (g_str_equal (element, "rule"))
    return start_rule (self, reader, error);
  if (g_str_equal (element, "case"))
    return start_case (self, reader, error);
  if (g_str_equal (element, "cite"))
    return stn_knowledge_cite (self->knowledge, reader, self->sources, error);
  return !stn_rule_test_find_kind (element, &kind) ||
         start_test (self, reader, kind, element, error);
}

static gboolean
end_group (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnRuleTest *group = g_ptr_array_steal_index (self->groups, self->groups->len - 1);
  g_autoptr (GPtrArray) inside = g_ptr_array_steal_index (self->insides, self->insides->len - 1);

  if (inside->len == 0 || (group->kind != STN_TEST_ALL && inside->len < (guint) group->at_least))
    return stn_knowledge_reader_fail (reader, error, "there is too little inside");
  group->tests = stn_knowledge_keep_list (self->knowledge, inside);
  return TRUE;
}

static gboolean
end_case (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const StnRuleCase *which = self->which;

  if (which->title == NULL || which->test == NULL)
    return stn_knowledge_reader_fail (reader, error, "a case of '%s' needs <title> and a condition",
                                      self->rule->id);
  if ((which->action == NULL) != (which->tier == STN_FLAG_TIER_ROUTINE))
    return stn_knowledge_reader_fail (
      reader, error, "a case needs <do>, unless it is routine: all routine reasons share one");
  return TRUE;
}

static gboolean
end_rule (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnRule *rule = self->rule;
  StnEvidence evidence = {0};

  if (self->cases->len == 0 || rule->evidence == NULL)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <case> and <evidence>", rule->id);
  if (!stn_knowledge_close_evidence (self->knowledge, reader, rule->id, self->sources, &evidence,
                                     error))
    return FALSE;
  rule->sources = evidence.sources;
  rule->cases = stn_knowledge_keep_list (self->knowledge, self->cases);
  return TRUE;
}

/* Whether @rule comes to look at itself, over the rules that it names. */
static gboolean
is_cyclic (const Reading *self, const StnRule *rule, const StnRule *looked_for, guint depth)
{
  for (guint i = 0; i < self->references->len && depth > 0; i++) {
    const Reference *reference = &g_array_index (self->references, Reference, i);

    if (reference->in == rule && (reference->test->flag == looked_for ||
                                  is_cyclic (self, reference->test->flag, looked_for, depth - 1)))
      return TRUE;
  }
  return FALSE;
}

static gboolean
find_references (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  GArray *references = self->references;

  for (guint i = 0; i < references->len; i++) {
    Reference *reference = &g_array_index (references, Reference, i);

    reference->test->flag = g_hash_table_lookup (self->knowledge->rule_by_id, reference->id);
    if (reference->test->flag != NULL)
      continue;
    stn_knowledge_reader_go_to (reader, reference->line);
    return stn_knowledge_reader_fail (reader, error, "unknown rule '%s'", reference->id);
  }
  for (guint i = 0; i < references->len; i++) {
    const Reference *reference = &g_array_index (references, Reference, i);

    if (!is_cyclic (self, reference->in, reference->in, references->len))
      continue;
    stn_knowledge_reader_go_to (reader, reference->line);
    return stn_knowledge_reader_fail (reader, error, "rule '%s' looks at itself",
                                      reference->in->id);
  }
  return TRUE;
}

static gboolean
end_flags (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (floors); i++)
    if ((self->carried & 1u << i) == 0)
      return stn_knowledge_reader_fail (reader, error, "no case carries %s: says='%s' is missing",
                                        floors[i].statement, floors[i].statement);
  return find_references (self, reader, error);
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;
  StnRuleTestKind kind;
  const char **sentence;

  if (stn_rule_test_find_kind (element, &kind))
    return !stn_rule_test_is_group (kind) || end_group (self, reader, error);
  if (g_str_equal (element, "case"))
    return end_case (self, reader, error);
  if (g_str_equal (element, "rule"))
    return end_rule (self, reader, error);
  if (g_str_equal (element, "flags"))
    return end_flags (self, reader, error);
  if (g_str_equal (element, "cite"))
    return TRUE;
  sentence = g_str_equal (element, "title") ? &self->which->title
             : g_str_equal (element, "do")  ? &self->which->action
                                            : &self->rule->evidence;
  return stn_knowledge_set_sentence (self->knowledge, reader, self->rule->id, element, text,
                                     sentence, error);
}

gboolean
stn_knowledge_read_rules (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GPtrArray) cases = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = g_ptr_array_new ();
  g_autoptr (GPtrArray) insides =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GArray) references = g_array_new (FALSE, FALSE, sizeof (Reference));
  Reading reading = {.knowledge = self,
                     .cases = cases,
                     .sources = sources,
                     .groups = groups,
                     .insides = insides,
                     .references = references};

  if (!stn_knowledge_reader_run (&format, "flags.xml", xml, &reading, error))
    return FALSE;
  g_ptr_array_add (self->rules, NULL);
  return TRUE;
}

const StnRule *
stn_knowledge_get_rule (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->rule_by_id, id);
}

const StnRule *const *
stn_knowledge_list_rules (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnRule *const *) self->rules->pdata;
}
