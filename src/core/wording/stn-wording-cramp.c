/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

/* Clinical 6.3, after leaflets of health services: firm, not jerking; cloth between pack and skin. */
static const StnReliefStep steps[STN_N_RELIEF_STEPS] = {
  {N_ ("Leg straight, toes up to your face"), N_ ("Hold firmly until it lets go. No jerks.")},
  {N_ ("Stand with the foot flat, then walk"), N_ ("Hold on to something.")},
  {N_ ("Rub the muscle"), N_ ("Warm or cold pack through a cloth.")},
  {N_ ("Breathe slowly"), NULL},
};

StnReliefStep
stn_wording_relief_step (guint number)
{
  g_return_val_if_fail (number < STN_N_RELIEF_STEPS, ((StnReliefStep){NULL, NULL}));

  return (StnReliefStep){gettext (steps[number].what),
                         steps[number].hint == NULL ? NULL : gettext (steps[number].hint)};
}

char *
stn_wording_elapsed (int seconds)
{
  /* Translators: a clock that counts up, minutes and seconds: "3:42" */
  return g_strdup_printf (C_ ("elapsed", "%1$d:%2$02d"), seconds / 60, seconds % 60);
}

char *
stn_wording_cramp_since (int start_min)
{
  g_autofree char *time = stn_wording_time (start_min);

  /* Translators: when the cramp began, "since 02:31" */
  return g_strdup_printf (_ ("since %s"), time);
}

char *
stn_wording_cramp_ended (int duration_s)
{
  g_autofree char *duration = stn_wording_duration (duration_s);

  /* Translators: how long a cramp was, "Saved: a cramp of 3 min 42 s" */
  return g_strdup_printf (_ ("Saved: a cramp of %s"), duration);
}

/* nidirect and NHS leaflets of 2017-18: over 10 minutes and not eased by stretching (clinical 0.8, S1.42). */
const char *
stn_wording_not_easing (void)
{
  return _ ("A cramp of more than 10 minutes that stretching does not ease is a reason to get "
            "medical help right away. "
            "Call your doctor's urgent line or your local emergency number, and say how long it "
            "has lasted.");
}
