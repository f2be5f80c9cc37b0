/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Sequences side by side: element i of lane l is at 4 i + l. */
#define STN_N_LANES 4

/**
 * The inner loops of the analysis, in which nearly all of its time goes, on four sequences side by side: the processor takes
 * two at once, or four if it has AVX2, which is looked up when the program runs. The bytes are the same, since each lane is
 * computed as a double of its own, with the same operations in the same order.
 */

/** Transforms of four sequences of @size complex numbers; see stn-fft.h. @turns: of StnFft. */
void stn_loops_forward (double *re, double *im, guint size, const double *turns);
void stn_loops_backward (double *re, double *im, guint size, const double *turns);

/** stn_loops_multiply: re, im = the resting spectra times a real @sliding one; the last lane meets @last instead. */
void stn_loops_multiply (double *re,
                         double *im,
                         const double *resting_re,
                         const double *resting_im,
                         const double *sliding,
                         const double *last,
                         guint size);

/** stn_loops_fold: sums around the circle of @n_days from those on a line; see stn-slides.c. */
void stn_loops_fold (double *sums, const double *re, const double *im, guint size, guint n_days);

/** stn_loops_add_squares: adds to @taken the squares of @sums, those of lane l times lanes[l]. */
void stn_loops_add_squares (double *taken, const double *sums, const double *lanes, guint n);

/** stn_loops_dots: the sum of a[i] b[k][i] for each of the four @b. */
void stn_loops_dots (const double *a, const double *const *b, guint n, double *ret_sums);

/** StnLoops: the same by name, once for every processor and once for those with AVX2: stn-loops-lanes.c. */
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

extern const StnLoops stn_loops_plain;

/** stn_loops_get_wide: (nullable) NULL where the processor, or the compiler, does not know AVX2. */
const StnLoops *stn_loops_get_wide (void);

G_END_DECLS
