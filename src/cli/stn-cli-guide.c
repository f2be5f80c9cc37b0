/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-verbs.h"

#include "base/stn-json-writer.h"
#include "wording/stn-wording-guide.h"

#include <glib/gi18n.h>

/* Characters of a line; the usual terminal has 80. */
#define WIDTH 78

static const StnCliOption options[] = {
  {"search", "WORDS", FALSE, N_ ("what the guide says of these words")},
  {"json", NULL, FALSE, N_ ("print JSON for programs")},
  STN_CLI_NO_MORE_OPTIONS,
};

/* @text in lines of WIDTH, each behind @indent blanks. */
static void
print_wrapped (GString *out, int indent, const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  glong column = 0;

  for (guint i = 0; words[i] != NULL; i++) {
    glong length = g_utf8_strlen (words[i], -1);

    if (i == 0 || column + 1 + length > WIDTH) {
      g_string_append_printf (out, "%s%*s", i == 0 ? "" : "\n", indent, "");
      column = indent;
    } else {
      g_string_append_c (out, ' ');
      column++;
    }
    g_string_append (out, words[i]);
    column += length;
  }
  g_string_append_c (out, '\n');
}

static void
print_heading (GString *out, const char *text, char line)
{
  g_string_append_printf (out, "%s\n", text);
  for (glong i = g_utf8_strlen (text, -1); i > 0; i--)
    g_string_append_c (out, line);
  g_string_append_c (out, '\n');
}

static void
print_entry (GString *out, const StnGuideEntry *entry)
{
  g_string_append_c (out, '\n');
  if (entry->kind == STN_GUIDE_ENTRY_SECTION) {
    print_heading (out, entry->title, '-');
    return;
  }
  if (entry->title != NULL)
    print_wrapped (out, 0, entry->title);
  if (entry->text != NULL)
    print_wrapped (out, 2, entry->text);
  for (guint i = 0; entry->notes[i] != NULL; i++)
    print_wrapped (out, 2, entry->notes[i]);
  if (entry->names != NULL) {
    /* Translators: the medicines of a class: "Names: indapamide, xipamide" */
    g_autofree char *names = g_strdup_printf (_ ("Names: %s"), entry->names);

    print_wrapped (out, 2, names);
  }
  if (entry->link != NULL)
    print_wrapped (out, 2, entry->link);
  if (entry->grade != NULL) {
    /* Translators: 1: how strong the evidence is ("Tested in trials"), 2: the publications */
    g_autofree char *stands_on = g_strdup_printf (_ ("[%1$s: %2$s]"), entry->grade, entry->sources);

    print_wrapped (out, 2, stands_on);
  }
}

static void
print_page (GString *out, const StnGuidePage *page)
{
  g_autoptr (GPtrArray) entries = stn_wording_guide_page (stn_knowledge_get (), page);

  print_heading (out, gettext (page->name), '=');
  print_wrapped (out, 0, gettext (page->summary));
  for (guint i = 0; i < entries->len; i++)
    print_entry (out, g_ptr_array_index (entries, i));
}

static void
print_pages (GString *out)
{
  const StnGuidePage *const *pages = stn_knowledge_list_guide_pages (stn_knowledge_get ());

  for (guint i = 0; pages[i] != NULL; i++)
    g_string_append_printf (out, "%-14s %s: %s\n", pages[i]->id, gettext (pages[i]->name),
                            gettext (pages[i]->summary));
}

/* Each page that has something, once, and what it has. */
static void
print_found (GString *out, GPtrArray *entries)
{
  g_autofree char *found = stn_wording_guide_found (entries->len);
  const StnGuidePage *page = NULL;

  g_string_append_printf (out, "%s\n", found);
  for (guint i = 0; i < entries->len; i++) {
    const StnGuideEntry *entry = g_ptr_array_index (entries, i);

    if (entry->page != page) {
      g_string_append_c (out, '\n');
      print_heading (out, gettext (entry->page->name), '=');
    }
    page = entry->page;
    print_entry (out, entry);
  }
}

static void
add_sources (StnJsonWriter *writer, const StnEvidence *on)
{
  stn_json_writer_begin_array (writer, "sources");
  for (guint i = 0; on->sources != NULL && on->sources[i] != NULL; i++)
    stn_json_writer_add_text (writer, NULL, on->sources[i]->id);
  stn_json_writer_end_array (writer);
  stn_json_writer_begin_array (writer, "says");
  for (guint i = 0; on->says != NULL && on->says[i] != NULL; i++)
    stn_json_writer_add_text (writer, NULL, on->says[i]);
  stn_json_writer_end_array (writer);
}

