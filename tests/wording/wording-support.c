/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "wording-support.h"

#include "analysis/stn-publication.h"

StnDate
words_today (void)
{
  return stn_date_new (2026, 11, 22);
}

StnFactor *
words_built_in (const char *slug)
{
  const StnTrigger *trigger = stn_knowledge_get_trigger (stn_knowledge_get (), slug);
  StnFactor *factor;

  g_assert_nonnull (trigger);
  factor = stn_factor_new (slug, trigger->kind);
  factor->unit = g_strdup (trigger->unit);
  factor->built_in = TRUE;
  return factor;
}

StnFactor *
words_own (const char *name, StnFactorKind kind, const char *unit)
{
  StnFactor *factor = stn_factor_new ("own", kind);

  factor->name = g_strdup (name);
  factor->unit = g_strdup (unit);
  return factor;
}

static void
finding_free (gpointer data)
{
  StnFinding *self = data;

  g_free (self->name);
  g_strfreev (self->entangled_with);
  stn_publication_free (self->publication);
  g_free (self);
}

StnAnalysis *
words_analysis (guint nights, guint cramps)
{
  StnAnalysis *self = g_new0 (StnAnalysis, 1);

  self->nights = nights;
  self->cramp_nights = cramps;
  self->frequency_known = nights > 0;
  self->per_week = nights > 0 ? 7.0 * cramps / nights : 0;
  self->per_week_low = self->per_week / 2;
  self->per_week_high = MIN (7, self->per_week * 2);
  self->findings = g_ptr_array_new_with_free_func (finding_free);
  self->medicines = g_ptr_array_new ();
  self->reliefs = g_ptr_array_new ();
  return self;
}

StnFinding *
words_finding (StnAnalysis *analysis,
               const char *name,
               StnFactorKind kind,
               StnCut cut,
               guint cramps_with,
               guint nights_with,
               guint cramps_without,
               guint nights_without)
{
  StnFinding *finding = g_new0 (StnFinding, 1);

  finding->name = g_strdup (name);
  finding->kind = kind;
  finding->verdict = STN_VERDICT_UNCLEAR;
  finding->entangled_with = g_new0 (char *, 1);
  finding->has_counts = cut.side != STN_CUT_NONE;
  finding->cut = cut;
  finding->cramps_with = cramps_with;
  finding->nights_with = nights_with;
  finding->cramps_without = cramps_without;
  finding->nights_without = nights_without;
  finding->nights_recorded = nights_with + nights_without;
  g_ptr_array_add (analysis->findings, finding);
  return finding;
}

StnFindingText *
words_of_finding (const StnFinding *finding, const StnFactor *factor, const StnAnalysis *analysis)
{
  g_autoptr (GPtrArray) factors = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_factor_free);

  g_ptr_array_add (factors, stn_factor_copy (factor));
  return stn_wording_finding (finding, analysis, factors, words_today ());
}
