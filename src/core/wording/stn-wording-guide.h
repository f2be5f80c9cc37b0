/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "knowledge/stn-advice.h"
#include "knowledge/stn-guide.h"

G_BEGIN_DECLS

/** StnGuideEntryKind: a heading, or something that is said. */
typedef enum {
  STN_GUIDE_ENTRY_SECTION, /* heading of a section: only a title */
  STN_GUIDE_ENTRY_GROUP, /* heading of a group within it: a title, sometimes with what holds for all of it */
  STN_GUIDE_ENTRY_SAID,
} StnGuideEntryKind;

/**
 * StnGuideEntry: a piece of the guide in words, ready to be shown.
 * @page: the page that it is on. @title: NULL for statements. @text: NULL for bare headings.
 * @notes: NULL-terminated, each one or two sentences: what to ask whom, for whom it is not meant; may be empty.
 * @names: the medicines of a class, with commas; NULL for others. @link: address of a source; NULL for others.
 * @grade: in words, @sources: "Garrison 2012 · Imai 1995"; NULL for headings.
 * @on: what the text stands on; grade 0 and no sources for headings. Of the catalogue, not owned.
 */
typedef struct {
  StnGuideEntryKind kind;
  const StnGuidePage *page;
  char *title;
  char *text;
  char **notes;
  char *names;
  char *link;
  char *grade;
  char *sources;
  StnEvidence on;
} StnGuideEntry;

/** stn_guide_entry_free: GDestroyNotify of an StnGuideEntry. */
void stn_guide_entry_free (gpointer data);

/** stn_wording_guide_page: (transfer full) (element-type StnGuideEntry) a page from top to bottom. */
GPtrArray *stn_wording_guide_page (const StnKnowledge *knowledge, const StnGuidePage *page);

/**
 * stn_wording_guide_search: what of the whole guide holds every one of the @words, as beginnings of words, case and accents
 * aside; a misspelled medicine is found by what it sounds like. Those with the words in the title come first.
 *
 * Returns: (transfer full) (element-type StnGuideEntry): none of them a bare heading; empty when nothing is found.
 */
GPtrArray *stn_wording_guide_search (const StnKnowledge *knowledge, const char *words);

/** "3 places in the guide", "Nothing in the guide has these words." */
char *stn_wording_guide_found (guint places);

/** stn_wording_damaged: (nullable) what to do when the built-in knowledge is damaged; NULL when it is not. */
char *stn_wording_damaged (const char *problem);

G_END_DECLS
