/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-name-match.h"

#include <string.h>

#define MIN_LETTERS 2
#define MIN_LETTERS_ALONE 4 /* of a first word that is tried without the others */
#define MAX_WORD 40
#define MAX_LETTERS_MORE 2 /* of a name that is meant as a whole */
#define MAX_WORDS 8

struct _StnNameQuery {
  GStrv words;
};

char *
stn_name_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *plain = g_utf8_normalize (valid, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = g_utf8_casefold (plain, -1);
  GString *folded = g_string_new (NULL);

  for (const char *c = lower; *c != '\0'; c = g_utf8_next_char (c)) {
    gunichar letter = g_utf8_get_char (c);

    if (g_unichar_isalnum (letter))
      g_string_append_unichar (folded, letter);
    else if (!g_unichar_ismark (letter) && letter != '\'' && folded->len > 0 &&
             folded->str[folded->len - 1] != ' ')
      g_string_append_c (folded, ' ');
  }
  if (folded->len > 0 && folded->str[folded->len - 1] == ' ')
    g_string_truncate (folded, folded->len - 1);
  return g_string_free (folded, FALSE);
}

static GStrv
split (const char *text)
{
  g_autofree char *folded = stn_name_fold (text);

  return g_strsplit (folded, " ", -1);
}

static gboolean
is_unit (const char *word)
{
  static const char *const units[] = {"mg", "mcg", "ug", "µg", "μg", "g", "ml", NULL};

  return word != NULL && g_strv_contains (units, word);
}

/* "20", "20mg" and the unit after it are no part of a name; "b12" and the 2 of "diabetes type 2" are. */
static gboolean
is_amount (const char *word, const char *next)
{
  return is_unit (word) || (g_ascii_isdigit (*word) && (word[1] != '\0' || is_unit (next)));
}

StnNameQuery *
stn_name_query_new (const char *typed)
{
  g_auto (GStrv) all = split (typed);
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  StnNameQuery *self = g_new0 (StnNameQuery, 1);

  for (guint i = 0, n = 0; all[i] != NULL && n < MAX_WORDS; i++)
    if (*all[i] != '\0' && !is_amount (all[i], all[i + 1])) {
      g_strv_builder_add (words, all[i]);
      n++;
    }
  self->words = g_strv_builder_end (words);
  return self;
}

void
stn_name_query_free (StnNameQuery *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->words);
  g_free (self);
}

guint
stn_name_query_get_n_words (const StnNameQuery *self)
{
  return g_strv_length (self->words);
}

/* How a word sounds, roughly: "phen" and "fen", "hydro" and "hidro", "ll" and "l" are alike. */
static GString *
sound (const char *word)
{
  static const struct {
    const char *written, *heard;
  } alike[] = {{"ph", "f"},  {"th", "t"},  {"rh", "r"},  {"ch", "c"}, {"ae", "e"}, {"oe", "e"},
               {"ce", "se"}, {"ci", "si"}, {"cy", "si"}, {"y", "i"},  {"k", "c"},  {"z", "s"}};
  GString *heard = g_string_new (NULL);

  for (const char *c = word; *c != '\0';) {
    gsize length = 1;
    const char *as = NULL;

    for (guint i = 0; i < G_N_ELEMENTS (alike) && as == NULL; i++)
      if (g_str_has_prefix (c, alike[i].written)) {
        as = alike[i].heard;
        length = strlen (alike[i].written);
      }
    if (as != NULL)
      g_string_append (heard, as);
    else if (heard->len == 0 || heard->str[heard->len - 1] != *c)
      g_string_append_c (heard, *c);
    c += length;
  }
  return heard;
}

/* Fewest letters to add, leave out, change or swap with the neighbour that make @a of @b; with @start, of a start of @b. */
static guint
count_slips (const GString *a, const GString *b, gboolean start)
{
  guint row[3][MAX_WORD + 1];
  guint n = (guint) a->len, m = (guint) b->len, best;

  if (n > MAX_WORD || m > MAX_WORD)
    return G_MAXUINT;
  for (guint j = 0; j <= m; j++)
    row[0][j] = j;
  for (guint i = 1; i <= n; i++) {
    guint *now = row[i % 3], *before = row[(i + 2) % 3], *earlier = row[(i + 1) % 3];

    now[0] = i;
    for (guint j = 1; j <= m; j++) {
      now[j] =
        MIN (before[j - 1] + (a->str[i - 1] != b->str[j - 1]), MIN (before[j] + 1, now[j - 1] + 1));
      if (i > 1 && j > 1 && a->str[i - 1] == b->str[j - 2] && a->str[i - 2] == b->str[j - 1])
        now[j] = MIN (now[j], earlier[j - 2] + 1);
    }
  }
  best = row[n % 3][m];
  for (guint j = 0; start && j < m; j++)
    best = MIN (best, row[n % 3][j]);
  return best;
}

