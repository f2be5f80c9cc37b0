/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-card.h"
#include "wording/stn-wording-cut.h"
#include "wording/stn-wording-difference.h"
#include "wording/stn-wording-evidence.h"
#include "wording/stn-wording-history.h"
#include "wording/stn-wording-luck.h"
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>

/* Before this many nights nothing is split into nights with cramps and nights without (product 3). */
#define NIGHTS_TO_SPLIT 30

const char *
stn_wording_verdict (StnVerdict verdict, StnTier tier)
{
  switch (verdict) {
  case STN_VERDICT_NOT_ENOUGH_DATA:
    return C_ ("finding", "Not enough nights yet");
  case STN_VERDICT_NO_CONTRAST:
    return C_ ("finding", "Cannot be tested");
  case STN_VERDICT_UNLIKELY:
    return C_ ("finding", "A strong link is unlikely");
  case STN_VERDICT_UNCLEAR:
  case STN_VERDICT_TRIGGER:
  case STN_VERDICT_PROTECTOR:
    break;
  }
  if (tier == STN_TIER_POSSIBLE)
    return C_ ("finding", "Worth watching");
  if (verdict == STN_VERDICT_UNCLEAR || tier == STN_TIER_NONE)
    return C_ ("finding", "Cannot tell yet");
  return tier == STN_TIER_CONFIRMED ? C_ ("finding", "Clear pattern in this diary")
                                    : C_ ("finding", "Worth watching closely");
}

static gboolean
can_split (const StnAnalysis *analysis)
{
  return analysis->nights >= NIGHTS_TO_SPLIT;
}

/* A direction is said only of what is published as one, and only together with its counts. */
static gboolean
has_direction (const StnFinding *finding, const StnAnalysis *analysis)
{
  return (finding->verdict == STN_VERDICT_TRIGGER || finding->verdict == STN_VERDICT_PROTECTOR) &&
         finding->tier >= STN_TIER_LIKELY && finding->has_counts && can_split (analysis);
}

/* The verdict is of the raw value going up; the words are of the exposed side (contract: "wording turns it round"). */
static gboolean
goes_with_more (const StnFinding *finding)
{
  gboolean below = finding->cut.side == STN_CUT_BELOW || finding->cut.side == STN_CUT_AT_OR_BELOW;

  return (finding->verdict == STN_VERDICT_TRIGGER) != below;
}

static char *
title_of (const StnFinding *finding, const StnFactor *factor, const StnAnalysis *analysis)
{
  g_autofree char *exposed = NULL;

  if (!has_direction (finding, analysis))
    return stn_wording_factor_name (factor);
  exposed = stn_wording_exposed (finding, factor);
  return goes_with_more (finding)
           /* Translators: "little to drink", "long sitting" */
           ? g_strdup_printf (_ ("More cramps go with %s"), exposed)
           /* Translators: "the bedtime stretch" */
           : g_strdup_printf (_ ("Fewer cramps go with %s"), exposed);
}

/* On how many days, without a word on the nights that followed. */
static char *
days_of (const StnFinding *finding, const StnFactor *factor)
{
  guint n = finding->nights_with + finding->nights_without;
  g_autofree char *exposed = NULL;

  if (!stn_wording_knows_cut (finding, factor) && factor->kind != STN_FACTOR_BINARY) {
    n = finding->nights_recorded;
    return g_markup_printf_escaped (
      ngettext ("Recorded on <b>%u</b> day.", "Recorded on <b>%u</b> days.", n), n);
  }
  exposed = stn_wording_capital (stn_wording_exposed (finding, factor));
  return g_markup_printf_escaped (
    /* Translators: 1: "Little to drink", 2: days with it, 3: days recorded (this one decides the plural). Keep <b>, </b>. */
    ngettext ("%1$s on <b>%2$u of %3$u</b> day.", "%1$s on <b>%2$u of %3$u</b> days.", n), exposed,
    finding->nights_with, n);
}

/* Product 1: "Cannot be tested: coffee on 58 of 60 days". */
static char *
counts_without_contrast (const StnFinding *finding, const StnFactor *factor)
{
  guint n = finding->nights_with + finding->nights_without;
  g_autofree char *exposed = NULL;

  if (!stn_wording_knows_cut (finding, factor) && factor->kind != STN_FACTOR_BINARY)
    return days_of (finding, factor);
  exposed = stn_wording_exposed (finding, factor);
  return g_markup_printf_escaped (
    /* Translators: 1: "little to drink", 2: days with it, 3: days recorded (this one decides the plural). Keep <b>, </b>. */
    ngettext ("Cannot be tested: %1$s on <b>%2$u of %3$u</b> day.",
              "Cannot be tested: %1$s on <b>%2$u of %3$u</b> days.", n),
    exposed, finding->nights_with, n);
}

static char *
counts_too_early (const StnFinding *finding, const StnFactor *factor)
{
  g_autofree char *days = days_of (finding, factor);
  g_autofree char *caution =
    g_markup_escape_text (_ ("Whether this goes with your cramps cannot be told yet: with "
                             "so few nights chance alone makes such pairs."),
                          -1);

  return g_strconcat (days, " ", caution, NULL);
}

