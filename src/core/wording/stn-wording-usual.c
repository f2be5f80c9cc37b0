/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

static const StnFactor *
find_factor (GPtrArray *factors, const char *slug)
{
  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *factor = g_ptr_array_index (factors, i);

    if (g_str_equal (factor->slug, slug))
      return factor;
  }
  return NULL;
}

static char *
glasses_to_drink (const StnFactor *factor, double ml)
{
  double glasses = ml / stn_factor_get_portion (factor);
  g_autofree char *number = stn_wording_number (glasses);

  /* Translators: within a list of what an ordinary day is like, "6 glasses to drink, moved, no alcohol" */
  return g_strdup_printf (
    ngettext ("%s glass to drink", "%s glasses to drink", stn_wording_plural (glasses)), number);
}

/* A tick that is not set says nothing. */
static char *
side_in_words (const StnTrigger *trigger, gboolean is_exposed)
{
  if (is_exposed)
    return g_strdup (gettext (trigger->exposed));
  return trigger->otherwise == NULL ? NULL : g_strdup (gettext (trigger->otherwise));
}

static char *
name_and_value (const StnFactor *factor, double value)
{
  g_autofree char *name = stn_wording_factor_name (factor);
  g_autofree char *text = stn_wording_factor_value (factor, value);

  /* Translators: a factor of the person's own and its value, "Late meal: Yes" */
  return g_strdup_printf (C_ ("factor", "%1$s: %2$s"), name, text);
}

/* A value within a line, in the portions in which it is asked for. */
static char *
brief_value (const StnFactor *factor, double value)
{
  if (factor->kind == STN_FACTOR_BINARY)
    return g_strdup (value != 0 ? C_ ("usual", "yes") : C_ ("usual", "no"));
  if (value == 0)
    return g_strdup (C_ ("usual", "none"));
  return stn_factor_get_portion (factor) > 0 ? stn_wording_portions (factor, value)
                                             : stn_wording_factor_value (factor, value);
}

/* On an ordinary day the number says it: "less" than what? */
static char *
plain_value (const StnFactor *factor, double value)
{
  g_autofree char *amount = brief_value (factor, value);

  if (g_str_equal (factor->slug, "exertion"))
    /* Translators: within a list of what an ordinary day is like, "effort 3 of 10" */
    return g_strdup_printf (_ ("effort %s"), amount);
  if (g_str_equal (factor->slug, "sitting"))
    /* Translators: within a list of what an ordinary day is like, "sitting 7 h" */
    return g_strdup_printf (_ ("sitting %s"), amount);
  return NULL;
}

/* "hard effort (8 of 10)": in a word, and as the list before bed has it. */
static char *
side_and_value (const StnTrigger *trigger, const StnFactor *factor, double value)
{
  char *side = side_in_words (trigger, stn_cut_holds (trigger->exposed_when, value));
  g_autofree char *amount = NULL;
  char *both;

  if (side == NULL || value == 0)
    return side;
  amount = brief_value (factor, value);
  /* Translators: 1: a usual day in a word, 2: the number behind it: "hard effort (8 of 10)" */
  both = g_strdup_printf (C_ ("usual", "%1$s (%2$s)"), side, amount);
  g_free (side);
  return both;
}

static char *
usual_in_words (const StnFactor *factor, double value)
{
  const StnTrigger *trigger = stn_wording_trigger_of (factor);

  if (trigger == NULL || factor->name != NULL)
    return name_and_value (factor, value);
  if (g_str_equal (factor->slug, "fluids"))
    return glasses_to_drink (factor, value);
  if (factor->kind == STN_FACTOR_BINARY)
    return side_in_words (trigger, value != 0);
  if (value != 0 && !stn_cut_holds (trigger->exposed_when, value)) {
    char *plain = plain_value (factor, value);

    if (plain != NULL)
      return plain;
  }
  return side_and_value (trigger, factor, value);
}

static const StnFactorValue *
find_value (GPtrArray *values, const char *slug)
{
  for (guint i = 0; i < values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (values, i);

    if (g_str_equal (value->slug, slug))
      return value;
  }
  return NULL;
}

