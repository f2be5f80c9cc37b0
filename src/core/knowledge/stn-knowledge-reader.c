/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-knowledge-reader.h"
#include "base/stn-text-number.h"

#include <string.h>

struct _StnKnowledgeReader {
  const StnKnowledgeFormat *format;
  const char *file;
  gpointer data;
  GMarkupParseContext *context;
  const StnKnowledgeElement *element; /* the innermost that is open */
  const char **names;                 /* attributes of the element that starts */
  const char **values;
  GString *text;
  int read_line;  /* the line that is being parsed */
  int line;       /* of what is looked at: for an element, where it starts */
  GArray *starts; /* (element-type int) lines of the elements that are open */
};

static gboolean
is_one_of (const char *names, const char *name)
{
  g_auto (GStrv) words = g_strsplit (names, " ", -1);

  return g_strv_contains ((const char *const *) words, name);
}

gboolean
stn_knowledge_reader_fail (StnKnowledgeReader *self, GError **error, const char *format, ...)
{
  g_autofree char *reason = NULL;
  va_list args;

  va_start (args, format);
  reason = g_strdup_vprintf (format, args);
  va_end (args);
  g_set_error (error, STN_KNOWLEDGE_ERROR, STN_KNOWLEDGE_ERROR_BAD_FILE, "%s:%d: %s", self->file,
               self->line, reason);
  return FALSE;
}

void
stn_knowledge_reader_go_to (StnKnowledgeReader *self, int line)
{
  self->line = line;
}

gboolean
stn_knowledge_reader_take (StnKnowledgeReader *self, GError **error, GError *reason)
{
  stn_knowledge_reader_fail (self, error, "%s", reason->message);
  g_error_free (reason);
  return FALSE;
}

int
stn_knowledge_reader_get_line (StnKnowledgeReader *self)
{
  return self->line;
}

const char *
stn_knowledge_reader_get (StnKnowledgeReader *self, const char *attribute)
{
  for (guint i = 0; self->names[i] != NULL; i++)
    if (g_str_equal (self->names[i], attribute))
      return self->values[i];
  return NULL;
}

gboolean
stn_knowledge_reader_get_flag (StnKnowledgeReader *self,
                               const char *attribute,
                               gboolean *ret_flag,
                               GError **error)
{
  const char *value = stn_knowledge_reader_get (self, attribute);

  if (value != NULL && !g_str_equal (value, "yes") && !g_str_equal (value, "no"))
    return stn_knowledge_reader_fail (self, error, "%s='%s' must be yes or no", attribute, value);
  *ret_flag = g_strcmp0 (value, "yes") == 0;
  return TRUE;
}

gboolean
stn_knowledge_reader_get_real (StnKnowledgeReader *self,
                               const char *attribute,
                               StnOptReal *ret_value,
                               GError **error)
{
  const char *text = stn_knowledge_reader_get (self, attribute);
  GError *reason = NULL;
  double value;

  if (text == NULL) {
    *ret_value = STN_UNKNOWN_REAL;
    return TRUE;
  }
  if (!stn_real_parse (text, &value, &reason))
    return stn_knowledge_reader_take (self, error, reason);
  *ret_value = STN_KNOWN_REAL (value);
  return TRUE;
}

static const StnKnowledgeElement *
find_element (StnKnowledgeReader *self, const char *name)
{
  for (const StnKnowledgeElement *element = self->format->elements; element->name != NULL;
       element++)
    if (g_str_equal (element->name, name))
      return element;
  return NULL;
}

static gboolean
check_attributes (StnKnowledgeReader *self, const StnKnowledgeElement *element, GError **error)
{
  g_auto (GStrv) required = g_strsplit (element->required, " ", -1);

  for (guint i = 0; self->names[i] != NULL; i++) {
    if (!is_one_of (element->required, self->names[i]) &&
        !is_one_of (element->optional, self->names[i]))
      return stn_knowledge_reader_fail (self, error, "<%s> has no attribute '%s'", element->name,
                                        self->names[i]);
    if (stn_knowledge_reader_get (self, self->names[i]) != self->values[i])
      return stn_knowledge_reader_fail (self, error, "attribute '%s' is there twice",
                                        self->names[i]);
    if (*self->values[i] == '\0')
      return stn_knowledge_reader_fail (self, error, "attribute '%s' is empty", self->names[i]);
  }
  for (guint i = 0; required[i] != NULL; i++)
    if (stn_knowledge_reader_get (self, required[i]) == NULL)
      return stn_knowledge_reader_fail (self, error, "<%s> needs the attribute '%s'", element->name,
                                        required[i]);
  return TRUE;
}