static char *
counts_split (const StnFinding *finding, const StnFactor *factor)
{
  g_autofree char *nights = stn_wording_nights (finding, factor);

  return g_markup_printf_escaped (
    /* Translators: 1: nights with cramps of 2: nights, 3: "after little to drink", 4: nights with cramps of 5: all other
   * nights. 2 decides the plural. Keep <b>, </b>. */
    ngettext ("Cramps on <b>%1$u of %2$u</b> night %3$s, <b>%4$u of %5$u</b> otherwise.",
              "Cramps on <b>%1$u of %2$u</b> nights %3$s, <b>%4$u of %5$u</b> otherwise.",
              finding->nights_with),
    finding->cramps_with, finding->nights_with, nights, finding->cramps_without,
    finding->nights_without);
}

static char *
counts_of (const StnFinding *finding, const StnFactor *factor, const StnAnalysis *analysis)
{
  if (!can_split (analysis))
    return counts_too_early (finding, factor);
  switch (finding->verdict) {
  case STN_VERDICT_NOT_ENOUGH_DATA:
    return days_of (finding, factor);
  case STN_VERDICT_NO_CONTRAST:
    return counts_without_contrast (finding, factor);
  case STN_VERDICT_UNCLEAR:
  case STN_VERDICT_UNLIKELY:
  case STN_VERDICT_TRIGGER:
  case STN_VERDICT_PROTECTOR:
    break;
  }
  return finding->has_counts ? counts_split (finding, factor) : days_of (finding, factor);
}

static const StnFactor *
find_factor (GPtrArray *factors, const char *slug)
{
  for (guint i = 0; i < factors->len; i++)
    if (g_str_equal (((const StnFactor *) factors->pdata[i])->slug, slug))
      return factors->pdata[i];
  return NULL;
}

/* "“Sweating”, “Heat”"; a factor that is not there any more is called as in the data. */
static char *
names_of (char **slugs, GPtrArray *factors)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; slugs[i] != NULL; i++) {
    const StnFactor *factor = find_factor (factors, slugs[i]);
    g_autofree char *name = factor != NULL ? stn_wording_factor_name (factor) : g_strdup (slugs[i]);
    g_autofree char *quoted = g_strdup_printf (C_ ("name of a factor", "“%s”"), name);

    g_strv_builder_add (names, quoted);
  }
  all = g_strv_builder_end (names);
  /* Translators: parts the names of factors in a list */
  return g_strjoinv (C_ ("between names", ", "), all);
}

static char *
nights_to_come (const StnFinding *finding, const StnAnalysis *analysis)
{
  int more;

  if (!finding->nights_for_power.known)
    return NULL;
  more = finding->nights_for_power.value - (int) analysis->nights;
  if (more <= 0)
    return g_strdup (
      _ ("A strong link would probably show by now; a weak one can still be hidden."));
  return g_strdup_printf (
    /* Translators: number of nights */
    ngettext ("A strong link could show after about %d more night",
              "A strong link could show after about %d more nights", (gulong) more),
    more);
}

static char *
entanglement (const StnFinding *finding, GPtrArray *factors)
{
  g_autofree char *names = NULL;

  if (finding->entangled_with == NULL || finding->entangled_with[0] == NULL)
    return NULL;
  names = names_of (finding->entangled_with, factors);
  /* Translators: names of factors in quotation marks */
  return g_strdup_printf (
    _ ("It goes together with %s in this diary; which of them matters cannot be told yet"), names);
}

/* Nothing is compared before NIGHTS_TO_SPLIT, however soon one factor alone would do. */
static char *
nights_missing (const StnFinding *finding, const StnAnalysis *analysis)
{
  int until_split = NIGHTS_TO_SPLIT - (int) analysis->nights;
  int missing = finding->nights_needed.value;

  if (!finding->nights_needed.known)
    return g_strdup (_ ("More nights are needed"));
  missing = MAX (missing, until_split);
  return g_strdup_printf (
    /* Translators: number of nights */
    ngettext ("About %d more night is needed", "About %d more nights are needed", (gulong) missing),
    missing);
}

static char *
note_of (const StnFinding *finding, const StnAnalysis *analysis, GPtrArray *factors, StnDate today)
{
  g_autofree char *since = stn_wording_since (finding, today);

  switch (finding->verdict) {
  case STN_VERDICT_NOT_ENOUGH_DATA:
    return nights_missing (finding, analysis);
  case STN_VERDICT_NO_CONTRAST:
    return g_strdup (_ ("Nearly all days are alike, so there is nothing to compare with"));
  case STN_VERDICT_UNLIKELY:
    return since != NULL ? g_steal_pointer (&since)
                         : g_strdup (_ ("A weak link is still possible"));
  case STN_VERDICT_UNCLEAR:
  case STN_VERDICT_TRIGGER:
  case STN_VERDICT_PROTECTOR:
    break;
  }
  if (finding->tier != STN_TIER_NONE)
    return stn_wording_join (g_steal_pointer (&since), entanglement (finding, factors));
  return finding->verdict == STN_VERDICT_UNCLEAR ? nights_to_come (finding, analysis) : NULL;
}

