/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-guide.h"
#include "knowledge/stn-knowledge-catalogue.h"
#include "knowledge/stn-knowledge-entry.h"
#include "model/stn-word-list.h"

static const StnKnowledgeElement elements[] = {
  {"guide", "root", "", "", FALSE},       {"page", "guide", "id icon", "", FALSE},
  {"section", "page", "", "", FALSE},     {"name", "page section", "", "", TRUE},
  {"summary", "page", "", "", TRUE},      {"statement", "section", "grade", "says", FALSE},
  {"text", "statement", "", "", TRUE},    {"cite", "statement", "source", "", FALSE},
  {"show", "section", "what", "", FALSE}, {NULL, NULL, NULL, NULL, FALSE},
};

static const char *const shown_tokens[] = {NULL,      "triggers",  "selfcare",   "reliefs",
                                           "stretch", "medicines", "conditions", "sources"};

/* What is open while the file is read: at most a page, one of its sections and one of its statements. */
typedef struct {
  StnKnowledge *knowledge;
  StnGuidePage *page;
  StnGuideSection *section;
  StnGuidePart *statement;
  GPtrArray *sections;
  GPtrArray *parts;
  GPtrArray *sources;
  gboolean shown[G_N_ELEMENTS (shown_tokens)];
} Reading;

static gboolean
start_page (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnGuidePage *page = stn_knowledge_new_entry (self->knowledge, sizeof (StnGuidePage));

  self->page = page;
  page->icon = stn_knowledge_keep (self->knowledge, stn_knowledge_reader_get (reader, "icon"));
  g_ptr_array_add (self->knowledge->guide_pages, page);
  g_ptr_array_set_size (self->sections, 0);
  return stn_knowledge_add_id (self->knowledge, reader, self->knowledge->guide_page_by_id, page,
                               &page->id, error);
}

static StnGuidePart *
add_part (Reading *self, StnGuidePartKind kind)
{
  StnGuidePart *part = stn_knowledge_new_entry (self->knowledge, sizeof (StnGuidePart));

  part->kind = kind;
  g_ptr_array_add (self->parts, part);
  return part;
}

static gboolean
start_show (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  const char *what = stn_knowledge_reader_get (reader, "what");
  GError *reason = NULL;
  guint kind;

  if (!stn_word_list_find ("list of the guide", shown_tokens, G_N_ELEMENTS (shown_tokens), what,
                           &kind, &reason))
    return stn_knowledge_reader_take (reader, error, reason);
  if (self->shown[kind])
    return stn_knowledge_reader_fail (reader, error, "'%s' is shown twice", what);
  self->shown[kind] = TRUE;
  add_part (self, (StnGuidePartKind) kind);
  return TRUE;
}

static gboolean
start_cb (StnKnowledgeReader *reader, const char *element, gpointer data, GError **error)
{
  Reading *self = data;

  if (g_str_equal (element, "page"))
    return start_page (self, reader, error);
  if (g_str_equal (element, "section")) {
    self->section = stn_knowledge_new_entry (self->knowledge, sizeof (StnGuideSection));
    g_ptr_array_add (self->sections, self->section);
    g_ptr_array_set_size (self->parts, 0);
  }
  if (g_str_equal (element, "statement")) {
    self->statement = add_part (self, STN_GUIDE_STATEMENT);
    return stn_knowledge_read_evidence (self->knowledge, reader, &self->statement->on, error);
  }
  if (g_str_equal (element, "show"))
    return start_show (self, reader, error);
  return !g_str_equal (element, "cite") ||
         stn_knowledge_cite (self->knowledge, reader, self->sources, error);
}

static gboolean
end_statement (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnGuidePart *statement = g_steal_pointer (&self->statement);

  if (statement->text == NULL)
    return stn_knowledge_reader_fail (reader, error, "a <statement> without <text>");
  return stn_knowledge_close_evidence (self->knowledge, reader, "statement", self->sources,
                                       &statement->on, error);
}

static gboolean
end_section (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnGuideSection *section = g_steal_pointer (&self->section);

  if (section->name == NULL || self->parts->len == 0)
    return stn_knowledge_reader_fail (reader, error,
                                      "a <section> needs <name> and a <statement> or <show>");
  section->parts = stn_knowledge_keep_list (self->knowledge, self->parts);
  return TRUE;
}

static gboolean
end_page (Reading *self, StnKnowledgeReader *reader, GError **error)
{
  StnGuidePage *page = g_steal_pointer (&self->page);

  if (page->name == NULL || page->summary == NULL || self->sections->len == 0)
    return stn_knowledge_reader_fail (reader, error, "'%s' needs <name>, <summary> and a <section>",
                                      page->id);
  page->sections = stn_knowledge_keep_list (self->knowledge, self->sections);
  return TRUE;
}

static const char **
find_sentence (Reading *self, const char *element)
{
  if (g_str_equal (element, "text"))
    return &self->statement->text;
  if (g_str_equal (element, "summary"))
    return &self->page->summary;
  if (g_str_equal (element, "name"))
    return self->section != NULL ? &self->section->name : &self->page->name;
  return NULL;
}

static gboolean
end_cb (
  StnKnowledgeReader *reader, const char *element, const char *text, gpointer data, GError **error)
{
  Reading *self = data;
  const char **sentence;

  if (g_str_equal (element, "statement"))
    return end_statement (self, reader, error);
  if (g_str_equal (element, "section"))
    return end_section (self, reader, error);
  if (g_str_equal (element, "page"))
    return end_page (self, reader, error);
  sentence = find_sentence (self, element);
  return sentence == NULL || stn_knowledge_set_sentence (self->knowledge, reader, self->page->id,
                                                         element, text, sentence, error);
}

gboolean
stn_knowledge_read_guide (StnKnowledge *self, GBytes *xml, GError **error)
{
  static const StnKnowledgeFormat format = {elements, start_cb, end_cb};
  g_autoptr (GPtrArray) sections = g_ptr_array_new ();
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GPtrArray) sources = g_ptr_array_new ();
  Reading reading = {.knowledge = self, .sections = sections, .parts = parts, .sources = sources};

  if (!stn_knowledge_reader_run (&format, "guide.xml", xml, &reading, error))
    return FALSE;
  g_ptr_array_add (self->guide_pages, NULL);
  return TRUE;
}

const StnGuidePage *const *
stn_knowledge_list_guide_pages (const StnKnowledge *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return (const StnGuidePage *const *) self->guide_pages->pdata;
}

const StnGuidePage *
stn_knowledge_get_guide_page (const StnKnowledge *self, const char *id)
{
  g_return_val_if_fail (self != NULL && id != NULL, NULL);
  return g_hash_table_lookup (self->guide_page_by_id, id);
}
