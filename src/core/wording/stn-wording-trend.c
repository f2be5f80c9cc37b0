/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-trend.h"

#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

#define WEEK 7

const char *
stn_wording_measure (StnMeasure measure)
{
  switch (measure) {
  case STN_MEASURE_CRAMPS:
    return _ ("Cramp nights a week");
  case STN_MEASURE_SEVERITY:
    return _ ("Worst pain");
  case STN_MEASURE_DURATION:
    return _ ("Longest cramp");
  case STN_MEASURE_SLEPT:
    return _ ("Hours asleep");
  case STN_MEASURE_EFFICIENCY:
    return _ ("Time in bed asleep");
  case STN_MEASURE_LATENCY:
    return _ ("Minutes to fall asleep");
  case STN_MEASURE_AWAKE:
    return _ ("Minutes awake at night");
  case STN_MEASURE_AWAKENINGS:
    return _ ("Awakenings");
  case STN_MEASURE_QUALITY:
    return _ ("Quality of sleep");
  case STN_MEASURE_RESTED:
    return _ ("Rested in the morning");
  case STN_MEASURE_TIRED:
    return _ ("Tired by day");
  }
  g_assert_not_reached ();
}

static char *
format_date (StnDate date, const char *format)
{
  int year, month, day;

  stn_date_split (date, &year, &month, &day);
  g_autoptr (GDateTime) midnight = g_date_time_new_utc (year, month, day, 0, 0, 0);
  return stn_wording_format (midnight, format);
}

char *
stn_wording_axis_day (StnDate date, gboolean with_year)
{
  return format_date (date, with_year
                              /* Translators: a day below a chart, "3 Nov 2026" */
                              ? C_ ("axis format", "%-d %b %Y")
                              /* Translators: a day below a chart, "3 Nov" */
                              : C_ ("axis format", "%-d %b"));
}

char *
stn_wording_axis_month (StnDate date, gboolean with_year)
{
  return format_date (
    date, with_year
            /* Translators: a month below a chart, "Nov 2026"; %Ob = the short month alone */
            ? C_ ("axis format", "%Ob %Y")
            : "%Ob");
}

char *
stn_wording_axis_year (StnDate date)
{
  return format_date (date, "%Y");
}

char *
stn_wording_axis_weekday (int weekday)
{
  return format_date (stn_date_new (2024, 1, weekday), "%a"); /* 1 January 2024 was a Monday */
}

char *
stn_wording_axis_number (double value)
{
  return stn_wording_number (value);
}

static char *
week (StnDate from, StnDate to, StnDate today)
{
  int month, to_month, year, to_year;

  stn_date_split (from, &year, &month, NULL);
  stn_date_split (to, &to_year, &to_month, NULL);
  g_autofree char *first =
    month == to_month && year == to_year
      /* Translators: first day of a week within one month: "1" in "1 to 7 June" */
      ? format_date (from, C_ ("first day format", "%-d"))
      : stn_wording_date_brief (from, year == to_year ? from : STN_NO_DATE);
  g_autofree char *last = stn_wording_date_brief (to, today);
  /* Translators: 1: first day, 2: last day: "1 to 7 June" */
  return g_strdup_printf (_ ("%1$s to %2$s"), first, last);
}

char *
stn_wording_period (StnPeriod period, StnDate from, StnDate to, StnDate today)
{
  int year, month;

  stn_date_split (from, &year, &month, NULL);
  switch (period) {
  case STN_PERIOD_NIGHT:
    return stn_wording_night (from, today);
  case STN_PERIOD_WEEK:
    return stn_date_compare (from, to) == 0 ? stn_wording_night (from, today)
                                            : week (from, to, today);
  case STN_PERIOD_MONTH:
    return stn_wording_month (year, month);
  case STN_PERIOD_YEAR:
    return stn_wording_axis_year (from);
  }
  g_assert_not_reached ();
}

