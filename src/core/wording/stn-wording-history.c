/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-history.h"

#include "analysis/stn-publication.h"
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

char *
stn_wording_since (const StnFinding *finding, StnDate today)
{
  const StnPublished *last =
    finding->publication != NULL ? stn_publication_get_last (finding->publication) : NULL;
  g_autofree char *date = NULL;

  if (last == NULL || last->verdict != finding->verdict || last->tier != finding->tier)
    return NULL;
  date = stn_wording_date_brief (last->since, today);
  if (last->verdict == STN_VERDICT_UNLIKELY)
    /* Translators: a date; under "A strong link is unlikely" */
    return g_strdup_printf (_ ("Since %s. A weak link is still possible"), date);
  switch (last->tier) {
  case STN_TIER_CONFIRMED:
    /* Translators: a date; of a pattern in the diary */
    return g_strdup_printf (_ ("Clear since %s"), date);
  case STN_TIER_LIKELY:
    /* Translators: a date */
    return g_strdup_printf (_ ("Worth watching closely since %s"), date);
  case STN_TIER_POSSIBLE:
    /* Translators: a date */
    return g_strdup_printf (_ ("Worth watching since %s"), date);
  case STN_TIER_NONE:
    break;
  }
  return NULL;
}

/* What was to be seen of a factor at a time; what is not worth a word is the same as nothing. */
typedef enum {
  SHOWN_NOTHING,
  SHOWN_UNLIKELY,
  SHOWN_WATCH,
  SHOWN_WATCH_CLOSELY,
  SHOWN_CLEAR,
} Shown;

static Shown
shown_at (const StnPublished *published)
{
  if (!published->known)
    return SHOWN_NOTHING;
  if (published->verdict == STN_VERDICT_UNLIKELY)
    return SHOWN_UNLIKELY;
  switch (published->tier) {
  case STN_TIER_CONFIRMED:
    return SHOWN_CLEAR;
  case STN_TIER_LIKELY:
    return SHOWN_WATCH_CLOSELY;
  case STN_TIER_POSSIBLE:
    return SHOWN_WATCH;
  case STN_TIER_NONE:
    break;
  }
  return SHOWN_NOTHING;
}

/* Translators of this file: "history" is of parts of one sentence such as "Worth watching closely from 10 February, clear since 3 March";
 * the first part gets a capital letter by itself. "From" is of what is over, "since" of what lasts. */
static char *
words_of (Shown shown, gboolean lasts, const char *date)
{
  switch (shown) {
  case SHOWN_CLEAR:
    /* Translators: a date; of a pattern in the diary */
    return lasts ? g_strdup_printf (C_ ("history", "clear since %s"), date)
                 /* Translators: a date; of a pattern in the diary */
                 : g_strdup_printf (C_ ("history", "clear from %s"), date);
  case SHOWN_WATCH_CLOSELY:
    return lasts ? g_strdup_printf (C_ ("history", "worth watching closely since %s"), date)
                 : g_strdup_printf (C_ ("history", "worth watching closely from %s"), date);
  case SHOWN_WATCH:
    return lasts ? g_strdup_printf (C_ ("history", "worth watching since %s"), date)
                 : g_strdup_printf (C_ ("history", "worth watching from %s"), date);
  case SHOWN_UNLIKELY:
    return lasts ? g_strdup_printf (C_ ("history", "a strong link unlikely since %s"), date)
                 : g_strdup_printf (C_ ("history", "a strong link unlikely from %s"), date);
  case SHOWN_NOTHING:
    /* Translators: a date; it could not be told whether something goes with cramps */
    return lasts ? g_strdup_printf (C_ ("history", "not to be told since %s"), date)
                 /* Translators: a date; it could not be told whether something goes with cramps */
                 : g_strdup_printf (C_ ("history", "not to be told from %s"), date);
  }
  g_return_val_if_reached (NULL);
}

typedef struct {
  Shown shown;
  StnVerdict verdict;
  StnDate since;
  gboolean turned; /* from more cramps to fewer, or back */
} Part;

/* (element-type Part): without the time before anything was shown, neighbours that read alike as one. */
static GArray *
list_parts (const GArray *history)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < history->len; i++) {
    const StnPublished *published = &g_array_index (history, StnPublished, i);
    Part part = {shown_at (published), published->verdict, published->since, FALSE};
    const Part *last = parts->len > 0 ? &g_array_index (parts, Part, parts->len - 1) : NULL;

    part.turned = last != NULL && last->shown >= SHOWN_WATCH_CLOSELY &&
                  part.shown >= SHOWN_WATCH_CLOSELY && part.verdict != last->verdict;
    if (last == NULL ? part.shown != SHOWN_NOTHING : part.shown != last->shown || part.turned)
      g_array_append_val (parts, part);
  }
  return parts;
}

static char *
part_text (const Part *part, gboolean lasts, StnDate today)
{
  g_autofree char *date = stn_wording_date_brief (part->since, today);
  char *words = words_of (part->shown, lasts, date);

  if (!part->turned)
    return words;
  g_autofree char *taken = words;
  /* Translators: "clear since 3 March"; what went with more cramps before goes with fewer now, or the reverse */
  return g_strdup_printf (C_ ("history", "%s the other way round"), taken);
}

char *
stn_wording_history (const StnFinding *finding, StnDate today)
{
  g_autoptr (GArray) parts =
    finding->publication != NULL ? list_parts (finding->publication->history) : NULL;
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  if (parts == NULL || parts->len < 2)
    return NULL;
  for (guint i = 0; i < parts->len; i++) {
    const Part *part = &g_array_index (parts, Part, i);
    g_autofree char *text = part_text (part, i + 1 == parts->len, today);

    g_strv_builder_add (words, text);
  }
  all = g_strv_builder_end (words);
  /* Translators: parts the parts of a history */
  g_autofree char *joined = stn_wording_capital (g_strjoinv (C_ ("history", ", "), all));
  /* Translators: a whole history as a sentence */
  return g_strdup_printf (C_ ("history", "%s."), joined);
}
