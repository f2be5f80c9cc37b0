/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-rule-test.h"

#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"

#include <math.h>

/* By StnRuleTestKind. */
static const char *const element_of_kind[] = {
  "all",       "any",    "at-least", "sign",      "cramp",
  "mornings",  "weeks",  "share",    "rise",      "rise-after-medicine",
  "stretched", "factor", "medicine", "condition", "person",
  "flag",      "relief",
};

/* How an attribute is written, and what holds it. */
typedef enum {
  WHOLE,     /* int; a whole number from 1 */
  OPT_WHOLE, /* StnOptInt */
  REAL,      /* StnOptReal */
  ANSWER,    /* StnAnswer */
} AttributeKind;

typedef struct {
  const char *element; /* the one in which it means this; NULL = in all others */
  const char *name;
  AttributeKind kind;
  gsize offset;
} Attribute;

#define AT(field) G_STRUCT_OFFSET (StnRuleTest, field)

static const Attribute attributes[] = {
  {"factor", "at-least", REAL, AT (factor_at_least)},
  {"factor", "at-most", REAL, AT (factor_at_most)},
  {"factor", "week-over", REAL, AT (week_over)},
  {NULL, "n", WHOLE, AT (at_least)},
  {NULL, "at-least", WHOLE, AT (at_least)},
  {NULL, "days", WHOLE, AT (days)},
  {NULL, "of-last", WHOLE, AT (days)},
  {NULL, "on-days", WHOLE, AT (on_days)},
  {NULL, "recorded", WHOLE, AT (recorded)},
  {NULL, "percent", WHOLE, AT (percent_at_least)},
  {NULL, "percent-at-least", WHOLE, AT (percent_at_least)},
  {NULL, "percent-over", WHOLE, AT (percent_over)},
  {NULL, "episodes", WHOLE, AT (episodes)},
  {NULL, "within-days", WHOLE, AT (within_days)},
  {NULL, "times", WHOLE, AT (times)},
  {NULL, "more", WHOLE, AT (more)},
  {NULL, "in-one-night", WHOLE, AT (in_one_night)},
  {NULL, "minutes-together", WHOLE, AT (minutes_together)},
  {NULL, "muscle-groups", WHOLE, AT (muscle_groups)},
  {NULL, "cramp-nights", WHOLE, AT (cramp_nights)},
  {NULL, "tired-at-least", WHOLE, AT (tired_at_least)},
  {NULL, "started-within-days", WHOLE, AT (started_within_days)},
  {NULL, "severity-at-least", OPT_WHOLE, AT (severity_at_least)},
  {NULL, "severity-at-most", OPT_WHOLE, AT (severity_at_most)},
  {NULL, "minutes-over", OPT_WHOLE, AT (minutes_over)},
  {NULL, "minutes-at-least", OPT_WHOLE, AT (minutes_at_least)},
  {NULL, "sore-hours-over", OPT_WHOLE, AT (sore_hours_over)},
  {NULL, "under-age", OPT_WHOLE, AT (under_age)},
  {NULL, "is", ANSWER, AT (is)},
  {NULL, "eased", ANSWER, AT (eased)},
  {NULL, "ongoing", ANSWER, AT (ongoing)},
  {NULL, "by-day", ANSWER, AT (by_day)},
  {NULL, "arms-or-hands", ANSWER, AT (arms_or_hands)},
  {NULL, "one-sided", ANSWER, AT (one_sided)},
  {NULL, "pregnant", ANSWER, AT (pregnant)},
};

gboolean
stn_rule_test_find_kind (const char *element, StnRuleTestKind *ret_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (element_of_kind); i++)
    if (g_str_equal (element_of_kind[i], element)) {
      *ret_kind = (StnRuleTestKind) i;
      return TRUE;
    }
  return FALSE;
}

gboolean
stn_rule_test_is_group (StnRuleTestKind kind)
{
  return kind == STN_TEST_ALL || kind == STN_TEST_ANY || kind == STN_TEST_AT_LEAST;
}

static gboolean
read_whole (StnKnowledgeReader *reader, const Attribute *attribute, int *ret_value, GError **error)
{
  StnOptReal value;

  if (!stn_knowledge_reader_get_real (reader, attribute->name, &value, error))
    return FALSE;
  if (value.value != floor (value.value) || value.value < 1 || value.value > 100000)
    return stn_knowledge_reader_fail (reader, error, "%s is not a whole number from 1",
                                      attribute->name);
  *ret_value = (int) value.value;
  return TRUE;
}

