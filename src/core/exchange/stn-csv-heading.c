/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/stn-csv-heading.h"

#include <string.h>

static const char *const cramp_words[] = {"cramp",    "cramps",   "krampf",   "krämpfe",
                                          "krämpfen", "kraempfe", "calambre", "calambres",
                                          "crampe",   "crampes",  NULL};
static const char *const cramp_ends[] = {"krampf", "krämpfe", "kraempfe", NULL};
static const char *const cramp_roots[] = {"cramp", "krampf", "krämpf", "kraempf", "calambre", NULL};
static const char *const cramp_fillers[] = {
  "a",         "any",     "anzahl",  "at",    "bein",    "beine",  "calf",      "combien",
  "count",     "cuantos", "cuántos", "de",    "der",     "des",    "die",       "during",
  "en",        "foot",    "how",     "i",     "in",      "jambe",  "jambes",    "la",
  "las",       "le",      "leg",     "legs",  "les",     "los",    "many",      "my",
  "n",         "nacht",   "nachts",  "night", "nightly", "noche",  "nocturnal", "nocturnes",
  "nocturnos", "nombre",  "nr",      "nuit",  "number",  "numero", "número",    "of",
  "per",       "pierna",  "piernas", "por",   "pro",     "the",    "total",     "viele",
  "wade",      "waden",   "wie",     "zahl",  NULL};
static const char *const severity_words[] = {"severity", "schweregrad", "stärke",
                                             "staerke",  "intensidad",  NULL};
static const char *const pain_words[] = {
  "pain",          "intensity", "intensität", "schmerz",   "schmerzen",
  "schmerzstärke", "dolor",     "douleur",    "intensité", NULL};
static const char *const severity_fillers[] = {
  "0",     "1",     "10",  "a",   "bis",   "calf",  "de",      "del", "der", "des",
  "die",   "el",    "la",  "leg", "level", "max",   "maximum", "nrs", "of",  "scale",
  "score", "skala", "the", "to",  "vas",   "worst", "à",       NULL};
static const char *const date_words[] = {"date", "datum", "fecha", "night", "nacht", "noche", NULL};
static const char *const date_fillers[] = {"de", "der", "del", "des", "la", "of", "the", NULL};
static const char *const hour_words[] = {"hour",  "hours",  "hrs",         "std", "stunden",
                                         "horas", "heures", "schlafdauer", NULL};

/* Letters and digits together are a word. */
static char **
split_words (const char *folded)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autoptr (GString) word = g_string_new (NULL);
  guint depth = 0;

  for (const char *p = folded;; p = g_utf8_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);

    if (depth == 0 && g_unichar_isalnum (c))
      g_string_append_unichar (word, c);
    else if (word->len > 0) {
      g_strv_builder_add (words, word->str);
      g_string_truncate (word, 0);
    }
    if (c == '\0')
      break;
    depth += c == '(' || c == '[';
    depth -= depth > 0 && (c == ')' || c == ']');
  }
  return g_strv_builder_end (words);
}

static gboolean
is_cramp_word (const char *word)
{
  for (guint i = 0; cramp_ends[i] != NULL; i++)
    if (g_str_has_suffix (word, cramp_ends[i]))
      return TRUE;
  return g_strv_contains (cramp_words, word);
}

/* "No. of cramps" counts them, "no cramps" is the opposite. */
static gboolean
says_cramps (const char *const *words)
{
  gboolean found = FALSE;

  for (guint i = 0; words[i] != NULL; i++) {
    const gboolean is_number = strcmp (words[i], "no") == 0 && g_strcmp0 (words[i + 1], "of") == 0;

    if (is_cramp_word (words[i]))
      found = TRUE;
    else if (!is_number && !g_strv_contains (cramp_fillers, words[i]))
      return FALSE;
  }
  return found;
}

/* @has_scale: "0-10" stands in it, maybe in brackets. */
static gboolean
says_severity (const char *const *words, gboolean has_scale)
{
  gboolean found = FALSE, is_pain = FALSE, is_of_cramps = has_scale;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (severity_words, words[i]))
      found = TRUE;
    else if (g_strv_contains (pain_words, words[i]))
      is_pain = TRUE;
    else if (is_cramp_word (words[i]))
      is_of_cramps = TRUE;
    else if (!g_strv_contains (severity_fillers, words[i]))
      return FALSE;
  return found || (is_pain && is_of_cramps);
}

static gboolean
says_date (const char *const *words)
{
  gboolean found = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (date_words, words[i]))
      found = TRUE;
    else if (!g_strv_contains (date_fillers, words[i]))
      return FALSE;
  return found;
}

gboolean
stn_csv_heading_says (const char *folded, StnCsvHeading what)
{
  g_return_val_if_fail (folded != NULL, FALSE);
  g_auto (GStrv) split = split_words (folded);
  const char *const *words = (const char *const *) split;

  switch (what) {
  case STN_CSV_HEADING_DATE:
    return says_date (words);
  case STN_CSV_HEADING_CRAMPS:
    return says_cramps (words);
  case STN_CSV_HEADING_SEVERITY:
    return says_severity (words, strstr (folded, "10") != NULL);
  }
  return FALSE;
}

gboolean
stn_csv_heading_says_hours (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);
  g_autofree char *folded = g_utf8_casefold (name, -1);
  g_auto (GStrv) split = split_words (folded);

  if (strstr (folded, "(h)") != NULL || strstr (folded, "[h]") != NULL)
    return TRUE;
  for (guint i = 0; split[i] != NULL; i++)
    if (g_strv_contains (hour_words, split[i]))
      return TRUE;
  return FALSE;
}

gboolean
stn_csv_heading_speaks_of_cramps (const char *folded)
{
  g_return_val_if_fail (folded != NULL, FALSE);
  for (guint i = 0; cramp_roots[i] != NULL; i++)
    if (strstr (folded, cramp_roots[i]) != NULL)
      return TRUE;
  return FALSE;
}
