/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "stn-cli-complete.h"

#include "knowledge/stn-guide.h"
#include "knowledge/stn-knowledge.h"
#include "knowledge/stn-sign.h"

#include <glib/gi18n.h>

static void
offer (GString *out, const char *word, const char *suffix, const char *meaning)
{
  g_string_append_printf (out, "%s%s\t%s\n", word, suffix, meaning);
}

static void
offer_known (GString *out, const char *kind, const char *suffix)
{
  const StnKnowledge *knowledge = stn_knowledge_get ();

  if (g_str_equal (kind, "SLUG")) {
    const StnTrigger *const *triggers = stn_knowledge_list_triggers (knowledge);

    for (guint i = 0; triggers[i] != NULL; i++)
      offer (out, triggers[i]->slug, suffix, gettext (triggers[i]->name));
  } else if (g_str_equal (kind, "SIGN")) {
    const StnSignQuestion *const *signs = stn_knowledge_list_signs (knowledge);

    for (guint i = 0; signs[i] != NULL; i++)
      offer (out, signs[i]->id, suffix, gettext (signs[i]->asked));
  } else if (g_str_equal (kind, "PAGE")) {
    const StnGuidePage *const *pages = stn_knowledge_list_guide_pages (knowledge);

    for (guint i = 0; pages[i] != NULL; i++)
      offer (out, pages[i]->id, suffix, gettext (pages[i]->name));
  }
}

static gboolean
is_plain_word (const char *text)
{
  return *text != '\0' && text[strspn (text, "abcdefghijklmnopqrstuvwxyz-")] == '\0';
}

/* What stands for itself or for a kind of thing: "left|right|both", "FILE", "SLUG=VALUE". */
static void
offer_value (GString *out, const char *pattern)
{
  g_auto (GStrv) choices = g_strsplit (pattern, "|", -1);
  g_auto (GStrv) sides = g_strsplit (pattern, "=", 2);

  if (g_str_equal (pattern, "FILE") || g_str_has_suffix (pattern, ".csv") ||
      g_str_has_suffix (pattern, ".json"))
    g_string_append (out, STN_CLI_COMPLETE_FILES "\n");
  else if (sides[0] != NULL && sides[1] != NULL)
    offer_known (out, sides[0], "=");
  else if (choices[0] == NULL || choices[1] == NULL)
    offer_known (out, pattern, "");
  else
    for (guint i = 0; choices[i] != NULL; i++)
      if (is_plain_word (choices[i]))
        offer (out, choices[i], "", "");
}

/* "[list | add NAME | show|hide SLUG | SIGN=yes|no ...]": what may stand after the words that are @before, the first of
 * each part when there are none. */
static void
offer_arguments (GString *out, const StnCliVerb *verb, const char *before)
{
  g_autofree char *plain = g_strdup (verb->arguments);
  g_auto (GStrv) parts = g_strsplit (g_strstrip (g_strdelimit (plain, "[]\n", ' ')), " | ", -1);

  for (guint i = 0; parts[i] != NULL; i++) {
    g_auto (GStrv) words = g_strsplit (g_strstrip (parts[i]), " ", -1);
    g_auto (GStrv) names = g_strsplit (words[0] != NULL ? words[0] : "", "|", -1);

    if (words[0] == NULL)
      continue;
    if (before != NULL) {
      if (words[1] != NULL && g_strv_contains ((const char *const *) names, before))
        offer_value (out, words[1]);
    } else if (is_plain_word (names[0] != NULL ? names[0] : "")) {
      for (guint j = 0; names[j] != NULL; j++)
        offer (out, names[j], "", "");
    } else {
      offer_value (out, words[0]);
    }
  }
}

static void
offer_options (GString *out, const StnCliVerb *verb)
{
  for (const StnCliOption *option = verb->options; option != NULL && option->name != NULL;
       option++) {
    g_autofree char *name = g_strconcat ("--", option->name, NULL);

    offer (out, name, "", _ (option->help));
  }
}

/* (nullable): what follows an option that is written as "--side" or "--side=left"; NULL when nothing does. */
static const char *
get_value_pattern (const StnCliVerb *verb, const char *word)
{
  gsize length = strcspn (word, "=");

  if (length < 3 || !g_str_has_prefix (word, "--"))
    return NULL;
  if (strncmp (word, "--diary", MAX (length, strlen ("--diary"))) == 0)
    return "FILE";
  for (const StnCliOption *option = verb == NULL ? NULL : verb->options;
       option != NULL && option->name != NULL; option++)
    if (strlen (option->name) == length - 2 && strncmp (option->name, word + 2, length - 2) == 0)
      return option->value;
  return NULL;
}

/* "--side=le" is one word for the shell, and so must be what is offered for it. */
static void
offer_joined (GString *out, const char *word, const char *pattern)
{
  g_autoptr (GString) values = g_string_new (NULL);
  g_auto (GStrv) lines = NULL;

  offer_value (values, pattern);
  lines = g_strsplit (values->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL && *lines[i] != '\0'; i++)
    if (g_str_equal (lines[i], STN_CLI_COMPLETE_FILES))
      g_string_append (out, STN_CLI_COMPLETE_FILES "\n");
    else
      g_string_append_printf (out, "%.*s=%s\n", (int) strcspn (word, "="), word, lines[i]);
}

static const StnCliVerb *
find_verb (const StnCliVerb *const *verbs, const char *name)
{
  for (; *verbs != NULL; verbs++)
    if (g_str_equal ((*verbs)->name, name))
      return *verbs;
  return NULL;
}

char *
stn_cli_complete (const char *const *words, const StnCliVerb *const *verbs)
{
  g_return_val_if_fail (words != NULL && verbs != NULL, NULL);
  g_autoptr (GString) out = g_string_new (NULL);
  const StnCliVerb *verb = NULL;
  const char *first = NULL;   /* of the verb's arguments */
  const char *pattern = NULL; /* of the value that the word before asks for */

  for (; words[0] != NULL && words[1] != NULL; words++) {
    const char *asked = pattern;

    pattern =
      asked != NULL || strchr (words[0], '=') != NULL ? NULL : get_value_pattern (verb, words[0]);
    if (asked != NULL || *words[0] == '-')
      continue;
    if (verb == NULL)
      verb = find_verb (verbs, words[0]);
    else if (first == NULL)
      first = words[0];
  }
  if (pattern != NULL) {
    offer_value (out, pattern);
  } else if (words[0] != NULL && strchr (words[0], '=') != NULL &&
             (pattern = get_value_pattern (verb, words[0])) != NULL) {
    offer_joined (out, words[0], pattern);
  } else {
    if (verb != NULL) {
      offer_arguments (out, verb, first);
      offer_options (out, verb);
    } else {
      for (guint i = 0; verbs[i] != NULL; i++)
        offer (out, verbs[i]->name, "", _ (verbs[i]->summary));
      offer (out, "--version", "", _ ("print the program's version"));
    }
    offer (out, "--diary", "", _ ("the diary (default: $XDG_DATA_HOME/stillnight/diary.db)"));
    offer (out, "--help", "", _ ("print this help"));
  }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
