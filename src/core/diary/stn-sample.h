/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "diary/stn-diary.h"

G_BEGIN_DECLS

/** More nights than this are no sample. */
#define STN_SAMPLE_NIGHTS_MAX 20000

/** Length and seed of the sample that people are shown: its planted links stand out clearly. */
#define STN_SAMPLE_NIGHTS_DEFAULT 200
#define STN_SAMPLE_SEED_DEFAULT 4

/** See stn_sample_write(). */
#define STN_SAMPLE_SHOWS_NONE 35
#define STN_SAMPLE_SHOWS_ALL 200
#define STN_SAMPLE_PUBLISHED_MOST 1500
#define STN_SAMPLE_DRAWS_MAX 200

typedef enum {
  STN_SAMPLE_PLANTED_DEFAULT, /* little to drink and hard effort bring cramps, the bedtime stretch fewer */
  STN_SAMPLE_PLANTED_NONE, /* nothing goes with cramps */
} StnSamplePlanted;

/**
 * StnSampleLink: a link that was planted.
 * @slug: of the factor. @odds_ratio: of its exposed side (the catalogue's cut) against the other.
 */
typedef struct {
  const char *slug;
  double odds_ratio;
} StnSampleLink;

/**
 * StnSampleTruth: what is true in a sample diary. @rate: share of nights with cramps without any exposure.
 * @draw: which draw from the seed it is, from 1.
 */
typedef struct {
  guint nights;
  guint64 seed;
  guint draw;
  double rate;
  guint n_links;
  StnSampleLink links[8];
} StnSampleTruth;

/**
 * stn_sample_write: fills an empty @diary with @nights seeded plausible nights that end with last night, in one write
 * group. Same seed, same nights; only starts that have not come yet, when it is drawn in the night, are unknown.
 *
 * A sample is a demonstration: nights are drawn from the seed again until what the analysis says of them is what was planted.
 * Up to %STN_SAMPLE_SHOWS_NONE nights nothing is named, from %STN_SAMPLE_SHOWS_ALL on all that is planted, and never anything else
 * (tonight and published; beyond %STN_SAMPLE_PUBLISHED_MOST nights only tonight). One or two draws are usual; after
 * %STN_SAMPLE_DRAWS_MAX the last is taken. So how often a sample is right says nothing of how often the analysis is: that is
 * measured in tests/bench, on nights nobody chose.
 *
 * The diary's setting "sample-seed" marks it as a sample.
 * @nights: up to %STN_SAMPLE_NIGHTS_MAX. @bad_night: last night is one long cramp that did not ease.
 *
 * Errors: CONTRADICTS when the diary has nights; DAMAGED; of the store.
 */
gboolean stn_sample_write (StnDiary *diary,
                           guint nights,
                           StnSamplePlanted planted,
                           guint64 seed,
                           gboolean bad_night,
                           StnSampleTruth *ret_truth,
                           GError **error);

G_END_DECLS
