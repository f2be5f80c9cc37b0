/* Copyright the Stillnight authors
 * SPDX-License-Identifier: GPL-3.0-or-later */
/* The bodies of the loops. This file is compiled twice: as it is, and with STN_LOOPS_WIDE for processors that have AVX2. */
#include "analysis/stn-loops.h"

/* Numbers that the processor takes at once, and how many of them make the four lanes (GCC and clang, "vector extensions"). */
#ifdef __AVX2__
#define AT_ONCE 4
#else
#define AT_ONCE 2
#endif
#define PARTS (STN_N_LANES / AT_ONCE)
typedef double Part __attribute__ ((vector_size (8 * AT_ONCE), aligned (8), may_alias));

/* Quarters of one number: as split() with turns that are none. */
static inline void
split_four (Part *re, Part *im)
{
  for (guint i = 0; i < PARTS; i++) {
    Part *re1 = re + PARTS, *re2 = re + 2 * PARTS, *re3 = re + 3 * PARTS;
    Part *im1 = im + PARTS, *im2 = im + 2 * PARTS, *im3 = im + 3 * PARTS;
    Part a_re = re[i] + re2[i], a_im = im[i] + im2[i], b_re = re[i] - re2[i], b_im = im[i] - im2[i];
    Part c_re = re1[i] + re3[i], c_im = im1[i] + im3[i];
    Part d_re = im1[i] - im3[i], d_im = re3[i] - re1[i];

    re[i] = a_re + c_re;
    im[i] = a_im + c_im;
    re1[i] = b_re + d_re;
    im1[i] = b_im + d_im;
    re2[i] = a_re - c_re;
    im2[i] = a_im - c_im;
    re3[i] = b_re - d_re;
    im3[i] = b_im - d_im;
  }
}

/* The mirror of split_four(): as split_four() with im and re exchanged. */
static inline void
join_four (Part *re, Part *im)
{
  split_four (im, re);
}

/* One pass of decimation in frequency: y_j = w^(jk) sum_m (-i)^(jm) x_m of the quarters m, into the quarters j. */
static inline void
split (Part *restrict re, Part *restrict im, guint q, const double *restrict turns)
{
  Part *restrict re1 = re + PARTS * q, *restrict re2 = re1 + PARTS * q,
                 *restrict re3 = re2 + PARTS * q;
  Part *restrict im1 = im + PARTS * q, *restrict im2 = im1 + PARTS * q,
                 *restrict im3 = im2 + PARTS * q;

  for (guint i = 0; i < PARTS * q; i++) {
    guint k = i / PARTS;
    double c1 = turns[k], s1 = turns[q + k], c2 = turns[2 * q + k], s2 = turns[3 * q + k];
    double c3 = turns[4 * q + k], s3 = turns[5 * q + k];
    Part a_re = re[i] + re2[i], a_im = im[i] + im2[i];
    Part b_re = re[i] - re2[i], b_im = im[i] - im2[i];
    Part c_re = re1[i] + re3[i], c_im = im1[i] + im3[i];
    Part d_re = im1[i] - im3[i], d_im = re3[i] - re1[i];

    re[i] = a_re + c_re;
    im[i] = a_im + c_im;
    re1[i] = (b_re + d_re) * c1 + (b_im + d_im) * s1;
    im1[i] = (b_im + d_im) * c1 - (b_re + d_re) * s1;
    re2[i] = (a_re - c_re) * c2 + (a_im - c_im) * s2;
    im2[i] = (a_im - c_im) * c2 - (a_re - c_re) * s2;
    re3[i] = (b_re - d_re) * c3 + (b_im - d_im) * s3;
    im3[i] = (b_im - d_im) * c3 - (b_re - d_re) * s3;
  }
}

/* The mirror of split(): decimation in time. */
static inline void
join (Part *restrict re, Part *restrict im, guint q, const double *restrict turns)
{
  Part *restrict re1 = re + PARTS * q, *restrict re2 = re1 + PARTS * q,
                 *restrict re3 = re2 + PARTS * q;
  Part *restrict im1 = im + PARTS * q, *restrict im2 = im1 + PARTS * q,
                 *restrict im3 = im2 + PARTS * q;

  for (guint i = 0; i < PARTS * q; i++) {
    guint k = i / PARTS;
    double c1 = turns[k], s1 = turns[q + k], c2 = turns[2 * q + k], s2 = turns[3 * q + k];
    double c3 = turns[4 * q + k], s3 = turns[5 * q + k];
    Part t1_re = re1[i] * c1 - im1[i] * s1, t1_im = im1[i] * c1 + re1[i] * s1;
    Part t2_re = re2[i] * c2 - im2[i] * s2, t2_im = im2[i] * c2 + re2[i] * s2;
    Part t3_re = re3[i] * c3 - im3[i] * s3, t3_im = im3[i] * c3 + re3[i] * s3;
    Part a_re = re[i] + t2_re, a_im = im[i] + t2_im;
    Part b_re = re[i] - t2_re, b_im = im[i] - t2_im;
    Part c_re = t1_re + t3_re, c_im = t1_im + t3_im;
    Part d_re = t3_im - t1_im, d_im = t1_re - t3_re;

    re[i] = a_re + c_re;
    im[i] = a_im + c_im;
    re1[i] = b_re + d_re;
    im1[i] = b_im + d_im;
    re2[i] = a_re - c_re;
    im2[i] = a_im - c_im;
    re3[i] = b_re - d_re;
    im3[i] = b_im - d_im;
  }
}

