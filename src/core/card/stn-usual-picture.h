/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/stn-night.h"

G_BEGIN_DECLS

/**
 * StnUsualPicture: what this person's cramps are mostly like (the characteristics of clinical 2.1): a description, no diagnosis. A
 * plain value; @helped borrows from the nights it was made of.
 * @cramps: cramps in all. @side, @site: where more than half of those lay whose place is known; else unknown.
 * @severity, @duration_s, @start_min: medians of what is known; the start in minutes after midnight.
 * @woke, @woke_known: cramps that woke the person, and those of which it is known.
 * @helped: (nullable) what ended most cramps, a name of `log --relief`; in @helped_ended of the @helped_tried cramps in which it
 * was tried.
 */
typedef struct {
  guint cramps;
  StnSide side;
  StnSite site;
  StnOptInt severity;
  StnOptInt duration_s;
  StnOptInt start_min;
  guint woke;
  guint woke_known;
  const char *helped;
  guint helped_ended;
  guint helped_tried;
} StnUsualPicture;

/** stn_usual_picture_of: @nights: (element-type StnNight). */
StnUsualPicture stn_usual_picture_of (const GPtrArray *nights);

G_END_DECLS