static void
add_entry (StnJsonWriter *writer, const StnGuideEntry *entry)
{
  static const char *const kinds[] = {"section", "group", "said"};

  stn_json_writer_begin_object (writer, NULL);
  stn_json_writer_add_text (writer, "page", entry->page->id);
  stn_json_writer_add_text (writer, "kind", kinds[entry->kind]);
  stn_json_writer_add_text (writer, "title", entry->title);
  stn_json_writer_add_text (writer, "text", entry->text);
  stn_json_writer_begin_array (writer, "notes");
  for (guint i = 0; entry->notes[i] != NULL; i++)
    stn_json_writer_add_text (writer, NULL, entry->notes[i]);
  stn_json_writer_end_array (writer);
  stn_json_writer_add_text (writer, "names", entry->names);
  stn_json_writer_add_text (writer, "link", entry->link);
  stn_json_writer_add_text (writer, "grade",
                            entry->grade != NULL ? stn_grade_to_token (entry->on.grade) : NULL);
  stn_json_writer_add_text (writer, "grade_words", entry->grade);
  add_sources (writer, &entry->on);
  stn_json_writer_end_object (writer);
}

static void
print_entries_json (GString *out, GPtrArray *entries)
{
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; i < entries->len; i++)
    add_entry (&writer, g_ptr_array_index (entries, i));
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static void
print_pages_json (GString *out)
{
  const StnGuidePage *const *pages = stn_knowledge_list_guide_pages (stn_knowledge_get ());
  StnJsonWriter writer;

  stn_json_writer_init (&writer, out, 1);
  stn_json_writer_begin_array (&writer, NULL);
  for (guint i = 0; pages[i] != NULL; i++) {
    stn_json_writer_begin_object (&writer, NULL);
    stn_json_writer_add_text (&writer, "page", pages[i]->id);
    stn_json_writer_add_text (&writer, "name", gettext (pages[i]->name));
    stn_json_writer_add_text (&writer, "summary", gettext (pages[i]->summary));
    stn_json_writer_end_object (&writer);
  }
  stn_json_writer_end_array (&writer);
  g_string_append_c (out, '\n');
}

static gboolean
fail_page (const char *id, GError **error)
{
  const StnGuidePage *const *pages = stn_knowledge_list_guide_pages (stn_knowledge_get ());
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; pages[i] != NULL; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", pages[i]->id);
  g_set_error (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE, "the guide has no page '%s'; it has %s",
               id, ids->str);
  return FALSE;
}

static gboolean
run_search (StnCli *cli, GError **error)
{
  const char *words = stn_cli_get (cli, "search");
  g_autoptr (GPtrArray) entries = NULL;

  if (cli->arguments->len > 0) {
    g_set_error_literal (error, STN_CLI_ERROR, STN_CLI_ERROR_USAGE,
                         "guide takes a page or --search WORDS, not both");
    return FALSE;
  }
  entries = stn_wording_guide_search (stn_knowledge_get (), words);
  if (stn_cli_has (cli, "json"))
    print_entries_json (cli->out, entries);
  else
    print_found (cli->out, entries);
  return TRUE;
}

static gboolean
run_page (StnCli *cli, const char *id, GError **error)
{
  const StnGuidePage *page = stn_knowledge_get_guide_page (stn_knowledge_get (), id);

  if (page == NULL)
    return fail_page (id, error);
  if (stn_cli_has (cli, "json")) {
    g_autoptr (GPtrArray) entries = stn_wording_guide_page (stn_knowledge_get (), page);

    print_entries_json (cli->out, entries);
  } else
    print_page (cli->out, page);
  return TRUE;
}

/* The guide needs no diary. */
static gboolean
run (StnCli *cli, GError **error)
{
  if (stn_cli_has (cli, "search"))
    return run_search (cli, error);
  if (cli->arguments->len > 0)
    return run_page (cli, g_ptr_array_index (cli->arguments, 0), error);
  if (stn_cli_has (cli, "json"))
    print_pages_json (cli->out);
  else
    print_pages (cli->out);
  return TRUE;
}

const StnCliVerb stn_cli_guide_verb = {
  .name = "guide",
  .arguments = "[PAGE]",
  .min_arguments = 0,
  .max_arguments = 1,
  .summary = N_ ("Read what is known of night cramps, page by page, or search in it"),
  .options = options,
  .run = run,
};