/* What is left of a size that is no power of 4; its own mirror. */
static inline void
cross (Part *re, Part *im)
{
  for (guint i = 0; i < PARTS; i++) {
    Part re_rest = re[i] - re[PARTS + i], im_rest = im[i] - im[PARTS + i];

    re[i] += re[PARTS + i];
    im[i] += im[PARTS + i];
    re[PARTS + i] = re_rest;
    im[PARTS + i] = im_rest;
  }
}

/* Depth first, so that the quarters stay in the cache: Cooley & Tukey 1965; Van Loan 1992, Computational Frameworks for the
 * Fast Fourier Transform. */
static void
forward (double *re, double *im, guint n, const double *turns)
{
  guint q = n / 4;

  if (n == 2)
    cross ((Part *) re, (Part *) im);
  else if (n == 4)
    split_four ((Part *) re, (Part *) im);
  else if (n > 4) {
    split ((Part *) re, (Part *) im, q, turns);
    for (gsize j = 0; j < 4; j++)
      forward (re + j * q * STN_N_LANES, im + j * q * STN_N_LANES, q, turns + 6 * q);
  }
}

static void
backward (double *re, double *im, guint n, const double *turns)
{
  guint q = n / 4;

  if (n == 2)
    cross ((Part *) re, (Part *) im);
  else if (n == 4)
    join_four ((Part *) re, (Part *) im);
  else if (n > 4) {
    for (gsize j = 0; j < 4; j++)
      backward (re + j * q * STN_N_LANES, im + j * q * STN_N_LANES, q, turns + 6 * q);
    join ((Part *) re, (Part *) im, q, turns);
  }
}

static void
multiply (double *re,
          double *im,
          const double *resting_re,
          const double *resting_im,
          const double *sliding,
          const double *last,
          guint size)
{
  for (gsize f = 0; f < size; f++) {
    double factors[STN_N_LANES] = {sliding[f], sliding[f], sliding[f], last[f]};

    for (guint i = 0; i < PARTS; i++) {
      Part by = ((const Part *) factors)[i];
      gsize at = f * PARTS + i;

      ((Part *) re)[at] = ((const Part *) resting_re)[at] * by;
      ((Part *) im)[at] = ((const Part *) resting_im)[at] * by;
    }
  }
}

static void
fold (double *sums, const double *re, const double *im, guint size, guint n_days)
{
  const Part *x = (const Part *) re, *y = (const Part *) im;
  const Part *x_before = x + (gsize) (size - n_days) * PARTS, *x_after = x + (gsize) n_days * PARTS;
  const Part *y_before = y + (gsize) (size - n_days) * PARTS, *y_after = y + (gsize) n_days * PARTS;
  Part *forwards = (Part *) sums, *backwards = forwards + (gsize) n_days * PARTS;

  for (gsize i = 0; i < PARTS; i++)
    forwards[i] = x[i] - y[i];
  for (gsize i = PARTS; i < (gsize) n_days * PARTS; i++)
    forwards[i] = x[i] - y[i] + (x_before[i] - y_before[i]);
  for (gsize i = 0; i < (gsize) n_days * PARTS; i++)
    backwards[i] = x[i] + y[i] + (x_after[i] + y_after[i]);
}

static void
add_squares (double *taken, const double *sums, const double *lanes, guint n)
{
  for (gsize i = 0; i < (gsize) n * PARTS; i++) {
    Part sum = ((const Part *) sums)[i];

    ((Part *) taken)[i] += ((const Part *) lanes)[i % PARTS] * (sum * sum);
  }
}

/* Four running sums of each, as stn_dot(). */
static void
dots (const double *a, const double *const *b, guint n, double *ret_sums)
{
  Part running[4][PARTS] = {0};
  guint i = 0;

  for (; i + 4 <= n; i += 4)
    for (guint part = 0; part < PARTS; part++) {
      Part left = *(const Part *) (a + i + part * AT_ONCE);

      for (guint k = 0; k < 4; k++)
        running[k][part] += left * *(const Part *) (b[k] + i + part * AT_ONCE);
    }
  for (guint k = 0; k < 4; k++) {
    double *s = (double *) running[k];

    for (guint rest = i; rest < n; rest++)
      s[0] += a[rest] * b[k][rest];
    ret_sums[k] = (s[0] + s[1]) + (s[2] + s[3]);
  }
}

#ifdef STN_LOOPS_WIDE
#define THIS stn_loops_wide
#else
#define THIS stn_loops_plain
#endif
extern const StnLoops THIS;
const StnLoops THIS = {forward, backward, multiply, fold, add_squares, dots};
