/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

/** Draw: random numbers that are the same on every machine: SplitMix64 (Steele, Lea & Flood 2014). */
typedef struct {
  guint64 state;
} Draw;

/** draw_init: streams of different numbers do not meet. */
void draw_init (Draw *self, guint64 seed, guint64 stream);

/** draw_share: from 0 to below 1. draw_normal: mean 0, SD 1. draw_poisson: small means only. */
double draw_share (Draw *self);
double draw_normal (Draw *self);
guint draw_poisson (Draw *self, double mean);
gboolean draw_hit (Draw *self, double chance);
