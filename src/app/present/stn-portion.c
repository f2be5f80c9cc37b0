/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "present/stn-portion.h"

#include <glib/gi18n.h>
#include <math.h>

#include "diary/stn-diary-factors.h"
#include "knowledge/stn-knowledge.h"
#include "wording/stn-wording.h"

/* More than anybody will type; a spin button needs an end. */
#define NO_END 1000000

#define LAST_MIN_OF_DAY (24 * 60 - 1)
#define CLOCK_STEP_MIN 15

static StnPortion
portion_by_unit (const StnFactor *factor)
{
  const char *unit = factor->unit != NULL ? factor->unit : "";
  double size = stn_factor_get_portion (factor);

  if (size > 0)
    return (StnPortion){
      .size = size,
      .step = 1,
      .digits = 1,
      .unit = g_str_equal (factor->slug, "fluids")
                /* Translators: stands behind a number of glasses. */
                ? C_ ("unit", "glasses")
                /* Translators: stands behind a number of alcoholic drinks. */
                : C_ ("unit", "drinks"),
    };
  if (stn_unit_is_clock (unit))
    return (StnPortion){.size = 1, .step = CLOCK_STEP_MIN, .unit = "", .is_clock = TRUE};
  if (g_str_equal (unit, "min"))
    return (StnPortion){.size = 1, .step = 5, .unit = stn_wording_unit (unit)};
  if (g_str_equal (unit, "h"))
    return (StnPortion){.size = 1, .step = .5, .digits = 1, .unit = stn_wording_unit (unit)};
  return (StnPortion){.size = 1,
                      .step = 1,
                      .digits = factor->kind == STN_FACTOR_CONTINUOUS ? 1 : 0,
                      .unit = stn_wording_unit (factor->unit)};
}

StnPortion
stn_portion_of (const StnFactor *factor)
{
  StnPortion portion = portion_by_unit (factor);
  const StnTrigger *trigger = stn_factor_get_trigger (factor);

  portion.max = portion.is_clock ? LAST_MIN_OF_DAY : NO_END;
  if (factor->kind == STN_FACTOR_SCALE) {
    portion.max = 10;
    /* Translators: stands behind a number from 0 to 10. */
    portion.unit = C_ ("unit", "of 10");
  }
  if (trigger != NULL && trigger->max.known)
    portion.max = floor (trigger->max.value / portion.size);
  if (trigger != NULL && trigger->min.known)
    portion.min = ceil (trigger->min.value / portion.size);
  return portion;
}

void
stn_portion_widen (StnPortion *self, double value)
{
  double shown = value / self->size;

  if (self->is_clock)
    return;
  self->min = MIN (self->min, floor (shown));
  self->max = MAX (self->max, ceil (shown));
  while (self->digits < 2 &&
         fabs (shown * pow (10, self->digits) - round (shown * pow (10, self->digits))) > 1e-9)
    self->digits++;
}
