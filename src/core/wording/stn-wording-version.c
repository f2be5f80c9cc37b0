/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

#include "base/stn-text-number.h"

/* How a column's value is said. */
typedef enum {
  SAID_AS_IT_IS,
  SAID_OF_10,
  SAID_SECONDS,
  SAID_MINUTES,
  SAID_SIDE,
  SAID_SITE,
  SAID_ANSWER,
  SAID_OUTCOME,
  SAID_ENTERED,
  SAID_VALUE,
} Said;

/* Translators: what a part of a record is called, before a colon: "Pain: 4 of 10" */
static const struct {
  const char *column;
  const char *words;
  Said said;
} fields[] = {
  {"answer", N_ ("Answer"), SAID_OUTCOME},
  {"into_bed", N_ ("Into bed"), SAID_AS_IT_IS},
  {"tried", N_ ("Tried to sleep"), SAID_AS_IT_IS},
  {"asleep_min", N_ ("Time to fall asleep"), SAID_MINUTES},
  {"awakenings", N_ ("Times awake"), SAID_AS_IT_IS},
  {"awake_min", N_ ("Awake"), SAID_MINUTES},
  {"final_wake", N_ ("Woke up"), SAID_AS_IT_IS},
  {"out_of_bed", N_ ("Out of bed"), SAID_AS_IT_IS},
  {"quality", N_ ("Quality of sleep, 1 to 5"), SAID_AS_IT_IS},
  {"rested", N_ ("Rested, 1 to 5"), SAID_AS_IT_IS},
  {"tired", N_ ("Tired by day"), SAID_OF_10},
  {"note", N_ ("Note"), SAID_AS_IT_IS},
  {"start", N_ ("Began"), SAID_AS_IT_IS},
  {"duration_s", N_ ("Lasted"), SAID_SECONDS},
  {"severity", N_ ("Pain"), SAID_OF_10},
  {"distress", N_ ("Distress"), SAID_OF_10},
  {"side", N_ ("Leg"), SAID_SIDE},
  {"site", N_ ("Where"), SAID_SITE},
  {"by_day", N_ ("By day"), SAID_ANSWER},
  {"arms_or_hands", N_ ("Also arms or hands"), SAID_ANSWER},
  {"woke", N_ ("Woke you"), SAID_ANSWER},
  {"eased", N_ ("Eased by stretching"), SAID_ANSWER},
  {"ongoing", N_ ("Still going"), SAID_ANSWER},
  {"value", N_ ("Value"), SAID_VALUE},
  {"entered", N_ ("Entered"), SAID_ENTERED},
  {"name", N_ ("Name"), SAID_AS_IT_IS},
  {"dose", N_ ("Dose"), SAID_AS_IT_IS},
};

/* With its unit, where the program knows what it is. */
static char *
say_value (const StnVersionFacts *version, const char *value)
{
  const StnTrigger *trigger =
    version->slug == NULL ? NULL : stn_knowledge_get_trigger (stn_knowledge_get (), version->slug);
  g_autoptr (StnFactor) factor = NULL;
  double number;

  if (trigger == NULL || !stn_real_parse (value, &number, NULL))
    return g_strdup (value);
  factor = stn_factor_new (version->slug, trigger->kind);
  factor->built_in = TRUE;
  factor->unit = g_strdup (trigger->unit);
  return stn_wording_factor_portions (factor, number);
}

static char *
say_number (Said said, const char *value)
{
  int number;

  if (!stn_int_parse (value, 0, G_MAXINT, &number, NULL))
    return g_strdup (value);
  return said == SAID_OF_10     ? stn_wording_severity (number)
         : said == SAID_SECONDS ? stn_wording_duration (number)
                                : stn_wording_minutes (number);
}

/* NULL when the word is none of the list. */
static const char *
say_word (Said said, const char *value)
{
  StnSide side;
  StnSite site;
  StnAnswer answer;
  StnEntered entered;

  if (said == SAID_SIDE)
    return stn_side_parse (value, &side, NULL) ? stn_wording_side (side) : NULL;
  if (said == SAID_SITE)
    return stn_site_parse (value, &site, NULL) ? stn_wording_site (site) : NULL;
  if (said == SAID_ENTERED)
    return stn_entered_parse (value, &entered, NULL) ? stn_wording_entered (entered) : NULL;
  if (said == SAID_OUTCOME)
    return stn_wording_state (STN_NIGHT_NO_CRAMPS);
  return !stn_answer_parse (value, &answer, NULL) ? NULL
         : answer == STN_ANSWER_YES               ? _ ("Yes")
                                                  : _ ("No");
}

static char *
say (const StnVersionFacts *version, Said said, const char *value)
{
  const char *word;

  switch (said) {
  case SAID_AS_IT_IS:
    return g_strdup (value);
  case SAID_VALUE:
    return say_value (version, value);
  case SAID_OF_10:
  case SAID_SECONDS:
  case SAID_MINUTES:
    return say_number (said, value);
  case SAID_SIDE:
  case SAID_SITE:
  case SAID_ANSWER:
  case SAID_OUTCOME:
  case SAID_ENTERED:
    break;
  }
  word = say_word (said, value);
  return g_strdup (word != NULL && *word != '\0' ? word : value);
}

char *
stn_wording_version_field (const StnVersionFacts *version, const char *name, const char *value)
{
  g_return_val_if_fail (version != NULL && name != NULL, NULL);
  const char *words = name;
  Said said = SAID_AS_IT_IS;
  g_autofree char *text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (g_str_equal (name, fields[i].column)) {
      words = _ (fields[i].words);
      said = fields[i].said;
    }
  text = value == NULL ? g_strdup (_ ("not known")) : say (version, said, value);
  /* Translators: 1: part of a record, "Pain"; 2: what a version says of it, "4 of 10" */
  return g_strdup_printf (_ ("%1$s: %2$s"), words, text);
}
