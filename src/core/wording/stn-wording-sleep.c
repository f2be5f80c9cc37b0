/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <math.h>

char *
stn_wording_minutes (int minutes)
{
  g_return_val_if_fail (minutes >= 0, NULL);
  return minutes == 0 ? g_strdup (C_ ("duration", "0 min")) : stn_wording_duration (minutes * 60);
}

static char *
slept_and_lay (const StnSleepMeasures *m)
{
  g_autofree char *slept = m->tst_min.known ? stn_wording_minutes (m->tst_min.value) : NULL;
  g_autofree char *lay = m->tib_min.known ? stn_wording_minutes (m->tib_min.value) : NULL;

  if (m->se_tib.known)
    /* Translators: 1: time asleep, 2: time in bed, 3: the first in percent of the second; "Slept 6 h 40 min of 8 h 10 min in bed (82 %)" */
    return g_strdup_printf (_ ("Slept %1$s of %2$s in bed (%3$d %%)"), slept, lay,
                            (int) lround (m->se_tib.value));
  if (slept != NULL)
    /* Translators: time asleep */
    return g_strdup_printf (_ ("Slept %s"), slept);
  /* Translators: time in bed */
  return lay != NULL ? g_strdup_printf (_ ("%s in bed"), lay) : NULL;
}

char *
stn_wording_sleep (const StnNight *night)
{
  StnSleepMeasures m = stn_night_measure_sleep (night);
  char *line = slept_and_lay (&m);

  if (m.midpoint_min.known) {
    g_autofree char *time = stn_wording_time ((int) lround (m.midpoint_min.value) % (24 * 60));

    /* Translators: a time of day; the middle between falling asleep and the final awakening */
    line = stn_wording_join (line, g_strdup_printf (_ ("middle of the sleep %s"), time));
  }
  if (m.twak_min.known && m.twak_min.value > 0) {
    g_autofree char *lay_on = stn_wording_minutes (m.twak_min.value);

    /* Translators: time in bed after the final awakening */
    line = stn_wording_join (line, g_strdup_printf (_ ("stayed in bed %s after waking"), lay_on));
  }
  return line;
}
