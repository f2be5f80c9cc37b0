/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "card/stn-known-trigger.h"

/* Fewer than so many rich foods a day count (clinical 3.1, T19). */
#define RICH_FOODS 2

StnKnownTrigger *
stn_known_trigger_copy (const StnKnownTrigger *self)
{
  g_return_val_if_fail (self != NULL, NULL);
  StnKnownTrigger *copy = g_memdup2 (self, sizeof *self);

  copy->name = g_strdup (self->name);
  return copy;
}

void
stn_known_trigger_free (StnKnownTrigger *self)
{
  if (self == NULL)
    return;
  g_free (self->name);
  g_free (self);
}

static StnCut
other_side (StnCut cut)
{
  static const StnCutSide opposites[] = {
    [STN_CUT_NONE] = STN_CUT_NONE,         [STN_CUT_AT_OR_ABOVE] = STN_CUT_BELOW,
    [STN_CUT_ABOVE] = STN_CUT_AT_OR_BELOW, [STN_CUT_AT_OR_BELOW] = STN_CUT_ABOVE,
    [STN_CUT_BELOW] = STN_CUT_AT_OR_ABOVE,
  };

  return (StnCut){opposites[cut.side], cut.value};
}

/* T19: supplements count in blocks of weeks, not by the day; that a day had none says nothing. */
static gboolean
counts_by_block (const StnTrigger *trigger)
{
  return g_str_equal (trigger->slug, "supplements");
}

StnCut
stn_trigger_present_when (const StnTrigger *trigger, gboolean is_male)
{
  const StnCut never = {STN_CUT_NONE, 0};
  g_return_val_if_fail (trigger != NULL, never);
  gboolean has_own_cut = is_male && trigger->exposed_when_male.side != STN_CUT_NONE;
  StnCut exposed = has_own_cut ? trigger->exposed_when_male : trigger->exposed_when;

  if (trigger->role != STN_ROLE_TRIGGER)
    return never;
  switch (stn_trigger_exposed_direction (trigger)) {
  case STN_DIRECTION_UP:
    return exposed;
  case STN_DIRECTION_NONE:
    return never;
  case STN_DIRECTION_DOWN:
    break;
  }
  if (trigger->list != NULL || counts_by_block (trigger))
    return never;
  if (g_str_equal (trigger->slug, "foods"))
    return (StnCut){STN_CUT_BELOW, RICH_FOODS};
  return other_side (exposed);
}