/* (nullable) clinical 5.3: always, where what is compared is a prescribed medicine. */
static char *
care_of (const StnFactor *factor)
{
  return g_str_equal (factor->slug, "diuretic") ? g_strdup (stn_wording_medicine_care ()) : NULL;
}

/* Values entered after the night count only where there are few others (analysis 1.6), and then it is said. */
static char *
record_of (const StnFinding *finding)
{
  guint n = finding->nights_recorded, late = finding->late_values;
  g_autofree char *days = NULL;
  g_autofree char *after = NULL;

  days = g_strdup_printf (
    /* Translators: number of days on which a factor was recorded */
    ngettext ("%u day is compared.", "%u days are compared.", n), n);
  if (late == 0)
    after = g_strdup (_ ("What was entered only after the night is left out."));
  else
    after = g_strdup_printf (
      /* Translators: number of days among those compared */
      ngettext ("%u of them was entered after the night, when memory can "
                "play tricks; it counts because there "
                "are few others.",
                "%u of them were entered after the night, when memory can "
                "play tricks; they count because there "
                "are few others.",
                late),
      late);
  return g_strjoin (" ", days, after, NULL);
}

StnFindingText *
stn_wording_finding (const StnFinding *finding,
                     const StnAnalysis *analysis,
                     GPtrArray *factors,
                     StnDate today)
{
  const StnFactor *factor = find_factor (factors, finding->name);
  g_return_val_if_fail (factor != NULL, NULL);
  StnFindingText *self = g_new0 (StnFindingText, 1);
  const StnTrigger *trigger = stn_wording_trigger_of (factor);
  gboolean split = can_split (analysis) && finding->has_counts;

  self->title = title_of (finding, factor, analysis);
  self->tag = g_strdup (stn_wording_verdict (finding->verdict, finding->tier));
  if (stn_date_is_set (factor->suspect_since))
    self->suspected = g_strdup (_ ("you suspected this"));
  self->counts = counts_of (finding, factor, analysis);
  self->note = stn_wording_join (note_of (finding, analysis, factors, today), care_of (factor));
  if (finding->has_counts) {
    self->with = stn_wording_capital (stn_wording_nights (finding, factor));
    self->without = stn_wording_otherwise (finding, factor);
    self->cut = stn_wording_cut (finding, factor);
  }
  if (split) {
    g_autofree char *exposed = stn_wording_exposed (finding, factor);

    self->difference = stn_wording_difference (finding, factor);
    self->luck = stn_wording_luck (finding, analysis, exposed);
  }
  if (trigger != NULL) {
    self->studies = stn_wording_evidence (trigger);
    self->grade = g_strdup (stn_wording_grade (trigger->grade));
    self->sources = stn_wording_sources (trigger->sources);
  }
  self->record = record_of (finding);
  self->history = stn_wording_history (finding, today);
  return self;
}

void
stn_finding_text_free (StnFindingText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->tag);
  g_free (self->suspected);
  g_free (self->counts);
  g_free (self->note);
  g_free (self->with);
  g_free (self->without);
  g_free (self->cut);
  g_free (self->difference);
  g_free (self->luck);
  g_free (self->studies);
  g_free (self->grade);
  g_free (self->sources);
  g_free (self->record);
  g_free (self->history);
  g_free (self);
}

/* "2.9" */
static char *
tenths (double value)
{
  return g_strdup_printf ("%.1f", value);
}

char *
stn_wording_findings_lead (const StnAnalysis *analysis)
{
  g_autofree char *rate = tenths (analysis->per_week);
  g_autofree char *low = tenths (analysis->per_week_low);
  g_autofree char *high = tenths (analysis->per_week_high);
  guint n = analysis->nights;

  if (n == 0)
    return g_strdup (
      _ ("No nights are recorded yet. What goes with cramps takes months of nights to show."));
  if (!can_split (analysis))
    return g_strdup_printf (
      /* Translators: 1: number of nights recorded, 2: the number from which on nights are compared (30) */
      ngettext ("%1$u night recorded. Nights are compared from %2$d on, and most patterns "
                "take months to show.",
                "%1$u nights recorded. Nights are compared from %2$d on, and most patterns "
                "take months to show.",
                n),
      n, NIGHTS_TO_SPLIT);
  return g_strdup_printf (
    /* Translators: 1: nights recorded (decides the plural), 2: nights with cramps, 3: those in a week, 4 to 5: its range */
    ngettext ("%1$u night recorded, cramps on %2$u: %3$s a week, likely between %4$s and %5$s. "
              "Things that go together need not depend on each other.",
              "%1$u nights recorded, cramps on %2$u: %3$s a week, likely between %4$s and %5$s. "
              "Things that go together need not depend on each other.",
              n),
    n, analysis->cramp_nights, rate, low, high);
}
