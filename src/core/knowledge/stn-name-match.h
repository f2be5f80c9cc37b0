/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * StnNameQuery: what a person typed so far, against names: case, diacritics and punctuation do not count, and neither do
 * numbers and units behind a name ("Simvastatin 20 mg").
 */
typedef struct _StnNameQuery StnNameQuery;

/** StnNameMatchKind: how a name matches, best first. */
typedef enum {
  STN_NAME_MATCH_NONE,
  STN_NAME_MATCH_EXACT, /* it is the name */
  STN_NAME_MATCH_START, /* the name begins with it; from 2 letters */
  STN_NAME_MATCH_WORDS, /* each word begins another word of the name; from 2 letters */
  STN_NAME_MATCH_SPELLING, /* each word sounds like one of the name, but for 1 slip from 5 letters, 2 from 8 */
} StnNameMatchKind;

/**
 * StnNameMatch: @slips: letters that differ (0 unless SPELLING). @length: letters of the name.
 * @whole: the name has as many words as were typed and at most 2 letters more: it is not a part of a longer name.
 */
typedef struct {
  StnNameMatchKind kind;
  guint slips;
  guint length;
  gboolean whole;
} StnNameMatch;

/**
 * stn_name_fold: (transfer full) @text for comparing: letters and digits in lower case, without accents, words parted by one
 * blank.
 */
char *stn_name_fold (const char *text);

StnNameQuery *stn_name_query_new (const char *typed);
void stn_name_query_free (StnNameQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StnNameQuery, stn_name_query_free)

/**
 * stn_name_query_get_n_words: how many words there are. A query that matches nothing may be tried with fewer: its first
 * words as whole words ("metoprolol succinate" -> "metoprolol").
 */
guint stn_name_query_get_n_words (const StnNameQuery *self);

/**
 * stn_name_query_match: how @name matches the first @n_words words of the query, all of them or fewer.
 * @spelling: whether slips are allowed.
 */
StnNameMatch
stn_name_query_match (const StnNameQuery *self, guint n_words, gboolean spelling, const char *name);

/** stn_name_match_compare: less than 0 when @a is the better one. */
int stn_name_match_compare (StnNameMatch a, StnNameMatch b);

G_END_DECLS
