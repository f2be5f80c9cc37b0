/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary/stn-opinions.h"

#include "base/stn-text-number.h"

enum { NAME, VERDICT, TIER, CHANCE, N_WORDS };

struct _StnOpinions {
  char *text;
  GHashTable *lines; /* name -> words of its line, of which it is the first */
};

static StnOpinions *
opinions_new (char *text)
{
  StnOpinions *self = g_new0 (StnOpinions, 1);

  self->text = text;
  self->lines = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_strfreev);
  return self;
}

void
stn_opinions_free (StnOpinions *self)
{
  if (self == NULL)
    return;
  g_hash_table_unref (self->lines);
  g_free (self->text);
  g_free (self);
}

static gboolean
read_line (StnOpinions *self, const char *line)
{
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  StnVerdict verdict;
  StnTier tier;
  double chance;

  if (g_strv_length (words) < N_WORDS || !stn_verdict_parse (words[VERDICT], &verdict, NULL) ||
      !stn_tier_parse (words[TIER], &tier, NULL) || !stn_real_parse (words[CHANCE], &chance, NULL))
    return FALSE;
  g_hash_table_replace (self->lines, words[NAME], words);
  words = NULL;
  return TRUE;
}

StnOpinions *
stn_opinions_parse (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autoptr (StnOpinions) self = opinions_new (g_strdup (text));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (char **line = lines; *line != NULL; line++)
    if (**line != '\0' && !read_line (self, *line))
      return NULL;
  return g_steal_pointer (&self);
}

StnOpinions *
stn_opinions_of (const StnAnalysis *analysis)
{
  g_return_val_if_fail (analysis != NULL, NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < analysis->findings->len; i++) {
    const StnFinding *finding = analysis->findings->pdata[i];
    gboolean checked = finding->chance_slides > 0;
    double chance = checked ? (double) finding->chance_count / finding->chance_slides : 1;
    char number[STN_REAL_TEXT_SIZE];

    if (finding->verdict == STN_VERDICT_NOT_ENOUGH_DATA)
      continue;
    g_string_append_printf (text, "%s %s %s %s", finding->name,
                            stn_verdict_to_token (finding->verdict),
                            stn_tier_to_token (finding->tier), stn_real_to_text (chance, number));
    for (char **name = finding->entangled_with; *name != NULL; name++)
      g_string_append_printf (text, " %s", *name);
    g_string_append_c (text, '\n');
  }
  return stn_opinions_parse (text->str);
}

const char *
stn_opinions_get_text (const StnOpinions *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  return self->text;
}

StnOpinion
stn_opinions_get (const StnOpinions *self, const char *name)
{
  StnOpinion opinion = {STN_VERDICT_NOT_ENOUGH_DATA, STN_TIER_NONE, 1, NULL};
  char **words = g_hash_table_lookup (self->lines, name);

  if (words == NULL)
    return opinion;
  stn_verdict_parse (words[VERDICT], &opinion.verdict, NULL);
  stn_tier_parse (words[TIER], &opinion.tier, NULL);
  stn_real_parse (words[CHANCE], &opinion.chance, NULL);
  opinion.entangled_with = words + N_WORDS;
  return opinion;
}
