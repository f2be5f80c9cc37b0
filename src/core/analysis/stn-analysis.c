/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "analysis/stn-analysis.h"
#include "analysis/stn-analysis-check.h"
#include "analysis/stn-course.h"
#include "analysis/stn-finding.h"
#include "analysis/stn-judgement.h"
#include "analysis/stn-medicines.h"
#include "analysis/stn-proportion.h"
#include "analysis/stn-reliefs.h"
#include "analysis/stn-subject.h"

static void
set_frequency (StnAnalysis *self)
{
  StnProportion rate = stn_proportion_of (self->cramp_nights, self->nights);

  self->frequency_known = rate.known;
  self->per_week = 7 * rate.share;
  self->per_week_low = 7 * rate.low;
  self->per_week_high = 7 * rate.high;
}

static StnAnalysis *
analysis_new (const StnAnalysisInput *input, const StnCalendar *calendar)
{
  StnAnalysis *self = g_new0 (StnAnalysis, 1);

  self->nights = calendar->n_nights;
  self->cramp_nights = calendar->n_cramps;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) stn_finding_free);
  self->medicines = stn_medicines_find (input);
  self->reliefs = stn_reliefs_find (input);
  set_frequency (self);
  return self;
}

static void
take_findings (StnAnalysis *self, GPtrArray *subjects)
{
  for (guint j = 0; j < subjects->len; j++) {
    StnSubject *subject = subjects->pdata[j];

    g_ptr_array_add (self->findings, g_steal_pointer (&subject->finding));
  }
}

static StnAnalysis *
run (const StnAnalysisInput *input, gboolean only_verdicts, const StnWatch *watch, GError **error)
{
  if (!stn_analysis_check (input, error) || !stn_watch_pass (watch, 0, error))
    return NULL;

  g_autoptr (StnCalendar) calendar = stn_calendar_new (input);
  g_autoptr (GPtrArray) subjects = stn_subject_list (input, calendar);
  g_autoptr (StnAnalysis) self = analysis_new (input, calendar);
  if (!only_verdicts) {
    self->trend = stn_course_find_trend (calendar);
    self->season = stn_course_find_season (calendar);
  }
  if (!stn_judge (subjects, calendar, only_verdicts, watch, error))
    return NULL;
  take_findings (self, subjects);
  if (!stn_watch_pass (watch, 1, error))
    return NULL;
  return g_steal_pointer (&self);
}

StnAnalysis *
stn_analysis_run (const StnAnalysisInput *input,
                  GCancellable *cancellable,
                  StnAnalysisProgressCb progress_cb,
                  gpointer user_data,
                  GError **error)
{
  g_return_val_if_fail (input != NULL, NULL);
  const StnWatch watch = {cancellable, progress_cb, user_data};

  return run (input, FALSE, &watch, error);
}

StnAnalysis *
stn_analysis_run_verdicts (const StnAnalysisInput *input, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (input != NULL, NULL);
  const StnWatch watch = {cancellable, NULL, NULL};

  return run (input, TRUE, &watch, error);
}

void
stn_analysis_free (StnAnalysis *self)
{
  g_ptr_array_unref (self->findings);
  g_ptr_array_unref (self->medicines);
  g_ptr_array_unref (self->reliefs);
  g_free (self);
}

void
stn_analysis_show_published (StnAnalysis *self)
{
  for (guint j = 0; j < self->findings->len; j++)
    stn_finding_show_published (self->findings->pdata[j]);
}

const StnFinding *
stn_analysis_get_finding (const StnAnalysis *self, const char *name)
{
  for (guint j = 0; j < self->findings->len; j++) {
    const StnFinding *finding = self->findings->pdata[j];

    if (g_str_equal (finding->name, name))
      return finding;
  }
  return NULL;
}
