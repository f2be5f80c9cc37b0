/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <math.h>

#define DAY_MIN (24 * 60)
#define NOON_MIN (12 * 60)

char *
stn_wording_factor_name (const StnFactor *factor)
{
  const StnTrigger *trigger = stn_wording_trigger_of (factor);

  if (factor->name != NULL)
    return g_strdup (factor->name);
  return g_strdup (trigger != NULL ? gettext (trigger->name) : factor->slug);
}

char *
stn_wording_factor_question (const StnFactor *factor)
{
  const StnTrigger *trigger = stn_wording_trigger_of (factor);

  if (trigger != NULL && trigger->question != NULL)
    return g_strdup (gettext (trigger->question));
  return stn_wording_factor_name (factor);
}

static char *
glasses (double n)
{
  g_autofree char *number = stn_wording_number (n);

  /* Translators: a number of glasses of anything to drink, may have decimals ("4.5") */
  return g_strdup_printf (ngettext ("%s glass", "%s glasses", stn_wording_plural (n)), number);
}

static char *
drinks (double n)
{
  g_autofree char *number = stn_wording_number (n);

  /* Translators: a number of alcoholic drinks, may have decimals ("1.5") */
  return g_strdup_printf (ngettext ("%s drink", "%s drinks", stn_wording_plural (n)), number);
}

char *
stn_wording_portions (const StnFactor *factor, double value)
{
  double portion = stn_factor_get_portion (factor);

  if (portion == 0)
    return NULL;
  return g_str_equal (factor->slug, "fluids") ? glasses (value / portion)
                                              : drinks (value / portion);
}

char *
stn_wording_portion_note (const StnFactor *factor)
{
  double portion = stn_factor_get_portion (factor);
  g_autofree char *amount = stn_wording_amount (portion, factor->unit);

  if (portion == 0)
    return g_strdup ("");
  if (g_str_equal (factor->slug, "fluids"))
    /* Translators: how large a glass is, "1 glass = 250 ml" */
    return g_strdup_printf (_ ("1 glass = %s"), amount);
  if (portion == STN_DRINK_G)
    return g_strdup (_ ("1 drink = a small beer, a glass of wine or a short: 10 g of alcohol"));
  /* Translators: how much alcohol a drink holds, "1 drink = 14 g of alcohol" */
  return g_strdup_printf (_ ("1 drink = %s of alcohol"), amount);
}

/* Takes both. */
static char *
join_portions (char *first, char *second)
{
  /* Translators: the same amount twice: "1,500 ml (6 glasses)" or "6 glasses (1,500 ml)" */
  char *both = g_strdup_printf (_ ("%1$s (%2$s)"), first, second);

  g_free (first);
  g_free (second);
  return both;
}

/* Portions are said only where they come out even: half a portion is as fine as memory goes. */
static char *
continuous_value (const StnFactor *factor, double value)
{
  double portion = stn_factor_get_portion (factor);
  char *amount;

  if (stn_unit_is_clock (factor->unit))
    return stn_wording_time (((int) round (value) + NOON_MIN) % DAY_MIN);
  amount = stn_wording_amount (value, factor->unit);
  if (value == 0 || portion == 0 || fmod (value, portion / 2) != 0)
    return amount;
  return join_portions (amount, stn_wording_portions (factor, value));
}

static char *
scale_value (const StnFactor *factor, double value)
{
  const StnTrigger *trigger = stn_wording_trigger_of (factor);
  g_autofree char *number = stn_wording_number (value);
  g_autofree char *top = stn_wording_number (trigger != NULL ? trigger->max.value : 10);

  /* Translators: a place on a scale, 1: the place, 2: where the scale ends. "4 of 10" */
  return g_strdup_printf (C_ ("scale", "%1$s of %2$s"), number, top);
}

char *
stn_wording_factor_value (const StnFactor *factor, double value)
{
  switch (factor->kind) {
  case STN_FACTOR_BINARY:
    return g_strdup (value != 0 ? C_ ("factor", "Yes") : C_ ("factor", "No"));
  case STN_FACTOR_SCALE:
    return scale_value (factor, value);
  case STN_FACTOR_COUNT:
  case STN_FACTOR_CONTINUOUS:
    return continuous_value (factor, value);
  }
  g_return_val_if_reached (NULL);
}

char *
stn_wording_factor_portions (const StnFactor *factor, double value)
{
  if (stn_factor_get_portion (factor) == 0)
    return stn_wording_factor_value (factor, value);
  if (value == 0)
    /* Translators: how much of something to drink: not any. */
    return g_strdup (C_ ("amount", "None"));
  return join_portions (stn_wording_portions (factor, value),
                        stn_wording_amount (value, factor->unit));
}

const char *
stn_wording_entered (StnEntered entered)
{
  switch (entered) {
  case STN_ENTERED_UNKNOWN:
    return "";
  case STN_ENTERED_EVENING:
    return C_ ("when it was entered", "in the evening");
  case STN_ENTERED_USUAL:
    return C_ ("when it was entered", "as usual");
  case STN_ENTERED_AFTER:
    return C_ ("when it was entered", "after the night");
  }
  g_return_val_if_reached ("");
}
