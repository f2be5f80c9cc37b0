/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-legend.h"

#include "wording/stn-wording.h"

#include <glib/gi18n.h>

/* "1" before "31 May 2026", "1 May" before "21 November 2026", else with its year. */
static char *
first_day (StnDate from, StnDate to)
{
  int year, month, day, last_year, last_month;

  stn_date_split (from, &year, &month, &day);
  stn_date_split (to, &last_year, &last_month, NULL);
  if (year != last_year || month != last_month)
    return stn_wording_date_brief (from, to);
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (year, month, day, 0, 0, 0);
  /* Translators: first day of a span within one month: "1" in "1 to 7 June" */
  return g_date_time_format (midnight, C_ ("first day format", "%-d"));
}

char *
stn_wording_span (StnDate from, StnDate to)
{
  g_autofree char *last = stn_wording_date_brief (to, STN_NO_DATE);

  if (stn_date_compare (from, to) == 0)
    return g_steal_pointer (&last);
  g_autofree char *first = first_day (from, to);
  /* Translators: 1: first day, 2: last day: "1 May to 21 November 2026" */
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

const char *
stn_wording_key_interval (void)
{
  return _ ("With its likely range");
}

const char *
stn_wording_key_few (void)
{
  return _ ("Fewer than 5 nights");
}

const char *
stn_wording_key_too_few (void)
{
  return _ ("Fewer than 3 nights");
}

const char *
stn_wording_key_not_recorded (void)
{
  return _ ("Not recorded");
}

char *
stn_wording_key_few_in_group (guint nights)
{
  return g_strdup_printf (ngettext ("Fewer than %u night", "Fewer than %u nights", nights), nights);
}

const char *
stn_wording_not_said (void)
{
  return _ ("Not said");
}

char *
stn_wording_night_count (guint count)
{
  return g_strdup_printf (ngettext ("%u night", "%u nights", count), count);
}

const char *
stn_wording_key_pain (guint step)
{
  return step == 0   ? _ ("No cramps")
         : step == 1 ? _ ("Mild")
         : step == 2 ? _ ("Medium, or not said")
                     : _ ("Severe");
}

const char *
stn_wording_key_share (guint step)
{
  return step == 0   ? _ ("No cramps")
         : step == 1 ? _ ("Cramps on up to a third of the nights")
         : step == 2 ? _ ("Up to two thirds")
                     : _ ("More than that");
}

const char *
stn_wording_interval_kind (StnMeasure measure)
{
  return measure == STN_MEASURE_CRAMPS
           ? _ (
               "Likely range: Wilson's interval of a share, which holds the truth 95 times in 100.")
           : _ ("Likely range: Student's interval of a mean, which holds the truth 95 times in "
                "100.");
}

const char *
stn_wording_every_month_title (void)
{
  return _ ("Every month");
}

const char *
stn_wording_places_title (void)
{
  /* Translators: title of a picture of the legs: where the cramps were */
  return _ ("Where");
}

const char *
stn_wording_leg (StnSide side)
{
  return side == STN_SIDE_RIGHT ? C_ ("leg", "Right") : C_ ("leg", "Left");
}

const char *
stn_wording_place_unknown (void)
{
  return _ ("Place not said");
}

char *
stn_wording_condition_mark (const char *name, gboolean is_over)
{
  return is_over
           /* Translators: mark in a chart; %s is a condition, "Pregnancy" */
           ? g_strdup_printf (_ ("%s over"), name)
           /* Translators: mark in a chart; %s is a condition, "Pregnancy" */
           : g_strdup_printf (_ ("%s began"), name);
}

char *
stn_wording_marks_left_out (guint count)
{
  return g_strdup_printf (
    ngettext ("%u earlier change is not marked.", "%u earlier changes are not marked.", count),
    count);
}