static gboolean
start_element (StnKnowledgeReader *self, const char *name, GError **error)
{
  const StnKnowledgeElement *element = find_element (self, name);
  const char *parent = self->element != NULL ? self->element->name : "root";

  if (element == NULL)
    return stn_knowledge_reader_fail (self, error, "unknown element <%s>", name);
  if (!is_one_of (element->parents, parent))
    return stn_knowledge_reader_fail (self, error, "<%s> does not belong into <%s>", name, parent);
  if (!check_attributes (self, element, error))
    return FALSE;
  self->element = element;
  g_string_truncate (self->text, 0);
  return self->format->start (self, name, self->data, error);
}

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  StnKnowledgeReader *self = data;

  self->names = names;
  self->values = values;
  self->line = self->read_line;
  g_array_append_val (self->starts, self->line);
  start_element (self, name, error);
}

/* Sentences are msgids: what stands here must be byte for byte what the extraction by po/its finds. */
static gboolean
check_sentence (StnKnowledgeReader *self, GError **error)
{
  const char *text = self->text->str;

  if (*text == '\0')
    return stn_knowledge_reader_fail (self, error, "<%s> is empty", self->element->name);
  if (strpbrk (text, "\n\r\t") != NULL || strstr (text, "  ") != NULL ||
      g_str_has_prefix (text, " ") || g_str_has_suffix (text, " "))
    return stn_knowledge_reader_fail (
      self, error, "the text of <%s> must stand on one line without extra blanks",
      self->element->name);
  return TRUE;
}

static void
end_element_cb (GMarkupParseContext *context, const char *name, gpointer data, GError **error)
{
  StnKnowledgeReader *self = data;
  const GSList *open = g_markup_parse_context_get_element_stack (context);

  self->line = g_array_index (self->starts, int, self->starts->len - 1);
  g_array_set_size (self->starts, self->starts->len - 1);
  if (self->element->has_text && !check_sentence (self, error))
    return;
  if (!self->format->end (self, name, self->text->str, self->data, error))
    return;
  g_string_truncate (self->text, 0);
  self->element = open->next != NULL ? find_element (self, open->next->data) : NULL;
}

static void
text_cb (
  GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  StnKnowledgeReader *self = data;
  gsize blanks = strspn (text, " \t\r\n");

  if (self->element != NULL && self->element->has_text)
    g_string_append_len (self->text, text, (gssize) length);
  else if (blanks < length) {
    self->line = self->read_line;
    for (const char *c = text + blanks; c < text + length; c++)
      self->line -= *c == '\n';
    stn_knowledge_reader_fail (self, error, "text outside of a sentence: '%.*s'",
                               (int) strcspn (text + blanks, "\r\n"), text + blanks);
  }
}

static const GMarkupParser parser = {start_element_cb, end_element_cb, text_cb, NULL, NULL};

/* GMarkup's own complaints about broken XML get the same form as ours. */
static void
name_the_place (StnKnowledgeReader *self, GError **error, GError *reason)
{
  g_autofree char *message = g_utf8_make_valid (reason->message, -1);
  const char *colon = g_str_has_prefix (message, "Error on line") ? strchr (message, ':') : NULL;

  if (reason->domain == STN_KNOWLEDGE_ERROR) {
    g_propagate_error (error, reason);
    return;
  }
  self->line = MAX (1, self->read_line);
  stn_knowledge_reader_fail (self, error, "%s", colon != NULL ? colon + 2 : message);
  g_error_free (reason);
}

/* Line by line: GMarkup itself counts a line feed that follows a tag as if it stood before it. */
static gboolean
parse (StnKnowledgeReader *self, const char *text, gsize length, GError **error)
{
  const char *end = text + length;

  for (const char *line = text, *next; line < end; line = next) {
    const char *feed = memchr (line, '\n', (gsize) (end - line));

    next = feed != NULL ? feed + 1 : end;
    self->read_line++;
    if (!g_markup_parse_context_parse (self->context, line, next - line, error))
      return FALSE;
  }
  return g_markup_parse_context_end_parse (self->context, error);
}

gboolean
stn_knowledge_reader_run (
  const StnKnowledgeFormat *format, const char *file, GBytes *xml, gpointer data, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) starts = g_array_new (FALSE, FALSE, sizeof (int));
  StnKnowledgeReader self = {
    .format = format, .file = file, .data = data, .text = text, .starts = starts};
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &self, NULL);
  GError *reason = NULL;
  gsize length;
  const char *bytes = g_bytes_get_data (xml, &length);

  self.context = context;
  if (parse (&self, bytes, length, &reason))
    return TRUE;
  name_the_place (&self, error, reason);
  return FALSE;
}
