/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Sequences side by side: element i of lane l is at 4 i + l. */
#define STN_N_LANES 4

/**
 * StnLoops: the inner loops of the analysis, in which nearly all of its time goes. They are compiled twice, for any
 * processor and for those that take four doubles at once (AVX2), and give the same bytes: each lane is computed as a
 * double of its own, with the same operations in the same order.
 *
 * @forward, @backward: transforms of four sequences of @size complex numbers; see stn-fft.h. @turns: of StnFft.
 * @multiply: re, im = the resting spectra times a real @sliding one; the last lane meets @last instead.
 * @fold: sums around the circle of @n_days from those on a line; see stn-slides.c.
 * @add_squares: adds to @taken the squares of @sums, those of lane l times lanes[l].
 * @dots: the sum of a[i] b[k][i] for each of the four @b.
 */
typedef struct {
  void (*forward) (double *re, double *im, guint size, const double *turns);
  void (*backward) (double *re, double *im, guint size, const double *turns);
  void (*multiply) (double *re,
                    double *im,
                    const double *resting_re,
                    const double *resting_im,
                    const double *sliding,
                    const double *last,
                    guint size);
  void (*fold) (double *sums, const double *re, const double *im, guint size, guint n_days);
  void (*add_squares) (double *taken, const double *sums, const double *lanes, guint n);
  void (*dots) (const double *a, const double *const *b, guint n, double *ret_sums);
} StnLoops;

/** stn_loops_get: those for this processor. */
const StnLoops *stn_loops_get (void);

/** stn_loops_get_plain: those for any; for tests. */
const StnLoops *stn_loops_get_plain (void);

G_END_DECLS
