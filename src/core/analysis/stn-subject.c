/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-subject.h"
#include "analysis/stn-counts.h"
#include "analysis/stn-finding.h"

#include <string.h>

static StnFinding *
finding_new (const StnAnalysisFactor *factor, const StnRecord *record, const StnCounts *counts)
{
  StnFinding *self = g_new0 (StnFinding, 1);

  self->name = g_strdup (factor->name);
  self->kind = factor->kind;
  self->entangled_with = g_new0 (char *, 1);
  self->has_counts = counts->known;
  self->cut = counts->cut;
  self->nights_with = counts->nights_with;
  self->cramps_with = counts->cramps_with;
  self->nights_without = counts->nights_without;
  self->cramps_without = counts->cramps_without;
  self->nights_recorded = record->n_recorded;
  self->late_values = record->n_late;
  return self;
}

/* What the floors alone decide. */
static void
apply_floors (StnSubject *self, const StnCalendar *calendar)
{
  StnFinding *finding = self->finding;

  if (!stn_record_has_floors (self->record)) {
    finding->verdict = STN_VERDICT_NOT_ENOUGH_DATA;
    finding->nights_needed = stn_record_get_nights_needed (self->record, calendar);
    return;
  }
  if (stn_record_has_contrast (self->record))
    self->column = stn_column_new (self->factor->kind, self->record, calendar->n_nights);
  if (self->column == NULL) {
    finding->verdict = STN_VERDICT_NO_CONTRAST;
    return;
  }
  finding->verdict = STN_VERDICT_UNCLEAR;
  finding->unit_known = self->column->unit_known;
  finding->unit = self->column->unit;
}

StnSubject *
stn_subject_new (const StnAnalysisFactor *factor, const StnCalendar *calendar)
{
  StnSubject *self = g_new0 (StnSubject, 1);

  self->factor = factor;
  self->record = stn_record_new (factor, calendar);
  StnCounts counts = stn_counts_of (factor, self->record, calendar);
  self->finding = finding_new (factor, self->record, &counts);
  apply_floors (self, calendar);
  return self;
}

void
stn_subject_free (StnSubject *self)
{
  stn_record_free (self->record);
  g_clear_pointer (&self->column, stn_column_free);
  g_clear_pointer (&self->finding, stn_finding_free);
  g_free (self);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  const StnSubject *const *left = a, *const *right = b;

  return strcmp ((*left)->factor->name, (*right)->factor->name);
}

GPtrArray *
stn_subject_list (const StnAnalysisInput *input, const StnCalendar *calendar)
{
  GPtrArray *subjects = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_subject_free);

  for (guint j = 0; j < input->n_factors; j++)
    g_ptr_array_add (subjects, stn_subject_new (&input->factors[j], calendar));
  g_ptr_array_sort (subjects, compare_names);
  return subjects;
}