char *
stn_wording_ticks (const StnFactor *list, GPtrArray *values, GPtrArray *factors)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < factors->len; i++) {
    const StnFactor *tick = g_ptr_array_index (factors, i);
    const StnTrigger *trigger = stn_wording_trigger_of (tick);
    const StnFactorValue *value = find_value (values, tick->slug);

    if (trigger == NULL || g_strcmp0 (trigger->list, list->slug) != 0 || value == NULL ||
        value->value == 0)
      continue;
    if (words->len > 0)
      g_string_append (words, C_ ("list", ", "));
    g_string_append (words, tick->name != NULL ? tick->name : gettext (trigger->exposed));
  }
  return words->len > 0 ? g_string_free (g_steal_pointer (&words), FALSE) : NULL;
}

/* What its ticks say better. */
static gboolean
is_said_by_ticks (const StnFactor *factor, GPtrArray *values, GPtrArray *factors)
{
  g_autofree char *ticks = stn_wording_ticks (factor, values, factors);

  return ticks != NULL;
}

char *
stn_wording_usual_day (GPtrArray *values, GPtrArray *factors)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = 0; i < values->len; i++) {
    const StnFactorValue *value = g_ptr_array_index (values, i);
    const StnFactor *factor = find_factor (factors, value->slug);
    g_autofree char *part = NULL;

    if (factor != NULL && !is_said_by_ticks (factor, values, factors))
      part = usual_in_words (factor, value->value);
    if (part == NULL)
      continue;
    if (words->len > 0)
      /* Translators: between the parts of a list: "moved, no alcohol" */
      g_string_append (words, C_ ("list", ", "));
    g_string_append (words, part);
  }
  return g_string_free (g_steal_pointer (&words), FALSE);
}

static char *
usual_line (const StnFactor *factor, double usual)
{
  g_autofree char *value = brief_value (factor, usual);

  /* Translators: what is usual for the person: "usual: 6 glasses", "usual: no" */
  return g_strdup_printf (_ ("usual: %s"), value);
}

char *
stn_wording_usual_ticks (const char *what)
{
  return stn_wording_capital (g_strdup_printf (_ ("usual: %s"), what));
}

char *
stn_wording_factor_hint (const StnFactor *factor, StnOptReal usual, gboolean asks, const char *note)
{
  char *line = NULL;

  if (stn_date_is_set (factor->suspect_since))
    line = stn_wording_join (line, g_strdup (_ ("you suspect this")));
  if (usual.known)
    line = stn_wording_join (line, usual_line (factor, usual.value));
  else if (asks)
    line = stn_wording_join (line, stn_wording_factor_question (factor));
  if (!usual.known && *note != '\0')
    line = stn_wording_join (line, g_strdup (note));
  return line == NULL ? g_strdup ("") : stn_wording_capital (line);
}

char *
stn_wording_glasses_so_far (const StnFactor *fluids, double ml)
{
  g_autofree char *glasses = stn_wording_portions (fluids, ml);

  /* Translators: "4 glasses so far today" */
  return g_strdup_printf (_ ("%s so far today"), glasses);
}

char *
stn_wording_day_saved (gboolean is_ordinary, int minute)
{
  g_autofree char *time = stn_wording_time (minute);

  /* Translators: a time of day */
  return g_strdup_printf (is_ordinary ? _ ("Ordinary day, saved %s") : _ ("Your day, saved %s"),
                          time);
}

char *
stn_wording_taken_as_usual (GPtrArray *changed)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < changed->len; i++) {
    g_autofree char *name = stn_wording_factor_name (g_ptr_array_index (changed, i));

    g_string_append_printf (names, "%s%s", i == 0 ? "" : C_ ("list", ", "), name);
  }
  if (names->len == 0)
    return g_strdup (_ ("Taken as usual"));
  /* Translators: names of what was not as usual, "Drinks, Long sitting" */
  return g_strdup_printf (_ ("Taken as usual, then changed: %s"), names->str);
}
