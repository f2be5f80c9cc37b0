/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * StnSamplePerson: someone whose days and nights are made up for the sample diary, after the figures of clinical 2.2.
 * All draws come from one seeded generator, so that the same seed lives the same life.
 */
typedef struct {
  GRand *rand;
  double strain; /* standardised, from day to day alike: days of stress come in spells */
  double ache;   /* the same for cramps that no factor explains: they come in clusters */
  gboolean stretches;
} StnSamplePerson;

/** The factors that the person writes down, and what they were on one day. */
#define STN_SAMPLE_FACTORS 8
typedef struct {
  const char *slug;
  double value;
} StnSampleValue;
typedef StnSampleValue StnSampleDay[STN_SAMPLE_FACTORS];

/** stn_sample_person_init: @draw: another person of the same seed. */
void stn_sample_person_init (StnSamplePerson *self, guint64 seed, guint draw);
void stn_sample_person_clear (StnSamplePerson *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StnSamplePerson, stn_sample_person_clear)

/** stn_sample_person_chance: TRUE with probability @p. */
gboolean stn_sample_person_chance (StnSamplePerson *self, double p);

/** stn_sample_person_live: the next day, @date. */
void stn_sample_person_live (StnSamplePerson *self, StnDate date, StnSampleDay ret_day);

/** stn_sample_person_suffer: adds the episodes of a night with cramps. */
void stn_sample_person_suffer (StnSamplePerson *self, StnNight *night);

/** stn_sample_person_sleep: how a night was slept whose episodes are known. */
void stn_sample_person_sleep (StnSamplePerson *self, StnNight *night);

G_END_DECLS