/* The slips between a typed word and one of a name; G_MAXUINT = too many. An unfinished word may have fewer. */
static guint
count_allowed_slips (const char *typed, const char *word)
{
  g_autoptr (GString) a = sound (typed);
  g_autoptr (GString) b = sound (word);
  guint whole = a->len >= 8 ? 2 : a->len >= 5 ? 1 : 0;
  guint unfinished = a->len >= 11 ? 2 : a->len >= 6 ? 1 : 0;
  guint slips;

  if (a->len < 4 || b->len == 0 || a->str[0] != b->str[0])
    return G_MAXUINT;
  slips = count_slips (a, b, FALSE);
  if (slips <= whole)
    return slips;
  slips = count_slips (a, b, TRUE);
  return slips <= unfinished ? slips + 1 : G_MAXUINT;
}

typedef enum { BEGINS, WHOLE, SOUNDS } WordTest;

/* Whether each of the first @n_words of the query finds a word of its own in @words. */
static gboolean
find_words (const StnNameQuery *self, guint n_words, GStrv words, WordTest test, guint *ret_slips)
{
  gboolean used[MAX_WORDS * 2] = {FALSE};
  guint n = MIN (g_strv_length (words), (guint) G_N_ELEMENTS (used));

  *ret_slips = 0;
  for (guint i = 0; i < n_words; i++) {
    const char *typed = self->words[i];
    guint best = G_MAXUINT, place = 0;

    for (guint j = 0; j < n; j++) {
      guint slips = g_str_equal (words[j], typed)                          ? 0
                    : test == BEGINS && g_str_has_prefix (words[j], typed) ? 0
                    : test == SOUNDS ? count_allowed_slips (typed, words[j])
                                     : G_MAXUINT;

      if (!used[j] && slips < best) {
        best = slips;
        place = j;
      }
    }
    if (best == G_MAXUINT)
      return FALSE;
    used[place] = TRUE;
    *ret_slips += best;
  }
  return n_words > 0;
}

static glong
count_letters (const StnNameQuery *self)
{
  glong letters = 0;

  for (guint i = 0; self->words[i] != NULL; i++)
    letters += g_utf8_strlen (self->words[i], -1);
  return letters;
}

StnNameMatch
stn_name_query_match (const StnNameQuery *self, guint n_words, gboolean spelling, const char *name)
{
  gboolean all = n_words == stn_name_query_get_n_words (self);
  g_autofree char *typed = g_strjoinv (" ", self->words);
  g_autofree char *folded = stn_name_fold (name);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);
  StnNameMatch match = {.length = (guint) g_utf8_strlen (folded, -1)};
  guint slips;

  match.whole = all && n_words == g_strv_length (words) &&
                match.length <= g_utf8_strlen (typed, -1) + MAX_LETTERS_MORE;

  if (n_words == 0 || count_letters (self) < MIN_LETTERS ||
      (!all && g_utf8_strlen (self->words[0], -1) < MIN_LETTERS_ALONE))
    return match;
  if (all && g_str_equal (folded, typed))
    match.kind = STN_NAME_MATCH_EXACT;
  else if (all && g_str_has_prefix (folded, typed))
    match.kind = STN_NAME_MATCH_START;
  else if (find_words (self, n_words, words, all ? BEGINS : WHOLE, &slips))
    match.kind = STN_NAME_MATCH_WORDS;
  else if (spelling && find_words (self, n_words, words, SOUNDS, &slips)) {
    match.kind = STN_NAME_MATCH_SPELLING;
    match.slips = slips;
  }
  return match;
}

int
stn_name_match_compare (StnNameMatch a, StnNameMatch b)
{
  if (a.kind != b.kind)
    return (int) a.kind - (int) b.kind;
  if (a.slips != b.slips)
    return (int) a.slips - (int) b.slips;
  return (int) a.length - (int) b.length;
}