static gboolean
read_attribute (StnKnowledgeReader *reader,
                StnRuleTest *self,
                const Attribute *attribute,
                GError **error)
{
  gpointer place = G_STRUCT_MEMBER_P (self, attribute->offset);
  GError *reason = NULL;
  int whole = 0;

  switch (attribute->kind) {
  case WHOLE:
    return read_whole (reader, attribute, place, error);
  case OPT_WHOLE:
    if (!read_whole (reader, attribute, &whole, error))
      return FALSE;
    *(StnOptInt *) place = STN_KNOWN_INT (whole);
    return TRUE;
  case REAL:
    return stn_knowledge_reader_get_real (reader, attribute->name, place, error);
  case ANSWER:
    if (stn_answer_parse (stn_knowledge_reader_get (reader, attribute->name), place, &reason))
      return TRUE;
    return stn_knowledge_reader_take (reader, error, reason);
  }
  g_return_val_if_reached (FALSE);
}

static gboolean
read_attributes (StnKnowledgeReader *reader, StnRuleTest *self, const char *element, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (attributes); i++) {
    gboolean is_other =
      attributes[i].element == NULL
        ? g_str_equal (element, "factor") && g_str_equal (attributes[i].name, "at-least")
        : !g_str_equal (element, attributes[i].element);

    if (!is_other && stn_knowledge_reader_get (reader, attributes[i].name) != NULL &&
        !read_attribute (reader, self, &attributes[i], error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_sites (StnKnowledgeReader *reader, StnRuleTest *self, GError **error)
{
  const char *text = stn_knowledge_reader_get (reader, "site");
  g_auto (GStrv) words = g_strsplit (text != NULL ? text : "", " ", -1);

  for (char **word = words; *word != NULL; word++) {
    GError *reason = NULL;
    StnSite site;

    if (!stn_site_parse (*word, &site, &reason))
      return stn_knowledge_reader_take (reader, error, reason);
    self->sites |= 1u << site;
  }
  return TRUE;
}

static gboolean
read_ask (StnKnowledgeReader *reader, StnRuleTest *self, GError **error)
{
  const char *ask = stn_knowledge_reader_get (reader, "ask");

  if (ask != NULL && !g_str_equal (ask, "eased"))
    return stn_knowledge_reader_fail (reader, error, "ask='%s' must be eased", ask);
  self->asks_eased = ask != NULL;
  return stn_knowledge_reader_get_flag (reader, "latest", &self->latest, error);
}

/* Which table of the catalogue has the names of an element; (nullable): any name will do. */
static GHashTable *
find_table (StnKnowledge *knowledge, StnRuleTestKind kind)
{
  if (kind == STN_TEST_SIGN)
    return knowledge->sign_by_id;
  if (kind == STN_TEST_FACTOR)
    return knowledge->trigger_by_slug;
  if (kind == STN_TEST_MEDICINE)
    return knowledge->medicine_by_id;
  return kind == STN_TEST_CONDITION ? knowledge->condition_by_id : NULL;
}

static gboolean
read_names (StnKnowledge *knowledge, StnKnowledgeReader *reader, StnRuleTest *self, GError **error)
{
  const char *attribute = self->kind == STN_TEST_MEDICINE ? "class"
                          : self->kind == STN_TEST_RELIEF ? "name"
                                                          : "id";
  const char *text = stn_knowledge_reader_get (reader, attribute);
  GHashTable *known = find_table (knowledge, self->kind);

  if (text == NULL || self->kind == STN_TEST_FLAG)
    return TRUE;
  self->ids = stn_knowledge_keep_words (knowledge, text, " ");
  for (guint i = 0; self->ids[i] != NULL; i++)
    if (known != NULL && !g_hash_table_contains (known, self->ids[i]))
      return stn_knowledge_reader_fail (reader, error, "unknown %s '%s'",
                                        element_of_kind[self->kind], self->ids[i]);
  return TRUE;
}

static gboolean
read_after_sign (StnKnowledge *knowledge,
                 StnKnowledgeReader *reader,
                 StnRuleTest *self,
                 GError **error)
{
  self->after_sign =
    stn_knowledge_keep (knowledge, stn_knowledge_reader_get (reader, "after-sign"));
  if (self->after_sign != NULL && !g_hash_table_contains (knowledge->sign_by_id, self->after_sign))
    return stn_knowledge_reader_fail (reader, error, "unknown sign '%s'", self->after_sign);
  return TRUE;
}

gboolean
stn_rule_test_read (StnKnowledge *knowledge,
                    StnKnowledgeReader *reader,
                    StnRuleTest *self,
                    const char *element,
                    GError **error)
{
  self->on_days = 1;
  self->at_least = 1;
  self->times = 1;
  return read_attributes (reader, self, element, error) && read_sites (reader, self, error) &&
         read_ask (reader, self, error) && read_names (knowledge, reader, self, error) &&
         read_after_sign (knowledge, reader, self, error);
}
