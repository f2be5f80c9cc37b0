/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

const char *
stn_wording_state (StnNightState state)
{
  switch (state) {
  case STN_NIGHT_NOT_RECORDED:
    return C_ ("state of a night", "Not recorded");
  case STN_NIGHT_NO_CRAMPS:
    return C_ ("state of a night", "No cramps");
  case STN_NIGHT_CRAMPS:
    return C_ ("state of a night", "Cramps");
  }
  g_return_val_if_reached ("");
}

char *
stn_wording_duration (int seconds)
{
  int h = seconds / 3600, min = seconds % 3600 / 60, s = seconds % 60;

  g_return_val_if_fail (seconds >= 0, NULL);
  if (h > 0 && min > 0)
    /* Translators: hours and minutes, "1 h 5 min" */
    return g_strdup_printf (C_ ("duration", "%d h %d min"), h, min);
  if (h > 0)
    return g_strdup_printf (C_ ("duration", "%d h"), h);
  if (min > 0 && s > 0)
    /* Translators: minutes and seconds, "1 min 30 s" */
    return g_strdup_printf (C_ ("duration", "%d min %d s"), min, s);
  if (min > 0)
    return g_strdup_printf (C_ ("duration", "%d min"), min);
  return g_strdup_printf (C_ ("duration", "%d s"), s);
}

static char *
count_of_cramps (const StnNight *night)
{
  guint n = night->episodes->len;

  return g_strdup_printf (ngettext ("%u cramp", "%u cramps", n), n);
}

/* What is known of the worst cramp. */
static char *
join_worst (char *line, const StnNight *night)
{
  const StnEpisode *worst = stn_night_get_worst (night);

  if (worst == NULL)
    return line;
  line = stn_wording_join (line, stn_wording_place (worst->side, worst->site));
  if (worst->severity.known)
    line = stn_wording_join (line, stn_wording_severity (worst->severity.value));
  if (worst->duration_s.known)
    line = stn_wording_join (line, stn_wording_duration (worst->duration_s.value));
  if (worst->ongoing == STN_ANSWER_YES)
    line = stn_wording_join (line, g_strdup (_ ("still going")));
  return line;
}

static char *
slept (const StnNight *night)
{
  StnOptInt minutes = stn_night_measure_sleep (night).tst_min;

  if (!minutes.known)
    return NULL;
  /* Translators: hours and minutes of sleep, "slept 7 h 10" */
  return g_strdup_printf (_ ("slept %d h %02d"), minutes.value / 60, minutes.value % 60);
}

char *
stn_wording_night_line (const StnNight *night)
{
  StnNightState state = stn_night_get_state (night);
  char *line;

  if (state == STN_NIGHT_CRAMPS)
    line = join_worst (count_of_cramps (night), night);
  else
    line = stn_wording_join (g_strdup (stn_wording_state (state)), slept (night));
  if (stn_night_has_conflict (night))
    line = stn_wording_join (line, g_strdup (_ ("“no cramps” was entered, too")));
  return line;
}

char *
stn_wording_night_label (const StnNight *night, StnDate today)
{
  g_autofree char *date = stn_wording_date (night->key, today);
  g_autofree char *cramps = count_of_cramps (night);

  switch (stn_night_get_state (night)) {
  case STN_NIGHT_NOT_RECORDED:
    /* Translators: a date */
    return g_strdup_printf (_ ("%s: not recorded"), date);
  case STN_NIGHT_NO_CRAMPS:
    /* Translators: a date */
    return g_strdup_printf (_ ("%s: no cramps"), date);
  case STN_NIGHT_CRAMPS:
    /* Translators: 1: a date, 2: "2 cramps" */
    return g_strdup_printf (_ ("%1$s: %2$s"), date, cramps);
  }
  g_return_val_if_reached (NULL);
}

static gboolean
is_after_cramp (const StnNight *night, StnDate last_night)
{
  return night->episodes->len > 0 && stn_date_compare (night->key, last_night) > 0;
}

const char *
stn_wording_kept (const StnNight *night, gboolean is_evening, StnDate last_night)
{
  if (is_evening)
    return _ ("Kept as you go · entered in the evening");
  if (is_after_cramp (night, last_night))
    return _ ("Kept as you go · entered after a cramp");
  return _ ("Kept as you go · entered after the night");
}

const char *
stn_wording_day_before (const StnNight *night, gboolean is_evening, StnDate last_night)
{
  return is_evening || is_after_cramp (night, last_night) ? _ ("Before bed")
                                                          : _ ("The day before that night");
}

char *
stn_wording_rate (guint cramp_nights, guint recorded)
{
  if (recorded == 0)
    return g_strdup (_ ("No nights recorded"));
  if (cramp_nights == 0)
    return g_strdup_printf (
      ngettext ("%u night recorded, no cramps", "%u nights recorded, no cramps", recorded),
      recorded);
  return g_strdup_printf (
    /* Translators: 1: nights with cramps, 2: nights recorded (this one decides the plural) */
    ngettext ("Cramps on %1$u of the %2$u night recorded",
              "Cramps on %1$u of the %2$u nights recorded", recorded),
    cramp_nights, recorded);
}
