/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-medicine-match.h"
#include "wording/stn-wording-guide.h"

#include <glib/gi18n.h>
#include <string.h>

/* How well an entry answers: all words in the title, in the rest, or not at all. */
typedef enum { IN_TITLE, IN_TEXT, NOWHERE } Place;

/* (transfer full) " folded text": each word stands behind a blank. */
static char *
haystack (const char *first, const char *second, const char *third, char *const *more)
{
  g_autofree char *notes = g_strjoinv (" ", (char **) more);
  g_autofree char *all =
    g_strdup_printf ("%s %s %s %s", first != NULL ? first : "", second != NULL ? second : "",
                     third != NULL ? third : "", notes);
  g_autofree char *folded = stn_name_fold (all);

  return g_strconcat (" ", folded, NULL);
}

static gboolean
has_words (const char *text, GStrv words)
{
  for (guint i = 0; words[i] != NULL; i++) {
    g_autofree char *beginning = g_strconcat (" ", words[i], NULL);

    if (strstr (text, beginning) == NULL)
      return FALSE;
  }
  return TRUE;
}

static Place
find_place (const StnGuideEntry *entry, GStrv words)
{
  char *const no_notes[] = {NULL};
  g_autofree char *title = haystack (entry->title, entry->names, NULL, no_notes);
  g_autofree char *all = haystack (entry->title, entry->text, entry->names, entry->notes);

  if (entry->text == NULL)
    return NOWHERE;
  return has_words (title, words) ? IN_TITLE : has_words (all, words) ? IN_TEXT : NOWHERE;
}

/* Moves the entries that answer from the pages to @found, those at @place. */
static void
collect (GPtrArray *found, GPtrArray *entries, GStrv words, Place place)
{
  for (guint i = 0; i < entries->len;)
    if (find_place (entries->pdata[i], words) == place)
      g_ptr_array_add (found, g_ptr_array_steal_index (entries, i));
    else
      i++;
}

/* Titles first, each in the order of the guide. */
static void
search (GPtrArray *found, const StnKnowledge *knowledge, const char *text)
{
  const StnGuidePage *const *pages = stn_knowledge_list_guide_pages (knowledge);
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (stn_guide_entry_free);
  g_autofree char *folded = stn_name_fold (text);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  if (words[0] == NULL)
    return;
  for (guint i = 0; pages[i] != NULL; i++)
    g_ptr_array_extend_and_steal (entries, stn_wording_guide_page (knowledge, pages[i]));
  collect (found, entries, words, IN_TITLE);
  collect (found, entries, words, IN_TEXT);
}

/* Combinations of a medicine stand in other classes, too; its own is what was meant. */
static void
put_first (GPtrArray *found, const StnEvidence *on)
{
  for (guint i = 0; i < found->len; i++) {
    StnGuideEntry *entry = found->pdata[i];

    if (entry->names != NULL && entry->on.sources == on->sources) {
      g_ptr_array_steal_index (found, i);
      g_ptr_array_insert (found, 0, entry);
      return;
    }
  }
}

GPtrArray *
stn_wording_guide_search (const StnKnowledge *knowledge, const char *words)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (stn_guide_entry_free);
  g_autoptr (GArray) medicines = NULL;
  const StnMedicineMatch *medicine;

  g_return_val_if_fail (knowledge != NULL && words != NULL, found);
  search (found, knowledge, words);
  medicines = stn_medicine_match (knowledge, words, 1);
  if (medicines->len == 0)
    return found;
  medicine = &g_array_index (medicines, StnMedicineMatch, 0);
  if (found->len == 0)
    search (found, knowledge, medicine->name);
  put_first (found, &medicine->medicine_class->on);
  return found;
}

char *
stn_wording_guide_found (guint places)
{
  if (places == 0)
    return g_strdup (_ ("Nothing in the guide has these words."));
  return g_strdup_printf (ngettext ("%u place in the guide", "%u places in the guide", places),
                          places);
}