/* The mean in the unit of the measure. */
static char *
amount (StnMeasure measure, double value)
{
  g_autofree char *number = g_strdup_printf ("%.1f", value);

  switch (measure) {
  case STN_MEASURE_CRAMPS:
    /* Translators: %s is a number of nights */
    return g_strdup_printf (_ ("%s a week"), number);
  case STN_MEASURE_SEVERITY:
  case STN_MEASURE_TIRED:
    /* Translators: %s is a number from 0 to 10 */
    return g_strdup_printf (_ ("%s of 10"), number);
  case STN_MEASURE_QUALITY:
  case STN_MEASURE_RESTED:
    /* Translators: %s is a number from 1 to 5 */
    return g_strdup_printf (_ ("%s of 5"), number);
  case STN_MEASURE_DURATION:
  case STN_MEASURE_LATENCY:
  case STN_MEASURE_AWAKE:
    /* Translators: %s is a number of minutes */
    return g_strdup_printf (_ ("%s min"), number);
  case STN_MEASURE_SLEPT:
    /* Translators: %s is a number of hours */
    return g_strdup_printf (_ ("%s h"), number);
  case STN_MEASURE_EFFICIENCY:
    /* Translators: %s is a share of 100 */
    return g_strdup_printf (_ ("%s %%"), number);
  case STN_MEASURE_AWAKENINGS:
    return g_steal_pointer (&number);
  }
  g_assert_not_reached ();
}

/* A share is told in nights a week. */
static double
told (StnMeasure measure, StnOptReal value)
{
  return measure == STN_MEASURE_CRAMPS ? value.value * WEEK : value.value;
}

char *
stn_wording_summary (StnMeasure measure, const StnSummary *summary)
{
  if (summary->n == 0)
    return g_strdup (_ ("not recorded"));
  if (measure == STN_MEASURE_CRAMPS)
    return g_strdup_printf (
      /* Translators: 1: nights with cramps, 2: nights recorded; within a sentence */
      ngettext ("cramps on %1$u of %2$u night", "cramps on %1$u of %2$u nights", summary->n),
      summary->hits, summary->n);
  g_autofree char *mean = amount (measure, told (measure, summary->mean));
  return g_strdup_printf (
    /* Translators: 1: a mean with its unit, 2: how many nights it is from; within a sentence */
    ngettext ("%1$s, from %2$u night", "%1$s on average, from %2$u nights", summary->n), mean,
    summary->n);
}

char *
stn_wording_interval (StnMeasure measure, const StnSummary *summary)
{
  if (!summary->low.known || !summary->high.known)
    return NULL;
  g_autofree char *mean = amount (measure, told (measure, summary->mean));
  g_autofree char *low = g_strdup_printf ("%.1f", told (measure, summary->low));
  g_autofree char *high = g_strdup_printf ("%.1f", told (measure, summary->high));
  /* Translators: 1: "4.2 a week", 2 and 3: numbers */
  return g_strdup_printf (_ ("%1$s, likely between %2$s and %3$s"), mean, low, high);
}

char *
stn_wording_reading (const char *what, const char *says)
{
  /* Translators: 1: a time, "1 to 7 June"; 2: what was then, "cramps on 3 of 5 nights" */
  return g_strdup_printf (_ ("%1$s: %2$s"), what, says);
}

static char *
recorded_sentence (guint recorded, guint nights)
{
  return g_strdup_printf (
    /* Translators: 1: nights recorded, 2: nights of the period */
    ngettext ("%1$u of %2$u night was recorded.", "%1$u of %2$u nights were recorded.", nights),
    recorded, nights);
}

char *
stn_wording_course (StnMeasure measure, const StnSummary *summary, guint recorded, guint nights)
{
  g_autofree char *record = recorded_sentence (recorded, nights);
  g_autofree char *interval = stn_wording_interval (measure, summary);

  if (summary->n == 0)
    return g_strdup_printf ("%s %s", _ ("There is nothing of this in these nights."), record);
  if (interval == NULL) {
    g_autofree char *mean = stn_wording_summary (measure, summary);
    g_autofree char *sentence = stn_wording_capital (g_steal_pointer (&mean));

    return g_strdup_printf ("%s. %s", sentence, record);
  }
  if (measure == STN_MEASURE_CRAMPS)
    /* Translators: 1: "4.2 a week, likely between 1.6 and 6.2", 2: "287 of 327 nights were recorded." */
    return g_strdup_printf (_ ("Nights with cramps: %1$s. %2$s"), interval, record);
  return g_strdup_printf (
    /* Translators: 1: "6.4 h, likely between 6.1 and 6.7", 2: a number, 3: "287 of 327 nights were recorded." */
    ngettext ("On average %1$s, from %2$u night. %3$s", "On average %1$s, from %2$u nights. %3$s",
              summary->n),
    interval, summary->n, record);
}

