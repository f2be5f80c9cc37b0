/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "knowledge/stn-advice.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

StnReliefStep
stn_wording_relief_step (guint number)
{
  const StnAdvice *const *relief = stn_knowledge_list_reliefs (stn_knowledge_get ());
  guint left = number;

  for (; *relief != NULL; relief++)
    if ((*relief)->sheet != NULL && left-- == 0)
      return (StnReliefStep){gettext ((*relief)->sheet),
                             (*relief)->hint == NULL ? NULL : gettext ((*relief)->hint),
                             (*relief)->spares_leg};
  /* No sheet at all: the catalogue is damaged. What helps most. */
  if (number == 0)
    return (StnReliefStep){_ ("Leg straight, toes up to your face"), NULL, FALSE};
  return (StnReliefStep){NULL, NULL, FALSE};
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
stn_wording_cramp_unended (StnDate night, int start_min, StnDate today)
{
  g_autofree char *time = stn_wording_time (start_min);
  g_autofree char *words = stn_wording_night (night, today);

  /* Translators: 1: a time of day, 2: "Night of Saturday 21 to Sunday 22 November" */
  return g_strdup_printf (_ ("It began at %1$s, and its end was not told · %2$s"), time, words);
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
            "Call your doctor's urgent line or your local emergency number. Say how long it "
            "has lasted.");
}

char *
stn_wording_cramp_quiet (int start_min)
{
  g_autofree char *time = stn_wording_time (start_min);

  /* Translators: %s is the time of day at which the cramp began */
  return g_strdup_printf (_ ("The clock stopped after 30 minutes without a word from you. The "
                             "cramp of %s is stored; how long it lasted can be "
                             "added in the morning."),
                          time);
}
