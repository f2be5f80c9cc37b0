/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-publication.h"

#include <string.h>

/* Refreshes in a row that have to agree (analysis 1.2). */
#define IN_A_ROW 3

/* Chance up to which a chosen factor is said to be likely, and that up to which what stands is still said. */
#define LIKELY_CHANCE 0.06
#define STILL_LIKELY_CHANCE 0.16
#define STILL_CONFIRMED_CHANCE 0.05

#define N_VERDICTS (STN_VERDICT_PROTECTOR + 1)
#define N_TIERS (STN_TIER_CONFIRMED + 1)

/* Something that is said or not said at each refresh. */
typedef struct {
  guint said; /* in a row, up to now */
  guint unsaid;
  gboolean stands;
} Claim;

static void
claim_hear (Claim *self, gboolean said)
{
  self->said = said ? self->said + 1 : 0;
  self->unsaid = said ? 0 : self->unsaid + 1;
  if (self->said >= IN_A_ROW)
    self->stands = TRUE;
  else if (self->unsaid >= IN_A_ROW)
    self->stands = FALSE;
}

typedef struct {
  Claim claims[N_VERDICTS][N_TIERS];
  GHashTable *names; /* what it is entangled with -> Claim */
} Hearing;

static void
hear_names (Hearing *self, char **names)
{
  static char *const none[] = {NULL};
  const char *const *said = (const char *const *) (names != NULL ? names : none);
  GHashTableIter iter;
  gpointer name, claim;

  for (const char *const *p = said; *p != NULL; p++)
    if (!g_hash_table_contains (self->names, *p))
      g_hash_table_insert (self->names, g_strdup (*p), g_new0 (Claim, 1));
  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, &claim))
    claim_hear (claim, g_strv_contains (said, name));
}

static gboolean
stands (const Hearing *self, StnVerdict verdict, StnTier tier)
{
  return self->claims[verdict][tier].stands;
}

/* What is said in public of an opinion that was formed for one night. */
static StnOpinion
weigh (const Hearing *self, const StnOpinion *opinion)
{
  StnOpinion said = *opinion;
  double likely =
    stands (self, said.verdict, STN_TIER_LIKELY) ? STILL_LIKELY_CHANCE : LIKELY_CHANCE;

  if (opinion->tier < STN_TIER_LIKELY)
    return said;
  if (stands (self, said.verdict, STN_TIER_CONFIRMED) && said.chance <= STILL_CONFIRMED_CHANCE)
    said.tier = STN_TIER_CONFIRMED;
  else if (said.chance > likely)
    said = (StnOpinion){STN_VERDICT_UNCLEAR, STN_TIER_POSSIBLE, said.chance, NULL};
  return said;
}

static void
hear (Hearing *self, const StnOpinion *formed)
{
  const StnOpinion said = weigh (self, formed), *opinion = &said;

  for (guint verdict = 0; verdict < N_VERDICTS; verdict++)
    for (guint tier = 0; tier < N_TIERS; tier++)
      claim_hear (&self->claims[verdict][tier],
                  verdict == opinion->verdict && tier <= opinion->tier);
  hear_names (self, opinion->entangled_with);
}

static StnPublished
what_stands (Hearing *self, StnDate date)
{
  StnPublished published = {.since = date};

  for (guint verdict = 0; verdict < N_VERDICTS; verdict++)
    for (guint tier = 0; tier < N_TIERS; tier++)
      if (self->claims[verdict][tier].stands) {
        published.known = TRUE;
        published.verdict = (StnVerdict) verdict;
        published.tier = (StnTier) tier;
      }
  return published;
}

static gboolean
is_same (const StnPublished *a, const StnPublished *b)
{
  if (!a->known || !b->known)
    return a->known == b->known;
  return a->verdict == b->verdict && a->tier == b->tier;
}

static void
add_to_history (GArray *history, StnPublished published)
{
  static const StnPublished nothing = {.known = FALSE};
  const StnPublished *last =
    history->len > 0 ? &g_array_index (history, StnPublished, history->len - 1) : &nothing;

  if (!is_same (last, &published))
    g_array_append_val (history, published);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

static char **
names_that_stand (Hearing *self)
{
  GPtrArray *names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name, claim;

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, &claim))
    if (((Claim *) claim)->stands)
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

StnPublication *
stn_publication_new (const StnOpinion *opinions, const StnDate *dates, guint n_refreshes)
{
  StnPublication *self = g_new0 (StnPublication, 1);
  Hearing hearing = {
    .names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free),
  };

  self->history = g_array_new (FALSE, FALSE, sizeof (StnPublished));
  for (guint i = 0; i < n_refreshes; i++) {
    hear (&hearing, &opinions[i]);
    add_to_history (self->history, what_stands (&hearing, dates[i]));
  }
  const StnPublished *last = stn_publication_get_last (self);
  self->entangled_with = last != NULL && last->verdict == STN_VERDICT_UNCLEAR
                           ? names_that_stand (&hearing)
                           : g_new0 (char *, 1);
  g_hash_table_unref (hearing.names);
  return self;
}

void
stn_publication_free (StnPublication *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->history);
  g_strfreev (self->entangled_with);
  g_free (self);
}

const StnPublished *
stn_publication_get_last (const StnPublication *self)
{
  const StnPublished *last;

  if (self->history->len == 0)
    return NULL;
  last = &g_array_index (self->history, StnPublished, self->history->len - 1);
  return last->known ? last : NULL;
}
