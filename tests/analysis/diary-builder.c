/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "diary-builder.h"

#include <math.h>

DiaryBuilder *
diary_builder_new (guint n_nights, guint64 seed)
{
  DiaryBuilder *self = g_new0 (DiaryBuilder, 1);
  StnDate first = stn_date_new (2024, 1, 1);

  self->n_nights = n_nights;
  self->state = seed;
  self->dates = g_new (StnDate, n_nights);
  self->cramps = g_new0 (int, n_nights);
  for (guint i = 0; i < n_nights; i++)
    self->dates[i] = stn_date_add_days (first, (int) i);
  return self;
}

void
diary_builder_free (DiaryBuilder *self)
{
  for (guint j = 0; j < self->n_factors; j++) {
    g_free (self->values[j]);
    g_free (self->entered[j]);
  }
  g_free (self->dates);
  g_free (self->cramps);
  g_free (self);
}

double
diary_builder_draw (DiaryBuilder *self)
{
  guint64 z = self->state += 0x9e3779b97f4a7c15u;

  z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
  z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
  return (double) ((z ^ (z >> 31)) >> 11) / 9007199254740992.0;
}

void
diary_builder_draw_cramps (DiaryBuilder *self, double share)
{
  for (guint i = 0; i < self->n_nights; i++)
    self->cramps[i] = diary_builder_draw (self) < share;
}

double *
diary_builder_add (DiaryBuilder *self, const char *name, StnFactorKind kind)
{
  g_assert_cmpuint (self->n_factors, <, BUILDER_MAX_FACTORS);
  guint j = self->n_factors++;

  self->values[j] = g_new (double, self->n_nights);
  self->entered[j] = g_new0 (StnEntered, self->n_nights);
  for (guint i = 0; i < self->n_nights; i++)
    self->values[j][i] = NAN;
  self->factors[j] = (StnAnalysisFactor){.name = name,
                                         .kind = kind,
                                         .weight = 1,
                                         .values = self->values[j],
                                         .entered = self->entered[j]};
  return self->values[j];
}

double *
diary_builder_add_drawn (DiaryBuilder *self, const char *name, StnFactorKind kind)
{
  double *values = diary_builder_add (self, name, kind);

  for (guint i = 0; i < self->n_nights; i++) {
    double draw = diary_builder_draw (self);

    values[i] = kind == STN_FACTOR_BINARY ? draw < .25 : floor (draw * 1000) / 100;
  }
  return values;
}

StnAnalysisInput
diary_builder_input (DiaryBuilder *self)
{
  return (StnAnalysisInput){.n_nights = self->n_nights,
                            .dates = self->dates,
                            .cramps = self->cramps,
                            .n_factors = self->n_factors,
                            .factors = self->factors};
}

/* What is asked at every week says the same. */
static void
check_verdicts (const StnAnalysisInput *input, const StnAnalysis *whole)
{
  g_autoptr (StnAnalysis) verdicts = stn_analysis_run_verdicts (input, NULL, NULL);

  g_assert_cmpuint (verdicts->findings->len, ==, whole->findings->len);
  for (guint j = 0; j < whole->findings->len; j++) {
    const StnFinding *one = verdicts->findings->pdata[j], *other = whole->findings->pdata[j];

    g_assert_cmpstr (one->name, ==, other->name);
    g_assert_cmpint (one->verdict, ==, other->verdict);
    g_assert_cmpint (one->tier, ==, other->tier);
    g_assert_cmpuint (one->chance_count, ==, other->chance_count);
    g_assert_cmpuint (one->chance_slides, ==, other->chance_slides);
    g_assert_cmpstrv (one->entangled_with, other->entangled_with);
  }
}

StnAnalysis *
diary_builder_run (DiaryBuilder *self)
{
  StnAnalysisInput input = diary_builder_input (self);
  g_autoptr (GError) error = NULL;
  StnAnalysis *analysis = stn_analysis_run (&input, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  check_verdicts (&input, analysis);
  return analysis;
}
