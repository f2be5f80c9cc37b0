/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording/stn-wording-medicine.h"
#include "wording/stn-wording-parts.h"
#include "wording/stn-wording.h"

#include <glib/gi18n.h>
#include <math.h>

const char *
stn_wording_medicines_heading (void)
{
  return _ ("Before and after a change of medicine");
}

const char *
stn_wording_medicines_lead (void)
{
  return _ ("Other things may have changed at the same time. Talk about it with whoever prescribed "
            "the medicine, and never "
            "stop or change it on your own.");
}

static char *
title_of (const StnMedicineFinding *finding, StnDate today)
{
  g_autofree char *date = stn_wording_date_brief (finding->date, today);

  switch (finding->change) {
  case STN_MEDICINE_START:
    /* Translators: 1: a medicine, 2: a date */
    return g_strdup_printf (_ ("%1$s, started %2$s"), finding->name, date);
  case STN_MEDICINE_STOP:
    /* Translators: 1: a medicine, 2: a date */
    return g_strdup_printf (_ ("%1$s, stopped %2$s"), finding->name, date);
  case STN_MEDICINE_DOSE:
    /* Translators: 1: a medicine, 2: a date */
    return g_strdup_printf (_ ("%1$s, dose changed %2$s"), finding->name, date);
  }
  g_return_val_if_reached (NULL);
}

static const char *
tag_of (const StnMedicineFinding *finding)
{
  switch (finding->verdict) {
  case STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA:
    return C_ ("finding", "Not enough nights yet");
  case STN_MEDICINE_VERDICT_UNCLEAR:
    return C_ ("finding", "Cannot tell yet");
  case STN_MEDICINE_VERDICT_WORSE:
    return _ ("More cramps since then");
  case STN_MEDICINE_VERDICT_BETTER:
    return _ ("Fewer cramps since then");
  }
  g_return_val_if_reached (NULL);
}

static char *
counts_of (const StnMedicineFinding *finding)
{
  if (finding->nights_before == 0 || finding->nights_after == 0)
    return NULL;
  return g_strdup_printf (
    /* Translators: 1: nights with cramps of 2: nights before a medicine was changed, 3: of 4: since then. 2 decides the plural. */
    ngettext ("Cramps on %1$u of %2$u night before, %3$u of %4$u since.",
              "Cramps on %1$u of %2$u nights before, %3$u of %4$u since.", finding->nights_before),
    finding->cramps_before, finding->nights_before, finding->cramps_after, finding->nights_after);
}

static char *
note_of (const StnMedicineFinding *finding)
{
  if (finding->verdict == STN_MEDICINE_VERDICT_NOT_ENOUGH_DATA)
    return g_strdup (_ ("It takes 28 nights recorded before and 28 after, with cramps on 5 of "
                        "them. No other change of a medicine may lie between."));
  if (finding->trend_adjusted)
    return g_strdup (
      _ ("Cramps were becoming more or less frequent anyway; this is taken into account."));
  return NULL;
}

StnMedicineText *
stn_wording_medicine_finding (const StnMedicineFinding *finding, StnDate today)
{
  StnMedicineText *self = g_new0 (StnMedicineText, 1);

  self->title = title_of (finding, today);
  self->tag = g_strdup (tag_of (finding));
  self->counts = counts_of (finding);
  self->note = note_of (finding);
  return self;
}

void
stn_medicine_text_free (StnMedicineText *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_free (self->tag);
  g_free (self->counts);
  g_free (self->note);
  g_free (self);
}

/* What was tried during a cramp */

const char *
stn_wording_reliefs_heading (void)
{
  return _ ("What you tried during a cramp");
}

const char *
stn_wording_reliefs_lead (void)
{
  return _ ("By how soon the cramp was over. In a long cramp more is tried, so the order does not "
            "show what works better.");
}

char *
stn_wording_relief_title (const StnReliefFinding *finding)
{
  return stn_wording_capital (stn_wording_relief (finding->name));
}

static char *
minutes (double value)
{
  return stn_wording_duration ((int) lround (60 * value));
}

char *
stn_wording_relief_finding (const StnReliefFinding *finding)
{
  g_autofree char *median = NULL, *low = NULL, *high = NULL;

  if (!finding->known)
    return g_strdup_printf (
      ngettext ("Tried in %u cramp; it takes 6 to say how soon it was over.",
                "Tried in %u cramps; it takes 6 to say how soon they were over.",
                finding->episodes),
      finding->episodes);
  median = minutes (finding->median_min);
  low = minutes (finding->ci_low);
  high = minutes (finding->ci_high);
  return g_strdup_printf (
    ngettext (
      /* Translators: 1: a number of cramps, at least 6; 2 to 4: times such as "3 min" */
      "Tried in %1$u cramp; half of them were over within %2$s, likely between %3$s and %4$s.",
      "Tried in %1$u cramps; half of them were over within %2$s, likely between %3$s and %4$s.",
      finding->episodes),
    finding->episodes, median, low, high);
}