char *
stn_wording_every_night (const StnSummary *cramps, guint longest, StnDate last, StnDate today)
{
  g_autofree char *rate = stn_wording_rate (cramps->hits, cramps->n);

  if (cramps->n == 0)
    return g_strdup (_ ("No night was recorded here."));
  if (longest < 2)
    /* Translators: %s: "Cramps on 5 of the 11 nights recorded" */
    return g_strdup_printf (_ ("%s."), rate);
  g_autofree char *until = stn_wording_date_brief (last, today);
  return g_strdup_printf (
    /* Translators: 1: "Cramps on 5 of the 11 nights recorded", 2: nights, 3: a date */
    ngettext ("%1$s. Longest run without: %2$u night, to %3$s.",
              "%1$s. Longest run without: %2$u nights, to %3$s.", longest),
    rate, longest, until);
}

char *
stn_wording_hours (int from, int to, guint known)
{
  if (known == 0)
    return g_strdup (_ ("The time of no cramp is known."));
  g_autofree char *first = stn_wording_time (from * 60);
  g_autofree char *last = stn_wording_time (to * 60);
  return g_strdup_printf (
    /* Translators: 1, 2: times of day, 3: a number of cramps */
    ngettext ("Half or more began between %1$s and %2$s. The time is known of %3$u cramp.",
              "Half or more began between %1$s and %2$s. The time is known of %3$u cramps.", known),
    first, last, known);
}

char *
stn_wording_most_common (const char *class, guint count, guint known)
{
  if (known == 0)
    return g_strdup (_ ("This is known of no cramp."));
  return g_strdup_printf (
    /* Translators: 1: "3 of 10" or "1 to 3 min"; 2, 3: numbers of cramps */
    ngettext ("Most often %1$s: %2$u of %3$u cramp of which it is known.",
              "Most often %1$s: %2$u of %3$u cramps of which it is known.", known),
    class, count, known);
}

char *
stn_wording_duration_class (guint class)
{
  if (class == STN_DURATION_CLASSES - 1) {
    g_autofree char *least = stn_wording_duration (stn_duration_ends_s[class - 1]);

    /* Translators: %s is a duration, "30 min" */
    return g_strdup_printf (_ ("over %s"), least);
  }
  g_autofree char *most = stn_wording_duration (stn_duration_ends_s[class]);
  /* Translators: %s is a duration, "30 min" */
  return g_strdup_printf (_ ("to %s"), most);
}

char *
stn_wording_most_common_place (const char *place, guint count, guint known)
{
  if (known == 0)
    return g_strdup (_ ("The place of no cramp is known."));
  g_autofree char *name = stn_wording_capital (g_strdup (place));
  return g_strdup_printf (
    /* Translators: 1: "Right calf", 2, 3: numbers of cramps */
    ngettext ("%1$s in %2$u of %3$u cramp of which it is known.",
              "%1$s in %2$u of %3$u cramps of which it is known.", known),
    name, count, known);
}

char *
stn_wording_by_factor (const StnFactor *factor)
{
  g_autofree char *name = stn_wording_factor_name (factor);

  /* Translators: title of a chart; %s is the name of a factor, "Drinks" */
  return g_strdup_printf (_ ("By: %s"), name);
}

