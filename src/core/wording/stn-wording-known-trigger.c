/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-card.h"
#include "wording/stn-wording-evidence.h"
#include "wording/stn-wording-parts.h"

#include <glib/gi18n.h>

const char *
stn_wording_calm (void)
{
  return _ ("Most night cramps have no known cause, and for most people they are just a bother.");
}

const char *
stn_wording_medicine_care (void)
{
  return _ ("Do not leave off or change a prescribed medicine on your own.");
}

/* The catalogue has a noun for each side of its cut. */
static char *
title_of (const StnKnownTrigger *known)
{
  const StnTrigger *trigger = known->trigger;

  if (known->kind == STN_KNOWN_CONDITION)
    return g_strdup (gettext (known->name));
  if (known->kind == STN_KNOWN_MEDICINE)
    return g_strdup (known->name);
  if (stn_trigger_exposed_direction (trigger) == STN_DIRECTION_DOWN)
    return stn_wording_capital (g_strdup (gettext (trigger->otherwise)));
  return stn_wording_capital (g_strdup (gettext (trigger->exposed)));
}

/* Yes and no say nothing that the title does not. */
static char *
entered_of (const StnKnownTrigger *known)
{
  const StnTrigger *trigger = known->trigger;
  g_autoptr (StnFactor) factor = NULL;

  if (trigger == NULL || trigger->kind == STN_FACTOR_BINARY || !known->latest.known)
    return NULL;
  factor = stn_factor_new (trigger->slug, trigger->kind);
  factor->unit = g_strdup (trigger->unit);
  factor->built_in = TRUE;
  factor->portion = known->portion;
  return stn_wording_factor_portions (factor, known->latest.value);
}

static char *
days_of (const StnKnownTrigger *known)
{
  if (known->days_recorded == 0)
    return NULL;
  return g_strdup_printf (
    /* Translators: 1: days on which it was there, 2: days of which it is known (this one decides the plural) */
    ngettext ("on %1$u of %2$u day", "on %1$u of %2$u days", known->days_recorded),
    known->days_present, known->days_recorded);
}

static char *
ask_of (const StnKnownTrigger *known)
{
  switch (known->kind) {
  case STN_KNOWN_DAY:
  case STN_KNOWN_MEDICINE:
    return known->ask != NULL ? g_strdup (gettext (known->ask)) : NULL;
  case STN_KNOWN_CONDITION:
    return g_strdup (_ ("Ask your doctor whether it could matter for your cramps."));
  }
  g_return_val_if_reached (NULL);
}

StnKnownTriggerText *
stn_wording_known_trigger (const StnKnownTrigger *known)
{
  g_return_val_if_fail (known != NULL, NULL);
  StnKnownTriggerText *self = g_new0 (StnKnownTriggerText, 1);

  self->title = title_of (known);
  self->entered = entered_of (known);
  self->days = days_of (known);
  self->grade = g_strdup (stn_wording_grade (known->grade));
  self->evidence = g_strdup (gettext (known->evidence));
  self->sources = stn_wording_sources (known->sources);
  self->ask = ask_of (known);
  return self;
}

char *
stn_wording_known_title (const StnKnownTriggerText *text)
{
  g_return_val_if_fail (text != NULL, NULL);
  if (text->entered == NULL)
    return g_strdup (text->title);
  /* Translators: 1: what was entered, "Little to drink", 2: how much, "3 glasses (750 ml)" */
  return g_strdup_printf (C_ ("known trigger", "%1$s: %2$s"), text->title, text->entered);
}

void
stn_known_trigger_text_free (StnKnownTriggerText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->entered);
  g_free (self->days);
  g_free (self->grade);
  g_free (self->evidence);
  g_free (self->sources);
  g_free (self->ask);
  g_free (self);
}
