/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <math.h>

const StnTrigger *
stn_wording_trigger_of (const StnFactor *factor)
{
  return factor->built_in ? stn_knowledge_get_trigger (stn_knowledge_get (), factor->slug) : NULL;
}

char *
stn_wording_join (char *list, char *part)
{
  char *longer;

  if (list == NULL || part == NULL)
    return list != NULL ? list : part;
  /* Translators: a list of details: 1: what stands already, 2: one more. "1 cramp · right calf" */
  longer = g_strdup_printf (C_ ("list of details", "%1$s · %2$s"), list, part);
  g_free (list);
  g_free (part);
  return longer;
}

char *
stn_wording_capital (char *text)
{
  const char *rest = g_utf8_next_char (text);
  g_autofree char *first = g_utf8_strup (text, rest - text);
  char *capital = *text != '\0' ? g_strconcat (first, rest, NULL) : g_strdup ("");

  g_free (text);
  return capital;
}

char *
stn_wording_number (double value)
{
  double hundredths = round (value * 100);
  int decimals = fmod (hundredths, 10) != 0 ? 2 : fmod (hundredths, 100) != 0 ? 1 : 0;

  /* "-0" is no number that a person writes. */
  return g_strdup_printf ("%'.*f", decimals, hundredths == 0 ? 0.0 : value);
}

gulong
stn_wording_plural (double value)
{
  return value == floor (value) ? (gulong) value : 2;
}

const char *
stn_wording_unit (const char *unit)
{
  static const struct {
    const char *token;
    const char *text;
  } units[] = {
    {"ml", NC_ ("unit", "ml")},   {"g", NC_ ("unit", "g")}, {"mg", NC_ ("unit", "mg")},
    {"min", NC_ ("unit", "min")}, {"h", NC_ ("unit", "h")}, {"weeks", NC_ ("unit", "weeks")},
  };

  for (guint i = 0; unit != NULL && i < G_N_ELEMENTS (units); i++)
    if (g_str_equal (unit, units[i].token))
      return g_dpgettext2 (NULL, "unit", units[i].text);
  return unit != NULL ? unit : "";
}

char *
stn_wording_amount (double value, const char *unit)
{
  g_autofree char *number = stn_wording_number (value);

  if (unit == NULL)
    return g_steal_pointer (&number);
  /* Translators: 1: a number, 2: its unit. "1,200 ml" */
  return g_strdup_printf (C_ ("number with unit", "%1$s %2$s"), number, stn_wording_unit (unit));
}