char *
stn_wording_group (const StnFactor *factor, double low, double high)
{
  g_autofree char *first = stn_wording_factor_value (factor, low);

  if (low == high)
    return g_steal_pointer (&first);
  gboolean is_clock = stn_unit_is_clock (factor->unit);
  g_autofree char *number = is_clock ? g_strdup (first) : stn_wording_number (low);
  g_autofree char *last =
    is_clock ? stn_wording_factor_value (factor, high) : stn_wording_amount (high, factor->unit);
  /* Translators: a range of a factor's values: 1: a number, 2: a number with its unit */
  return g_strdup_printf (C_ ("range", "%1$s to %2$s"), number, last);
}

char *
stn_wording_compared (StnMeasure measure, const StnSummary *now, const StnSummary *before)
{
  g_autofree char *one = stn_wording_interval (measure, now);
  g_autofree char *other = stn_wording_interval (measure, before);

  if (one == NULL || other == NULL)
    return g_strdup (_ ("There are too few nights to compare these periods."));
  /* Translators: 1, 2: "4.2 a week, likely between 1.6 and 6.2" */
  return g_strdup_printf (_ ("This period: %1$s. The period before: %2$s."), one, other);
}

char *
stn_wording_cramps (guint count)
{
  return g_strdup_printf (ngettext ("%u cramp", "%u cramps", count), count);
}

char *
stn_wording_before_and_after (const StnSummary *before, const StnSummary *after)
{
  g_autofree char *old = g_strdup_printf ("%.1f", told (STN_MEASURE_CRAMPS, before->mean));
  g_autofree char *new = g_strdup_printf ("%.1f", told (STN_MEASURE_CRAMPS, after->mean));
  /* Translators: nights with cramps a week, 1: before, 2: after a change; "2.5 → 3.3 a week" */
  return g_strdup_printf (_ ("%1$s → %2$s a week"), old, new);
}

const char *
stn_wording_not_compared (gboolean is_early)
{
  return is_early
           /* Translators: beside the mark of a medicine in a chart */
           ? _ ("too early to compare")
           /* Translators: beside the mark of a medicine in a chart */
           : _ ("too few nights to compare");
}

char *
stn_wording_medicine_mark (const char *name, const StnMedicineChange *change)
{
  switch (change->event) {
  case STN_MEDICINE_START:
    /* Translators: %s is the name of a medicine */
    return g_strdup_printf (_ ("%s started"), name);
  case STN_MEDICINE_STOP:
    /* Translators: %s is the name of a medicine; "stopped" tells the past, it asks for nothing */
    return g_strdup_printf (_ ("%s ended"), name);
  case STN_MEDICINE_DOSE:
    switch (change->direction) {
    case STN_DOSE_CHANGE_RAISED:
      return g_strdup_printf (_ ("%s raised"), name);
    case STN_DOSE_CHANGE_LOWERED:
      return g_strdup_printf (_ ("%s lowered"), name);
    case STN_DOSE_CHANGE_UNKNOWN:
      return g_strdup_printf (_ ("%s: dose changed"), name);
    }
  }
  g_assert_not_reached ();
}

const char *
stn_wording_every_night_title (void)
{
  return _ ("Every night");
}

const char *
stn_wording_hours_title (void)
{
  return _ ("Time of night");
}

const char *
stn_wording_severities_title (void)
{
  return _ ("How bad, from 0 to 10");
}

const char *
stn_wording_durations_title (void)
{
  return _ ("How long");
}

const char *
stn_wording_seasons_title (void)
{
  return _ ("Through the year");
}

const char *
stn_wording_seasons_sentence (void)
{
  return _ ("All nights of a month together, whatever the year. Cramps come and go with the season "
            "in many people.");
}

const char *
stn_wording_nothing_to_draw (void)
{
  return _ ("There is nothing to draw yet.");
}

const char *
stn_wording_visit (void)
{
  /* Translators: mark of a visit to a doctor in a chart */
  return C_ ("mark", "Visit");
}

const char *
stn_wording_groups_sentence (gboolean early)
{
  return early
           ? _ ("With fewer than 30 nights chance alone makes such pairs, so nothing is drawn yet.")
           : _ ("What goes together here need not depend on each other; Findings says what can be "
                "told.");
}
